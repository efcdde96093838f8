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

# Name -> the module that it lives in; loaded when it is first asked for (PEP 562).
_HOMES = {
    "Article": "model",
    "Cluster": "model",
    "InputError": "errors",
    "OptionError": "errors",
    "SummarizeError": "errors",
    "Summarizer": "summarizer",
    "Summary": "summary",
    "summarize": "summarizer",
}

if TYPE_CHECKING:
    from summarize.errors import InputError, OptionError, SummarizeError
    from summarize.model import Article, Cluster
    from summarize.summarizer import Summarizer, summarize
    from summarize.summary import Summary

__all__ = [
    "Article",
    "Cluster",
    "InputError",
    "OptionError",
    "SummarizeError",
    "Summarizer",
    "Summary",
    "summarize",
]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
