r"""What Danish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|billede|video|illustration|grafik|arkivfoto)"

_STARTS = {
    "orders to the visitor": r"""
(?:klik (?:her|på)|log ind|tilmeld dig|abonnér|abonner på|følg os|følg med på|hent (?:vores )?app|skriv en kommentar|tip os|bliv abonnent)\b
""",
    "pointers to other pages": r"""
(?:læs|se|lyt|hør) (?:også|mere|her|videre|hele|med)\b
(?:læs også|læs mere|se også|mest læste|relaterede artikler|mere om|video|billedserie|podcast|anbefalet)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:annonce|del|print|kommentarer|kommentér|log ind|indlæser|artiklen fortsætter (?:efter|under) .{0,20})\W*$
(?:vi bruger|vi anvender|denne hjemmeside bruger|dette site bruger|siden bruger) .{0,20}cookies\b
(?:ved at (?:fortsætte|klikke|tilmelde))\b.{0,120}(?:cookies|accepterer du)
(?:denne artikel|artiklen) er (?:kun |forbeholdt )?.{0,10}abonnenter\b
""",
    "rights": r"""
(?:alle rettigheder forbeholdes|copyright\b|©)
""",
    "notes about the article": r"""
(?:opdateret|publiceret|offentliggjort|senest opdateret|kilde|kilder|rettelse)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "forbeholdes": r"\balle rettigheder forbeholdes\b",
    },
    "furniture": {
        "cookies": r"\b(?:brug|brugen|accepter|anvendelse) (?:af )?cookies\b",
        "javascript": r"\bjavascript\b",
        "nyhedsbrev": r"\b(?:vores|til) nyhedsbrev\b.{0,40}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Af|AF|Tekst:|Skrevet af)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
