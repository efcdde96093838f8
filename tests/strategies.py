"""What several test modules build: sentences, and small random matrices of non-negative rows."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.model import Sentence


def sentences(*documents: list[str]) -> list[Sentence]:
    """One sentence a text, one list a document; spans are where they would stand in a line."""
    return [
        Sentence(document, position, position, 0, len(text), text)
        for document, texts in enumerate(documents)
        for position, text in enumerate(texts)
    ]


@st.composite
def sparse_rows(draw, most_rows=8, most_columns=6):
    """Non-negative rows, some of them zero."""
    n = draw(st.integers(1, most_rows))
    m = draw(st.integers(1, most_columns))
    cells = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0])
    return csr_array(np.array(draw(st.lists(cells, min_size=n * m, max_size=n * m))).reshape(n, m))


def unit(rows):
    """The same rows with length 1, zero rows as they are."""
    dense = rows.toarray()
    lengths = np.linalg.norm(dense, axis=1, keepdims=True)
    return csr_array(dense / np.where(lengths > 0, lengths, 1))
