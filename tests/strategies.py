"""What several test modules build: sentences, evidence, and small random matrices."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.evidence.measure import Evidence
from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.model import Sentence


def sentences(*documents: list[str]) -> list[Sentence]:
    """One sentence per text, one list per document; spans are as if on one line."""
    return [
        Sentence(document, position, position, 0, len(text), text)
        for document, texts in enumerate(documents)
        for position, text in enumerate(texts)
    ]


def evidence(listed: list[Sentence] | None = None, **known: object) -> Evidence:
    """Evidence about some sentences: the attributes that are given, and neutral others.

    Without sentences there is one article of as many as the rows or weights that are given.
    """
    known = {k: v if v is None or k == "tokens" else _array(v) for k, v in known.items()}
    rows = known.get("rows", known.get("weights"))
    if listed is None:
        n = 0 if rows is None else rows.shape[0]
        document = np.asarray(known.get("document", np.zeros(n)), int)
        listed = [
            Sentence(int(own), int((document[:i] == own).sum()), 0, 0, 1, "")
            for i, own in enumerate(document)
        ]
    n = len(listed)
    document = np.array([sentence.document for sentence in listed], np.int64)
    k = int(document.max(initial=-1)) + 1
    plain = csr_array(np.eye(n)) if rows is None else rows
    d = plain.shape[1]
    neutral = {
        "document": document,
        "position": np.array([sentence.position for sentence in listed], np.int64),
        "origin": document,
        "day": np.full(n, np.nan),
        "form": np.ones(n),
        "rows": unit(plain),
        "claims": plain,
        "weights": plain,
        "titles": csr_array((k, d)),
        "focus": np.zeros(n),
        "seen": csr_array((0, d)),
        "tokens": tokens([sentence.text for sentence in listed], load()),
        "origin_of": np.arange(k),
    }
    return Evidence(listed, **{**neutral, **known})


def _array(value):
    if isinstance(value, list | np.ndarray):
        value = np.array(value, float)
    return csr_array(value) if getattr(value, "ndim", 1) > 1 else value


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
