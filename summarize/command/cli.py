"""The command: reads the options, opens what they name, and runs.

What happens in a run, and its exit code, is in `run`; what happens to an event in `events`, who
does it in `workers`, what a terminal can show in `console`, where summaries go in `output` and
`part`, and ``--verify``, with its exit codes, in `checking`.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from summarize.batch.many import Backend, in_order
from summarize.command.arguments import USAGE, load_options, parse
from summarize.command.checking import check_summary, read_encoder
from summarize.command.console import fetching, has_frame, is_terminal, progress, say, wants_color
from summarize.command.digest import DIGEST_WORDS, Front, Grouped, finish, size_of
from summarize.command.draft import check_draft
from summarize.command.events import Outcome, View
from summarize.command.output import Folder, Output, pages_in
from summarize.command.part import Part, can_grow
from summarize.command.run import Run
from summarize.command.signals import Signals
from summarize.errors import OptionError, SummarizeError
from summarize.inputs.events import events, is_batch, total_size, would_read
from summarize.inputs.save import check_folder, saved
from summarize.inputs.summaries import read_summary
from summarize.options import check_whole
from summarize.record.schema import DIGEST_SCHEMA
from summarize.render import FORMATS
from summarize.render.html import to_index
from summarize.summarizer import Summarizer

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from summarize.command.run import Item
    from summarize.inputs.records import Event, Skipped
    from summarize.render import Format
_STDOUT = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Parameters
    ----------
    argv
        The arguments after the name of the command; by default those of the process.

    Returns
    -------
    int
        0 a summary was written; 1 nothing could be summarised; 2 wrong usage, or an input or
        output that cannot be opened; 3 inputs were skipped under ``--strict``; 4 ``--verify`` or
        ``--check`` found a problem; 130 interrupted.
    """
    try:
        options = parse(argv)
        if isinstance(options, str):
            with Output(None) as output:
                output.write(options)
            return 0
        with Signals() as signals:
            return _work(options, signals)
    except BrokenPipeError:  # the reader closed the help early
        return 0
    except SummarizeError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("interrupted")
        return 130


def _work(options: Namespace, signals: Signals) -> int:
    """Do what is asked: check a summary or a draft, or summarise."""
    if options.output in _STDOUT:  # it may be a file to append to
        options.output = None
    if options.verify is not None and options.check is not None:
        raise OptionError("--verify and --check cannot be combined; give only one of them")
    if options.verify is not None:
        return check_summary(options, signals)
    if options.check is not None:
        return check_draft(options, signals)
    return _run(options, signals)


def _run(options: Namespace, signals: Signals) -> int:
    """Check everything that can be checked in advance, then do the work."""
    if not options.paths:
        raise OptionError(
            f"no PATH given; usage: {USAGE}, where a PATH is a file, a folder, or - for "
            "standard input; see summarize --help"
        )
    summarizer = _summarizer(options)
    chosen = _format(options)
    if options.jobs is not None:
        check_whole("jobs", options.jobs)
    if options.jobs is not None and options.dask is not None:
        raise OptionError("--jobs and --dask cannot be combined; give only one of them")
    if options.group and options.group_by is not None:
        raise OptionError("--group and --group-by cannot be combined; give only one of them")
    inputs = _inputs(options)
    with ExitStack() as stack:
        is_quiet = options.quiet or (options.output is None and is_terminal())
        total = None if options.group_by else total_size(options.paths)
        bar = progress(
            len(options.paths) if options.each else total,
            is_wanted=_is_batch(options) and not is_quiet,
        )
        backend = _backend(options, stack)
        work = (
            partial(in_order, backend=backend) if backend else partial(_work_here, chosen, signals)
        )
        if backend and isinstance(inputs, Grouped):
            inputs.apply = partial(in_order, backend=backend, size=size_of)
        destination: AbstractContextManager[Output | Folder | Front | Part] = _output(
            options, chosen, inputs
        )
        show = stack.enter_context(bar)
        output = stack.enter_context(destination)
        view = _view(options, chosen, output.encoding)
        return Run(summarizer, view, output, work, signals, options.strict).run(inputs, show)


def _summarizer(options: Namespace) -> Summarizer:
    """Check how summaries are made."""
    names = ("words", "sentences", "chars", "percent", "rank", "mmr_lambda", "focus", "min_origins")
    given = {name: getattr(options, name) for name in (*names, "lang")}
    given = {name: value for name, value in given.items() if value is not None}
    seen = None
    if options.group:  # `min_origins` and `seen` are of events then, not of sentences
        given.pop("min_origins", None)
        if not given.keys() & set(names[:4]):
            given["words"] = DIGEST_WORDS
    elif options.seen is not None:
        seen = read_summary(options.seen)
    encoder = read_encoder(options.encoder)
    return Summarizer(**given, seen=seen, encoder=encoder, explain=options.explain)


def _inputs(options: Namespace) -> Iterable[Event | Skipped]:
    """Return what is read: events as they are given, or as they are found in a mix of articles."""
    is_alone = not options.quiet and (options.group or not _is_batch(options))
    reading = replace(load_options(options), progress=fetching(is_wanted=is_alone))
    is_jsonl = options.input == "jsonl"
    given = events(options.paths, reading, each=options.each, jsonl=is_jsonl)
    if options.save_text is not None:
        check_folder(options.save_text, options.paths)
        given = saved(given, options.save_text)
    if not options.group:
        return given
    for name in ("top", "min_origins"):
        if (value := getattr(options, name)) is not None:
            check_whole(name, value)
    seen = {} if options.seen is None else read_summary(options.seen, DIGEST_SCHEMA)
    return Grouped(given, seen, options.min_origins or 1, options.top, options.explain)


def _output(
    options: Namespace, chosen: Format, inputs: Iterable[Event | Skipped]
) -> Output | Folder | Front | Part:
    """Choose where summaries go."""
    path = options.output
    is_lines = chosen.batch == "lines" and _is_batch(options)
    if options.resume and not (is_lines and path is not None):
        raise OptionError("--resume needs a batch and -f jsonl -o FILE; add them, or omit --resume")
    read = [*options.paths, *([options.seen] if options.seen is not None else [])]
    if chosen.batch == "folder" and _is_batch(options) and not options.group:
        if path is None:
            raise OptionError("the pages of a batch need a folder; give -o DIR")
        if page := would_read(read, *pages_in(path)):
            raise OptionError(f"{page} is an input; choose another folder for -o")
        return Folder(path, to_index)
    written = [] if path is None else [path, Part(path, resume=False).path]
    if would_read(read, *written):
        raise OptionError(f"{path} is an input; choose another file for -o")
    if is_lines and path is not None and can_grow(path):
        return Part(path, resume=options.resume)
    if options.resume:
        raise OptionError(f"{path} is not a regular file and cannot be resumed; omit --resume")
    output = Output(path, encoding=chosen.encoding)
    if not _is_digest(options, chosen):
        return output
    view = _view(options, chosen, output.encoding)
    look = {"width": view.width, "color": view.color, "ascii_only": view.ascii_only}
    return Front(output, partial(finish, inputs=inputs, format_name=chosen.name, look=look))


def _backend(options: Namespace, stack: ExitStack) -> Backend | None:
    """Choose what does the work: other processes, a cluster, or None for this process."""
    if options.dask is not None:
        from summarize.batch.workers import dask

        return stack.enter_context(dask(options.dask))
    if (options.jobs or 1) > 1 and _is_batch(options):
        from summarize.batch.workers import PER_THREAD, Workers

        executor = stack.enter_context(Workers(options.jobs))
        return Backend(executor, PER_THREAD * options.jobs)
    return None


def _work_here(
    chosen: Format,
    signals: Signals,
    function: Callable[[Item], Outcome],
    items: Iterator[Item],
    **_: object,
) -> Iterator[Outcome]:
    """Do the work in this process, after all that it needs has been imported."""
    with signals.held():
        import_module("summarize.pipeline")
        chosen.load(is_digest=chosen.function is None)
    return map(function, items)


def _view(options: Namespace, chosen: Format, encoding: str) -> View:
    """Settle how the outcomes of events are shown."""
    return View(
        format=chosen.name,
        width=options.width or shutil.get_terminal_size().columns,
        color=wants_color(options),
        ascii_only=not has_frame(encoding),
        is_batch=_is_batch(options),
        is_jsonl=_is_jsonl(options),
        is_quiet=options.quiet,
        is_verbose=options.verbose,
        is_digest=_is_digest(options, chosen),
    )


def _is_digest(options: Namespace, chosen: Format) -> bool:
    """Return whether the summaries are written together, as a digest."""
    return chosen.batch == "digest" or (options.group and chosen.digest is not None)


def _is_batch(options: Namespace) -> bool:
    """Return whether there may be more than one event."""
    is_divided = options.group or options.group_by is not None
    return is_divided or _is_jsonl(options) or (options.each and len(options.paths) > 1)


def _is_jsonl(options: Namespace) -> bool:
    """Return whether events are read from lines."""
    return options.input == "jsonl" or any(
        is_batch(path, options.text_column) for path in options.paths
    )


def _format(options: Namespace) -> Format:
    """Choose the format: as asked, by the output's suffix, or by where it goes."""
    by_suffix = {known.suffix: known.name for known in FORMATS.values() if known.suffix}
    if options.format:
        name = options.format
    elif options.output is not None:
        name = by_suffix.get(PurePath(options.output).suffix.lower(), "text")
    else:
        name = "terminal" if options.color == "always" or is_terminal() else "text"
    if FORMATS[name].batch == "none" and _is_batch(options) and not options.group:
        raise OptionError(f"the format {name} holds only one event; use -f jsonl for a batch")
    return FORMATS[name]
