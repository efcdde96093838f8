r"""What Czech web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|video|ilustrace|obrázek)"

_STARTS = {
    "orders to the visitor": r"""
(?:klikněte|kliknutím souhlasíte|přihlaste se|zaregistrujte se|předplaťte si|sledujte nás|stáhněte si|odebírejte|napište nám)\b
""",
    "pointers to other pages": r"""
(?:čtěte|přečtěte si|podívejte se|sledujte) (?:také|i|více|dále|taky)\b
(?:čtěte také|související články|mohlo by vás zajímat|nejčtenější|další zprávy|více k tématu|video|fotogalerie|podcast)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:reklama|inzerce|sdílet|tisk|diskuze|komentáře|přihlásit se|načítám|pokračování článku)\W*$
(?:používáme|tento web používá|tyto stránky používají) .{0,20}cookies\b
(?:tento|celý) článek .{0,20}(?:předplatitel|pro předplatitele)
""",
    "rights": r"""
(?:všechna práva vyhrazena|copyright\b|©|publikování nebo další šíření obsahu)
""",
    "notes about the article": r"""
(?:aktualizováno|publikováno|aktualizace|zdroj|zdroje|foto)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "vyhrazena": r"\bvšechna práva vyhrazena\b",
        "šíření": r"\bšíření obsahu .{0,40}zakázáno\b",
    },
    "furniture": {
        "cookies": r"\b(?:soubory|souborů|používáním) cookies\b",
        "javascript": r"\bjavascript\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Autor:|Autoři:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
