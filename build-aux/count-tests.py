#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of the last `meson test` and closes with “N passed, N failed”.

usage: count-tests.py MESON-LOGS STATUS

Exits with 1 where a case failed or was skipped, or where meson test itself did (STATUS).
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def main():
    logs, status = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    passed = failed = 0
    names = []
    for suite in ElementTree.parse(logs / "testlog.junit.xml").getroot().iter("testsuite"):
        cases = list(suite.iter("testcase"))
        for case in cases:
            bad = [child.tag for child in case if child.tag in ("failure", "error", "skipped")]
            if bad:
                failed += 1
                names.append(f"{suite.get('name')}: {case.get('name')} ({bad[0]})")
            else:
                passed += 1
    if status != 0 and failed == 0:
        failed = 1
        names.append("meson test failed outside its cases; see its log")
    for name in names:
        print(f"failed: {name}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or status else 0


if __name__ == "__main__":
    sys.exit(main())
