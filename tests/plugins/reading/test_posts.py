"""Posts: what each file of a folder gives, and what is told where it does not fit."""

import pytest

from plugins.reading.keeping import Keeper
from plugins.reading.media import NO_MEDIA
from plugins.reading.posts import post_of
from plugins.reading.sources import SourceFile, SourceItem

FOLDER = "content/news/2026-11-02-fault"
HEADER = "---\nid: fault222\ntitle: {ja: 題, en: Title}\nsummary: {ja: 要約, en: Summary}\n---\n"


def read(**files):
    found = tuple(SourceFile(f"{FOLDER}/{name}.md", f"{name}.md", text.encode()) for name, text in files.items())
    item = SourceItem("news", "2026-11-02-fault", "fault", "2026-11-02", FOLDER, found)
    return post_of(item, ("ja", "en"), Keeper())


def told(item):
    return [(found.path.rsplit("/")[-1], found.line, found.rule) for found in item.problems]


@pytest.mark.parametrize(
    "text",
    [
        "title: My post\nsummary: All of it\n\nThe text.\n",
        "Title: My post\nDate: 2026-11-02\nCategory: news\n\nThe text.\n",
        "\n\nThe text alone.\n",
        "# A heading\n\nThe text.\n",
        "+++\ntitle = 'x'\n+++\n",
        "----\ntitle: x\n----\n",
        "title: My post\n---\nThe text.\n",
        "title: My post\n\n<!-- ja -->\n\n本文\n",
    ],
    ids=["fields", "fields of Pelican", "text", "heading", "TOML", "four hyphens", "no first fence", "languages"],
)
def test_a_missing_header_is_told_once_and_nothing_that_follows_from_it(text):
    for name in ("ja", "post"):
        item = read(**{name: text})
        assert told(item) == [(f"{name}.md", 1, "header-missing")]
        assert item.value is None


def test_a_file_may_hold_the_text_alone_where_the_other_gives_its_title():
    item = read(ja=HEADER + "本文\n", en="The text: all of it.\n")
    assert told(item) == []
    assert [text.title for text in item.value.texts] == ["題", "Title"]


def test_but_not_if_it_begins_like_a_header():
    assert told(read(ja=HEADER + "本文\n", en="title: Another\n\nThe text.\n")) == [("en.md", 1, "header-missing")]


def test_what_the_other_file_would_give_is_not_missed_where_that_cannot_be_read():
    assert told(read(ja="---\ntitle: {ja: 題, en: Title}\n\n本文\n", en="The text.\n")) == [
        ("ja.md", 1, "header-not-closed")
    ]


def test_a_list_that_differs_is_told_as_it_is_written():
    ja = HEADER.replace("---\ni", "---\ntags: [wages, safety]\ni") + "本文\n"
    (found,) = read(ja=ja, en="---\ntags:\n  - wages\n---\nThe text.\n").problems
    assert '"tags" is "[wages]" here but "[wages, safety]" in ja.md, line 2.' in str(found)


def test_a_fact_that_one_file_leaves_blank_does_not_differ():
    ja = HEADER.replace("---\ni", "---\ndispute: kasai\ni") + "本文\n"
    assert told(read(ja=ja, en="---\ndispute:\n---\nThe text.\n")) == []


@pytest.mark.parametrize(("name", "rule"), [("en", "file-beside-post"), ("fr", "unknown-file")])
def test_a_file_beside_post_md(name, rule):
    assert told(read(**{"post": HEADER + "<!-- ja -->\n本文\n", name: "---\ntitle: x\n---\nText\n"})) == [
        (f"{name}.md", 1, rule)
    ]


def test_a_post_has_the_row_that_lists_know_of_it():
    ja = HEADER.replace("---\ni", "---\nphotos: [{file: b.jpg, alt: {ja: 写真, en: Photo}}]\ntags: [wages]\ni")
    item = read(ja=ja + "![写真](a.jpg) [要求書](demands.pdf) {sessions}回\n", en="The text: all of it.\n")
    row = item.listed
    assert (row.folder, row.slug, row.id, row.tags) == ("2026-11-02-fault", "fault", "fault222", ("wages",))
    assert (row.langs, row.has_figures) == (("ja", "en"), True)
    media = [f"/media/news/2026-11-02-fault/{name}" for name in ("a.jpg", "b.jpg", "demands.pdf")]
    assert (list(row.pictures), list(row.documents)) == (media[:2], media[2:])


def test_a_post_that_could_not_be_read_has_neither_row_nor_texts():
    item = read(ja="---\ntitle: 題\nchecked: soon\n---\n本文\n")
    assert (item.value, item.listed, item.bodies, item.shown) == (None, None, (), NO_MEDIA)
