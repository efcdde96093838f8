"""The version of the JSON, and the digest that shows whether it was modified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from summarize.errors import OptionError

SCHEMA = "summarize/1"
DIGEST_SCHEMA = "summarize-digest/1"
KINDS = {SCHEMA: "summary", DIGEST_SCHEMA: "digest"}
_WRITTEN = {SCHEMA: "-f json", DIGEST_SCHEMA: "--group -f json"}


def summary_digest(data: Mapping[str, Any]) -> str:
    """Hash the canonical JSON without the digest itself: keys sorted, ASCII, no white space.

    >>> summary_digest({"a": 1, "digest": "x"}) == summary_digest({"a": 1})
    True
    """
    rest = {key: value for key, value in data.items() if key != "digest"}
    canonical = json.dumps(rest, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def check_schema(data: object, name: str, expected: str = SCHEMA) -> Mapping[str, Any]:
    """Return data if it is a summary, or a digest, of this version.

    Raises
    ------
    OptionError
        If not; the message begins with the name of the input.
    """
    schema = data.get("schema") if isinstance(data, Mapping) and "error" not in data else None
    kind = KINDS[expected]
    family = f"{expected.partition('/')[0]}/"
    if (
        not isinstance(data, Mapping)
        or not isinstance(schema, str)
        or not schema.startswith(family)
    ):
        raise OptionError(f"{name} is not a {kind}; give one written with {_WRITTEN[expected]}")
    if schema != expected:
        raise OptionError(f"{name} is a {kind} of version {schema}; regenerate it as {expected}")
    return data
