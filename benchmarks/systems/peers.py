"""The peers as published on PyPI: sumy, lexrank and summa, each through its Python API.

Every peer gets the same cleaned sentences as our baselines, article by article, and returns its own
ranking of them, best first; the budget is filled by `fill_by`. So sumy needs no NLTK
data: it is handed sentences, and words cut by NLTK's own word tokenizer, which is what sumy uses.
Stop words and stemmers are those that the peers ship, for the language of the cluster; where a
peer has none, it raises, and the result says so. All settings are the peers' defaults.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from benchmarks.systems.baselines import fill, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from benchmarks.data.sets import Item

    Rank = Callable[[Sequence[Sequence[str]], str], "Ranked"]

# A sentence and its position among all sentences of the cluster.
Ranked = list[tuple[int, str]]

# Name of the method -> module and class.
SUMY = {
    "lexrank": ("sumy.summarizers.lex_rank", "LexRankSummarizer"),
    "textrank": ("sumy.summarizers.text_rank", "TextRankSummarizer"),
    "lsa": ("sumy.summarizers.lsa", "LsaSummarizer"),
    "luhn": ("sumy.summarizers.luhn", "LuhnSummarizer"),
    "kl": ("sumy.summarizers.kl", "KLSummarizer"),
    "sumbasic": ("sumy.summarizers.sum_basic", "SumBasicSummarizer"),
}

# The languages that summa has a stemmer for: their codes, and its names for them.
_SUMMA_LANGUAGES = (
    "ar:arabic da:danish de:german en:english es:spanish fi:finnish fr:french hu:hungarian "
    "it:italian nl:dutch no:norwegian pl:polish pt:portuguese ro:romanian ru:russian sv:swedish"
)


def fill_by(rank: Rank, item: Item, *, words: int, seed: int) -> list[str]:
    """Fill the budget by a peer's ranking; the sentences are in the order of the articles."""
    del seed
    return [text for _, text in sorted(fill(rank(sentences(item), item.lang), words))]


def rank_with_sumy(articles: Sequence[Sequence[str]], lang: str, *, method: str) -> Ranked:
    """Rank with one of sumy's summarizers, configured as sumy's own command does it.

    Raises
    ------
    LookupError
        Sumy has no stop words or no stemmer for the language.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, name = SUMY[method]
    summarizer = getattr(import_module(module), name)(Stemmer(lang))
    summarizer.stop_words = get_stop_words(lang)
    words = _Words()
    document = ObjectDocumentModel(
        Paragraph(Sentence(text, words) for text in article) for article in articles
    )
    ranked: Ranked = []

    def keep_all(infos: Sequence[Any]) -> Sequence[Any]:
        # A summarizer's count may be a function of its ranking: here it sees all of it, once.
        ranked.extend((info.order, str(info.sentence)) for info in infos)
        return infos

    summarizer(document, keep_all)
    return ranked


def rank_with_lexrank(articles: Sequence[Sequence[str]], lang: str) -> Ranked:
    """Rank with lexrank, whose idf is taken over the cluster's articles.

    Raises
    ------
    LookupError
        It ships no stop words for the language.
    """
    from lexrank import STOPWORDS, LexRank

    if lang not in STOPWORDS:
        raise LookupError(f"lexrank has no stop words for language {lang}")
    texts = [text for article in articles for text in article]
    lexrank = LexRank(articles, stopwords=STOPWORDS[lang])
    return _best_first(texts, lexrank.rank_sentences(texts))


def rank_with_summa(articles: Sequence[Sequence[str]], lang: str) -> Ranked:
    """Rank with summa, which takes one text: our sentences, one per line.

    It splits these again by its own rules, so some of what it ranks are parts of sentences.

    Raises
    ------
    LookupError
        It does not support the language.
    """
    from summa.summarizer import summarize

    language = re.search(rf"\b{lang}:(\w+)", _SUMMA_LANGUAGES)
    if not language:
        raise LookupError(f"summa does not support language {lang}")
    text = "\n".join(sentence for article in articles for sentence in article)
    scored = summarize(text, ratio=1.0, language=language[1], scores=True)
    if not scored:  # it returns "" where no two sentences share a word
        return []
    return _best_first(*zip(*scored, strict=True))


def _best_first(texts: Sequence[str], scores: Sequence[float]) -> Ranked:
    return sorted(enumerate(texts), key=lambda ranked: -scores[ranked[0]])


class _Words:
    """Replaces sumy's Tokenizer, since the sentences are already split."""

    # What sumy takes for a word (sumy.nlp.tokenizers.Tokenizer._WORD_PATTERN).
    _is_word: Callable[[str], object] = re.compile(r"[^\W\d_](?:[^\W\d_]|['-])*+").fullmatch

    def to_words(self, sentence: str) -> tuple[str, ...]:
        from nltk.tokenize import word_tokenize

        return tuple(filter(self._is_word, word_tokenize(sentence, preserve_line=True)))
