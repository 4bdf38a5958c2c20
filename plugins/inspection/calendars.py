"""Finished calendars: their form, permanent ids, and nothing that calls elsewhere."""

from plugins.inspection.look import Look

MOST_OCTETS = 75  # of a line. Source: RFC 5545 section 3.1


def look_at_calendar(look: Look, data: bytes) -> None:
    """Note everything that a calendar shows by itself."""
    lines = data.split(b"\r\n")
    if lines[0] != b"BEGIN:VCALENDAR" or lines[-2:] != [b"END:VCALENDAR", b""]:
        look.tell("feed-form", 1, found="VCALENDAR")
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_OCTETS or b"\n" in line or b"\r" in line:
            look.tell("feed-form", number, found=line[:20].decode("utf-8", "replace"))
    text = data.replace(b"\r\n ", b"").decode("utf-8", "replace")
    uids = [line for line in text.splitlines() if line.startswith("UID:")]
    if len(set(uids)) != text.count("BEGIN:VEVENT"):
        look.tell("feed-form", 1, found="UID")
    for number, line in enumerate(text.splitlines(), 1):
        name, _, value = line.partition(":")
        kind = name.partition(";")[0]
        if kind in ("URL", "ATTACH", "IMAGE", "CONFERENCE"):
            look.note_link(number, value)
        elif kind == "ATTENDEE":
            look.tell("active-content", number, found=kind)
