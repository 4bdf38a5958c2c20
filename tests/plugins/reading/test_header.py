"""Front matter: every fault is reported with its line and a way to mend it."""

import pytest

from plugins.reading.header import lines_of_other_languages, parse_source, split_languages

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
    source = parse_source(f"---\n{header}\n---\n\n本文", PATH)
    assert [str(problem) for problem in source.problems] == report


def test_a_header_that_is_not_closed_is_told_where_it_opens():
    source = parse_source("\n---\ntitle: スト\n\n本文", PATH)
    assert [(found.rule, found.line) for found in source.problems] == [("header-not-closed", 2)]
    assert not source.is_whole


@pytest.mark.parametrize(
    ("text", "fields", "body", "line"),
    [
        ("---\ntitle: スト\n---\n\n本文", {"title": "スト"}, "\n本文", 4),
        ("\n\n---\ntitle: スト\n---\n本文", {"title": "スト"}, "本文", 6),
        ("---\n---\n本文", {}, "本文", 3),
        ("--- \ntitle: a\n---\t\n本文\n---\n続き", {"title": "a"}, "本文\n---\n続き", 4),
    ],
    ids=["simple", "empty lines before it", "empty", "a rule in the body"],
)
def test_header_and_body_are_divided(text, fields, body, line):
    source = parse_source(text, PATH)
    assert (source.fields, source.body, source.body_line, source.problems) == (fields, body, line, ())


@pytest.mark.parametrize("text", ["本文\n", "", "本文\n---\na: b\n---\n"])
def test_without_a_header_everything_is_body(text):
    source = parse_source(text, PATH)
    assert (source.fields, source.body, source.body_line, source.has_header) == ({}, text, 1, False)


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
    source = parse_source(f"---\ntitle: a\n---\n{body}", PATH)
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
    source = parse_source(f"---\ntitle: a\n---\n{body}", PATH)
    faults = lines_of_other_languages(source, "en", ("ja", "en"))
    assert [(fault.line, dict(fault.values)["found"]) for fault in faults] == found


def test_a_body_is_divided_at_its_language_lines():
    source = parse_source("---\ntitle: a\n---\n\n<!-- ja -->\n\n日本語\n<!-- zh-Hant -->\n中文\n", PATH)
    assert split_languages(source) == ({"ja": ("\n日本語\n", 6), "zh-Hant": ("中文\n", 9)}, ())
