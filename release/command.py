"""A command that is released, and its options as its parser describes them."""

from __future__ import annotations

import re
from argparse import SUPPRESS
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser
    from collections.abc import Mapping, Sequence


class Value(Enum):
    """What a shell offers for the value of an option."""

    FILE = auto()
    FOLDER = auto()
    NOTHING = auto()


_VALUES = {  # by the metavar; of all others, nothing is offered
    "PATH": Value.FILE,
    "FILE": Value.FILE,
    "DRAFT": Value.FILE,
    "SUMMARY.json": Value.FILE,
    "DIR": Value.FOLDER,
    "FOLDER": Value.FOLDER,
    "NAME|DIR": Value.FOLDER,
}


@dataclass(frozen=True, slots=True)
class Option:
    """One option, or an argument without a flag.

    Parameters
    ----------
    flags
        As they are written: ``("-w", "--words")``; empty for an argument.
    metavar
        The name of its value; None if it takes none.
    value
        The words that its value may be, or a kind of value.
    help
        What it does.
    """

    flags: tuple[str, ...]
    metavar: str | None
    value: tuple[str, ...] | Value
    help: str

    @property
    def short_help(self) -> str:
        """The help up to its first detail, for one line of a shell."""
        return re.split(r"[;:(]", self.help)[0].strip()


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Parameters
    ----------
    parser
        Its parser, whose epilog has tables as in ``summarize --help``.
    about
        What it does, in a few words.
    values
        The words that a flag may be followed by, where its action has no ``choices``.
    sections
        What only the manual says: tables, by the names of their sections.
    """

    parser: ArgumentParser
    about: str
    values: Mapping[str, Sequence[str]]
    sections: Mapping[str, Mapping[str, str]]

    @property
    def name(self) -> str:
        """What is typed."""
        return self.parser.prog

    @property
    def groups(self) -> dict[str, list[Option]]:
        """Options and arguments by the titles of their groups, as in the help."""
        groups = {
            group.title or "": [
                self._option(action)
                for action in group._group_actions  # noqa: SLF001 - argparse has no other list
                if action.help != SUPPRESS
            ]
            for group in self.parser._action_groups  # noqa: SLF001 - likewise
        }
        return {title: options for title, options in groups.items() if options}

    @property
    def options(self) -> list[Option]:
        """All options, without arguments that have no flag."""
        return [option for group in self.groups.values() for option in group if option.flags]

    @property
    def argument(self) -> Option:
        """What it takes without a flag, any number of times."""
        [action] = self.parser._get_positional_actions()  # noqa: SLF001 - argparse has no other list
        return self._option(action)

    def _option(self, action: Action) -> Option:
        words = action.choices or [
            word for flag in action.option_strings for word in self.values.get(flag, ())
        ]
        metavar = None if action.nargs == 0 else str(action.metavar)
        value = tuple(map(str, words)) or _VALUES.get(metavar or "", Value.NOTHING)
        return Option(tuple(action.option_strings), metavar, value, action.help or "")
