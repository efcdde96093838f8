"""Mixes of clusters, as a day's articles come: which articles are about one event is known.

A mix is drawn with a seed. `repeated` makes mixes of any size for measuring time: it writes
clusters again with other names and words, so that they are other events with the wording of news.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.data.sets import Item
    from summarize import Article

_WORD = re.compile(r"[^\W\d_]{4,}")
SHARE_OF_NAMES, SHARE_OF_WORDS, SHARE_INVENTED = 0.7, 0.3, 0.5
DAYS = 365  # over which the events of a repeated mix are spread


class Mix(NamedTuple):
    """The articles of several events, and the number of each one's event."""

    articles: tuple[Article, ...]
    event: tuple[int, ...]


def mix(items: Sequence[Item], *, share: float = 1.0, seed: int = 0) -> Mix:
    """Mix clusters, or a share of each one's articles, of which one at least is drawn.

    Articles are in order of their dates, or in any order where there are none.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    pairs = []
    for event, item in enumerate(items):
        n = max(1, round(share * len(item.articles)))
        pairs += [(article, event) for article in draw.sample(item.articles, n)]
    draw.shuffle(pairs)
    pairs.sort(key=lambda pair: pair[0].published or "")
    return Mix(tuple(article for article, _ in pairs), tuple(event for _, event in pairs))


def halves(items: Sequence[Item], n: int) -> Iterator[Mix]:
    """Yield n mixes, each of a random half of the clusters."""
    for seed in range(n):
        draw = random.Random(seed)  # noqa: S311 - no secret
        yield mix(draw.sample(items, max(2, len(items) // 2)), seed=seed)


def singles(items: Sequence[Item], n: int) -> Iterator[Mix]:
    """Yield n mixes, in each of which a random half of the clusters has one article only."""
    for seed in range(n):
        draw = random.Random(seed)  # noqa: S311 - no secret
        alone = set(draw.sample(range(len(items)), len(items) // 2))
        mixed = [
            replace(item, articles=item.articles[:1]) if index in alone else item
            for index, item in enumerate(items)
        ]
        yield mix(mixed, seed=seed)


def likest(items: Sequence[Item], n: int) -> Iterator[Mix]:
    """Yield mixes of the n pairs of clusters that are most alike, with singles.

    The singles are the first articles of all other clusters. Likeness is the cosine of the TF-IDF
    rows of all that the clusters say.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = ["\n".join(article.text for article in item.articles) for item in items]
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    cosine = (rows @ rows.T).toarray()
    pairs = combinations(range(len(items)), 2)
    for pair in sorted(pairs, key=lambda pair: -cosine[pair])[:n]:
        yield mix(
            [
                item if index in pair else replace(item, articles=item.articles[:1])
                for index, item in enumerate(items)
            ]
        )


def repeated(items: Sequence[Item], n: int, seed: int = 0) -> list[Article]:
    """Write clusters again and again with other names and words, until there are n articles.

    In each round, every cluster has `SHARE_OF_NAMES` of its names and `SHARE_OF_WORDS` of its other
    words replaced, the same ones by the same in all its articles: half by words of other clusters,
    half by words that no other event has; and its dates moved.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    texts = [article.text for item in items for article in item.articles]
    pool = [word for text in texts for word in _WORD.findall(text)]
    found: list[Article] = []
    for at in range(n):
        if len(found) >= n:
            break
        item = items[at % len(items)]
        if at < len(items):
            found += item.articles
            continue
        known: dict[str, str] = {}
        shift = timedelta(draw.randrange(DAYS))
        for article in item.articles:
            text, title = (
                _WORD.sub(lambda match: _other(match[0], known, pool, draw), part or "")  # noqa: B023
                for part in (article.text, article.title)
            )
            found.append(
                replace(
                    article,
                    text=text,
                    title=title or None,
                    published=_moved(article.published, shift),
                    id=None,
                )
            )
    return found[:n]


def _other(word: str, known: dict[str, str], pool: Sequence[str], draw: random.Random) -> str:
    """Return what this event has in the place of a word."""
    if word not in known:
        share = SHARE_OF_NAMES if word[0].isupper() else SHARE_OF_WORDS
        new = word
        if draw.random() < share:
            new = draw.choice(pool)
            if draw.random() < SHARE_INVENTED:
                new += "".join(draw.choices("aeioubdgklmnrst", k=4))
            new = new.capitalize() if word[0].isupper() else new.lower()
        known[word] = new
    return known[word]


def _moved(published: str | None, shift: timedelta) -> str | None:
    """Move a date, if it begins with an ISO one."""
    try:
        return (date.fromisoformat((published or "")[:10]) + shift).isoformat()
    except ValueError:
        return published
