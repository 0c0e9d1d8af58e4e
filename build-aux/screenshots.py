#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes PNG of every page in light, dark, high contrast, Chinese and large text, and the gallery of charts, for people to look at.

usage: screenshots.py BUILD FOLDER [NAME-PART]

With NAME-PART only pictures whose name contains it. FOLDER/index.html shows the pages, FOLDER/gallery/index.html the charts.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import gallery  # noqa: E402 (the line above leaves no folder behind)

ROOT = pathlib.Path(__file__).resolve().parent.parent

PAGES = [
    ("overview", ["--page", "overview"]),
    ("jobs", ["--page", "chart:jobs"]),
    ("graduates", ["--page", "chart:graduates"]),
    ("coverage", ["--page", "chart:coverage"]),
    ("figures", ["--page", "chart:figures"]),
    ("slide-jobs", ["--page", "present:1"]),
    ("slide-figures", ["--page", "present:5"]),
    ("district", ["--page", "overview", "--region", "500101"]),
    ("china-monthly", ["--dataset", "monthly", "--page", "overview"]),
]
# name → size, language, extra environment, extra options
LOOKS = [
    ("light", "1400x900", "en", {}, []),
    ("dark", "1400x900", "en", {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, []),
    ("high-contrast", "1400x900", "en", {"ADW_DEBUG_HIGH_CONTRAST": "1"}, []),
    ("chinese", "1400x900", "zh_CN", {}, []),
    ("large-text", "1400x900", "zh_CN", {}, ["--text-scale", "2"]),
    ("narrow", "900x600", "en", {}, []),
    ("4k", "3840x2160", "zh_CN", {}, []),
]


def main():
    build, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for look, size, language, extra, options in LOOKS:
        for page, arguments in PAGES:
            name = f"{page}-{look}.png"
            if part not in name:
                continue
            with tempfile.TemporaryDirectory() as runtime:
                # The glibc of Debian 13 translates nothing in a locale called C, and few systems have a Chinese one.
                locales = pathlib.Path(runtime) / "locale"
                locales.mkdir()
                locale = f"{language}.UTF-8"
                (locales / locale).symlink_to("/usr/lib/locale/C.utf8")
                env = dict(os.environ, LANGUAGE=language, LC_ALL=locale, LOCPATH=str(locales), GSETTINGS_BACKEND="memory",
                           GSK_RENDERER="cairo", GSETTINGS_SCHEMA_DIR=str(build / "data"),
                           GTK_A11Y="none", **extra)
                command = [ROOT / "tests/lib/with-display.sh", size,
                           build / "src/programs/renshe", "--screenshot", folder / name, "--size", size, *options, *arguments]
                subprocess.run(command, env=env, check=True)
            print(name, flush=True)
            rows.append(name)
    (folder / "index.html").write_text(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Renshe: every page</title>\n</head>\n<body>\n'
        '<p><a href="gallery/index.html">Every kind of chart</a></p>\n' +
        "".join(f'<p>{name}<br><img src="{name}" alt="The window: {name}" style="max-width:100%"></p>\n' for name in rows) +
        "</body>\n</html>\n")
    return 1 if gallery.write(build, folder / "gallery", part) else 0


if __name__ == "__main__":
    sys.exit(main())
