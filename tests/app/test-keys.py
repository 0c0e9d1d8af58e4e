#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the program, of its shortcuts window and of its manual page are the same.

usage: test-keys.py SOURCE_ROOT
"""
import pathlib
import re
import sys
import xml.etree.ElementTree

NAMES = {
    'bracketleft': '[', 'bracketright': ']', 'question': '?', 'period': '.', 'Return': 'Enter',
    'Page_Up': 'Page Up', 'Page_Down': 'Page Down', 'space': 'Space',
}
# Not one of the shortcuts window: what clickers send.
UNLISTED = {'Shift+F5'}


def name_key(accelerator):
    modifiers = [{'Control': 'Ctrl'}.get(m, m) for m in re.findall(r'<(\w+)>', accelerator)]
    key = re.sub(r'<\w+>', '', accelerator)
    key = NAMES.get(key, key.upper() if len(key) == 1 else key)
    return '+'.join(modifiers + [key])


def read_overlay(root):
    tree = xml.etree.ElementTree.parse(root / 'resources/ui/help-overlay.ui')
    return {
        name_key(key)
        for node in tree.iter('property') if node.get('name') == 'accelerator'
        for key in node.text.split()
    }


def read_manual(root):
    text = (root / 'data/man/renshe.1').read_text(encoding='utf-8').replace('\\-', '-')
    section = text.split('.SH KEYS')[1].split('.SH ENVIRONMENT')[0]
    keys = set()
    for line in re.findall(r'^\.B (.+)$', section, re.MULTILINE):
        keys.update(line.split(', '))
    return keys


def read_program(root):
    source = (root / 'src/app/application.c').read_text(encoding='utf-8')
    table = source.split('} accels[] = {')[1].split('};')[0]
    return {
        name_key(key)
        for row in re.findall(r'\{\s*"[^"]+", \{([^}]*)\}', table)
        for key in re.findall(r'"([^"]+)"', row)
    }


def main():
    root = pathlib.Path(sys.argv[1])
    overlay, manual, program = read_overlay(root), read_manual(root), read_program(root)
    problems = [f'not in the manual page: {key}' for key in sorted(overlay - manual)]
    problems += [f'not in the shortcuts window: {key}' for key in sorted(manual - overlay)]
    problems += [
        f'of the program, not in the shortcuts window: {key}'
        for key in sorted(program - overlay - UNLISTED)
    ]
    if not (overlay and manual and program):
        problems.append('no keys were found at all')
    print('\n'.join(problems))
    return 1 if problems else 0


sys.exit(main())
