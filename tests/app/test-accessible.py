#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds every figure and goal of one article in the real window, as a screen reader does: each within three actions from
the start, with its source."""

import pathlib
import sys
import unittest

# No folder of compiled modules among the sources.
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from accessible import Atspi, act, find, find_window, has_state, spin, start, stop, wait_for, walk  # noqa: E402

PROGRAM = sys.argv.pop()
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


class Window(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = start([PROGRAM])
        cls.addClassCleanup(stop, cls.process)
        cls.window = wait_for(lambda: find_window(cls.process), "the window")

    def act(self, node, name):
        self.assertTrue(act(node, name), f"{node.get_name()} has no action {name}")
        spin(0.3)

    def find_card(self, title):
        return wait_for(lambda: find(self.window, Atspi.Role.IMAGE, title), "the card " + title)

    def test_begins_with_the_article(self):
        self.assertEqual(self.window.get_name(), "Chongqing, 2021 – Renshe")

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
                self.act(self.find_card(title), "chart.activate")
                actions += 1
                text = wait_for(lambda: self.read_sources(title), "the sources of " + title)
                if from_article:
                    self.assertIn(ARTICLE, text)
                self.assertLessEqual(actions, MAX_ACTIONS)
                self.act(self.window, "win.back")

    def read_sources(self, title):
        """What stands under the heading of the sources on the page that shows the chart @title."""
        heading = find(self.window, Atspi.Role.HEADING, "Sources")
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
        for node in walk(self.window):
            if node.get_role() in roles and has_state(node, Atspi.StateType.SHOWING):
                name = node.get_name()
                with self.subTest(name=name):
                    self.assertTrue(name)
                    # GTK falls back to the name of the class.
                    self.assertFalse(name.startswith(("Gtk", "Adw")), name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
