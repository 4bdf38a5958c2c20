"""Links of a page: relative to it, or absolute."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.rendering.links import ADDRESS, absolute_links, relative_links

PAGE = "ja/news/2021/strike/index.html"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/", "../../../../index.html"),
        ("/ja/", "../../../index.html"),
        ("/ja/news/", "../../index.html"),
        ("/ja/news/2021/strike/", "index.html"),
        ("/ja/news/2021/strike/#demands", "#demands"),
        ("/ja/news/2021/strike/?a=b#demands", "index.html?a=b#demands"),
        ("/ja/news/2021/other/#x", "../other/index.html#x"),
        ("/en/news/2021/strike/", "../../../../en/news/2021/strike/index.html"),
        ("/ja/search/?q=a&amp;b=/c/", "../../../search/index.html?q=a&amp;b=/c/"),
        ("/ja/feed.xml", "../../../feed.xml"),
        ("/media/a.jpg", "../../../../media/a.jpg"),
        ("//host.example/ja/", "//host.example/ja/"),
        ("https://host.example/ja/", "https://host.example/ja/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#x", "#x"),
        ("", ""),
    ],
)
def test_an_address_becomes_relative_to_the_page(written, expected):
    assert relative_links(f'<a href="{written}">x</a>', PAGE) == f'<a href="{expected}">x</a>'


@pytest.mark.parametrize(
    ("path", "expected"),
    [("index.html", "ja/index.html"), ("ja/index.html", "index.html"), ("en/a.html", "../ja/index.html")],
)
def test_the_page_may_lie_at_any_depth(path, expected):
    assert relative_links('<a href="/ja/">x</a>', path) == f'<a href="{expected}">x</a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<img alt="a > b" src="/media/a.jpg" srcset="/media/a.jpg 480w, /media/b.jpg 960w">',
            '<img alt="a > b" src="../media/a.jpg" srcset="../media/a.jpg 480w, ../media/b.jpg 960w">',
        ),
        ('<form action="/ja/s/">', '<form action="s/index.html">'),
        ('<a class="x"\n href="/ja/">', '<a class="x"\n href="index.html">'),
        ('<code>href="/ja/"</code>', '<code>href="/ja/"</code>'),
        ('<p title="href=">&lt;a href="/ja/"&gt;</p>', '<p title="href=">&lt;a href="/ja/"&gt;</p>'),
        ('<a data-href="/ja/">', '<a data-href="/ja/">'),
        ('<a href="/ja/"><img src="/x.png"></a>', '<a href="index.html"><img src="../x.png"></a>'),
    ],
)
def test_only_addresses_in_tags_are_changed(html, expected):
    assert relative_links(html, "ja/index.html") == expected


def test_absolute_links_keep_the_slash_of_folders():
    html = '<a href="/ja/news/#x"><img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x"></a><a href="https://x.example/">'
    assert absolute_links(html, "https://union.example/a/b") == (
        '<a href="https://union.example/a/b/ja/news/#x"><img src="https://union.example/a/b/a.jpg" '
        'srcset="https://union.example/a/b/a.jpg 1x, https://union.example/a/b/b.jpg 2x"></a><a href="https://x.example/">'
    )


NAMES = st.sampled_from(["href", "src", "action", "title", "data-href", "content", "hreflang"])
VALUES = st.sampled_from(
    ["/ja/", "/ja/news/2021/strike/", "/ja/news/2021/strike/#x", "/en/a.html?q=/x/", "//host.example/", "/", "", "#x",
     "a > b", "a < b", "1 <2 and 3>", "href=", "https://host.example/ja/", "/ja/news/page/2/", "/a b/&amp;c"]
)  # fmt: skip
SPACE = st.sampled_from([" ", "\n", "  ", "\t"])
TAGS = st.builds(
    lambda name, attributes, end: f"<{name}{''.join(attributes)}{end}",
    st.sampled_from(["a", "img", "form", "p", "area"]),
    st.lists(st.builds(lambda space, name, value: f'{space}{name}="{value}"', SPACE, NAMES, VALUES), max_size=4),
    st.sampled_from([">", "/>", " >"]),
)
WORDS = st.sampled_from(
    ["a", ' href="/ja/" ', '"', '<code>href="/ja/"</code>', "</a>", "<!-- x -->", '="/', "&lt;a href=", " 賃上げ "]
)
PATHS = st.sampled_from(["index.html", "ja/index.html", "ja/news/2021/strike/index.html", "ja/news/page/2/index.html"])


@given(st.lists(st.one_of(TAGS, WORDS), max_size=8).map("".join), PATHS)
def test_links_are_found_as_by_looking_at_every_tag(html, path):
    def relative(found: re.Match[str]) -> str:
        return found[1] + relative_links(f'<a href="{found[2]}', path).removeprefix('<a href="')

    assert relative_links(html, path) == ADDRESS.sub(relative, html)
