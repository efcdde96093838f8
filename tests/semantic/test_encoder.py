import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from summarize.errors import EncoderError
from summarize.semantic.encoder import KNOWN, calibration, identity, uncalibrated, vectors
from summarize.weights import MINILM


class Encoder:
    """Returns what it is given, whatever the texts."""

    def __init__(self, found, sha256=None):
        self.found = found
        if sha256 is not None:
            self.weights_sha256 = sha256

    def encode(self, texts, /):
        assert isinstance(texts, list)
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


@pytest.mark.parametrize(
    "found",
    [
        [[3, 4], [0, 2]],
        np.array([[3, 4], [0, 2]], np.float16),
        np.array([[3e200, 4e200], [0, 5e-320]]),
        [np.array([3.0, 4.0]), np.array([0.0, 2.0])],
    ],
)
def test_vectors_are_unit_rows(found):
    assert vectors(Encoder(found), ["one", "two"]).tolist() == [
        [pytest.approx(0.6), pytest.approx(0.8)],
        [0, 1],
    ]


@given(
    arrays(
        float, (3, 2), elements=st.floats(allow_nan=False, allow_infinity=False, min_value=1e-308)
    )
)
def test_every_finite_vector_has_a_direction(found):
    rows = vectors(Encoder(found), ["one", "two", "three"])
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1)


@pytest.mark.parametrize("texts", [[], ()])
def test_no_texts_have_no_vectors(texts):
    assert len(vectors(Encoder(RuntimeError()), texts)) == 0


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (
            [[1, 2], [3, float("nan")]],
            "Encoder returned NaN or infinity for 'The second text.'; use",
        ),
        (
            [[1, 2], [3, float("inf")]],
            "Encoder returned NaN or infinity for 'The second text.'; use",
        ),
        ([[0, 0], [3, 4]], "Encoder returned a vector of zeros for 'The first text.'; use another"),
        ([[1, 2]], "Encoder returned 1 vectors for 2 texts; its `encode` must return one for each"),
        ([[1, 2]] * 3, "Encoder returned 3 vectors for 2 texts"),
        (
            [1, 2],
            r"Encoder returned list of shape \(2,\); its `encode` must return an array of numb",
        ),
        (np.zeros((2, 0)), r"Encoder returned ndarray of shape \(2, 0\); its"),
        (np.zeros((2, 3, 1)), r"Encoder returned ndarray of shape \(2, 3, 1\); its"),
        ([["1", "2"], ["3", "4"]], r"Encoder returned list of shape \(2, 2\); its"),
        (np.ones((2, 2), complex), r"Encoder returned ndarray of shape \(2, 2\); its"),
        ([[1, 2], [3]], "Encoder returned no array; its"),
        (None, "Encoder returned no array; its"),
        (
            RuntimeError("out of\nmemory"),
            "Encoder failed: RuntimeError: out of memory; use another",
        ),
        (MemoryError(), "Encoder failed: MemoryError:; use another, or none"),
    ],
)
def test_what_an_encoder_does_wrong_is_one_line(found, message):
    with pytest.raises(EncoderError, match=f"^the encoder {message}") as caught:
        vectors(Encoder(found), ["The first\ntext.", "The second\ntext."])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("sha256", "name"),
    [
        (None, "Encoder"),
        (12, "Encoder"),
        ("0123456789abcdef" * 4, "Encoder@sha256:0123456789ab"),
        (next(iter(KNOWN)), "all-MiniLM-L6-v2@sha256:53aa51172d14"),
    ],
)
def test_a_model_is_identified_by_its_weights(sha256, name):
    encoder = Encoder(None, sha256)
    assert identity(encoder) == name
    assert calibration(encoder) == MINILM
    assert uncalibrated(encoder) == (None if sha256 in KNOWN else name)


def test_no_summary_without_an_encoder_imports_what_reads_models():
    code = """
import sys
from summarize import summarize
summarize(["The council approved the bridge.", "A bridge was approved on Monday."]).text
names = {"tokenizers", "safetensors", "huggingface_hub", "summarize.semantic.load"}
print(sorted(names & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
