#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest is well formed, builds what we have, and asks for no more than it needs. TAP.

usage: check_flatpak.py SOURCE-ROOT
"""

import json
import pathlib
import re
import sys

ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}
KNOWN_MEMBERS = {"id", "runtime", "runtime-version", "sdk", "command", "finish-args", "cleanup", "modules"}
MODULE_MEMBERS = {"name", "buildsystem", "config-opts", "sources"}


def check_form(root, manifest):
    for member in KNOWN_MEMBERS - {"cleanup"}:
        if member not in manifest:
            yield f"no member {member}"
    for member in manifest.keys() - KNOWN_MEMBERS:
        yield f"unknown member {member}"
    if (manifest.get("id"), manifest.get("runtime"), manifest.get("sdk")) != ("org.renshe.Renshe", "org.gnome.Platform", "org.gnome.Sdk"):
        yield "id, runtime or sdk are not ours"
    if not re.fullmatch(r"[0-9]+", manifest.get("runtime-version", "")):
        yield "runtime-version is not a GNOME release"
    for module in manifest.get("modules", []):
        for member in module.keys() ^ MODULE_MEMBERS:
            yield f"module {module.get('name')}: {member}"


def check_permissions(root, manifest):
    for argument in manifest["finish-args"]:
        if argument not in ALLOWED:
            yield f"{argument}: not needed; files come through portals and there is no network"


def check_build(root, manifest):
    options = set(re.findall(r"option\('([a-z-]+)'", (root / "meson_options.txt").read_text()))
    for module in manifest["modules"]:
        for option in module["config-opts"]:
            match = re.fullmatch(r"-D([a-z-]+)=(true|false)", option)
            if match and match.group(1) not in options:
                yield f"{option}: meson_options.txt has no such option"
            if not match and not option.startswith("--buildtype="):
                yield f"{option}: not understood"
        for source in module["sources"]:
            if source["type"] != "dir" or not (root / "flatpak" / source["path"] / "meson.build").is_file():
                yield f"source {source}: is not this checkout (builds must work offline)"


RULES = [check_form, check_permissions, check_build]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    manifest = json.loads((root / "flatpak/org.renshe.Renshe.json").read_text())
    print(f"1..{len(RULES)}")
    failed = 0
    for number, rule in enumerate(RULES, 1):
        complaints = list(rule(root, manifest))
        for complaint in complaints:
            print(f"# {complaint}")
        failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__name__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
