"""Every public name, used as users do; `make types` checks the types with mypy and pyright."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import summarize as package
from summarize import (
    Article,
    Block,
    Check,
    CheckedArticle,
    CheckedSentence,
    Citation,
    Cluster,
    ComparedSentence,
    Comparison,
    Difference,
    DifferentValue,
    Digest,
    DigestEvent,
    Document,
    EncoderError,
    Event,
    Explanation,
    Grouping,
    Headline,
    InputError,
    Kind,
    LeftOut,
    Likeness,
    Member,
    NearlyJoined,
    Number,
    OptionError,
    Place,
    Problem,
    RunnerUp,
    Single,
    SkippedWarning,
    SummarizeError,
    Summarizer,
    Summary,
    SummaryDocument,
    SummarySentence,
    SummaryTransformer,
    SummaryWarning,
    Supported,
    When,
    WorkerDiedError,
    check,
    compare,
    group,
    load,
    quoted,
    rows,
    summaries_frame,
    summarize,
)

TEXTS = [
    "The council of Ruhnau approved the new bridge over the river on Monday. It costs 40 million.",
    "A new bridge over the river was approved by the council of Ruhnau on Monday, people said.",
]
ARTICLES = [Article(text, source="Post", published="2025-06-10") for text in TEXTS]
SUMMARY = summarize(ARTICLES, words=40, explain=True)


def test_what_goes_in() -> None:
    assert_type(Article(TEXTS[0]), Article)
    assert_type(ARTICLES[0].published, str | None)
    assert_type(Article.from_dict({"body": TEXTS[0]}), Article)
    assert_type(summarize(TEXTS), Summary)
    assert_type(summarize([{"body": TEXTS[0], "date": date(2025, 6, 10)}], sentences=1), Summary)
    assert_type(summarize(Cluster(tuple(ARTICLES), id="bridge"), lang="en"), Summary)


def test_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], "utf-8")
    assert_type(load(tmp_path), tuple[Article, ...])
    assert_type(load(str(tmp_path), encoding="utf-8", since=None, limit=3), tuple[Article, ...])
    assert_type(summarize([tmp_path / "a.txt"]), Summary)


def test_a_summarizer_makes_summaries() -> None:
    summarizer = Summarizer(words=60, rank="lexrank", mmr_lambda=0.6, seen=SUMMARY, min_origins=1)
    assert_type(summarizer.signature, str)
    assert_type(summarizer.summarize(ARTICLES, focus="bridge"), Summary)
    many = summarizer.summarize_many([Cluster(tuple(ARTICLES)), Cluster((ARTICLES[0],))])
    assert_type(many, Iterator[Summary])
    assert_type(Summarizer().digest(ARTICLES), Digest)


def test_a_summary_has_these() -> None:
    assert_type(SUMMARY.sentences, tuple[SummarySentence, ...])
    assert_type(SUMMARY.documents, tuple[SummaryDocument, ...])
    assert_type(SUMMARY.headline, Headline | None)
    assert_type(SUMMARY.warnings, tuple[SummaryWarning, ...])
    assert_type(SUMMARY.differences, tuple[Difference, ...])
    assert_type(SUMMARY.left_out, tuple[LeftOut, ...])
    assert_type(SUMMARY.sources, tuple[Document | None, ...])
    assert_type((SUMMARY.text, SUMMARY.n_words), tuple[str, int])
    assert_type(SUMMARY.to_dict(), dict[str, Any])
    assert_type(SUMMARY.to_json() + SUMMARY.to_html() + SUMMARY.to_markdown(), str)
    assert_type(SUMMARY.verify(ARTICLES), list[str])


def test_a_sentence_has_these() -> None:
    sentence = SUMMARY.sentences[0]
    assert_type(sentence.document, Number)
    assert_type((sentence.start, sentence.end, sentence.relevance), tuple[int, int, float])
    assert_type(sentence.citations, tuple[Citation, ...])
    assert_type(sentence.times, tuple[When, ...])
    assert_type(sentence.explanation, Explanation | None)
    assert_type([each.is_confident for each in sentence.citations], list[bool])
    if sentence.explanation is not None:
        assert_type(sentence.explanation.runner_up, RunnerUp | None)
    assert_type(quoted(TEXTS[0], sentence.start, sentence.end), str)


def test_places_and_blocks() -> None:
    value = DifferentValue("Kalder", (Place(Number(1), 0, 6),))
    assert_type(Difference("name", (value,)).values[0].places, tuple[Place, ...])
    for document in SUMMARY.sources:
        if document is not None:
            assert_type(document.blocks, tuple[Block, ...])
            assert_type([block.kind for block in document.blocks], list[Kind])


def test_groups_and_digests() -> None:
    grouping = group(ARTICLES)
    assert_type(grouping, Grouping)
    assert_type(grouping.events + grouping.singles, tuple[Event, ...])
    assert_type(grouping.nearly_joined, tuple[NearlyJoined, ...])
    members = [member for event in grouping.events for member in event.members]
    assert_type(members, list[Member])
    assert_type([member.nearest for member in members], list[tuple[Likeness, ...]])
    digest = Summarizer(sentences=1).digest(ARTICLES, top=3, least_origins=1)
    assert_type(digest.events, tuple[DigestEvent, ...])
    assert_type(digest.singles, tuple[Single, ...])
    assert_type([event.summary for event in digest.events], list[Summary])


def test_drafts_are_checked() -> None:
    checked = check(TEXTS[0], ARTICLES)
    assert_type(checked, Check)
    assert_type(checked.sentences, tuple[CheckedSentence, ...])
    assert_type(checked.articles, tuple[CheckedArticle, ...])
    assert_type(checked.sentences[0].problems, tuple[Problem, ...])
    assert_type(checked.sentences[0].citations, tuple[Supported, ...])


def test_tools_for_data() -> None:
    assert_type(rows(SUMMARY), list[dict[str, Any]])
    assert_type(rows([SUMMARY]), list[dict[str, Any]])
    frame = summaries_frame([SUMMARY])
    assert len(frame) == len(SUMMARY.sentences)
    transformer = SummaryTransformer(words=40, rank="lead")
    assert_type(transformer.fit(), SummaryTransformer)
    assert_type(transformer.transform([ARTICLES, TEXTS]), list[Summary])


def test_a_plot() -> None:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    ax = Figure().add_subplot()
    assert_type(SUMMARY.plot(ax=ax), Axes)


def test_comparisons() -> None:
    comparison = compare({"short": summarize(ARTICLES, sentences=1), "long": SUMMARY})
    assert_type(comparison, Comparison)
    assert_type(compare([SUMMARY, SUMMARY]).names, tuple[str, ...])
    assert_type(comparison.shared + comparison.only_in("long"), tuple[ComparedSentence, ...])
    assert_type(comparison.rows(), list[dict[str, Any]])


def test_errors() -> None:
    raised: list[type[SummarizeError]] = [OptionError, InputError, EncoderError, WorkerDiedError]
    assert all(issubclass(error, SummarizeError) for error in raised)
    assert issubclass(SkippedWarning, UserWarning)
    assert issubclass(OptionError, ValueError)


def test_every_public_name_is_here() -> None:
    tree = ast.parse(Path(__file__).read_text("utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert set(package.__all__) <= used
