"""Summaries that were written before: the JSON of `-f json`, read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarize.errors import InputError
from summarize.load.files import display, why
from summarize.schema import check_schema


def read_summary(path: str) -> dict[str, Any]:
    """Read the JSON of one summary.

    Raises
    ------
    InputError
        It cannot be read, or is no JSON.
    OptionError
        It is no summary, or one of another version.
    """
    try:
        text = Path(path).read_text("utf-8")
        data = json.loads(text)
    except OSError as error:
        raise InputError(f"cannot read {display(path)}: {why(error)}") from None
    except UnicodeDecodeError:
        raise InputError(
            f"{display(path)} is not UTF-8; give the JSON that -f json wrote"
        ) from None
    except (json.JSONDecodeError, RecursionError):
        raise InputError(f"{display(path)} is no complete JSON; give what -f json wrote") from None
    check_schema(data, display(path))
    found: dict[str, Any] = data
    return found


def paths_of(summary: dict[str, Any]) -> list[str]:
    """Name the files that a summary was made of, each once.

    Raises
    ------
    InputError
        It names none.
    """
    documents = summary.get("documents")
    listed = documents if isinstance(documents, list) else []
    paths = [document.get("path") for document in listed if isinstance(document, dict)]
    found = list(dict.fromkeys(path for path in paths if isinstance(path, str) and path))
    if not found:
        raise InputError("the summary names no file; give the PATHs of its articles")
    return found
