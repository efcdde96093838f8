"""``summarize --check``: check somebody's text against articles."""

from __future__ import annotations

import shutil
from importlib import import_module
from typing import TYPE_CHECKING

from summarize import languages
from summarize.command.arguments import load_options
from summarize.command.checking import read_articles, read_encoder
from summarize.command.console import has_frame, is_terminal, say, wants_color
from summarize.command.output import Output
from summarize.errors import InputError, OptionError
from summarize.inputs.draft import read_draft
from summarize.inputs.events import would_read
from summarize.inputs.given import display
from summarize.languages.identify import AUTO
from summarize.options import Options

if TYPE_CHECKING:
    from argparse import Namespace

    from summarize.checked import Check
    from summarize.command.signals import Signals

_FORMATS = (None, "text", "terminal", "json")


def check_draft(options: Namespace, signals: Signals) -> int:
    """Check a draft against the articles at the PATHs, and write what was found.

    Returns
    -------
    int
        The exit code: 0 if all is found, 2 if a PATH cannot be read, otherwise 4.
    """
    if options.format not in _FORMATS:
        raise OptionError(f"--check has no format {options.format}; give text, terminal or json")
    if not options.paths:
        raise OptionError("--check needs the articles; give their PATHs after the draft")
    if options.output and would_read([options.check, *options.paths], options.output):
        raise OptionError(f"{options.output} is an input; choose another file for -o")
    wanted = AUTO if options.lang is None else Options(lang=options.lang).lang
    draft = read_draft(options.check, load_options(options))
    articles, is_unreadable = read_articles(options.paths, options)
    if not articles:
        raise InputError("no article could be read; give at least one")
    with signals.held():
        import_module("summarize.record.check")
    from summarize.record.check import check

    found = check(draft, articles, read_encoder(options.encoder), wanted)
    _write(found, options)
    if found.foreign:
        name = languages.load(found.foreign).english_name
        say(
            f"{display(options.check)} is in {name} and no article is; nothing can be found across "
            f"languages: give articles in {name}"
        )
    if not found.sentences:
        say(f"{display(options.check)} has no sentence to check; give its text")
    return 2 if is_unreadable else 4 if found.n_wrong or not found.sentences else 0


def _write(found: Check, options: Namespace) -> None:
    """Write a check in the format of the options, by default for the terminal if there is one."""
    from summarize.render.check import to_check_json, to_check_terminal, to_check_text

    is_shown = options.format is None and options.output is None and is_terminal()
    with Output(options.output) as output:
        if options.format == "json":
            output.write(to_check_json(found))
        elif options.format == "terminal" or is_shown:
            width = options.width or shutil.get_terminal_size().columns
            color, ascii_only = wants_color(options), not has_frame(output.encoding)
            output.write(to_check_terminal(found, width=width, color=color, ascii_only=ascii_only))
        else:
            output.write(to_check_text(found))
        output.is_wanted = True
