r"""What German web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|bild|grafik|video|illustration|screenshot|symbolbild|archivfoto|archivbild)"

_STARTS = {
    "orders to the visitor": r"""
(?:bitte )?(?:klicken|tippen) sie\b
(?:bitte )?(?:melden|loggen) sie sich\b.{0,60}\b(?:an|ein)\b
(?:jetzt |hier )?(?:abonnieren|anmelden|registrieren|einloggen|weiterlesen|kommentieren|herunterladen)\W*$
(?:abonnieren|bestellen|lesen|testen|laden) sie (?:jetzt|hier|unser|den|die|auch|mehr|weiter)\b
(?:jetzt|hier) (?:abonnieren|anmelden|bestellen|registrieren|weiterlesen|testen)(?:\W*$| und\b| für\b)
folgen sie (?:uns|<network>)\b
(?:schreiben|senden|schicken) sie uns\b
bitte (?:aktivieren|deaktivieren|akzeptieren|bestätigen) sie\b
(?:bleiben sie|immer) (?:auf dem laufenden|informiert)\b
diskutieren sie mit\b|ihre meinung (?:ist gefragt|zählt)
""",
    "pointers to other pages": r"""
(?:lesen|sehen|hören) sie (?:auch|dazu|mehr|hier)\b
(?:lesen sie auch|mehr zum thema|auch interessant|das könnte sie auch interessieren|zum thema|mehr dazu|weitere artikel|empfohlene artikel|meistgelesen|siehe auch|passend dazu)\s?(?::|\W*$)
mehr (?:nachrichten|news|infos|informationen|artikel) (?:finden sie|lesen sie|gibt es) hier\b
(?:lesetipp|podcast|newsletter|video|bilderstrecke|fotostrecke|eilmeldung)\s?:
""",
    "furniture": r"""
(?:anzeige|werbung|teilen|drucken|kommentare?|startseite|zur startseite|mehr laden|weiterlesen|impressum|datenschutz(?:erklärung)?)\W*$
(?:diese|unsere) (?:web)?(?:site|seite) (?:verwendet|nutzt|benutzt) cookies\b
wir (?:verwenden|nutzen|setzen) (?:und unsere partner )?.{0,30}cookies\b
an dieser stelle (?:finden sie|befindet sich|ist) .{0,40}(?:inhalt|externe)
(?:empfohlener )?(?:redaktioneller|externer) inhalt\b
lesezeit\b.{0,20}$|(?:sie haben )?noch keine? (?:konto|kommentare)\b
(?:bereits|schon) (?:abonnent|registriert|kunde)\b
dieser (?:artikel|text|beitrag) ist (?:nur )?(?:für abonnenten|kostenpflichtig|exklusiv)
""",
    "rights": r"""
(?:alle rechte vorbehalten|copyright\b|©)
""",
    "notes about the article": r"""
(?:dieser|der) (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|ursprünglich|zuletzt|erstmals)\b
(?:zuletzt )?(?:aktualisiert|veröffentlicht|erstellt|stand)(?: am)?: <date>$
(?:mit material von|quellen?:) .{1,60}$
(?:anmerkung der redaktion|korrektur(?:hinweis)?|hinweis der redaktion)\b
(?:redaktion|mitarbeit|übersetzung|aus dem englischen)(?: von)?:.{1,60}$
""",
    "picture captions": r"""
<picture>s? ?[:©].{1,80}$
""",
}

_ANYWHERE = {
    "rights": {
        "vorbehalten": r"\balle rechte vorbehalten\b",
    },
    "furniture": {
        "newsletter": r"\b(?:unseren|zum|den|kostenlosen|täglichen) newsletter (?:abonnieren|anmelden|bestellen|an)\b",
        "cookies": r"\b(?:nutzung|verwendung|einsatz|setzen) von cookies\b",
        "javascript": r"\bjavascript\b",
        "datenschutz": r"\bunsere(?:r|n)? datenschutz(?:erklärung|bestimmungen|hinweise)\b",
        "klicken": r"\bklicken sie (?:hier|auf)\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Von|VON|Autor(?:in)?:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
