"""Reads saved summaries: the JSON that `-f json` writes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from summarize.errors import InputError
from summarize.inputs.find import is_link
from summarize.inputs.given import STDIN, display, read_failure
from summarize.inputs.web.address import name_of
from summarize.record.schema import SCHEMA, check_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 50 * 1024**2
MOST_SHOWN = 60  # characters of a key in a message


class MalformedError(InputError):
    """It is JSON, but not as this package writes it: nested deeply, or with a key twice."""


def read_summary(path: str, schema: str = SCHEMA) -> Mapping[str, Any]:
    """Read the JSON of one summary, or of a digest.

    Raises
    ------
    InputError
        If it cannot be read, or is not JSON.
    MalformedError
        If it has a key twice, or is nested too deeply.
    OptionError
        If it is not a summary, or has another version.
    """
    name = display(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise InputError(f"{name} is larger than {MOST_BYTES:,} bytes; give a single summary")
        data = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
    except OSError as error:
        raise InputError(f"cannot read {name}: {read_failure(error)}") from None
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8; give a file written with -f json") from None
    except RecursionError:
        raise MalformedError(f"{name} is nested too deeply for a summary") from None
    except _RepeatedKeyError as error:
        raise MalformedError(f"{name} has the key {error} twice: it was modified") from None
    except ValueError:
        raise InputError(f"{name} is not complete JSON; give a file written with -f json") from None
    return check_schema(data, name, schema)


class _RepeatedKeyError(ValueError):
    """An object has a key twice, of which most programs read the last."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKeyError(repr(max(keys, key=keys.count)[:MOST_SHOWN]))
    return found


def paths_of(summary: Mapping[str, Any]) -> list[str]:
    """Return the regular files and the links that a summary was made from, each once.

    The summary may name anything. Standard input, devices and what the system only shows as an
    empty file, such as ``/proc/kmsg``, could be waited for without end, and are left out. Links
    are to be looked up in the cache only, since a summary must not decide what is fetched.

    Raises
    ------
    InputError
        If it names no link, and no file that exists.
    """
    documents = summary.get("documents")
    listed = documents if isinstance(documents, list) else []
    paths = [document.get("path") for document in listed if isinstance(document, dict)]
    named: dict[str, str] = {}
    for path in paths:
        if isinstance(path, str) and is_link(path):
            named[name_of(path)] = path
        elif _is_file(path):
            named[os.path.realpath(path)] = path
    found = list(named.values())
    if not found:
        raise InputError("the summary names no file that exists; give the PATHs of its articles")
    return found


def _is_file(path: object) -> TypeGuard[str]:
    """Return whether a path, which may be anything, is a regular file that is not empty."""
    if not isinstance(path, str) or path == STDIN:
        return False
    try:
        return Path(path).is_file() and Path(path).stat().st_size > 0
    except (OSError, ValueError):
        return False
