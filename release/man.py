"""The man page of a command, from its parser.

The options have the groups of ``--help``. The tables of the epilog, such as "examples:" and the
indented rows below it, become sections; what only the manual says follows them.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from summarize import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from release.command import Command, Option

_WIDTH = 79  # columns of a line of the source
_NAMES = {"exit codes": "exit status"}  # as manuals call them
_TABLE = re.compile(r"^(\S.*):\n((?:  .+\n?)+)", re.MULTILINE)
_ROW = re.compile(r"  (?P<left>\S.*?)(?:  +(?P<right>\S.*))?")
_FLAG = re.compile(r"(?<![\w-])--?[a-z][\w-]*")
_ESCAPES = {"\\": r"\e", "~": r"\(ti", "^": r"\(ha", "`": r"\(ga", '"': r"\(dq"}
_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)")  # an apostrophe is within a word


def page(command: Command) -> str:
    """Return the source of the page, in the macros of man(7)."""
    parser = command.parser
    listed = (command.argument, *command.options)
    names = sorted({option.metavar for option in listed if option.metavar})
    metavars = re.compile(r"\b(?:{})(?![A-Z])".format("|".join(map(re.escape, reversed(names)))))
    lines = [
        f'.TH {command.name.upper()} 1 "" "summarize {__version__}" "User Commands"',
        ".nh",  # no hyphens in options, and no wide gaps
        ".ad l",
        ".SH NAME",
        rf"{command.name} \- {command.about}",
        ".SH SYNOPSIS",
        _synopsis(parser.usage or parser.format_usage().partition(":")[2]),
        ".SH DESCRIPTION",
    ]
    for paragraph in (parser.description or "").split("\n\n"):
        lines += [*_text(paragraph, metavars), ".PP"]
    lines[-1] = ".SH OPTIONS"
    for title, options in command.groups.items():
        lines.append(f".SS {title[0].upper()}{title[1:]}")
        for option in options:
            lines += [".TP", _invocation(option), *_text(option.help, metavars)]
    tables = {title: _rows(body) for title, body in _TABLE.findall(parser.epilog or "")}
    tables |= {title: rows.items() for title, rows in command.sections.items()}
    for title, rows in tables.items():
        lines.append(f".SH {_NAMES.get(title, title).upper()}")
        for left, right in rows:
            lines += [".TP", _bold(left), *_text(right, metavars)]
    return "\n".join(lines) + "\n"


def _synopsis(usage: str) -> str:
    name, *words = usage.split()
    rest = _FLAG.sub(lambda found: _bold(found[0]), " ".join(words))
    return f"{_bold(name)} " + re.sub(r"\b[A-Z]+\b", lambda found: _italic(found[0]), rest)


def _invocation(option: Option) -> str:
    if not option.flags:
        return _italic(option.metavar or "")
    value = f" {_italic(option.metavar)}" if option.metavar else ""
    return ", ".join(f"{_bold(flag)}{value}" for flag in option.flags)


def _rows(body: str) -> Iterable[tuple[str, str]]:
    """Yield the two columns of each row; a row that is indented further continues the last one."""
    rows: list[tuple[str, str]] = []
    for line in body.splitlines():
        if found := _ROW.fullmatch(line):
            rows.append((found["left"], found["right"] or ""))
        else:
            left, right = rows[-1]
            rows[-1] = (left, f"{right} {line.strip()}".strip())
    return rows


def _text(text: str, metavars: re.Pattern[str]) -> list[str]:
    """Return running text as lines of source, with flags in bold and metavars in italics."""
    marked = _QUOTE.sub(r"\\(aq", _escaped(text))
    marked = _FLAG.sub(lambda found: _bold(found[0]), marked)
    marked = metavars.sub(lambda found: _italic(found[0]), marked)
    lines = textwrap.wrap(marked, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"\\&{line}" if line[0] in ".'" else line for line in lines]


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in text)


def _bold(text: str) -> str:
    """Return words to be typed, whose hyphens can be copied from the page."""
    return r"\fB" + _escaped(text).replace("-", r"\-") + r"\fR"


def _italic(text: str) -> str:
    return rf"\fI{text}\fR"
