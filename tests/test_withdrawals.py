"""What was withdrawn leaves no trace, or a plain word where its writer wants one, and never comes again by accident."""

import shutil

import pytest

from plugins.build.checking import checked
from plugins.build.gate import withdrawn_among
from plugins.build.resident import Resident
from plugins.build.withdrawals import hashed, read_keys
from plugins.problems import has_errors
from tests.conftest import NOW

LEDGER = "content/data/addresses.yml"
REDIRECTS = "content/data/redirects.yml"
POST = "content/news/2026-11-21-needle-walkout"
TEXT = """---
id: needle22
title: 針の題
summary: 針の要約
tags: [needle]
{more}---

針の本文です。

![針の絵](needle.png)
"""


@pytest.fixture
def site(make_built):
    """A site with a public post that is about to be withdrawn."""
    site = make_built("bilingual")
    shutil.copy(next((site.root / "content").rglob("*.png")), site.write(f"{POST}/needle.png", b""))
    site.write(f"{POST}/ja.md", TEXT.format(more=""))
    tags = (site.root / "content/data/tags.yml").read_text(encoding="utf-8")
    site.write("content/data/tags.yml", f"{tags}needle:\n  label: {{ja: 針の札, en: Needle}}\n")
    assert not site.record().is_stopped
    assert needles(site) and "news/2026/needle-walkout: needle22" in text_of(site, LEDGER)
    return site


def text_of(site, path):
    return (site.root / path).read_text(encoding="utf-8")


def needles(site):
    """Return the files of the output that name the post in their bytes or in their name."""
    words = [word.encode() for word in ("needle-walkout", "needle22", "針の", "Needle", "tags/needle")]
    return [path for path, data in site.files().items() if "needle" in path or any(word in data for word in words)]


def withdraw(site, status="withdrawn"):
    site.write(f"{POST}/ja.md", TEXT.format(more=f"status: {status}\n"))


def test_a_withdrawn_post_leaves_no_trace_and_a_hash_in_the_ledger(site):
    withdraw(site)
    assert not site.record().is_stopped
    assert needles(site) == []
    (key,) = read_keys(site.settings())
    assert (site.root / "../danketsu-private/withdrawn.key").stat().st_mode & 0o777 == 0o600
    line = f"withdrawn/{hashed(key, 'news/2026/needle-walkout')}: {hashed(key, 'needle22')}\n"
    assert line in text_of(site, LEDGER) and "needle-walkout" not in text_of(site, LEDGER)
    assert f"withdrawn/key-{hashed(key, '')}:\n" in text_of(site, LEDGER)
    _, fresh = site.built_from_nothing()
    assert site.files() == fresh


def test_its_folder_may_be_deleted_afterwards(site):
    withdraw(site)
    assert not site.record().is_stopped
    shutil.rmtree(site.root / POST)
    before = site.files()
    assert not site.record().is_stopped
    assert site.files() == before


def test_where_nothing_may_be_written_an_open_line_of_it_is_an_error(site, problem_lines):
    withdraw(site)
    (line,) = (line for line in problem_lines(site.build()) if "withdrawn" in line)
    assert line.startswith(f"{POST}/ja.md:6: error[withdrawn-not-recorded]") and "python3 run.py id" in line


@pytest.mark.parametrize(
    ("folder", "key"),
    [("2026-11-20-needle-walkout", "fresh222"), ("2026-11-20-other", "needle22")],
    ids=["the address", "the id"],
)
def test_nothing_new_takes_the_address_or_the_id_of_what_was_withdrawn(folder, key, site, problem_lines):
    withdraw(site)
    assert not site.record().is_stopped
    shutil.rmtree(site.root / POST)
    site.write(f"content/news/{folder}/ja.md", f"---\nid: {key}\ntitle: 題\nsummary: 要約\n---\n\n本文\n")
    result = site.record()
    (line,) = (line for line in problem_lines(result) if "address-withdrawn" in line)
    assert line.startswith(f"content/news/{folder}") and result.is_stopped


def test_without_the_key_it_is_said_and_no_second_key_is_made(site, problem_lines):
    withdraw(site)
    assert not site.record().is_stopped
    (site.root / "../danketsu-private/withdrawn.key").unlink()
    site.replace("content/news/2026-11-02-strike/ja.md", "---\nid", "---\nstatus: withdrawn\nid")
    result = site.build(write_ids=True, write_addresses=True, severities={"link-to-unpublished": "off"})
    assert not (site.root / "../danketsu-private/withdrawn.key").exists()
    assert [line for line in problem_lines(result) if "warning[withdrawn-key-missing]" in line]
    assert "news/2026/strike" in text_of(site, LEDGER)


DAMAGES = {
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(b"0123456789abcdef\n"),
    "other bytes": lambda file: file.write_bytes(b"\xff\xfe\x00"),
    "a folder": lambda file: file.mkdir(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_damaged_key_is_told_and_nothing_is_withdrawn_with_it(damage, is_first, site, problem_lines):
    key = site.root / "../danketsu-private/withdrawn.key"
    if not is_first:
        withdraw(site)
        assert not site.record().is_stopped
        key.unlink()
    key.parent.mkdir(exist_ok=True)
    damage(key)
    if is_first:
        withdraw(site)
    found = [line for line in problem_lines(site.record()) if "withdrawn" in line]
    (line,) = found
    assert line.startswith(f"{LEDGER}:") and "warning[withdrawn-key-damaged]" in line
    assert "../danketsu-private/withdrawn.key" in line and '"withdrawn/"' in line
    assert ("needle-walkout" in text_of(site, LEDGER)) == is_first and needles(site) == []
    key.rmdir() if key.is_dir() else key.unlink()
    text = "".join(one for one in text_of(site, LEDGER).splitlines(keepends=True) if "withdrawn/" not in one)
    site.write(LEDGER, text)  # as it says
    assert not [line for line in problem_lines(site.record()) if "withdrawn" in line]
    assert "needle-walkout" not in text_of(site, LEDGER)


def test_a_damaged_key_is_nothing_to_those_who_have_withdrawn_nothing(make_built, problem_lines):
    site = make_built("clean")
    site.write("../danketsu-private/withdrawn.key", b"")
    assert problem_lines(site.record()) == []


def test_what_two_desks_have_withdrawn_is_known_once_the_keys_meet(site, problem_lines):
    withdraw(site)
    assert not site.record().is_stopped
    key = site.root / "../danketsu-private/withdrawn.key"
    theirs, ours = key.read_text(), "0" * 64 + "\n"
    shutil.rmtree(site.root / POST)
    site.write(f"{POST}/ja.md", "---\nid: fresh223\ntitle: 題\nsummary: 要約\n---\n\n本文\n")
    key.write_text(ours)
    (line,) = (line for line in problem_lines(site.record()) if "withdrawn" in line)
    assert "warning[withdrawn-key-differs]" in line and "danketsu-private/withdrawn.key" in line
    for both in (ours + theirs, "\ufeff" + theirs.replace("\n", "\r\n") + ours):
        key.write_text(both, encoding="utf-8")
        result = site.record()
        (line,) = (line for line in problem_lines(result) if "withdrawn" in line)
        assert "error[address-withdrawn]" in line and line.startswith(POST)


OLD = "news/2026/needle-before"


@pytest.fixture
def redirected(site):
    """The post had another address before."""
    site.write(LEDGER, f"{text_of(site, LEDGER)}{OLD}: needle22\n")
    site.write(REDIRECTS, f"# ours\nabout-us: about\n{OLD}: news/2026/needle-walkout\n")
    assert not site.record().is_stopped
    assert f"ja/{OLD}/index.html" in site.files()
    return site


@pytest.mark.parametrize("is_from_nothing", [False, True])
def test_an_earlier_address_of_it_goes_with_it(is_from_nothing, redirected):
    site = redirected
    withdraw(site)
    for folder in (site.output, site.settings().state) if is_from_nothing else ():
        shutil.rmtree(folder)
    assert not site.record().is_stopped
    assert needles(site) == [] and "news/2026/needle" not in text_of(site, LEDGER)
    assert text_of(site, REDIRECTS) == "# ours\nabout-us: about\n"


@pytest.mark.parametrize("status", ["withdrawn", "withdrawn_notice"])
def test_check_does_not_tell_of_a_redirect_that_the_next_build_mends(status, redirected):
    site = redirected
    withdraw(site, status)
    told = lambda **how: {p.rule for p in checked(site.settings(**how)).problems} - {"translation-missing"}  # noqa: E731
    assert told(write_ids=True, write_addresses=True) == set()
    assert told() == {"withdrawn-not-recorded", "redirect-to-nothing"}  # where nothing may be written
    assert not site.record().is_stopped
    assert told() == set()
    is_led = status == "withdrawn_notice"
    assert (f"ja/{OLD}/index.html" in site.files()) == is_led == ("取り下げ" in "".join(texts_at(site, OLD)))


def texts_at(site, address):
    return [site.read(path) for path in site.files() if path.endswith(f"{address}/index.html")]


def test_a_redirect_of_something_else_to_what_was_withdrawn_is_told(redirected, problem_lines):
    site = redirected
    site.write(REDIRECTS, f"{text_of(site, REDIRECTS)}the-walkout: news/2026/needle-walkout\n")
    assert not site.record().is_stopped
    withdraw(site)
    lines = problem_lines(checked(site.settings(write_ids=True, write_addresses=True)))
    (line,) = (line for line in lines if "translation" not in line)
    assert line.startswith(f"{REDIRECTS}:4: error[redirect-to-nothing]") and '"the-walkout"' in line


def test_the_preview_goes_on_after_a_withdrawal(redirected):
    """It leaves the redirect to the next build; what it leaves is no fault, whatever is edited then."""
    site = redirected
    live = Resident(site.settings(write_ids=True, write_addresses=True), lambda: NOW)
    assert not live.start().is_stopped
    withdraw(site)
    other = "content/news/2026-11-02-strike/en.md"
    text = text_of(site, other)
    site_edits = [(f"{POST}/ja.md", None), (other, f"{text}\n[x](/nowhere/)\n"), (other, f"{text}\nMore.\n")]
    stopped = []
    for path, new in site_edits:
        if new:
            site.write(path, new)
        stopped.append(live.refresh([str(site.root / path)]).is_stopped)
    assert stopped == [False, True, False]
    assert not site.record().is_stopped
    assert OLD not in text_of(site, REDIRECTS)


def test_with_a_notice_its_address_says_so_and_nothing_else(site):
    withdraw(site, "withdrawn_notice")
    assert not site.record().is_stopped
    assert text_of(site, REDIRECTS).endswith("news/2026/needle-walkout: withdrawn\n")
    for lang, words in (("ja", "取り下げました"), ("en", "Withdrawn")):
        page = site.read(f"{lang}/news/2026/needle-walkout/index.html")
        assert f"<h1>{words}</h1>" in page and '<meta name="robots" content="noindex">' in page
        assert "refresh" not in page and "針の" not in page and "needle22" not in page
    assert {path.rpartition("/")[2] for path in needles(site)} == {"index.html"} and len(needles(site)) == 2
    before = site.files()
    shutil.rmtree(site.root / POST)
    assert not site.record().is_stopped
    assert site.files() == before


def test_what_was_never_public_is_withdrawn_without_a_word(make_built):
    site = make_built("bilingual")
    assert not site.record().is_stopped
    before = text_of(site, LEDGER)
    withdraw(site)
    site.write(f"{POST}/needle.png", next((site.root / "content/news").rglob("placard.png")).read_bytes())
    site.replace(f"{POST}/ja.md", "tags: [needle]\n", "")
    assert not site.record().is_stopped
    assert text_of(site, LEDGER) == before and not (site.root / REDIRECTS).exists()
    assert not (site.root / "../danketsu-private").exists()


def test_a_post_that_is_a_draft_again_leaves_no_trace_and_may_come_again(site):
    everything = site.files()
    withdraw(site, "draft")
    assert not site.record().is_stopped
    assert needles(site) == [] and "news/2026/needle-walkout: needle22" in text_of(site, LEDGER)
    site.write(f"{POST}/ja.md", TEXT.format(more=""))
    assert not site.record().is_stopped
    assert site.files() == everything


def test_a_withdrawn_text_is_known_under_its_first_address_too(site):
    """An earlier publication has it there: the redirects lead from that address to the word "withdrawn"."""
    redirects = "news/2026/first-name: news/2026/second-name\nnews/2026/second-name: withdrawn  # by its writer\n"
    site.write(REDIRECTS, redirects)
    old = ["ja/news/2026/first-name/index.html", "ja/news/2026/strike/index.html", "ja/news/2026/second-name/feed.xml"]
    found = list(withdrawn_among(site.settings(), old))
    assert [(one.rule, one.path) for one in found] == [("withdrawn-comes-back", f"output/{old[0]}")]


def test_tables_that_cannot_be_read_are_told_and_no_traceback(site):
    site.write(LEDGER, b"\xff\xfe\x00news")
    site.write(REDIRECTS, "news/2026/a: [\n")
    found = list(withdrawn_among(site.settings(), ["ja/news/2026/first-name/index.html"]))
    assert {one.path for one in found} == {LEDGER} and has_errors(found)
    site.write(REDIRECTS, "news/2026/a: news/2026/b\nnews/2026/b: news/2026/a\n")
    assert list(withdrawn_among(site.settings(), ["ja/news/2026/a/index.html"])) == found
