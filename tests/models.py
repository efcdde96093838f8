"""A sentence encoder with random weights, in a folder as sentence-transformers saves it."""

import json

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "a", "bridge", "ferry", "council", "was"]
WORDS += ["opened", "closed", "on", "monday", "##s", "."]
CONFIG = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "hidden_size": 8,
    "intermediate_size": 12,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "max_position_embeddings": 16,
    "vocab_size": len(WORDS),
    "type_vocab_size": 2,
    "layer_norm_eps": 1e-12,
}
MODULES = [
    {"path": "", "type": "sentence_transformers.models.Transformer"},
    {"path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    {"path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
]
POOLING = {"word_embedding_dimension": 8, "pooling_mode_mean_tokens": True}


def write_json(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), "utf-8")


def random_tensors(config, seed=0):
    """Return tensors of the sizes in `config`, by their names in a file."""
    hidden, wide = config["hidden_size"], config["intermediate_size"]
    sizes = {
        "embeddings.word_embeddings.weight": (config["vocab_size"], hidden),
        "embeddings.position_embeddings.weight": (config["max_position_embeddings"], hidden),
        "embeddings.token_type_embeddings.weight": (config["type_vocab_size"], hidden),
        "embeddings.LayerNorm": hidden,
    }
    for i in range(config["num_hidden_layers"]):
        layer = f"encoder.layer.{i}"
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            sizes[f"{layer}.attention.{part}.weight"] = (hidden, hidden)
            sizes[f"{layer}.attention.{part}.bias"] = (hidden,)
        sizes |= {
            f"{layer}.attention.output.LayerNorm": hidden,
            f"{layer}.intermediate.dense.weight": (wide, hidden),
            f"{layer}.intermediate.dense.bias": (wide,),
            f"{layer}.output.dense.weight": (hidden, wide),
            f"{layer}.output.dense.bias": (hidden,),
            f"{layer}.output.LayerNorm": hidden,
        }
    random = np.random.default_rng(seed)
    found = {}
    for name, size in sizes.items():
        if isinstance(size, int):
            found[f"{name}.weight"] = random.normal(1, 0.1, size).astype(np.float32)
            found[f"{name}.bias"] = random.normal(0, 0.1, size).astype(np.float32)
        else:
            found[name] = random.normal(0, size[-1] ** -0.5, size).astype(np.float32)
    return found


def write_model(folder, seed=0, **changes):
    """Write a model with random weights; `changes` are of its sizes."""
    config = CONFIG | changes
    write_json(folder / "config.json", config)
    write_json(folder / "modules.json", MODULES)
    write_json(folder / "1_Pooling" / "config.json", POOLING)
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": 12})
    save_file(random_tensors(config, seed), folder / "model.safetensors")
    vocabulary = {word: i for i, word in enumerate(WORDS)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token=WORDS[1]))
    tokenizer.normalizer = BertNormalizer()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.enable_padding(length=9)  # some models are saved like this
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder
