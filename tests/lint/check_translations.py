#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese catalogue is complete, and every file with text for people is in POTFILES.in. TAP.

usage: check_translations.py SOURCE-ROOT
"""

import pathlib
import re
import subprocess
import sys
import tempfile

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "rs_tr:2", "rs_trc:2c,3", "rs_trn:2,3"]
MARKED = re.compile(r'\b(?:_|N_|C_|ngettext|g_dngettext|rs_tr|rs_trc|rs_trn)\s*\(|translatable="yes"')


def potfiles(root):
    lines = (root / "po/POTFILES.in").read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def check_potfiles(root):
    listed = set(potfiles(root))
    out = subprocess.run(
        ["git", "-C", root, "ls-files", "--", "src/*.c", "resources/ui/*.ui", "data/*.desktop.in", "data/*.metainfo.xml.in"],
        capture_output=True, text=True, check=True).stdout
    for name in out.splitlines():
        path = root / name
        if not path.is_file():
            continue
        marked = name.endswith(".in") or MARKED.search(path.read_text())
        if marked and name not in listed:
            yield f"{name} has text for people and is not in po/POTFILES.in"
        if not marked and name in listed:
            yield f"{name} is in po/POTFILES.in and has no text for people"
    for name in listed:
        if not (root / name).is_file():
            yield f"po/POTFILES.in names {name}, which does not exist"


def check_complete(root):
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = pathlib.Path(folder) / "renshe.pot", pathlib.Path(folder) / "zh_CN.po"
        command = ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "-o", pot, "--files-from=po/POTFILES.in"]
        command += ["--keyword"] + [f"--keyword={keyword}" for keyword in KEYWORDS]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, root / "po/zh_CN.po", pot], check=True)
        dump = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", merged], capture_output=True, text=True, check=True).stdout
        for match in re.finditer(r'^msgid (.*(?:\n".*")*)', dump, flags=re.M):
            if match.group(1) != '""':
                yield f"not translated: {match.group(1)[:200]}"
        fuzzy = subprocess.run(["msgattrib", "--only-fuzzy", "--no-obsolete", root / "po/zh_CN.po"], capture_output=True, text=True, check=True).stdout
        if "#, fuzzy" in fuzzy:
            yield "there are fuzzy translations in po/zh_CN.po"


def check_catalogue(root):
    result = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", root / "po/zh_CN.po"], capture_output=True, text=True)
    if result.returncode != 0:
        yield result.stderr.strip()


RULES = [check_potfiles, check_complete, check_catalogue]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    print(f"1..{len(RULES)}")
    failed = 0
    for number, rule in enumerate(RULES, 1):
        complaints = list(rule(root))
        for complaint in complaints:
            print("# " + complaint.replace("\n", " "))
        failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__name__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
