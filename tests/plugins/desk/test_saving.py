"""What is written on top of what somebody else has written meanwhile: always into the same record, or asked first."""

import pytest

from plugins.desk.manuscripts import Draft, Manuscript, read_draft
from plugins.desk.saving import saving
from plugins.editing import Clash

LANGS = ("ja", "en")
ONE = "  - text:\n      ja: 一\n      en: One\n    url: /one/\n"
TWO = "  - text:\n      ja: 二\n      en: Two\n    url: /two/\n"
NEW = "  - text:\n      ja: 新\n      en: New\n    url: /new/\n"
CONTACTS = "a:\n  display_name:\n    en: A\n  email: a@example.org\nb:\n  display_name:\n    en: B\n"
POST = {
    "ja.md": "---\nid: a\ntitle: 題\nkind: strike\n---\n\n一。\n\n二。\n".encode(),
    "en.md": b"---\ntitle: T\nsummary: S\n---\n\nOne.\n\nTwo.\n",
}


def notices(*records: str, key: str = "0") -> Manuscript:
    files = {"notices.yml": ("notices:\n" + "".join(records)).encode()}
    return Manuscript("data", "content/data/notices.yml", LANGS, files, key)


def contacts(text: str, key: str) -> Manuscript:
    return Manuscript("data", "content/data/contacts.yml", LANGS, {"contacts.yml": text.encode()}, key)


def post(files: dict[str, bytes]) -> Manuscript:
    return Manuscript("news", "content/news/2026-01-01-x", LANGS, files)


def changed(manuscript: Manuscript, **facts: object) -> Draft:
    draft = read_draft(manuscript)
    return draft._replace(facts={**draft.facts, **facts})


def test_a_record_without_an_id_is_found_where_it_stands_now():
    base, now = notices(ONE, TWO), notices(NEW, ONE, TWO)
    done = saving(now, base, changed(base, url="/other/"))
    assert done.files["notices.yml"].decode() == "notices:\n" + NEW + ONE.replace("/one/", '"/other/"') + TWO
    assert (done.clashes, done.key) == ((), "1")


def test_a_record_without_an_id_that_was_changed_too_is_found_and_put_together():
    base, now = notices(ONE, TWO), notices(NEW, ONE.replace("One", "First"), TWO)
    done = saving(now, base, changed(base, url="/other/"))
    mine = ONE.replace("/one/", '"/other/"').replace("One", "First")
    assert done.files["notices.yml"].decode() == "notices:\n" + NEW + mine + TWO


def test_a_record_without_an_id_that_is_gone_is_asked_for():
    base, now = notices(ONE, TWO), notices(TWO)
    wanted = changed(base, url="/other/")
    done = saving(now, base, wanted)
    assert done.clashes == (Clash(("facts",), read_draft(base).facts, wanted.facts, None),)
    ours, theirs = saving(now, base, wanted, []), saving(now, base, wanted, [("facts",)])
    assert ours.files["notices.yml"].decode() == "notices:\n" + TWO + ONE.replace("/one/", '"/other/"')
    assert theirs.files == now.files
    assert saving(now, base, read_draft(base)).files == now.files  # nothing was changed here


def test_the_record_of_a_table_that_is_gone_comes_back_whole_or_not_at_all():
    base, now = contacts(CONTACTS, "a"), contacts("b:\n  display_name:\n    en: B\n", "a")
    wanted = changed(base, email="new@example.org")
    [clash] = saving(now, base, wanted).clashes
    assert clash == Clash(("facts",), read_draft(base).facts, wanted.facts, None)
    ours = saving(now, base, wanted, [])
    assert read_draft(now._replace(files=ours.files)) == wanted
    assert saving(now, base, wanted, [("facts",)]).files == now.files


@pytest.mark.parametrize("kind", ["whole item", "record file"])
def test_an_item_that_is_gone_comes_back_whole_or_not_at_all(kind):
    files = {"dispute.yml": b"id: d\ncontact: desk\n", "ja.md": "文。\n".encode(), "en.md": b"Text.\n"}
    base = Manuscript("disputes", "content/disputes/d", LANGS, files)
    left = {} if kind == "whole item" else {"ja.md": files["ja.md"], "en.md": files["en.md"]}
    now = base._replace(files=left)
    wanted = changed(base, contact="other")
    assert saving(now, base, wanted).clashes == (Clash(("facts",), read_draft(base).facts, wanted.facts, None),)
    again = saving(now, base, wanted, []).files
    assert read_draft(base._replace(files=again)) == wanted and {**again, "dispute.yml": b""} == {
        **files,
        "dispute.yml": b"",
    }
    assert saving(now, base, wanted, [("facts",)]).files == left


def test_a_language_that_is_gone_comes_back_whole_or_not_at_all():
    base = post(POST)
    now = post({"ja.md": POST["ja.md"]})
    draft = read_draft(base)
    wanted = draft._replace(
        words=draft.words | {"en": {"title": "New", "summary": "S"}}, bodies=draft.bodies | {"en": "One.\n\nOther."}
    )
    done = saving(now, base, wanted)
    assert [clash.place for clash in done.clashes] == [("words", "en"), ("bodies", "en", 0)]
    assert done.clashes[1] == Clash(("bodies", "en", 0), "One.\n\nTwo.", "One.\n\nOther.", "")
    assert read_draft(post(saving(now, base, wanted, []).files)) == wanted
    yielding = [clash.place for clash in done.clashes]
    assert saving(now, base, wanted, yielding).files == now.files
    assert saving(now, base, draft).files == now.files  # nothing was changed here
    other = changed(base, kind="rally")
    assert saving(now, base, other).files == {"ja.md": POST["ja.md"].replace(b"strike", b"rally")}


def test_changes_of_both_to_a_record_with_an_id_go_together():
    base = contacts(CONTACTS, "a")
    now = contacts("new:\n  display_name:\n    en: N\n" + CONTACTS.replace("en: A", "en: AA"), "a")
    done = saving(now, base, changed(base, email="new@example.org"))
    assert (
        done.files["contacts.yml"]
        .decode()
        .endswith(CONTACTS.replace("en: A", "en: AA").replace("a@example.org", '"new@example.org"'))
    )
