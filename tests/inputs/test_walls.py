"""Pages in place of an article are named by their kind; articles on such pages are read."""

import pytest
from pages import PARAGRAPHS, page

from summarize.errors import InputError
from summarize.inputs.readers.page import extract_html

LONG = PARAGRAPHS * 3  # about 240 words
FLASH = " ".join(PARAGRAPHS[:2])  # about 55 words: a short article, but one
SHORT = "Your subscription gives you all our articles on every device."

NOT_FREE = '<script type="application/ld+json">{"isAccessibleForFree": %s}</script>'
LOGIN = '<form action="/login"><input name="u"><input type="password" name="p"></form>'
COOKIES = '<div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>'
CONSENT = (
    '<form method="post" action="https://consent.post.example/save"><button>OK</button></form>'
)
CAPTCHA = '<script src="https://www.google.com/recaptcha/api.js"></script>'
CHALLENGE = "<script>window._cf_chl_opt = {cvId: 3};</script>"
ONWARD = '<meta http-equiv="Refresh" content="0; URL=https://post.example/b">'
RELOAD = '<meta http-equiv="refresh" content="600">'
LATER = '<meta http-equiv="refresh" content="900; url=https://post.example/">'
SCRIPTS = '<script src="/app.js"></script>'
APPLICATION = (
    f"<!doctype html><title>Post</title>{SCRIPTS}<body><div id=root></div>"
    "<noscript>You need to enable JavaScript to run this app.</noscript>"
)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (page(FLASH, head=NOT_FREE % "false"), "words to those who have not paid; save it while"),
        (page(FLASH, head=NOT_FREE % '"False"'), "words to those who have not paid"),
        (
            page(FLASH, head='<meta property="article:content_tier" content="locked">'),
            "words to those who have not paid",
        ),
        (page(SHORT, title="Log in", bottom=LOGIN), "is a login page; save it from a browser"),
        (page(SHORT, title="404 Not Found"), "is a page of an error"),
        (page(SHORT, title="Error 404"), "is a page of an error"),
        (page(SHORT, title="502 Bad Gateway"), "is a page of an error"),
        (page(SHORT, title="Forbidden"), "is a page of an error"),
        (page(SHORT, title="Just a moment...", head=CHALLENGE), "whether its visitor is a person"),
        (page(SHORT, bottom=CAPTCHA), "whether its visitor is a person"),
        (page(SHORT, head=ONWARD), "only leads to another page"),
        (page(SHORT, bottom=CONSENT), "asks for consent to cookies"),
        (APPLICATION, "only to a browser with JavaScript"),
        ("<!doctype html><title>Post</title><body><p>Nothing here.</p>", "has no article"),
        ("<!doctype html><html><body></body></html>", "has no article"),
        (f"<html><body><ul>{'<li><a href=/>News</a></li>' * 40}</ul></body></html>", "no article"),
    ],
)
def test_a_page_in_place_of_an_article_is_named(html, words):
    with pytest.raises(InputError) as error:
        extract_html(html)
    assert words in str(error.value)
    assert "; " in str(error.value)


@pytest.mark.parametrize(
    "html",
    [
        page(*LONG, head=NOT_FREE % "false"),
        page(FLASH, head=NOT_FREE % "true"),
        page(FLASH, top=COOKIES, bottom=LOGIN),
        page(FLASH, bottom=CAPTCHA),
        page(FLASH, bottom=CONSENT),
        page(FLASH, head=RELOAD),
        page(FLASH, head=SCRIPTS + CHALLENGE),
        page(SHORT, head=RELOAD),
        page(SHORT, head=LATER),
        page(SHORT, title="Flight 447: what is known"),
        page(SHORT, title="500 homes are flooded"),
        page(FLASH, title="404 Not Found: why pages vanish"),
        page(*LONG, title="Why more papers have paywalls", bottom=LOGIN),
    ],
)
def test_an_article_on_a_page_with_such_signs_is_read(html):
    assert extract_html(html).text


def test_a_text_without_spaces_between_words_is_long_enough():
    text = "渡轮星期一早上在海岸附近搁浅，船上所有人都被安全带到岸上。" * 5
    assert text in extract_html(page(text, bottom=LOGIN)).text
