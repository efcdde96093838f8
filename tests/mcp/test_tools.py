import concurrent.futures

import pytest
from agents import SEEDS, as_json
from commands import EAST, NORTH, SOUTH
from jsonschema import Draft202012Validator

import summarize
from summarize import quoted

TEXTS = [NORTH, SOUTH, EAST]
FERRY = {"paths": ["news/ferry"]}
WORDS = "ran aground off the island of Lunde on Monday"


def text_of(agent, data, number):
    """Return the whole text of a document of a result, as its resource has it."""
    [resource] = [each["resource"] for each in data["documents"] if each["number"] == number]
    return agent.ask("read_resource", resource).contents[0].text


def test_every_span_is_that_of_the_resource(agent):
    data = agent.data("summarize", paths=["seeds"], words=60)
    assert data["sentences"]
    for sentence in data["sentences"]:
        text = text_of(agent, data, sentence["document"])
        assert quoted(text, sentence["start"], sentence["end"]) == sentence["text"]
        for citation in sentence["citations"]:
            other = text_of(agent, data, citation["document"])
            assert other[citation["start"] : citation["end"]].strip()
            assert 0.5 <= citation["confidence"] <= 1


def test_a_summary_is_that_of_the_library(agent):
    data = agent.data("summarize", paths=["seeds"], words=60, focus="tariffs")
    expected = summarize.summarize([SEEDS], words=60, focus="tariffs")
    assert data["text"] == expected.text
    assert data["signature"] == expected.signature
    assert [d["path"].partition("/")[0] for d in data["documents"]] == ["seeds"] * 5


@pytest.mark.parametrize(
    ("length", "most"),
    [({"words": 20}, 20), ({"sentences": 1}, 25), ({"chars": 120}, 25), ({"percent": 25}, 40)],
)
def test_the_length_is_any_unit_of_the_library(agent, length, most):
    data = agent.data("summarize", texts=TEXTS, **length)
    assert 0 < data["n_words"] <= most


def test_texts_may_have_what_is_known_of_them(agent):
    known = {"title": "Aground", "source": "Lunde Post", "published": "2025-06-11"}
    data = agent.data("summarize", texts=[{"text": SOUTH, **known, "url": "https://a.example/"}])
    [document] = data["documents"]
    assert known.items() <= document.items()


def test_nobody_changes_what_is_known_of_an_article_by_giving_its_text_again(agent):
    def known(tool, **given):
        [document] = agent.data(tool, **given)["documents"]
        return document["resource"], document.get("source"), document.get("title")

    first = known("summarize", texts=[{"text": SOUTH, "source": "Lunde Post"}])
    for other in ({"source": "Evil"}, {"title": "Evil"}, {}):
        assert known("group", texts=[{"text": SOUTH, **other}])[0] != first[0]
    assert known("summarize", resources=[first[0]]) == first
    for tool in ("group", "explain"):
        assert known(tool, resources=[first[0]])[:2] == first[:2]


@pytest.mark.parametrize("known", ["source", "title", "language"])
@pytest.mark.parametrize("values", [("a", "b"), ("b", "a"), (None, "a"), ("a", None)])
def test_copies_in_a_summary_keep_their_own_addresses(agent, known, values):
    texts = [{"text": SOUTH, known: value} for value in values]
    documents = agent.data("summarize", texts=texts)["documents"]
    assert len({document["resource"] for document in documents}) == 2
    if known != "language":  # which is not in the data
        for document in documents:
            [again] = agent.data("group", resources=[document["resource"]])["documents"]
            assert again.get(known) == document.get(known)


def test_articles_of_earlier_calls_are_given_by_their_addresses(agent):
    data = agent.data("group", texts=TEXTS)
    [event] = data["events"]
    assert sorted(event["documents"]) == [1, 2, 3]
    addresses = [each["resource"] for each in data["documents"]]
    again = agent.data("summarize", resources=addresses, words=30)
    assert again["text"] == agent.data("summarize", texts=TEXTS, words=30)["text"]


def test_a_mix_is_separated_into_events(agent):
    data = agent.data("group", paths=["seeds"], texts=[*TEXTS, "A cat was found in Oslo."])
    assert sorted(sorted(event["documents"]) for event in data["events"]) == [
        [1, 2, 3],
        [5, 6, 7, 8, 9],
    ]
    assert data["singles"] == [4]


def test_equal_and_empty_articles_are_each_counted_once(agent):
    data = agent.data("group", texts=[NORTH, NORTH, " ", " ", SOUTH])
    found = [n for event in data["events"] for n in event["documents"]] + data["singles"]
    assert sorted(found) == [1, 2, 3, 4, 5]


def test_a_true_quotation_is_found_to_the_character(agent):
    data = agent.data("verify", quotation=WORDS, texts=TEXTS)
    assert data["is_verbatim"]
    assert [place["document"] for place in data["places"]] == [1, 2, 3]
    for place, text in zip(data["places"], TEXTS, strict=True):
        assert text[place["start"] : place["end"]] == WORDS == place["text"]
        assert f"{place['before']} {WORDS}" in " ".join(text.split())


def test_a_made_up_quotation_gets_the_nearest_passage(agent):
    made_up = "Rescue boats took all 312 people off the ferry before noon"
    data = agent.data("verify", quotation=made_up, **FERRY)
    assert (data["is_verbatim"], data["match"]) == (False, "near")
    [place] = data["places"]
    assert place["text"] == made_up.replace("312", "212")
    assert data["changes"] == [{"quotation": "312", "article": "212"}]
    assert "NOT verbatim" in agent.call("verify", quotation=made_up, **FERRY).content[0].text


def test_a_draft_is_checked_sentence_by_sentence(agent):
    draft = "Rescue boats took all 212 people off the ferry. It cost 999 kroner."
    data = agent.data("check", draft=draft, **FERRY)
    assert [each["is_found"] for each in data["sentences"]] == [True, False]
    assert data["n_wrong"] == 1
    assert [each["uncited_words"] for each in data["sentences"]] == [[], []]
    [problem] = data["sentences"][1]["problems"]
    assert draft[problem["start"] : problem["end"]] == problem["text"] == "999"
    for citation in data["sentences"][0]["citations"]:
        text = text_of(agent, data, citation["document"])
        assert quoted(text, citation["start"], citation["end"]) == citation["text"]


def test_of_copies_the_article_that_a_draft_was_checked_against_is_listed(agent):
    copies = [{"text": SOUTH, "source": name, "url": f"https://{name}.example/"} for name in "ab"]
    for texts in (copies, copies[::-1]):
        [document] = agent.data("check", draft=SOUTH, texts=texts)["documents"]
        assert (document["source"], document["url"]) == ("a", "https://a.example/")


def test_an_explanation_says_why_and_why_not(agent):
    data = agent.data("explain", texts=TEXTS, sentences=2)
    plain = agent.data("summarize", texts=TEXTS, sentences=2)
    assert data["text"] == plain["text"]
    assert all(sentence["why"]["factors"] for sentence in data["sentences"])
    assert not any("why" in sentence for sentence in plain["sentences"])
    assert data["n_left_out"] == len(data["left_out"]) > 0
    for each in data["left_out"]:
        assert quoted(text_of(agent, data, each["document"]), each["start"], each["end"])
        assert each["reason"]


def test_what_is_skipped_is_named(agent):
    result = agent.call("summarize", paths=["news/traps"], texts=[NORTH])
    where = [each["where"] for each in result.structured_content["skipped"]]
    assert "news/traps/out.txt" in where
    assert result.structured_content["n_skipped"] == len(where)
    assert "skipped: news/traps/out.txt" in result.content[0].text


def test_calls_at_once_get_their_own_answers(agent):
    wanted = [[text, text.split("\n\n")[-1]] for text in TEXTS]
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        results = list(pool.map(lambda pair: agent.data("summarize", texts=pair[:1]), wanted))
    own = [agent.data("summarize", texts=pair[:1]) for pair in wanted]
    assert results == own
    assert len({each["text"] for each in own}) == 3


def test_two_processes_give_the_same_bytes(agent, http):
    for tool, arguments in (
        ("summarize", {"paths": ["seeds"], "words": 60}),
        ("explain", {"texts": TEXTS}),
        ("group", {"paths": ["seeds"], "texts": TEXTS}),
        ("check", {"paths": ["seeds"], "draft": SOUTH}),
        ("verify", {"paths": ["seeds"], "quotation": "rare earth exports to Europe"}),
    ):
        assert as_json(agent.call(tool, **arguments)) == as_json(http[0].call(tool, **arguments))


def test_every_tool_is_described_for_agents(agent):
    tools = {tool.name: tool for tool in agent.ask("list_tools").tools}
    assert set(tools) == {"summarize", "group", "verify", "check", "explain"}
    for tool in tools.values():
        assert tool.annotations.read_only_hint
        assert "instructions" in tool.description
        assert tool.input_schema["additionalProperties"] is False
        assert tool.output_schema["type"] == "object"
    assert "verbatim" in tools["summarize"].description
    assert ", as paths below news, seeds, not as urls." in agent.client.instructions


@pytest.mark.parametrize(
    ("text", "is_valid"),
    [(NORTH, True), ({"text": NORTH, "title": "Aground"}, True), ("", False), ({}, False)],
)
def test_the_schema_of_texts_is_what_is_taken(agent, text, is_valid):
    [tool] = [each for each in agent.ask("list_tools").tools if each.name == "summarize"]
    arguments = {"texts": [text]}
    assert Draft202012Validator(tool.input_schema).is_valid(arguments) == is_valid
    assert agent.ask("call_tool", "summarize", arguments).is_error != is_valid


def test_the_last_articles_are_listed_first(agent):
    agent.data("summarize", texts=[{"text": EAST, "title": "Nobody \x1b[31mhurt"}])
    first = agent.ask("list_resources").resources[0]
    assert first.name == "Nobody hurt"
    assert agent.ask("read_resource", first.uri).contents[0].text == EAST
