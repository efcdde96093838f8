r"""What Dutch web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|beeld|afbeelding|video|illustratie|graphic)"

_STARTS = {
    "orders to the visitor": r"""
(?:klik|tik) (?:hier|op|voor)\b
(?:abonneer|meld je|meld u|schrijf je|schrijf u|registreer|log in|inloggen|aanmelden)(?: je| u|$|\W| nu| hier| voor| op| aan)\b
(?:volg|like|mail|bel|app|tip) ons\b
(?:download|ontvang|deel|bekijk|bezoek|lees) (?:onze|de app|gratis|dit artikel|het laatste|alle|dagelijks|ons)\b
(?:schakel|accepteer|zet) (?:javascript|cookies|uw|je)\b
(?:laat|plaats|schrijf|geef) (?:een|je|uw) reactie\b
(?:u moet|je moet) (?:inloggen|ingelogd zijn|cookies|een account)\b
blijf op de hoogte\b|mis niets\b|heb (?:je|jij) (?:een tip|nieuws)\b
""",
    "pointers to other pages": r"""
(?:lees|bekijk|luister|kijk|zie) (?:ook|hier|meer|verder|terug|onze)\b
(?:lees ook|zie ook|meer over dit onderwerp|gerelateerde? (?:artikelen|berichten)|meest gelezen|ook interessant|aanbevolen|video|in beeld|podcast|meer nieuws|lees verder|lees meer)\s?(?::|\W*$)
(?:meer (?:lezen|weten|informatie|nieuws)|wil je)\b.{0,60}\b(?:klik|abonneer)
""",
    "furniture": r"""
(?:advertentie|delen|deel|printen|reacties?|home|menu|laden|disclaimer|tekst gaat (?:verder|door)|lees verder|inloggen|privacy)\W*$
(?:\(?(?:de )?tekst (?:gaat|loopt) (?:verder|door) (?:onder|na|over)\b.{0,40})
(?:wij|we|deze (?:web)?site)(?: en onze partners)? (?:gebruiken|maken gebruik van|gebruikt|maakt gebruik van) .{0,20}cookies\b
(?:door (?:verder te|op|gebruik te|in te|je aan te)|als je verder)\b.{0,120}(?:cookies|ga(?:at)? (?:je|u) akkoord|privacyverklaring)
(?:dit artikel|deze content|dit verhaal) is (?:alleen|exclusief|enkel)\b.{0,20}\babonnees\b
(?:al|nog geen) (?:abonnee|lid|account)\b
leestijd\b.{0,20}$
(?:uw|je) (?:browser|e-?mailadres|abonnement)\b
""",
    "rights": r"""
(?:alle rechten voorbehouden|copyright\b|©)
""",
    "notes about the article": r"""
(?:dit artikel|dit bericht|dit verhaal|deze tekst) (?:is|werd|verscheen) (?:eerder|oorspronkelijk|eerst|ook|bijgewerkt|aangepast|gepubliceerd|vertaald)\b
(?:gepubliceerd|bijgewerkt|geplaatst|laatste update|update)(?: op| om)?:? <date>$
(?:bron|bronnen|met medewerking van)\s?: ?.{1,60}$
(?:correctie|rectificatie|noot van de redactie|red\.)\s?[:.-]
""",
    "picture captions": r"""
(?:foto|beeld|archieffoto|afbeelding)s? ?(?::|©|ter illustratie\b|/).{0,80}$
""",
}

_ANYWHERE = {
    "rights": {
        "voorbehouden": r"\balle rechten voorbehouden\b",
    },
    "furniture": {
        "nieuwsbrief": r"\b(?:onze|gratis|dagelijkse) nieuwsbrief\b.{0,30}$",
        "cookies": r"\b(?:gebruik van|accepteren|plaatsen van) cookies\b",
        "javascript": r"\bjavascript\b",
        "privacy": r"\b(?:ons|onze|het) privacy(?:beleid|verklaring|statement)\b",
        "klik": r"\bklik (?:hier|op de link)\b",
        "tekst gaat": r"\btekst gaat (?:verder|door) (?:onder|na)\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Door|DOOR|Auteur:|Tekst:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
