"""Judge whether a text that was read as Windows-1252 is in it.

Nearly all bytes are characters of Windows-1252, so text in any other encoding can be read as it,
without an error and without sense. The characters that come out show it: they are in places where
no language has them, or no language of Western Europe uses them together. Which encoding it is
instead is not guessed. Measured in docs/decisions/0011-encodings.md.
"""

from __future__ import annotations

import re

# The letters beyond ASCII of the languages that Windows-1252 is for, with those of common loans.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ",  # French
        "äöüßéèà",  # German
        "áéíñóúü",  # Spanish, Galician, Basque
        "áâãàçéêíóôõúü",  # Portuguese
        "àéèìíîòóùú",  # Italian
        "àçéèíïóòúü",  # Catalan, Occitan
        "æøåéèóòôêüöä",  # Danish, Norwegian
        "åäöéüàšž",  # Swedish, Finnish
        "äõöüšž",  # Estonian
        "áðéíóúþæö",  # Icelandic (without "ý", which is rare, and common as the Turkish dotless i)
        "áðíóúæø",  # Faroese
        "áéíóúàèìòù",  # Irish, Scottish Gaelic
        "âêîôûáéëïöàèìòù",  # Welsh
        "éèëïöüóáêçàôîûú",  # Dutch, Afrikaans
        "ëçâêîô",  # Albanian
    )
)
_WORD = re.compile(r"[^\W\d_]++")
# Within a word, a sign that is not a letter; a capital after a small letter, or after a full stop
# with no letter after it.
_MISPLACED = re.compile(
    r"(?<=[^\W\d_])[‚ƒ„†‡ˆ‰¡¢£¤¥¦§¨¬¯±²³´¶¸¹¼½¾¿ªº×÷](?=[^\W\d_])"
    r"|(?<=[a-zß-öø-ÿœšž])[À-ÖØ-ÞŒŠŽŸ]"
    r"|(?<=[.,!?])[À-ÖØ-Þ](?!\w)"
)
_FEWEST = 3  # characters; one or two may be slips or foreign words
_FEWEST_MISPLACED = 0.25  # share of the characters that are looked at
_FEWEST_ODD = 0.12  # misplaced or of another alphabet, likewise
_DENSITY = 0.03  # share of all letters; with fewer, a text is in English, with loans from anywhere


def reads_as_western(text: str) -> bool:
    """Return whether a text may be in a language that is written in Windows-1252.

    Looked at are the letters beyond ASCII, except those of words set as names, which may be from
    anywhere. They must nearly all be in the alphabet of a single language.

    >>> reads_as_western("Le député né à São Paulo a été réélu à Malmö.")
    True
    >>> reads_as_western("Паром сел на мель.".encode("cp1251").decode("cp1252"))
    False
    """
    words = _WORD.findall(text)
    letters = [
        letter
        for word in words
        if not (word.isascii() or word.istitle())
        for letter in word.lower()
        if letter.isalpha() and not letter.isascii()
    ]
    misplaced = _MISPLACED.findall(text)
    n_seen = len(letters) + sum(not sign.isupper() for sign in misplaced)
    n_foreign = len(letters) - max(
        sum(letter in alphabet for letter in letters) for alphabet in _ALPHABETS
    )
    n_odd = n_foreign + len(misplaced)
    if len(misplaced) >= max(_FEWEST, _FEWEST_MISPLACED * n_seen):
        return False
    is_dense = n_seen >= _DENSITY * sum(map(len, words))
    return not is_dense or n_odd < max(_FEWEST, _FEWEST_ODD * n_seen)
