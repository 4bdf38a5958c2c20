"""`run.py check --fix`: what has one right answer is shown, written after a yes, and nothing else is touched."""

import io
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plugins.build.fixing as adapter
from plugins.build.checking import run_check
from plugins.build.fixing import fix_content
from plugins.build.steps import check_content
from plugins.fixing import MENDED, fixes_of
from plugins.fixing.dates import day_of, moment_of, partial_date_of
from plugins.fixing.letters import tidy_line
from plugins.fixing.values import is_one_slip_away
from plugins.problems import RULES, problem
from tests.conftest import SITES, SiteFolder, files_of
from tests.pages_of_docs import DOCS, read

INVALID = SITES / "invalid"
FOLDERS = sorted(path.name for path in INVALID.iterdir())
# Those of the invalid sites that are whole again; of the other rules in MENDED, theirs has no single answer.
WHOLE_AGAIN = frozenset(
    (
        "bracket-not-closed", "colon-without-space", "compared-expected", "control-character", "folder-name",
        "full-width-colon", "header-not-closed", "invisible-character", "list-expected", "other-encoding",
        "quote-not-closed", "reading-in-words", "redirect-form", "unknown-field", "unquoted-colon", "unquoted-text",
        "yaml-tab",
    )
)  # fmt: skip
POST = "content/news/2026-11-02-fault/ja.md"
HEADER = "---\nid: fault222\ntitle: 二つ目の記事\nsummary: 要約です。\n{}---\n\n{}"
TAGS = "wages:\n  label: {ja: 賃金, en: Wages}\nsafety:\n  label: {ja: 安全, en: Safety}\n"


@pytest.fixture
def site(make_content) -> SiteFolder:
    made = make_content("clean")
    made.write("content/data/tags.yml", TAGS)
    return made


@pytest.fixture
def broken(make_content):
    def make(name: str) -> SiteFolder:
        made = make_content("clean")
        if (INVALID / name / "theme").is_dir():
            made.own_theme()
        shutil.copytree(INVALID / name, made.root, dirs_exist_ok=True, symlinks=True)
        removed = INVALID / name / "removed.txt"
        for path in removed.read_text("utf-8").split() if removed.exists() else ():
            (made.root / path).unlink()
        return made

    return make


def agreed(site: SiteFolder, lang: str = "en") -> int:
    return fix_content(site.settings(lang=lang), is_agreed=True)


def content(site: SiteFolder) -> dict[str, bytes]:
    return files_of(site.root / "content")


def rules(site: SiteFolder) -> list[str]:
    return sorted(found.rule for found in check_content(site.settings()).problems)


@pytest.mark.parametrize("rule", FOLDERS)
def test_no_site_gets_worse_and_those_with_one_answer_are_whole_again(rule, broken, capsys):
    site = broken(rule)
    before = content(site)
    assert agreed(site) == 0
    said = capsys.readouterr().out
    if rule not in WHOLE_AGAIN:
        assert content(site) == before and "nothing that can be mended" in said
        return
    mended = content(site)
    assert rules(site) == [] and mended != before and "This can be mended" in said
    assert agreed(site) == 0 and content(site) == mended


@pytest.mark.parametrize("name", ["sample", "bilingual", "three_languages"])
def test_in_a_good_site_there_is_nothing_to_mend(name, make_content, capsys):
    site = make_content(name)
    before = content(site)
    assert agreed(site) == 0
    assert content(site) == before and "nothing that can be mended" in capsys.readouterr().out


MENDS = [
    ("date: 2026/11/2\n", "date: 2026-11-02\n"),
    ("date: 2026年11月2日（月）18時30分\n", "date: 2026-11-02 18:30\n"),
    ('event_date: "令和8年11月2日"  # 支部に確かめた\n', 'event_date: "2026-11-02"  # 支部に確かめた\n'),
    ("event_date: 2026年11月\n", "event_date: 2026-11\n"),
    ("event_date: ２０２６．１１．２\n", "event_date: 2026-11-02\n"),
    ("kind: stirke\n", "kind: strike\n"),
    ("kind: Ｓｔｒｉｋｅ\n", "kind: strike\n"),
    ("knid: strike\n", None),  # too short to be sure of
    ("event-date: 2026-11-02\n", "event_date: 2026-11-02\n"),
    ("evnet_date: 2026-11-02\n", "event_date: 2026-11-02\n"),
    ("tags: wages、safety\n", "tags: [wages, safety]\n"),
    ("tags: [Wages]\n", "tags: [wages]\n"),
    ("tags: [wage]\n", None),
    ("kind: strike\nkind: strike\n", "kind: strike\n"),
    ("kind: strike\nkind: rally\n", None),
    ("kind：strike\ntags：[wages\n", "kind: strike\ntags: [wages]\n"),
    ("event_date: 3/4/2026\n", None),  # the third of April, or the fourth of March
    ("event_date: 2026年11月2日（日）\n", None),  # a Monday
]


@pytest.mark.parametrize(("fault", "mended"), MENDS, ids=[fault.strip() for fault, _ in MENDS])
def test_a_header_is_mended_where_it_can_mean_one_thing(fault, mended, site):
    text = HEADER.format("{}", "本文です。\n")
    site.write(POST, text.format(fault))
    faults = rules(site)
    assert set(faults) - {"translation-missing"}
    agreed(site)
    assert (site.root / POST).read_text("utf-8") == text.format(mended or fault)
    assert rules(site) == (faults if mended is None else ["translation-missing"])


BODIES = [
    ("この ALT の組合は、ALT を守る。", "このALTの組合は、ALTを守る。"),
    ("ＡＬＴの１，２３４人が１８：００に、ｱﾙﾊﾞｲﾄと", "ALTの1,234人が18:00に、アルバイトと"),
    ("賃上げ,時短(二つの要求)です.", "賃上げ、時短（二つの要求）です。"),
    ("場所 Zoom\n11月4日 18:00 渋谷", None),  # the spaces divide a list
    (
        "`ＡＬＴ の` [ＡＬＴ](https://union.example/ＡＬＴ) {: .ｘ}",
        "`ＡＬＴ の` [ALT](https://union.example/ＡＬＴ) {: .ｘ}",
    ),
    ("```\nＡＬＴ の\n```\n\n    ＡＬＴ の\n\n> ＡＬＴ の\n\n<!-- ＡＬＴ\nＡＬＴ の -->", None),
    ("１. 会社に求める", None),
]


@pytest.mark.parametrize(("body", "mended"), BODIES)
def test_japanese_text_has_the_letters_and_spaces_of_the_guide(body, mended, site):
    text = HEADER.format("", f"本文です。\n\n{body}\n")
    site.write(POST, text)
    site.write(POST.replace("ja.md", "en.md"), text.replace("id: fault222\n", ""))
    english = (site.root / POST.replace("ja.md", "en.md")).read_bytes()
    agreed(site)
    assert (site.root / POST).read_text("utf-8") == HEADER.format("", f"本文です。\n\n{mended or body}\n")
    assert (site.root / POST.replace("ja.md", "en.md")).read_bytes() == english


def test_only_the_japanese_half_of_one_file_is_tidied_and_never_easy_japanese(site):
    post = "content/news/2026-11-02-fault/post.md"
    header = "---\nid: fault222\ntitle: {ja: 二, en: Two}\nsummary: {ja: 二, en: Two}\n---\n"
    both = f"{header}\n<!-- ja -->\n\nＡ の\n\n<!-- en -->\n\nＡ の\n"
    easy = "# {組合|くみあい} は Ａ の\n"
    site.write(post, both)
    site.write("content/news/2026-11-02-fault/ja-easy.md", easy)
    agreed(site)
    assert (site.root / post).read_text("utf-8") == both.replace("Ａ の", "Aの", 1)
    assert (site.root / "content/news/2026-11-02-fault/ja-easy.md").read_text("utf-8") == easy


HELD = [
    "ｓｔａｔｕｓ: draft\n", "statsu: draft\n", "status：draft\n", "status: Draft\n", "status:draft\n",
    "embargo_until: 2026年12月9日\n", 'status: "draft\n', "status: draft\nstatus: draft\n",
    "embargo-until: 2026-12-09\n",
]  # fmt: skip


@pytest.mark.parametrize("line", HELD)
def test_a_line_that_keeps_something_back_is_left_to_people(line, site):
    site.write(POST, HEADER.format(line + "date: 2026/11/2\n", "本文です。\n"))
    before = rules(site)
    agreed(site)
    after = (site.root / POST).read_text("utf-8")
    assert line in after
    expected = {"moment-expected", "translation-missing"}
    assert set(rules(site)) - expected == set(before) - expected
    assert site.build().is_stopped or "二つ目の記事" not in site.read("ja/index.html")


def test_consent_is_no_date_to_be_mended(site):
    quotes = "quotes:\n  - text: {ja: 一, en: One}\n    consent: 2027年3月31日\n"
    site.write(POST, HEADER.format(quotes, "本文です。\n"))
    before = content(site)
    agreed(site)
    assert content(site) == before


def test_drafts_stay_drafts_whatever_is_mended_around_them(site):
    fault = "kind：stirke\ndate: 2026/11/2\nstatus: draft\ntags: [wages\n"
    site.write(
        POST.replace("02-fault", "2-Fault_One").replace("ja.md", "JA.md"),
        HEADER.format(fault, "ＡＬＴ の\n").encode("cp932"),
    )
    agreed(site)
    mended = site.root / "content/news/2026-11-02-fault-one/ja.md"
    header = "kind: strike\ndate: 2026-11-02\nstatus: draft\ntags: [wages]\n"
    assert mended.read_text("utf-8") == HEADER.format(header, "ALTの\n")
    assert not site.build().is_stopped and "二つ目の記事" not in site.read("ja/index.html")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["CRLF", "LF"])
def test_every_other_byte_stays(mark, end, site):
    text = HEADER.format("kind: {}  \n\n# 注 \t\n", "  本文   です。\n\n\n\n末尾").replace("\n", end)
    site.write(POST, mark + text.format("stirke").encode())
    agreed(site)
    assert (site.root / POST).read_bytes() == mark + text.format("strike").encode()


def test_lines_that_end_in_several_ways_end_alike(site):
    text = HEADER.format("", "一\n二\n三\n").encode()
    site.write(POST, text.replace(b"\n", b"\r\n").replace("一\r\n".encode(), "一\n".encode()))
    agreed(site)
    assert (site.root / POST).read_bytes() == text.replace(b"\n", b"\r\n")


def test_a_name_with_capitals_and_spaces_gets_the_good_one_and_a_taken_one_is_left(site, capsys):
    site.write("content/campaigns/Raise The_Floor/Campaign.YML", "name: {ja: 底上げ, en: Floor}\n")
    site.write("content/news/2026-11-1-First Post/ja.md", "---\nid: other222\ntitle: 題\nsummary: 要約\n---\n\n文\n")
    agreed(site)
    assert (site.root / "content/campaigns/raise-the-floor/campaign.yml").exists()
    assert (site.root / "content/news/2026-11-1-First Post/ja.md").exists()
    assert "name: Raise The_Floor -> raise-the-floor" in capsys.readouterr().out


def test_a_picture_is_named_as_it_is_called(site):
    shutil.copy(
        SITES / "bilingual/content/news/2026-11-02-strike/placard.png",
        site.root / "content/news/2026-11-01-first-post/placard.png",
    )
    path = "content/news/2026-11-01-first-post/post.md"
    before = (site.root / path).read_text("utf-8")
    site.write(path, before.replace("<!-- ja -->\n", "<!-- ja -->\n\n![札](Placard.PNG)\n"))
    assert "file-missing" in rules(site)
    agreed(site)
    assert "![札](placard.png)" in (site.root / path).read_text("utf-8")


def test_what_would_bring_another_fault_is_named_and_left(site, capsys):
    text = HEADER.format("tags: [wages, safty\ndate: 2026/11/2\n", "本文です。\n")
    site.write(POST, text)
    agreed(site)
    assert (site.root / POST).read_text("utf-8") == text.replace("2026/11/2", "2026-11-02")
    assert f"{POST}:5: [bracket-not-closed] stays" in capsys.readouterr().out


def test_the_difference_is_shown_first_and_only_a_yes_writes(site, capsys):
    site.write(POST, HEADER.format("kind: stirke\n", "\u200b本文です。\n"))
    before = content(site)

    answers = ["", "no", "いいえ", "yesterday"]

    def no(_):
        said = capsys.readouterr().out
        assert "5行目\n    - kind: stirke\n    + kind: strike\n" in said and "    - <U+200B>本文です。" in said
        assert content(site) == before
        return answers.pop()

    while answers:
        assert fix_content(site.settings(lang="ja"), False, no) == 0
        assert content(site) == before and "何も書き込みませんでした" in capsys.readouterr().out
    assert fix_content(site.settings(lang="ja"), False, lambda _: "はい") == 0
    assert "kind: strike\n" in (site.root / POST).read_text("utf-8")


def test_nobody_there_to_say_yes_means_that_nothing_is_written(site, capsys, monkeypatch):
    site.write(POST, HEADER.format("kind: stirke\n", "本文です。\n"))
    before = content(site)

    def gone(_):
        raise EOFError

    assert fix_content(site.settings(), False, gone) == 0 and content(site) == before
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run_check(site.settings(), ["--fix"]) == 1 and content(site) == before
    said = capsys.readouterr()
    assert "+ kind: strike" in said.out and "check --fix --yes" in said.out and "error[unknown-value]" in said.err
    assert run_check(site.settings(in_public=True), ["--fix", "--yes"]) == 2 and content(site) == before
    assert "stirke" not in "".join(capsys.readouterr())
    assert run_check(site.settings(), ["--fix", "--yes"]) == 0
    assert "error" not in capsys.readouterr().err
    assert run_check(site.settings(), ["--yes"]) == run_check(site.settings(), ["--fix", "--format=json"]) == 2


def test_a_text_saved_while_somebody_reads_the_difference_is_not_lost(site, capsys):
    site.write(POST, HEADER.format("kind: stirke\n", "本文です。\n"))
    site.write("content/data/tags.yml", TAGS.replace("wages:", "wages："))
    newer = HEADER.format("kind: rally\n", "別の本文です。\n")

    def answer(_):
        site.write(POST, newer)
        return "yes"

    assert fix_content(site.settings(), False, answer) == 1
    assert (site.root / POST).read_text("utf-8") == newer
    assert "：" in (site.root / "content/data/tags.yml").read_text("utf-8")
    assert POST in capsys.readouterr().err


def test_whenever_it_is_cut_off_each_file_is_the_old_or_the_new_one(site, monkeypatch):
    folder = "content/news/2026-11-2-Fault"
    site.write(f"{folder}/ja.md", HEADER.format("kind: stirke\n", "Ａ の\n"))
    site.write("content/data/tags.yml", TAGS.replace("wages:", "wages："))
    old = content(site)
    steps, most = [], [0]

    def cut_off(step):
        def taken(*args):
            if len(steps) == most[0]:
                raise KeyboardInterrupt
            steps.append(args)
            step(*args)

        return taken

    for name, owner in (("replace_file", adapter), ("rename", adapter.os)):
        monkeypatch.setattr(owner, name, cut_off(getattr(owner, name)))
    seen = []
    for most[0] in range(3):
        steps.clear()
        with pytest.raises(KeyboardInterrupt):
            agreed(site)
        seen.append(content(site))
        shutil.rmtree(site.root / "content")
        for path, data in old.items():
            site.write(f"content/{path}", data)
    monkeypatch.undo()
    agreed(site)
    new = content(site)
    assert rules(site) == ["translation-missing"]
    for files in seen:
        assert {files[path] for path in files} <= {*old.values(), *new.values()} and len(files) == len(new)


def test_a_problem_alone_is_mended_in_a_text_that_is_in_memory():
    text = HEADER.format("date: 2026/11/2\n", "本文です。\n")
    found = problem("moment-expected", POST, 5, field="date", found="2026/11/2")
    assert fixes_of(found, {POST: text.encode()}) == {POST: text.replace("2026/11/2", "2026-11-02").encode()}
    assert fixes_of(found, {POST: text.replace("2026/11/2", "2026-11-02").encode()}) is None
    assert fixes_of(problem("unknown-file", POST, found="x", known="ja.md"), {POST: b""}) is None
    assert fixes_of(found._replace(line=99), {POST: text.encode()}) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026年5月9日", "2026-05-09"), ("２０２６年５月９日（土）", "2026-05-09"), ("令和8年5月9日", "2026-05-09"),
        ("令和元年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("2026.5.9", "2026-05-09"),
        ("2026/05/09", "2026-05-09"), ("20260509", "2026-05-09"), ("9 May 2026", "2026-05-09"),
        ("May 9, 2026", "2026-05-09"), ("Sep. 9, 2026", "2026-09-09"), 
        ("平成31年5月1日", None), ("令和元年4月30日", None),
        ("2026年2月30日", None), ("5/9/2026", None), ("5月9日", None), ("2026/5.9", None), ("2026年5月9日（日）", None),
        ("9 Mai 2026", None), ("2026年5月", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_is_known_however_it_is_written_or_not_at_all(written, day):
    assert day_of(written) == day


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026/5/9 18:30", "2026-05-09 18:30"), ("2026年5月9日 午後6時", "2026-05-09 18:00"),
        ("2026年5月9日（土）18時半", "2026-05-09 18:30"), ("2026年5月9日", "2026-05-09"),
        ("2026年5月9日 午後12時", None), ("2026年5月9日 25:00", None), ("2026年5月9日 夕方", None),
    ],
)  # fmt: skip
def test_a_time_is_known_however_it_is_written_or_not_at_all(written, moment):
    assert moment_of(written) == moment


def test_a_month_and_a_year_are_no_day():
    assert [partial_date_of(w) for w in ("令和8年5月", "2026/5", "2026年", "昭和64年", "平成40年")] == [
        "2026-05", "2026-05", "2026", "1989", None
    ]  # fmt: skip


def test_digits_are_never_a_slip():
    assert is_one_slip_away("kasai-fodos", "kasai-foods", False) and is_one_slip_away("kasaii", "kasai", False)
    assert not is_one_slip_away("kasai-2025", "kasai-2026", True) and not is_one_slip_away("hikaru", "hikari", False)


@given(st.text(alphabet="あのはア組 ａＡ１2,.．：，()（ｱﾞ｡[]<>`{}|*_-https:/x", max_size=40))
def test_what_is_tidy_stays_so(text):
    assert tidy_line(tidy_line(text)) == tidy_line(text)


def test_the_docs_name_the_rules_that_are_mended():
    listed = read(DOCS / "checks.md").split("<!-- mended -->")[1]
    assert sorted(part for part in listed.split("`")[1::2]) == sorted(MENDED)
    assert RULES.keys() >= MENDED
