"""One cited, extractive summary of several news articles about one event.

>>> from summarize import summarize
>>> summary = summarize(["The council approved the bridge.", "A bridge was approved on Monday."])
>>> summary.sentences[0].document
1
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from summarize.checked import Check, CheckedArticle, CheckedSentence, Problem, Supported
    from summarize.digest import Digest, DigestEvent, Single
    from summarize.errors import (
        EncoderError,
        InputError,
        OptionError,
        SkippedWarning,
        SummarizeError,
        WorkerDiedError,
    )
    from summarize.grouping.group import group
    from summarize.grouping.grouped import Event, Grouping, Likeness, Member, NearlyJoined
    from summarize.inputs.load import load
    from summarize.model import Article, Block, Cluster, Document, Kind
    from summarize.reading.plain import quoted
    from summarize.result import (
        Citation,
        Difference,
        DifferentValue,
        Explanation,
        Headline,
        LeftOut,
        Number,
        Place,
        RunnerUp,
        SummaryDocument,
        SummarySentence,
        SummaryWarning,
        When,
    )
    from summarize.summarizer import Summarizer, check, summarize
    from summarize.summary import Summary

__all__ = [
    "Article",
    "Block",
    "Check",
    "CheckedArticle",
    "CheckedSentence",
    "Citation",
    "Cluster",
    "Difference",
    "DifferentValue",
    "Digest",
    "DigestEvent",
    "Document",
    "EncoderError",
    "Event",
    "Explanation",
    "Grouping",
    "Headline",
    "InputError",
    "Kind",
    "LeftOut",
    "Likeness",
    "Member",
    "NearlyJoined",
    "Number",
    "OptionError",
    "Place",
    "Problem",
    "RunnerUp",
    "Single",
    "SkippedWarning",
    "SummarizeError",
    "Summarizer",
    "Summary",
    "SummaryDocument",
    "SummarySentence",
    "SummaryWarning",
    "Supported",
    "When",
    "WorkerDiedError",
    "check",
    "group",
    "load",
    "quoted",
    "summarize",
]

# The module of each name that is not in `result`; modules are imported on first use (PEP 562).
_MODULES = {
    "check": "summarizer",
    "Supported": "checked",
    "Problem": "checked",
    "CheckedSentence": "checked",
    "CheckedArticle": "checked",
    "Check": "checked",
    "Article": "model",
    "Block": "model",
    "Cluster": "model",
    "Digest": "digest",
    "DigestEvent": "digest",
    "Document": "model",
    "EncoderError": "errors",
    "Event": "grouping.grouped",
    "Grouping": "grouping.grouped",
    "InputError": "errors",
    "Kind": "model",
    "Likeness": "grouping.grouped",
    "Member": "grouping.grouped",
    "NearlyJoined": "grouping.grouped",
    "OptionError": "errors",
    "Single": "digest",
    "SkippedWarning": "errors",
    "SummarizeError": "errors",
    "Summarizer": "summarizer",
    "Summary": "summary",
    "WorkerDiedError": "errors",
    "group": "grouping.group",
    "load": "inputs.load",
    "quoted": "reading.plain",
    "summarize": "summarizer",
}


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'result')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
