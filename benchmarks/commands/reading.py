"""`python -m benchmarks reading`: what an editor would strike out, graded by people.

It draws clusters, writes the summaries of ours, of the articles' beginnings and of LexRank beside
the articles, shuffled, as a page to click on; and turns what readers graded into rates. The texts
of most sets may not be passed on: keep a sheet to yourself. Grades hold places and kinds only.
"""

from __future__ import annotations

import json
import random
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.commands.arguments import count
from benchmarks.data.sets import DataSet, Item, load
from benchmarks.errors import BenchmarkError
from benchmarks.report.grades import tables
from benchmarks.report.sheet import sheet
from benchmarks.scores.reading import FAULTS, WHOLE
from benchmarks.scores.reading import read as read_grades
from benchmarks.systems.baselines import fill
from summarize import Summarizer, languages
from summarize.languages.identify import find
from summarize.reading.judge import judge
from summarize.reading.read import read

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

LETTERS = "ABC"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add("--data", nargs="+", type=Path, metavar="PATH", help="JSONL, a set a file")
    add("--n", type=count, default=40, metavar="N", help="clusters to draw (default: 40)")
    add("--words", type=count, metavar="N", help="length (default: by the name of the set)")
    add("--seed", type=int, default=1, metavar="N", help="which clusters are drawn (default: 1)")
    add("--out", type=Path, metavar="DIR", help="write sheet.html, sheet.jsonl and key.json there")
    add("--score", nargs="+", type=Path, metavar="FILE", help="grades of readers, one file each")
    add("--key", type=Path, metavar="FILE", help="the key.json of the sheet that they graded")


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises
    ------
    BenchmarkError
        Options are missing; data, grades or the key cannot be read.
    """
    if options.score:
        if options.key is None:
            raise BenchmarkError("--score needs --key, the key.json of the sheet")
        print(tables(read_grades(options.key, options.score)))
        return 0
    if not options.data or not options.out:
        raise BenchmarkError("give --data and --out to write a sheet, or --score to read grades")
    drawn = draw(load(options.data, words=options.words), options.n, options.seed)
    rows = [_row(data, item, options.seed) for data, item in drawn]
    options.out.mkdir(parents=True, exist_ok=True)
    key = [{k: row[k] for k in ("set", "cluster", "system_of", "n_sentences")} for row in rows]
    shown = [{k: v for k, v in row.items() if k != "system_of"} for row in rows]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in shown)
    for name, text in (
        ("sheet.html", sheet(shown, FAULTS, WHOLE)),
        ("sheet.jsonl", lines),
        ("key.json", json.dumps(key, indent=1) + "\n"),
    ):
        (options.out / name).write_text(text, "utf-8")
    print(f"{len(rows)} clusters in {options.out}: grade sheet.html, and keep key.json closed")
    return 0


def draw(sets: Sequence[DataSet], n: int, seed: int) -> list[tuple[DataSet, Item]]:
    """Draw n clusters, as many of each set as of the others where it has so many."""
    source = random.Random(seed)  # noqa: S311 - no secret
    drawn = [[(data, item) for item in source.sample(data.items, len(data.items))] for data in sets]
    turns = chain.from_iterable(zip_longest(*drawn))
    first = islice((pair for pair in turns if pair is not None), n)
    return sorted(first, key=lambda pair: (pair[0].name, pair[1].id))


def _row(data: DataSet, item: Item, seed: int) -> dict[str, Any]:
    """Summarise a cluster in three ways, under letters that say nothing."""
    ours = Summarizer(words=data.words).summarize(item.articles)
    lexrank = Summarizer(words=data.words, rank="lexrank").summarize(item.articles)
    texts = {
        "ours": [sentence.text for sentence in ours.sentences],
        "lead": lead(item, data.words),
        "lexrank": [sentence.text for sentence in lexrank.sentences],
    }
    systems = random.Random(f"{seed} {item.id}").sample(list(texts), len(texts))  # noqa: S311
    by_letter = dict(zip(LETTERS, systems, strict=True))
    articles = sorted(item.articles, key=lambda a: (a.published is None, a.published or ""))
    return {
        "set": data.name,
        "cluster": item.id,
        "system_of": by_letter,
        "n_sentences": {letter: len(texts[system]) for letter, system in by_letter.items()},
        "headline": ours.headline.text if ours.headline else None,
        "summaries": {letter: texts[system] for letter, system in by_letter.items()},
        "articles": [{"title": a.title, "date": a.published, "text": a.text} for a in articles],
    }


def lead(item: Item, words: int) -> list[str]:
    """Take the first usable sentence of each article, then the second of each, and so on."""
    by_date = sorted(item.articles, key=lambda a: (a.published is None, a.published or ""))
    tongues = find(by_date)
    language = languages.load(tongues.main)
    _, sentences = read(by_date, language, tongues.each)
    verdict = judge(sentences, language)
    turns = sorted(range(len(sentences)), key=lambda i: (sentences[i].position, i))
    usable = ((i, sentences[i].text) for i in turns if verdict(i).is_usable)
    return [text for _, text in fill(usable, words)]
