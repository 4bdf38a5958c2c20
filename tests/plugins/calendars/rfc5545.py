"""A small reader of iCalendar files after RFC 5545, which shares no code with the one that writes them."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*)')
NAME = re.compile(r"[A-Za-z0-9-]+")
OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")
ESCAPED = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}


@dataclass
class Line:
    """One property."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        return re.sub(r"\\[\\;,nN]", lambda found: ESCAPED[found[0]], self.value)

    @property
    def texts(self) -> list[str]:
        return [Line("", {}, part).text for part in re.findall(r"(?:\\.|[^\\,])+", self.value)]


@dataclass
class Component:
    """One component with its properties and the components inside."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def __getitem__(self, name: str) -> Line:
        (line,) = [line for line in self.lines if line.name == name]
        return line

    def __contains__(self, name: str) -> bool:
        return any(line.name == name for line in self.lines)

    def all(self, name: str) -> list["Component"]:
        return [part for part in self.parts if part.name == name]


def read_calendar(data: bytes) -> Component:
    """Return the VCALENDAR in `data`.

    Raises: AssertionError for what RFC 5545 forbids: bare line ends, lines over 75 octets, a letter cut in two.
    """
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in physical)
    for line in physical:
        line.decode("utf-8")
    open_parts = [Component("")]
    for line in map(_line, "\r\n".join(map(bytes.decode, physical)).replace("\r\n ", "").split("\r\n")):
        if line.name == "BEGIN":
            open_parts.append(Component(line.value))
        elif line.name == "END":
            closed = open_parts.pop()
            assert closed.name == line.value
            open_parts[-1].parts.append(closed)
        else:
            open_parts[-1].lines.append(line)
    (calendar,) = open_parts.pop().parts
    assert not open_parts and calendar.name == "VCALENDAR"
    return calendar


def moment(calendar: Component, line: Line) -> date | datetime:
    """Return the day or the moment of a property; a TZID is looked up in the file itself."""
    if line.parameters.get("VALUE") == "DATE":
        return datetime.strptime(line.value, "%Y%m%d").date()
    if line.value.endswith("Z"):
        return datetime.strptime(line.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    (zone,) = [zone for zone in calendar.all("VTIMEZONE") if zone["TZID"].value == line.parameters["TZID"]]
    (standard,) = zone.parts
    sign, hours, minutes = OFFSET.fullmatch(standard["TZOFFSETTO"].value).groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (1 if sign == "+" else -1)
    return datetime.strptime(line.value, "%Y%m%dT%H%M%S").replace(tzinfo=timezone(offset))


def _line(written: str) -> Line:
    name = NAME.match(written)[0]
    rest, parameters = written[len(name) :], {}
    while found := PARAMETER.match(rest):
        parameters[found[1].upper()] = found[2].strip('"')
        rest = rest[found.end() :]
    assert rest.startswith(":"), written
    return Line(name.upper(), parameters, rest[1:])
