"""Days to keep in mind as a file, read back by a reader that shares no code with the writer."""

from datetime import date, datetime

from plugins.calendars.reminders import Reminder, render_reminders
from plugins.model.dates import TOKYO
from tests.plugins.calendars.rfc5545 import moment, read_calendar

STAMP = datetime(2026, 11, 22, 12, 0, tzinfo=TOKYO)


def reminder(uid: str, day: date, title: str = "期限; 一つ, 二つ") -> Reminder:
    return Reminder(uid=uid, day=day, title=title, description="理由\nすること\x0b", days_before=(7, 1))


def test_reminders_are_read_back_in_the_order_of_their_days():
    found = render_reminders([reminder("b@x", date(2027, 1, 2)), reminder("a@x", date(2026, 12, 31))], "ja", STAMP)
    calendar = read_calendar(found)
    first, second = calendar.all("VEVENT")
    assert moment(calendar, first["DTSTART"]) == date(2026, 12, 31)
    assert (first["UID"].text, second["UID"].text) == ("a@x", "b@x")
    assert first["SUMMARY"].text == "期限; 一つ, 二つ" and first["DESCRIPTION"].text == "理由\nすること"
    assert [part["TRIGGER"].text for part in first.parts] == ["-P6DT15H", "-PT15H"]
    assert first["CLASS"].text == "PRIVATE" and first["TRANSP"].text == "TRANSPARENT"


def test_equal_reminders_give_equal_bytes():
    days = [reminder("a@x", date(2026, 12, 31)), reminder("b@x", date(2026, 12, 31))]
    assert render_reminders(days, "en", STAMP) == render_reminders(reversed(days), "en", STAMP)
    assert b"VEVENT" not in render_reminders([], "en", STAMP)
