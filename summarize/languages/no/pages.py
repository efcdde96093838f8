r"""What Norwegian web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|bilde|video|illustrasjon|grafikk|arkivfoto)"

_STARTS = {
    "orders to the visitor": r"""
(?:klikk (?:her|på)|logg inn|meld deg på|abonner|bli abonnent|følg oss|last ned (?:vår )?app|skriv en kommentar|tips oss|registrer deg)\b
""",
    "pointers to other pages": r"""
(?:les|se|lytt|hør) (?:også|mer|her|videre|hele)\b
(?:les også|les mer|se også|mest lest|relaterte (?:saker|artikler)|mer om|video|bildeserie|podkast|anbefalt)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:annonse|del|skriv ut|kommentarer|kommenter|logg inn|laster|artikkelen fortsetter (?:under|etter) .{0,20}|saken fortsetter (?:under|etter) .{0,20})\W*$
(?:vi bruker|denne nettsiden bruker|dette nettstedet bruker|siden bruker) .{0,40}(?:cookies|informasjonskapsler)\b
(?:ved å (?:fortsette|klikke|melde))\b.{0,120}(?:cookies|informasjonskapsler|godtar du)
(?:denne saken|denne artikkelen|artikkelen) er (?:kun |forbeholdt )?.{0,10}abonnenter\b
""",
    "rights": r"""
(?:alle rettigheter (?:forbeholdt|reservert)|copyright\b|©)
""",
    "notes about the article": r"""
(?:oppdatert|publisert|sist oppdatert|kilde|kilder|rettelse)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "rettigheter": r"\balle rettigheter (?:forbeholdt|reservert)\b",
    },
    "furniture": {
        "informasjonskapsler": r"\b(?:bruk av|bruker|godta) informasjonskapsler\b",
        "javascript": r"\bjavascript\b",
        "nyhetsbrev": r"\b(?:vårt|våre) nyhetsbrev\b.{0,40}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Av|AV|Tekst:|Skrevet av)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
