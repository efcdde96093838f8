"""``python tests/goldens.py`` writes the expected outputs; read them before a commit."""

from pathlib import Path

from summaries import COPIES, CROWD, EMPTY, EXPLAINED, FERRY, SCRIPTS

from summarize import __version__
from summarize.render import render

GOLDEN = Path(__file__).parent / "render" / "golden"

GOLDENS = {
    "terminal-40.txt": (FERRY, "terminal", {"width": 40}),
    "terminal-60.txt": (FERRY, "terminal", {"width": 60}),
    "terminal-80.txt": (FERRY, "terminal", {"width": 80}),
    "terminal-120.txt": (FERRY, "terminal", {"width": 120}),
    "terminal-200.txt": (FERRY, "terminal", {"width": 200}),
    "terminal-explain.txt": (EXPLAINED, "terminal", {"width": 60}),
    "terminal-color.txt": (FERRY, "terminal", {"width": 80, "color": True}),
    "terminal-ascii.txt": (FERRY, "terminal", {"width": 80, "ascii_only": True}),
    "terminal-scripts.txt": (SCRIPTS, "terminal", {"width": 60}),
    "terminal-crowd.txt": (CROWD, "terminal", {"width": 80}),
    "terminal-copies.txt": (COPIES, "terminal", {"width": 80}),
    "terminal-empty.txt": (EMPTY, "terminal", {"width": 80}),
    "text.txt": (FERRY, "text", {}),
    "text-explain.txt": (EXPLAINED, "text", {}),
    "markdown-explain.md": (EXPLAINED, "markdown", {}),
    "markdown.md": (FERRY, "markdown", {}),
    "summary.json": (FERRY, "json", {}),
}


def golden(name):
    summary, format_name, options = GOLDENS[name]
    return render(summary, format_name, **options).replace(f'"{__version__}"', '"VERSION"')


if __name__ == "__main__":
    for name in GOLDENS:
        (GOLDEN / name).write_text(golden(name), "utf-8", newline="\n")
