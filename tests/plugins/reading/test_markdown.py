"""Markdown bodies: our rules of writing, and every fault of a text with its line."""

import pickle
import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.text import Figure, Link, Picture
from plugins.reading.markdown import FIGURES, ConvertedBody, convert

PATH = "content/news/2026-05-01-kasai-strike/ja.md"
FOLDER = "news/2026-05-01-kasai-strike"
MEDIA = f"/media/{FOLDER}"


def converted(text: str, lang: str = "ja") -> ConvertedBody:
    return convert(text, lang, ("ja", "en"), PATH, 11, FOLDER)


def faults(text: str) -> list[tuple[int, str]]:
    return [(found.line, found.rule) for found in converted(text).problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[x](javascript:alert(1))", [(11, "link-scheme")]),
        ("[x](JavaScript&#58;alert(1))", [(11, "link-scheme")]),
        ("[x](data:text/html,x)", [(11, "link-scheme")]),
        ("一\n\n[x](//evil.example/)", [(13, "link-scheme")]),
        ("<ftp://example.org/>", [(11, "link-scheme")]),
        ("一\n\n[x](java\tscript:a)\n\n[y](java\tscript:a)", [(13, "link-scheme"), (15, "link-scheme")]),
        ('一\n\n<a href="java\tscript:a">x</a>', [(13, "link-scheme")]),
        ("一\n\n<a href='javascript&colon;a'>x</a>", [(13, "link-scheme")]),
        ("[x](../secret.pdf)", [(11, "path-leaves-folder")]),
        ("[x](a/../../secret.pdf)", [(11, "path-leaves-folder")]),
        ("[x](%2e%2e/secret.pdf)", [(11, "path-leaves-folder")]),
        ("[x](%252e%252e%252fsecret.pdf)", [(11, "path-leaves-folder")]),
        (r"[x](C:\\Users\\x.pdf)", [(11, "path-leaves-folder")]),
        (r"[x](..\\x.pdf)", [(11, "path-leaves-folder")]),
        ("![x](../x.jpg)", [(11, "path-leaves-folder")]),
        ("![x](/media/other/x.jpg)", [(11, "path-leaves-folder")]),
        ("![x](https://example.org/x.jpg)", [(11, "outside-picture")]),
        ("![x](data:image/png;base64,AA)", [(11, "outside-picture")]),
        ("一\n![](x.jpg)", [(12, "image-without-alt")]),
        ('<img src="x.jpg">', [(11, "image-without-alt")]),
        ("一\n二\n{sesions}回", [(13, "unknown-figure")]),
        ("{strike-day}", [(11, "unknown-figure")]),
        ("一\n\n<script>alert(1)</script>", [(13, "html-removed")]),
        ('<p onclick="x()">a</p>', [(11, "html-removed")]),
        ('<p style="color:red" class="big">a</p>', [(11, "html-removed"), (11, "html-removed")]),
        ("<form><input></form>", [(11, "html-removed"), (11, "html-removed")]),
        ("a <iframe src='https://x.example'></iframe>", [(11, "html-removed")]),
        ("一\n\n" + "[" * 10_000, [(13, "nested-too-deep")]),
        ("[a](" * 200, [(11, "nested-too-deep")]),
        (">" * 10_000, [(11, "nested-too-deep")]),
        ("> " * 100 + "a", [(11, "nested-too-deep")]),
        ("- " * 100 + "a", [(11, "nested-too-deep")]),
        ("".join("    " * depth + "- a\n" for depth in range(60)), [(32, "nested-too-deep")]),
        ("一\n\n" + "``a` " * 1000, [(13, "too-many-marks")]),
        ("一\n" * 20_001, [(20_011, "too-many-lines")]),
    ],
)
def test_faults_are_told_with_their_line(text, found):
    assert faults(text) == found


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (
            "{sesions}",
            f'{PATH}:11: error[unknown-figure]: no figure has the name "sesions". '
            "Write {sessions}, or \\{sesions} if it is text.",
        ),
        (
            "![](picket.jpg)",
            f'{PATH}:11: error[image-without-alt]: the picture "picket.jpg" has no words for those who cannot see it. '
            "Write ![what it shows](picket.jpg).",
        ),
        (
            '<p onclick="x()">a</p>',
            f'{PATH}:11: warning[html-removed]: the HTML "onclick (p)" was left out of the page. '
            "Delete it, or write it in Markdown.",
        ),
    ],
    ids=["figure", "picture", "html"],
)
def test_a_fault_says_what_to_write(text, report):
    assert [str(found) for found in converted(text).problems] == [report]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("東京\n大阪", "<p>東京大阪</p>"),
        ("。\n「次", "<p>。「次</p>"),
        ("カタ\nﾊﾝｶｸ", "<p>カタﾊﾝｶｸ</p>"),
        ("東京\nABC\n大阪", "<p>東京\nABC\n大阪</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("한국\n조합", "<p>한국\n조합</p>"),
        ("**東京**\n*大阪*と", "<p><strong>東京</strong><em>大阪</em>と</p>"),
        ("**東京\n大阪**", "<p><strong>東京大阪</strong></p>"),
        ("[東\n京](/a/)\nです", '<p><a href="/ja/a/">東京</a>です</p>'),
        ("<b>東京</b>\n大阪", "<p><b>東京</b>大阪</p>"),
        ("京  \n都", "<p>京<br>\n都</p>"),
        ("京\\\n都", "<p>京<br>\n都</p>"),
        ("`東\n京`", "<p><code>東\n京</code></p>"),
        ("続く……\n次", "<p>続く……次</p>"),
        ("- 東\n  京", "<ul>\n<li>東京</li>\n</ul>"),
        ("> 東\n> 京", "<blockquote>\n<p>東京</p>\n</blockquote>"),
        ("    東\n    京", "<pre><code>東\n京\n</code></pre>"),
        ("これまで\n{sessions}\n回", '<p>これまで<data class="figure" value="sessions:"></data>回</p>'),
        ("一\n\u3000\n二", "<p>一</p>\n<p>二</p>"),
    ],
)
def test_line_breaks_between_japanese_characters_vanish(text, html):
    assert converted(text).html == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**東京**は", "<p><strong>東京</strong>は</p>"),
        ("これは**重要：**次", "<p>これは<strong>重要：</strong>次</p>"),
        ("**「重要」**です", "<p><strong>「重要」</strong>です</p>"),
        ("*強調*する", "<p><em>強調</em>する</p>"),
        ("***両方***と", "<p><strong><em>両方</em></strong>と</p>"),
        ("snake_case_name", "<p>snake_case_name</p>"),
        ("*、**、*あ", "<p>*、**、*あ</p>"),
        ("(*a, **b, c)(*a, **b, c)", "<p>(*a, **b, c)(*a, **b, c)</p>"),
    ],
)
def test_emphasis_beside_japanese(text, html):
    assert converted(text).html == html


RUBY = "<ruby>漢字<rt>かんじ</rt></ruby>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{漢字|かんじ}です", f"<p>{RUBY}です</p>"),
        ("## {漢字|かんじ}", f'<h2 id="s-1">{RUBY}</h2>'),
        ("[{漢字|かんじ}](/a/)", f'<p><a href="/ja/a/">{RUBY}</a></p>'),
        ("**{漢字|かんじ}**", f"<p><strong>{RUBY}</strong></p>"),
        ("`{漢字|かんじ}`", "<p><code>{漢字|かんじ}</code></p>"),
        ("    {漢字|かんじ}", "<pre><code>{漢字|かんじ}\n</code></pre>"),
        ("```\n{漢字|かんじ}\n```", "<pre><code>{漢字|かんじ}\n</code></pre>"),
        ("{word|reading}", "<p>{word|reading}</p>"),
        ("{漢字|}{|かんじ}{漢字}", "<p>{漢字|}{|かんじ}{漢字}</p>"),
        ("{{漢字|かんじ}}", "<p>{{漢字|かんじ}}</p>"),
        (r"\{漢字|かんじ}", "<p>{漢字|かんじ}</p>"),
        ("{漢\n字|かんじ}", "<p>{漢字|かんじ}</p>"),
    ],
)
def test_ruby(text, html):
    assert converted(text).html == html


def test_ruby_stands_in_a_table_and_its_base_alone_in_an_alternative_text():
    assert f"<td>{RUBY}</td>" in converted("甲 | 乙\n---|---\n{漢字|かんじ} | 丙").html
    assert converted("![{漢字|かんじ}の旗](x.jpg)").pictures == (Picture("x.jpg", "漢字の旗", 11),)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_leaves_its_place_in_the_page(name):
    body = converted(f"一\n{{{name}}}と{{{name}: interac-2021}}")
    assert body.figures == (Figure(name, "", 12), Figure(name, "interac-2021", 12))
    places = re.findall(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>', body.html)
    assert places == [(name, ""), (name, "interac-2021")]


@pytest.mark.parametrize(
    "text",
    [
        "{foo}", "{{ sessions }}", "{{sessions}}", "{% stage %}", "${stage}", r"\{stage}",
        "`{stage}`", "{}", "{ stage }",
        "{{ 7 * 7 }}", "{% include 'x' %}", "{# note #}",
    ],
)  # fmt: skip
def test_other_words_in_braces_and_template_code_are_text(text):
    body = converted(text)
    assert (body.figures, body.problems) == ((), ())
    assert unescape(re.sub("<[^>]*>", "", body.html)) == text.strip("`").replace("\\", "")


def test_nobody_else_can_write_the_place_of_a_figure():
    body = converted('<data class="figure" value="sessions:x">9</data>')
    assert 'class="figure"' not in body.html
    body = converted("&#xFDD1;sessions:x&#64978; &#2;&#xc;&#x7f &#8212; `&#2;`")
    assert body.html == "<p>sessions:x  — <code>&amp;#2;</code></p>"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/disputes/x/", "/ja/disputes/x/"), ("/", "/ja/"), ("/en/news/", "/en/news/"), ("/en", "/en"),
        ("/english/", "/ja/english/"), ("/disputes/x/#s-1", "/ja/disputes/x/#s-1"), ("/media/x.pdf", "/media/x.pdf"),
        ("notice.pdf", f"{MEDIA}/notice.pdf"), ("./notice.pdf", f"{MEDIA}/notice.pdf"),
        ("<要求書 1.pdf>", f"{MEDIA}/要求書%201.pdf"), ("notice.pdf#page=2", f"{MEDIA}/notice.pdf#page=2"),
        ("#missing", "#missing"),
    ],
)  # fmt: skip
def test_links_to_our_own_site(target, address):
    body = converted(f"一\n[x]({target})")
    assert body.links == (Link(address, 12),)
    assert f'<a href="{address}">x</a>' in body.html


@pytest.mark.parametrize("target", ["https://example.org/a?b=1", "mailto:union@example.org", "tel:+81-3-0000-0000"])
def test_links_elsewhere_pass(target):
    body = converted(f"[x]({target})")
    assert (body.links, body.problems) == ((), ())
    assert f'href="{target}"' in body.html


def test_every_link_has_its_own_line():
    body = converted("[a](/x/)\n\n[b](/x/)\n\n[c][1]\n\n<a href='/y/'>d</a>\n\n[1]: /z/\n")
    assert body.links == (Link("/ja/x/", 11), Link("/ja/x/", 13), Link("/ja/y/", 17), Link("/ja/z/", 19))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '![人々](picket.jpg "本社前で")',
            f'<figure><img alt="人々" loading="lazy" src="{MEDIA}/picket.jpg">'
            "<figcaption>本社前で</figcaption></figure>",
        ),
        ("![人々](picket.jpg)", f'<figure><img alt="人々" loading="lazy" src="{MEDIA}/picket.jpg"></figure>'),
        ("文中![旗](a b.jpg)に", f'<p>文中<img alt="旗" loading="lazy" src="{MEDIA}/a%20b.jpg">に</p>'),
        (
            "[![旗](a.jpg)](/a/)",
            f'<figure><a href="/ja/a/"><img alt="旗" loading="lazy" src="{MEDIA}/a.jpg"></a></figure>',
        ),
    ],
    ids=["with caption", "alone", "in a line", "linked"],
)
def test_pictures(text, html):
    assert converted(text).html == html


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# 一\n\n## 二", [("h2", "一"), ("h3", "二")]),
        ("### 一\n\n##### 二\n\n### 三", [("h2", "一"), ("h3", "二"), ("h2", "三")]),
        ("### 一\n\n# 二", [("h2", "一"), ("h2", "二")]),
        ("# 一\n\n###### 二\n\n## 三", [("h2", "一"), ("h3", "二"), ("h3", "三")]),
        ("題\n==\n\n副\n--", [("h2", "題"), ("h3", "副")]),
        ("#\u3000題 ##", [("h2", "題")]),
        ("#春闘 に集まろう", []),
    ],
)
def test_headings_begin_at_the_second_level_and_skip_none(text, headings):
    body = converted(text)
    assert re.findall(r'<(h\d) id="s-\d+">([^<]*)<', body.html) == headings
    assert body.anchors == tuple(f"s-{number}" for number in range(1, len(headings) + 1))


def test_authors_ids_cannot_be_those_of_the_page():
    body = converted('# 題\n\n<p id="s-1">x</p>\n\n<span id=top>y</span> [上](#top) [題](#s-1)')
    assert body.anchors == ("s-1", "a-s-1", "a-top")
    assert '<p id="a-s-1">' in body.html and '<a href="#a-top">' in body.html


def test_footnotes_stand_in_the_order_of_the_text():
    body = converted("一[^注]二[^b]三[^注]\n\n[^b]: 乙\n[^注]: 甲")
    assert re.findall(r'<a class="footnote-ref" href="(.*?)">(\d)</a>', body.html) == [
        ("#f-1", "1"), ("#f-2", "2"), ("#f-1", "1")]  # fmt: skip
    assert re.findall(r'<li id="(.*?)">\n<p>(.)', body.html) == [("f-1", "甲"), ("f-2", "乙")]
    assert re.findall(r'<a class="footnote-back" href="(.*?)">', body.html) == ["#r-1", "#r-3", "#r-2"]
    assert set(body.anchors) == {"f-1", "f-2", "r-1", "r-2", "r-3"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Array<String>です", "<p>Array&lt;String&gt;です</p>"),
        ("<%= x %> <?php y ?>", "<p>&lt;%= x %&gt; &lt;?php y ?&gt;</p>"),
        ("a < b > c", "<p>a &lt; b &gt; c</p>"),
        ("x <a 続き", "<p>x &lt;a 続き</p>"),
        ("a <!-- 内部メモ --> b", "<p>a  b</p>"),
        ("a\n\n<!-- 内部\n\nメモ -->\n\nb", "<p>a</p>\n\n<p>b</p>"),
        ("use the <title> tag\n\n**x**", "<p>use the  tag</p>\n<p><strong>x</strong></p>"),
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("[注]: 明日は休みです", "<p>[注]: 明日は休みです</p>"),
        ("<ruby>漢<rt>かん</rt></ruby>", "<p><ruby>漢<rt>かん</rt></ruby></p>"),
        ('<span lang="en">Strike</span>', '<p><span lang="en">Strike</span></p>'),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
        ('<a href="/x/">y</a>', '<p><a href="/ja/x/">y</a></p>'),
        ('<a href="https://x.example">y</a>', '<p><a href="https://x.example" rel="noopener">y</a></p>'),
        ("<union@example.org>", '<p><a href="mailto:union@example.org">union@example.org</a></p>'),
    ],
)
def test_html_of_authors(text, html):
    assert converted(text).html == html


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("甲 | 乙", ["甲", "乙"]),
        ("甲 | 乙 | 丙", ["甲", "乙 | 丙"]),
        ("甲", ["甲", ""]),
        (r"甲 \| 乙 | 丙", ["甲 | 乙", "丙"]),
    ],
    ids=["fits", "too many cells", "too few", "bar in a cell"],
)
def test_a_row_of_a_table_keeps_its_words(row, cells):
    html = converted(f"一 | 二\n--|--:\n{row}").html
    assert re.findall("<td[^>]*>([^<]*)</td>", html) == cells
    assert '<th data-align="right">二</th>' in html


def test_a_body_travels_to_another_process():
    body = converted("# 題\n\n[x](/y/) ![旗](a.jpg) {stage} <b>")
    assert pickle.loads(pickle.dumps(body)) == body


def test_nothing_of_one_text_is_left_in_the_next():
    text = "[a][1][^1] *b* <b id='c'>\n\n[1]: /x/\n[^1]: d"
    first = converted(text)
    converted("{漢字|かんじ} " * 5 + "**x *y** z* <div>")
    assert converted(text) == first
    assert converted("[a][1][^1]").html == "<p>[a][1][^1]</p>"


PIECES = [
    "w", "あ", "。", "*", "**", "***", "_", "`", "```\n", "~~~\n", "[", "]", "(", ")", "](/x/)", "![", "](a.jpg)",
    "[^1]", "[^1]: ", "[1]: ", "\n", "\n\n", "  \n", "    ", "- ", "1. ", "> ", "# ", "|", "|-|-|\n", ": ", "{", "}",
    "{stage}", "{漢|か}", "<", ">", "<b>", "</b>", "<div>", "</div>", "<script>", "</script>", "<!--", "-->", "<![",
    "<?", "&", "&amp;", "\\", '"', "'", "=", "---\n", "\t", "\u3000", "\x02", "\x03", "\ufdd0",
    "&#2;", "&#xFDD1;stage:a&#64978;", "&#xfdd4", "&#8212;",
    "\x00", "id=", "<a id=\"x\">",
]  # fmt: skip


@settings(deadline=None, max_examples=600)
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=300)))
def test_any_text_gives_a_body_or_problems(text):
    body = converted(text)
    assert not re.search("[\x02\x03\ufdd0-\ufdef]", body.html)
    assert not re.search(r"<script|javascript:|\son\w+=", body.html)


WORDS = [piece for piece in PIECES if not re.search(r"[<\]>\\{}&]|\]:|\^|```|~~~|id=", piece)]


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_word_is_lost(pieces):
    text = "".join(f"w{number}x" if piece == "w" else piece for number, piece in enumerate(pieces))
    words = re.findall(r"w\d+x|あ", text)
    assert sorted(re.findall(r"w\d+x|あ", converted(text).html)) == sorted(words)
