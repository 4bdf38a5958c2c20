"""What is seen of one finished file."""

from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.inspection.leads import ROOT, Fault, Host, Lead, lead_of_link, lead_of_load
from plugins.problems import Problem, problem


class Place(NamedTuple):
    """Where a file lies, and under which address its folder is published."""

    path: str  # below the folder: "ja/news/index.html"
    url: str  # "https://union.example", no slash at the end
    shown: str  # the folder as messages name it: "output"
    beside: frozenset[str] = frozenset()  # of a file in an archive, what else is in it

    def target(self, lead: Lead) -> str | None:
        """Return the file that something here leads to, none where it leaves the folder."""
        if not lead.path:
            return self.path
        if lead.up == ROOT:
            return lead.path
        folders = self.path.split("/")[:-1]
        if lead.up > len(folders):
            return None
        return "/".join([*folders[: len(folders) - lead.up], lead.path])


@dataclass(slots=True)
class Look:
    """What was seen of a file; everything that needs the other files is kept for later.

    Shape: `links[file of the folder, id in it]` is where one stands, (line or its tag, address as written).
    """

    place: Place
    problems: list[Problem] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: dict[tuple[str, str], tuple[int | bytes, str]] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)  # of others, linked to
    clean: set[str] = field(default_factory=set)  # texts of feeds that were found good: many feeds hold the same one

    def tell(self, rule: str, line: int, **values: object) -> None:
        """Note what is wrong at a line of the file."""
        self.problems.append(problem(rule, f"{self.place.shown}/{self.place.path}", line, **values))

    def note_link(self, line: int, written: str, is_ours: bool = False) -> None:
        """Note where a link leads: into the folder, to a host, or to what no page may lead to."""
        self.note(line, written, lead_of_link(written, self.place.url, is_ours))

    def note_load(self, line: int, written: str) -> None:
        """Note what a page loads by itself: it must lie in the folder."""
        self.note(line, written, lead_of_load(written, self.place.url))

    def note(self, line: int, written: str, lead: Lead | Host | Fault) -> None:
        """Note where something leads to that stands at a line."""
        if isinstance(lead, Fault):
            self.tell(lead.rule, line, found=lead.found)
        elif isinstance(lead, Host):
            self.hosts.update((lead.name,) if lead.name else ())
        elif (target := self.place.target(lead)) is None:
            self.tell("page-link", line, found=written.strip())
        else:
            self.links.setdefault((target, lead.fragment), (line, written.strip()))
