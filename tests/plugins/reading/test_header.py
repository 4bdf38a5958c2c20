"""Front matter: every fault is reported with its line and a way to mend it."""

import pytest

from plugins.reading.fields import read_header
from plugins.reading.header import divide_source, lines_of_other_languages, split_languages

PATH = "content/news/2026-05-01-kasai-strike/ja.md"


@pytest.mark.parametrize(
    ("header", "report"),
    [
        (
            "title: スト決行: 二日目\nsummary: 時限スト",
            [
                f'{PATH}:2: warning[unquoted-colon]: "title" contains ": " and was read as one text. '
                'Write title: "スト決行: 二日目" so that every editor reads it so.'
            ],
        ),
        (
            "title：スト決行",
            [
                f'{PATH}:2: error[full-width-colon]: a full-width colon (：) or space stands at "title". '
                'Write "title: " with a half-width colon and a half-width space.'
            ],
        ),
        ("title: スト決行\nsummary: 時限スト", []),
    ],
    ids=["colon in a title", "full-width colon", "good"],
)
def test_header_faults(header, report):
    source = divide_source(f"---\n{header}\n---\n\n本文", PATH)
    read = read_header("news", source.header, PATH, source.header_line)
    assert [str(problem) for problem in read.problems] == report


def test_a_header_that_is_not_closed_is_told_where_it_opens():
    source = divide_source("\n---\ntitle: スト\n\n本文", PATH)
    assert [(found.rule, found.line) for found in source.problems] == [("header-not-closed", 2)]
    assert not source.is_whole


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\ntitle: スト\n---\n\n本文", ("title: スト", 2), ("\n本文", 4)),
        ("\n \u3000\n---\ntitle: スト\n---\n本文", ("title: スト", 4), ("本文", 6)),
        ("---\n---\n本文", ("", 2), ("本文", 3)),
        ("---\n\n---", ("", 2), ("", 4)),
        ("--- \ntitle: a\n ---\n---\t\n本文\n---\n続き", ("title: a\n ---", 2), ("本文\n---\n続き", 5)),
    ],
    ids=["simple", "empty lines before it", "empty", "an empty line", "a rule in the body"],
)
def test_header_and_body_are_divided(text, header, body):
    source = divide_source(text, PATH)
    assert ((source.header, source.header_line), (source.body, source.body_line)) == (header, body)
    assert source.problems == () and source.is_whole


@pytest.mark.parametrize("text", ["本文\n", "", "\n", "本文\n---\na: b\n---\n", " ---\na: b\n---\n", "----\n----\n"])
def test_without_a_header_everything_is_body(text):
    source = divide_source(text, PATH)
    assert (source.header_line, source.body, source.body_line, source.has_header) == (0, text, 1, False)
    assert source.is_whole == bool(text.strip())


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("\n迷子\n<!-- ja -->\n日本語", [("text-before-language", 5)]),
        ("<!-- ja -->\na\n<!-- ja -->\nb", [("language-twice", 6)]),
        ("本文だけ", [("text-before-language", 4)]),
    ],
    ids=["text before", "twice", "no language line"],
)
def test_language_faults(body, found):
    source = divide_source(f"---\ntitle: a\n---\n{body}", PATH)
    assert [(problem.rule, problem.line) for problem in split_languages(source)[1]] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("text\n\n<!-- ja -->\n本文", [(6, "ja")]),
        ("<!-- ja -->\na\n  <!--ja-->\nb", [(4, "ja"), (6, "ja")]),
        ("<!-- en -->\ntext", []),
        ("text\n<!-- end -->\n<!-- toc -->", []),
        ("text <!-- ja --> text", []),
    ],
    ids=["another", "twice", "its own", "words that are no language", "inside a line"],
)
def test_a_line_of_another_language_in_the_file_of_one(body, found):
    source = divide_source(f"---\ntitle: a\n---\n{body}", PATH)
    faults = lines_of_other_languages(source, "en", ("ja", "en"))
    assert [(fault.line, dict(fault.values)["found"]) for fault in faults] == found


def test_a_body_is_divided_at_its_language_lines():
    source = divide_source("---\ntitle: a\n---\n\n<!-- ja -->\n\n日本語\n<!-- zh-Hant -->\n中文\n", PATH)
    assert split_languages(source) == ({"ja": ("\n日本語\n", 6), "zh-Hant": ("中文\n", 9)}, ())
