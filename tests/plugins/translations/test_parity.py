"""What one language says and the other does not: the usual faults are told, and little that is not worth a look."""

import pytest

from plugins.model.text import Words
from plugins.translations import Names, Said, fingerprint_of, lines_of, parity
from plugins.translations.english import mentions_in as english
from plugins.translations.japanese import mentions_in as japanese

NAMES = Names({
    "hikari": (
        Words.of({"ja": "ひかり労働組合", "en": "Hikari Union"}), Words.of({"ja": "ひかり労組", "en": "Hikari"}),
    ),
    "kasai": (Words.of({"ja": "葛西食品", "en": "Kasai Foods"}),),
    "ministry": (Words.of({"ja": "厚生労働省", "en": "Ministry of Health, Labour and Welfare"}),),
})  # fmt: skip


def said(lang: str, text: str, **more: object) -> Said:
    lines, links = lines_of(text, 10)
    return Said(lang, f"content/news/x/{lang}.md", ((), (), tuple(lines)), tuple(links), **more)


def found(ja: str, en: str, **more: object) -> list[tuple[str, str, str]]:
    problems = parity(said("ja", ja, **more), said("en", en), NAMES, ("ja", "en"))
    return [(p.rule, dict(p.values)["found"], dict(p.values)["other"]) for p in problems]


SAME = [
    ("賃上げは1万5千円です。", "The rise is 15,000 yen."),
    ("賃上げは１万５０００円です。", "The rise is ¥15,000."),
    ("基金は1億5000万円です。", "The fund holds 150 million yen."),
    ("基金は2.5億円です。", "The fund holds 250 million yen."),
    ("予算は150億円です。", "The budget is 15 billion yen."),
    ("令和8年11月22日に始まります。", "It begins on 22 November 2026."),
    ("令和8年（2026年）11月22日です。", "It is on Sunday, November 22nd, 2026."),
    ("令和元年に始まりました。", "It began in 2019."),
    ("二〇二六年十一月二十二日", "22 November 2026"),
    ("2026 年 11 月 22 日", "2026-11-22"),
    ("11月4日から6日まで。", "From 4 to 6 November."),
    ("11月4日（水）・6日（金）", "November 4 and 6"),
    ("2027年3月末までです。", "It lasts until the end of March 2027."),
    ("第3回の交渉でした。", "It was the third session."),
    ("第3回交渉", "Session 3"),
    ("四十人が門の前に立ちました。", "Forty people stood at the gate."),
    ("二十一名でした。", "There were twenty-one of them."),
    ("百五十人が来ました。", "One hundred and fifty people came."),
    ("2万人が署名しました。", "Twenty thousand people signed."),
    ("十二人", "a dozen people"),
    ("2時間のストです。", "A strike of two hours."),
    ("午後6時半に集まります。", "We meet at 6.30 pm."),
    ("18時30分に集まります。", "We meet at 6:30 p.m."),
    ("午後1時から3時まで", "from 1 to 3 pm"),
    ("14:00〜15:30", "from 2 pm to 3.30 pm"),
    ("正午に始まります。12:00です。", "It begins at noon."),
    ("3割が賛成しました。", "30 per cent agreed."),
    ("55％です。", "It is 55%."),
    ("両社とも断りました。2社です。", "Both companies refused."),
    ("一般に、十分な時間が一時的にあり、三重県の数千人が六本木へ。", "In general there was time enough."),
    ("電話は03-1234-5678です。", "Ring 03-1234-5678."),
    ("1. 一つ目\n2. 二つ目", "- the one\n- the other"),
    ("`12345`を打ちます。", "Type this."),
    ("{争議|そうぎ}は{sessions}回です。", "There were {sessions} sessions."),
    ("[記事](/ja/news/2026/strike/)と[用語](/glossary/#strike)", "A [post](/news/2026/strike/#top)"),
    ("https://example.org/ja/page/", "See <https://www.example.org/en/page>."),
    ("[百科](https://ja.wikipedia.org/wiki/ストライキ)", "[here](https://en.wikipedia.org/wiki/Strike_action)"),
    ("ひかり労組が葛西食品に求めました。", "Hikari asked KASAI FOODS."),
    ("厚生労働省に出しました。", "It was sent to the ministry."),
    ("<!-- 2027年に直す -->本文", "Text"),
]  # fmt: skip
DIFFERENT = [
    ("賃上げは1万5千円です。", "The rise is 1,500 yen.", ("parity-number", "1万5千円", "1,500")),
    ("四十人が立ちました。", "Fourteen people stood there.", ("parity-number", "四十人", "Fourteen")),
    ("三つの要求です。", "Four demands.", ("parity-number", "三つ", "Four")),
    ("33回です。", "We met often.", ("parity-number", "33回", "—")),
    ("しばしば会いました。", "We met 33 times.", ("parity-number", "33", "—")),
    ("11月22日です。", "On 21 November.", ("parity-date", "11月22日", "21 November")),
    ("令和8年11月22日", "22 November 2025", ("parity-date", "令和8年11月22日", "22 November 2025")),
    ("10月からです。", "Since November.", ("parity-date", "10月", "November")),
    ("午後6時半です。", "At 6 pm.", ("parity-date", "午後6時半", "6 pm")),
    ("55％です。", "It is 45 per cent.", ("parity-number", "55%", "45")),
    ("電話は03-1234-5678です。", "Ring 03-1234-5687.", ("parity-number", "03-1234-5678", "03-1234-5687")),
    ("葛西食品です。", "The company.", ("parity-name", "葛西食品", "—")),
    ("[記事](/news/2026/strike/)", "A post.", ("parity-link", "/news/2026/strike/", "—")),
    ("本文", "![A placard](placard.png)", ("parity-link", "placard.png", "—")),
    ("mailto:a@example.org", "mailto:b@example.org", ("parity-link", "mailto:a@example.org", "—")),
]  # fmt: skip


@pytest.mark.parametrize(("ja", "en"), SAME)
def test_the_same_in_other_words_is_no_finding(ja, en):
    assert found(ja, en) == []


@pytest.mark.parametrize(("ja", "en", "first"), DIFFERENT)
def test_what_differs_is_told_with_both(ja, en, first):
    assert found(ja, en)[0] == first


def test_a_finding_names_the_lines_of_both_texts():
    texts = (
        "## 一\n\n始め。\n\n## 二\n\n40人が来ました。",
        "## One\n\nA beginning, at length.\n\n## Two\n\nAnd so on.\nFourteen came.",
    )
    (problem,) = parity(said("ja", texts[0]), said("en", texts[1]), NAMES, ("ja", "en"))
    assert (problem.path, problem.line) == ("content/news/x/ja.md", 16)
    values = dict(problem.values)
    assert values["place"] == "content/news/x/en.md:17" and values["there"] == "Fourteen came."
    assert values["here"] == "40人が来ました。"


def test_a_summary_answers_for_what_it_tells_alone():
    ja, en = "11月22日に40人が、葛西食品の前に立ちました。", "Forty people on 21 November."
    (problem,) = parity(said("ja", ja), said("en", en, is_summary=True), NAMES, ("ja", "en"))
    assert (problem.rule, dict(problem.values)["found"]) == ("parity-date", "21 November")


def test_a_link_to_what_the_other_language_does_not_have_is_not_missed():
    one, other = said("ja", "[記事](/news/2026/only-japanese/)"), said("en", "A post.")
    assert not [*parity(one, other, NAMES, ("ja", "en"), lambda address, lang: lang == "ja")]


def test_a_third_language_is_asked_for_names_and_links_alone():
    one, other = said("ja", "葛西食品で40人。[記事](/news/a/)"), said("pt", "[artigo](/pt/news/a/) Kasai Foods, mil.")
    assert not [*parity(one, other, NAMES, ("ja", "pt"))]


@pytest.mark.parametrize("read", [english, japanese])
@pytest.mark.parametrize(
    "text", ["99月99日", "November 99", "25:99", "9" * 400, "一" * 400, "1,2,3,4", "１２/３４（月）", "令和99年"]
)
def test_nonsense_is_read_without_a_fault(read, text):
    assert all(mention.written in text for mention in read(text))


def test_spaces_and_notes_do_not_count_in_a_fingerprint():
    plain = fingerprint_of("A title", "", "One two.\n\nThree.\n")
    assert fingerprint_of("A  title ", "", "\r\nOne\ntwo. <!-- to do -->\n\n\nThree.") == plain
    assert fingerprint_of("A title", "", "One two!\n\nThree.\n") != plain
    assert fingerprint_of("が", "", "") == fingerprint_of("か\u3099", "", "")
    assert fingerprint_of("a", "b", "") != fingerprint_of("ab", "", "")
