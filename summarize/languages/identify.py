"""Which language a text is in: by its script, then by a vote of each language's commonest words.

A language that is not among the folders has no vote, so its texts are in doubt unless it resembles
one of them. In doubt, and for texts too short to be sure, the answer is the language that the
publisher declares, unless the words speak against it, or else `UNKNOWN`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarize.languages import UNKNOWN, codes, load
from summarize.languages.declared import code_of
from summarize.words import word_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.model import Article

AUTO = "auto"
DEFAULT = "en"  # what a short text is in if nothing says otherwise
FEWEST_LETTERS = 200
_FEWEST_SIGNS = 60  # of Chinese characters, Kana and syllables of Hangul, which say more
_SAMPLE = 3_000  # characters
_QUICK_SAMPLE = 1_000
_LEAST_SHARE = 0.15  # of a text's words that are among the commonest of its language
_LEAST_ALONE = 0.05  # the same for one that is alone in its script
_FEWEST_COMMON = 4  # different ones
_SURE_SHARE = 0.3  # that no other language reaches in such a text
_LEAST_MORE = 1.5  # times as many words of its own as those of any other language
_LEAST_KANA = 0.05  # of the letters: Chinese has none
_MOST_OTHERS = 0.5  # of the letters, in another script than the text's

# The first word of a letter's name in Unicode, where the script has another name.
_SCRIPTS = {"CJK": "Han", "IDEOGRAPHIC": "Han", "KATAKANA": "Hiragana"}
_DENSE = ("Han", "Hiragana", "Hangul")


class Found(NamedTuple):
    """The languages of some articles, by their codes.

    Attributes
    ----------
    main
        The language to summarise in.
    each
        The language that each article is read in; it is in another one if that is not `main`.
    seen
        What most of the articles look like, which is not `main` where another was asked for.
    """

    main: str
    each: tuple[str, ...]
    seen: str

    @property
    def others(self) -> frozenset[int]:
        """The indices of the articles that are in another language than the main one."""
        return frozenset(i for i, code in enumerate(self.each) if code != self.main)


def find(articles: Sequence[Article], wanted: str = AUTO) -> Found:
    """Find the languages of some articles, and the one that most of them are in, by letters.

    An article in doubt is read in the main language, unless it is in another script. `wanted` is
    `AUTO`, or the code of the language that all of them are read in.

    >>> from summarize.model import Article
    >>> english = "The ferry that was on its way to the island ran aground on Monday. " * 5
    >>> german = "Die Fähre, die auf dem Weg zu der Insel war, ist am Montag gestrandet. " * 4
    >>> find([Article(english), Article(english), Article(german)])
    Found(main='en', each=('en', 'en', 'de'), seen='en')
    """
    texts = [article.text for article in articles]
    found = [identify(article.text, article.language) for article in articles]
    sizes: Counter[str] = Counter()
    for code, text in zip(found, texts, strict=True):
        if code != UNKNOWN:
            sizes[code] += len(text)
    seen = max(sizes, key=lambda code: (sizes[code], code)) if sizes else _of_all(texts)
    if wanted != AUTO:
        return Found(wanted, (wanted,) * len(found), seen)
    main_script = load(seen).script if seen != UNKNOWN else ""
    each = (
        seen if code == UNKNOWN and _script(text) in {"", main_script} else code
        for code, text in zip(found, texts, strict=True)
    )
    return Found(seen, tuple(each), seen)


def in_another(code: str) -> str:
    """Say why an article is skipped that is in a language other than the summary's.

    >>> in_another("de")
    'in another language: German'
    """
    return f"in another language: {load(code).english_name}"


def identify(text: str, declared: str | None = None) -> str:
    """Return the code of the language that a text is in; `UNKNOWN` in doubt.

    In doubt the language that is declared is believed if the text is in its script and has enough
    of its words; in a short text, if no other language has more.

    >>> identify("The ferry that was on its way to the island ran aground on Monday. " * 5)
    'en'
    >>> identify("Quisque nibh elit, varius nec lobortis vel, consequat vitae ante. " * 5)
    'und'
    >>> identify("Brann ved havnen", "nb-NO"), identify("Brann ved havnen")
    ('no', 'und')
    """
    first = text[:_QUICK_SAMPLE].lower().split()  # quick, and enough for nearly all of English
    is_sure = declared is None or len(text) > 2 * FEWEST_LETTERS
    if is_sure and sum(map(load(DEFAULT).common.__contains__, first)) > _SURE_SHARE * len(first):
        return DEFAULT
    sample = text[:_SAMPLE]
    words = _words(sample)
    script = _script(sample)
    fewest = _FEWEST_SIGNS if script in _DENSE else FEWEST_LETTERS
    is_short = sum(map(len, words)) < fewest
    own = _languages(script)
    hint = code_of(declared)
    if is_short:
        is_bare = script == "Han" and load(hint).script == "Hiragana"  # a title without Kana
        if is_bare or (hint in own and _is_likeliest(hint, words, own)):
            return hint
        return DEFAULT if DEFAULT in own and _vote(words, own)[0] == DEFAULT else UNKNOWN
    if script in _DENSE and len(own) == 1:
        return own[0]
    least = _LEAST_SHARE if len(own) > 1 else _LEAST_ALONE
    code, share = _vote(words, own)
    if share >= least:
        return code
    is_likely = hint in own and _share(words, hint) >= least / 2
    return hint if is_likely and _is_likeliest(hint, words, own, _LEAST_MORE) else UNKNOWN


def _of_all(texts: Sequence[str]) -> str:
    """Identify short articles by all of them together, if they are in one script."""
    return identify(" ".join(text[: _SAMPLE // len(texts)] for text in texts)) if texts else UNKNOWN


def _words(sample: str) -> list[str]:
    if not sample.isascii():
        sample = unicodedata.normalize("NFC", sample)
    found: list[str] = word_pattern("<letters>").findall(sample.lower())
    return found


def _script(sample: str) -> str:
    """Return the script of most letters of a text; empty if it has no letter."""
    letters = [sign for sign in sample[:_SAMPLE] if sign.isalpha()]
    if sum(map(str.isascii, letters)) > _MOST_OTHERS * len(letters):
        return "Latin"
    scripts = Counter(map(_script_of, letters))
    if scripts["Hiragana"] > _LEAST_KANA * len(letters) and scripts["Han"] + scripts[
        "Hiragana"
    ] > _MOST_OTHERS * len(letters):
        return "Hiragana"
    most = scripts.most_common(1)
    return most[0][0] if most else ""


@cache
def _script_of(letter: str) -> str:
    first = unicodedata.name(letter, "OTHER").split()[0].split("-")[0]
    return _SCRIPTS.get(first, first.capitalize())


@cache
def _languages(script: str) -> tuple[str, ...]:
    """Return the codes of the languages that are written in a script."""
    return tuple(code for code in codes() if load(code).script == script)


def _share(words: Sequence[str], code: str) -> float:
    """Return the share of words that are among the commonest of a language."""
    common = load(code).common
    return sum(word in common for word in words) / max(len(words), 1)


def _is_likeliest(code: str, words: Sequence[str], own: Sequence[str], slack: float = 1.0) -> bool:
    """Return whether no language has more than `slack` times the common words of this one."""
    return all(_share(words, other) <= slack * _share(words, code) for other in own)


def _vote(words: Sequence[str], own: Sequence[str]) -> tuple[str, float]:
    """Return the language with most common words in a text, and their share; 0 if in doubt.

    It must have more of its own than any other: Danish and Norwegian share most of theirs.
    """
    counts = Counter(words)
    common = {code: load(code).common & counts.keys() for code in own}
    votes = {code: sum(map(counts.__getitem__, common[code])) for code in own}
    best = max(votes, key=votes.__getitem__, default=UNKNOWN)
    if len(common.get(best, ())) < (1 if best == DEFAULT else _FEWEST_COMMON):
        return UNKNOWN, 0.0
    for other in own:
        mine, theirs = common[best] - common[other], common[other] - common[best]
        n_mine, n_theirs = (sum(map(counts.__getitem__, some)) for some in (mine, theirs))
        if other != best and n_mine < _LEAST_MORE * n_theirs + 1:
            return UNKNOWN, 0.0
    return best, votes[best] / len(words)
