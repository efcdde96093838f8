"""Reads saved summaries: the JSON that `-f json` writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.errors import InputError
from summarize.load.files import display, read_failure
from summarize.record.schema import check_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 50 * 1024**2


def read_summary(path: str) -> Mapping[str, Any]:
    """Read the JSON of one summary.

    Raises
    ------
    InputError
        If it cannot be read, or is not JSON.
    OptionError
        If it is not a summary, or has another version.
    """
    name = display(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise InputError(f"{name} is larger than {MOST_BYTES:,} bytes; give a single summary")
        data = json.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot read {name}: {read_failure(error)}") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8; give a file written with -f json") from None
    except (ValueError, RecursionError):
        raise InputError(f"{name} is not complete JSON; give a file written with -f json") from None
    return check_schema(data, name)


def paths_of(summary: Mapping[str, Any]) -> list[str]:
    """Return the regular files that a summary was made from, each once.

    Raises
    ------
    InputError
        If it names none that exists.
    """
    documents = summary.get("documents")
    listed = documents if isinstance(documents, list) else []
    paths = [document.get("path") for document in listed if isinstance(document, dict)]
    found = [path for path in dict.fromkeys(paths) if isinstance(path, str) and _is_file(path)]
    if not found:
        raise InputError("the summary names no file that exists; give the PATHs of its articles")
    return found


def _is_file(path: str) -> bool:
    """Return whether a path, which may be any text, is a regular file."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
