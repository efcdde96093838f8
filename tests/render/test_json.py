"""JSON: its schema, its keys and its numbers."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from summaries import EXPLAINED, FERRY, SMALL

from summarize import LeftOut, summarize
from summarize.render import clean_text, error_line, render
from summarize.render.reasons import FATES

DOCS = Path(__file__).parents[2] / "docs" / "guide"
SCHEMA = json.loads((DOCS / "summary.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
LEFT_OUT = tuple(
    LeftOut(1, 0, 20, fate, "too short", None if fate == "removed" else 1, relevance)
    for fate in sorted(FATES.keys() - {"chosen"})
    for relevance in (0.25, None)
)
FULL = replace(EXPLAINED, left_out=LEFT_OUT)


def is_safe(text):
    return clean_text(text) == text


def properties(schema):
    """Walk over the properties of a schema and of all schemas in it."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
    if isinstance(schema, dict | list):
        for part in schema.values() if isinstance(schema, dict) else schema:
            yield from properties(part)


def test_the_schema_is_one_and_describes_every_key():
    Draft202012Validator.check_schema(SCHEMA)
    found = list(properties(SCHEMA))
    assert len(found) > 40
    assert [name for name, part in found if len(part.get("description", "")) < 10] == []


@pytest.mark.parametrize("name", SMALL)
def test_json_matches_its_schema(name):
    VALIDATOR.validate(json.loads(render(SMALL[name], "json")))


def test_what_is_left_out_matches_the_schema_whatever_its_fate():
    data = json.loads(render(FULL, "json"))
    VALIDATOR.validate(data)
    fates = SCHEMA["$defs"]["left_out"]["properties"]["fate"]["enum"]
    assert {stretch["fate"] for stretch in data["left_out"]} == set(fates)
    data["left_out"][0]["fate"] = "chosen"
    assert not VALIDATOR.is_valid(data)


def test_an_explained_summary_matches_the_schema():
    text = "The storm tore off thirty roofs on Monday night. Why? He left.\n\nClick here."
    data = json.loads(summarize([text], explain=True, sentences=1).to_json())
    VALIDATOR.validate(data)
    assert len(data["left_out"]) == 3


@pytest.mark.parametrize(
    "part",
    [
        (),
        ("headline",),
        ("sentences", 0),
        ("sentences", 0, "explanation", "runner_up"),
        ("documents", 0),
        ("left_out", 0),
    ],
)
def test_the_schema_refuses_an_unknown_key(part):
    data = json.loads(render(FULL, "json"))
    place = data
    for key in part:
        place = place[key]
    place["more"] = 1
    assert not VALIDATOR.is_valid(data)


def test_the_keys_are_in_a_fixed_order():
    data = json.loads(render(FERRY, "json"))
    assert " ".join(data) == (
        "schema version signature id language headline text n_words sentences documents"
        " differences warnings digest"
    )
    assert " ".join(data["headline"]) == "text document start end"
    assert " ".join(data["sentences"][0]) == (
        "text document position start end relevance redundancy gain corroboration citations times"
    )
    assert " ".join(data["sentences"][0]["citations"][0]) == (
        "document position start end confidence"
    )
    assert " ".join(data["documents"][0]) == (
        "number id title author source url path published extractor sha256 n_sentences origin "
        "copy_of skipped language"
    )
    assert " ".join(data["warnings"][0]) == "code document message"
    explained = json.loads(render(FULL, "json"))
    assert list(explained)[-2:] == ["left_out", "digest"]
    assert " ".join(explained["left_out"][0]) == "document start end fate rule like relevance"


def test_floats_are_rounded_and_zero_has_no_sign():
    written = render(FERRY, "json")
    assert '"confidence": 0.7123\n' in written
    assert '"gain": 0.0,' in written
    assert "-0.0" not in written


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_lacks_raises(number):
    broken = replace(FERRY.sentences[0], gain=number)
    with pytest.raises(ValueError, match="not JSON compliant"):
        render(replace(FERRY, sentences=(broken,)), "json")


@given(st.text(st.characters()) | st.text(st.sampled_from("\ud83d\ude00\ud800\x85\u2028\x7fa")))
def test_json_returns_the_original_data(text):
    summary = replace(FERRY, signature=text, id=text)
    written = render(summary, "jsonl")
    assert written.count("\n") == 1
    assert len(written.splitlines()) == 1
    # JSON cannot tell a pair of lone surrogates from the character that they spell.
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(written.encode("utf-8"))["id"] == paired


def test_both_json_formats_have_the_same_content():
    assert json.loads(render(FERRY, "json")) == json.loads(render(FERRY, "jsonl"))
    assert render(FERRY, "json").startswith('{\n  "schema": "summarize/1",\n')


@pytest.mark.parametrize("name", [None, "e7", "\ud800\u202e"])
def test_the_error_line_matches_its_schema_and_is_not_a_summary(name):
    line = error_line(name, "line 3 is\nbroken")
    data = json.loads(line)
    assert data == {"schema": "summarize/1", "id": name, "error": "line 3 is\nbroken"}
    assert line.count("\n") == 1
    assert is_safe(line.rstrip("\n"))
    Draft202012Validator({"$ref": "#/$defs/error", "$defs": SCHEMA["$defs"]}).validate(data)
    assert not VALIDATOR.is_valid(data)


def test_the_picture_refers_to_nothing_on_a_network():
    picture = (DOCS.parent / "terminal.svg").read_text("utf-8")
    assert picture.replace('xmlns="http://www.w3.org/2000/svg"', "").count("//") == 0
    assert set(re.findall(r"url\((.)", picture)) == {"#"}
    assert "@" not in picture
