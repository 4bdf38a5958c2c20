"""Every rule tells a writer, in both languages, what is wrong and what to type or do; nothing is only a question."""

import re
from string import Formatter

import pytest

from plugins.problems import RULES

# What a writer can do: the first word of every remedy in English.
VERBS = frozenset(
    (
        "Add", "Ask", "Choose", "Compare", "Copy", "Delete", "Divide", "Empty", "Give", "Keep", "List", "Make", "Mend",
        "Move", "Name", "Open", "Publish", "Put", "Raise", "Rename", "Replace", "Round", "Run", "Save", "Shorten",
        "Take", "Type", "Use", "Write",
    )
)  # fmt: skip
# Words of programmers that no union officer knows; YAML, HTML and Markdown are named in the guides.
JARGON = re.compile(
    r"\b(?:parse|parser|invalid|null|boolean|string|integer|schema|regex|regexp|traceback|exception|dict|array|codec|"
    r"deprecated|malformed|syntax error|token|please)\b|パース|スキーマ|例外|不正な|文字列型|ブール|トークン|下さい",
    re.IGNORECASE,
)
OF_PROGRAMMERS = ("template-name",)  # nobody else meets them


@pytest.fixture(params=sorted(RULES))
def rule(request):
    return RULES[request.param]


def test_both_languages_say_what_is_wrong_and_then_what_to_do(rule):
    assert all(part.strip() == part and part for part in (*rule.en, *rule.ja))
    assert rule.en[1].split()[0].rstrip(":") in VERBS, rule.en[1]
    *sentences, last = re.split("。(?!」)", rule.ja[1])
    said = [*sentences, *[last] * (not sentences)]
    assert any(re.search(r"(?:ます|ません)(?:[:：].*)?$", one) for one in said), rule.ja[1]
    assert "?" not in rule.en[1] and not re.search("[?？]|ませんか", rule.ja[1])


def test_no_word_of_programmers_stands_in_a_rule(rule):
    if rule.id not in OF_PROGRAMMERS:
        assert not [part for part in (*rule.en, *rule.ja) if JARGON.search(part)]


def test_both_languages_tell_the_same_values(rule):
    def places(words):
        return {name.removesuffix("_ja") for part in words for _, name, _, _ in Formatter().parse(part) if name}

    assert places(rule.en) == places(rule.ja)


def test_the_japanese_is_japanese_and_the_english_english(rule):
    kana = re.compile("[\u3041-\u309f]")
    assert all(kana.search(part) for part in rule.ja)
    # An example, a sign or a name may be Japanese: nothing else.
    assert not any(kana.search(part) for part in rule.en), rule.en
