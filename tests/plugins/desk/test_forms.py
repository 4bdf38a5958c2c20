"""What a form sends back: what it did not show or could not show stays, and no sign of a text is lost."""

import pytest
from werkzeug.datastructures import MultiDict

from plugins.desk.forms import fits, items_of, read_form
from plugins.desk.manuscripts import EASY, Manuscript, read_draft, with_draft
from tests.plugins.desk.test_manuscripts import ITEMS, ONE_FILE, RECORDS, named

LANGS = ("ja", "en")
POST = Manuscript("news", "content/news/2026-01-01-x", LANGS, {
    "ja.md": "---\nid: a\ntitle: 題\nkind: strike\n---\n\n文。\n".encode()})  # fmt: skip


def of(kind: str, text: str, name: str = "dispute.yml", **files: bytes) -> Manuscript:
    return Manuscript(kind, f"content/{kind}/x", LANGS, {name: text.encode(), **files})


@pytest.mark.parametrize("text", ["\u3000一字下げ。\n\n二段落目。", "    code\n\nText.", "Text.  \nNext"])
@pytest.mark.parametrize("lang", ["ja", EASY])
def test_signs_before_a_text_belong_to_it(text, lang):
    base = read_draft(POST)
    sent = MultiDict([(f"b.{lang}", f"\r\n{text}\r\n\r\n".replace("\n", "\r\n").replace("\r\r", "\r"))])
    draft = read_form(POST, sent, base)
    assert draft.bodies[lang] == text
    files = with_draft(POST, draft)
    assert read_draft(POST._replace(files=files)).bodies[lang].strip("\n") == text
    assert read_form(POST, MultiDict([("b.ja", "\u3000\r\n ")]), base).bodies["ja"] == ""


def sent_back(manuscript: Manuscript, **changes: str) -> MultiDict:
    """Return what a browser would send of a field that shows a value of another shape as well as it can."""
    return MultiDict([(name.replace("__", "."), text) for name, text in changes.items()])


MISFITS = [
    ("news", "tags: wages", {"f__tags": "w"}),
    ("news", "kind: [a]", {"f__kind": "['a']"}),
    ("news", "photos: [x.jpg]", {"f__photos__items": "0", "f__photos__0__file": "x"}),
    ("news", "title: [a]", {"w__ja__title": "['a']"}),
    ("news", "event_date: {a: b}", {"f__event_date": "x"}),
    ("disputes", "name: 題", {"f__name__ja": ""}),
    ("disputes", "entries: none", {"f__entries__items": "0"}),
    ("disputes", "entries:\n  - date: [a]", {"f__entries__items": "0", "f__entries__0__date": "x"}),
    ("disputes", "entries:\n  - text: 文", {"f__entries__items": "0", "f__entries__0__text__ja": "x"}),
    ("events", "venue: somewhere", {"f__venue__name__ja": "x"}),
]


@pytest.mark.parametrize(("kind", "text", "changes"), MISFITS, ids=[text for _, text, _ in MISFITS])
def test_a_value_that_a_field_cannot_show_is_told_and_stays(kind, text, changes):
    if kind == "news":
        manuscript = of(kind, f"---\n{text}\n---\n\n文。\n", "ja.md")
    else:
        manuscript = of(kind, f"{text}\n", "dispute.yml" if kind == "disputes" else "event.yml")
    base = read_draft(manuscript)
    assert not fits(manuscript, base)
    draft = read_form(manuscript, sent_back(manuscript, **changes), base)
    assert draft == base
    assert with_draft(manuscript, draft) == manuscript.files


@pytest.mark.parametrize("manuscript", [*ITEMS, *RECORDS, ONE_FILE], ids=named)
def test_all_of_the_example_fits(manuscript):
    assert fits(manuscript, read_draft(manuscript))


def test_which_item_of_the_form_each_record_is_written_from():
    manuscript = of("disputes", "entries:\n  - date: 2020-01-01\n  - date: 2020-01-02\n  - date: 2020-01-03\n")
    base = read_draft(manuscript)
    pairs = [("f.entries.items", item) for item in ("", "0", "1", "2", "new1", "new2")]
    pairs += [("f.entries.0.gone", "yes"), ("f.entries.1.date", "2020-01-02"), ("f.entries.2.date", "2020-01-03"),
              ("f.entries.new1.date", ""), ("f.entries.new2.date", "2020-01-05")]  # fmt: skip
    sent = MultiDict(pairs)
    assert items_of(manuscript, sent, base)["f.entries"] == ["1", "2", "new2"]
    assert [entry["date"] for entry in read_form(manuscript, sent, base).facts["entries"]] == [
        "2020-01-02", "2020-01-03", "2020-01-05"]  # fmt: skip
