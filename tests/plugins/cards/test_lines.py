"""Headlines in lines: whole phrases, clauses together, no line with one word, and an end that says that it is one."""

import pytest

from plugins.cards.lines import cut_line, cut_lines, lines_of
from plugins.typography import clauses

TITLE = "33回の交渉、賃上げゼロ。先生たちはストライキに立ちました"
LONG = "会計年度任用職員の外国語指導助手らが全国一斉に賃上げと雇用の安定を求めて文部科学省前で抗議行動、" * 3


def japanese(text: str) -> tuple[tuple[str, ...], ...]:
    return clauses(text, "ja")


@pytest.mark.parametrize(
    ("text", "lang", "width", "lines"),
    [
        (TITLE, "ja", 40, [TITLE]),
        (TITLE, "ja", 17, ["33回の交渉、賃上げゼロ。", "先生たちはストライキに立ちました"]),
        (TITLE, "ja", 11, ["33回の交渉、", "賃上げゼロ。先生たちは", "ストライキに立ちました"]),
        ("33 talks, no pay rise. So we struck", "en", 22, ["33 talks, no pay rise.", "So we struck"]),
        ("声明", "ja", 10, ["声明"]),
        ("", "ja", 10, [""]),
    ],
)
def test_lines_of_whole_phrases(text, lang, width, lines):
    assert lines_of(clauses(text, lang), width, len) == lines


def test_a_phrase_wider_than_a_line_fits_at_no_size():
    assert lines_of(japanese("ストライキ"), 4, len) is None


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize(("text", "lang", "more"), [(LONG, "ja", "…"), ("We are on strike. " * 20, "en", "...")])
def test_what_does_not_fit_is_cut_behind_a_phrase(text, lang, more, most):
    phrases = clauses(text, lang)
    lines = cut_lines(phrases, 24, most, len)
    assert len(lines) == most and all(len(line) <= 24 for line in lines)
    assert lines[-1].endswith(more) and not lines[-1].removesuffix(more).endswith(("、", "。", ".", " "))
    said = "".join(lines).removesuffix(more).replace(" ", "")
    ends = {"".join(sum(phrases, ())[:count]).replace(" ", "").rstrip("、。.") for count in range(1, 80)}
    assert said in ends


def test_one_word_that_is_too_long_is_cut_somewhere():
    assert cut_lines((("Donaudampfschifffahrt",),), 10, 3, len) == ["Donauda..."]


@pytest.mark.parametrize(
    ("text", "line"), [("さくら労組", "さくら労組"), ("さくら労組・東京支部", "さくら労…"), ("", "")]
)
def test_a_name_in_one_line(text, line):
    assert cut_line(text, 5, len) == line


@pytest.mark.parametrize("phrases", [("題" * 40_000,), ("賃上げを、",) * 8_000], ids=["one word", "many phrases"])
def test_a_title_without_an_end_is_not_measured_over_and_over(phrases):
    measured = []

    def width(text: str) -> int:
        measured.append(len(text))
        return len(text)

    assert len(cut_lines((phrases,), 24, 3, width)) in {1, 3}
    assert sum(measured) < 60 * sum(map(len, phrases))
