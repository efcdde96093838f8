"""What articles of one house share word for word at their ends: a disclaimer, a note on the writer.

No phrase is known here. Articles that are not copies of one another, whose bodies begin or end in
the same paragraphs, share a header or footer, unless it says something of what they report; if
it is a single one, it has a word that publishers use of what they publish. Other
articles may share a quotation or a sentence of a wire report: what has quotation marks, figures or
words of the reports stays, as does what is alone between articles that no house ties together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarize.model import Kind
from summarize.reading.clean.headings import normal
from summarize.reading.quotations import quotations
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.languages import Language
    from summarize.model import Article, Block, Document

RULE = "shared by articles of one house"
_MOST = 3  # paragraphs of a header or footer
_FEWEST_ARTICLES = 3  # that share a single paragraph, where their house is not known
_MOST_COMPARED = 5
_KNOWN = 1 / 3  # share of its words that the reports have, up to which it says nothing of them

_WORD = word_pattern("<letter>{2,}")
_STEM = 4  # letters
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/:?#]+)")


class _Edge(NamedTuple):
    """The first or last paragraphs of a body, from the outside in; `keys` is their words."""

    is_last: bool
    keys: tuple[str, ...]


def shared_edges(
    documents: Sequence[Document], language: Language
) -> Iterator[tuple[int, Document]]:
    """Yield the documents that have a header or footer of their house, with it marked.

    Parameters
    ----------
    documents
        In canonical order.
    language
        Its stop words are not what a paragraph is about.

    Yields
    ------
    index, document
        Blocks of its body that are such a header or footer are boilerplate.

    Notes
    -----
    O(n) in the length of the texts: each paragraph of an edge is looked at once, and an article
    that shares one is compared with those next to it, `_MOST_COMPARED` on each side.
    """
    bodies = [document.body for document in documents]
    texts = [document.text for document in documents]
    outermost = [
        (index, edge)
        for index, body in enumerate(bodies)
        for is_last in (False, True)
        if (edge := next(_edges(texts[index], body, is_last=is_last), None))
    ]
    n_holders = Counter(edge for _, edge in outermost)
    holders: dict[_Edge, list[int]] = defaultdict(list)
    for index, first in outermost:
        if n_holders[first] > 1:  # or nothing further in is shared either
            for edge in _edges(texts[index], bodies[index], is_last=first.is_last):
                holders[edge].append(index)
    found: dict[int, set[Block]] = defaultdict(set)
    for edge, indices in holders.items():
        if len(indices) < 2:
            continue
        for at, index in enumerate(indices):
            others = indices[max(at - _MOST_COMPARED, 0) : at + _MOST_COMPARED + 1]
            if any(
                _is_furniture(documents[index], documents[other], edge, len(indices), language)
                for other in others
                if other != index
            ):
                n = len(edge.keys)
                found[index].add(bodies[index][-n if edge.is_last else n - 1])
    for index, blocks in sorted(found.items()):
        yield index, _marked(documents[index], blocks)


def _edges(text: str, body: Sequence[Block], *, is_last: bool) -> Iterator[_Edge]:
    """Yield the runs of paragraphs at one end; one paragraph of the body is left."""
    n = min(_MOST, len(body) - 1)
    keys: tuple[str, ...] = ()
    for block in body[: -n - 1 : -1] if is_last else body[:n]:
        keys = (*keys, normal(text[block.start : block.end]))
        if not keys[-1]:
            break
        yield _Edge(is_last, keys)


def _is_furniture(
    document: Document, other: Document, edge: _Edge, n_articles: int, language: Language
) -> bool:
    """Return whether the innermost paragraph of a shared edge is none of what is reported."""
    texts = _texts(document)
    outer = len(edge.keys)
    paragraph = texts[-outer if edge.is_last else outer - 1]
    if any(map(str.isdigit, paragraph)) or quotations(paragraph).spans:
        return False
    houses = _house(document.article), _house(other.article)
    if None not in houses and houses[0] != houses[1]:
        return False
    others = _texts(other)
    keys, other_keys = ([normal(text) for text in some] for some in (texts, others))
    shared = set(keys) & set(other_keys)
    run = _n_shared(keys, other_keys, is_last=edge.is_last)
    ends = set(keys[: _n_shared(keys, other_keys, is_last=False)]) | set(
        keys[len(keys) - _n_shared(keys, other_keys, is_last=True) :]
    )
    if shared - ends or len(ends) == len(set(keys)) or len(ends) == len(set(other_keys)):
        return False  # copies, or nothing is left of them
    is_known_furniture = not language.publishing.isdisjoint(_WORD.findall(paragraph.lower()))
    if run < 2 and not is_known_furniture:
        return False  # articles that use one agency share its sentences too
    if houses[0] is None and n_articles < _FEWEST_ARTICLES and run < 2:
        return False
    rest = {
        stem
        for some, own in ((texts, keys), (others, other_keys))
        for text, key in zip(some, own, strict=True)
        if key not in ends
        for stem in _stems(text, language)
    }
    stems = _stems(paragraph, language)
    return len(stems & rest) <= _KNOWN * len(stems)


def _n_shared(keys: Sequence[str], others: Sequence[str], *, is_last: bool) -> int:
    """Count the paragraphs, up to `_MOST`, that two bodies share from one of their ends on."""
    if is_last:
        keys, others = keys[::-1], others[::-1]
    pairs = list(zip(keys[:_MOST], others[:_MOST], strict=False))
    return next((n for n, (key, other) in enumerate(pairs) if key != other), len(pairs))


def _stems(text: str, language: Language) -> set[str]:
    words = _WORD.findall(text.lower())
    return {word[:_STEM] for word in words if word not in language.stop_words}


def _texts(document: Document) -> list[str]:
    text = document.text
    return [text[block.start : block.end] for block in document.body]


def _house(article: Article) -> str | None:
    """Return what names the publisher of an article, if anything does."""
    if article.source:
        return article.source.casefold()
    host = _HOST.match(article.url or "")
    return host[1].casefold() if host else None


def _marked(document: Document, blocks: set[Block]) -> Document:
    kept = (
        replace(block, kind=Kind.BOILERPLATE, rule=RULE) if block in blocks else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(kept))
