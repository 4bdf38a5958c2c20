"""What stands in a line: emphasis, ruby, figures."""

import re
from html import unescape

import pytest

from plugins.model.text import Figure, Picture
from plugins.reading.markdown import FIGURES
from tests.plugins.reading.markup.small_texts import converted


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
