"""The version of the JSON, and the digest that shows whether it was modified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from summarize.errors import OptionError

SCHEMA = "summarize/1"
DIGEST_SCHEMA = "summarize-digest/1"


def summary_digest(data: Mapping[str, Any]) -> str:
    """Hash the canonical JSON without the digest itself: keys sorted, ASCII, no white space.

    >>> summary_digest({"a": 1, "digest": "x"}) == summary_digest({"a": 1})
    True
    """
    rest = {key: value for key, value in data.items() if key != "digest"}
    canonical = json.dumps(rest, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def check_schema(data: object, name: str) -> Mapping[str, Any]:
    """Return data if it is a summary of this version.

    Raises
    ------
    OptionError
        If not; the message begins with the name of the input.
    """
    schema = data.get("schema") if isinstance(data, Mapping) and "error" not in data else None
    if (
        not isinstance(data, Mapping)
        or not isinstance(schema, str)
        or not schema.startswith("summarize/")
    ):
        raise OptionError(f"{name} is not a summary; give one written with -f json")
    if schema != SCHEMA:
        raise OptionError(f"{name} is a summary of version {schema}; regenerate it as {SCHEMA}")
    return data
