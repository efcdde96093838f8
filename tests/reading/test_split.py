"""The splitter: hard cases, invariants on any text, labelled news, and hostile input."""

from __future__ import annotations

import hashlib
import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize import languages
from summarize.model import Article, Block, Document, Kind, shown
from summarize.reading.full_stops import is_doubtful, punkt_splits
from summarize.reading.plain import plain
from summarize.reading.split import split
from summarize.reading.stops import find_stops

ENGLISH = languages.load()

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
LANGUAGE = languages.load()


def document(text, *spans, kind=Kind.BODY):
    blocks = tuple(Block(start, end, kind) for start, end in spans or [(0, len(text))])
    return Document(Article(text), plain(text), blocks)


def cut(text):
    found = document(text)
    is_german = any(f" {word} " in text for word in ("und", "der", "die"))
    language = languages.load("de") if is_german else ENGLISH
    return [sentence.text for sentence in split(found, 0, find_stops(found.text), language)]


# One case a line; "|" marks where a sentence ends, and "‖" stands for a line break.
CASES = """
The river rose. | The town was cut off.
Is it safe? | Nobody knows! | We wait.
The river rose. 😱 | The town was cut off! 🌊🌊 | Nobody was hurt.🙏 | All is well.
The river 🌊 rose to 3.5 m. 👩🏽‍🚒 | The town was “cut off.” ❤️
The U.S. Commerce Secretary flew to Oslo. | He landed late.
He moved to the U.S. | The move paid off.
She left the U.S. in May.
He moved to the U.S. | It’s done.
The E.P.A. Chief quit.
Exports to the U.S., Japan and the U.K. rose.
The office in Washington, D.C. | The other one is in Boise.
He works in Washington, D.C. for a bank.
The train left at 5 p.m. | The bus had gone.
The train left at 5 p.m. Monday from track 3.
Doors open at 10 a.m. EDT on Friday.
The talks began at 9 a.m. and ended at noon.
Mr. Lee met Mrs. Park and Ms. Diaz.
Dr. Who? | No, Dr. No.
Vice Premier Gen. He Wei spoke first.
Lt. Gen. Ray Smith and Sgt. Ann Poe testified.
Maj.-Gen. An Li resigned.
Sen. John Doe, R-Pa., voted no.
Gov. Bob Roe and Rep. Al Moe agreed.
A letter by J. K. Rowling was sold. | It was short.
George W. Hill and A. A. Stone met.
They chose plan B. | It failed.
Acme Inc. said profits fell.
Acme Inc. | The firm is based in Reno.
Acme Corp. Chairman Jo Bell quit.
She flew from St. Louis to Ft. Bragg.
It snowed on Jan. 5 and Feb. 11.
It snowed on Jan. 5. | Schools closed.
It was No. 5 on the list.
He said no. | We left.
See p. 5, pp. 7-9, vol. 2 and Art. 50 of the treaty.
The piece sold as art. | Fifty people bid.
Bring fruit, e.g. Apples, i.e. Nothing dear.
Red vs. Blue was close, cf. No. 3.
They sold fruit, nuts, etc. | The rest was lost.
Ann Roe, Ph.D. | She teaches law.
Ann Roe, Ph.D., teaches law.
Growth was 3.5 percent. | Rates rose to 4.25 percent.
It cost $1.2bn. | The state paid.
It cost US$3.50. | A bargain.
He wrote to ann.poe@mail.example.org. | She replied.
Read it at www.news.example.com/a.b?Q=1.Html today.
Read https://example.org/Path.To. | It is long.
He joined Yahoo.com. | She stayed.
Yahoo! News reported it first.
Police found a .38-caliber gun. | It was loaded.
It ran on Node.js and ASP.NET. | Both are old.
The day ended.|The next began.
The price in St.Louis fell. | Gas rose.
They shop at Amazon.Com daily.
The day ended."They left," he said.
Sgt.Poe testified.
Read it at www.NewsReport.example today.
Version 10.Beta is out.
E.On pays less.
The file data.7z is lost.
He left.|“I am done,” he said.
He was ill. | Police came.
They live in Peoria, Ill. Police are there.
"We came. We saw," he said.
"We came," he said. | "We saw."
“We came. We saw. We left.” | The crowd cheered.
He said: "We came. We saw." | Then he left.
"Why?" asked Smith.
"Stop!" he said. | "Now!"
"Is it over?" Smith asked. | Nobody spoke.
"Is it over?" | Farmers there asked.
"Is it over?" Mr. Ray Smith asked.
"Is it over?" | He asked again.
"It is over." | Smith said nothing else.
He called it "over." | The rest agreed.
She said the talks were 'done.' | They were not.
``We came. We saw,'' he said.
Er sagte: „Wir kamen. Wir sahen.“ | Dann ging er.
Il a dit : « Nous venons. Nous voyons. » | Puis il part.
Il est venu. | « Nous partons », dit-il.
"We left. | It rained. | "We came. We saw," he said.
“He said "no" once. Then he left,” she said.
The 12 " pipe broke. | The " mark is odd.
"We opened it. | And we never closed it.
“We opened it. | “We open again. We close,” he said.
The 6'2" guard fell. | The 5'9" guard did not.
"It is a start." - Ann Poe
She left (but why?) | Ann Poe said no.
He left (late. | She did not).
(He left.) | She stayed.
It fell by half [3]. | It rose again. | It fell.
Wait... what was that?
... The door opened.
He waited. . . Ann came.
We waited… Ann came.
Wait... | The door is open.
We waited … Ann came.
We waited. . . . | The door opened.
So (...) it goes. [...] | It ends.
1. The first point. | 2. The second point.
(A) One thing. | (B) Another thing.
Work at Acme Inc. | • Second.
First point. | • Second point. | • Third point.
The firm sold iPods. | iPhone sales rose.
He met al-Hakim. | al-Hakim spoke.
It was over. | de la Cruz left with von Hagen. | d'Arc stayed.
Mr. de la Cruz left. and then it ended. pre-war it was so.
Write to Ann.Poe@example.org today. | She answers.
The act N°. 12.345 passed. | It was 30°. | 12 people came.
It plans this: 1. Build a dam. | 2. Repair it.
Aged 30. | The men left. | On May 10. | June came.
It ended.\u200b | The rest left.[1][2] | Nobody stayed.[citation needed]
**It ended.** | *The rest* left.
a dam broke in the u.s. on monday. | mr. poe left at 3 p.m. on tuesday.
nobody knew. | "why?" she asked. | it ended.
Am 3. Oktober feiert die Stadt. | Der 2. Offizier sprach mit dem 1. Offizier.
Und es war im II. Weltkrieg. | Er wurde 30. | Sie kam mit der Fähre.
Dr. Ott sagt z. B. ca. 5 Mio. Euro zu, und der Rat nimmt es. | Das war es.
The bill—Sen. Poe wrote it—passed.
The governor (Gov. Poe) left.
Malcolm X. | It was his name.
It ended in 1998. | The rest is history.
It grew in 2019. | 40 people came.
Who?! | Me.
The vote was 5 . | The others left .
Hard-wrapped text ends‖here. |‖It goes‖on.
今日は雨です。|明日は晴れ！|本当？
他说：“我来了。我看见了。”|然后他走了。
هل انتهى؟ | نعم انتهى۔ | حسنا.
वह आया। | वह गया।
Он пришёл. | Она ушла.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_hard_case(case):
    """Each rule has a case that needs it, and most have one that shows where the rule ends."""
    case = case.replace("‖", "\n")
    text = case.replace(" | ", " ").replace("|", "")
    assert cut(text) == [shown(plain(part).strip()) for part in case.split("|")]


def test_spans_are_places_in_the_article():
    """Positions run through the document, paragraphs count body blocks, titles are left out."""
    text = "The Title. It Ends.\n\n First here.  Second\nhere. \n\n \n\nThird. "
    blocks = (
        Block(0, 19, Kind.TITLE),
        Block(21, 49, Kind.BODY),
        Block(49, 52, Kind.BODY),
        Block(52, len(text), Kind.BODY),
    )
    sentences = split(Document(Article(text), text, blocks), 7, find_stops(text), ENGLISH)
    assert [
        (s.document, s.position, s.paragraph, text[s.start : s.end], s.text) for s in sentences
    ] == [
        (7, 0, 0, "First here.", "First here."),
        (7, 1, 0, "Second\nhere.", "Second here."),
        (7, 2, 2, "Third.", "Third."),
    ]


def test_sentences_do_not_cross_blocks():
    """A block ends its last sentence even without a full stop, and an open quotation with it."""
    text = 'He said: "We came and Then. She left"'
    parts = document(text, (0, 22), (22, len(text)))
    assert [s.text for s in split(parts, 0, find_stops(text), ENGLISH)] == [
        'He said: "We came and',
        "Then.",
        'She left"',
    ]


def speech(n_words):
    return '"' + "We " + "very " * (n_words - 4) + 'came. We saw."'


@pytest.mark.parametrize(("n_words", "n_sentences"), [(8, 1), (60, 1), (61, 2), (400, 2)])
def test_quotation_is_whole_up_to_its_limit(n_words, n_sentences):
    """Sixty words still make a sentence that can be quoted, more do not."""
    assert len(speech(n_words).split()) == n_words
    assert len(cut(speech(n_words))) == n_sentences


def test_long_quotation_without_spaces_is_split():
    """Scripts that put no spaces between words have long quotations too."""
    assert len(cut("“" + "我来了。" * 100 + "”")) == 1
    assert len(cut("“" + "我来了。" * 200 + "”")) == 200


def test_no_text_gives_no_sentence():
    """White space holds no sentences, in a block or without one."""
    assert cut("") == []
    assert cut(" \n\t ") == []
    assert split(Document(Article("Text."), "Text.", ()), 0, find_stops("Text."), ENGLISH) == ()


MARKS = [*" .?!…。\"'“”„«»()[]-—•,", "``", "''", "...", ". ", '?" ', "\n", "\ud800", "\u202e", "\0"]
WORDS = ["U.S. ", "Mr. ", "No. ", "5", "The ", "said ", "J. ", "x", "etc. ", "p.m. ", "Ann ", "A."]
PIECES = st.sampled_from(MARKS + WORDS)


@given(st.text() | st.lists(PIECES, max_size=40).map("".join), st.data())
@example("." * 70 + " A", None)
def test_spans_hold_for_any_text(text, data):
    """In order, apart, trimmed, exact; and what no span covers is white space."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3))) if data else []
    edges = [0, *cuts, len(text)]
    blocks = list(pairwise(edges))
    check_spans(document(text, *blocks), blocks)


def check_spans(found, blocks):
    text, at = found.text, 0
    for position, sentence in enumerate(split(found, 0, find_stops(text), ENGLISH)):
        start, end = sentence.start, sentence.end
        assert sentence.position == position
        assert sentence.text == shown(text[start:end])
        assert text[start:end].strip() == text[start:end] != ""
        assert start >= at
        assert text[at:start].strip() == ""
        first, last = blocks[sentence.paragraph]
        assert first <= start < end <= last
        at = end
    assert text[at:].strip() == ""


@given(st.text("abXYé.'1", min_size=1, max_size=8), st.sampled_from(["The", "Xx", "1", "$", "It"]))
@example("Xco", "Xx")
def test_punkt_agrees_where_it_is_not_asked(word, follower):
    """Skipping Punkt for plain words is a matter of speed, not of taste."""
    if not is_doubtful(word, LANGUAGE):
        assert punkt_splits(word + ".", follower, "en")


HOSTILE = ["A. ", '"', "“", "?!", ". ", "Mr. ", "U.S. ", "word ", "x", " ", "aa.Bb", '." ', '"a ']
HOSTILE += [
    "``x'' ",
    "[1]",
    ".[1] A",
    "(",
    ". (((( ",
    "1. ",
    "… ",
    "。",
    "\0. A",
    "\u202eA. ",
    "\ud800",
]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_hostile_text_is_split(unit):
    """What makes patterns backtrack, or Punkt run into its time limit, is only text."""
    text = unit * (200_000 // len(unit))
    check_spans(document(text), [(0, len(text))])


def labelled():
    """Texts with their sentences, by paragraph; those of MultiLing where its folder is known."""
    items = json.loads((HERE / "data" / "sentences.json").read_text(encoding="utf-8"))["documents"]
    folder = os.environ.get("SUMMARIZE_DATA")
    files = {item["file"]: None for item in items if "document" in item}
    for name in files if folder else ():
        file = next(Path(folder).rglob(name))
        records = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        files[name] = {doc["id"]: doc["text"] for record in records for doc in record["documents"]}
    for item in items:
        if "document" not in item:
            text = (SEEDS / item["file"]).read_bytes().decode("utf-8")
        elif folder:
            text = files[item["file"]][item["document"]]
        else:
            continue
        assert hashlib.sha256(text.encode("utf-8")).hexdigest() == item["sha256"]
        yield text, item["blocks"], "document" in item


def ours(text):
    return [
        (sentence.start, sentence.end)
        for sentence in split(document(text), 0, find_stops(text), ENGLISH)
    ]


def score(splitter, documents):
    """F1 of the sentence ends inside paragraphs; the end of a paragraph is no achievement."""
    right = found = wanted = 0
    for text, blocks, _ in documents:
        for spans in blocks:
            start, end = spans[0][0], spans[-1][1]
            gold = {stop - start for _, stop in spans[:-1]}
            got = {stop for _, stop in list(splitter(text[start:end]))[:-1]}
            right, found, wanted = right + len(gold & got), found + len(got), wanted + len(gold)
    return 2 * right / (found + wanted)


@pytest.fixture(scope="module")
def stock():
    """Punkt as it is trained and published, with its own rules only."""
    punkt = pytest.importorskip("punkt")
    return punkt.PunktSentenceTokenizer(punkt.load_model("english")).span_tokenize


def test_seeds_are_split_as_a_reader_would():
    """Every sentence of the seeds' bodies, exactly."""
    assert score(ours, labelled()) >= 0.99
    for text, blocks, elsewhere in labelled():
        for spans in [] if elsewhere else blocks:
            start = spans[0][0]
            cuts = ours(text[start : spans[-1][1]])
            assert [[start + a, start + b] for a, b in cuts] == spans


@pytest.mark.skipif("SUMMARIZE_DATA" not in os.environ, reason="SUMMARIZE_DATA is not set")
def test_labelled_news_is_split_better_than_by_stock_punkt(stock):
    """The oracle is the trained model; the labels are hard on purpose."""
    documents = list(labelled())
    assert sum(len(blocks) for _, blocks, _ in documents) > 250
    assert score(ours, documents) >= max(0.99, score(stock, documents))


def test_lists_of_english():
    """What other steps lean on: lower case, function words only, and read once."""
    assert languages.load() is LANGUAGE
    assert LANGUAGE.titles <= LANGUAGE.abbreviations
    assert {"the", "not", "s", "t", "ll"} <= LANGUAGE.stop_words
    assert not {"said", "new", "police"} & LANGUAGE.stop_words
    for words in (LANGUAGE.titles, LANGUAGE.sentence_starters, LANGUAGE.stop_words):
        assert all(word == word.lower() for word in words)
    with pytest.raises(FileNotFoundError):
        languages.load("xx")
