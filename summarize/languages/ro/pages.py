r"""What Romanian web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|video|imagine|ilustrație|captură)"

_STARTS = {
    "orders to the visitor": r"""
(?:apasă|apăsați|dă clic|click aici|abonează-te|abonați-vă|înscrie-te|autentifică-te|urmărește-ne|urmăriți-ne|descarcă aplicația|lasă un comentariu|scrie-ne)\b
""",
    "pointers to other pages": r"""
(?:citește|citiți|vezi|vedeți|urmărește) (?:și|mai mult|mai multe|aici|integral|continuarea)\b
(?:citește și|vezi și|articole similare|articole recomandate|cele mai citite|știri similare|pe aceeași temă|video|galerie foto|podcast|recomandări)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:publicitate|distribuie|tipărește|comentarii|comentează|autentificare|se încarcă|articolul continuă (?:mai jos|după .{0,20}))\W*$
(?:folosim|utilizăm|acest site (?:folosește|utilizează)) .{0,30}cookie
(?:continuând|prin continuarea)\b.{0,120}(?:cookie|sunteți de acord|ești de acord)
""",
    "rights": r"""
(?:toate drepturile rezervate|copyright\b|©|preluarea (?:fără|integrală|textelor) .{0,80}(?:interzis|acord|sursa))
""",
    "notes about the article": r"""
(?:actualizat|publicat|ultima actualizare|sursa|sursă|surse)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "drepturile": r"\btoate drepturile rezervate\b",
    },
    "furniture": {
        "cookie": r"\b(?:fișiere|fișierelor|module|utilizarea) (?:de tip )?cookie",
        "javascript": r"\bjavascript\b",
        "newsletter": r"\bla newsletter(?:ul)?\b.{0,40}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Autor:|De|DE)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
