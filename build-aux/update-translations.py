#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings po/POTFILES.in and po/zh_CN.po up to date with the sources, and lists what is left to translate.

usage: update-translations.py SOURCE-ROOT
"""

import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(ROOT / "tests/lint"))
sys.dont_write_bytecode = True
from check_translations import KEYWORDS, MARKED  # noqa: E402


def main():
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "--", "src/*.c", "resources/ui/*.ui"], capture_output=True, text=True, check=True).stdout.split()
    names = sorted(name for name in listed if (ROOT / name).is_file() and MARKED.search((ROOT / name).read_text()))
    names += ["data/org.renshe.Renshe.desktop.in", "data/org.renshe.Renshe.metainfo.xml.in"]
    (ROOT / "po/POTFILES.in").write_text("\n".join(names) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "renshe.pot"
        command = ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "-o", pot, "--files-from=po/POTFILES.in", "--keyword"]
        subprocess.run(command + [f"--keyword={keyword}" for keyword in KEYWORDS], cwd=ROOT, check=True)
        subprocess.run(["msgmerge", "--quiet", "--update", "--backup=none", "--no-fuzzy-matching", ROOT / "po/zh_CN.po", pot], check=True)
        subprocess.run(["msgattrib", "--no-obsolete", "-o", ROOT / "po/zh_CN.po", ROOT / "po/zh_CN.po"], check=True)
    left = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", ROOT / "po/zh_CN.po"], capture_output=True, text=True, check=True).stdout
    print(left or "Everything is translated.")


if __name__ == "__main__":
    main()
