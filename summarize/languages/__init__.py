"""What the stages need of a language: plain lists, read from one JSON file per language.

A language is a folder: `words.json` is read by `load`, `pages.py` by `summarize.languages.phrases`.
Any stage may use it. It contains words, not rules; the module that uses a list says what for. The
language `UNKNOWN` has empty lists only, so all rules that need a list are off.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

UNKNOWN = "und"  # the code of ISO 639 for a language that is not determined
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Language:
    """The lists of one language; words are in lower case where not said otherwise.

    A list that the language's file lacks is empty: the rule that uses it is off.

    Parameters
    ----------
    name
        Its code, such as ``"en"``, and the name of its folder.
    english_name
        Its name in English.
    codes
        Other codes of it, in any edition of ISO 639.
    script
        The script that it is written in, by its name in Unicode: "Latin".
    common
        Its commonest words, about 100, by which it is identified.
    decimal, groups
        The sign before decimals, and the signs between groups of three digits.
    weekdays_capitalised, month_first
        Whether it writes days of the week like names, and a month before the day.
    date_links
        Words between a day and its month: "11 de junio".
    nouns_capitalised
        Whether ordinary nouns have a capital, so that a capital does not show a name.
    fewest_words
        Words of the shortest complete statement.
    after_quotations
        What ties a quotation to the verb that follows it, in a script without spaces.
    elisions
        Words that lose their vowel and are joined to the next by an apostrophe: "l" of "l'homme".
    abbreviations
        Words that a full stop may follow inside a sentence, without that stop; one with a capital
        (``Ill``) is an abbreviation only if it is written like that. The `titles` are among them.
    titles
        Those that never end a sentence: they come before a name, or link words.
    ordinals
        Words before a number in figures whose full stop makes it an ordinal, as in "am 3. Oktober".
    collocations
        Pairs of words with a full stop between them that belong together; ``##number##`` is any
        number, and a first word such as ``-str`` the end of a word.
    sentence_starters
        Words that are capitalised only where a sentence begins.
    speech_verbs
        Verbs that attribute a quotation to its speaker.
    stop_words
        Function words, with the pieces that contractions leave (``s``, ``t``, ``ll``).
    pronouns
        Words that refer to something said before.
    connectives
        Words and phrases that tie a sentence to the one before it.
    negations
        Words that turn a statement into its opposite; "-n't" is an ending of such words.
    persons
        Pronouns for people as the subject of a clause.
    personal
        Pronouns by which a writer refers to herself or to the reader.
    calendar
        Names of days, holidays and months, which are written like names of people.
    months, weekdays
        In order, beginning with January and Monday.
    days
        Pairs of a word for a day and its distance from today: ("yesterday", -1).
    last_times
        Pairs of a phrase and the unit that it means the last one of: ("last month", "month"). The
        unit is empty if the phrase only contains such a one.
    ahead
        Words that show that something lies ahead, or might.
    before_other_days
        Words before a weekday that is not the last one: "next", "every".
    numbers
        Pairs of a number word and its value.
    scales, suffixes
        Pairs of a word after a figure that scales it ("million"), and its factor; the same for
        letters that follow the figure without a space.
    percents
        Words for "%".
    vague
        Words before a figure that make it a bound or an estimate.
    lower_bounds, upper_bounds
        Phrases before a figure that is the least, or the most, that is claimed.
    counted
        Pairs of a word and the kind of count that it makes of a figure beside it: ("killed",
        "dead").
    people
        Nouns that count people as such.
    plurals_in_s, plurals
        Whether its plurals end in "s"; plurals that do not.
    measures
        Units of measure, as `introduce.key` gives them: what is measured is not counted.
    count_links
        Words between a figure and the word for its kind: "12 people were killed".
    reaching
        Words before a figure that another part of the sentence says the kind of: "the toll rose to
        12".
    rest
        Words that make a count one of a part: "another 12".
    part_links
        Words and phrases after a figure that is a part of something: "12 of them".
    rate_links, ones
        Words and phrases before the second figure of a rate, and words for 1 in it: "one in 12".
    number_names
        Words that a number belongs to as a name: "flight 12", "aged 12".
    publishing
        Words that publishers use of what they publish: "newsletter", "copyright".
    comments
        Phrases of sentences that comment on the news instead of reporting it.
    half_days
        What follows the hour on a clock of twelve hours, without full stops.
    time_words, time_pronouns
        Nouns that form a time with a pronoun before them, and those pronouns: "this week".
    headings
        Words that begin headings which look like sentences: "How", "Why".
    headline_words
        Words that stay in lower case in a headline whose other words are capitalised.
    sentence_words
        Words that are common in sentences and omitted in headlines.
    definite
        Words before a noun that is known: "the", "these".
    articles
        Words that begin what says who or what something is: "Lee, a pilot"; "Lee, who".
    complements
        Words after a noun that say which one it is: "the head of", "the man who".
    particles
        Words in lower case inside the names of places and people: "Rio de Janeiro".
    name_prefixes
        What names begin with that begin with a small letter: words, and prefixes with their sign.
    aliases
        Pairs of a long name and the short one that news uses instead.
    agencies
        Pairs of an agency's name, as it is written, and the short one: ("Associated Press", "AP").
    metadata
        Pairs of a key in the ``Key: value`` lines above an article and the kind of block that such
        a line is: ("author", "byline").
    stemmer
        Name of the Snowball stemmer; empty if words are cut to their first letters instead.
    """

    name: str
    english_name: str
    codes: frozenset[str]
    script: str
    common: frozenset[str]
    decimal: str
    groups: tuple[str, ...]
    nouns_capitalised: bool
    plurals_in_s: bool
    weekdays_capitalised: bool
    month_first: bool
    date_links: frozenset[str]
    fewest_words: int
    after_quotations: frozenset[str]
    elisions: frozenset[str]
    abbreviations: frozenset[str]
    titles: frozenset[str]
    ordinals: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    sentence_starters: frozenset[str]
    speech_verbs: frozenset[str]
    stop_words: frozenset[str]
    pronouns: frozenset[str]
    connectives: frozenset[str]
    negations: frozenset[str]
    persons: frozenset[str]
    personal: frozenset[str]
    calendar: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    days: tuple[tuple[str, int], ...]
    last_times: tuple[tuple[str, str], ...]
    ahead: frozenset[str]
    before_other_days: frozenset[str]
    numbers: tuple[tuple[str, float], ...]
    scales: tuple[tuple[str, float], ...]
    suffixes: tuple[tuple[str, float], ...]
    percents: tuple[str, ...]
    vague: frozenset[str]
    lower_bounds: frozenset[str]
    upper_bounds: frozenset[str]
    counted: tuple[tuple[str, str], ...]
    people: frozenset[str]
    plurals: frozenset[str]
    measures: frozenset[str]
    count_links: frozenset[str]
    reaching: frozenset[str]
    rest: frozenset[str]
    part_links: frozenset[str]
    rate_links: frozenset[str]
    ones: frozenset[str]
    number_names: frozenset[str]
    publishing: frozenset[str]
    comments: frozenset[str]
    half_days: frozenset[str]
    time_words: frozenset[str]
    time_pronouns: frozenset[str]
    headings: frozenset[str]
    headline_words: frozenset[str]
    sentence_words: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    complements: frozenset[str]
    particles: frozenset[str]
    name_prefixes: frozenset[str]
    aliases: tuple[tuple[str, str], ...]
    agencies: tuple[tuple[str, str], ...]
    metadata: tuple[tuple[str, str], ...]
    stemmer: str


@cache
def load(name: str = "en") -> Language:
    """Read the lists of a language, once per process.

    Raises
    ------
    FileNotFoundError
        If there is no such language.

    Examples
    --------
    >>> "the" in load("en").stop_words
    True
    >>> load("und").stop_words
    frozenset()
    """
    file = resources.files(__name__).joinpath(name, "words.json")
    lists = json.loads(file.read_text(encoding="utf-8"))

    def words(key: str) -> tuple[str, ...]:
        return tuple(lists.get(key, ()))

    def pairs(key: str) -> tuple[tuple[str, Any], ...]:
        return tuple(lists.get(key, {}).items())

    own: dict[str, Any] = {
        field.name: frozenset(words(field.name))
        for field in fields(Language)
        if field.type == "frozenset[str]"
    }
    own |= {
        "english_name": lists.get("name", "an unknown language"),
        "abbreviations": frozenset(words("abbreviations") + words("titles")),
        "collocations": frozenset(map(tuple, words("collocations"))),
        "calendar": frozenset(words("weekdays") + words("holidays") + words("months")),
        "agencies": tuple(
            (name, short) for short, names in pairs("agencies") for name in (*names, short)
        ),
        "counted": tuple((word, kind) for kind, some in pairs("counted") for word in some),
    }
    own |= {key: words(key) for key in ("months", "weekdays", "percents", "groups")}
    own |= {
        key: pairs(key)
        for key in ("days", "last_times", "numbers", "scales", "suffixes", "aliases", "metadata")
    }
    own |= {key: lists.get(key, "") for key in ("script", "decimal", "stemmer")}
    for key in ("nouns_capitalised", "weekdays_capitalised", "month_first", "plurals_in_s"):
        own[key] = lists.get(key, False)
    own["fewest_words"] = lists.get("fewest_words", _FEWEST_WORDS)
    return Language(name=name, **own)


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder, in order, and `UNKNOWN` at the end."""
    folders = resources.files(__name__).iterdir()
    found = {each.name for each in folders if each.joinpath("words.json").is_file()}
    return (*sorted(found - {UNKNOWN}), UNKNOWN)
