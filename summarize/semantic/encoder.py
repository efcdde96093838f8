"""What an encoder is, what identifies it, and its vectors, checked.

This module needs only numpy. It reads no model; that is done by `summarize.semantic.load`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from summarize.errors import EncoderError
from summarize.model import squeeze
from summarize.weights import MINILM, Calibration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_LONGEST_REASON = 200  # characters of another library's message
_MOST_SHOWN = 40  # characters of a text in a message
_LARGEST = 1e9  # weight; odds of more than 50 decide everything
_HEX = re.compile(r"[0-9a-f]{64}")
_DIGITS = 12  # of a hash, in a signature


class Encoder(Protocol):
    """Anything that turns texts into vectors, such as a model of sentence-transformers.

    An encoder that also has the attribute `weights_sha256`, the SHA-256 of the file of its weights
    in hexadecimal digits, is identified by it. One that has a `Calibration` as the attribute
    `calibration` is calibrated by it.
    """

    def encode(self, texts: list[str], /) -> Any:  # noqa: ANN401 - `vectors` checks it
        """Return an array of shape (n, d) for n texts."""


class Known(NamedTuple):
    """A model that was measured: its name, and the weights that were fitted for it."""

    name: str
    calibration: Calibration


# By the SHA-256 of `model.safetensors`.
KNOWN = {
    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db": Known(
        "all-MiniLM-L6-v2", MINILM
    ),
}


def uncalibrated(encoder: Encoder | None) -> str | None:
    """Return the name of a model for which no weights were fitted; None for any other."""
    if encoder is None or _own(encoder) or _sha256(encoder) in KNOWN:
        return None
    return identity(encoder)


def calibration(encoder: Encoder) -> Calibration:
    """Return the weights for this model: its own, those that we fitted, or else those of MiniLM."""
    known = KNOWN.get(_sha256(encoder))
    return _own(encoder) or (MINILM if known is None else known.calibration)


def identity(encoder: Encoder) -> str:
    """Return what names a model in a signature.

    Returns
    -------
    str
        A known model's name, or else the encoder's class; with the start of its weights' SHA-256
        if the encoder has it, as in ``all-MiniLM-L6-v2@sha256:53aa51172d14``.
    """
    sha256 = _sha256(encoder)
    known = KNOWN.get(sha256)
    name = type(encoder).__name__ if known is None else known.name
    weights = "" if _own(encoder) is None else ":".join(["", *map(repr, calibration(encoder))])
    return (f"{name}@sha256:{sha256[:_DIGITS]}" if sha256 else name) + weights


def vectors(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float64]:
    """Return the vectors of n texts, checked.

    Returns
    -------
    ndarray of shape (n, d)
        Unit rows: the product of two of them is their cosine.

    Raises
    ------
    EncoderError
        If the encoder fails, or returns anything but n rows of finite numbers that are not all 0.
    """
    if not texts:
        return np.zeros((0, 0))
    name = identity(encoder)
    try:
        found = encoder.encode(list(texts))
    except Exception as error:  # another library may raise anything
        reason = squeeze(f"{type(error).__name__}: {error}")[:_LONGEST_REASON]
        raise EncoderError(f"the encoder {name} failed: {reason}; use another, or none") from error
    rows = _rows(found, name)
    if len(rows) != len(texts):
        raise EncoderError(
            f"the encoder {name} returned {len(rows)} vectors for {len(texts)} texts; its `encode` "
            "must return one for each"
        )
    largest = np.abs(rows).max(axis=1, keepdims=True)
    for fault, are in (
        ("NaN or infinity", ~np.isfinite(largest[:, 0])),
        ("a vector of zeros", largest[:, 0] == 0),
    ):
        if are.any():
            text = squeeze(texts[int(are.argmax())])[:_MOST_SHOWN]
            raise EncoderError(
                f"the encoder {name} returned {fault} for {text!r}; use another, or none"
            )
    rows = rows / largest  # so that no square is too large or too small
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _rows(found: object, name: str) -> NDArray[np.float64]:
    """Return what an encoder returned as an array of shape (n, d)."""
    try:
        array = np.asarray(found)
    except Exception:  # noqa: BLE001 - an object of another library may raise anything
        array = np.asarray(None)
    if array.dtype.kind not in "fiu" or array.ndim != 2 or not array.shape[1]:
        seen = f"{type(found).__name__} of shape {array.shape}" if array.ndim else "no array"
        raise EncoderError(
            f"the encoder {name} returned {seen}; its `encode` must return an array of numbers of "
            "shape (texts, dimensions)"
        )
    return array.astype(np.float64)


def _own(encoder: Encoder) -> Calibration | None:
    """Return the weights that an encoder brings along, if any."""
    own = getattr(encoder, "calibration", None)
    if not isinstance(own, Calibration):
        return None
    if not all(is_number(value) for value in own):
        raise EncoderError(f"the encoder has the calibration {tuple(own)!r}; give finite numbers")
    return own


def is_number(value: object) -> bool:
    """Return whether this is a finite number that is no truth value."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) < _LARGEST  # also of whole numbers that no float can hold


def _sha256(encoder: Encoder) -> str:
    """Return the SHA-256 of an encoder's weights; nothing if it does not have it."""
    sha256 = getattr(encoder, "weights_sha256", "")
    return sha256 if isinstance(sha256, str) and _HEX.fullmatch(sha256) else ""
