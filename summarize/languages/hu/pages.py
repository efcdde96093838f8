r"""What Hungarian web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:fotó|kép|videó|illusztráció|grafika)"

_STARTS = {
    "orders to the visitor": r"""
(?:kattintson|kattints|iratkozzon fel|iratkozz fel|jelentkezzen be|jelentkezz be|regisztráljon|regisztrálj|kövessen minket|kövess minket|töltse le|írjon nekünk|szóljon hozzá|fizessen elő|fizess elő)\b
""",
    "pointers to other pages": r"""
(?:olvassa|olvasd|nézze|nézd|hallgassa) (?:el|meg|tovább|el is|meg is)\b
(?:olvassa el|ezt is olvassa el|kapcsolódó cikk(?:ek|ünk|eink)?|ajánlott cikkek|legolvasottabb|ez is érdekelheti|további hírek|videó|galéria|podcast)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:hirdetés|megosztás|nyomtatás|hozzászólások|kommentek|bejelentkezés|betöltés|a cikk a hirdetés után folytatódik)\W*$
(?:oldalunk|weboldalunk|ez az oldal|honlapunk|ez a weboldal) .{0,30}(?:sütiket|cookie)
(?:a böngészés folytatásával|az oldal használatával)\b.{0,120}(?:süti|cookie)
""",
    "rights": r"""
(?:minden jog fenntartva|copyright\b|©)
""",
    "notes about the article": r"""
(?:frissítve|közzétéve|utolsó frissítés|forrás|források)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "fenntartva": r"\bminden jog fenntartva\b",
    },
    "furniture": {
        "süti": r"\b(?:sütik|sütiket|sütiknek) (?:használat|kezelés|elfogad)",
        "javascript": r"\bjavascript\b",
        "hírlevél": r"\bhírlevelünkre\b",
    },
}

# Budapest, 2025. június 11., szerda (MTI) -
_DATELINE = (
    r"[^\W\d_][\w ’'-]{1,40}?, (?:\d{4}\. )?<month> \d{1,2}\.?,?(?: <day>)? ?[(]<agency>[)] ?[-–—] "
)

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Szerző:|Írta:|Szöveg:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
    dateline=_DATELINE,
)
