"""`run.py start`: the sample makes room for a union's own site, and nothing of it or of the union's own is lost."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.build import starting
from plugins.build.configuration import SITE_URL
from plugins.build.new import new_post
from plugins.build.starting import start_site
from plugins.build.steps import check_content
from plugins.build.unfinished import Unfinished
from plugins.build.union_answers import asked
from plugins.scaffolding.sample import ITEMS, SITE_ID, TAGS, TERMS
from tests.conftest import PROJECT, SAMPLE, SiteFolder, files_of, lines_of
from tests.test_extremes import emptiness, read_pages
from tests.test_new import answering

BOTH = ("ひかり労組", "Hikari Union", "", "office@hikari.example", "03-1234-5678", "https://hikari.example/")
STEPS = {"os.rename", "os.mkdir", "os.rmdir"}


@pytest.fixture
def sample(make_content) -> SiteFolder:
    site = make_content("sample")
    shutil.copy2(PROJECT / "publishconf.py", site.root)
    return site


def start(site: SiteFolder, *answers: str, lang: str = "en") -> int:
    return start_site(site.settings(lang=lang), answering(*answers))


def test_the_list_of_the_sample_is_what_lies_there():
    found = {path.relative_to(SAMPLE).as_posix() for path in SAMPLE.glob("*/*") if path.is_dir()}
    assert found == ITEMS
    tables = {name: (SAMPLE / "data" / name).read_text("utf-8").splitlines() for name in ("terms.yml", "tags.yml")}
    assert all(f"{key}:" in tables["terms.yml"] for key in TERMS)
    assert all(f"{key}:" in tables["tags.yml"] for key in TAGS)
    assert f"id: {SITE_ID}" in (SAMPLE / "data" / "site.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("names", "langs", "reach"),
    [
        (BOTH[:2], "ja en", BOTH[3:5]), (("ひかり労組", ""), "ja", ("", "0120-123-456")),
        (("", "Hikari Union"), "en", ("office@hikari.example", "")), (BOTH[:2], "ja en", ("", "")),
    ],
)  # fmt: skip
def test_a_started_site_builds_without_a_word_and_names_nobody_else(names, langs, reach, sample):
    before = files_of(sample.root / "content")
    assert start(sample, *names, "", *reach, "", lang="ja") == 0
    assert files_of(sample.root / "examples/content") == before
    result = sample.record()
    assert not result.is_stopped and lines_of(result) == []
    pages = {path: data.decode() for path, data in sample.files().items() if path.endswith(".html")}
    assert {path.partition("/")[0] for path in pages if "/" in path} == set(langs.split())
    assert all(f"{lang}/{page}/index.html" in pages for lang in langs.split() for page in ("about", "join", "privacy"))
    for word in ("danketsu", "団結デモ", "見本", "a sample", "Tozen", "東ゼン", "ALT", "Interac"):
        assert not [path for path, page in pages.items() if word in page], word
    for lang in langs.split():
        assert ("03-1234-5678" in pages[f"{lang}/about/index.html"]) == ("03-1234-5678" in reach)
        assert (f"{lang}/contact/index.html" in pages) == any(reach)
    assert [fault for page in read_pages(sample.output).values() for fault in emptiness(page)] == []


def test_the_real_command_then_new_then_a_build_that_is_to_go_out(sample, as_project, run_script):
    site = as_project(sample)
    before = (site.root / "publishconf.py").read_text()
    site.write("../danketsu-private/private-names.txt", "山田 花子\n")
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "start", "--lang", "en"], cwd=site.root, text=True, capture_output=True,
        input="".join(f"{answer}\n" for answer in BOTH),
    )  # fmt: skip
    assert done.returncode == 0 and "examples/content" in done.stdout and "git init" in done.stdout, done.stderr
    assert new_post(site.settings(), ["strike"], answering("門前に四十人", "Forty at the gate", "", "")) == 0
    (made,) = (site.root / "content/news").glob("*/ja.md")
    made.write_text(made.read_text("utf-8").replace("status: draft", "#") + "四十人が立ちました。\n", "utf-8")
    for name, *args in (("pelican",), ("invoke", "check"), ("pelican", "-s", "publishconf.py"), ("invoke", "check")):
        done = run_script(name, *args, cwd=site.root)
        assert done.returncode == 0 and "error[" not in done.stderr, done.stderr
    assert "https://hikari.example/ja/news/2026/forty-gate/" in site.read("sitemap.xml")
    after = (site.root / "publishconf.py").read_text()
    assert after == before.replace('"https://danketsu.example"', '"https://hikari.example"')


def test_a_site_that_was_built_before_becomes_the_new_one(make_built):
    site = make_built("sample")
    site.record()
    assert start(site, *BOTH) == 0
    result = site.record()
    assert not result.is_stopped and lines_of(result) == []
    assert not [path for path in site.files() if "interac" in path or "alt-" in path]


def test_what_is_the_union_s_own_stays_where_it_is(sample, capsys):
    sample.write(
        "content/news/2026-11-20-our-post/ja.md", "---\ntitle: 私たちの記事\nsummary: 要約。\n---\n\n本文です。\n"
    )
    sample.write("content/pages/rules/ja.md", "---\ntitle: 規約\nsummary: 規約です。\n---\n\n本文です。\n")
    sample.write("content/pages/about/ja.md", "edited and never committed")
    assert start(sample, *BOTH) == 0
    assert "news/2026-11-20-our-post, pages/rules" in capsys.readouterr().out
    assert (sample.root / "content/pages/rules/ja.md").exists()
    assert (sample.root / "examples/content/pages/about/ja.md").read_text() == "edited and never committed"
    assert not sample.build(write_ids=True).is_stopped


@pytest.mark.parametrize(
    ("old", "new"), [(f"id: {SITE_ID}\n", "id: ourunion\n"), (f"id: {SITE_ID}\n", ""), ("demonstration:", "footer2:")]
)
def test_a_site_of_one_s_own_is_never_moved(old, new, sample, capsys):
    text = (sample.root / "content/data/site.yml").read_text("utf-8").replace(old, new)
    if new == "footer2:":  # somebody took the line out, and left the id
        text = "".join(part for part in text.split("footer2:")[:1]) + "footer:" + text.split("footer:", 1)[1]
    sample.write("content/data/site.yml", text)
    before = files_of(sample.root)
    assert start(sample) == 0
    assert "your union's own already" in capsys.readouterr().out
    assert {path: data for path, data in files_of(sample.root).items() if not path.startswith(".output")} == before


def test_it_can_be_run_again_after_it_is_done(sample):
    assert start(sample, *BOTH) == 0
    sample.write("content/pages/about/ja.md", "---\ntitle: 書き直した\nsummary: 要約。\n---\n\n本文です。\n")
    before = files_of(sample.root)
    assert start(sample) == 0 and files_of(sample.root) == before


def test_nothing_changes_before_the_last_answer(sample, capsys):
    before = files_of(sample.root)
    for count in range(6):
        assert start(sample, *BOTH[:count], lang="ja") == 1
        assert "何も変えていません" in capsys.readouterr().err
        assert files_of(sample.root) == before


def test_whoever_thinks_about_an_answer_keeps_nobody_from_building(sample):
    asking = answering(*BOTH)
    assert start_site(sample.settings(), lambda question: [asking(question), sample.build()][0]) == 0


def test_answers_that_cannot_stand_on_a_site_change_nothing(sample, capsys):
    before = files_of(sample.root)
    assert start(sample, "ひかり\u202e労組", *BOTH[1:]) == 1
    said = capsys.readouterr().err
    assert "error[" in said and "Nothing was changed" in said
    assert files_of(sample.root) == before


def test_a_table_that_cannot_be_read_and_a_folder_in_the_way_are_told(sample, capsys):
    (sample.root / "examples/content").mkdir(parents=True)
    assert start(sample, *BOTH) == 1 and "examples/content is there already" in capsys.readouterr().err
    (sample.root / "examples/content").rmdir()
    sample.write("content/data/terms.yml", "a: [\n")
    assert start(sample, *BOTH) == 1 and "terms.yml cannot be read" in capsys.readouterr().err


def test_names_with_signs_stand_as_they_are(sample):
    assert start(sample, "", 'Union of *Bold* & [Co] "x": #1 <b>', "", "", "", "") == 0
    assert not sample.build().is_stopped
    assert "Union of *Bold* &amp; [Co] &quot;x&quot;: #1 &lt;b&gt;" in sample.read("en/about/index.html").replace(
        "&#34;", "&quot;"
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_at_most_six_questions_are_asked_and_a_wrong_answer_again(lang, capsys):
    ask = answering(*BOTH)
    assert asked(lang, ask).seal == "ひ" and len(ask.asked) == 6
    wrong = ("", "", "", "Hikari", "two", "", "nobody", "", "12", "０３－１２３４－５６７８", "http://hikari.example", 'https://a"b.example',
             "https://hikari.example/site/")  # fmt: skip
    found = asked(lang, answering(*wrong))
    assert found == ({"en": "Hikari"}, "H", "", "０３－１２３４－５６７８", "https://hikari.example/site")
    assert SITE_URL.fullmatch(found.url)
    assert len(capsys.readouterr().out.splitlines()) == 6


def test_an_address_without_its_line_is_told(sample, capsys):
    sample.write("publishconf.py", "SITEURL = ''.join(['https://x.example'])\n")
    assert start(sample, *BOTH) == 0
    assert 'SITEURL = "https://hikari.example"' in capsys.readouterr().err
    assert "join" in (sample.root / "publishconf.py").read_text()


def steps_until(site: SiteFolder, last: int) -> int:
    """Start a site in a process of its own, which is killed before step `last`; return how many steps it made."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        made = 0

        def count(event: str, args: tuple[object, ...]) -> None:
            nonlocal made
            if event in STEPS and str(args[0]).startswith(str(site.root)) and "/.output/" not in str(args[0]):
                made += 1
                os.write(writing, b".")
                if made == last:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        starting.start_site(site.settings(), answering(*BOTH))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        made = len(told.read())
    os.waitpid(child, 0)
    return made


def test_one_that_is_killed_is_finished_by_the_next_at_whatever_step(make_content, monkeypatch, capfd):
    monkeypatch.setattr(starting, "new_site_id", lambda: "sameeach")

    def begin(number: int) -> SiteFolder:
        site = make_content("sample", into=f"site {number}")
        shutil.copy2(PROJECT / "publishconf.py", site.root)
        site.write("content/news/2026-11-20-our-post/ja.md", "---\nid: ourpost1\ntitle: 題\n---\n\n本文です。\n")
        return site

    whole = begin(0)
    own = "news/2026-11-20-our-post/ja.md"
    texts = {path: data for path, data in files_of(whole.root / "content").items() if path != own}
    count = steps_until(whole, 10**6)
    expected = without_state(whole)
    assert count > 20 and {f"examples/content/{path}" for path in texts} < expected.keys()
    is_cut_off = set()
    for last in (1, 9, *range(count - 7, count + 1)):
        site = begin(last)
        assert steps_until(site, last) == last
        left = {data for path, data in without_state(site).items() if not path.startswith(".start")}
        assert left >= {*texts.values()}  # nothing is lost meanwhile
        is_cut_off.add((site.root / ".start").exists())
        if (site.root / ".start").exists():
            with pytest.raises(Unfinished):
                check_content(site.settings())
            assert start(site) == 0  # nothing is asked again
        else:
            assert start(site, *BOTH) == 0
        assert without_state(site) == expected, last
        shutil.rmtree(site.root)
    assert is_cut_off == {True, False}


def without_state(site: SiteFolder) -> dict[str, bytes]:
    return {path: data for path, data in files_of(site.root).items() if not path.startswith((".output/", "output/"))}


def test_what_was_put_in_the_way_of_one_that_was_cut_off_is_told(sample, capsys):
    shutil.copytree(sample.root / "content", sample.root / ".start/content")
    shutil.copytree(sample.root / "content", sample.root / "examples/content")
    assert start(sample) == 1 and "content is there already" in capsys.readouterr().err
    assert Path(sample.root, "content/data/site.yml").exists()
