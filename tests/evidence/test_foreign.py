import json
from collections import Counter
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from commands import ROOT, command
from hypothesis import given
from hypothesis import strategies as st

from summarize import Article, summarize
from summarize.evidence.embed import embed
from summarize.evidence.foreign import FEWEST_WORDS, NAME_WEIGHT, REASON, Common, common
from summarize.evidence.tokens import tokens
from summarize.languages import load
from summarize.record.verify import verify

SEEDS = [
    Article(path.read_text("utf-8"), id=path.name)
    for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))
]
# A page of another site, as a broken link brings it.
BREAD = (
    "Rye bread needs more water than wheat bread, and it needs time. Mix the flour with warm "
    "water in the evening, cover the bowl with a cloth, and leave it near the stove. In the "
    "morning the dough has doubled and smells of apples. Add salt, caraway and the rest of "
    "the flour, and knead until nothing sticks to the wood. The oven must be hot before the "
    "loaf goes in, for a crust that comes late comes thick. Bake it for fifty minutes, and "
    "knock on the bottom: a loaf that is done sounds hollow. Bakers in Lunde brush the crust "
    "with cold coffee. It keeps for a week in linen, and is best on the second day, with "
    "butter and nothing else."
)
CHESS = (
    "The rook belongs behind the passed pawn, old Professor Aas of Lunde used to say, and "
    "most who forget it lose their endgame. White gave up a bishop on the nineteenth move and "
    "got two pawns and an open file for it. Black castled late, and the queen found no square "
    "from which both wings could be held. A draw was offered and declined after the time "
    "control. Then the knight went to the rim, where knights are dim, and the king had to "
    "walk. With rooks and four pawns each, every book gives a draw. The players went on for "
    "forty more moves in the Haugen Cup until the flag fell, and the younger of them shook "
    "hands with a smile."
)
GLACIER = (
    "Meltwater has carved a new channel under the Nordbre glacier, and researchers of the "
    "Polar School crawled through it for three days in March. The ice above them is two "
    "hundred metres thick and creaks at night. They drilled for air that was trapped when "
    "wolves still hunted on the plain below. A camera on a cable reached the rock, which is "
    "scratched like slate. Since the sixties the tongue has drawn back by the length of "
    "eleven football fields. Summers no longer bring less rain than snow can balance. Doctor "
    "Ingrid Moe, who leads the survey, keeps one core in a freezer at home, to show "
    "schoolchildren what their grandparents breathed."
)


def codes(summary):
    return [warning.code for warning in summary.warnings]


def numbers(sentence):
    factors = dict(sentence.explanation.factors).values()
    return [sentence.relevance, sentence.gain, sentence.corroboration, *factors]


def skipped(summary):
    return {document.id for document in summary.documents if document.skipped == REASON}


@pytest.mark.parametrize("page", [BREAD, CHESS, GLACIER])
@pytest.mark.parametrize("n", [2, 3, 5])
def test_a_page_of_something_else_is_set_aside_and_changes_nothing(page, n):
    foreign = Article(page, title="The page of a friend", id="page")
    summary, without = (
        summarize([*SEEDS[:n], *more], explain=True) for more in ([foreign, foreign], [])
    )
    assert summary.text == without.text
    assert summary.headline.text == without.headline.text
    assert summary.differences == without.differences
    assert summary.n_body_words == without.n_body_words
    for one, other in zip(summary.sentences, without.sentences, strict=True):
        assert numbers(one) == pytest.approx(numbers(other))
    assert skipped(summary) == {"page"}
    warning = next(warning for warning in summary.warnings if warning.code == "set_aside")
    listed = summary.documents[warning.document - 1]
    assert (listed.id, listed.skipped) == ("page", REASON)
    assert listed.n_sentences >= 6
    assert f"article {listed.number} has next to nothing in common" in warning.message
    left = [each for each in summary.left_out if each.document == listed.number]
    assert len(left) >= listed.n_sentences
    assert {each.fate for each in left} == {"removed"}
    assert REASON in " ".join(each.rule for each in left)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([BREAD], []),
        ([BREAD, BREAD + " "], ["copy", "one_origin"]),
        ([BREAD, CHESS], ["share_little"]),  # neither is the foreign one
        ([BREAD, CHESS, GLACIER], ["share_little"]),  # nor one of three
        ([*(seed.text for seed in SEEDS)], []),
        ([*(seed.text for seed in SEEDS[:2])], []),
        (
            [*(seed.text for seed in SEEDS), BREAD.split(". ", maxsplit=1)[0] + "."],
            [],
        ),  # too short to say
        ([SEEDS[0].text, BREAD], ["share_little"]),
    ],
)
def test_articles_that_share_little_are_named_only_where_one_can_say(texts, found):
    summary = summarize(texts)
    assert [code for code in codes(summary) if code != "one_origin" or len(texts) > 1] == found
    assert not skipped(summary)


def test_several_pages_are_one_warning():
    pages = [Article(BREAD, id="bread"), Article(CHESS, id="chess")]
    summary = summarize([*SEEDS, *pages])
    assert skipped(summary) == {"bread", "chess"}
    assert codes(summary) == ["set_aside"]
    assert summary.warnings[0].document is None
    assert "have next to nothing" in summary.warnings[0].message


def test_a_summary_with_an_article_set_aside_can_be_verified():
    articles = [*SEEDS, Article(BREAD)]
    saved = summarize(articles).to_dict()
    assert verify(saved, articles) == []
    for document in saved["documents"]:
        document["skipped"] = None
    assert verify(saved, articles)


LIKENESS = st.lists(st.floats(0, 1), max_size=12)


@given(LIKENESS, st.lists(st.sampled_from([0.0, 0.01, 0.05, 0.3]), max_size=12))
def test_only_a_minority_is_ever_foreign(some, others):
    likeness = np.array([*some, *others])
    origins = np.arange(likeness.size) * 3
    foreign = Common(origins, likeness, 1.0, 1.0).foreign
    assert 2 * foreign.size < max(likeness.size, 1)
    assert set(foreign.tolist()) <= set(origins.tolist())
    if foreign.size:
        kept = likeness[~np.isin(origins, foreign)]
        assert likeness[np.isin(origins, foreign)].max() < kept.max()


def by_hand(texts, origin):
    """The likeness, with a dictionary for each origin and no algebra."""
    language = load()
    words = tokens(texts, language)
    vectors = embed(words, len(texts), language)
    n_words = Counter(origin[row] for row in words.row.tolist())
    bags = {each: Counter() for each in sorted(n_words) if n_words[each] >= FEWEST_WORDS}
    for index, owner in enumerate(origin):
        for name, rows, weight in (("b", vectors.bigrams, 1), ("n", vectors.names, NAME_WEIGHT)):
            row = rows[[index]]
            for column, value in zip(row.indices.tolist(), row.data.tolist(), strict=True):
                if owner in bags:
                    bags[owner][name, column] += weight * value
    unit = {}
    for owner, bag in bags.items():
        length = sqrt(sum(value**2 for value in bag.values()))
        unit[owner] = {key: value / length for key, value in bag.items()}
    likeness = []
    for owner, own in unit.items():
        rest = Counter()
        for other, bag in unit.items():
            if other != owner:
                rest.update(bag)
        dot = sum(value * rest[key] for key, value in own.items())
        likeness.append(dot / sqrt(sum(value**2 for value in rest.values())))
    found = common(vectors, np.array(origin), words.row)
    return list(bags), likeness, found


def test_likeness_is_the_cosine_of_each_origin_to_all_others():
    texts = [BREAD, CHESS, SEEDS[0].text, GLACIER, SEEDS[1].text, "Too short.", SEEDS[2].text]
    texts = [" ".join(text.split()) for text in texts]
    owners, likeness, found = by_hand(texts, [0, 1, 2, 1, 4, 5, 4])
    assert owners == found.origins.tolist() == [0, 1, 2, 4]
    assert found.likeness.tolist() == pytest.approx(likeness)


def test_the_command_names_the_page_and_goes_on(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(BREAD)
    process = command(str(ROOT / "seeds"), str(page), "-f", "json", "--explain")
    assert process.returncode == 0
    assert b"has next to nothing in common with the others and is set aside" in process.stderr
    data = json.loads(process.stdout)
    (document,) = (each for each in data["documents"] if each["skipped"])
    assert document["path"] == str(page)
    cited = {each["document"] for s in data["sentences"] for each in (s, *s["citations"])}
    assert document["number"] not in cited
    saved = tmp_path / "summary.json"
    saved.write_bytes(process.stdout)
    verified = command(str(ROOT / "seeds"), str(page), "--verify", str(saved))
    assert verified.returncode == 0, verified.stderr
