"""A draft to check: any single text, or what this package wrote of its own."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.errors import InputError
from summarize.inputs.files import read_file
from summarize.inputs.given import STDIN, display
from summarize.inputs.own import is_output
from summarize.inputs.records import Skipped
from summarize.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.inputs.options import LoadOptions

MOST_BYTES = 50 * 1024**2

# A sentence of our pages, of one summary or of a digest; its citations follow it.
_SENTENCE = re.compile(
    r'(?:<li id="s\d+">|</p>)\s*<p lang="[^"]*" dir="auto">([^<]*)<(?:a class="cite"|span)'
)


def read_draft(path: str, options: LoadOptions) -> Article:
    """Read the text of a draft.

    Raises
    ------
    InputError
        If it cannot be read, or has no text or several.
    """
    name = "standard input" if path == STDIN else display(path)
    if is_output(path):
        texts = _read_own(Path(path), name)
        return Article("\n\n".join(texts), path=path)
    found = []
    for item in read_file(path, options, is_named=True):
        if isinstance(item, Skipped):
            raise InputError(f"cannot read {name}: {item.reason}")
        if isinstance(item, Article):
            found.append(item)
    if len(found) != 1:
        what = f"has {len(found):,} texts" if found else "has no text"
        raise InputError(f"{name} {what}; give one text, Markdown or HTML file")
    return found[0]


def _read_own(path: Path, name: str) -> list[str]:
    """Read the sentences of a summary, or of several, that were written as JSON or as a page."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise InputError(f"{name} is larger than {MOST_BYTES:,} bytes; give a single summary")
        text = data.decode("utf-8-sig")
        if text.lstrip().startswith("<"):
            return [unescape(match[1]).strip() for match in _SENTENCE.finditer(text)]
        is_lines = path.suffix.lower() == ".jsonl"
        parts = filter(None, text.splitlines()) if is_lines else [text]
        return [sentence for part in parts for sentence in _sentences(json.loads(part))]
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}") from None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InputError(f"{name} is not a complete summary; give it as it was written") from None


def _sentences(record: dict[str, Any]) -> Iterator[str]:
    """Yield the sentences of a summary, or of those of a digest.

    Raises
    ------
    TypeError
        If the sentences are not a list, or one of them is not a text.
    """
    for event in record.get("events", [record]):
        sentences = event.get("summary", event)["sentences"]
        if not isinstance(sentences, list):
            raise TypeError
        for each in sentences:
            if not isinstance(each["text"], str):
                raise TypeError
            yield each["text"]
