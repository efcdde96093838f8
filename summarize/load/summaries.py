"""Summaries that were written before: the JSON of `-f json`, read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarize.errors import InputError
from summarize.load.files import display, read_failure
from summarize.record.schema import check_schema

MOST_BYTES = 50 * 1024**2


def read_summary(path: str) -> dict[str, Any]:
    """Read the JSON of one summary.

    Raises
    ------
    InputError
        It cannot be read, or is no JSON.
    OptionError
        It is no summary, or one of another version.
    """
    name = display(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise InputError(f"{name} is over {MOST_BYTES:,} bytes; give the JSON of one summary")
        data = json.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot read {name}: {read_failure(error)}") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8; give the JSON that -f json wrote") from None
    except (ValueError, RecursionError):
        raise InputError(f"{name} is no complete JSON; give what -f json wrote") from None
    check_schema(data, name)
    found: dict[str, Any] = data
    return found


def paths_of(summary: dict[str, Any]) -> list[str]:
    """Name the regular files that a summary was made of, each once.

    Raises
    ------
    InputError
        It names none.
    """
    documents = summary.get("documents")
    listed = documents if isinstance(documents, list) else []
    paths = [document.get("path") for document in listed if isinstance(document, dict)]
    found = [path for path in dict.fromkeys(paths) if isinstance(path, str) and _is_file(path)]
    if not found:
        raise InputError("the summary names no file that is there; give the PATHs of its articles")
    return found


def _is_file(path: str) -> bool:
    """Whether a path, which may be any text, is that of a regular file."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
