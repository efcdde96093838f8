"""The factor for a sentence's form: whether it has a figure, and whether it reports speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.evidence.tokens import Tokens
    from summarize.languages import Language
    from summarize.weights import Weights

_DIGIT = re.compile(r"\d")


def form(tokens: Tokens, language: Language, weights: Weights) -> NDArray[np.float64]:
    """Return the factor of relevance for the form of each of n sentences.

    Parameters
    ----------
    tokens
        The words of the sentences, and no others.
    language
        Verbs of speech.
    weights
        `figure` and `speech`.

    Returns
    -------
    ndarray of shape (n,)
        `figure` for a sentence with a figure, `speech` for one with a verb of speech, their
        product for both, otherwise 1.
    """
    vocabulary = tokens.vocabulary
    is_figure = np.array(
        [not word.isalpha() and _DIGIT.search(word) is not None for word in vocabulary], np.bool_
    )
    is_speech = np.array([word.lower() in language.speech_verbs for word in vocabulary], np.bool_)
    worth = np.ones(tokens.n)
    for is_sign, factor in ((is_figure, weights.figure), (is_speech, weights.speech)):
        has_sign = np.bincount(tokens.row[is_sign[tokens.word]], minlength=tokens.n) > 0
        worth[has_sign] *= factor
    return worth
