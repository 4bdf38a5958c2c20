"""The second look at pages: what would run, load, trace or lead to nothing is found, and good pages are not."""

import pytest

from plugins.inspection.scripts import digest_of

URL = "https://union.example"
BODY = '<p id="one">'
HEAD = "<title>題</title>"


def test_a_good_page_has_no_problem(seen):
    assert seen() == []


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<script>1</script>", "active-content <script>"),
        ("<SCRIPT></SCRIPT>", "active-content <script>"),
        ('<p onclick="x()">', "active-content onclick="),
        ('<p style="color:red">', "active-content style="),
        ('<a href="javascript:x()">', "active-content javascript:x()"),
        ('<a href=" JaVa&#115;cript:x()">', "active-content JaVascript:x()"),
        ('<a href="data:text/html,x">', "active-content data:text/html,x"),
        ('<a ping="https://t.example/" href="index.html">', "active-content ping="),
        ("<iframe></iframe>", "active-content <iframe>"),
        ("<form></form>", "active-content <form>"),
        ('<input type="hidden" readonly>', "active-content <input>"),
        ("<base>", "active-content <base>"),
        ("<xmp></xmp>", "active-content <xmp>"),
        ('<a href="index.html" referrerpolicy="unsafe-url">', "active-content referrerpolicy="),
        ('<a href="index.html" attributionsrc>', "active-content attributionsrc="),
        ('<a href="index.html" rel="opener">', "active-content rel="),
        ('<q cite="file:///home/tanaka/x">', "active-content file:///home/tanaka/x"),
        ('<svg><title><meta http-equiv="refresh" content="0; url=/"></title></svg>', "active-content <title>"),
        ('<svg><animate attributeName="href"></animate></svg>', "active-content <animate>"),
        ('<svg><rect fill="url(https://x.example/a)"/></svg>', "outside-load url(https://x.example/a)"),
        ('<img src="http://[" alt="" width="1" height="1">', "outside-load http://["),
        ('<img src="/\\x.example/a.png" alt="" width="1" height="1">', "outside-load /\\x.example/a.png"),
        ('<img src="https://x.example/a.png" alt="" width="1" height="1">', "outside-load https://x.example/a.png"),
        ('<img src="//x.example/a.png" alt="" width="1" height="1">', "outside-load //x.example/a.png"),
        (
            '<img src="a.png" srcset="a.png 1x, https://x.example/b.png 2x" alt="" width="1" height="1">',
            "outside-load https://x.example/b.png",
        ),
        ('<svg><image href="https://x.example/a.png"/></svg>', "outside-load https://x.example/a.png"),
        ("<!-- 山田さんに確認 -->", "page-comment 山田さんに確認"),
        ('<p id="one">', "page-id-twice one"),
        ('<p lang="日本語">', "page-language 日本語"),
        ('<img src="a.png">', "page-picture a.png"),
        (
            '<img src="a.png" alt="" width="1" height="1"><br><img src="a.png" alt="" width="1" height="1">',
            "page-picture a.png",
        ),
        ('<a href="gone.html">', "page-link gone.html"),
        ('<a href="../../../etc/passwd">', "page-link ../../../etc/passwd"),
        ('<a href="index.html#gone">', "page-link index.html#gone"),
    ],
)
def test_what_must_not_stand_in_a_page(markup, found, seen, page):
    lines = seen({"ja/index.html": page(BODY, f"{markup}{BODY}"), "ja/a.png": PNG})
    assert f"output/ja/index.html:12 {found}" in lines
    assert all(line.split(" ", 1)[1] == found for line in lines), lines


PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\n"
    b"IDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event"}</script>',
        '<input readonly value="https://union.example/ja/">',
        '<a href="https://other.example/">',
        '<a href="mailto:office@union.example">',
        '<a href="tel:+81312345678">',
        '<a href="#one">',
        '<a href="./">',
        '<a href="">',
        '<a href="https://union.example/ja/#one">',
        '<a href="https://union.example/the-older-site/">',
        '<img src="a.png" alt="" width="1" height="1">',
        '<img src="a.png" alt="" width="1" height="1"><img src="a.png" alt="" width="1" height="1" loading="lazy">',
        '<p lang="zh-Hant-TW">',
        "<details><summary>x</summary></details>",
        "<svg><title>a &lt; b</title></svg>",
    ],
)
def test_what_may_stand_in_a_page(markup, seen, page):
    assert seen({"ja/index.html": page(BODY, f"{markup}{BODY}"), "ja/a.png": PNG}) == []


@pytest.mark.parametrize("name", ["referrer", "Referrer"])
def test_a_page_that_sends_a_referrer_after_all(name, seen, page):
    own = '<meta name="referrer" content="no-referrer">'
    assert seen({"ja/index.html": page(own, f'<meta name="{name}" content="unsafe-url">')}) == [
        "output/ja/index.html:6 page-policy referrer"
    ]
    assert seen({"ja/index.html": page(own, f'{own}<meta name="{name}" content="unsafe-url">')}) == [
        "output/ja/index.html:6 page-policy referrer"
    ]


@pytest.mark.parametrize("target", ["0; url=/\t/evil.example/", "0; url=/\\evil.example/", "0; url=//evil.example/"])
def test_a_page_that_leads_to_another_site_by_itself(target, seen, page):
    text = page("<title>題</title>", f'<title>題</title><meta http-equiv="refresh" content="{target}">')
    assert [line.split(" ")[1] for line in seen({"ja/index.html": text})] == ["active-content"]


def test_the_page_in_another_language_is_in_that_language(seen, page):
    there = {"en/index.html": page('<html lang="ja">', '<html lang="en">')}
    link = f'<link rel="alternate" hreflang="{{}}" href="{URL}/{{}}/">\n<link rel="canonical"'
    good, bad = (page('<link rel="canonical"', link.format("en", lang)) for lang in ("en", "ja"))
    assert seen({"ja/index.html": good, **there}) == []
    assert seen({"ja/index.html": bad, **there}) == [f"output/ja/index.html:8 page-language en: {URL}/ja/"]


@pytest.mark.parametrize("words", ["<p>", "hi", "<body>"])
def test_a_policy_that_browsers_do_not_obey(words, seen, page):
    lines = seen({"ja/index.html": page('<meta charset="utf-8">', f'{words}<meta charset="utf-8">')})
    assert "output/ja/index.html:1 page-policy <head>" in lines


@pytest.mark.parametrize("charset", ["", '<meta charset="iso-2022-jp">'])
def test_a_page_without_its_encoding(charset, seen, page):
    lines = seen({"ja/index.html": page('<meta charset="utf-8">', charset)})
    assert 'output/ja/index.html:1 page-form <meta charset="utf-8">' in lines


@pytest.mark.parametrize("end", ["</STYLE>", "</style >"])
def test_styles_that_end_early(end, seen, page_with_style):
    css = f'p {{}}{end}<meta http-equiv="refresh" content="0; url=https://x.example/"><script>1</script>'
    assert "active-content" in {line.split(" ")[1] for line in seen({"ja/index.html": page_with_style(css)})}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("default-src 'none'; ", "", "default-src"),
        ("default-src 'none'", "default-src 'self'", "default-src 'self'"),
        ("img-src 'self'", "img-src *", "img-src *"),
        ("img-src 'self'", "img-src 'self' https://x.example", "img-src 'self' https://x.example"),
        ("style-src 'sha256-", "style-src 'unsafe-inline' 'sha256-", "style-src 'unsafe-inline'"),
        ("base-uri 'none'", "script-src 'self'; base-uri 'none'", "script-src 'self'"),
        ("; form-action 'none'", "", "form-action"),
        ("body { margin: 0 }</style>", "body { margin: 1px }</style>", "style-src"),
        ('<meta name="referrer" content="no-referrer">', "", "referrer"),
    ],
)
def test_a_policy_that_is_missing_or_weaker(old, new, found, seen, page):
    (line,) = seen({"ja/index.html": page(old, new)})
    assert line.startswith(f"output/ja/index.html:1 page-policy {found}")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('lang="ja"', 'lang="en"', "page-language en"),
        ('lang="ja"', "", "page-language"),
        (HEAD, "<title> </title>", "page-form <title>"),
        ("<!doctype html>", "", "page-form <!doctype html>"),
        (
            'href="https://union.example/ja/"',
            'href="https://union.example/gone/"',
            "page-link https://union.example/gone/",
        ),
        (HEAD, f'{HEAD}<link rel="preconnect" href="https://x.example">', "outside-load rel=preconnect"),
        (HEAD, f'{HEAD}<link rel="stylesheet" href="site.css">', "outside-load rel=stylesheet"),
        (HEAD, f'{HEAD}<link rel="icon" href="https://x.example/i.ico">', "outside-load https://x.example/i.ico"),
        (HEAD, f'{HEAD}<meta http-equiv="refresh" content="0; url=https://x.example/">', "active-content refresh"),
        (HEAD, f'{HEAD}<meta http-equiv="set-cookie" content="a=b">', "active-content set-cookie"),
    ],
)
def test_a_head_at_fault(old, new, found, seen, page):
    assert [line.split(" ", 1)[1].startswith(found) for line in seen({"ja/index.html": page(old, new)})] == [True]


def with_script(page, script, policy="", place="</body>"):
    """Give the good page with a script before a place, and a policy that allows what is given, or the script."""
    allowed = policy or f"script-src '{digest_of(script)}'; "
    return (
        page("img-src", f"{allowed}img-src")
        .replace("<body>", "<body><main>")
        .replace(place, f"<script>{script}</script></main>{place}")
    )


def test_a_script_that_was_read_may_run_at_the_end_of_what_a_page_shows(seen, page, own_script):
    assert seen({"ja/index.html": with_script(page, own_script)}) == []


def test_two_that_were_read_may_run_each_on_its_line(seen, page, own_script):
    assert seen({"ja/index.html": with_script(page, f"{own_script}\n{own_script}")}) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda script: "send(document.cookie);",
        lambda script: script + " ",
        lambda script: f"{script}; more();",
        lambda script: f"more();\n{script}",
        lambda script: f"{script}\n",
    ],
)
def test_a_script_that_nobody_has_read_is_found_although_the_policy_allows_it(change, seen, page, own_script):
    (line,) = seen({"ja/index.html": with_script(page, change(own_script))})
    assert line.startswith("output/ja/index.html:") and "active-content <script> sha256-" in line


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        (" ", "script-src"),
        ("script-src 'sha256-AAAA'; ", "script-src"),
        ("script-src {} 'sha256-AAAA'; ", "script-src"),
        ("script-src {}; script-src {}; ", "Content-Security-Policy"),
        ("script-src {} 'unsafe-inline'; ", "script-src {} 'unsafe-inline'"),
        ("script-src {} 'wasm-unsafe-eval'; ", "script-src {} 'wasm-unsafe-eval'"),
        ("script-src {}; connect-src 'self'; ", "connect-src 'self'"),
        ("script-src-elem {}; ", "script-src-elem {}"),
    ],
)
def test_a_policy_allows_the_script_of_its_page_and_nothing_else(policy, found, seen, page, own_script):
    digest = f"'{digest_of(own_script)}'"
    text = with_script(page, own_script, policy.replace("{}", digest))
    assert seen({"ja/index.html": text}) == [f"output/ja/index.html:1 page-policy {found}".replace("{}", digest)]


def test_a_policy_that_allows_a_script_without_one_is_too_weak(seen, page, own_script):
    text = page("img-src", f"script-src '{digest_of(own_script)}'; img-src")
    assert seen({"ja/index.html": text}) == ["output/ja/index.html:1 page-policy script-src"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>{}</script>",
        "<script defer>{}</script></main>",
        '<script src="a.js"></script></main>',
        "<svg><script>{}</script></svg>",
    ],
)
def test_a_script_that_was_read_runs_nowhere_else(markup, seen, page, own_script):
    text = with_script(page, own_script).replace('<p id="one">', f'{markup.replace("{}", own_script)}<p id="one">')
    assert "active-content <script>" in {line.split(" ", 1)[1] for line in seen({"ja/index.html": text})}


def test_a_style_that_loads_something_is_found_although_its_hash_is_right(seen, page_with_style):
    text = page_with_style("body { background: url(https://x.example/a.png) }")
    assert seen({"ja/index.html": text}) == ["output/ja/index.html:9 outside-load <style>"]


def test_a_redirect_to_a_page_of_the_folder_is_followed(seen, page):
    refresh = '<meta http-equiv="refresh" content="0; url=../index.html">'
    assert seen({"ja/old/index.html": page(HEAD, f"{HEAD}{refresh}").replace('"index.html#one"', '"#one"')}) == []
    lines = seen({"ja/old/index.html": page(HEAD, f"{HEAD}{refresh.replace('../', '../../gone/')}")})
    assert [line for line in lines if "gone" in line] == ["output/ja/old/index.html:7 page-link ../../gone/index.html"]
