"""What must be true of every summary, whatever the articles are; and articles made of any bytes."""

from __future__ import annotations

import json
import unicodedata
from itertools import chain

from summarize import Article, Summarizer, quoted
from summarize.record.verify import verify
from tests.fuzz.patterns import PATTERNS

PIECES = tuple(chain.from_iterable(PATTERNS.values()))
RANKERS = ("corroboration", "lexrank", "textrank", "centroid", "lead")
LENGTHS = ({"words": 60}, {"sentences": 3}, {"chars": 300}, {"percent": 50}, {"words": 5})
_SAFE_CONTROLS = frozenset("\n\t")


def articles(data: bytes) -> list[Article]:
    """Make articles of bytes: each is a piece, how often it is repeated, or the next article."""
    texts, n_times = [""], 1
    for byte in data:
        if byte < len(PIECES):
            texts[-1] += PIECES[byte] * n_times
            n_times = 1
        elif byte < 230:
            n_times = byte - len(PIECES)
        else:
            texts.append("")
    first = PIECES[data[0] % len(PIECES)] if data else None
    return [Article(text, title=first if i % 3 == 1 else None) for i, text in enumerate(texts)]


def check(data: bytes) -> None:
    """Summarise articles made of `data` in every format, and check what was written."""
    given = articles(data)
    options = {**LENGTHS[sum(data) % len(LENGTHS)], "rank": RANKERS[len(data) % len(RANKERS)]}
    summarizer = Summarizer(explain=len(data) % 2 == 0, **options)
    summary = summarizer.summarize(given)
    text_of = {
        document.number: source.article.text
        for document, source in zip(summary.documents, summary.sources, strict=True)
        if source is not None
    }
    for sentence in summary.sentences:
        text = text_of[sentence.document]
        assert quoted(text, sentence.start, sentence.end) == sentence.text
        assert sentence.text.strip()
    written = summary.to_json()
    assert verify(json.loads(written), given) == []
    assert summarizer.summarize(reversed(given)).to_json() == written
    for shown in (str(summary), summary.to_markdown(), summary.to_html()):
        unsafe = [
            sign
            for sign in shown
            if unicodedata.category(sign) in {"Cc", "Cs"} and sign not in _SAFE_CONTROLS
        ]
        assert not unsafe, unsafe
    page = summary.to_html().lower()
    assert page.count("<script") == page.count("</script") == 1
