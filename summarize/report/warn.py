"""What the reader should know: one warning per fact, however many articles it is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarize.evidence.foreign import REASON
from summarize.languages import UNKNOWN, load
from summarize.result import SummaryWarning
from summarize.semantic.encoder import uncalibrated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.choice.budget import Budget
    from summarize.choice.gate import Gate
    from summarize.evidence.measure import Evidence
    from summarize.languages.identify import Found
    from summarize.model import Pick
    from summarize.options import Options
    from summarize.result import Number, SummaryDocument

MOST_NAMED = 5  # articles in one message


def warn(
    documents: Sequence[SummaryDocument],
    picks: Sequence[Pick],
    found: Found,
    evidence: Evidence,
    gate: Gate,
    room: Budget,
    options: Options,
) -> tuple[SummaryWarning, ...]:
    """Find what the reader of a summary should know.

    Parameters
    ----------
    documents
        The list of articles.
    picks
        The sentences that were chosen.
    found
        The languages of the articles.
    evidence, gate, room, options
        What they were chosen from, and how.
    """
    warnings = [*_copies(documents), *_empty(documents), *_aside(documents)]
    has_sentences = any(document.n_sentences for document in documents)
    if has_sentences:
        warnings += _languages(documents, found)
    if evidence.share_little:
        message = "the articles share little and may report several events: --group finds them"
        warnings.append(SummaryWarning("share_little", message))
    if sum(room.costs[pick.index] for pick in picks) > room.limit:
        message = "no sentence fits the length; the shortest is given"
        warnings.append(SummaryWarning("over_budget", message))
    if options.focus is not None and not evidence.focus.any():
        message = "no word of the focus is in the articles; it changes nothing"
        warnings.append(SummaryWarning("focus", message))
    if name := uncalibrated(options.encoder):
        message = f"the encoder {name} is not calibrated: how sure citations are is a guess"
        warnings.append(SummaryWarning("encoder", message))
    is_narrowed = gate.is_narrow or evidence.seen.shape[0] > 0
    if not picks and is_narrowed and has_sentences:
        message = "nothing is new to the reader and carried by enough origins"
        warnings.append(SummaryWarning("nothing_left", message))
    elif not picks:
        warnings.append(SummaryWarning("empty", "no article holds a sentence to summarise"))
    elif len({document.origin for document in documents if document.n_sentences}) == 1:
        what = "there is one article" if len(documents) == 1 else "all articles have one origin"
        message = f"{what}: nothing can be corroborated"
        warnings.append(SummaryWarning("one_origin", message))
    return tuple(warnings)


def _copies(documents: Sequence[SummaryDocument]) -> Iterator[SummaryWarning]:
    copied = Counter(document.copy_of for document in documents if document.copy_of)
    for number, n in copied.items():
        what = "1 article is an exact copy" if n == 1 else f"{n:,} articles are exact copies"
        yield SummaryWarning("copy", f"{what} of article {number}", number)
    close = Counter(d.origin for d in documents if d.copy_of is None and d.origin != d.number)
    for number, n in close.items():
        what = "1 article copies" if n == 1 else f"{n:,} articles copy"
        yield SummaryWarning("near_copy", f"{what} much of article {number}", number)


def _empty(documents: Sequence[SummaryDocument]) -> Iterator[SummaryWarning]:
    bare = [document.number for document in documents if not document.n_sentences]
    if bare:
        message = f"no sentence found in {_named(bare)}"
        yield SummaryWarning("no_sentence", message, _only(bare))


def _aside(documents: Sequence[SummaryDocument]) -> Iterator[SummaryWarning]:
    aside = [document.number for document in documents if document.skipped == REASON]
    if aside:
        are = "is" if len(aside) == 1 else "are"
        has = "has" if len(aside) == 1 else "have"
        message = f"{_named(aside)} {has} next to nothing in common with the others"
        yield SummaryWarning("set_aside", f"{message} and {are} set aside", _only(aside))


def _languages(documents: Sequence[SummaryDocument], found: Found) -> Iterator[SummaryWarning]:
    name = load(found.main).english_name
    if found.main == UNKNOWN:
        message = "the language is not known: rules that need its words, as for negation, are off"
        yield SummaryWarning("language", message)
    elif found.seen not in {UNKNOWN, found.main}:
        message = f"the articles look like {load(found.seen).english_name} and are read as {name}"
        yield SummaryWarning("language", message)
    others = [document.number for document in documents if document.language != found.main]
    if others:
        are = "is" if len(others) == 1 else "are"
        message = f"{_named(others)} {are} not in {name}, as most are, and {are} skipped"
        yield SummaryWarning("mixed_language", message, _only(others))


def _named(numbers: Sequence[Number]) -> str:
    """Write the first numbers of articles.

    >>> _named([8]), _named([8, 9])
    ('article 8', 'articles 8, 9')
    """
    noun = "article" if len(numbers) == 1 else "articles"
    return (
        f"{noun} "
        + ", ".join(map(str, numbers[:MOST_NAMED]))
        + (", ..." if numbers[MOST_NAMED:] else "")
    )


def _only(numbers: Sequence[Number]) -> Number | None:
    return numbers[0] if len(numbers) == 1 else None
