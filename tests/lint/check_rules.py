#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule in src/chart/RULES.md names tests, and every test that it names exists. TAP.

usage: check_rules.py SOURCE-ROOT

A path is known where a test program has it as one string, or its group ("/layer/unit/") and its last part as two. "/layer/unit/…" stands for a group.
"""

import pathlib
import re
import sys

FIRST, LAST = 1, 53
LEFT_OUT = {"R3"}
ROW = re.compile(r"^\| (R\d+) \|(.*)\|\s*$", re.MULTILINE)
PATH = re.compile(r"`(/[a-z0-9-]+(?:/[a-z0-9-]+)+(?:/…)?)`")
FILE = re.compile(r"`((?:[a-z]+/)?[a-z-]+/[a-z0-9-]*(?:\.[a-z]+)?)`")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def read_strings(root):
    """The strings of each test program, a set a file."""
    return [set(STRING.findall(path.read_text())) for path in sorted((root / "tests").glob("*/*.c"))]


def is_known(path, files):
    group, _, last = path.rpartition("/")
    if last == "…":
        return any(text == group + "/" or text.startswith(group + "/") for strings in files for text in strings)
    return any(path in strings or (group + "/" in strings and last in strings) for strings in files)


def check_rules(rows):
    for number in range(FIRST, LAST + 1):
        rule = f"R{number}"
        if rule not in rows:
            yield f"{rule} is not listed"
        elif rule not in LEFT_OUT and not PATH.search(rows[rule].split("|")[-1]):
            yield f"{rule} has no test"
    for rule in rows:
        if not FIRST <= int(rule[1:]) <= LAST:
            yield f"{rule} is no rule"


def check_tests(rows, files):
    for rule, row in rows.items():
        for path in PATH.findall(row):
            if not is_known(path, files):
                yield f"{rule} names the test {path}, which does not exist"


def check_files(rows, root):
    for rule, row in rows.items():
        for name in FILE.findall(row.split("|")[1]):
            if not (root / name).exists() and not (root / "src" / name).exists():
                yield f"{rule} names {name}, which does not exist"


def main():
    root = pathlib.Path(sys.argv[1])
    text = (root / "src/chart/RULES.md").read_text()
    found = ROW.findall(text)
    rows = dict(found)
    checks = [
        ("every rule is listed once and has a test", list(check_rules(rows)) + ["a rule is listed twice"] * (len(found) != len(rows))),
        ("every test named exists", list(check_tests(rows, read_strings(root)))),
        ("every file named exists", list(check_files(rows, root))),
    ]
    failed = 0
    print(f"1..{len(checks)}")
    for number, (name, problems) in enumerate(checks, 1):
        for problem in problems:
            print(f"# {problem}")
        print(f"{'not ok' if problems else 'ok'} {number} {name}")
        failed += bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
