r"""What Indonesian web pages say about themselves; `summarize.languages.phrases` says how it is written."""

# ruff: noqa: E501 - one pattern a line

from summarize.languages.phrases import usual

_PICTURE = r"(?:foto|gambar|video|ilustrasi|infografis)"

_STARTS = {
    "orders to the visitor": r"""
(?:klik (?:di sini|disini)|klik untuk|langganan (?:sekarang|newsletter)|berlangganan sekarang|daftar sekarang|masuk untuk (?:komentar|melanjutkan)|ikuti kami|follow kami|unduh aplikasi|download aplikasi|bagikan (?:artikel|berita)|tulis komentar|kirim komentar|dapatkan (?:update|berita|informasi))\b
""",
    "pointers to other pages": r"""
(?:baca|simak|lihat|tonton) (?:juga|selengkapnya|selanjutnya|berita lainnya|artikel|lebih lanjut)\b
(?:baca juga|simak juga|lihat juga|artikel terkait|berita terkait|terpopuler|berita populer|rekomendasi|video|galeri foto|podcast|selengkapnya)\s?(?::|\W*$)
""",
    "furniture": r"""
(?:iklan|advertisement|bagikan|cetak|komentar|masuk|memuat|scroll to continue.{0,20}|gulir untuk.{0,40})\W*$
(?:kami menggunakan|situs ini menggunakan|website ini menggunakan) .{0,20}cookie
dengan (?:melanjutkan|mengklik|menggunakan)\b.{0,120}(?:cookie|anda menyetujui)
""",
    "rights": r"""
(?:hak cipta (?:©|dilindungi)|copyright\b|©|seluruh hak cipta)
""",
    "notes about the article": r"""
(?:diperbarui|diterbitkan|dipublikasikan|tayang|update terakhir|sumber)\s?: ?.{1,60}$
(?:pewarta|editor|reporter|penulis)\s?: .{1,60}$
""",
}

_ANYWHERE = {
    "rights": {
        "hak cipta": r"\b(?:seluruh|semua) hak cipta dilindungi\b",
    },
    "furniture": {
        "klik": r"\bklik (?:di sini|disini|link|tautan)\b",
        "cookie": r"\bpenggunaan cookie",
        "whatsapp channel": r"\b(?:saluran|channel) whatsapp\b.{0,60}$",
        "google news": r"\bgoogle news\b.{0,40}$",
    },
}

PHRASES = usual(
    picture=_PICTURE,
    starts=_STARTS,
    anywhere=_ANYWHERE,
    byline=r"(?:Oleh|Penulis:|Reporter:|Editor:|Laporan)[: ]\s*[^\W\d_a-zà-ÿ][\w.'’-]*+.{0,80}\Z",
)
