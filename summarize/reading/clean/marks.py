"""What a paragraph is, judged on its own: running prose, a line, a by-line, or boilerplate.

Prose is finished: its sentences end in a full stop. A line that does not end so is a heading, a
link, a caption or a menu, and gets the provisional mark TITLE; `headings` decides which of them is
the title. Of a prose paragraph, sentences that the page says about itself are taken out
(`patterns`), and so is a dateline before it (`datelines`) or an agency's mark after it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarize import languages
from summarize.model import Kind
from summarize.reading.clean.datelines import dateline
from summarize.reading.clean.lines import is_finished, rough_sentences
from summarize.reading.clean.patterns import closing_note, is_byline
from summarize.reading.signs import BULLETS, one_of
from summarize.words import is_capitalised, is_spaceless, is_without_stops, width

if TYPE_CHECKING:
    from summarize.languages import Language
    from summarize.reading.clean.patterns import Detector
    from summarize.reading.front import Front
    from summarize.reading.stops import Stop

Mark = tuple[int, int, Kind, str | None]  # start and end of a span, what it is, by which rule

_WORD = re.compile(r"[^\W\d_][\w'’-]*+")
_SPEAKER = re.compile(r",[\"”»][^\"”»:@]{2,50}[^\W\d_]\Z")
_SPEAKER_TAIL = 60  # characters
_BULLET = re.compile(rf"(?:{one_of(BULLETS)}|[–—_-]{{1,2}}(?=\s))[\s•]*")

_CAPTION_WORDS = 120  # longer paragraphs that end in a credit hold more than a caption
_CAPTION_SENTENCES = 5
_LEAD_IN_WORDS = (
    8  # "Asked about the vote on Monday, the mayor said:" is prose, "Symptoms:" a heading
)
_UNSTOPPED_WORDS = 12  # of a paragraph of prose in a script without stops; a heading is shorter
_LONG_WORD = 15  # no language that sets spaces has longer words on average
_NOT_LATIN = bytes(code for code in range(256) if not chr(code).isalpha() or code >= 128)
_HEAD = 300  # characters that show what a paragraph is made of
_HEADLINE_WORDS = 3  # "Will the Deal Hold?" is set as a headline from this many large words on
_SENTENCE_WORDS = 5  # a shorter line is not a sentence, full stop or not
_LONGEST_HEADLINE = 200  # characters


class Page(NamedTuple):
    """A text, the places in it where a sentence may end, and what finds the page's own words."""

    text: str
    stops: list[Stop]
    detector: Detector
    language: Language


def mark(page: Page, span: tuple[int, int], *, is_first: bool, is_last: bool) -> list[Mark]:
    """Mark one paragraph, prose sentence by sentence.

    Parameters
    ----------
    page, span
        The paragraph.
    is_first, is_last
        Whether no body comes before it, and no paragraph after it: there "(Reuters)" names the
        agency of the report, elsewhere that of a picture.
    """
    start, end = span
    text, language = page.text, page.language
    line = text[start:end]
    if not _has_letters(line):
        return [(start, end, Kind.BOILERPLATE, "no letters")]
    body = dateline(text, start, end, language, is_first=is_first)
    if body == end:
        return [(start, end, Kind.BYLINE, "dateline")]
    is_prose = (
        is_finished(text, start, end)
        or (is_without_stops(line) and width(line) >= _UNSTOPPED_WORDS)
        or _reads_on(line, language)
        or (is_last and closing_note(line, language))
    )
    if (not is_prose or is_headline(line, language)) and (marks := _mark_line(page, start, end)):
        return marks
    marks = []
    if body > start:
        marks.append(_trimmed(text, start, body, Kind.BYLINE, "dateline"))
    bullet = _BULLET.match(text, body, end)
    if bullet:
        marks.append(_trimmed(text, body, bullet.end(), Kind.BOILERPLATE, "bullet"))
        body = bullet.end()
    return marks + _mark_prose(page, body, end)


def mark_front(text: str, front: Front) -> list[Mark]:
    """Mark the data above a text: its title is a line, all else is boilerplate."""
    start, end = len(text) - len(text.lstrip()), len(text[: front.end].rstrip())
    title = front.title
    if title is None:
        return [(start, end, Kind.BOILERPLATE, "front matter")]
    before = _trimmed(text, start, title.start, Kind.BOILERPLATE, "front matter")
    after = end - len(text[title.end : end].lstrip())
    rest: list[Mark] = [(after, end, Kind.BOILERPLATE, "front matter")] if after < end else []
    return [before, (title.start, title.end, Kind.TITLE, "line"), *rest]


def mark_metadata(text: str, span: tuple[int, int], language: Language) -> list[Mark] | None:
    """Mark a line such as ``Source: Daily Star`` at the top; None if it is not such a line."""
    start, end = span
    match = _metadata(language.name).match(text, start, end)
    if match is None:
        return None
    kind = Kind(dict(language.metadata)[match["key"].lower()])
    if kind is Kind.TITLE:
        label = _trimmed(text, start, match.end(), Kind.BOILERPLATE, "metadata")
        return [label, (match.end(), end, kind, "line")]
    return [(start, end, kind, "metadata")]


@cache
def _metadata(name: str) -> re.Pattern[str]:
    keys = "|".join(re.escape(key) for key, _ in languages.load(name).metadata) or "(?!)"
    return re.compile(rf"(?P<key>{keys})[ \t]{{0,9}}(?::[^\S\n]+|：[^\S\n]*)(?=\S)", re.IGNORECASE)


def holds_body(marks: list[Mark]) -> bool:
    """Return whether any part of a paragraph is body; nearly always the first is."""
    body = Kind.BODY
    return marks[0][2] is body or any(mark[2] is body for mark in marks)


def n_words(line: str) -> int:
    """Count the words; of letters that are not set apart by spaces, six count as one."""
    if is_spaceless(line):
        return width(line)
    words = len(line.split())
    return words if len(line) < _LONG_WORD * words else max(words, n_letters(line) // 6)


def is_headline(line: str, language: Language) -> bool:
    """Return whether a line is set as a headline: all words but the small ones in capitals.

    >>> is_headline("Will the Trade Deal With China Hold?", languages.load("en"))
    True
    >>> is_headline("Will the deal hold?", languages.load("en"))
    False
    """
    if len(line) > _LONGEST_HEADLINE or line.endswith("."):
        return False
    words = [word for word in _WORD.findall(line) if word.casefold() not in language.headline_words]
    capitals = sum(is_capitalised(word) for word in words)
    spared = 0 if line.endswith(("?", "!")) else len(words) // 6
    return len(words) >= _HEADLINE_WORDS and capitals >= len(words) - spared and not line.isupper()


def reads_as_sentence(line: str, language: Language) -> bool:
    """Return whether a line has two words that headlines leave out, or one in seven words."""
    words = line.casefold().split()
    signs = sum(word in language.sentence_words for word in words)
    enough = signs >= 2 or 7 * signs >= len(words) > 0
    return n_words(line) >= _SENTENCE_WORDS and enough and not is_headline(line, language)


def n_letters(line: str) -> int:
    """Count the letters of any script."""
    return sum(map(str.isalpha, line))


def _has_letters(line: str) -> bool:
    """Return whether letters make up a third of the signs: scores, dates and rules do not."""
    head = line[:_HEAD]
    n_latin = len(head.encode("utf-8", "surrogatepass").translate(None, _NOT_LATIN))
    if n_latin >= 2 and 3 * n_latin >= len(head):  # quick, and enough for nearly all
        return True
    head = "".join(head.split())
    return max(2, len(head) / 3) <= n_letters(head)


def _reads_on(line: str, language: Language) -> bool:
    """Return whether a line without full stop is prose: ``... he said:`` or ``"...," he said``."""
    is_open = line.endswith((":", "：")) or _SPEAKER.search(line[-_SPEAKER_TAIL:]) is not None
    return is_open and n_words(line) >= _LEAD_IN_WORDS and not is_headline(line, language)


def _mark_line(page: Page, start: int, end: int) -> list[Mark]:
    """Mark a paragraph that is not finished; empty if it holds whole sentences, maybe prose."""
    text, stops, detector, language = page
    line = text[start:end]
    if is_byline(line, language):
        return [(start, end, Kind.BYLINE, "by-line")]
    n_sentences = len(rough_sentences(text, start, end, stops, language))
    rule = None
    if n_sentences == 1 or not _is_most(page, start, end):
        rule = detector.page_rule(start, end) or detector.credit_rule(start, end)
    if rule:
        return [(start, end, Kind.BOILERPLATE, rule)]
    if is_headline(line, language) or n_sentences == 1:
        return [(start, end, Kind.TITLE, "line")]
    return []


def _mark_prose(page: Page, start: int, end: int) -> list[Mark]:
    """Mark the sentences of a paragraph, each on its own, then among its neighbours."""
    text, stops, detector, language = page
    note = closing_note(text[start:end], language)
    prose_end = start + len(text[start : end - note].rstrip()) if note else end
    sentences = rough_sentences(text, start, prose_end, stops, language)
    is_caption = not note and not _is_most(page, start, end)
    if is_caption and (rule := _caption_rule(text, sentences, detector)):
        return [(start, end, Kind.BOILERPLATE, rule)]
    marks: list[Mark] = []
    junk = []
    for sentence in sentences:
        if rule := detector.page_rule(*sentence):
            junk.append(sentence)
        elif _is_left_open(text, *sentence, language):
            rule = "not finished"
        marks.append((*sentence, Kind.BOILERPLATE if rule else Kind.BODY, rule))
    if junk and 2 * _n_words(text, junk) > _n_words(text, sentences):
        rules = dict.fromkeys(rule or "beside these" for _, _, _, rule in marks)
        return [(start, end, Kind.BOILERPLATE, ", ".join(rules))]
    if note:
        marks.append((end - note, end, Kind.BYLINE, "agency or signature"))
    return marks


def _is_most(page: Page, start: int, end: int) -> bool:
    """Return whether a paragraph is most of its text: a credit at its end is not all that it is."""
    return 2 * (end - start) > len(page.text)


def _caption_rule(text: str, sentences: list[tuple[int, int]], detector: Detector) -> str | None:
    """Return the rule of a credit at the end of a paragraph too short to hold anything else."""
    if len(sentences) > _CAPTION_SENTENCES:
        return None
    rule = detector.credit_rule(sentences[0][0], sentences[-1][1])
    return rule if rule and _n_words(text, sentences) <= _CAPTION_WORDS else None


def _n_words(text: str, sentences: list[tuple[int, int]]) -> int:
    return sum(n_words(text[start:end]) for start, end in sentences)


def _is_left_open(text: str, start: int, end: int, language: Language) -> bool:
    line = text[start:end]
    is_closed = is_finished(text, start, end) or _reads_on(line, language)
    return not is_closed and not is_without_stops(line)


def _trimmed(text: str, start: int, end: int, kind: Kind, rule: str) -> Mark:
    return start, start + len(text[start:end].rstrip()), kind, rule
