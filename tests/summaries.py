"""Invented summaries, for tests that show them."""

from dataclasses import fields, is_dataclass, replace

from summarize.result import (
    Citation,
    Difference,
    DifferentValue,
    Explanation,
    Headline,
    Place,
    RunnerUp,
    SummaryDocument,
    SummarySentence,
    SummaryWarning,
)
from summarize.summary import Summary


def sentence(text, document=1, others=(), corroboration=None, similar=()):
    """Build a sentence of an article that `others` carry too, and that `similar` may."""
    citations = [Citation(number, 0, 0, 40, 0.71234567) for number in others]
    citations += [Citation(number, 0, 0, 40, 0.53) for number in similar]
    return SummarySentence(
        text=text,
        document=document,
        position=2,
        start=132,
        end=132 + len(text),
        relevance=0.8125,
        redundancy=0.1,
        gain=-0.00001,
        corroboration=corroboration or 1 + len(others),
        citations=tuple(sorted(citations)),
    )


def document(number, title=None, **fields):
    """Build an entry of the list of sources."""
    fields = {"origin": number, "n_sentences": 12, "sha256": f"{number:064x}"} | fields
    names = ("id", "author", "source", "url", "path", "published", "extractor")
    empty = dict.fromkeys((*names, "copy_of", "skipped"))
    return SummaryDocument(**empty | {"number": number, "title": title} | fields)


FERRY = Summary(
    sentences=(
        sentence(
            "The ferry Aurora ran aground on a sandbank off the harbour of Velm early on Tuesday, "
            "and all 212 people on board were brought ashore within three hours.",
            1,
            (2, 3),
            similar=(4,),
        ),
        sentence(
            "“Nobody was hurt, and the hull is tight,” said Ines Kaldor of the coast guard.",
            2,
            (4,),
        ),
        sentence("The line has cancelled 14 crossings until Friday.", 4),
    ),
    documents=(
        document(
            1,
            "Ferry Aurora Runs Aground off Velm, All 212 on Board Safe",
            source="Velm Courier",
            published="2025-03-04T07:10:00Z",
            url="https://courier.example/news/aurora?id=7&page=1",
        ),
        document(2, "Coast Guard: Hull of Stranded Ferry Is Tight", path="ferry/guard.txt"),
        document(3, "Aurora Stranded", source="Radio Velm", published="2025-03-04"),
        document(4, "Line Cancels Crossings after Grounding", path="ferry/line.txt"),
        document(
            5, None, path="ferry/copy-of-line.txt", origin=4, copy_of=4, skipped="exact copy of 4"
        ),
    ),
    headline=Headline("Ferry Aurora Runs Aground off Velm, All 212 on Board Safe", 1, 0, 57),
    warnings=(SummaryWarning("copy", "1 article is an exact copy of 4", 4),),
    signature="rank:corroboration|lambda:0.5|words:120|version:0.1.0",
    n_body_words=1946,
    differences=(
        Difference(
            "name",
            (
                DifferentValue("Ines Kaldor", (Place(2, 70, 81), Place(4, 9, 20))),
                DifferentValue("Ines Kalder", (Place(1, 300, 311),)),
            ),
        ),
    ),
    id="ferry",
)

EXPLAINED = replace(
    FERRY,
    sentences=(
        replace(
            FERRY.sentences[0],
            explanation=Explanation(
                (("corroboration", 0.81), ("centroid", 0.5), ("lead", 1.49)),
                RunnerUp(3, 0, 0, 30, "A ferry *ran* aground.", 0.31, "same", 1, 0.83),
            ),
        ),
        replace(
            FERRY.sentences[1],
            explanation=Explanation(
                (("lead", 1.0),),
                RunnerUp(4, 1, 9, 40, "Crossings were cut.", 0.2, "long", None, None),
            ),
        ),
        replace(FERRY.sentences[2], explanation=Explanation((("lead", 1.0),), None)),
    ),
)

EMPTY = Summary(
    sentences=(),
    documents=(document(1, None, path="menu.txt", n_sentences=0, skipped="holds no sentence"),),
    headline=None,
    warnings=(SummaryWarning("no_sentences", "no article holds a usable sentence"),),
    signature="rank:lead",
    n_body_words=0,
)

NOTHING_AT_ALL = Summary((), (), None, (), "rank:lead", 0)

NO_HEADLINE = replace(FERRY, headline=None)

SCRIPTS = Summary(
    sentences=(
        sentence("המעבורת עלתה על שרטון מול נמל ולם, וכל 212 הנוסעים הובאו לחוף.", 1, (2,)),
        sentence(
            "渡轮在港口外的沙洲搁浅，船上二百一十二人在三小时内全部安全上岸，没有人员受伤，海岸警卫队说船体没有进水。",
            2,
            (1,),
        ),
        sentence("フェリーは港の沖で座礁したが、乗客は全員無事だった。", 2),
    ),
    documents=(
        document(1, "המעבורת עלתה על שרטון", source="קול ולם"),
        document(
            2,
            "渡轮在港口外的沙洲搁浅，船上二百一十二人全部安全上岸，船体没有进水",
            path="新闻/渡轮.txt",
        ),
    ),
    headline=Headline("渡轮在港口外的沙洲搁浅", 2, None, None),
    warnings=(),
    signature="rank:corroboration",
    n_body_words=321,
)

COPIES = Summary(
    sentences=(sentence("The ferry ran aground.", 1, corroboration=1),),
    documents=(
        document(1, "Ferry Runs Aground", path="a/00000.txt"),
        *(
            document(number, None, path=f"a/{number:05}.txt", origin=1, copy_of=1)
            for number in range(2, 10001)
        ),
    ),
    headline=Headline("Ferry Runs Aground", 1, 0, 18),
    warnings=(SummaryWarning("copy", "9,999 articles are exact copies of 1", 1),),
    signature="rank:corroboration",
    n_body_words=40,
)

CROWD = Summary(
    sentences=(
        sentence("The ferry ran aground.", 1, range(2, 81)),
        sentence("All were brought ashore.", 2, range(3, 200, 3)),
        sentence("The harbour stayed shut.", 81),
    ),
    documents=tuple(
        document(number, f"Report {number}", path=f"a/{number:05}.txt")
        for number in range(1, 10001)
    ),
    headline=None,
    warnings=(),
    signature="rank:corroboration",
    n_body_words=4_000_000,
)

SMALL = {
    "ferry": FERRY,
    "empty": EMPTY,
    "nothing": NOTHING_AT_ALL,
    "no_headline": NO_HEADLINE,
    "scripts": SCRIPTS,
}
ALL = SMALL | {"copies": COPIES, "crowd": CROWD}


def fill(value, text):
    """Copy a summary with `text` in place of every string in it."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(fill(part, text) for part in value)
    if is_dataclass(value):
        return replace(value, **{f.name: fill(getattr(value, f.name), text) for f in fields(value)})
    return value
