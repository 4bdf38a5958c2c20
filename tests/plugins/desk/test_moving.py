"""Records of a list put into another order, with the script and without it, and what each is called."""

from lxml import html
from werkzeug.datastructures import MultiDict

from plugins.desk.fields import fields_of
from plugins.desk.legends import legend_of
from plugins.desk.moving import is_move, moved
from plugins.model.campaign import CampaignFacts
from plugins.model.dispute import DisputeFacts
from plugins.model.post import PostFacts
from tests.plugins.desk.conftest import Desk

PATH, FILE = "/edit/disputes/kasai-2026", "content/disputes/kasai-2026/dispute.yml"


def entries(desk: Desk) -> list[str]:
    text = (desk.site.root / FILE).read_text("utf-8").partition("entries:\n")[2]
    return [line for line in text.split("\n") if line.startswith(("  - ", "  #"))]


def test_a_pressed_button_moves_one_record_and_the_ends_stay():
    sent = MultiDict([("a", "1"), ("f.x.items", ""), *(("f.x.items", item) for item in ("0", "1", "new1"))])
    for pressed, order in (("up.f.x.1", "1 0 new1"), ("down.f.x.1", "0 new1 1"), ("up.f.x.0", "0 1 new1"),
                           ("down.f.x.new1", "0 1 new1"), ("up.f.x.9", "0 1 new1")):  # fmt: skip
        assert is_move(pressed)
        assert moved(sent, pressed).getlist("f.x.items")[-3:] == order.split()
    assert not is_move("save") and not is_move("up")


def test_without_a_script_a_button_moves_a_record_and_saving_keeps_every_line(desk: Desk):
    file = desk.site.root / FILE
    text = file.read_text("utf-8")
    at = text.index("  - date: 2026-10-12")
    file.write_text(f"{text[:at]}  # of the second, as the minutes say\n{text[at:]}", encoding="utf-8")
    before, first = file.read_text("utf-8"), entries(desk)[0]
    answer = desk.post(PATH, desk.form(PATH), do="up.f.entries.1")
    assert answer.status_code == 200 and file.read_text("utf-8") == before
    page = html.fromstring(answer.text)
    assert page.xpath('//input[@name="f.entries.items"]/@value')[1:3] == ["1", "0"]
    form = page.get_element_by_id("form")
    for template in form.xpath("//template"):
        template.getparent().remove(template)
    for area in form.iter("textarea"):
        area.text = (area.text or "").removeprefix("\n")
    assert desk.post(PATH, list(form.form_values()), do="save").status_code == 303
    after = file.read_text("utf-8")
    assert sorted(after.split("\n")) == sorted(before.split("\n"))
    assert entries(desk)[:3] == ["  # of the second, as the minutes say", "  - date: 2026-10-12", first]


def test_one_window_moves_and_another_changes_and_both_count(desk: Desk):
    file = desk.site.root / FILE
    one, two = desk.form(PATH), desk.form(PATH)
    count = len([name for name, _ in one if name == "f.entries.items"])
    order = iter(["", "1", "0", *map(str, range(2, count))])
    mine = [(name, next(order)) if name == "f.entries.items" else (name, value) for name, value in one]
    assert desk.post(PATH, mine, do="save").status_code == 303
    lines = file.read_text("utf-8").split("\n")
    answer = desk.post(PATH, two, do="save", f__entries__0__text__en="From the second window")
    assert answer.status_code == 303 and "merged" in answer.headers["Location"]
    new = file.read_text("utf-8").split("\n")
    assert "en: From the second window" in [line.strip() for line in new]
    assert [line for line in new if line.startswith("  - ")] == [line for line in lines if line.startswith("  - ")]


def test_two_orders_are_asked_about(desk: Desk):
    def ordered(form, *order):
        rest = iter(["", *order])
        return [(name, next(rest)) if name == "f.entries.items" else (name, value) for name, value in form]

    one, two = desk.form(PATH), desk.form(PATH)
    items = [value for name, value in one if name == "f.entries.items" and value]
    assert desk.post(PATH, ordered(one, *items[::-1]), do="save").status_code == 303
    answer = desk.post(PATH, ordered(two, items[1], items[0], *items[2:]), do="save")
    assert answer.status_code == 409 and "Timeline" in answer.text


def test_a_record_is_called_by_its_day_its_kind_or_its_first_words():
    def called(shape, kind, name, value, lang="en"):
        field = next(field for field in fields_of(shape, kind) if field.name == name)
        return legend_of(field, kind, value, ("ja", "en"), lang)

    entry = {"date": "2026-05-01", "type": "strike", "text": {"en": "x"}}
    assert called(DisputeFacts, "disputes", "entries", entry) == "2026-05-01 Strike"
    assert called(DisputeFacts, "disputes", "entries", entry, "ja") == "2026-05-01 ストライキ（全日・時限・指名）"
    assert called(DisputeFacts, "disputes", "demands", {"text": {"ja": "賃上げ"}}) == "賃上げ"
    action = {"id": "a", "type": "petition", "label": {"en": "Sign"}}
    assert called(CampaignFacts, "campaigns", "actions", action) == "Petition"
    assert called(PostFacts, "news", "photos", {"file": "a.jpg"}) == "a.jpg"
    assert called(PostFacts, "news", "photos", {}) == ""
    assert len(called(DisputeFacts, "disputes", "demands", {"text": {"ja": "長" * 90}})) == 40
