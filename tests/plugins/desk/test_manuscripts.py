"""Items as forms see them: untouched they keep every byte, changed they are read again as they were meant."""

from pathlib import Path

import pytest

from plugins.desk.fields import TABLE_FORMS, fields_of
from plugins.desk.manuscripts import Draft, Manuscript, read_draft, records_in, with_draft
from plugins.editing import NotRewritten, read_values
from plugins.model.post import PostWords
from plugins.reading.places import RECORD_FILES, TABLES

CONTENT = Path(__file__).parents[3] / "content"
LANGS = ("ja", "en")


def manuscript_at(folder: Path, key: str = "") -> Manuscript:
    names = sorted(folder.glob("*.md")) + sorted(folder.glob("*.yml")) if folder.is_dir() else [folder]
    kind = folder.parent.name
    return Manuscript(kind, f"content/{kind}/{folder.name}", LANGS, {f.name: f.read_bytes() for f in names}, key)


ITEMS = [manuscript_at(folder) for kind in RECORD_FILES for folder in sorted((CONTENT / kind).glob("*/"))]
RECORDS = [
    manuscript_at(CONTENT / TABLES / f"{table}.yml", key)
    for table in TABLE_FORMS
    for key, _ in records_in(read_values((CONTENT / TABLES / f"{table}.yml").read_text("utf-8")), table)
]
ONE_FILE = Manuscript("news", "content/news/2026-01-01-x", LANGS, {"post.md": """\
---
id: aaaa2222
title: {ja: 題, en: Title}
summary:  # two
  ja: 要約
  en: Summary
kind: strike  # sure
---

<!-- ja -->

本文。

<!-- en -->

Body.
""".encode()})  # fmt: skip


def named(manuscript: Manuscript) -> str:
    return f"{manuscript.path}#{manuscript.key}"


@pytest.mark.parametrize("manuscript", [*ITEMS, *RECORDS, ONE_FILE], ids=named)
def test_what_is_saved_untouched_is_the_same_bytes(manuscript):
    assert with_draft(manuscript, read_draft(manuscript)) == manuscript.files


@pytest.mark.parametrize("manuscript", [m for m in ITEMS if m.kind == "news"] + [ONE_FILE], ids=named)
def test_each_part_of_a_post_is_changed_alone(manuscript):
    draft = read_draft(manuscript)
    wanted = Draft(
        {**draft.facts, "kind": "court", "tags": ["wages", "new"]},
        {**draft.words, "en": {**draft.words.get("en", {}), "title": "Another: title"}},
        {**draft.bodies, "ja": "新しい本文。\n\n二段落目。"},
    )
    new = manuscript._replace(files=with_draft(manuscript, wanted))
    assert read_draft(new) == wanted
    assert with_draft(new, draft) != {} and read_draft(new._replace(files=with_draft(new, draft))) == draft


def test_a_file_with_every_language_keeps_its_comments():
    draft = read_draft(ONE_FILE)
    text = with_draft(ONE_FILE, draft._replace(bodies={"ja": "本文。", "en": "Other."}))["post.md"].decode()
    assert text == ONE_FILE.files["post.md"].decode().replace("Body.", "Other.")
    text = with_draft(ONE_FILE, draft._replace(facts={**draft.facts, "kind": "rally"}))["post.md"].decode()
    assert "kind: rally  # sure" in text and "summary:  # two" in text


def test_a_second_language_gets_a_file_of_its_own():
    files = {"ja.md": "---\nid: a\ntitle: 題\n---\n\n文。\n".encode()}
    one = Manuscript("news", "content/news/2026-01-01-x", LANGS, files)
    draft = read_draft(one)
    draft = draft._replace(words={**draft.words, "en": {"title": "T"}}, bodies={**draft.bodies, "en": "B."})
    files = with_draft(one, draft)
    assert files == {**one.files, "en.md": b"---\ntitle: T\n---\n\nB.\n"}


def test_a_fact_goes_where_it_stands_else_where_the_id_stands():
    files = {"ja.md": "---\ntitle: 題\nkind: strike\n---\n".encode(), "en.md": b"---\nid: a\ntitle: T\n---\n"}
    one = Manuscript("news", "content/news/2026-01-01-x", LANGS, files)
    draft = read_draft(one)
    new = with_draft(one, draft._replace(facts={**draft.facts, "kind": "rally", "dispute": "d"}))
    assert b"kind: rally" in new["ja.md"] and b"dispute: d" in new["en.md"]
    assert b"dispute" not in new["ja.md"] and b"kind" not in new["en.md"]


@pytest.mark.parametrize("table", sorted(TABLE_FORMS))
def test_a_record_of_a_table_is_changed_alone_and_a_new_one_is_added(table):
    one = next(m for m in RECORDS if m.table == table)
    draft = read_draft(one)
    field = next(name for name, value in draft.facts.items() if isinstance(value, dict) and "en" in value)
    wanted = draft._replace(facts={**draft.facts, field: {**draft.facts[field], "en": "Changed: words"}})
    new = one._replace(files=with_draft(one, wanted))
    assert read_draft(new) == wanted
    before, after = (m.files[f"{table}.yml"].decode().split("\n") for m in (one, new))
    assert sum(line not in after for line in before) <= 2  # that line, or the block it stood in
    if TABLE_FORMS[table].form != "record":
        added = one._replace(key="brand-new")
        facts = {**draft.facts, **({"id": "brand-new"} if "id" in draft.facts else {})}
        text = with_draft(added, Draft(facts, {}, {}))[f"{table}.yml"].decode()
        assert text.startswith(one.files[f"{table}.yml"].decode().rstrip("\n"))


def test_what_a_text_was_compared_with_stays_in_its_file():
    folder = next((CONTENT / "disputes").glob("*/"))
    files = {name: (folder / name).read_bytes() for name in ("dispute.yml", "ja.md", "en.md")}
    files["en.md"] = b"---\ncompared: ja-3f9a1c2e\n---\n\n" + files["en.md"]
    manuscript = Manuscript("disputes", f"content/disputes/{folder.name}", LANGS, files)
    draft = read_draft(manuscript)
    changed = with_draft(
        manuscript, Draft(draft.facts | {"contact": "somebody"}, draft.words, draft.bodies | {"en": "Text."})
    )
    assert b"contact: somebody" in changed["dispute.yml"] and b"compared" not in changed["dispute.yml"]
    assert changed["en.md"] == b"---\ncompared: ja-3f9a1c2e\n---\n\nText.\n" and changed["ja.md"] == files["ja.md"]
    assert not [field for field in fields_of(PostWords, "news") if field.name == "compared"]


def test_what_a_header_beside_a_record_says_besides_stays_in_its_file():
    files = {"dispute.yml": b"id: d\n", "ja.md": "---\nunknown: x\ncompared: en-3f9a1c2e\n---\n\n文。\n".encode()}
    manuscript = Manuscript("disputes", "content/disputes/d", LANGS, files)
    draft = read_draft(manuscript)
    assert draft.facts == {"id": "d"}
    changed = with_draft(manuscript, draft._replace(facts=draft.facts | {"contact": "desk"}))
    assert changed == files | {"dispute.yml": b"contact: desk\nid: d\n"}
    changed = with_draft(manuscript, draft._replace(bodies=draft.bodies | {"ja": "別。"}))
    assert changed["ja.md"] == files["ja.md"].replace("文".encode(), "別".encode())


@pytest.mark.parametrize(
    ("table", "text"),
    [("notices", "notices: none\n"), ("notices", "notices:\n  a: b\n"), ("tags", "a: 賃金\n"),
     ("tags", "a: [b]\n"), ("notices", "notices:\n  - 賃金\n"), ("tags", "- a\n- b\n"), ("tags", "only words\n")],
)  # fmt: skip
def test_a_table_of_another_shape_is_written_as_text_only(table, text):
    key = "0" if table == "notices" else "a"
    manuscript = Manuscript(TABLES, f"content/data/{table}.yml", LANGS, {f"{table}.yml": text.encode()}, key)
    with pytest.raises(NotRewritten):
        read_draft(manuscript)
    with pytest.raises(NotRewritten):
        with_draft(manuscript, Draft({"text": {"ja": "x"}}, {}, {}))


def test_of_two_records_with_one_id_only_the_one_that_was_shown_is_changed():
    text = "actions:\n  - id: a\n    type: petition\n  - id: a\n    type: donate\n"
    manuscript = Manuscript(TABLES, "content/data/actions.yml", LANGS, {"actions.yml": text.encode()}, "a")
    draft = read_draft(manuscript)
    changed = with_draft(manuscript, draft._replace(facts=draft.facts | {"type": "letter"}))
    assert changed["actions.yml"].decode() == text.replace("petition", "letter")
