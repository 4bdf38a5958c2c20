"""What a build does when little or nothing has changed, in counts: read, converted, rendered, written."""

import io
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from plugins.build.checking import checked
from plugins.build.result import Result
from plugins.build.steps import check_content
from tests.conftest import NOW, PROJECT, SiteFolder, differing_paths

REFUSED = "content/news/2026-10-20-refused"
STRIKE = "content/news/2026-11-02-strike"
PICTURE = "content/news/2026-11-18-sample-site-opens/classroom.png"
GLOSSARY = {f"{lang}/glossary/index.html" for lang in ("ja", "en")}
MEETING = "content/events/2026-12-12-study-meeting/event.yml"
TAGS = "content/data/tags.yml"
# (file, old words, new ones, the words that its pages show until then)
SHOWN = {
    "a title": (f"{REFUSED}/en.md", "The company refuses to bargain", "The company says no"),
    "a summary": (f"{REFUSED}/en.md", "On 20 October the company refused to talk.", "They would not talk."),
    "a label of a tag": (TAGS, "Hours", "Working time"),
    "a definition": ("content/data/terms.yml", "Workers stopping their work together.", "Workers stopping together."),
    "a title of an event": (MEETING, "A study meeting", "An evening"),
    "an address of a contact": ("content/data/contacts.yml", "office@hikari.example", "desk@hikari.example"),
}


def counts(result: Result) -> tuple[int, int, int, int, int]:
    assert not result.is_stopped
    return result.read, result.converted, result.rendered, len(result.written), len(result.removed)


def texts_in(content: Path) -> int:
    """Return how many running texts there are: one file may hold several languages."""
    files = (path.read_text(encoding="utf-8") for path in content.rglob("*.md"))
    return sum(max(1, len(re.findall(r"^<!-- \w\w -->$", text, re.MULTILINE))) for text in files)


def cards_that_say(site: SiteFolder, words: str) -> set[str]:
    """Return the cards of the pages that have words in their heading, which is what is drawn."""
    files = site.files()
    page_of = {path: files[path.replace("card.png", "index.html")] for path in files if path.endswith("/card.png")}
    headings = {path: re.findall("<h1.*?</h1>", page.decode(), re.DOTALL) for path, page in page_of.items()}
    return {path for path, found in headings.items() if words in "".join(found)}


def unpacked(path: str, data: bytes) -> bytes:
    """Return what a file says: of an archive, what is in it."""
    if not path.endswith(".zip"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def is_as_from_nothing(site: SiteFolder, **changes: object) -> bool:
    _, files = site.built_from_nothing(**changes)
    assert differing_paths(site.files(), files) == []
    return True


@pytest.fixture
def bilingual(make_built: Callable[..., SiteFolder]) -> SiteFolder:
    return make_built("bilingual")


@pytest.mark.parametrize("name", ["minimal", "bilingual", "sample"])
def test_a_first_build_converts_each_text_once_and_a_second_one_does_nothing(name, make_content):
    site = make_content(name)
    first = site.build()
    assert first.converted == texts_in(site.root / "content")
    assert first.rendered == len([path for path in first.written if path.endswith(".html")])
    assert set(first.written) == set(site.files()) and first.kept == 0
    assert counts(site.build()) == (0, 0, 0, 0, 0)
    assert site.build().kept == len(first.written)


def test_an_edited_text_is_converted_alone_and_its_page_rendered_alone(bilingual):
    bilingual.replace(f"{STRIKE}/en.md", "Our members struck for a day", "Our members struck for one day")
    feeds = [
        f"en/{place}{name}.xml"
        for place in ("", "campaigns/raise-the-floor/", "disputes/kasai-2026/", "news/strike/")
        for name in ("feed", "rss")
    ] + ["en/feed.json", *(f"en/tags/{topic}/feed.xml" for topic in ("hours", "wages"))]
    result = bilingual.build()
    assert (result.read, result.converted, result.rendered) == (1, 1, 1)
    assert sorted(result.written) == sorted([*feeds, "en/news/2026/strike/index.html"])


@pytest.mark.parametrize("what", SHOWN)
def test_other_words_are_written_where_they_are_shown_and_nowhere_else(what, bilingual):
    path, old, new = SHOWN[what]
    shown = {name for name, data in bilingual.files().items() if old.encode() in unpacked(name, data)}
    shown |= cards_that_say(bilingual, old)
    bilingual.replace(path, old, new)
    result = bilingual.build()
    assert shown and set(result.written) == shown
    assert (result.read, result.converted) == (1, 0)
    assert is_as_from_nothing(bilingual)


def test_a_file_that_was_touched_without_a_change_writes_nothing(bilingual):
    stamps = bilingual.stamps()
    for path in (bilingual.root / "content").rglob("*.*"):
        os.utime(path)
    assert counts(bilingual.build()) == (0, 0, 0, 0, 0)
    assert bilingual.stamps() == stamps


def test_a_word_taken_back_before_the_next_build_writes_nothing(bilingual):
    text = (bilingual.root / REFUSED / "en.md").read_text(encoding="utf-8")
    for written in ("---\ntitle: Something else\n---\n\nOther words.\n", text):
        (bilingual.root / REFUSED / "en.md").unlink()
        bilingual.write(f"{REFUSED}/en.md", written)
    assert counts(bilingual.build()) == (0, 0, 0, 0, 0)


def test_a_word_changed_back_is_not_converted_again_while_it_is_known(bilingual):
    """A text that moves to another header is the same text."""
    bilingual.replace(f"{REFUSED}/en.md", "title: The company refuses to bargain\n", "title: No\ntranslation: full\n")
    result = bilingual.build()
    assert (result.read, result.converted) == (1, 0)


def test_a_template_that_gives_the_same_bytes_is_rendered_and_not_written(bilingual):
    template = bilingual.own_theme() / "templates/pages/glossary.html"
    bilingual.build()
    stamps = bilingual.stamps()
    template.write_text("{# the same bytes #}" + template.read_text(encoding="utf-8"), encoding="utf-8")
    assert counts(bilingual.build()) == (0, 0, len(GLOSSARY), 0, 0)
    assert bilingual.stamps() == stamps
    assert counts(bilingual.build()) == (0, 0, 0, 0, 0)


def test_a_changed_template_renders_the_pages_that_use_it(bilingual):
    bilingual.own_theme()
    bilingual.build()
    bilingual.replace("theme/templates/pages/glossary.html", "{% block main %}", "{% block main %}<p>New</p>")
    result = bilingual.build()
    assert (result.rendered, set(result.written)) == (len(GLOSSARY), GLOSSARY)


def test_a_changed_style_of_a_component_renders_the_pages_that_use_it(bilingual):
    theme = bilingual.own_theme()
    bilingual.build()
    style = theme / "templates/components/timeline/timeline.css"
    style.write_text(style.read_text(encoding="utf-8") + "\nmain { orphans: 7; }\n", encoding="utf-8")
    result = bilingual.build()
    pages = {path for path, data in bilingual.files().items() if b"orphans:7" in data}
    assert pages and set(result.written) == pages
    assert result.rendered == len(pages) < 20


def test_a_changed_word_of_the_interface_is_written_where_it_stands(bilingual):
    bilingual.own_theme()
    bilingual.build()
    old = 'msgid "Glossary"\nmsgstr "用語集"'
    bilingual.replace("theme/translations/ja/LC_MESSAGES/messages.po", old, old.replace("用語集", "用語の一覧"))
    result = bilingual.build()
    shown = {path for path, data in bilingual.files().items() if "用語の一覧".encode() in data}
    assert set(result.written) == shown | cards_that_say(bilingual, "用語の一覧")
    assert (result.read, result.converted) == (0, 0)
    assert is_as_from_nothing(bilingual)


def test_a_changed_picture_is_written_with_the_pages_and_feeds_that_show_it(bilingual):
    old = sorted(path for path in bilingual.files() if "/placard." in path)
    shown = {path for path, data in bilingual.files().items() if old[-1].encode() in data}
    bilingual.write(f"{STRIKE}/placard.png", (PROJECT / PICTURE).read_bytes())
    result = bilingual.build()
    new = [path for path in bilingual.files() if "/placard." in path]
    assert len(old) == 2 and len(new) == 6  # a few pixels have one width, a photograph has three; AVIF and PNG
    assert (set(result.written), sorted(result.removed)) == ({*shown, *new}, old)
    assert {"ja/feed.xml", "en/news/2026/strike/index.html"} <= shown
    assert is_as_from_nothing(bilingual)


def test_a_changed_file_of_the_theme_is_written_alone(bilingual):
    icon = next(path for path in sorted((bilingual.own_theme() / "static").rglob("*")) if path.is_file())
    bilingual.build()
    icon.write_bytes(icon.read_bytes() + b" ")
    assert bilingual.build().written == (f"theme/{icon.relative_to(bilingual.theme / 'static').as_posix()}",)


def test_an_added_post_and_its_removal_leave_nothing_behind(bilingual):
    before, stamps = bilingual.files(), bilingual.stamps()
    folder = bilingual.root / "content/news/2026-11-20-new"
    tags = (bilingual.root / TAGS).read_text(encoding="utf-8")
    bilingual.write(TAGS, f"{tags}fresh:\n  label: {{ja: 新しい, en: Fresh}}\n")
    bilingual.write(f"{folder}/ja.md", "---\nid: new22222\ntitle: 題\nkind: court\ntags: [fresh]\n---\n\n本文。\n")
    added = bilingual.build()
    assert added.converted == 1 and is_as_from_nothing(bilingual)
    new = {"ja/news/2026/new/index.html", "en/news/2026/new/index.html", "ja/tags/fresh/index.html"}
    new |= {"ja/news/court/index.html", "ja/news/court/feed.xml"}
    assert new <= set(added.written)
    shutil.rmtree(folder)
    bilingual.write(TAGS, tags)
    gone = bilingual.build()
    assert (gone.converted, gone.read) == (0, 1) and new <= set(gone.removed)
    assert bilingual.files() == before
    assert bilingual.stamps().keys() == stamps.keys()  # no empty folder stays


def test_a_tag_that_nobody_uses_any_more_loses_its_pages(bilingual):
    bilingual.replace(f"{STRIKE}/ja.md", "tags: [wages, hours]", "tags: [wages]")
    result = bilingual.build()
    assert {"ja/tags/hours/index.html", "en/tags/hours/index.html"} <= set(result.removed)
    assert not [path for path, data in bilingual.files().items() if b"tags/hours" in data]
    assert is_as_from_nothing(bilingual)


def test_a_post_becomes_a_draft_and_public_again(bilingual):
    before = bilingual.files()
    bilingual.replace(f"{REFUSED}/ja.md", "kind: refusal\n", "kind: refusal\nstatus: draft\n")
    result = bilingual.build()
    assert "ja/news/2026/refused/index.html" in result.removed and is_as_from_nothing(bilingual)
    bilingual.replace(f"{REFUSED}/ja.md", "status: draft\n", "status: published\n")
    assert bilingual.build().converted == 0
    assert bilingual.files() == before


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOMENTS = [HOUR / 2 + HOUR / 60, 13 * HOUR, 20 * DAY + 6 * HOUR, 21 * DAY, 60 * DAY]


def test_what_waits_for_a_moment_comes_and_goes_with_it(bilingual):
    """An embargo ends, a post of later comes, an event and a petition pass; backwards too, as in a repeated build."""
    text = "---\nid: wait22{}2\ntitle: 題\nsummary: 要約\n{}: {}\n---\n\n本文。\n"
    bilingual.write("content/news/2026-11-21-held/ja.md", text.format("a", "embargo_until", "2026-11-22 12:30"))
    bilingual.write("content/news/2026-11-22-later/ja.md", text.format("b", "date", "2026-11-23"))
    bilingual.build()
    public = []
    for moment in (*(NOW + passed for passed in MOMENTS), NOW):
        assert not bilingual.build(now=moment).is_stopped
        assert is_as_from_nothing(bilingual, now=moment)
        assert counts(bilingual.build(now=moment)) == (0, 0, 0, 0, 0)
        public.append([name for name in ("held", "later") if f"ja/news/2026/{name}/index.html" in bilingual.files()])
    assert public == [["held"], *[["held", "later"]] * 4, []]


def test_the_next_minute_does_nothing_where_nothing_waits_for_it(bilingual):
    stamps = bilingual.stamps()
    assert counts(bilingual.build(now=NOW + timedelta(minutes=1))) == (0, 0, 0, 0, 0)
    assert bilingual.stamps() == stamps


def test_a_check_does_no_harm_to_the_next_build(bilingual):
    before = bilingual.files()
    bilingual.replace(f"{REFUSED}/en.md", "The company refuses to bargain", "The company says no")
    for _ in range(2):
        assert not check_content(bilingual.settings()).is_stopped
        assert bilingual.files() == before
    assert "en/news/2026/refused/index.html" in bilingual.build().written
    assert is_as_from_nothing(bilingual)


def test_the_number_of_workers_changes_no_byte(make_content):
    sites = {number: make_content("sample", into=f"{number}") for number in (1, 2, 4)}
    results = {number: site.build(workers=number) for number, site in sites.items()}
    assert {counts(result) for result in results.values()} == {counts(results[1])}
    assert differing_paths(sites[1].files(), sites[2].files()) == []
    assert differing_paths(sites[1].files(), sites[4].files()) == []


def test_the_order_of_files_on_the_disk_changes_no_byte(make_content):
    site = make_content("sample")
    assert not site.build(workers=1).is_stopped
    before = site.files()
    for path in sorted((site.root / "content").rglob("*"), reverse=True):
        if path.is_file():
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data)
    assert counts(site.build(workers=1)) == (0, 0, 0, 0, 0)
    assert differing_paths(site.built_from_nothing(workers=2)[1], before) == []


def test_a_picture_changed_in_a_build_that_was_refused_is_made_anew_by_the_next_one(make_built):
    site = make_built("sample")
    text = sorted((site.root / PICTURE).parent.glob("*.md"))[0]
    words = text.read_text(encoding="utf-8")
    Image.new("RGB", (640, 480), "green").save(site.root / PICTURE)
    text.write_text(f"{words}\n[x](/nowhere/)\n", encoding="utf-8")
    assert site.build().is_stopped
    text.write_text(words, encoding="utf-8")
    assert not site.build().is_stopped
    assert is_as_from_nothing(site)


def test_a_label_changed_while_nobody_showed_it_is_the_new_one_when_it_is_shown_again(bilingual):
    post, tags = f"{STRIKE}/ja.md", "tags: [wages, hours]"
    for path, old, new in ((post, tags, "tags: [wages]"), (TAGS, "en: Hours", "en: Working hours"),
                           (post, "tags: [wages]", tags)):  # fmt: skip
        bilingual.replace(path, old, new)
        assert not bilingual.build().is_stopped
    assert is_as_from_nothing(bilingual)


def test_an_event_that_is_deleted_while_another_one_ends_does_not_hide_the_end(bilingual):
    shutil.rmtree(bilingual.root / "content/events/2026-10-25-town-rally")
    later = {"now": NOW.replace(month=12, day=12, hour=20)}
    assert not bilingual.build(**later).is_stopped
    assert is_as_from_nothing(bilingual, **later)


UNTIL_MIDNIGHT = {
    "an event that says no end": (MEETING, "end: 2026-12-12 19:30\n", ""),
    "an event of a whole day": (
        MEETING, "start: 2026-12-12 18:00\nend: 2026-12-12 19:30\n", "start: 2026-12-12\nall_day: true\n",
    ),
    "an action that closes soon": ("content/data/actions.yml", "2026-12-31", "2026-12-20"),
}  # fmt: skip


@pytest.mark.parametrize("what", UNTIL_MIDNIGHT)
def test_what_lasts_until_midnight_is_another_the_next_day(what, bilingual):
    path, before, after = UNTIL_MIDNIGHT[what]
    bilingual.replace(path, before, after)
    seen = []
    for day in (20, 21):
        moment = NOW + timedelta(days=day, hours=8)
        assert not bilingual.build(now=moment).is_stopped
        assert is_as_from_nothing(bilingual, now=moment)
        seen.append(bilingual.files())
    assert seen[0] != seen[1]


def test_a_check_does_not_ask_for_what_the_next_build_writes_and_costs_it_nothing(bilingual):
    bilingual.build(write_ids=True)
    bilingual.write("content/news/2026-11-03-thanks/en.md", "---\ntitle: Thanks\nkind: news\n---\n\nThank you all.\n")
    assert "missing-id" in {found.rule for found in bilingual.build().problems}
    told = checked(bilingual.settings(write_ids=True))
    assert not told.is_stopped and not {found.rule for found in told.problems} & {"missing-id", "figures-not-fixed"}
    assert "missing-id" in {found.rule for found in checked(bilingual.settings()).problems}
    result = bilingual.build(write_ids=True)
    assert len(result.ids) == 1 and 0 < result.rendered < 20
