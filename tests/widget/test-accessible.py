#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the widget gallery as a screen reader does, and drives it by real keys."""

import os
import pathlib
import sys
import unittest

# No folder of compiled modules among the sources.
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lib"))
from accessible import Atspi, act, find, find_window, has_state, spin, start, stop, wait_for, walk  # noqa: E402

GALLERY = sys.argv.pop()
MAX_TABS = 60
KEYSYMS = {
    "Tab": 0xFF09,
    "Left": 0xFF51,
    "Right": 0xFF53,
    "Home": 0xFF50,
    "Down": 0xFF54,
    "Escape": 0xFF1B,
    "Return": 0xFF0D,
    "Menu": 0xFF67,
    "space": 0x20,
}


def is_focused(node):
    return has_state(node, Atspi.StateType.FOCUSED)


def press(key):
    Atspi.generate_keyboard_event(KEYSYMS.get(key) or ord(key), None, Atspi.KeySynthType.SYM)
    spin(0.1)


class Accessible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = start([GALLERY, "en"], env=dict(os.environ, G_DEBUG="fatal-warnings"))
        cls.addClassCleanup(stop, cls.process)
        cls.window = wait_for(lambda: find_window(cls.process), "the window")
        cls.heard = []
        cls.listener = Atspi.EventListener.new(cls.listen)
        for event in (
            "object:property-change:accessible-description",
            "object:text-changed:insert",
        ):
            cls.listener.register(event)

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

    def test_each_move_is_told(self):
        """Region, period, value with unit, status, distance to the target (R50), at every move."""
        chart = self.chart(1)
        twin = self.description(chart)
        self.focus(lambda: is_focused(chart))
        press("Home")
        wait_for(lambda: self.description(chart) != twin, "the cursor")
        press("Home")
        for year, facts in (
            ("2001", ["12.5 cases"]),
            ("2002", ["13.5 cases", "provisional", "≥ 10", "135% of target"]),
        ):
            wait_for(lambda: year in self.description(chart).split("\n")[0], year)
            told = self.description(chart)
            self.assertIn("Alpha", told)
            for fact in facts:
                self.assertIn(fact, told)
            press("Right")
        press("Escape")
        wait_for(lambda: self.description(chart) == twin, "the cursor to go")

    def test_range_by_keys(self):
        chart = self.chart(1)
        twin = self.description(chart)
        self.focus(lambda: is_focused(chart))
        press("Home")
        wait_for(lambda: self.description(chart) != twin, "the cursor")
        press("Home")
        wait_for(lambda: "2001" in self.description(chart), "the first year")
        # GTK reads no made-up modifiers from here: the action that Shift and Right have.
        self.assertTrue(act(chart, "range.later"))
        wait_for(lambda: "2001–2002 chosen" in self.description(chart), "the range to be told")
        self.assertIn("2002", self.description(chart).split("\n")[1])
        press("Return")
        wait_for(lambda: self.title() == "range 2001 to 2002", "the range to be taken")
        wait_for(lambda: "chosen" not in self.description(chart), "the band to go")
        # First the cursor, then the range, then whatever the window has Escape for.
        press("Escape")
        wait_for(lambda: self.description(chart) == twin, "the cursor to go")
        press("Escape")
        wait_for(lambda: self.title() == "zoomed back", "all of it")
        press("Escape")
        wait_for(lambda: self.title() == "escaped", "Escape to reach the window")

    def test_menu_key(self):
        chart = self.chart(1)
        self.focus(lambda: is_focused(chart))
        press("Menu")
        wait_for(lambda: self.title() == "menu", "the menu")

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
