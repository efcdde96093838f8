"""Which language a page, feed or record says that its article is in."""

from __future__ import annotations

from functools import cache

from summarize.languages import UNKNOWN, codes, load

_SEPARATORS = "-_"  # between the language in a tag and the rest: "pt-BR", "zh_Hant"


def code_of(declared: str | None) -> str:
    """Return the code of a language that is declared by a tag, or by its name in English.

    `UNKNOWN` if it has no folder, or is not a language.

    >>> [code_of(tag) for tag in ("pt-BR", "zh-Hant", "nb", "eng", "German", "xx", "de, en", None)]
    ['pt', 'zh', 'no', 'en', 'de', 'und', 'und', 'und']
    """
    tag = (declared or "").strip().lower()
    for sign in _SEPARATORS:
        tag = tag.partition(sign)[0]
    if tag in codes():
        return tag
    return _others().get(tag, UNKNOWN) if tag else UNKNOWN


@cache
def _others() -> dict[str, str]:
    """Return the codes of the folders by all other codes and names."""
    known = (load(code) for code in codes() if code != UNKNOWN)
    return {
        other: each.name for each in known for other in (*each.codes, each.english_name.lower())
    }
