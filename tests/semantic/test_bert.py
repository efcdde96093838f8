import math

import numpy as np
import pytest
from models import CONFIG, random_tensors

from summarize.semantic.bert import Shape, build, embed

SHAPE = Shape(*(CONFIG[name] for name in Shape._fields))


def slow(tensors, ids, shape):
    """BERT as in the paper, a number at a time."""

    def norm(x, name):
        mean = sum(x) / len(x)
        variance = sum((value - mean) ** 2 for value in x) / len(x)
        scale, shift = tensors[f"{name}.weight"], tensors[f"{name}.bias"]
        size = math.sqrt(variance + shape.layer_norm_eps)
        return [(x[i] - mean) / size * scale[i] + shift[i] for i in range(len(x))]

    def dense(x, name):
        weight, bias = tensors[f"{name}.weight"], tensors[f"{name}.bias"]
        return [dot(row, x) + b for row, b in zip(weight.tolist(), bias.tolist(), strict=True)]

    def dot(first, second):
        return sum(a * b for a, b in zip(first, second, strict=True))

    def plus(first, second):
        return [a + b for a, b in zip(first, second, strict=True)]

    def attend(x, name):
        size = shape.hidden_size // shape.num_attention_heads
        query, key, value = (
            [dense(row, f"{name}.self.{part}") for row in x] for part in ("query", "key", "value")
        )
        found = [[] for _ in x]
        for start in range(0, shape.hidden_size, size):
            head = slice(start, start + size)
            for i, q in enumerate(query):
                weights = [math.exp(dot(q[head], k[head]) / math.sqrt(size)) for k in key]
                found[i] += [
                    dot(weights, [v[j] for v in value]) / sum(weights)
                    for j in range(start, start + size)
                ]
        return found

    def gelu(x):
        return [value * (1 + math.erf(value / math.sqrt(2))) / 2 for value in x]

    words, places, types = (
        tensors[f"embeddings.{part}_embeddings.weight"].tolist()
        for part in ("word", "position", "token_type")
    )
    x = [plus(plus(words[id_], places[i]), types[0]) for i, id_ in enumerate(ids)]
    x = [norm(row, "embeddings.LayerNorm") for row in x]
    for i in range(shape.num_hidden_layers):
        layer = f"encoder.layer.{i}"
        attended = [
            dense(row, f"{layer}.attention.output.dense") for row in attend(x, f"{layer}.attention")
        ]
        x = [
            norm(plus(*pair), f"{layer}.attention.output.LayerNorm")
            for pair in zip(x, attended, strict=True)
        ]
        wide = [gelu(dense(row, f"{layer}.intermediate.dense")) for row in x]
        x = [
            norm(plus(row, dense(w, f"{layer}.output.dense")), f"{layer}.output.LayerNorm")
            for row, w in zip(x, wide, strict=True)
        ]
    mean = [sum(column) / len(x) for column in zip(*x, strict=True)]
    return [value / math.sqrt(dot(mean, mean)) for value in mean]


@pytest.mark.parametrize("ids", [[2, 3], [2, 5, 6, 3], [2, *range(14), 3]])
def test_a_vector_is_that_of_the_slow_version(ids):
    tensors = random_tensors(CONFIG)
    found = embed(build(tensors, SHAPE), np.array(ids))
    assert found == pytest.approx(slow(tensors, ids, SHAPE), abs=1e-6)


def test_weights_in_half_precision_are_read():
    tensors = random_tensors(CONFIG)
    half = {name: tensor.astype(np.float16) for name, tensor in tensors.items()}
    found = embed(build(half, SHAPE), np.array([2, 5, 3]))
    assert found.dtype == np.float32
    assert found == pytest.approx(embed(build(tensors, SHAPE), np.array([2, 5, 3])), abs=0.01)


@pytest.mark.parametrize("name", sorted(random_tensors(CONFIG)))
def test_every_tensor_is_needed_in_its_shape(name):
    tensors = random_tensors(CONFIG)
    tensors[name] = tensors[name][1:]
    with pytest.raises(ValueError, match=f"no tensor {name} of shape"):
        build(tensors, SHAPE)
    del tensors[name]
    with pytest.raises(ValueError, match=f"no tensor {name} of shape"):
        build(tensors, SHAPE)
