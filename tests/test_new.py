"""`run.py new`: a draft from a few answers that builds as it is, and goes out when its status is deleted."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

from plugins.build.new import new_post
from plugins.i18n import read_catalogues
from plugins.model.kinds import PostKind
from plugins.pages.labels import kind_words
from plugins.reading.places import SLUG
from plugins.reading.plain_lines import read_facts
from plugins.scaffolding import NewPost, files_of, slug_of
from plugins.scaffolding.prompts import PROMPTS
from tests.conftest import PROJECT, SiteFolder, lines_of

FOLDER = "content/news/2026-11-22-forty-people-gate"


@pytest.fixture
def site(make_content) -> SiteFolder:
    return make_content("bilingual")


def answering(*answers: str):
    """Return what asks: each question has its answer, and after the last one the person has gone."""
    left: Iterator[str] = iter(answers)

    def ask(question: str) -> str:
        asked.append(question)
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    asked: list[str] = []
    ask.asked = asked
    return ask


def begin(site: SiteFolder, kind: str, *answers: str, lang: str = "ja") -> int:
    return new_post(site.settings(lang=lang), [kind], answering(*answers))


def test_four_answers_make_a_draft_in_both_languages(site, capsys):
    ask = answering("門の前に四十人", "Forty people at the gate", "", "1")
    assert new_post(site.settings(lang="ja"), ["strike"], ask) == 0
    assert len(ask.asked) == 4
    assert f"{FOLDER}/ja.md" in capsys.readouterr().out
    japanese, english = (site.root / f"{FOLDER}/{lang}.md" for lang in ("ja", "en"))
    text = japanese.read_text("utf-8")
    assert text.startswith("---\nid: ") and "\nkind: strike\ndispute: kasai-2026\ntitle: 門の前に四十人\n" in text
    assert "# 書くこと:" in text and "何人がストに入ったか" in text
    assert english.read_text("utf-8").startswith("---\ntitle: Forty people at the gate\nsummary:  # 一覧と")
    before = site.built_from_nothing()[1]
    assert not [path for path in before if "forty-people" in path]  # a draft
    japanese.write_text(text.replace("status: draft", "#") + "四十人が立ちました。\n", "utf-8")
    result = site.build(write_ids=True)
    assert not result.is_stopped and result.ids == (), lines_of(result)
    assert "四十人が立ちました" in site.read("ja/news/2026/forty-people-gate/index.html")
    assert "Forty people at the gate" in site.read("en/news/2026/forty-people-gate/index.html")


@pytest.mark.parametrize("kind", PostKind)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_kind_tells_what_to_write_and_builds(kind, lang, make_content):
    assert PROMPTS[kind].keys() == {"ja", "en"} and len(PROMPTS[kind]["ja"]) == len(PROMPTS[kind]["en"])
    catalogues, _ = read_catalogues(PROJECT / "theme" / "translations", (lang,))
    made = make_content("clean")
    named = kind.value.replace("_", "-") if lang == "en" else kind_words(kind, catalogues[lang])
    assert begin(made, named, "見出し", "", "2026-11-21", "", lang=lang) == 0
    (path,) = (made.root / "content/news").glob(f"2026-11-21-{kind.slug}/ja.md")
    assert f"kind: {kind.value}\n" in path.read_text("utf-8")
    assert not made.build().is_stopped


def test_nothing_is_written_before_the_last_answer(site):
    before = sorted(site.root.rglob("*"))
    for answers in ((), ("題",), ("題", "", ""), ("", "")):
        assert begin(site, "rally", *answers) == 1
    assert begin(site, "party") == 2
    assert new_post(site.settings(lang="en"), [], answering()) == 2
    assert sorted(site.root.rglob("*")) == before


def test_an_answer_that_is_none_is_asked_for_again(site, capsys):
    assert begin(site, "rally", "題", "", "25 November", "2026-02-30", "2026-11-20", "7", "x", "", lang="en") == 0
    said = capsys.readouterr().out
    assert '"2026-02-30" is no date' in said and "Write a number from 1 to" in said
    assert (site.root / "content/news/2026-11-20-rally/en.md").exists()


def test_what_is_closed_is_not_offered(site, capsys):
    site.replace("content/disputes/kasai-2026/dispute.yml", "union:", "closed: 2026-11-20\nunion:")
    begin(site, "rally", "題", "", "", "")
    assert "葛西" not in capsys.readouterr().out


def test_an_address_that_is_taken_gets_a_number(site):
    for _ in range(3):
        assert begin(site, "strike", "", "Forty people at the gate", "", "") == 0
    assert sorted(path.name for path in (site.root / "content/news").glob("*gate*")) == [
        f"2026-11-22-forty-people-gate{end}" for end in ("", "-2", "-3")
    ]
    assert not site.build().is_stopped


def test_a_site_that_cannot_be_read_is_said(site, capsys):
    site.write("content/data/site.yml", "languages: [\n")
    assert begin(site, "strike", "題", "") == 1
    assert "run.py check" in capsys.readouterr().err


@pytest.mark.parametrize(
    "title",
    ["スト決行：二日目", "Strike: day two", "\"Enough\"", "yes", "2026", "# one", "- a", "Tea & cake", "a #b", "C:\\d",
     "null", "1.5", "{sessions}", "[x]", "*x*", "it's", "末尾: ", "人: 一", "~", "@home", "100%", "=", "2026-11-22",
     "off", "é"],
)  # fmt: skip
def test_any_headline_is_read_back_as_it_was_typed(title):
    post = NewPost(PostKind.NEWS, date(2026, 11, 22), "x", "aaaa2222", {"en": title})
    (text,) = files_of(post, "en").values()
    read = read_facts(text.split("---\n")[1], "x.md")
    assert (read.value["title"], read.problems) == (title, ())


@pytest.mark.parametrize(
    ("title", "slug"),
    [("The strike at Kasai: day 2!", "strike-kasai-day-2"), ("Café workers’ vote", "cafe-workers-vote"),
     ("一二三", "strike"), ("a", "strike"), ("One two three four five six seven", "one-two-three-four-five")],
)  # fmt: skip
def test_a_headline_becomes_an_address(title, slug):
    assert slug_of(title, PostKind.STRIKE) == slug and SLUG.fullmatch(slug)


def test_the_command_takes_the_kind_that_stands_behind_it():
    done = subprocess.run([sys.executable, "run.py", "new", "strike", "--lang=ja"], cwd=PROJECT, text=True,
                          capture_output=True, stdin=subprocess.DEVNULL, check=False)  # fmt: skip
    assert done.returncode == 1 and "何も作りませんでした。" in done.stderr, done.stderr
