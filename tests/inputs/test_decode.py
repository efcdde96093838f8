"""Bytes become text, or are refused with advice."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loading import load, reason

from summarize.errors import InputError, OptionError
from summarize.inputs.decode import check_encoding, decode, decode_article


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café".encode(), "Café"),
        (codecs.BOM_UTF8 + "Café".encode(), "Café"),
        (codecs.BOM_UTF16_LE + "Café".encode("utf-16-le"), "Café"),
        (codecs.BOM_UTF16_BE + "Café".encode("utf-16-be"), "Café"),
        (codecs.BOM_UTF32_LE + "Café".encode("utf-32-le"), "Café"),
        (codecs.BOM_UTF32_BE + "Café".encode("utf-32-be"), "Café"),
        (b"Caf\xe9 \x93quoted\x94", "Café “quoted”"),
        (b"one\r\ntwo\rthree\nfour\x0bfive", "one\r\ntwo\rthree\nfour\x0bfive"),
        ("a\ufeffb".encode(), "a\ufeffb"),
    ],
)
def test_a_mark_then_utf8_then_windows_1252_decide_the_encoding(data, text):
    assert decode_article(data) == text


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("shift_jis", "船が座礁した".encode("shift_jis")),
        ("utf-16-le", "船".encode("utf-16-le")),
        ("utf-16-le", codecs.BOM_UTF16_LE + "船".encode("utf-16-le")),
        ("utf-8", codecs.BOM_UTF8 + "船".encode()),
    ],
)
def test_the_encoding_that_is_given_comes_before_all_marks_and_leaves_none(encoding, data):
    text = decode_article(data, encoding)
    assert text in ("船", "船が座礁した")


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_utf8_is_never_changed(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_with_advice(data):
    text = advice = ""
    try:
        text = decode_article(data)
    except InputError as error:
        advice = str(error)
    assert text or "; " in advice
    assert "\n" not in advice


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Undefined in Windows-1252: \x81", "byte 0x81 at offset 27); give its encoding"),
        (codecs.BOM_UTF16_LE + b"odd", "is not utf-16 text"),
        (codecs.BOM_UTF8 + b"caf\xe9", "is not utf-8 text (byte 0xE9 at offset"),
        (b"caf\xe9 \x01\x02", "binary file (it contains control characters); convert it to text"),
        (b"%!PS-Adobe-3.0", "binary file (a PostScript document)"),
        (b"Rar!\x1a\x07", "binary file (a RAR archive)"),
        (b"7z\xbc\xaf\x27\x1c", "binary file (a 7z archive)"),
        (b'{\n "documents": [\n', "is not JSON: Expecting value at line 3, column 1; fix the file"),
        ("A café in Zürich — “full”".encode()[:-1], "is UTF-8 except in places (byte 0xE2 at"),
        ("Åsa, Åke, Øra: ".encode() + b"caf\xe9.", "is UTF-8 except in places (byte 0xE9 at"),
        (
            "船が座礁した".encode("iso2022_jp"),
            "is ISO 2022 text; give its encoding",
        ),
        (
            "배가 좌초했다".encode("iso2022_kr"),
            "is ISO 2022 text; give its encoding",
        ),
        (b"text with \0 in it", "binary file (it contains NUL bytes)"),
        (b"%PDF-1.7 text", "is a broken PDF; download it or save it again"),
        (b"PK\x03\x04 text", "is a broken ZIP archive; download it or save it again"),
        (b"\x89PNG text", "binary file (an image)"),
        (b"\x7fELF text", "binary file (a program)"),
        (b"\x1f\x8b text", "binary file (a gzip archive)"),
        (b"{\\rtf1 text}", "is an RTF document; save it as .docx, PDF or plain text"),
        (b"\xd0\xcf\x11\xe0\xa1", "is an Office document of before 2007; save it as .docx"),
        (b"", "is empty"),
        (b" \r\n\t\xc2\xa0\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
    ],
)
def test_anything_but_an_article_is_skipped_and_the_reason_says_what_to_do(data, words):
    assert words in reason(data)


@pytest.mark.parametrize(
    "text", ["BMW recalls cars.", "<htmlish> is no tag", "He wrote <html> by hand.", "%PDF"]
)
def test_words_about_html_and_pdf_are_not_html_or_pdf(text):
    assert decode_article(text.encode()) == text


def test_bytes_that_the_given_encoding_lacks_are_refused():
    assert "is not ascii text (byte 0xC3" in reason("Café".encode(), encoding="ascii")
    assert "is not idna text (" in reason(b"xn--a-ecp.ru", encoding="idna")


@pytest.mark.parametrize("name", ["no-such-encoding", "rot13", "hex", "undefined", "a\0b", ""])
def test_an_unknown_encoding_is_an_option_error_before_anything_is_read(name):
    with pytest.raises(OptionError, match="give one that Python supports"):
        load(["no-such-file"], encoding=name)


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "cp037"])
def test_lines_cannot_be_cut_in_an_encoding_unlike_ascii(name):
    check_encoding(name)
    with pytest.raises(OptionError, match="convert the file to UTF-8"):
        load(["b.jsonl"], encoding=name)
