"""Draws what the README shows: `summarize seeds/` on a terminal of 100 columns, and as a page.

The same summary as a matrix is `plot.svg`, on the page about notebooks.

Run it from anywhere after a change to the output: ``python docs/picture.py``. `terminal.svg` has no
fonts and no links, only text in whatever monospaced font the reader has. `page.png` needs
playwright and Chromium.
"""

import shutil
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from summarize import Article, summarize

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "terminal.svg"
PAGE = ROOT / "docs" / "page.png"
PLOT = ROOT / "docs" / "plot.svg"
WIDTH = 100
THEME = TerminalTheme(
    background=(24, 26, 31),
    foreground=(220, 223, 228),
    normal=[
        (40, 44, 52),
        (224, 108, 117),
        (126, 190, 120),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 204),
        (220, 223, 228),
    ],
)
TEMPLATE = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
  <style>
    .{unique_id}-matrix, .{unique_id}-title {{
      font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: {char_height}px;
      line-height: {line_height}px;
    }}
    {styles}
  </style>
  <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
  </defs>
  {chrome}
  <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
  </g>
</svg>
"""


def seeds() -> list[Article]:
    """Read the seeds as the command does."""
    return [
        Article(text=path.read_text("utf-8-sig"), path=f"seeds/{path.name}")
        for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]


def shoot(chromium: str) -> None:
    """Open the page of the seeds in Chromium, follow a citation and take a picture."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_content(summarize(seeds()).to_html())
        page.locator("a.cite").nth(3).click()
        page.screenshot(path=PAGE)
        browser.close()


def draw() -> str:
    """Summarise the seeds and draw the result as SVG."""
    console = Console(
        file=StringIO(),
        record=True,
        width=WIDTH,
        color_system="truecolor",
        force_terminal=True,
        legacy_windows=False,
        _environ={},
    )
    console.print(summarize(seeds()), "")  # the empty line keeps the last one off the edge
    return console.export_svg(
        title="summarize seeds/", theme=THEME, code_format=TEMPLATE, unique_id="summary"
    )


def plot() -> str:
    """Draw which of the seeds say which sentences, as SVG without fonts."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "summarize"}):
        figure = Figure(figsize=(7, 4.2), layout="constrained")
        summarize(seeds()).plot(ax=figure.subplots())
        file = StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None})
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


if __name__ == "__main__":
    PLOT.write_text(plot(), "utf-8")
    PICTURE.write_text(draw(), "utf-8")
    if chromium := shutil.which("chromium") or shutil.which("chromium-browser"):
        shoot(chromium)
    else:
        sys.exit(f"{PAGE.name} was not drawn: Chromium was not found")
