r"""What Polish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|zdjęcie|wideo|ilustracja|fot\.)"

_STARTS = {
    "orders to the visitor": r"""
(?:kliknij|zaloguj się|zarejestruj się|zapisz się|subskrybuj|obserwuj nas|śledź nas|polub nas|pobierz|dołącz do nas|napisz do nas)\b
""",
    "pointers to other pages": r"""
(?:czytaj|zobacz|przeczytaj|obejrzyj|sprawdź) (?:także|też|również|więcej|dalej|teraz)\b
(?:czytaj także|zobacz też|zobacz także|polecamy|powiązane artykuły|najczęściej czytane|więcej na ten temat|przeczytaj|wideo|galeria|podcast)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:reklama|udostępnij|drukuj|komentarze|skomentuj|zaloguj się|ładowanie|dalszy ciąg artykułu pod .{0,20}|dalsza część artykułu pod .{0,20})\W*$
(?:używamy|nasza strona używa|ta strona używa|ten serwis używa|korzystamy z) .{0,20}(?:cookies|ciasteczek)\b
(?:ten|pełny) artykuł .{0,20}(?:dla prenumeratorów|dla subskrybentów)
""",
    "rights": r"""
(?:wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|copyright\b|©)
""",
    "notes about the article": r"""
(?:aktualizacja|opublikowano|data publikacji|źródło|źródła|fot\.)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "zastrzeżone": r"\bprawa zastrzeżone\b",
    },
    "furniture": {
        "cookies": r"\bplik(?:i|ów|ami) cookies\b",
        "javascript": r"\bjavascript\b",
        "newsletter": r"\b(?:naszego|do|nasz) newslettera?\b.{0,30}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Autor:|Opracowanie:|Tekst:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
