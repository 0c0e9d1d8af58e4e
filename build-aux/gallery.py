#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes every kind of chart in every theme and language, with an HTML page to look at them, which needs no network.

usage: gallery.py BUILD FOLDER [NAME-PART]

The figures are those that the program brings along; where these have no example (every status of a figure in one line), an
invented dataset that says so in its titles.
"""

import html
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
INVENTED = HERE / "gallery-invented.json"

PROVINCES = ["500000", "110000", "310000", "330000", "420000", "510000", "520000", "530000", "610000"]
INSURANCES = ["pension_participants_total", "unemployment_insurance_participants", "work_injury_insurance_participants"]


def chart(kind, indicators, regions=("500000",), year=2021, *more):
    return ["--chart", kind, *(f"--indicator={i}" for i in indicators), *(f"--region={r}" for r in regions),
            f"--year={year}", *more]


# Name → what to draw, as arguments of renshe-cli export.
CHARTS = {
    "columns": chart("columns", ["new_urban_jobs"]),
    "columns-grouped": chart("columns", ["pension_participants_employee", "unemployment_insurance_participants",
                                         "work_injury_insurance_participants"], ["000000"], 2021, "--from=2016"),
    "stacked": chart("stacked", ["pension_participants_employee", "pension_participants_resident"], ["000000"]),
    "lines": chart("lines", INSURANCES, ["000000"]),
    "lines-context": chart("lines", ["resident_population"], PROVINCES, 2019, "--from=2010", "--to=2019"),
    "lines-months": ["--dataset=monthly", *chart("lines", ["surveyed_unemployment_rate"], ["000000"], 2025)],
    "years": ["--dataset=monthly", *chart("years", ["new_urban_jobs_cumulative"], ["000000"], 2025)],
    "dots": chart("dots", ["graduate_employment_rate_aug31", "graduate_employment_rate_year_end"]),
    "areas": chart("areas", ["unemployment_insurance_participants"], ["000000"]),
    "bars": chart("bars", [*INSURANCES, "pension_coverage_rate"]),
    "ranked": chart("ranked", ["registered_unemployment_rate"], ["500000"], 2005, "--scope=peers"),
    "slope": chart("slope", ["registered_unemployment_rate"], PROVINCES, 2005, "--from=2003"),
    "dumbbell": chart("dumbbell", ["registered_unemployment_rate"], PROVINCES, 2005, "--from=2003"),
    "bullet": chart("bullet", ["new_urban_jobs"], ["440000", "500000", "510000"], 2024),
    "multiples": chart("multiples", ["resident_population"], PROVINCES, 2019, "--from=2010", "--to=2019"),
    "heat": chart("heat", ["resident_population"], ["500000"], 2019, "--scope=peers", "--from=2010", "--to=2019"),
    "tiles": chart("tiles", ["registered_unemployment_rate"], ["500000"], 2005, "--scope=peers"),
    "tiles-districts": chart("tiles", ["resident_population"], ["500105"], 2024, "--scope=peers"),
    "sparkline": chart("sparkline", ["unemployment_insurance_participants"], ["000000"]),
    "figures": ["--board=overview", "--view=figures", "--region=500000", "--year=2021"],
    "statuses-lines": [str(INVENTED), *chart("lines", ["statuses"], ["A"], 2024)],
    "statuses-columns": [str(INVENTED), *chart("columns", ["statuses"], ["A"], 2024)],
    "statuses-dots": [str(INVENTED), *chart("dots", ["statuses"], ["A"], 2024)],
    "statuses-heat": [str(INVENTED), *chart("heat", ["statuses"], ["A", "B", "C"], 2024)],
    "negative-columns": [str(INVENTED), *chart("columns", ["balance"], ["A"], 2024)],
    "negative-ranked": [str(INVENTED), *chart("ranked", ["balance"], ["A"], 2024, "--scope=peers")],
}
THEMES = ["light", "dark", "high-contrast", "high-contrast-dark", "print", "greyscale", "hall", "hall-dark"]
LANGUAGES = ["en", "zh_CN"]
SIZE = "800x500"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Renshe: every kind of chart</title>
<style>
body {{ font: 15px/1.5 sans-serif; margin: 24px; color: #1f2328; background: #f4f5f7 }}
nav a {{ margin-right: 12px }}
.pictures {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(380px, 1fr)); gap: 18px }}
figure {{ margin: 0 }}
img {{ width: 100%; height: auto; display: block; border: 1px solid #d0d4da }}
figcaption {{ color: #5b6470; font-size: 13px }}
</style>
</head>
<body>
<h1>Every kind of chart, in every theme and language</h1>
<p>Drawn by <code>renshe-cli export</code>. Figures of charts whose name begins with “statuses” or “negative” are invented.</p>
<nav>{links}</nav>
{sections}
</body>
</html>
"""


def export(build, path, arguments, theme, language):
    """Writes one picture. Returns: None, or why there is none."""
    command = [build / "src/programs/renshe-cli", "export", *arguments, "--theme", theme, "--lang", language,
               "--size", SIZE, "--format", "png", "--quiet", "--force", "--output", path]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
    return None if done.returncode == 0 and path.exists() else done.stderr.strip() or "nothing was written"


def make_section(name, rows):
    pictures = "\n".join(
        f'<figure><a href="{html.escape(file)}"><img src="{html.escape(file)}" loading="lazy" width="800" height="500" '
        f'alt="{html.escape(text)}"></a><figcaption>{html.escape(caption)}</figcaption></figure>'
        for file, text, caption in rows)
    return f'<section id="{name}">\n<h2>{name}</h2>\n<div class="pictures">\n{pictures}\n</div>\n</section>'


def describe(path):
    """The description that the picture carries, which is its text alternative."""
    data = path.read_bytes()
    at = data.find(b"iTXtDescription\0")
    if at < 0:
        return path.stem
    length = int.from_bytes(data[at - 4:at], "big")
    # Keyword, compression flag and method, language, translated keyword, text.
    parts = data[at + 4:at + 4 + length].split(b"\0", 3)
    return parts[3].split(b"\0", 2)[-1].decode().replace("\n", " ")


def write(build, folder, part=""):
    """Returns: how many pictures could not be drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    sections, failed = [], 0
    for name, arguments in CHARTS.items():
        rows = []
        if part not in name:
            continue
        for language in LANGUAGES:
            for theme in THEMES:
                file = f"{name}-{theme}-{language}.png"
                reason = export(build, folder / file, arguments, theme, language)
                if reason is not None:
                    print(f"{file}: {reason}", file=sys.stderr, flush=True)
                    failed += 1
                    continue
                rows.append((file, describe(folder / file), f"{theme}, {language}"))
        print(f"{name}: {len(rows)} pictures", flush=True)
        sections.append((name, make_section(name, rows)))
    links = "\n".join(f'<a href="#{name}">{name}</a>' for name, _ in sections)
    (folder / "index.html").write_text(PAGE.format(links=links, sections="\n".join(text for _, text in sections)))
    return failed


def main():
    failed = write(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(),
                   sys.argv[3] if len(sys.argv) > 3 else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
