"""The guide to the writing desk: short, the same in both languages, in the desk's own words, with its pictures."""

import json
import re

import pytest

from plugins.desk.choices import CHOICES
from plugins.desk.labels import LABELS
from plugins.desk.words import LANGUAGES, WORDS
from tests.pages_of_docs import CODE, DOCS, PROJECT, read
from tests.test_docs import anchors

LANGS = ("ja", "en")
GUIDES = {lang: DOCS / f"desk.{lang}.md" for lang in LANGS}
PICTURES = DOCS / "images" / "desk"
BOLD = re.compile(r"\*\*(.+?)\*\*")
CHAPTERS, STEPS, PICTURES_OF_A_CHAPTER = 8, 10, 2
HEAVIEST = 60_000
PICTURE = re.compile(r"^!\[(?P<alt>[^\]]+)\]\(images/desk/(?P<file>[\w.-]+)\)$", re.MULTILINE)


def chapters(lang: str) -> list[str]:
    return re.split(r"^## ", read(GUIDES[lang]), flags=re.MULTILINE)[1:]


def pairs() -> set[tuple[str, str]]:
    """Return everything that the desk writes on a screen by itself, in Japanese and in English."""
    choices = (words for listed in CHOICES.values() for words in listed.values())
    return {*WORDS.values(), *LABELS.values(), *LANGUAGES.values(), *choices}


def part_of(line: str) -> tuple[str, ...]:
    """Return what a line is: a heading, a step, a picture, or a paragraph; and the commands and names in it."""
    kind = re.match(r"#+ |\d+\. |!\[|", line)
    codes = (" ".join(code.split()[:3]) for code in re.findall(r"`([^`]+)`", line))
    return kind[0], *re.findall(r"images/desk/([\w-]+)", line), *sorted(codes)


def test_both_guides_have_the_same_parts():
    ja, en = ([part_of(line) for line in read(GUIDES[lang]).splitlines()] for lang in LANGS)
    assert ja == en


def test_both_guides_name_the_same_buttons_at_each_step():
    known = pairs()
    for lines in zip(*(read(GUIDES[lang]).splitlines() for lang in LANGS), strict=True):
        ja, en = (BOLD.findall(line) for line in lines)
        assert all(any((one, other) in known for other in en) for one in ja), lines
        assert all(any((other, one) in known for other in ja) for one in en), lines


@pytest.mark.parametrize("lang", LANGS)
def test_every_bold_word_stands_on_the_desk(lang):
    words = {said[LANGS.index(lang)] for said in pairs()}
    assert set(BOLD.findall(read(GUIDES[lang]))) - words == set()


def test_bold_words_in_japanese_stand_in_brackets():
    """Beside a letter, ** after a bracket or a full stop is no end of bold text in Markdown."""
    text = read(GUIDES["ja"])
    assert text.count("「**") == text.count("**」") == text.count("**") / 2


@pytest.mark.parametrize("lang", LANGS)
def test_the_chapters_are_few_and_short(lang):
    found = chapters(lang)
    assert len(found) == CHAPTERS
    for chapter in found:
        assert max(map(int, re.findall(r"^(\d+)\. ", chapter, re.MULTILINE))) <= STEPS
        parts = 1 + chapter.count("\n### ")
        assert 1 <= len(PICTURE.findall(chapter)) <= max(PICTURES_OF_A_CHAPTER, parts)
    contents = re.findall(r"\]\(#([^)]+)\)", read(GUIDES[lang]).split("\n## ")[0])
    assert len(contents) == CHAPTERS and set(contents) <= anchors(GUIDES[lang])


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_is_one_of_the_project(lang):
    known = set(re.findall(r"^def (\w+)\(\s*c\b", read(PROJECT / "tasks.py"), re.MULTILINE))
    assert set(re.findall(r"python3 run\.py (\w+)", read(GUIDES[lang]))) <= known


def test_every_picture_is_shown_once_in_its_language_is_light_and_is_known_by_its_words():
    shown = {lang: [found["file"] for found in PICTURE.finditer(read(GUIDES[lang]))] for lang in LANGS}
    assert all(file.endswith(f".{lang}.webp") for lang in LANGS for file in shown[lang])
    there = sorted(path.name for path in PICTURES.iterdir() if path.suffix == ".webp")
    assert sorted([*shown["ja"], *shown["en"]]) == there == sorted(json.loads(read(PICTURES / "words.json")))
    assert [name for name in there if (PICTURES / name).stat().st_size > HEAVIEST] == []


def test_the_words_of_the_pictures_tell_no_machine_and_no_key():
    said = read(PICTURES / "words.json")
    assert not re.search(r"/(?:home|root|work|tmp|dev|Users|var)/|127\.0\.0\.1|localhost|key=", said)


def test_the_readme_leads_to_the_guide_first():
    ja, en = (
        "読むもの：[執筆デスクの手引き](docs/desk.ja.md)",
        "Read on: [the writing desk, step by step](docs/desk.en.md)",
    )
    text = CODE.sub("", read(PROJECT / "README.md"))
    assert ja in text and en in text
