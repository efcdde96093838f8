r"""What Turkish web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|fotoğraf|görsel|video|grafik)"

_STARTS = {
    "orders to the visitor": r"""
(?:tıklayın|tıklayınız|buraya tıkla|abone ol|abone olun|üye ol|üye olun|giriş yap|giriş yapın|bizi takip edin|uygulamamızı indirin|yorum yap|yorum yazın|paylaş)\b
""",
    "pointers to other pages": r"""
(?:ayrıca oku|bunu da oku|şunu da oku|devamını oku|haberin devamı|ilgili haberler|ilginizi çekebilir|benzer haberler|en çok okunanlar|öne çıkanlar|video|galeri|podcast)\w*\s?(?::|\W*$)
""",
    "furniture": r"""
(?:reklam|paylaş|yazdır|yorumlar|giriş yap|yükleniyor|haberin devamı reklamın ardından)\W*$
(?:sitemizde|bu (?:web )?sitesi(?:nde)?|web sitemizde|bu sitede) .{0,40}çerez
(?:devam ederek|sitemizi kullanarak)\b.{0,120}(?:çerez)
""",
    "rights": r"""
(?:tüm hakları saklıdır|her hakkı saklıdır|copyright\b|©|izinsiz (?:kopyalanamaz|kullanılamaz))
""",
    "notes about the article": r"""
(?:güncelleme|güncellendi|yayınlanma|yayın tarihi|son güncelleme|kaynak|kaynaklar)\s?: ?.{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "saklıdır": r"\b(?:tüm|her) hakkı?(?:ları)? saklıdır\b",
    },
    "furniture": {
        "çerez": r"\bçerez(?:leri|lerin|ler)? (?:kullan|politika)",
        "javascript": r"\bjavascript\b",
        "tıkla": r"\b(?:için|buraya) tıkla",
        "abone": r"\b(?:kanalımıza|bültenimize) abone ol",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Haber:|Yazan:|Muhabir:)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
