#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Renshe against a bare program doing the least of the same work, both in one run, in turn.

usage: run.py BUILD [ROUNDS]

Nothing passes or fails here: machines differ and are shared. The ratio of the medians is what may be compared.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def seconds(command, env=None, cwd=None):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env, cwd=cwd)
    return time.perf_counter() - start


def compare(name, ours, theirs, rounds, note, per=None):
    a, b = [], []
    ours(), theirs()
    for _ in range(rounds):
        a.append(ours())
        b.append(theirs())
    ratio = statistics.median(x / y for x, y in zip(a, b))
    median = statistics.median(a)
    extra = f"; {per / median:.0f} charts a second" if per else ""
    print(f"{name:10} {median * 1000:9.1f} ms   bare {statistics.median(b) * 1000:9.1f} ms   ratio {ratio:5.2f}   {note}{extra}")


def write_cube(path, cells):
    """A dense cube of invented numbers, with the mix of lengths that statistics have."""
    years, regions = 50, 100
    rows = cells // (years * regions)
    numbers = [round(((i * 2654435761) % 1000003) / 7.0, i % 3) for i in range(cells)]
    cube = {
        "version": "2.0", "class": "dataset", "label": "Invented cube",
        "id": ["indicator", "region", "year"], "size": [rows, regions, years],
        "role": {"metric": ["indicator"], "geo": ["region"], "time": ["year"]},
        "dimension": {
            "indicator": {"category": {"index": [f"i{i}" for i in range(rows)]}},
            "region": {"category": {"index": [f"r{i}" for i in range(regions)]}},
            "year": {"category": {"index": [str(1970 + i) for i in range(years)]}},
        },
        "value": numbers,
    }
    path.write_text(json.dumps(cube, separators=(",", ":")))


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    programs, bench = build / "src/programs", build / "tests/bench"
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        cube = scratch / "cube.json"
        write_cube(cube, 1_000_000)
        compare(
            "load",
            lambda: seconds([programs / "renshe-cli", "inspect", "--json", cube]),
            lambda: seconds([bench / "json-tree", cube]),
            rounds, "10⁶ dense cells: renshe-cli inspect / json-glib tree and sum")

        charts = scratch / "charts"

        def export():
            shutil.rmtree(charts, ignore_errors=True)
            charts.mkdir()
            return seconds([programs / "renshe-cli", "export", "--indicator", "new_urban_jobs", "--indicator", "surveyed_unemployment_rate_avg",
                            "--region", "000000", "--region", "500000", "--each-indicator", "--each-region", "--each-year",
                            "--from", "2004", "--to", "2026",
                            "--format", "png", "--size", "1280x720", "--quiet", "--output", charts])

        export()
        count = len(list(charts.iterdir()))

        def bare():
            folder = scratch / "bare"
            folder.mkdir(exist_ok=True)
            return seconds([bench / "bare-charts", str(count), folder])

        compare("export", export, bare, rounds, f"{count} PNG 1280×720: renshe-cli export / bare cairo and pango", per=count)

        # Frames, against the same ones drawn bare: budgets are overview 2, hover 0.1 of the overview, noise and wave 1.5.
        subprocess.run([bench / "frames", "all", str(2 * rounds)], check=True, env=dict(os.environ, LC_ALL="C.UTF-8"))

        if (programs / "renshe").exists():
            env = dict(os.environ, GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", GSETTINGS_SCHEMA_DIR=str(build / "data"), LC_ALL="C.UTF-8")
            display = [pathlib.Path(__file__).parents[1] / "lib/with-display.sh", "1400x900"]
            inner = f"""
import subprocess, sys, time
def run(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start
ours, theirs = ["{programs}/renshe", "--first-frame"], ["{bench}/empty-window"]
run(ours), run(theirs)
for _ in range({rounds}):
    print(run(ours), run(theirs))
"""
            out = subprocess.run(display + [sys.executable, "-c", inner], env=env, capture_output=True, text=True, check=True).stdout
            pairs = [tuple(map(float, line.split())) for line in out.splitlines() if line.strip()]
            ratio = statistics.median(a / b for a, b in pairs)
            print(f"{'start-up':10} {statistics.median(a for a, _ in pairs) * 1000:9.1f} ms   bare {statistics.median(b for _, b in pairs) * 1000:9.1f} ms   "
                  f"ratio {ratio:5.2f}   window with the dashboard to its first frame and out / empty GTK window")


if __name__ == "__main__":
    main()
