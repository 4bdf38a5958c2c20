"""`run.py forget`: every place that names a person is listed; what is theirs alone is taken out, and no other byte."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.forgetting import forget
from plugins.desk.unsaved import Keeper, Unsaved
from plugins.inspection.names import folded_text, names_in_markup, parse_names
from plugins.people.mentions import folded, mentions, names_of, spellings_of
from plugins.people.removal import without_values

NAMES = "見本花子, みほんはなこ, Hanako Mihon"
CONTACT = """# who answers
hanako:
  display_name: {ja: 見本花子, en: Hanako Mihon}
  consent: yes
  # asked in spring
  email: hanako@union.example
  phone: 070-0000-1234

# the desk stays
office:
  display_name: {ja: 事務所, en: Office}
  consent: office
  phone: 03-0000-0000
"""
POST = """---
id: strike22
title: ストライキ  # 見出し
contact: hanako  # ask her
quotes:
  - text: {ja: 一つ目, en: One}
    role: {ja: 組合員, en: Member}
  - text:
      ja: 二つ目
      en: Two
    role: {ja: 分会長, en: Chair}
    speaker: {ja: 見本 花子, en: Hanako Mihon}
    consent: yes
photos:
  - file: rally.jpg
    alt: {ja: 集会, en: Rally}
    people: consented
  - file: hall.jpg
    alt: {ja: 会場, en: Hall}
    people: none
---

ストライキをしました。
話したのは見本
花子さんです。
"""
QUOTES = POST[POST.index("quotes:") : POST.index("photos:")]


@pytest.fixture
def site(make_site):
    site = make_site("minimal")
    site.write("content/data/contacts.yml", CONTACT)
    site.write("content/news/2026-11-03-strike/ja.md", POST)
    site.write("content/news/2026-11-03-strike/hanako_mihon.jpg", b"")
    site.write(
        "content/news/2026-11-04-draft/ja.md", "---\nid: draft222\ntitle: 題\nstatus: draft\n---\n\nミホンハナコ\n"
    )
    return site


@pytest.fixture
def told(site, capsys):
    """Run the command and return its lines, the places first."""

    def run(*args, lang="en"):
        status = forget(site.settings(lang=lang), list(args))
        said = capsys.readouterr()
        assert status == 0, said.err
        places, _, copies = said.out.partition("\n\n")
        return places.splitlines(), copies.splitlines()

    return run


@pytest.mark.parametrize("person", ["hanako", NAMES])
def test_every_place_is_listed_and_nothing_changed(person, site, told):
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    places, copies = told(person)
    drafts = ["content/news/2026-11-04-draft/ja.md:7: the text names this person. Delete it, or write it anew."]
    assert places == [
        "content/data/contacts.yml:2: the record of the contact. --yes removes it.",
        "content/news/2026-11-03-strike/hanako_mihon.jpg:1: a picture whose name or words name this person. "
        "--yes removes it.",
        "content/news/2026-11-03-strike/ja.md:4: a line that names the contact. --yes removes it.",
        "content/news/2026-11-03-strike/ja.md:8: a quote of this person. --yes removes it.",
        "content/news/2026-11-03-strike/ja.md:15: a photo that may show this person. Look at it; delete it if it does.",
        "content/news/2026-11-03-strike/ja.md:24: the text names this person. Delete it, or write it anew.",
        *(drafts if person == NAMES else []),  # the contact does not know how its name is read
    ]
    assert any("publish --no-history" in line for line in copies)
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


def test_what_is_theirs_alone_is_taken_out_and_every_other_byte_stays(site, told):
    places, _ = told("--yes", NAMES)
    assert len([line for line in places if line.endswith("Removed.")]) == 4
    assert not (site.root / "content/news/2026-11-03-strike/hanako_mihon.jpg").exists()
    contacts = (site.root / "content/data/contacts.yml").read_text("utf-8")
    assert contacts == "# who answers\n" + CONTACT[CONTACT.index("\n# the desk stays") :]
    post = (site.root / "content/news/2026-11-03-strike/ja.md").read_text("utf-8")
    start, end = POST.index("  - text:\n"), POST.index("photos:")
    assert post == (POST[:start] + POST[end:]).replace("contact: hanako  # ask her\n", "")
    assert [line for line in told(NAMES)[0] if "--yes" in line] == []


@pytest.fixture
def keeper(site):
    return Keeper(site.root / ".desk" / "unsaved")


def test_what_the_desk_keeps_is_looked_through_and_only_what_nobody_typed_goes(site, told, keeper):
    contacts = {"contacts.yml": CONTACT.encode()}
    keeper.remember("abc123", contacts)
    keeper.put(Unsaved("news/x", "one", "2026-11-03 10:00", {"en.md": b"Nobody"}, [("b.ja", "見本花子が話した")]))
    keeper.put(Unsaved("data/contacts/office", "two", "2026-11-03 10:00", contacts, [("f.phone", "03")]))
    keeper.put(Unsaved("news/y", "three", "2026-11-03 10:00", {}, [("b.ja", "だれでもない")]))
    site.write(".desk/unsaved/cut.part", '{"x": "Hanako Mihon"')
    site.write(".desk/clashes/news-x.txt", "head\n\nHanako Mihon\n")
    site.write(".desk/kept/2026-11-03/content/news/x/ja.md", "一行目\n見本花子\n")
    found = [line for line in told(NAMES)[0] if line.startswith(".desk/")]
    assert [line for line in found if "news-x.txt:3: " in line] and [line for line in found if "ja.md:2: " in line]
    assert len(found) == 6 and sum("--yes removes it" in line for line in found) == 2
    told("--yes", NAMES)
    assert not keeper.remembered("abc123") and not (site.root / ".desk/unsaved/cut.part").exists()
    assert len(keeper.all()) == 3  # somebody's own words
    assert (site.root / ".desk/clashes/news-x.txt").exists()


def test_the_sample_that_was_moved_away_is_looked_through_too(site, told):
    contact = CONTACT.replace("hanako:", "someone:")
    for path, text in (("data/contacts.yml", contact), ("news/2020-01-01-x/ja.md", POST), ("news/y/ja.md", "見本花子")):
        site.write(f"examples/content/{path}", text)
    places, _ = told("hanako")  # the key of the union's own record leads to the names
    assert "examples/content/data/contacts.yml:2: the record of the contact. --yes removes it." in places
    assert "examples/content/news/y/ja.md:1: the text names this person. Delete it, or write it anew." in places
    told("hanako", "--yes")
    left = (site.root / "examples/content/data/contacts.yml").read_text("utf-8")
    assert "Mihon" not in left and "office:" in left
    assert "二つ目" not in (site.root / "examples/content/news/2020-01-01-x/ja.md").read_text("utf-8")


def test_the_copies_that_it_cannot_reach_are_named(told):
    copies = " ".join(told("hanako")[1])
    for words in ("other desks", "browsers", ".po", ".zip", "history"):
        assert words in copies


def test_a_list_of_quotes_that_is_left_empty_goes_too_and_the_site_still_builds(site, told, problem_lines):
    post = "content/news/2026-11-03-strike/ja.md"
    head, tail = POST.index("  - text: {ja: 一つ目"), POST.index("  - text:\n")
    text = (POST[:head] + POST[tail:]).replace("photos:", "x:").partition("x:")[0] + "---\n\n本文です。\n"
    site.write(post, text)
    told("hanako", "--yes")
    assert (site.root / post).read_text(
        "utf-8"
    ) == "---\nid: strike22\ntitle: ストライキ  # 見出し\n---\n\n本文です。\n"
    result = site.build()
    assert not result.is_stopped, problem_lines(result)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (POST, POST.replace("\n", "\r\n")),
        ("consent: yes\nphotos", "consent: yes\n    # about her\n# about the photos\nphotos"),
        (QUOTES, QUOTES.replace("\n  ", "\n")),
    ],
    ids=["line ends of another system", "comments", "a list that is not indented"],
)
def test_a_file_however_it_is_laid_out_says_the_same_without_the_person(old, new, site, told):
    path = site.write("content/news/2026-11-03-strike/ja.md", POST.replace(old, new))
    told("hanako", "--yes")
    left = path.read_bytes().decode()
    assert left.count("\r\n") in {0, left.count("\n")}
    assert "二つ目" not in left and "about her" not in left
    assert "一つ目" in left and "rally.jpg" in left and ("about the photos" in left) == ("about the photos" in new)


def test_what_cannot_be_cut_out_by_lines_is_left_to_the_writer(site, told):
    quotes = (
        "quotes: [{text: {ja: 言葉}, role: {ja: 分会長}, speaker: {ja: 見本花子}}, {text: {ja: 別}, role: {ja: 員}}]\n"
    )
    path = site.write("content/news/2026-11-03-strike/ja.md", f"---\nid: strike22\ntitle: 題\n{quotes}---\n\n本文\n")
    before = path.read_bytes()
    places, _ = told("--yes", "見本花子")
    assert "content/news/2026-11-03-strike/ja.md:4: a quote of this person. Delete it, or write it anew." in places
    assert path.read_bytes() == before


PAGE = "---\ntitle: 連絡\ncontacts:{}\nsummary: 要約\n---\n\n本文\n"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("\n  - hanako\n  - office", PAGE.format("\n  - office")),
        (" [hanako]", PAGE.replace("contacts:{}\n", "")),
        (" [hanako, office]", None),  # no line of it is hers alone
    ],
)
def test_a_page_that_lists_the_contact_is_told_and_loses_the_line_that_is_theirs_alone(written, left, site, told):
    path = "content/pages/contact/ja.md"
    site.write(path, PAGE.format(written))
    places, _ = told("hanako", "--yes")
    assert any(line.startswith(f"{path}:") for line in places)
    assert (site.root / path).read_text("utf-8") == (left or PAGE.format(written))


def test_the_desk_of_the_site_is_never_left_without_a_contact(site, told):
    site.write("content/data/site.yml", (site.root / "content/data/site.yml").read_text("utf-8") + "contact: hanako\n")
    places, _ = told("hanako", "--yes")
    assert [line for line in places if "site.yml" in line and "another contact" in line]
    assert "contact: hanako" in (site.root / "content/data/site.yml").read_text("utf-8")


def test_the_name_of_a_desk_is_nobody_s_and_a_shared_number_is_not_one_s_own(site, told):
    site.write("content/pages/about/ja.md", "---\ntitle: 事務所\n---\n\n事務所の電話は 03-0000-0000、(070) 0000-1234\n")
    assert [line for line in told("office")[0] if "about" in line] == [
        "content/pages/about/ja.md:5: the text names this person. Delete it, or write it anew."
    ]
    contacts = (site.root / "content/data/contacts.yml").read_text("utf-8")
    site.write("content/data/contacts.yml", contacts.replace("070-0000-1234", "03-0000-0000"))
    assert [line for line in told("office")[0] if "about" in line] == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_that_is_printed_names_the_person(lang, site, told):
    places, copies = told("hanako", lang=lang)
    said = "\n".join((*places, *copies)).replace("hanako_mihon.jpg", "")
    assert not [name for name in ("見本", "Mihon", "hanako@", "070-0000", "みほん") if name in said]


@pytest.mark.parametrize("args", [[], ["花"], ["--yes"], ["a", "b"]])
def test_too_little_to_look_for_is_told(args, site, capsys):
    assert forget(site.settings(), args) == 2
    assert "forget" in capsys.readouterr().err


def test_the_command_of_the_project(make_site, as_project, run_script):
    site = as_project(make_site("minimal"))
    site.write("content/data/contacts.yml", CONTACT)
    done = run_script("invoke", "forget", "hanako", "--lang", "ja", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert "content/data/contacts.yml:2: 連絡先の記録です。--yes を付けると消します。" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "見本花子", "見本　花子", "見本・花子", "見\u200b本花子", "見本\n花子", "**見本**花子",
        "{見本|みほん}花子", "{見本|みほん}{花子|はなこ}",
        "ミホンハナコ", "ﾐﾎﾝﾊﾅｺ", "みほん はなこ", "Hanako Mihon", "HANAKO MIHON",
        "Ｈａｎａｋｏ　Ｍｉｈｏｎ", "Mihon, Hanako",
        "hanako-mihon.jpg", "hanako_mihon", "Hanakó Mihon", "%E8%A6%8B%E6%9C%AC%E8%8A%B1%E5%AD%90", "<b>見本</b>花子",
        "&#35211;本花子", '"1","見本","花子"', "1;見本;花子", "1|見本|花子", '"Mihon";"Hanako"', "見本「花子」",
        "&lt;b it's **見本**花子 isn't &gt; 3", "&#" + "9" * 5000 + ";見本花子",
        "<ruby>見本<rt>みほん</rt></ruby>、みほん<wbr>はなこ",
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text):
    assert mentions(names_of(spellings_of(NAMES)), f"前\n{text}\n後") == [2]


@pytest.mark.parametrize(
    "text", ["見本。花子", "見本の花子", "本花子", "Hanako Mihonda", "aHanako Mihon", "hana komi hon2"]
)
def test_another_name_is_another(text):
    assert mentions(names_of(spellings_of(NAMES)), text) == []


BETWEEN = st.sampled_from(
    ["", " ", "　", "・", "\u200b", "\n", "-", "_", ".", ", ", "\u00ad", "＝", "<b>", "<wbr\n>", "\u0336",
     '","', " & ", *'";：|&～#「』[《‘']
)  # fmt: skip
FORMS = st.sampled_from(["", "NFKC", "NFD", "NFKD", "upper", "&#x", "&amp;#x", "1", "ruby"])


@given(st.sampled_from(spellings_of(NAMES)), st.lists(BETWEEN, min_size=12, max_size=12), FORMS)
def test_what_the_second_look_would_find_is_found(spelling, between, form):
    text = "".join(sign + gap for sign, gap in zip(spelling, between, strict=False))
    if form == "upper":
        text = text.upper()
    elif form in {"&#x", "&amp;#x"}:
        text = "".join(f"{form[:-1]}{ord(sign)};" for sign in text)
    elif form == "1":
        text = f"1{text}2"
    elif form == "ruby":
        text = "".join(f"<ruby>{sign}<rt>ん</rt></ruby>" for sign in spelling)
    elif form:
        text = normalize(form, text)
    if names_in_markup(parse_names(NAMES), f"前 {text} 後"):
        assert mentions(names_of(spellings_of(NAMES)), f"前 {text} 後")


VARIANTS = ["高﨑邊齋", "髙崎邉斉", "高嵜辺斎", "濵渡國廣", "浜渡国広", "澤眞德", "沢真徳", "嶌槇舘", "島槙館"]


@pytest.mark.parametrize("asked", VARIANTS)
def test_a_letter_is_found_in_each_way_in_which_the_second_look_would_find_it(asked):
    for text in VARIANTS:
        found = bool(names_in_markup(parse_names(asked), text))
        assert bool(mentions(names_of(spellings_of(asked)), text)) == found
    assert sum(bool(names_in_markup(parse_names(asked), text)) for text in VARIANTS) > 1


def test_both_know_the_same_letters():
    every = [chr(code) for code in (*range(0xC0, 0x2000), *range(0x3041, 0xA000), *range(0xF900, 0xFB00), 0x20BB7)]
    letters = lambda text: [sign for sign in text if sign.isalnum()]  # noqa: E731 - a mark over one may be left
    assert [sign for sign in every if letters(folded(sign)) != letters(folded_text(sign))] == []


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Ｈａｎａｋｏ　Ｍｉｈｏｎ", "Mihon Hanako"), ("Hanakó Mihon", "mihon-hanako"),
        ("Hanako Mihon", "01hanako_mihon2.jpg"), ("Jean-Luc Mihon", "jean luc mihon"), ("O'Mihon", "O’MIHON"),
        ("hanako@union.example", "xhanako@union.example"), ("見本 花子", "花子　見本"),
        ("見本花子（旧姓佐藤）", "見本花子"),
    ],
)  # fmt: skip
def test_the_same_spellings_find_the_same(asked, text):
    assert names_in_markup(parse_names(asked), text)
    assert mentions(names_of(spellings_of(asked)), text) == [1]


def test_values_are_taken_out_and_empty_lists_with_them():
    value = {"a": [{"b": "1"}, {"b": "2"}], "c": [], "d": {"e": "3"}}
    assert without_values(value, [("a", 0)]) == {"a": [{"b": "2"}], "c": [], "d": {"e": "3"}}
    assert without_values(value, [("a",), ("d", "e")]) == {"c": [], "d": {}}


def test_somebody_whose_name_only_begins_alike_is_left_alone(site):
    others = CONTACT.replace("見本花子, en: Hanako Mihon", "見本花子江, en: Hanakoe Mihon")
    site.write("content/data/contacts.yml", others)
    assert forget(site.settings(), ["見本花子", "--yes"]) == 0
    assert (site.root / "content/data/contacts.yml").read_text("utf-8") == others
