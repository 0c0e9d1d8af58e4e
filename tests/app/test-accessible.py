#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds every figure and goal of one article in the real window, as a screen reader does: each within three actions from
the start, with its source."""

import subprocess
import sys
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = sys.argv.pop()
TIMEOUT_S = 60
MAX_ACTIONS = 3
ARTICLE = "By 2022, more than 600,000 new urban jobs will be created"

# Card, and what it has to say of 2021 and of the goals of 2022. The last: which of it the article is the source for.
CARDS = [
    ("Jobs created", ["751,000 persons"], False),
    ("Graduate employment", ["96.5%", "+3.0 points on 2020"], False),
    (
        "Insurance coverage",
        ["24.94 million persons", "5.98 million persons", "7.66 million persons", "over 95%"],
        True,
    ),
    (
        "Other results and next year’s goals",
        [
            "2.03 million persons",
            "4.6 million persons",
            "3,319 persons",
            "494,000 persons",
            "9.5%",
            "247 million yuan",
            "19,000 persons",
            "≥ 600,000 persons",
            "≤ 5.5%",
        ],
        True,
    ),
]


def spin(seconds=0.05):
    """Lets events arrive."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while time.monotonic() < end:
        if not context.iteration(False):
            time.sleep(0.005)


def wait_for(what, message):
    """Waits until @what gives something true, and gives that."""
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end:
        try:
            found = what()
        except GLib.Error:
            found = None
        if found:
            return found
        spin()
    raise AssertionError("waited in vain for " + message)


def walk(node):
    """@node and all below it."""
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def find(root, role, name):
    for node in walk(root):
        if node.get_role() == role and node.get_name() == name:
            return node
    return None


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def act(node, name):
    """Runs the action @name of @node."""
    for i in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, i) == name:
            Atspi.Action.do_action(node, i)
            spin(0.3)
            return
    raise AssertionError(node.get_name() + " has no action " + name)


class Window(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The registry first: a program that starts before it is there may never be listed.
        Atspi.init()
        Atspi.get_desktop(0).get_child_count()
        spin(1)
        cls.process = subprocess.Popen([PROGRAM])
        cls.frame = wait_for(cls.find_frame, "the window")

    @classmethod
    def tearDownClass(cls):
        cls.process.terminate()
        cls.process.wait()

    @classmethod
    def find_frame(cls):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is None or application.get_process_id() != cls.process.pid:
                continue
            for j in range(application.get_child_count()):
                frame = application.get_child_at_index(j)
                if frame is not None and frame.get_role() == Atspi.Role.FRAME:
                    return frame
        return None

    def find_card(self, title):
        return wait_for(lambda: find(self.frame, Atspi.Role.IMAGE, title), "the card " + title)

    def test_begins_with_the_article(self):
        self.assertEqual(self.frame.get_name(), "Chongqing, 2021 – Renshe")

    def test_figures(self):
        for title, facts, _ in CARDS:
            with self.subTest(card=title):
                # No action at all: the card says it.
                description = self.find_card(title).get_description()
                for fact in facts:
                    self.assertIn(fact, description)

    def test_sources(self):
        for title, _, from_article in CARDS:
            with self.subTest(card=title):
                actions = 0
                act(self.find_card(title), "chart.activate")
                actions += 1
                text = wait_for(lambda: self.read_sources(title), "the sources of " + title)
                if from_article:
                    self.assertIn(ARTICLE, text)
                self.assertLessEqual(actions, MAX_ACTIONS)
                act(self.frame, "win.back")

    def read_sources(self, title):
        """What stands under the heading of the sources on the page that shows the chart @title."""
        heading = find(self.frame, Atspi.Role.HEADING, "Sources")
        if heading is None:
            return None
        # GTK 4.8 keeps the overview with its card of the same title in the tree, GTK 4.18 takes it out.
        page = heading
        while page is not None and page.get_role() != Atspi.Role.SCROLL_PANE:
            page = page.get_parent()
        if page is None or find(page, Atspi.Role.IMAGE, title) is None:
            return None
        return "\n".join(node.get_name() or "" for node in walk(heading.get_parent()))

    def test_controls_have_names(self):
        roles = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.SLIDER, Atspi.Role.ENTRY)
        for node in walk(self.frame):
            if node.get_role() in roles and is_shown(node):
                name = node.get_name()
                with self.subTest(name=name):
                    self.assertTrue(name)
                    # GTK falls back to the name of the class.
                    self.assertFalse(name.startswith(("Gtk", "Adw")), name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
