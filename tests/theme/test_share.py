"""The ways to pass a page on: addresses as the services document them, whatever stands in a title."""

from html import unescape
from re import findall
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

PAGE = "https://union.example/ja/news/2026/a/"
TITLE = 'ALTら、スト＆抗議 "33 talks" <0% + ¥0> #1 🪧'


@pytest.fixture
def links(environments):
    def of(lang="ja", title=TITLE, summary="") -> list[str]:
        source = '{% from "components/share/share.html" import share %}{{ share(url, title, summary) }}'
        html = environments[lang].from_string(source).render(url=PAGE, title=title, summary=summary)
        return [
            unescape(found)
            for found in findall(r'<a href="([^"]*)" rel="noopener noreferrer"|<a href="([^"]*)"', html)
            for found in found
            if found
        ]

    return of


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_line_comes_first_in_each_language(lang, links):
    hosts = [urlsplit(link).netloc for link in links(lang)]
    assert hosts == ["social-plugins.line.me", "x.com", "www.facebook.com", "share.joinmastodon.org", ""]


@pytest.mark.parametrize("title", [TITLE, "賃上げゼロ", "A & B", "50%25", "a+b c"])
def test_title_and_address_arrive_as_they_are(title, links):
    line, x, facebook, mastodon, mail = map(urlsplit, links(title=title, summary="要約。 a & b"))
    assert (line.path, parse_qs(line.query)) == ("/lineit/share", {"url": [PAGE]})
    assert (x.path, parse_qs(x.query)) == ("/intent/tweet", {"text": [title], "url": [PAGE]})
    assert (facebook.path, parse_qs(facebook.query)) == ("/sharer/sharer.php", {"u": [PAGE]})
    assert (mastodon.path, mastodon.query) == ("/", "")  # behind "#", which no server is told
    assert parse_qs(mastodon.fragment) == {"text": [f"{title} {PAGE}"]}
    fields = dict(field.split("=", 1) for field in mail.query.split("&"))  # a "+" stays one. Source: RFC 6068
    assert {name: unquote(value) for name, value in fields.items()} == {
        "subject": title,
        "body": f"要約。 a & b\r\n{PAGE}",
    }


def test_nobody_counts(links):
    assert not [link for link in links() if "utm_" in link or "via=" in link]
