r"""What Italian web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|immagine|immagini|video|illustrazione|grafico)"

_STARTS = {
    "orders to the visitor": r"""
(?:clicca|cliccate|premi|tocca) (?:qui|su|sul|per)\b
(?:iscriviti|iscrivetevi|abbonati|abbonatevi|registrati|registratevi|accedi|effettua l'accesso)(?:$|\W| alla\b| al\b| a\b| ora\b| per\b| qui\b)
(?:seguici|seguiteci|contattaci|scrivici|scriveteci|mettiti in contatto)\b
(?:scarica|scaricate|ricevi|scopri|condividi|visita) (?:la nostra|il nostro|i nostri|l'app|gratis|le ultime|questo articolo|tutte le)\b
(?:attiva|abilita|disattiva|accetta) (?:javascript|i cookie|il tuo|tutti)\b
(?:lascia|scrivi|aggiungi|inserisci) (?:un|il tuo|la tua) (?:commento|e-?mail|opinione)\b
(?:devi|per) (?:essere registrato|effettuare il login|accedere|commentare)\b.{0,80}$
resta (?:aggiornato|informato)\b
""",
    "pointers to other pages": r"""
(?:leggi|leggete|guarda|guardate|ascolta|vedi) (?:anche|qui|tutto|di più|il video|le foto|la gallery)\b
(?:leggi anche|potrebbe interessarti|ti potrebbe interessare|articoli? correlati?|per approfondire|approfondisci|i più letti|sullo stesso argomento|vedi anche|video|fotogallery|podcast|altre notizie|ultime notizie)\s?(?::|\W*$)
per (?:saperne di più|leggere|ricevere|maggiori informazioni)\b.{0,80}(?:clicca|iscriviti|abbonati|visita|qui)
""",
    "furniture": r"""
(?:pubblicità|condividi|stampa|commenti|commenta|home|menu|caricamento|note legali|continua a leggere|accedi|leggi tutto)\W*$
(?:utilizziamo|usiamo|questo sito (?:web )?(?:utilizza|usa)|noi e i nostri partner (?:utilizziamo|usiamo)) .{0,20}cookie\b
(?:proseguendo|continuando|cliccando|iscrivendoti|chiudendo|scorrendo)\b.{0,120}(?:cookie|acconsenti|accetti)
(?:questo articolo|questo contenuto|l'articolo completo) è (?:riservato|disponibile solo)\b
(?:sei già|non sei ancora|hai già) (?:abbonato|iscritto|registrato|un abbonamento)\b
tempo di lettura\b.{0,20}$
il tuo (?:browser|indirizzo e-?mail|abbonamento)\b
""",
    "rights": r"""
(?:tutti i diritti (?:sono )?riservati|riproduzione (?:riservata|vietata)|copyright\b|©)
""",
    "notes about the article": r"""
(?:questo articolo|questo testo|l'articolo) (?:è stato|è apparso|è uscito) (?:pubblicato|aggiornato|tradotto|originariamente|per la prima volta|su|in)\b
(?:pubblicato|aggiornato|ultimo aggiornamento|ultima modifica)(?: il| alle)?:? <date>$
(?:fonti?|redazione|traduzione)\s?: .{1,40}$
(?:errata corrige|nota (?:del redattore|della redazione)|ndr)\s?[:.-]
""",
    "picture captions": r"""
(?:foto|immagine|credit|crediti)s? ?(?::|©|d'archivio\b|/).{0,80}$
""",
}

_ANYWHERE = {
    "rights": {
        "riservat": r"\b(?:tutti i diritti (?:sono )?riservati|riproduzione riservata)\b",
    },
    "furniture": {
        "newsletter": r"\b(?:nostra|iscriviti alla) newsletter\b.{0,40}$",
        "cookie": r"\b(?:uso|utilizzo|accettare|rifiutare|informativa) (?:dei |di |sui |i )?cookie\b",
        "javascript": r"\bjavascript\b",
        "privacy": r"\b(?:nostra|sulla) (?:informativa (?:sulla )?)?privacy(?: policy)?\b.{0,40}$",
        "clicca": r"\bclicca (?:qui|su)\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Di|DI|A cura di|Articolo di)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
