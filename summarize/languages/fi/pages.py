r"""What Finnish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import AGENCY_NOTE, Phrases

_WORDS = {
    "<network>": r"(?:facebook|twitter|instagram|telegram|whatsapp|linkedin|youtube|tiktok|x)",
    "<picture>": r"(?:kuva|kuvat|video|grafiikka|kuvituskuva)",
}

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

PHRASES = Phrases(
    words=_WORDS,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    credit_note=r"[(\[](?:[^()\[\]]{0,80}[\s/,:])?(?:<picture>|<agency>|getty(?: images)?)(?!\w)[^()\[\]]{0,80}[)\]]\W{0,3}$",
    credit_tails=(r"(?<!\w)<picture> ?[:：©/] ?[^.!?。！？]{2,80}$", r"(?:/|©)\s?<agency>$"),
    agency_note=AGENCY_NOTE,
    newsroom=r"<agency>(?!\w)",
    byline=r"(?:Teksti:|Kirjoittaja:|Toimittaja:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
