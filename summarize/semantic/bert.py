"""The BERT encoder (Devlin et al. 2019) in NumPy: token ids become one vector.

Only what a sentence encoder computes: no masks, for texts are encoded one at a time; no dropout;
no training. Every step is a few lines of array work with the formula above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Array = NDArray[np.float32]


_PARTS = ("query", "key", "value")


class Shape(NamedTuple):
    """The sizes of a model, by their names in `config.json`.

    `layer_norm_eps` is what a layer normalisation adds to the variance.
    """

    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    max_position_embeddings: int
    vocab_size: int
    type_vocab_size: int
    layer_norm_eps: float


class Dense(NamedTuple):
    """A linear map: ``x @ weight + bias``, with `weight` of shape (inputs, outputs)."""

    weight: Array
    bias: Array


class Norm(NamedTuple):
    """The scale and the shift after a layer normalisation."""

    scale: Array
    shift: Array


class Layer(NamedTuple):
    """One layer; `attend` gives queries, keys and values side by side."""

    attend: Dense
    attended: Dense
    attended_norm: Norm
    widen: Dense
    narrow: Dense
    norm: Norm


class Bert(NamedTuple):
    """The weights of a model.

    Attributes
    ----------
    words : ndarray of shape (vocab_size, hidden_size)
        One row a token.
    positions : ndarray of shape (max_position_embeddings, hidden_size)
        One row a position, with that of the first token type added.
    """

    shape: Shape
    words: Array
    positions: Array
    norm: Norm
    layers: tuple[Layer, ...]


def build(tensors: Mapping[str, NDArray[np.generic]], shape: Shape) -> Bert:
    """Arrange the tensors of a file.

    Raises
    ------
    ValueError
        If a tensor is missing, or has another shape than `shape` says.
    """

    def take(name: str, *sizes: int) -> Array:
        if name not in tensors or tensors[name].shape != sizes:
            raise ValueError(f"it has no tensor {name} of shape {sizes}")
        return tensors[name].astype(np.float32, copy=False)

    def dense(inputs: int, outputs: int, *names: str) -> Dense:
        weights = [take(f"{name}.weight", outputs, inputs) for name in names]
        biases = [take(f"{name}.bias", outputs) for name in names]
        # A product with a weight that is contiguous costs a quarter less.
        return Dense(np.ascontiguousarray(np.concatenate(weights).T), np.concatenate(biases))

    def norm(name: str) -> Norm:
        return Norm(take(f"{name}.weight", hidden), take(f"{name}.bias", hidden))

    def layer(name: str) -> Layer:
        attention = f"{name}.attention"
        return Layer(
            dense(hidden, hidden, *(f"{attention}.self.{part}" for part in _PARTS)),
            dense(hidden, hidden, f"{attention}.output.dense"),
            norm(f"{attention}.output.LayerNorm"),
            dense(hidden, wide, f"{name}.intermediate.dense"),
            dense(wide, hidden, f"{name}.output.dense"),
            norm(f"{name}.output.LayerNorm"),
        )

    hidden, wide = shape.hidden_size, shape.intermediate_size
    types = take("embeddings.token_type_embeddings.weight", shape.type_vocab_size, hidden)
    places = take("embeddings.position_embeddings.weight", shape.max_position_embeddings, hidden)
    return Bert(
        shape,
        take("embeddings.word_embeddings.weight", shape.vocab_size, hidden),
        places + types[0],
        norm("embeddings.LayerNorm"),
        tuple(layer(f"encoder.layer.{i}") for i in range(shape.num_hidden_layers)),
    )


def embed(bert: Bert, ids: NDArray[np.intp]) -> Array:
    """Return the vector of one text: the mean over its tokens, of unit length.

    Parameters
    ----------
    bert
        The weights.
    ids : ndarray of shape (t,)
        The text's tokens, at most as many as the model has positions.

    Returns
    -------
    ndarray of shape (hidden_size,)
    """
    x = _normalise(bert.words[ids] + bert.positions[: len(ids)], bert.norm, bert)
    for layer in bert.layers:
        x = _normalise(
            x + _apply(layer.attended, _attend(x, layer, bert)), layer.attended_norm, bert
        )
        x = _normalise(x + _apply(layer.narrow, _gelu(_apply(layer.widen, x))), layer.norm, bert)
    mean = x.mean(axis=0)
    return mean / np.linalg.norm(mean)


def _apply(dense: Dense, x: Array) -> Array:
    return x @ dense.weight + dense.bias


def _attend(x: Array, layer: Layer, bert: Bert) -> Array:
    """Return for each token the mean of the values, weighted by ``softmax(q · k / √size)``."""
    n_heads = bert.shape.num_attention_heads
    size = bert.shape.hidden_size // n_heads
    parts = _apply(layer.attend, x).reshape(len(x), 3, n_heads, size)
    query, key, value = parts.transpose(1, 2, 0, 3)  # each (heads, tokens, size)
    scores = query @ key.transpose(0, 2, 1) / np.float32(size**0.5)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ value).transpose(1, 0, 2).reshape(x.shape)


def _gelu(x: Array) -> Array:
    """Return ``x · Φ(x)``, where Φ is the normal distribution (Hendrycks and Gimpel 2016)."""
    from scipy.special import erf

    return x * (erf(x * np.float32(0.5**0.5)) + 1) * np.float32(0.5)


def _normalise(x: Array, norm: Norm, bert: Bert) -> Array:
    """Return each row with mean 0 and variance 1, then scaled and shifted."""
    x = x - x.mean(axis=-1, keepdims=True)
    variance = (x * x).mean(axis=-1, keepdims=True)
    return x / np.sqrt(variance + np.float32(bert.shape.layer_norm_eps)) * norm.scale + norm.shift
