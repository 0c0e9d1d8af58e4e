#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler cannot say about the form of the sources. One TAP case a rule.

usage: check_source.py SOURCE-ROOT
"""

import pathlib
import re
import subprocess
import sys

# What each layer may include of ours, and which toolkits it must not know. DESIGN.md says why.
LAYERS = {
    "base": set(),
    "dataset": {"base"},
    "query": {"base", "dataset"},
    "chart": {"base", "dataset", "query"},
    "render": {"base", "dataset", "query", "chart"},
    "export": {"base", "dataset", "query", "chart", "render"},
    "cli": {"base", "dataset", "query", "chart", "render", "export"},
    "widget": {"base", "dataset", "query", "chart", "render"},
    "app": {"base", "dataset", "query", "chart", "render", "export", "widget"},
    "programs": {"base", "cli", "app"},
}
DRAWING = re.compile(r"#include <(cairo|pango|gtk|gdk|adwaita)")
TOOLKIT = re.compile(r"#include <(gtk|gdk|adwaita)")
ADWAITA = re.compile(r"#include <adwaita")

# Function → what to use instead.
BANNED = {
    "strtod": "g_ascii_strtod: GTK sets the locale",
    "atof": "rs_number_parse_exact or g_ascii_strtod",
    "atoi": "g_ascii_string_to_signed",
    "atol": "g_ascii_string_to_signed",
    "sprintf": "g_snprintf",
    "vsprintf": "g_vsnprintf",
    "strcpy": "g_strlcpy",
    "strcat": "GString",
    "gets": "g_input_stream_read",
    "g_slice_new": "g_new",
    "g_slice_alloc": "g_malloc",
    "gtk_dialog_run": "signals",
    "cairo_show_text": "the painter",
    "cairo_surface_write_to_png": "rs_png_encode",
    "json_object_get_int_member": "json-get.h",
    "json_object_get_double_member": "json-get.h",
    "json_object_get_string_member": "json-get.h",
    "json_object_get_object_member": "json-get.h",
    "json_object_get_array_member": "json-get.h",
}
MAX_FILE_LINES = 900
MAX_FUNCTION_LINES = 120
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented")
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_./-])/(work|root|home/[a-z]+)/")


def tracked(root, *patterns):
    out = subprocess.run(["git", "-C", root, "ls-files", "--", *patterns], capture_output=True, text=True, check=True).stdout
    return [pathlib.Path(root) / line for line in out.splitlines() if (pathlib.Path(root) / line).is_file()]


def without_comments(text):
    """Comments and strings blanked, line breaks kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))

    return re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S)


def check_layers(root):
    for path in tracked(root, "src/*.c", "src/*.h"):
        layer = path.relative_to(root).parts[1]
        allowed = LAYERS[layer] | {layer}
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'#include "([a-z]+)/', line)
            if match and match.group(1) in LAYERS and match.group(1) not in allowed:
                yield f"{path}:{number}: {layer}/ must not know {match.group(1)}/"
            if '#include "../' in line:
                yield f"{path}:{number}: include by layer, not by ../"
            if layer in ("base", "dataset", "query", "chart") and DRAWING.match(line):
                yield f"{path}:{number}: {layer}/ must not know cairo, pango or GTK"
            if layer in ("render", "export", "cli") and TOOLKIT.match(line):
                yield f"{path}:{number}: {layer}/ must not know GTK"
            if layer == "widget" and ADWAITA.match(line):
                yield f"{path}:{number}: widget/ is plain GTK"


def check_banned(root):
    pattern = re.compile(r"\b(" + "|".join(BANNED) + r")\s*\(")
    for path in tracked(root, "src/*.c", "src/*.h"):
        for number, line in enumerate(without_comments(path.read_text()).splitlines(), 1):
            for match in pattern.finditer(line):
                yield f"{path}:{number}: {match.group(1)}: use {BANNED[match.group(1)]}"
            if "//" in line:
                yield f"{path}:{number}: comments are /* */"


def check_size(root):
    for path in tracked(root, "src/*.c", "src/*.h", "tests/*.c"):
        lines = path.read_text().splitlines()
        if len(lines) > MAX_FILE_LINES:
            yield f"{path}: {len(lines)} lines; split it by concern (at most {MAX_FILE_LINES})"
        start = None
        for number, line in enumerate(lines, 1):
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                if number - start > MAX_FUNCTION_LINES:
                    yield f"{path}:{start}: a function of {number - start} lines (at most {MAX_FUNCTION_LINES})"
                start = None


def check_words(root):
    for path in tracked(root, "src/*", "tests/*", "data/*", "resources/*", "build-aux/*", "*.md", "dev", ".ci/*", "*meson.build"):
        if path.suffix in (".png", ".ttf", ".otf", ".mo") or path.name == "check_source.py" or "corpus" in path.parts:
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if UNFINISHED.search(line) and path.suffix in (".c", ".h", ".py", ".build", ".md", ""):
                yield f"{path}:{number}: unfinished work: {line.strip()[:80]}"
            if MACHINE_PATH.search(line) and path.suffix != ".csv":
                yield f"{path}:{number}: a path of one machine: {line.strip()[:80]}"


def check_headers(root):
    for path in tracked(root, "src/*.c", "src/*.h", "tests/*.c", "tests/*.h"):
        text = path.read_text()
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
            yield f"{path}: no SPDX line at the top"
        if path.suffix == ".h" and "#pragma once" not in text:
            yield f"{path}: no #pragma once"


def check_links(root):
    for path in tracked(root, "*.md"):
        for match in re.finditer(r"\]\(([^)#]+)", path.read_text()):
            target = match.group(1)
            if "://" not in target and not (path.parent / target).exists():
                yield f"{path}: links to {target}, which does not exist"


RULES = [check_layers, check_banned, check_size, check_words, check_headers, check_links]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    print(f"1..{len(RULES)}")
    failed = 0
    for number, rule in enumerate(RULES, 1):
        complaints = list(rule(root))
        for complaint in complaints:
            print(f"# {complaint}")
        failed += bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__name__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
