#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the widget gallery as a screen reader does, and drives it by real keys."""

import os
import subprocess
import sys
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

GALLERY = sys.argv.pop()
TIMEOUT_S = 60
MAX_TABS = 60
KEYSYMS = {
    "Tab": 0xFF09,
    "Left": 0xFF51,
    "Right": 0xFF53,
    "Home": 0xFF50,
    "Down": 0xFF54,
    "Escape": 0xFF1B,
    "Return": 0xFF0D,
    "space": 0x20,
}


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
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def find(root, role, name=None, nth=0):
    hits = []
    for node in walk(root):
        if node.get_role() == role and (name is None or node.get_name() == name):
            hits.append(node)
    return hits[nth] if len(hits) > nth else None


def is_focused(node):
    node.clear_cache()
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def act(node, name):
    """Does an action that the node offers at present; whether it does."""
    node.clear_cache()
    for i in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, i) == name:
            return Atspi.Action.do_action(node, i)
    return False


def press(key):
    Atspi.generate_keyboard_event(KEYSYMS.get(key) or ord(key), None, Atspi.KeySynthType.SYM)
    spin(0.1)


class Accessible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = subprocess.Popen(
            [GALLERY, "en"], env=dict(os.environ, G_DEBUG="fatal-warnings")
        )
        cls.app = wait_for(cls.find_app, "the program in the accessibility tree")
        cls.window = wait_for(lambda: find(cls.app, Atspi.Role.FRAME), "the window")
        cls.heard = []
        cls.listener = Atspi.EventListener.new(cls.listen)
        for event in (
            "object:property-change:accessible-description",
            "object:text-changed:insert",
        ):
            cls.listener.register(event)

    @classmethod
    def tearDownClass(cls):
        cls.process.terminate()
        cls.process.wait()

    @classmethod
    def find_app(cls):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == cls.process.pid:
                return app
        return None

    @classmethod
    def listen(cls, event):
        cls.heard.append((event.type, event.source.get_role()))

    def chart(self, nth):
        return wait_for(
            lambda: find(self.window, Atspi.Role.IMAGE, "Invented things", nth), "the chart"
        )

    def focus(self, wanted):
        """Tabs to a widget: GTK 4.8 cannot be told to by way of accessibility."""
        for _ in range(MAX_TABS):
            if wanted():
                return
            press("Tab")
        self.fail("Tab never came there")

    def description(self, node):
        node.clear_cache()
        return node.get_description()

    def title(self):
        self.window.clear_cache()
        return self.window.get_name()

    def test_controls_have_names(self):
        for role, name in (
            (Atspi.Role.SLIDER, "Year"),
            (Atspi.Role.SPIN_BUTTON, "Year"),
            (Atspi.Role.PUSH_BUTTON, "Previous year"),
            (Atspi.Role.PUSH_BUTTON, "Next year"),
            (Atspi.Role.PUSH_BUTTON, "Play the years"),
            (Atspi.Role.LIST, "Regions"),
        ):
            self.assertIsNotNone(find(self.window, role, name), f"{role.value_nick} “{name}”")

    def test_rows_say_no_figures(self):
        row = find(self.window, Atspi.Role.LIST_ITEM, "Beta, no figures")
        self.assertIsNotNone(row)

    def test_chart_has_twin(self):
        self.assertIn("Alpha", self.description(self.chart(0)))

    def test_cursor_is_heard(self):
        chart = self.chart(1)
        twin = self.description(chart)
        self.focus(lambda: is_focused(chart))
        self.heard.clear()
        # Whatever the first key, it begins at the chosen year.
        press("Home")
        wait_for(lambda: self.description(chart) != twin, "the chosen year")
        self.assertIn("2005", self.description(chart))
        press("Home")
        wait_for(lambda: "2005" not in self.description(chart), "the first year")
        text = self.description(chart)
        self.assertNotEqual(text, twin)
        self.assertIn("2001", text)
        self.assertIn("12.5", text)
        wait_for(lambda: self.heard, "an event for the screen reader")
        self.assertIn(("object:property-change:accessible-description", Atspi.Role.IMAGE), self.heard)
        status = find(chart, Atspi.Role.STATUS_BAR)
        self.assertIsNotNone(status)
        self.assertEqual(Atspi.Text.get_text(status, 0, Atspi.Text.get_character_count(status)), text)
        press("Right")
        wait_for(lambda: "2002" in self.description(chart), "the next year")
        press("Escape")
        wait_for(lambda: self.description(chart) == twin, "the cursor to go")
        self.assertNotEqual(self.title(), "escaped")
        press("Escape")
        wait_for(lambda: self.title() == "escaped", "Escape to reach the window")

    def test_cursor_by_action(self):
        chart = self.chart(1)
        twin = self.description(chart)
        self.assertTrue(act(chart, "cursor.last"))
        wait_for(lambda: self.description(chart) != twin, "the cursor")
        self.assertIn("2005", self.description(chart))
        # A key that would do nothing is no action either.
        self.assertTrue(act(chart, "cursor.clear"))
        wait_for(lambda: self.description(chart) == twin, "the cursor to go")
        self.assertFalse(act(chart, "cursor.clear"))

    def test_card_opens(self):
        card = self.chart(0)
        self.focus(lambda: is_focused(card))
        press("Return")
        wait_for(lambda: self.title() == "activated", "the card to open")

    def test_slider_keys(self):
        slider = find(self.window, Atspi.Role.SLIDER)
        self.focus(lambda: is_focused(slider))
        press("Home")
        wait_for(lambda: self.title() == "year 2001", "the first year")
        press("Right")
        wait_for(lambda: self.title() == "year 2002", "the next year")
        press("Right")
        wait_for(lambda: self.title() == "year 2004", "the year after the gap")
        press("space")
        wait_for(lambda: find(self.window, Atspi.Role.PUSH_BUTTON, "Pause"), "play")
        press("space")
        wait_for(lambda: find(self.window, Atspi.Role.PUSH_BUTTON, "Play the years"), "pause")

    def test_search_keys(self):
        entry = next(
            node
            for node in walk(self.window)
            if "Search for a region" in (node.get_name() or "")
        )
        self.focus(lambda: any(is_focused(node) for node in walk(entry)))
        for key in "jiayi":
            press(key)
        press("Return")
        wait_for(lambda: self.title() == "region A1", "the first match")
        press("Escape")
        press("Down")
        press("Home")
        wait_for(lambda: self.title() == "region W", "the first region of the list")


if __name__ == "__main__":
    unittest.main(verbosity=2)
