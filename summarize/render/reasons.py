"""Why sentences were chosen, and what is not in the summary and why, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.model import shown
from summarize.render.safe import clean_text

if TYPE_CHECKING:
    from summarize.result import LeftOut, SummarySentence
    from summarize.summary import Summary

MOST_LEFT_OUT = 10  # that are listed where not all are
FATES = {
    "chosen": "chosen later",
    "same": "says the same as sentence",
    "refused": "reported by too few origins, or already read",
    "unusable": "cannot be quoted alone",
    "leans": "needs a sentence before it that was not chosen",
    "long": "no room was left for it",
    "trifle": "the summary was full enough without it",
    "removed": "not part of the report",
}


def explanation(sentence: SummarySentence) -> list[str]:
    """Explain in lines why a sentence was chosen; empty if that was not requested."""
    if sentence.explanation is None:
        return []
    factors = " × ".join(f"{name} {value:.2f}" for name, value in sentence.explanation.factors)
    numbers = f"redundancy {sentence.redundancy:.2f}, gain {sentence.gain:.2f}"
    lines = [f"relevance {sentence.relevance:.2f} (scaled from {factors}), {numbers}"]
    if runner_up := sentence.explanation.runner_up:
        fate = FATES[runner_up.fate]
        if runner_up.fate == "same":
            fate = f"{runner_up.similarity or 0:.2f} similar to sentence {runner_up.like}"
        quoted = f"[{runner_up.document}] “{runner_up.text}”"
        lines.append(f"runner-up {quoted} (gain {runner_up.gain:.2f}): {fate}")
    return lines


def left_out(summary: Summary, most: int | None = None) -> list[tuple[int, str, str]]:
    """Return what is not in the summary: the number of its article, its text, and the reason.

    With `most`, return only that many sentences, the most relevant first.
    """
    stretches = list(summary.left_out)
    if most is not None:
        sentences = [each for each in stretches if each.relevance is not None]
        stretches = sorted(sentences, key=lambda each: -(each.relevance or 0))[:most]
    texts = {
        document.number: source.text
        for document, source in zip(summary.documents, summary.sources, strict=False)
        if source is not None
    }
    return [
        (
            each.document,
            clean_text(shown(texts[each.document][each.start : each.end])),
            _why(each),
        )
        for each in stretches
        if each.document in texts
    ]


def more_left_out(summary: Summary) -> str:
    """Write how many stretches of the articles are not listed; empty if all are."""
    n = len(summary.left_out) - len(left_out(summary, MOST_LEFT_OUT))
    return f"and {n:,} more; the text, page and JSON formats list all" if n > 0 else ""


def _why(stretch: LeftOut) -> str:
    words = FATES[stretch.fate]
    if stretch.like is not None:
        words = f"{words} {stretch.like}"
    return f"{words}: {stretch.rule}" if stretch.rule else words
