"""Markdown bodies: our rules of writing, and every fault of a text with its line."""

import pickle
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plugins.reading.markup.small_texts import PATH, converted


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
