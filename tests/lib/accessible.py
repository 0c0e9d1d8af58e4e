# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a program and reads its window through the accessibility tree, as a screen reader does."""

import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TIMEOUT_S = 60


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


def find(root, role, name=None, nth=0):
    """The @nth node of @role, and of @name if one is given; None where there are not so many."""
    for node in walk(root):
        if node.get_role() == role and (name is None or node.get_name() == name):
            if nth == 0:
                return node
            nth -= 1
    return None


def has_state(node, state):
    """Asks the program itself, not what was heard of it before."""
    node.clear_cache()
    return node.get_state_set().contains(state)


def act(node, name):
    """Does the action @name, if the node offers it at present; whether it does."""
    node.clear_cache()
    for i in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, i) == name:
            return Atspi.Action.do_action(node, i)
    return False


def start(argv, env=None):
    """Starts a program whose window find_window() will find."""
    # The registry first: a program that starts before it is there may never be listed.
    Atspi.init()
    Atspi.get_desktop(0).get_child_count()
    spin(1)
    return subprocess.Popen(argv, env=env)


def stop(process):
    process.terminate()
    process.wait()


def find_window(process):
    """The first window of @process, or None as long as there is none."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is None or application.get_process_id() != process.pid:
            continue
        for j in range(application.get_child_count()):
            window = application.get_child_at_index(j)
            if window is not None and window.get_role() == Atspi.Role.FRAME:
                return window
    return None
