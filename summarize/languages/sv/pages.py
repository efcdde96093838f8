r"""What Swedish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|bild|video|illustration|grafik)"

_STARTS = {
    "orders to the visitor": r"""
(?:klicka|logga in|prenumerera|registrera dig|följ oss|ladda ner|anmäl dig|mejla oss|tipsa oss|skriv en kommentar|bli prenumerant)\b
""",
    "pointers to other pages": r"""
(?:läs|se|lyssna|titta) (?:också|även|mer|här|vidare|hela)\b
(?:läs också|läs mer|läs även|se även|mest läst|relaterat|relaterade artiklar|mer om ämnet|video|bildspel|podd|rekommenderat)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:annons|dela|skriv ut|kommentarer|kommentera|logga in|laddar|artikeln fortsätter (?:efter|under) .{0,20})\W*$
(?:vi använder|denna webbplats använder|den här (?:sajten|webbplatsen) använder|sajten använder) .{0,20}(?:cookies|kakor)\b
(?:genom att (?:fortsätta|klicka|prenumerera))\b.{0,120}(?:cookies|godkänner du)
(?:den här|denna) artikel(?:n)? .{0,20}för prenumeranter\b
""",
    "rights": r"""
(?:alla rättigheter förbehåll\w+|copyright\b|©)
""",
    "notes about the article": r"""
(?:uppdaterad|publicerad|senast uppdaterad|källa|källor|rättelse)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "förbehåll": r"\balla rättigheter förbehåll",
    },
    "furniture": {
        "cookies": r"\b(?:användning|användningen|godkänn) (?:av )?cookies\b",
        "javascript": r"\bjavascript\b",
        "nyhetsbrev": r"\b(?:vårt|våra) nyhetsbrev\b.{0,40}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Av|AV|Text:|Skribent:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
