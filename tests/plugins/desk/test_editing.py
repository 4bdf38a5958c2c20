"""What the forms of the desk do with the files: nothing where nothing was changed, and else just that."""

import io
from pathlib import Path

import pytest
from lxml import html
from PIL import Image
from PIL.ExifTags import IFD

from tests.plugins.desk.conftest import HERE, ORIGIN, Desk

STRIKE = "/edit/news/2026-11-02-strike"
FILES = "content/news/2026-11-02-strike"


def content(desk: Desk) -> dict[str, bytes]:
    return {
        path.relative_to(desk.site.root).as_posix(): path.read_bytes()
        for path in sorted((desk.site.root / "content").rglob("*")) if path.is_file()
    }  # fmt: skip


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def places(desk: Desk) -> list[str]:
    """Return the address of every form."""
    found = ["/edit/data/site/site"]
    for path in ("/list/news", "/list/pages", "/list/disputes", "/list/campaigns", "/list/events", "/list/surveys",
                 "/list/reports", "/list/explainers", "/list/data/organisations", "/list/data/contacts",
                 "/list/data/sources", "/list/data/terms", "/list/data/tags", "/list/data/actions",
                 "/list/data/notices"):  # fmt: skip
        found += [link.get("href") for link in desk.get(path).find_class("rows")[0].iter("a")] if (
            desk.get(path).find_class("rows")) else []  # fmt: skip
    return found


def test_every_form_that_is_saved_untouched_changes_no_byte(desk):
    before = content(desk)
    found = places(desk)
    assert len(found) > 15
    for path in found:
        answer = desk.post(path, desk.form(path), do="save")
        assert answer.status_code == 303, (path, answer.text)
        assert differing(before, content(desk)) == [], path


def test_one_field_changes_one_file_and_its_own_lines(desk):
    before = content(desk)
    answer = desk.post(STRIKE, desk.form(STRIKE), do="save", w__en__title="Another headline: at once")
    assert answer.status_code == 303
    assert differing(before, content(desk)) == [f"{FILES}/en.md"]
    old, new = (files[f"{FILES}/en.md"].decode().split("\n") for files in (before, content(desk)))
    assert [line for line in new if line not in old] == ['title: "Another headline: at once"']
    assert len(old) == len(new)


def test_records_of_a_list_are_changed_added_and_taken_out(desk):
    path, file = "/edit/disputes/kasai-2026", "content/disputes/kasai-2026/dispute.yml"
    before = content(desk)[file].decode()
    form = desk.form(path)
    count = sum(name == "f.entries.items" and value != "" for name, value in form)
    assert count
    added = [("f.entries.items", "new1"), ("f.entries.new1.date", "2026-05-20"), ("f.entries.new1.type", "protest"),
             ("f.entries.new1.text.en", "A protest.")]  # fmt: skip
    assert desk.post(path, [*form, *added], do="save").status_code == 303
    after = content(desk)[file].decode()
    assert "  - date: 2026-05-20\n    type: protest\n    text:\n      en: A protest.\n" in after
    assert [line for line in before.split("\n") if line not in after.split("\n")] == []
    form = desk.form(path)
    assert desk.post(path, [*form, (f"f.entries.{count}.gone", "yes")], do="save").status_code == 303
    assert content(desk)[file].decode() == before


def test_what_would_stop_the_site_is_not_saved_and_not_lost(desk):
    before = content(desk)
    answer = desk.post(STRIKE, desk.form(STRIKE), do="save", f__dispute="nowhere", w__en__title="Kept words")
    assert answer.status_code == 409
    assert "nowhere" in answer.text and "Kept words" in answer.text and "Not saved yet" in answer.text
    assert differing(before, content(desk)) == []
    [kept] = desk.unsaved.all()
    again = desk.get(f"{STRIKE}?window={kept.window}")
    assert again.get_element_by_id("w.en.title").text.strip() == "Kept words"


def test_what_is_typed_is_told_and_shown_and_touches_no_file(desk):
    before = content(desk)
    form = desk.form(STRIKE)
    told = desk.post(f"/typed{STRIKE.removeprefix('/edit')}", form, b__en="Needle. {nonsense}\r\n\r\nWords").json
    assert [one["field"] for one in told["told"] if one["severity"] == "error"] == []
    told = desk.post(f"/typed{STRIKE.removeprefix('/edit')}", form, b__en="One.\r\n\r\n{sessions: nowhere}").json
    [fault] = [one for one in told["told"] if one["severity"] == "error"]
    assert (fault["field"], fault["line"]) == ("b.en", 3)
    assert fault["how"]
    desk.post(f"/typed{STRIKE.removeprefix('/edit')}", form, b__en="A needle in the preview.")
    assert b"A needle in the preview." in desk.preview.resident.read("en/news/2026/strike/index.html")
    assert differing(before, content(desk)) == []


def test_a_new_post_is_begun_written_and_published(desk):
    answer = desk.client.post("/new/strike", base_url=HERE, headers=ORIGIN, data={
        "title.ja": "門の前に四十人", "title.en": "Forty people at the gate", "day": "2026-11-20",
        "story": "dispute kasai-2026"})  # fmt: skip
    path = answer.headers["Location"]
    assert path == "/edit/news/2026-11-20-forty-people-gate"
    folder = desk.site.root / "content/news/2026-11-20-forty-people-gate"
    assert "status: draft" in (folder / "ja.md").read_text("utf-8")
    written = {
        "b.ja": "四十人が立ちました。",
        "b.en": "Forty members stood.",
        "w.en.summary": "Forty.",
        "w.ja.summary": "四十人。",
    }
    changes = {name.replace(".", "__"): text for name, text in written.items()}
    answer = desk.post(path, desk.form(path), do="publish", **changes)
    assert answer.status_code == 303, answer.text
    text = (folder / "ja.md").read_text("utf-8")
    assert "status" not in text and "四十人が立ちました。" in text and "summary: 四十人。\n" in text
    assert "Forty members stood." in (folder / "en.md").read_text("utf-8")
    with desk.preview.resting():
        assert not desk.site.build().is_stopped
    assert (desk.site.output / "en/news/2026/forty-people-gate/index.html").exists()


def test_a_new_post_without_a_headline_or_day_is_told_so(desk):
    for data, words in (({"day": "2026-11-20"}, "headline"), ({"title.en": "A", "day": "soon"}, "2026-11-25")):
        answer = desk.client.post("/new/strike", base_url=HERE, headers=ORIGIN, data=data)
        assert answer.status_code == 422 and words in answer.text


def test_a_new_record_and_a_new_entry_of_a_table(desk):
    answer = desk.post("/name/data/tags", [("name", "night-shifts")])
    path = answer.headers["Location"]
    form = desk.form(path)
    assert desk.post(path, form, do="save", f__label__ja="夜勤", f__label__en="Night shifts").status_code == 303
    assert "night-shifts:\n  label:\n    ja: 夜勤\n    en: Night shifts\n" in (
        desk.site.root / "content/data/tags.yml").read_text("utf-8")  # fmt: skip
    path = desk.post("/name/campaigns", [("name", "night-work")]).headers["Location"]
    answer = desk.post(path, desk.form(path), do="save", f__name__en="Night work")
    assert answer.status_code == 409  # what is required is missing: nothing is written
    assert not (desk.site.root / "content/campaigns/night-work").exists()
    changes = {"f__name__en": "Night work", "f__name__ja": "夜勤", "f__goal__en": "Less of it", "f__goal__ja": "減らす"}
    assert desk.post(path, desk.form(path), do="save", **changes).status_code == 303
    assert (desk.site.root / "content/campaigns/night-work/campaign.yml").exists()


def test_two_windows_that_change_different_fields_both_count(desk):
    one, two = desk.form(STRIKE), desk.form(STRIKE)
    assert desk.post(STRIKE, one, do="save", w__en__title="From the first window").status_code == 303
    answer = desk.post(STRIKE, two, do="save", w__ja__title="二番目の窓から")  # not a key was pressed there before
    assert answer.status_code == 303 and "merged" in answer.headers["Location"]
    assert "二番目の窓から" in (desk.site.root / FILES / "ja.md").read_text("utf-8")
    assert "From the first window" in (desk.site.root / FILES / "en.md").read_text("utf-8")


def test_what_was_typed_is_shown_even_where_nobody_knows_what_its_form_was_made_of(desk):
    form = desk.form(STRIKE)
    for file in (desk.site.root / ".desk/unsaved").iterdir():
        file.unlink()
    file = desk.site.root / FILES / "ja.md"
    file.write_text(file.read_text("utf-8") + "\n追記。\n", encoding="utf-8")
    answer = desk.post(STRIKE, form, do="save", w__en__title="Needle in the form")
    assert answer.status_code == 409 and "Needle in the form" in answer.text
    assert desk.unsaved.all()


def test_a_save_keeps_how_far_the_post_has_come(desk):
    for status in ("review", "withdrawn_notice"):
        file = desk.site.root / FILES / "ja.md"
        good = file.read_text("utf-8")
        file.write_text(good.replace("\nkind: strike\n", f"\nkind: strike\nstatus: {status}\n"), encoding="utf-8")
        assert desk.post(STRIKE, desk.form(STRIKE), do="save", w__ja__title="題").status_code == 303
        assert f"status: {status}\n" in file.read_text("utf-8")
        file.write_text(good, encoding="utf-8")


def test_mixed_line_ends_are_written_as_text(desk):
    file = desk.site.root / FILES / "en.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n", 2))
    page = desk.get(STRIKE)
    pairs = list(page.get_element_by_id("form").form_values())
    text = dict(pairs)["t.en.md"].removeprefix("\n").replace("\r\n", "\n")
    assert desk.post(STRIKE, pairs, do="save", t__en__md=f"{text}\nMore.\n").status_code == 303
    assert file.read_bytes().endswith(b"More.\n") and b"\r" not in file.read_bytes()


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_a_clash_shows_both_texts_and_one_is_chosen(desk, choice):
    form = desk.form(STRIKE)
    desk.post("/typed/news/2026-11-02-strike", form, w__en__title="Mine")
    file = desk.site.root / FILES / "en.md"
    text = file.read_text("utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title:"))
    file.write_text(text.replace(title, "title: By hand meanwhile"), encoding="utf-8")
    answer = desk.post(STRIKE, form, do="save", w__en__title="Mine")
    assert answer.status_code == 409
    assert "Mine" in answer.text and "By hand meanwhile" in answer.text
    assert "By hand meanwhile" in file.read_text("utf-8")

    page = html.fromstring(answer.text)
    pairs = [pair for pair in page.xpath("//main//form")[0].form_values() if not pair[0].startswith("choose.")]
    answer = desk.post(STRIKE, [*pairs, ("choose.words/en/title", choice)], do="save")
    assert answer.status_code == 303, answer.text
    assert ("title: Mine" in file.read_text("utf-8")) == (choice == "ours")
    assert ("title: By hand meanwhile" in file.read_text("utf-8")) == (choice == "theirs")


def test_a_file_that_no_form_can_show_is_written_as_text(desk):
    file = desk.site.root / FILES / "en.md"
    file.write_bytes(file.read_bytes().replace(b"title:", b'title: "open\nx:', 1))
    page = desk.get(STRIKE)
    area = page.get_element_by_id("t.en.md")
    pairs = [(name, value) for name, value in area.getparent().getparent().form_values()]
    mended = area.text.removeprefix("\n").replace('title: "open\nx:', "title:")
    assert desk.post(STRIKE, pairs, do="save", t__en__md=mended).status_code == 303
    assert desk.get(STRIKE).get_element_by_id("w.en.title") is not None


def photo() -> bytes:
    picture = Image.new("RGB", (40, 30), "red")
    exif = picture.getexif()
    exif[0x010F] = "Needle camera"
    exif.get_ifd(IFD.GPSInfo)[1] = "N"
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_photo_loses_its_traces_on_the_spot_and_asks_for_words_and_consent(desk):
    data = {"photo": (io.BytesIO(photo()), "../../Évil NAME.JPG"), "window": ""}
    answer = desk.client.post("/photo/news/2026-11-02-strike", base_url=HERE, headers=ORIGIN, data=data)
    assert answer.status_code == 200, answer.text
    name = answer.json["file"]
    assert Path(name).name == name and name.isascii() and name.islower()
    saved = (desk.site.root / FILES / name).read_bytes()
    assert b"Needle camera" not in saved and not Image.open(io.BytesIO(saved)).getexif()
    assert answer.json["told"]
    assert f'value="{name}"' in answer.json["html"] and ".people" in answer.json["html"]
    again = desk.client.post("/photo/news/2026-11-02-strike", base_url=HERE, headers=ORIGIN,
                             data={"photo": (io.BytesIO(photo()), "Évil NAME.JPG")})  # fmt: skip
    assert again.json["file"] != name


@pytest.mark.parametrize(("name", "data"), [("x.jpg", b"<svg/>"), ("x.html", b"<script>"), ("x.md", b"---"), ("", b"")])
def test_what_is_no_photo_is_refused(desk, name, data):
    before = content(desk)
    answer = desk.client.post("/photo/news/2026-11-02-strike", base_url=HERE, headers=ORIGIN,
                              data={"photo": (io.BytesIO(data), name)})  # fmt: skip
    assert answer.status_code in (400, 422)
    assert differing(before, content(desk)) == []


def test_an_embargo_is_put_on_from_the_bar(desk):
    answer = desk.post(STRIKE, desk.form(STRIKE), do="publish", f__embargo_until="2026-12-24 10:00")
    assert answer.status_code == 303
    assert "embargo_until: 2026-12-24 10:00\n" in "".join(
        (desk.site.root / FILES / f"{lang}.md").read_text("utf-8") for lang in ("ja", "en"))  # fmt: skip


def test_languages_that_differ_are_told_while_one_types(desk):
    form = desk.form(STRIKE)
    told = desk.post("/typed/news/2026-11-02-strike", form, b__en="99 of us stopped.", b__ja="98人が止めました。").json
    assert any("99" in one["what"] + one["how"] and one["severity"] == "warning" for one in told["told"])


def test_the_tick_notes_the_comparison(desk):
    answer = desk.post(STRIKE, desk.form(STRIKE), do="save", compared="yes")
    assert answer.status_code == 303 and "notice=saved" in answer.headers["Location"]
    for lang in ("ja", "en"):
        assert "\ncompared: " in (desk.site.root / FILES / f"{lang}.md").read_text("utf-8")
    assert "2026-11-02-strike" not in desk.get("/translations").text_content()


def test_what_is_to_be_translated_and_done_leads_to_its_form(desk):
    links = [link.get("href") for link in desk.get("/translations").iter("a")]
    assert "/edit/news/2026-11-10-thanks-in-japanese" in links
    links = [link.get("href") for link in desk.get("/deadlines").iter("a")]
    assert "/edit/disputes/kasai-2026" in links


@pytest.mark.parametrize(("lang", "words"), [("ja", "弁護士に確認します"), ("en", "ask the union's lawyer")])
def test_the_page_of_deadlines_sends_to_the_lawyer_in_both_languages(lang, words, desk):
    desk.client.set_cookie("desk-lang", lang, domain="127.0.0.1")
    assert words in desk.get("/deadlines").xpath("//p[@class='notice']")[0].text_content()


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", ("題を書きます", "動いています")), ("en", ("Write a headline", "is at work"))]
)
def test_a_refusal_is_in_the_language_that_was_chosen_at_the_desk(lang, words, desk, monkeypatch):
    monkeypatch.setattr("plugins.build.office_files.PATIENCE", 0.0)
    desk.client.set_cookie("desk-lang", lang, domain="127.0.0.1")
    assert words[0] in desk.post("/new/strike", [("day", "2026-11-20")]).text
    pairs = desk.form(STRIKE)
    owner = desk.site.root / ".output" / "lock"
    owner.write_text("1@elsewhere")
    assert words[1] in desk.post(STRIKE, pairs, do="save", w__en__title="More").text
    owner.unlink()


def test_what_has_one_right_answer_is_mended_at_a_press_and_saved_after_a_look(desk):
    file = desk.site.root / FILES / "ja.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("event_date: 2026-11-02\n", "event_date: 2026年11月2日\n"), encoding="utf-8")
    broken = file.read_bytes()
    page = desk.get(STRIKE)
    assert "Mend what can be mended" in page.text_content()
    answer = desk.post(STRIKE, desk.form(STRIKE), do="mend")
    assert answer.status_code == 200 and "Mended." in answer.text
    assert file.read_bytes() == broken
    field = html.fromstring(answer.text).get_element_by_id("f.event_date")
    assert field.get("value") == "2026-11-02"


def test_a_text_that_no_form_can_show_is_mended_too(desk):
    file = desk.site.root / FILES / "en.md"
    good = file.read_bytes()
    file.write_bytes(good.replace(b"\ntitle: ", b'\ntitle: "', 1))
    page = desk.get(STRIKE)
    area = page.get_element_by_id("t.en.md")
    pairs = list(area.getparent().getparent().form_values())
    answer = desk.post(STRIKE, pairs, do="mend")
    assert answer.status_code == 200 and "Mended." in answer.text, answer.text


@pytest.mark.parametrize("line", ["tags: wages\n", "photos: [x.jpg]\n", "kind: [strike]\n"])
def test_what_no_field_can_show_is_written_as_text(desk, line):
    file = desk.site.root / FILES / "ja.md"
    text = file.read_text("utf-8")
    kept = [row for row in text.split("\n") if not row.startswith(line.partition(":")[0] + ":")]
    (desk.site.root / FILES / "ja.md").write_text("\n".join(kept).replace("---\n", f"---\n{line}", 1), encoding="utf-8")
    page = desk.get(STRIKE)
    assert line.strip() in page.get_element_by_id("t.ja.md").text


def test_text_that_was_not_saved_keeps_its_items_apart(desk):
    path, place = "/edit/disputes/kasai-2026", "/typed/disputes/kasai-2026"
    file = desk.site.root / "content/disputes/kasai-2026/dispute.yml"
    added = [("f.entries.items", "new1"), ("f.entries.new1.date", "2026-11-20"), ("f.entries.new1.type", "protest")]
    desk.post(place, [*desk.form(path), *added, ("f.entries.1.gone", "yes")])
    [kept] = desk.unsaved.all()
    again = desk.form(f"{path}?window={kept.window}")
    items = [value for name, value in again if name == "f.entries.items" and value]
    assert "1" not in items and {"0", "2", "new1"} <= {*items}
    before = file.read_text("utf-8").split("\n")
    assert desk.post(path, again, do="save").status_code == 303
    gone = [line for line in before if line not in file.read_text("utf-8").split("\n")]
    assert "  - date: 2026-10-12" in gone and len(gone) <= 4


def test_a_draft_can_be_saved_as_soon_as_it_has_a_headline_and_goes_out_with_a_text_only(desk):
    data = {"title.ja": "題だけ", "day": "2026-11-20"}
    path = desk.client.post("/new/news", base_url=HERE, headers=ORIGIN, data=data).headers["Location"]
    assert desk.post(path, desk.form(path), do="save", w__ja__summary="要約").status_code == 303
    assert "summary: 要約" in (desk.site.root / f"content/{path.removeprefix('/edit/')}/ja.md").read_text("utf-8")
    page = desk.get(path)
    assert not [one for one in page.find_class("told") if "error" in one.get("class")]
    answer = desk.post(path, desk.form(path), do="publish")
    assert answer.status_code == 409
    [told] = html.fromstring(answer.text).get_element_by_id("b.ja-told").find_class("error")
    assert "Write the text" in told.text_content() and "status" not in told.text_content()
    with desk.preview.resting():
        assert not desk.site.build().is_stopped


def test_something_new_opens_without_faults_and_is_told_what_it_lacks_when_it_is_saved(desk):
    for path in ("/edit/surveys/new-one", "/edit/data/actions/new-one", "/edit/disputes/new-one"):
        assert desk.get(path).find_class("told") == []
        told = desk.post(path.replace("/edit", "/typed"), desk.form(path)).json
        assert told["told"] == []
        told = desk.post(path.replace("/edit", "/typed"), desk.form(path), f__name__en="x", f__label__en="x").json
        assert [one for one in told["told"] if "missing" in one["what"]] == []
    answer = desk.post("/edit/surveys/new-one", desk.form("/edit/surveys/new-one"), do="save")
    assert answer.status_code == 409 and "survey.yml" not in answer.text and "required" in answer.text
    answer = desk.post("/edit/surveys/new-one", desk.form("/edit/surveys/new-one"), do="save", f__name__en="x")
    page = html.fromstring(answer.text)
    assert "Waves" in page.get_element_by_id("f.waves-told").text_content()
    assert page.get_element_by_id("f.campaign").get("aria-invalid") == "true"
    pairs = list(page.get_element_by_id("form").form_values())
    told = desk.post("/typed/surveys/new-one", pairs, f__name__en="xy").json["told"]
    assert "f.campaign" in [one["field"] for one in told]  # what was asked for stays marked


def test_an_action_is_named_once(desk):
    path = desk.post("/name/data/actions", [("name", "overtime-form")]).headers["Location"]
    assert "f.id" not in dict(desk.form(path))
    changes = {
        "f__label__en": "Answer",
        "f__label__ja": "答える",
        "f__type": "attend",
        "f__url": "https://form.example/x",
    }
    answer = desk.post(path, desk.form(path), do="save", **changes)
    assert answer.status_code == 303 and answer.headers["Location"].startswith(path)
    assert "- id: overtime-form\n" in (desk.site.root / "content/data/actions.yml").read_text("utf-8")
    assert "overtime-form" in dict(desk.form("/edit/campaigns/raise-the-floor")).get("f.action", "") or (
        "overtime-form" in html.tostring(desk.get("/edit/campaigns/raise-the-floor"), encoding="unicode"))  # fmt: skip


def test_a_photo_of_something_not_yet_saved_waits_for_the_first_save(desk):
    assert desk.get("/edit/disputes/new-one").xpath('//input[@type="file"]') == []
    data = {"photo": (io.BytesIO(photo()), "a.jpg")}
    answer = desk.client.post("/photo/disputes/new-one", base_url=HERE, headers=ORIGIN, data=data)
    assert answer.status_code == 422 and "Save this once" in answer.json["refused"]
    assert not (desk.site.root / "content/disputes/new-one").exists()


def test_what_a_save_breaks_elsewhere_is_named_with_its_form(desk):
    path = "/edit/disputes/kasai-2026"
    file = desk.site.root / "content/disputes/kasai-2026/dispute.yml"
    file.write_text(file.read_text("utf-8").replace("demands:", "demands_gone:"), encoding="utf-8")
    other = desk.site.root / "content/campaigns/raise-the-floor/campaign.yml"
    other.write_text(f"contact: nobody\n{other.read_text('utf-8')}".replace("contact: office\n", ""), encoding="utf-8")
    answer = desk.post(STRIKE, desk.form(STRIKE), do="save", w__en__title="Another")
    assert "notice=saved-stops" in answer.headers["Location"]
    page = desk.get(answer.headers["Location"])
    links = {link.get("href"): link.text_content() for notice in page.find_class("notice") for link in notice.iter("a")}
    assert {"/edit/campaigns/raise-the-floor", path} <= links.keys()
    assert "raise-the-floor" not in links["/edit/campaigns/raise-the-floor"]  # by its name


def test_photos_that_nothing_shows_are_listed_and_deleted_at_a_press_only(desk):
    data = {"photo": (io.BytesIO(photo()), "spare.jpg")}
    desk.client.post("/photo/news/2026-11-02-strike", base_url=HERE, headers=ORIGIN, data=data)
    file = desk.site.root / FILES / "spare.jpg"

    def listed(path: str = STRIKE) -> list[str]:
        return desk.get(path).xpath('//button[starts-with(@value, "delete.")]/@value')

    assert listed() == ["delete.spare.jpg"] and file.exists()
    form = desk.form(STRIKE)
    desk.post(f"/typed{STRIKE.removeprefix('/edit')}", form, b__en="![Flags](spare.jpg)", window="other")
    assert listed() == []  # another window has it in its text
    desk.post(STRIKE, form, do="delete.spare.jpg")
    assert file.exists()
    for kept in desk.unsaved.all():
        desk.unsaved.drop(kept.place, kept.window)
    for name in ("../../../pelicanconf.py", "ja.md", "placard.png"):
        before = content(desk)
        assert desk.post(STRIKE, form, do=f"delete.{name}").status_code == 200
        assert content(desk) == before
    answer = desk.post(STRIKE, form, do="delete.spare.jpg", w__en__title="Typed and not saved")
    assert answer.status_code == 200 and not file.exists()
    assert "Typed and not saved" in answer.text and "The file is deleted" in answer.text
    assert listed() == []


def test_what_is_wrong_is_tied_to_its_field(desk):
    answer = desk.post("/edit/disputes/kasai-2026", desk.form("/edit/disputes/kasai-2026"), do="save", f__union="",
                       f__name__ja="", f__name__en="", f__entries__0__date="soon")  # fmt: skip
    page = html.fromstring(answer.text)
    for control, told in (("f.union", "Union"), ("f.name.ja", "Name"), ("f.entries.0.date", "soon")):
        field = page.get_element_by_id(control)
        assert field.get("aria-invalid") == "true"
        assert told in " ".join(
            page.get_element_by_id(id_).text_content() for id_ in field.get("aria-describedby").split()
        )
    assert page.get_element_by_id("f.opponent").get("aria-invalid") is None
    for path in places(desk):
        page = desk.get(path)
        known = set(page.xpath("//@id"))
        named = {id_ for value in page.xpath("//@aria-describedby") for id_ in value.split()}
        assert named <= known, path
