#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same request gives the same bytes in any locale, time zone and home. TAP.

usage: check_bytes.py RENSHE-CLI
"""

import os
import pathlib
import subprocess
import sys
import tempfile

PICTURES = [(format, language) for format in ("png", "svg", "pdf", "csv") for language in ("en", "zh_CN")]
WORLDS = [
    {"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"},
    {"LC_ALL": "ja_JP.UTF-8"},
    {"LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"LC_ALL": "", "LANG": "zh_CN.UTF-8", "FC_LANG": "ja"},
    {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "TZ": "America/St_Johns"},
]


def export(program, folder, world):
    """File name → bytes of all pictures, made in a process with @world in its environment."""
    result = {}
    for format, language in PICTURES:
        path = pathlib.Path(folder) / f"{language}.{format}"
        subprocess.run(
            [program, "export", "--view", "graduates", "--region", "500000", "--year", "2021", "--lang", language,
             "--format", format, "--size", "640x420", "--force", "--quiet", "--output", path],
            # Leaks are judged by the other tests; finding them takes most of the time here.
            env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0", **world}, check=True)
        result[path.name] = path.read_bytes()
    return result


def main():
    program = sys.argv[1]
    print(f"1..{len(WORLDS)}")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        expected = export(program, folder, {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "UTC"})
        for number, world in enumerate(WORLDS, 1):
            found = export(program, folder, world)
            different = sorted(name for name in expected if found[name] != expected[name])
            for name in different:
                print(f"# {name} differs")
            failed += bool(different)
            print(f"{'not ok' if different else 'ok'} {number} {' '.join(f'{k}={v}' for k, v in world.items())}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
