"""What a sentence takes as known because its article has introduced it: names and nouns.

"Lee" after "Ann Lee", "the ferry" after a sentence about a ferry. There is no parser: what shows
that a sentence leans on an introduction is that its own article has given one.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from summarize.reading.names import name_words
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarize.languages import Language
    from summarize.model import Sentence

LOOKBACK = 2  # sentences; a noun that was introduced further back is a theme of the article

_FURTHEST = 100  # sentences; who was introduced further back is as good as known

_WORD = word_pattern("<letters>")
_TOKEN = word_pattern(r"<word>(?>(?:[_'’-]|<word>)*)|[^\w\s]")
_SAYS_WHO = word_pattern(r"(?:, | <letter>{2,3} )(<letter>+)")  # "Lee, a pilot"; "Lee is a pilot"
_LONGEST_LINK = 40  # characters
_MOST_WORDS = 3  # of a noun phrase after its article


def key(word: str) -> str:
    """Return the form under which a word is compared: "Ferries" and "ferry" differ, "men's" not.

    >>> key("Agencies"), key("ferry"), key("Lee’s")
    ('agencie', 'ferry', 'lee')
    """
    low = word.lower().replace("’", "'").partition("'")[0]
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


def keys(texts: Iterable[str]) -> set[str]:
    """Return the keys of all words of some texts."""
    return {key(word) for text in texts for word in _WORD.findall(text)}


def introductions(
    sentences: Sequence[Sentence], language: Language
) -> Callable[[int], frozenset[str]]:
    """Return a function that finds what a sentence takes as known.

    Parameters
    ----------
    sentences
        The n sentences, by document and position.
    language
        Its definite articles, stop words, and words that say which one is meant.

    Returns
    -------
    callable
        Returns, for the index of a sentence, the keys of the words that something before it must
        have said: names that it gives by their last word alone without saying who that is, and
        nouns with a definite article, which its article introduced before.

    Notes
    -----
    O(characters of the hundred sentences before); only candidates are asked about.
    """

    @cache
    def full(text: str) -> set[str]:
        """Return the last words of names that a sentence gives in full; each is read once."""
        return name_words(text, language)[0]

    def known(index: int) -> frozenset[str]:
        sentence = sentences[index]
        if sentence.position == 0 or not language.definite:
            return frozenset()
        first = index - min(sentence.position, _FURTHEST)
        before = [other.text for other in sentences[first:index]]
        names = _names(sentence.text, before, language, full)
        return frozenset({*names, *_nouns(sentence.text, keys(before[-LOOKBACK:]), language)})

    return known


def _names(
    text: str, before: Sequence[str], language: Language, full: Callable[[str], set[str]]
) -> Iterator[str]:
    """Yield the last words of names that the article gave in full, and the sentence does not."""
    own, alone = name_words(text, language)
    for word in alone - own:
        held = [other for other in before if word in other]  # quick
        given = any(word in full(other) for other in held)
        if given and not any(f" {word.lower()} " in other for other in (*before, text)):
            match = _SAYS_WHO.match(text.partition(word)[2][:_LONGEST_LINK])
            if match is None or match[1] not in language.articles:
                yield key(word)


def _nouns(text: str, before: set[str], language: Language) -> Iterator[str]:
    """Yield the nouns with a definite article that the sentences before have, and nothing else.

    Not those that are followed by what says which one is meant: "the head of the agency"; nor
    those whose noun phrase has a word that is new: "the new federal law".
    """
    tokens = _TOKEN.findall(text)
    for i, token in enumerate(tokens):
        if token.lower() not in language.definite:
            continue
        phrase = takewhile(
            lambda word: word.isalpha() and word.islower() and word not in language.stop_words,
            tokens[i + 1 : i + 1 + _MOST_WORDS],
        )
        words = [word for word in phrase if word not in language.speech_verbs]
        after = tokens[i + 1 + len(words) : i + 2 + len(words)]
        is_old = words != [] and before.issuperset(map(key, words))
        says_which = not language.complements.isdisjoint(after)
        if is_old and not says_which and key(words[-1]) not in map(key, tokens[:i]):
            yield key(words[-1])
