r"""What Spanish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:fotos?|imagen|imágenes|ilustración|vídeo|video|gráfico|captura)"

_STARTS = {
    "orders to the visitor": r"""
(?:haga|haz|da|dé|pulse|pincha|pinche) (?:clic|click|aquí)\b
(?:suscríbase|suscríbete|regístrese|regístrate|inscríbase|inscríbete|inicie sesión|inicia sesión|identifíquese|únete|únase)\b
(?:síganos|síguenos|contáctenos|contáctanos|escríbanos|escríbenos|encuéntranos)\b
(?:descargue|descarga|reciba|recibe|comparta|comparte|visite|visita) (?:nuestra|nuestro|nuestros|la app|la aplicación|esta noticia|este artículo|las últimas|gratis|en tu correo)\b
(?:active|activa|habilite|habilita|acepte|acepta|desactive) (?:javascript|las cookies|su|tu)\b
(?:deje|deja|escriba|escribe|añade|publica) (?:un|su|tu) comentario\b
(?:por favor|debe|debes),? (?:introduzca|introduce|ingrese|ingresa|iniciar sesión|confirme|registrarse)\b
no te pierdas\b|mantente (?:informado|al día)\b
""",
    "pointers to other pages": r"""
(?:lea|lee|leer|vea|ve|ver|mira|mire|escuche|escucha) (?:también|además|más|aquí|el vídeo|el video)\b
(?:lea también|lee también|te puede interesar|te recomendamos|le puede interesar|puede leer|noticias? relacionadas?|más noticias|más información|artículos? relacionados?|lo más leído|lo más visto|en otras noticias|vídeo|video|en imágenes|galería|podcast)\s?(?::|\W*$)
(?:más información|más noticias|más sobre|para más) .{0,60}(?:aquí|en nuestra|en www|haga|clic)
""",
    "furniture": r"""
(?:publicidad|anuncio|compartir|imprimir|comentarios?|inicio|menú|cargando|aviso legal|seguir leyendo|leer más|iniciar sesión)\W*$
(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|nosotros y nuestros socios (?:utilizamos|usamos)) .{0,20}cookies\b
(?:al (?:continuar|hacer clic|suscribirte|suscribirse|registrarse|navegar)|si (?:continúa|continúas|sigue) navegando)\b.{0,120}(?:cookies|aceptas? (?:las|los|nuestr)|política de privacidad)
(?:este (?:artículo|contenido)|esta noticia) es (?:exclusiv[oa]|solo|sólo) para\b
¿?(?:ya (?:eres|es)|aún no (?:eres|es)|todavía no (?:eres|es)) (?:suscriptor|usuario|socio)\b
tiempo de lectura\b.{0,20}$
su navegador\b
""",
    "rights": r"""
(?:todos los derechos reservados|copyright\b|©|prohibida (?:la|su) reproducción|derechos reservados)
""",
    "notes about the article": r"""
(?:este (?:artículo|texto|contenido)|esta (?:noticia|nota|información)) (?:fue|ha sido|se) (?:publicad[oa]|actualizad[oa]|publicó|traducid[oa]|elaborad[oa])\b
(?:publicado|actualizado|última actualización|creado)(?: el| a las)?:? <date>$
(?:con información de <agency>|fuentes?:|redacción:|edición:).{1,60}$
(?:fe de erratas|corrección|nota (?:del editor|de la redacción))\s?[:.-]
""",
    "picture captions": r"""
(?:foto|imagen|fotografía|crédito)s? ?(?::|©|de archivo\b|/).{0,80}$
""",
}

_ANYWHERE = {
    "rights": {
        "derechos": r"\btodos los derechos reservados\b",
    },
    "furniture": {
        "newsletter": r"\b(?:nuestra|nuestro) newsletter\b.{0,40}$",
        "boletín": r"\b(?:suscr[íi]b\w+|reg[íi]str\w+) (?:a|en) nuestro boletín\b",
        "cookies": r"\b(?:uso|aceptar|rechazar|política) (?:de )?(?:las )?cookies\b",
        "javascript": r"\bjavascript\b",
        "privacidad": r"\b(?:nuestra|la) política de privacidad\b",
        "clic": r"\bhaz clic (?:aquí|en)\b|\bhaga clic (?:aquí|en)\b",
        "suscr": r"\bsuscr[íi]bete (?:a|aquí|gratis)\b|\bsuscr[íi]base (?:a|aquí)\b",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Por|POR|Texto:|Autor:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
