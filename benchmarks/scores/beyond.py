"""What readers see and ROUGE does not, for any system: from its sentences and the raw articles.

Nothing here uses the package's own cleaning or lists, which would then be judging themselves. The
lists are English; for other languages, only what does not depend on words is measured.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize import Article

SAME = 0.8  # share of their words that two sentences have in common when one repeats the other

OPENERS = (
    *("he", "she", "it", "they", "his", "her", "its", "their", "this", "these", "those", "such"),
    *("however", "but", "and", "so", "yet", "still", "instead", "meanwhile", "moreover", "then"),
    *("furthermore", "nevertheless", "nonetheless", "therefore", "thus", "also", "besides"),
    *("in addition", "as a result", "on the other hand", "by contrast", "the latter"),
)
# "This week" points at the calendar, not at a sentence.
_TIMES = "morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter|season"
_OPENER = re.compile(
    rf"\W*+(?!th(?:is|ese) (?:{_TIMES})\b)(?:{'|'.join(OPENERS)})\b", re.IGNORECASE
)

_JUNK = re.compile(
    r"""
      \b(?: (?:use|accept|our|these)\ cookies | cookie\ policy | enable\ javascript )\b
    | \b(?: our\ newsletters? | subscribe\ (?:to|now|here|today) | already\ a\ subscriber )\b
    | ^(?: advertisement | read\ (?:more|also) | sign\ (?:up|in) | log\ in | watch\ now )\b
    | \b(?: click\ (?:here|to|on) | read\ more\s?+[:»>…] | share\ this | follow\ us )
    | \b(?: story\ continues | article\ continues | continued\ (?:below|from) | scroll\ down )\b
    | \b(?: all\ rights\ reserved | terms\ of\ (?:use|service) | our\ privacy\ policy )\b
    | \b(?: like\ us\ on | tweet\ with\ a\ location | leave\ a\ comment | related\ stories )\b
    | \b(?: getty\ images | (?:file|handout|courtesy)\ (?:photo|image) | ap\ photo )\b
    | \b(?: via\ wikimedia | image\ caption | photo(?:graph)?\ by | photo: )
    | \b(?: staff\ (?:writer|reporter|photographer) | (?:report|edit)ing\ by\ (?-i:[A-Z]) )
    | \b contributed\ to\ this\ (?:report|story|article)\b
    | © | \(c\)\ \d{4} | https?:// | \bwww\. | [\w.]{1,64}@[\w.]{1,64} | (?:^|\s)[@\#]\w
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"By(?: [A-Z][\w.'’-]*+){2,5}+(?:$|,| and | \|)")
_END = re.compile(r"""[.!?…。！？؟।][\s"'”’»)\]]*+$""")
_FEWEST_WORDS = 3


def beyond(
    sentences: Sequence[str], articles: Sequence[Article], *, words: int
) -> dict[str, float]:
    """Measure one summary.

    Parameters
    ----------
    sentences
        In reading order, as the system returned them.
    articles
        The originals, before any cleaning.
    words
        The budget.

    Returns
    -------
    dict
        ``verbatim``: share of sentences that are in an article, up to white space;
        ``repeated``: 1 if one sentence repeats another, else 0; ``dangling``: share that opens by
        referring to something that is not there; ``junk``: share that is not a sentence of a
        report; ``sources``: articles that sentences are in; ``budget_used``: share of the words.
    """
    texts = [" ".join(sentence.split()) for sentence in sentences]
    bodies = [" ".join(article.text.split()) for article in articles]
    homes = [next((body for body in bodies if text in body), None) for text in texts]
    before = [None, *texts]
    n_texts = max(1, len(texts))  # the shares of no sentence are 0
    return {
        "verbatim": sum(home is not None for home in homes) / n_texts,
        "repeated": int(any(says_again(*pair) for pair in combinations(texts, 2))),
        "dangling": sum(is_dangling(*pair, bodies) for pair in zip(texts, before, strict=False))
        / n_texts,
        "junk": sum(map(is_junk, texts)) / n_texts,
        "sources": len({home for home in homes if home is not None}),
        "budget_used": sum(len(text.split()) for text in texts) / words,
    }


def says_again(first: str, second: str) -> bool:
    """Return whether two sentences are the same, or nearly, apart from case and punctuation.

    >>> says_again("The bridge, he said, is safe.", "The bridge is safe, he said")
    True
    """
    one, other = _words(first), _words(second)
    return one == other or len(one & other) >= SAME * len(one | other)


def is_dangling(sentence: str, previous: str | None, bodies: Sequence[str]) -> bool:
    """Return whether a sentence opens by referring back to something that is not before it.

    Parameters
    ----------
    sentence, previous
        A sentence of the summary and the one before it, if any, in single spaces.
    bodies
        The articles in single spaces. The sentence is not dangling if `previous` is also directly
        before it in one of them.

    Examples
    --------
    >>> bodies = ["The bridge is done. It opens today."]
    >>> is_dangling("It opens today.", None, bodies)
    True
    >>> is_dangling("It opens today.", "The bridge is done.", bodies)
    False
    """
    if not _OPENER.match(sentence):
        return False
    return previous is None or not any(f"{previous} {sentence}" in body for body in bodies)


def is_junk(sentence: str) -> bool:
    """Return whether a sentence is boilerplate, a caption, a by-line or a fragment.

    >>> is_junk("Photo by Ann Reed"), is_junk("The bridge opened on Monday.")
    (True, False)
    """
    opening = sentence.lstrip("\"'“‘«([ ")[:1]
    is_fragment = (
        len(sentence.split()) < _FEWEST_WORDS
        or not _END.search(sentence[-20:])
        or opening.islower()
        or sentence.isupper()
    )
    return is_fragment or bool(_JUNK.search(sentence) or _BYLINE.match(sentence))


def _words(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", sentence.lower()))
