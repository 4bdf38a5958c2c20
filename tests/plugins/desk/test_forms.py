"""What a form sends back: what it did not show or could not show stays, and no sign of a text is lost."""

import pytest
from werkzeug.datastructures import MultiDict

from plugins.desk.forms import read_form
from plugins.desk.manuscripts import EASY, Manuscript, read_draft, with_draft

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
