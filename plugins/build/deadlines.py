"""`run.py deadlines`: what is to be done by when, on one's own screen and in a calendar outside of the project."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plugins.build.ledgers import replace_file
from plugins.build.records import Records, Reported, read_records
from plugins.build.settings import BuildSettings
from plugins.calendars.reminders import Reminder, render_reminders
from plugins.deadlines import SHOWN_AFTER, SOON, Deadline, Kind, Listing, Said, listing_of, said_of
from plugins.i18n import format_date
from plugins.model.origins import Origins
from plugins.reading.places import TABLES

CALENDAR, FILE = "--calendar", "deadlines.ics"
RING = {Kind.COMPLAINT: (60, 30, 7), Kind.SUIT: (60, 30, 7), Kind.NOTICE: (7, 3, 1), Kind.REVIEW: (7, 3, 1)}
RING_ELSE = (3, 1)  # days before
WORDS = {
    "ja": {
        "in_public": "deadlines は、手元の端末だけで使えます。公開していない予定が記録に残らないためです。",
        "usage": "python3 run.py deadlines [--calendar]",
        "faulty": "読めないものが content/ にあるため、期限が抜けているかもしれません。"
        "先に「python3 run.py check」を実行します。",
        "no_site": "content/data/site.yml が読めません。先に「python3 run.py check」を実行します。",
        "head": "{today}の期限の一覧。公開しない項目も入っています。人に渡さず、サイトに置きません。",
        "overdue": "過ぎたもの", "soon": f"{SOON}日以内", "later": "その後",
        "done": "済んだと見たもの（違えば弁護士へ）",
        "left": "あと{days}日", "today": "今日", "passed": "{days}日前",
        "why": "理由: ", "do": "すること: ", "none": "期限はありません。",
        "old": f"{SHOWN_AFTER}日より前に過ぎた{{count}}件は出していません。",
        "law": "法律の期限は、記録の日付から機械的に数えたものです。土日・休日なら、その前に動きます。"
        "必ず組合の弁護士に確認してください。",
        "written": "{file} に書きました。自分のカレンダーに読み込みます。共有しません。",
        "refused": "{file} はプロジェクトかサイトの中なので、書きません。PRIVATE をその外のフォルダにします。",
    },
    "en": {
        "in_public": "deadlines works in a terminal of your own only, so that nothing of it stays in a log.",
        "usage": "python3 run.py deadlines [--calendar]",
        "faulty": "Something in content/ cannot be read, so deadlines may be missing. "
        'Run "python3 run.py check" first.',
        "no_site": 'content/data/site.yml cannot be read. Run "python3 run.py check" first.',
        "head": "Deadlines as of {today}. What is not public is among them: pass them to nobody, put them on no site.",
        "overdue": "Passed", "soon": f"Within {SOON} days", "later": "After that",
        "done": "Taken as done (if not, ask the lawyer)",
        "left": "{days} days left", "left_one": "1 day left", "today": "today",
        "passed": "{days} days ago", "passed_one": "1 day ago",
        "why": "Why: ", "do": "To do: ", "none": "There are no deadlines.",
        "old": f"Passed more than {SHOWN_AFTER} days ago and not listed: {{count}}.",
        "law": "Days of the law are counted from the dates in the records, by a machine; where one is a weekend or a "
        "holiday, act before it. Ask the union's lawyer about each.",
        "written": "Written to {file}. Take it into your own calendar, and share it with nobody.",
        "refused": "{file} lies in the project or in the site, and was not written. Set PRIVATE to a folder outside.",
    },
}  # fmt: skip


class Told(NamedTuple):
    """One deadline in words; `part` is "overdue", "soon" or "later"."""

    part: str
    day: str
    left: str
    said: Said
    place: str  # "content/disputes/kasai-2026/dispute.yml:12"


def listed_deadlines(settings: BuildSettings) -> tuple[Listing, Records] | None:
    """Return the deadlines and the records that they come from; none where the site's own record cannot be read."""
    records = read_records(settings)
    if records is None:
        return None
    actions = f"{settings.content.name}/{TABLES}/actions.yml"
    return listing_of(records.site, Reported(settings, records.posts), actions), records


def tell_deadlines(settings: BuildSettings, args: list[str]) -> int:
    """Print the deadlines and, with "--calendar", write them into the private folder; return the exit status."""
    words = WORDS[settings.lang]
    if settings.in_public or set(args) - {CALENDAR}:
        print(words["in_public" if settings.in_public else "usage"], file=sys.stderr)
        return 2
    found = listed_deadlines(settings)
    if found is None:
        print(words["no_site"], file=sys.stderr)
        return 1
    listing, records = found
    print("\n".join(_lines(listing, records, settings)))
    status = 0
    if CALENDAR in args:
        said, status = _write_calendar(listing, records.origins, settings)
        print(said, file=sys.stderr if status else sys.stdout)
    if records.is_faulty:
        print(words["faulty"], file=sys.stderr)
    return 1 if records.is_faulty else status


def _lines(listing: Listing, records: Records, settings: BuildSettings) -> Iterator[str]:
    words, today = WORDS[settings.lang], settings.now.date()
    yield words["head"].format(today=format_date(today, settings.lang, weekday=True))
    before = ""
    for told in told_deadlines(listing, records.origins, settings):
        yield from ("", f"== {words[told.part]} ==") if told.part != before else ()
        before = told.part
        yield from ("", f"{told.day}  {told.left}  {told.said.name}", f"  {told.said.about}")
        yield f"  {words['why']}{told.said.why}"
        yield f"  {words['do']}{told.said.do}"
        yield f"  {told.place}"
    yield from ("", f"== {words['done']} ==") if listing.done else ()
    for deadline in listing.done:
        said = said_of(deadline, settings.lang, today)
        yield from ("", f"  {said.name}: {said.about}", f"  {said.done}", f"  {_place(deadline, records.origins)}")
    if not any(listing):
        yield words["none"]
    yield ""
    if listing.old:
        yield words["old"].format(count=listing.old)
    yield words["law"]


def told_deadlines(listing: Listing, origins: Origins, settings: BuildSettings) -> Iterator[Told]:
    """Yield what is still to be done, in words, by its day."""
    today = settings.now.date()
    for part in ("overdue", "soon", "later"):
        for deadline in getattr(listing, part):
            day = format_date(deadline.day, settings.lang, weekday=True)
            left, place = _days(deadline.day, today, settings.lang), _place(deadline, origins)
            yield Told(part, day, left, said_of(deadline, settings.lang, today), place)


def _days(day: date, today: date, lang: str) -> str:
    days = (day - today).days
    name = "left" if days > 0 else "passed" if days < 0 else "today"
    words = WORDS[lang]
    return words.get(f"{name}_one" if abs(days) == 1 else name, words[name]).format(days=abs(days))


def _place(deadline: Deadline, origins: Origins) -> str:
    path, line = origins.of(deadline.item, *deadline.location)
    return f"{path}:{line}"


def _write_calendar(listing: Listing, origins: Origins, settings: BuildSettings) -> tuple[str, int]:
    """Write what is still to come into the private folder; return what to say, and the exit status."""
    words = WORDS[settings.lang]
    folder = settings.content.parent / settings.private
    inside = (settings.content.parent.resolve(), settings.output.resolve(), settings.state.resolve())
    if any(folder.resolve().is_relative_to(place) for place in inside):
        return words["refused"].format(file=settings.private / FILE), 1
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    coming = (*listing.soon, *listing.later)
    data = render_reminders(_reminders(coming, origins, settings), settings.lang, settings.now)
    replace_file(folder / FILE, data, mode=0o600)
    return words["written"].format(file=settings.private / FILE), 0


def _reminders(deadlines: Iterable[Deadline], origins: Origins, settings: BuildSettings) -> Iterator[Reminder]:
    for deadline in deadlines:
        said = said_of(deadline, settings.lang, settings.now.date())
        yield Reminder(
            uid=deadline.uid,
            day=deadline.day,
            title=f"{said.name}: {said.about}",
            description="\n".join((said.why, said.do, _place(deadline, origins))),
            days_before=RING.get(deadline.kind, RING_ELSE),
        )
