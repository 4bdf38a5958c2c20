"""Finished calendars: their form, permanent ids, and nothing but what a closed list names."""

import re

from plugins.inspection.look import Look

MOST_OCTETS = 75  # of a line. Source: RFC 5545 section 3.1
LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')
PARTS = frozenset(("VCALENDAR", "VTIMEZONE", "STANDARD", "VEVENT"))
# Property -> its parameters. All others may load, ask for an answer, or tell of people.
PROPERTIES = {
    "BEGIN": (), "END": (), "PRODID": (), "VERSION": (), "CALSCALE": (), "METHOD": (), "NAME": ("LANGUAGE",),
    "X-WR-CALNAME": (), "X-WR-TIMEZONE": (), "SOURCE": ("VALUE",), "REFRESH-INTERVAL": ("VALUE",),
    "X-PUBLISHED-TTL": (), "TZID": (), "TZOFFSETFROM": (), "TZOFFSETTO": (), "TZNAME": (),
    "DTSTART": ("TZID", "VALUE"), "DTEND": ("TZID", "VALUE"), "UID": (), "DTSTAMP": (), "LAST-MODIFIED": (),
    "SEQUENCE": (), "STATUS": (), "TRANSP": (), "SUMMARY": ("LANGUAGE",), "DESCRIPTION": ("LANGUAGE",),
    "LOCATION": ("LANGUAGE",), "CATEGORIES": (), "URL": (), "ORGANIZER": ("CN",),
}  # fmt: skip
VALUES = {"BEGIN": PARTS, "END": PARTS, "METHOD": {"PUBLISH"}, "VERSION": {"2.0"}}
OUR_ADDRESSES = ("URL", "SOURCE")


def look_at_calendar(look: Look, data: bytes) -> None:
    """Note everything that a calendar shows by itself."""
    lines = data.split(b"\r\n")
    if lines[0] != b"BEGIN:VCALENDAR" or lines[-2:] != [b"END:VCALENDAR", b""]:
        look.tell("feed-form", 1, found="VCALENDAR")
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_OCTETS or b"\n" in line or b"\r" in line:
            look.tell("feed-form", number, found=line[:20].decode("utf-8", "replace"))
    text = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode("utf-8", "replace")
    whole = text.removesuffix("\r\n").split("\r\n")
    uids = [line for line in whole if line.startswith("UID:")]
    if len(set(uids)) != whole.count("BEGIN:VEVENT"):
        look.tell("feed-form", 1, found="UID")
    for number, line in enumerate(whole, 1):
        _look_at_line(look, number, line)


def _look_at_line(look: Look, number: int, line: str) -> None:
    found = LINE.fullmatch(line)
    if not found:
        look.tell("feed-form", number, found=line[:20])
        return
    name, written, value = found.groups()
    parameters = dict(PARAMETER.findall(written))
    if name not in PROPERTIES:
        look.tell("active-content", number, found=name)
    elif others := [key for key in parameters if key not in PROPERTIES[name]]:
        look.tell("active-content", number, found=f"{name};{others[0]}")
    elif value not in VALUES.get(name, (value,)) or (name == "ORGANIZER" and not value.startswith("mailto:")):
        look.tell("active-content", number, found=f"{name}:{value[:20]}")
    elif name in OUR_ADDRESSES and not value.startswith(f"{look.place.url}/"):
        look.tell("outside-load", number, found=value[:80])
    elif name in OUR_ADDRESSES:
        look.note_link(number, value, is_ours=True)
