"""The constants of ranking, selection and citation that a fit may change.

`Weights` were fitted together on the development sets by `python -m benchmarks ranking --fit`, and
are in `docs/method/ranking.md`; the calibrations by `python -m benchmarks citations --fit`, and are
in `docs/method/citations.md`. They are not options: no user has a reason to change one of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each indication of relevance and of redundancy is worth.

    Attributes
    ----------
    early_scale
        The position, from 0, at which a first mention counts 1/e of one in the first sentence.
    early_weight
        What a mention at the very start adds to the logarithm of a bigram's weight when there are
        three origins: few corroborate little, and their beginnings say more.
    centroid_power
        The power of a sentence's cosine to the mean of the articles.
    lead_weight, title_weight
        What the first sentence of an article, and a cosine of 1 to the mean title, add to the
        logarithm of relevance.
    full_words, short_power
        A sentence of fewer words counts less: its relevance is multiplied by the share of them that
        it has, to this power.
    figure, speech
        The factor for a sentence with a figure, and for one that reports what somebody said.
    wholly_redundant
        Likeness to the whole summary so far from which a sentence counts as wholly redundant.
    same
        Cosine of TF-IDF rows from which two sentences say the same.
    same_news
        Cosine of their sets of words from which sentences of two articles of one day say the same.
    full_enough, trifle
        A summary that fills this share of its budget gets no sentence of less relevance than
        `trifle`: a shorter summary reads better than one that ends in a trifle.
    """

    early_scale: float = 10
    early_weight: float = 0.8
    centroid_power: float = 0.7
    lead_weight: float = 0.4
    title_weight: float = 1.5
    full_words: float = 16
    short_power: float = 0.7
    figure: float = 1.1
    speech: float = 0.9
    wholly_redundant: float = 0.7
    same: float = 0.45
    same_news: float = 0.3
    full_enough: float = 0.9
    trifle: float = 0.25


FITTED_ON = "en"  # the language of the development sets
FITTED = Weights()
# Elsewhere the place of a sentence is worth more, many languages use fewer words in a sentence, and
# summaries are filled: where first sentences are so far ahead, others are not trifles for being far
# from the best. What each is worth is in docs/method/ranking.md, "Other languages".
ELSEWHERE = Weights(lead_weight=1.0, full_words=12, trifle=0.0)


def weights_for(language: str) -> Weights:
    """Return the weights for a language, by its code."""
    return FITTED if language == FITTED_ON else ELSEWHERE


class Calibration(NamedTuple):
    """The weights of the logistic regression that makes a probability of what sentences share.

    ::

        p = σ(intercept + likeness · s + days · ln(1 + days apart) + disagreement · d + meaning · c)

    s is the likeness of two sentences by words, d is 1 if they disagree, and c is the cosine of
    their vectors. The terms are in `choice.same`, the fit in docs/method/citations.md.
    """

    intercept: float
    likeness: float
    days: float
    disagreement: float
    meaning: float = 0.0


WORDS = Calibration(intercept=-2.8, likeness=11.3, days=-0.4, disagreement=-0.7)
MINILM = Calibration(intercept=-4.2, likeness=7.3, days=-0.4, disagreement=-0.6, meaning=5.0)
