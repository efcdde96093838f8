r"""What Finnish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:kuva|kuvat|video|grafiikka|kuvituskuva)"

_STARTS = {
    "orders to the visitor": r"""
(?:klikkaa|kirjaudu|rekisteröidy|tilaa (?:uutiskirje|lehti|nyt|tästä)|seuraa meitä|lataa (?:sovellus|appi)|jätä kommentti|lähetä (?:juttuvinkki|palautetta)|jaa artikkeli)\b
""",
    "pointers to other pages": r"""
(?:lue|katso|kuuntele) (?:myös|lisää|tästä|koko|täältä)\b
(?:lue myös|lue lisää|katso myös|luetuimmat|aiheeseen liittyvää|lisää aiheesta|video|kuvagalleria|podcast|suosittelemme)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:mainos|jaa|tulosta|kommentit|kommentoi|kirjaudu|ladataan|juttu jatkuu (?:mainoksen|kuvan) jälkeen|artikkeli jatkuu (?:mainoksen|kuvan) jälkeen)\W*$
(?:käytämme|tämä sivusto käyttää|sivustomme käyttää|sivusto käyttää) .{0,20}evästei\w+
(?:jatkamalla|klikkaamalla)\b.{0,120}(?:eväste|hyväksyt)
""",
    "rights": r"""
(?:kaikki oikeudet pidätetään|copyright\b|©)
""",
    "notes about the article": r"""
(?:päivitetty|julkaistu|viimeksi päivitetty|lähde|lähteet|oikaisu)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "pidätetään": r"\bkaikki oikeudet pidätetään\b",
    },
    "furniture": {
        "eväste": r"\bevästeiden (?:käyttö|käytön|käyttämi)",
        "javascript": r"\bjavascript\b",
        "uutiskirje": r"\buutiskirjee(?:mme|n)\b.{0,30}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Teksti:|Kirjoittaja:|Toimittaja:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
