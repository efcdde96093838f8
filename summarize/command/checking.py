"""``summarize --verify``: check a saved summary; and the articles that one is checked against."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from summarize.command.arguments import load_options
from summarize.command.console import say
from summarize.command.output import Output
from summarize.errors import OptionError
from summarize.inputs.events import events
from summarize.inputs.given import display
from summarize.inputs.records import Skipped
from summarize.inputs.summaries import MalformedError, paths_of, read_summary
from summarize.record.verify import verify
from summarize.render.facts import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from summarize.command.signals import Signals
    from summarize.model import Article
    from summarize.semantic.encoder import Encoder

_MOST_PROBLEMS = 10  # that are listed


def read_encoder(name: str | None) -> Encoder | None:
    """Read the model that `--encoder` names, if any."""
    if name is None:
        return None
    if not name:
        raise OptionError("--encoder is empty; give a model's folder or name")
    from summarize.semantic.load import load as load_encoder

    return load_encoder(name)


def check_summary(options: Namespace, signals: Signals) -> int:
    """Check a summary against its articles and print the problems.

    Returns
    -------
    int
        The exit code: 0 without problems, 2 if a PATH cannot be read, otherwise 4.
    """
    try:
        summary = read_summary(options.verify)
    except MalformedError as error:
        say(str(error))
        return 4
    paths = options.paths or paths_of(summary)
    articles, is_unreadable = read_articles(paths, options, cached_only=not options.paths)
    with signals.held():
        import_module("summarize.record.recompute")
    problems = verify(summary, articles, read_encoder(options.encoder))
    for problem in problems[:_MOST_PROBLEMS]:
        say(f"{display(options.verify)}: {problem}")
    if (n_more := len(problems) - _MOST_PROBLEMS) > 0:
        say(f"{display(options.verify)}: and {count(n_more, 'more problem')}")
    if is_unreadable and options.paths:
        return 2
    if problems:
        return 4
    with Output(None) as output:
        sentences = count(len(summary["sentences"]), "sentence")
        output.write(
            f"verified {sentences} against {count(len(summary['documents']), 'article')}\n"
        )
    return 0


def read_articles(
    paths: Sequence[str], options: Namespace, *, cached_only: bool = False
) -> tuple[list[Article], bool]:
    """Read the articles of paths, and print what cannot be used.

    Parameters
    ----------
    paths
        Files, folders and links.
    options
        How they are read.
    cached_only
        Fetch nothing: a summary, which names the links, must not decide that.

    Returns
    -------
    articles : list of Article
    is_unreadable : bool
        Whether a path that was named cannot be read.
    """
    articles: list[Article] = []
    is_unreadable = False
    reading = replace(load_options(options), cached_only=cached_only)
    for item in events(paths, reading, jsonl=options.input == "jsonl"):
        if not isinstance(item, Skipped):
            articles += item.cluster.articles
            continue
        is_unreadable |= item.is_unreadable
        if item.is_unreadable or not (item.is_own or options.quiet):
            say(f"cannot use {item.where}: {item.reason}")
    return articles, is_unreadable
