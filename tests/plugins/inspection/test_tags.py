"""Pages that need not be parsed: what is learned of their tags is what a parser sees, and everything odd is parsed."""

import pytest

from plugins.inspection.look import Look, Place
from plugins.inspection.pages import look_at_page
from plugins.inspection.scripts import digest_of
from plugins.inspection.tags import Tags

URL = "https://union.example"
BODY = '<p id="one">'


def looked_at(text: str, tags: Tags | None = None) -> tuple[bool, Look]:
    """Look at a page, without parsing it where tags are given; say whether that was enough."""
    look = Look(Place("ja/index.html", URL, "output"))
    if tags:
        return tags.look(look, text.encode()), look
    look_at_page(look, text.encode())
    return True, look


PLAIN = (
    '<a href="../en/#top">',
    '<a href="../en/" hreflang="en">',
    '<a href="/news/a.html">',
    '<a href="https://other.example/a?b=1&amp;c=2">',
    '<a href="&#x68;ttps://other.example/">',
    '<h2 id="two">',
    '<img src="a.png" srcset="a.png 1x, b.png 2x" alt="" width="1" height="1" loading="lazy">',
    '<details open><summary class="a b">',
    '<a href="mailto:office@union.example?subject=a%20b">',
    '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"a"}</script>',
    '<link rel="alternate" hreflang="en" href="https://union.example/en/">',
)


@pytest.mark.parametrize("markup", PLAIN)
def test_a_plain_page_is_seen_as_a_parser_sees_it(markup, page):
    tags = Tags(URL)
    for _ in range(2):  # learned, and known
        is_enough, quick = looked_at(page(BODY, f"{markup}{BODY}"), tags)
        _, parsed = looked_at(page(BODY, f"{markup}{BODY}"))
        assert is_enough
        assert not parsed.problems
        assert (quick.ids, quick.hosts) == (parsed.ids, parsed.hosts)
        assert {key: written for key, (_, written) in quick.links.items()} == {
            key: written for key, (_, written) in parsed.links.items()
        }


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='index.html'>",
        "<a href=index.html>",
        '<A href="index.html">',
        '<a href="index.html"href="javascript:x()">',
        '<a href="index.html" href="javascript:x()">',
        '<a href="javascript:x()">',
        '<a href="java&Tab;script:x()">',
        '<a href="../../x.html">',
        '<a title="<b>" href="index.html">',
        '<a title="a > b" href="javascript:x()">',
        '<a\nhref="javascript:x()">',
        '<a/href="javascript:x()">',
        '<p onclick="x()">',
        '<p lang="日本語">',
        '<p id="one">',
        "<p id='one'>",
        "<!-- 山田 -->",
        "<![CDATA[ x ]]>",
        "<?x ?>",
        "<xmp><p></xmp>",
        "<plaintext>",
        '<svg><a xlink:href="javascript:x()"></a></svg>',
        "<style>p { color: red }</style>",
        '<script type="application/ld+json">{"a": "<b>"}</script>',
        "<script>1</script>",
        "1 < 2",
        "<",
        '<meta http-equiv="refresh" content="0; url=https://x.example/">',
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
        '<img src="a.png">',
        '<p ID="one">',
        '<svg><title><meta http-equiv="refresh" content="0; url=/"></title></svg>',
        '<meta name="Referrer" content="unsafe-url">',
        '<meta charset="iso-2022-jp">',
        '<svg><animate attributename="href"></animate></svg>',
    ],
)
def test_everything_odd_is_parsed(markup, page):
    is_enough, _ = looked_at(page(BODY, f"{markup}{BODY}"), Tags(URL))
    assert not is_enough


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<title>題</title>", "<title> </title>"),
        ("<title>題</title>", '<title><p id="gone"></title>'),
        ("<title>題</title>", ""),
        ('<meta charset="utf-8">', ""),
        ('<meta charset="utf-8">', 'hi<meta charset="utf-8">'),
        ("</style>", "</STYLE><script>1</script></style>"),
        ('<html lang="ja">', '<html lang="en">'),
        ('<html lang="ja">', "<html>"),
        ("<!doctype html>\n", ""),
        ('<meta name="referrer" content="no-referrer">', ""),
        ("default-src 'none'", "default-src *"),
        ("margin: 0", "margin: 1px"),  # not what the policy allows
        ("<style>", "<style>/*</style>*/"),
        ("<style>", '<p title="<style>"><script>1</script><p title="</style>">'),
        ("<style>", '<p title="<style>"><style>'),
        ("<title>題</title>", "<title><style></title><script>1</script></style>"),
        ("<style>", "<!--<style>--><script>1</script><!--</style>--><style>"),
    ],
)
def test_a_page_that_lacks_something_is_parsed(old, new, page):
    is_enough, _ = looked_at(page(old, new), Tags(URL))
    assert not is_enough


def test_styles_may_hold_any_sign(page_with_style):
    assert looked_at(page_with_style('a::after { content: "<" attr(href) ">" }'), Tags(URL))[0]


def test_the_script_at_the_end_need_not_be_parsed_and_another_one_is(page, own_script):
    text = page("img-src", f"script-src '{digest_of(own_script)}'; img-src")
    text = text.replace("<body>", "<body><main>").replace("</body>", f"<script>{own_script}</script>\n</main></body>")
    assert looked_at(text, Tags(URL))[0]
    for other in ("<script>1</script>", f"<script>{own_script}</script>", f"<script>{own_script}</script></main>"):
        assert not looked_at(text.replace('<p id="one">', f'{other}<p id="one">'), Tags(URL))[0]
    assert not looked_at(text.replace(own_script, f"{own_script} "), Tags(URL))[0]


@pytest.mark.parametrize("place", ["<title>", "margin", '<p id="'])
def test_bytes_that_are_no_utf_8_end_nothing(place, seen, page):
    text = page().encode().replace(place.encode(), place.encode() + b"\xff\xfe", 1)
    assert all(line.startswith("output/ja/index.html:") for line in seen({"ja/index.html": text}))


def test_a_policy_below_the_styles_is_parsed(page):
    policy = next(line for line in page().splitlines() if "http-equiv" in line)
    is_enough, _ = looked_at(page(policy, "").replace("</head>", f"{policy}</head>"), Tags(URL))
    assert not is_enough


@pytest.mark.parametrize("element", ["<p>", "<body>", '<img src="a.png" alt="" width="1" height="1">'])
def test_a_policy_below_the_head_is_no_policy(element, page):
    text = page('<meta charset="utf-8">', f'<meta charset="utf-8">{element}')
    assert not looked_at(text, Tags(URL))[0]
    assert "page-policy" in {found.rule for found in looked_at(text)[1].problems}


def test_a_policy_in_other_letters_is_parsed(page):
    assert not looked_at(page("http-equiv", "HTTP-EQUIV"), Tags(URL))[0]


def test_a_link_to_nothing_is_told_with_its_line(seen, page):
    text = page(BODY, f'<p>\n<a href="index.html">\n<a href="gone.html">{BODY}')
    assert looked_at(text, Tags(URL))[0]
    assert seen({"ja/index.html": text}) == ["output/ja/index.html:14 page-link gone.html"]
