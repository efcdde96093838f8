"""Reads a sentence encoder from a folder of sentence-transformers, without torch or a network.

Only the most common kind is read: a BERT encoder whose tokens' mean is the vector. A model of
another kind can be used as an object: anything with `encode` is an encoder.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.errors import OptionError
from summarize.model import squeeze
from summarize.semantic.bert import Bert, Shape, build, embed
from summarize.semantic.encoder import is_number
from summarize.semantic.find import WEIGHTS, find
from summarize.weights import Calibration

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from numpy.typing import NDArray

_NEEDED = "give a folder that sentence-transformers saved, or an object with `encode`"
_LONGEST_REASON = 200  # characters of another library's message
# A limit of threads is that of the process: the first to leave would lift it for all others.
_LIMITING = Lock()


@dataclass(frozen=True, slots=True, eq=False)
class BertEncoder:
    """A BERT encoder and its tokenizer, as `load` reads them.

    Each text is encoded by itself and in one thread, so its vector has the same bytes whatever
    the other texts, their order and the number of threads: the rounding of a product of matrices
    depends on their shapes and on how threads share them. Another kind of processor may round
    differently, by less than 1e-6. So may a process in which another thread holds a limit of
    threads with `threadpoolctl`, for that limit wins.

    Pickling keeps the folder only; it is read again, once in each process.

    Parameters
    ----------
    folder
        Where the model was read.
    weights_sha256
        The SHA-256 of its file of weights.
    bert, tokenizer
        What that file and ``tokenizer.json`` contain.
    calibration
        What ``calibration.json`` contains, as `python -m benchmarks citations --fit` prints it.
    """

    folder: Path
    weights_sha256: str
    bert: Bert
    tokenizer: Any
    calibration: Calibration | None = None

    def encode(self, texts: list[str], /) -> NDArray[np.float32]:
        """Return the unit vectors of n texts, as an array of shape (n, hidden_size)."""
        from threadpoolctl import threadpool_limits

        found = np.zeros((len(texts), self.bert.shape.hidden_size), np.float32)
        with _LIMITING, threadpool_limits(limits=1, user_api="blas"):
            for i, text in enumerate(texts):
                # The tokenizer takes no lone surrogates.
                tokens = self.tokenizer.encode(text.encode("utf-8", "replace").decode())
                found[i] = embed(self.bert, np.array(tokens.ids))
        return found

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return _again, (str(self.folder), self.weights_sha256)


def load(name: str | PathLike[str]) -> BertEncoder:
    """Read an encoder.

    Parameters
    ----------
    name
        The model's folder, or its name on the hub if the hub's cache on this machine has it.

    Raises
    ------
    OptionError
        If the extra is not installed, there is no such model, a file of it is missing or damaged,
        or it is of a kind that is not read.
    """
    try:
        import safetensors  # noqa: F401
        import threadpoolctl  # noqa: F401
        import tokenizers  # noqa: F401
    except ImportError:
        raise OptionError(
            "a model needs an extra; install it with: pip install 'summarize[semantic]'"
        ) from None
    folder = find(name)
    shape = _shape(folder)
    _check_modules(folder)
    data = _bytes(folder / WEIGHTS)
    bert = _bert(folder / WEIGHTS, data, shape)
    tokenizer = _tokenizer(folder, shape)
    sha256 = hashlib.sha256(data).hexdigest()
    return BertEncoder(folder.absolute(), sha256, bert, tokenizer, _calibration(folder))


@lru_cache(maxsize=1)
def _again(folder: str, sha256: str) -> BertEncoder:
    """Read an encoder that another process has read.

    Raises
    ------
    OptionError
        Also if its weights are others.
    """
    encoder = load(folder)
    if encoder.weights_sha256 != sha256:
        raise OptionError(
            f"{encoder.folder / WEIGHTS} has the SHA-256 {encoder.weights_sha256[:12]}… and not "
            f"{sha256[:12]}…; use the same model everywhere, and do not change it during a run"
        )
    return encoder


def _shape(folder: Path) -> Shape:
    """Return the sizes of a model whose architecture is read."""
    config = _json(folder / "config.json")
    for key, allowed, default in (
        ("model_type", "bert", None),
        ("hidden_act", "gelu", None),
        ("position_embedding_type", "absolute", "absolute"),
    ):
        if config.get(key, default) != allowed:
            raise OptionError(
                f"{folder / 'config.json'}: {key} is {config.get(key)!r}, and only {allowed!r} is "
                f"read; {_NEEDED}"
            )
    sizes = [config.get(name) for name in Shape._fields]
    if not all(isinstance(size, int) and size > 0 for size in sizes[:-1]) or not (
        isinstance(sizes[-1], float) and sizes[-1] > 0
    ):
        names = ", ".join(Shape._fields)
        raise OptionError(f"{folder / 'config.json'} must have a number for {names}; {_NEEDED}")
    shape = Shape._make(sizes)
    if shape.hidden_size % shape.num_attention_heads:
        raise OptionError(
            f"{folder / 'config.json'}: {shape.num_attention_heads} heads cannot share "
            f"{shape.hidden_size} dimensions; {_NEEDED}"
        )
    return shape


def _check_modules(folder: Path) -> None:
    """Check that a model is an encoder, the mean of its tokens, and nothing else."""
    path = folder / "modules.json"
    modules = {}
    for module in _json(path, list):
        if not isinstance(module, dict):
            raise OptionError(f"{path} is not the JSON that is expected; download it again")
        kind = str(module.get("type")).rpartition(".")[2]
        modules[kind] = str(module.get("path"))
    if not {"Transformer", "Pooling"} <= set(modules) <= {"Transformer", "Pooling", "Normalize"}:
        raise OptionError(
            f"{path} has {', '.join(modules) or 'nothing'}, and only Transformer, Pooling and "
            f"Normalize are read; {_NEEDED}"
        )
    path = folder / modules["Pooling"] / "config.json"
    pooling = _json(path)
    modes = [name for name, value in pooling.items() if name != "include_prompt" and value is True]
    modes.append(str(pooling.get("pooling_mode", "")))
    if [mode for mode in modes if mode] not in (["pooling_mode_mean_tokens"], ["mean"]):
        raise OptionError(f"{path}: only pooling by the mean of all tokens is read; {_NEEDED}")


def _bert(path: Path, data: bytes, shape: Shape) -> Bert:
    from safetensors.numpy import load as tensors

    try:
        return build(tensors(data), shape)
    except Exception as error:  # noqa: BLE001 - the library's own, and those of numpy
        reason = squeeze(str(error))[:_LONGEST_REASON]
        raise OptionError(
            f"{path} is damaged or of another kind: {reason}; download it again, or use "
            "another model"
        ) from None


def _tokenizer(folder: Path, shape: Shape) -> Any:  # noqa: ANN401 - an extra's type
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    data = _bytes(path)
    try:
        tokenizer = Tokenizer.from_str(data.decode())
    except Exception as error:  # noqa: BLE001 - the library raises plain ones
        reason = squeeze(str(error))[:_LONGEST_REASON]
        raise OptionError(f"{path} is damaged: {reason}; download it again") from None
    if tokenizer.get_vocab_size() > shape.vocab_size:
        raise OptionError(
            f"{path} has {tokenizer.get_vocab_size()} tokens and the model {shape.vocab_size}; "
            "download both again"
        )
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=_longest(folder, shape))
    return tokenizer


def _longest(folder: Path, shape: Shape) -> int:
    """Return the most tokens of a text that a model reads."""
    places = (
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),  # where newer versions save it
    )
    for name, key in places:
        if (folder / name).exists():
            length = _json(folder / name).get(key)
            if isinstance(length, int) and length > 2:
                return min(length, shape.max_position_embeddings)
    return shape.max_position_embeddings


def _calibration(folder: Path) -> Calibration | None:
    """Return the weights that were fitted for a model, if they are in its folder."""
    path = folder / "calibration.json"
    if not path.exists():
        return None
    found = _json(path)
    values = [found.get(name) for name in Calibration._fields]
    if not all(map(is_number, values)):
        names = ", ".join(Calibration._fields)
        raise OptionError(f"{path} must have a number for {names}; fit it again, or remove it")
    return Calibration._make(map(float, values))


def _json(path: Path, kind: type = dict) -> Any:  # noqa: ANN401 - whatever JSON holds
    data = _bytes(path)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, kind):
        raise OptionError(f"{path} is not the JSON that is expected; download it again")
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise OptionError(f"cannot read {path}: {reason}; {_NEEDED}") from None
