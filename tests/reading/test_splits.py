"""Hard sentences of each language, labelled: `|` is where a sentence ends, in `splits/`."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from reports import TIER_A

from summarize.languages import codes, load
from summarize.model import Article, Block, Document, Kind, shown
from summarize.reading.plain import plain
from summarize.reading.split import split
from summarize.reading.stops import find_stops

FOLDER = Path(__file__).parent / "splits"
FILES = sorted(FOLDER.glob("*.txt"))
LEAST = {"A": (40, 0.98), "B": (20, 0.95)}  # cases, F1


def cut(text, code):
    found = Document(Article(text), plain(text), (Block(0, len(text), Kind.BODY),))
    return [each.text for each in split(found, 0, find_stops(found.text), load(code))]


def ends(parts):
    """Return where all but the last end, in characters that are not white space."""
    found, at = set(), 0
    for part in parts[:-1]:
        at += len("".join(part.split()))
        found.add(at)
    return found


def score(code, cases):
    """Return the F1 of the ends inside the cases."""
    right = found = wanted = 0
    for case in cases:
        mine = ends(cut(case.replace(" | ", " ").replace("|", ""), code))
        gold = ends([shown(plain(part)) for part in case.split("|")])
        right, found, wanted = right + len(mine & gold), found + len(mine), wanted + len(gold)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_hard_sentences(file):
    cases = file.read_text(encoding="utf-8").splitlines()
    fewest, least = LEAST["A" if file.stem in TIER_A else "B"]
    assert len(set(cases)) == len(cases) >= fewest
    assert sum("|" in case for case in cases) >= 0.8 * len(cases)
    assert score(file.stem, cases) >= least


def test_each_language_has_hard_sentences():
    assert [file.stem for file in FILES] == [code for code in codes() if code != "und"]


# What each rule is for, and beside it what it must leave alone.
RULES = """
de | z. B. Die Bahn und das Amt zahlen. | Das reicht.
de | Er nannte es Plan B. | Der Rat nahm es an.
de | Das 2. Kapitel, das 3. Kapitel und Kapitel 4. | Mehr gibt es nicht.
de | Er wohnt in der Hauptstr. 5. | Sie wohnt im Str. | Er nicht.
de | Im Jahr 300 v. Chr. Geburt fiel die Stadt.
fr | Il part à 15 h. | Paul reste.
fr | L'av. Hugo est fermée. | Le bd. Hugo aussi.
it | È l'Ing. Conti. | È l'ora. | Conti parte.
pl | – Co? – zapytał Lis. | – Nic. | – Dobrze.
pl | Był 12. | – Tak, powiedział Lis.
sv | Han kom. | ”Vi kom. Vi såg”, sa hon.
sv | ”Vi kom. | Vi såg, sa hon.
nl | De zon scheen. | 's Avonds regende het.
el | Τι είναι; | Ο Νίκος ξέρει.
en | It was α; The rest was β.
hy | Մութ է: | Ես գնում եմ: | Նա եկավ:
en | He said this: We go.
ja | 「来た。」と彼は言った。|「来た。」|「見た。」
ja | 「来た。」|ところが雨だった。
zh | “来了。”他说。|“来了。”|他又来了。
zh | 他看了《来吧！朋友》。|很好。
ar | انتهى الأمر.|بدأ العمل. | زار د. سالم البيت.
ar | "لماذا؟" سأل القاضي. | "لماذا؟" | ذهب الناس إلى البيت مساء.
hi | वह आया.|वह गया. | ए.पी.जे. अब्दुल कलाम आए।
ko | “왔다.”라고 했다. | “왔다.” | 비가 왔다.
cs | Dne 17. 11. 1989 padla vláda. | Bylo jí 17. | Potom 11.
pl | 12 maja 2020 r. Sejm głosował. | W 2020 r. | Po roku nie.
hi | उसने कहा, "हम आए।" | उन्होंने कारण नहीं बताया। | "क्यों?" राम ने पूछा।
zh | “谁？”记者问道。|他说：“我。”|他又说。
nl | ’t Is koud. | ’s Nachts vriest het. | ‘Ja’, zei hij.
kk | Бітті.|XVIII ғасыр. | Бітті № 5.
kk | — Бар? — деді. | — Бар! | — Жоқ.
"""


@pytest.mark.parametrize("case", RULES.strip().splitlines())
def test_rule(case):
    code, text = case.split(" | ", 1)
    language = code if code in codes() else "und"
    mine = cut(text.replace(" | ", " ").replace("|", ""), language)
    assert mine == [part.strip() for part in text.split("|")]


class Counted(str):
    """A text that counts the characters that are cut out of it."""

    __slots__ = ()
    sizes: ClassVar[list[int]] = []

    def __getitem__(self, key):
        part = super().__getitem__(key)
        self.sizes.append(len(part))
        return part


UNITS = [
    "Mr. ",
    "z. B. ",
    "3. ",
    "• a ",
    "1. A 2. B ",
    "a) A b) B ",
    "“Why?” ",
    "」。",
    "《",
    "。」と",
    "ա: ",
    "α; ",
    "د. ",
    "ए.",
    "— А? — ",
    "”a. ",
    "A.",
    "è.È",
    "№ 1. ",
    "l'Ing. ",
]


@pytest.mark.parametrize("code", ["de", "ja", "ar", "und"])
@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_is_looked_at_once(code, unit):
    """Twice the text, twice the work: characters cut out of the text are counted, not seconds."""
    work = []
    for n in (2_000, 4_000):
        text = Counted((unit * n)[:n])
        Counted.sizes.clear()
        found = Document(Article(text), text, (Block(0, n, Kind.BODY),))
        split(found, 0, find_stops(text), load(code))
        work.append(sum(Counted.sizes))
    assert work[1] <= 2.2 * work[0] + 1_000
    assert work[1] <= 400 * 4_000
