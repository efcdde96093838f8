"""Writes the manuals and completions in ``share/``: ``python -m release``.

They are part of the repository, so that an installation needs nothing more. The tests compare them
with what the parsers say.
"""

from __future__ import annotations

from pathlib import Path

from release import completions
from release.command import Command
from release.man import page
from summarize.command.arguments import build_parser
from summarize.languages import codes
from summarize.languages.identify import AUTO
from summarize.mcp.__main__ import build_parser as build_server_parser

SHARE = Path(__file__).parents[1] / "share"
_FETCHING = {
    "HTTP_PROXY, HTTPS_PROXY, NO_PROXY": "The proxies that pages are fetched through, and the "
    "hosts that are asked directly.",
    "LOCALAPPDATA": "On Windows, what XDG_CACHE_HOME is elsewhere.",
    "XDG_CACHE_HOME": "The folder of caches, by default ~/.cache.",
}
COMMANDS = [
    Command(
        build_parser(),
        about="one cited, extractive summary of several news articles",
        values={"--lang": (AUTO, *codes())},
        sections={
            "environment": {
                "COLUMNS": "The width of the terminal format, if --width is not given.",
                "FORCE_COLOR": "If it is not empty, colours are used even where standard output is "
                "not a terminal.",
                **_FETCHING,
                "NO_COLOR": "If it is not empty, no colours are used, unless --color always is "
                "given.",
                "TERM": "If it is dumb, no colours are used.",
            },
            "files": {
                "~/.cache/summarize/pages": "Pages that were fetched. Later runs and --verify read "
                "them from there. It may be deleted at any time.",
                "FILE.part": "Finished events of a batch that is written to FILE, for --resume.",
            },
        },
    ),
    Command(
        build_server_parser(),
        about="summaries and checks of articles, as tools for language models",
        values={},
        sections={"environment": _FETCHING},
    ),
]


def files() -> dict[str, str]:
    """Return the text of each file below ``share/``, by its path there."""
    made = {}
    for command in COMMANDS:
        name = command.name
        made[f"man/man1/{name}.1"] = page(command)
        made[f"bash-completion/completions/{name}"] = completions.bash(command)
        made[f"zsh/site-functions/_{name}"] = completions.zsh(command)
        made[f"fish/vendor_completions.d/{name}.fish"] = completions.fish(command)
    return made


def main() -> None:
    """Write all files."""
    for name, text in files().items():
        path = SHARE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
