"""What is wrong with the content: the faults of reading, of the checks, and of all items together."""

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from plugins.build.assets import Assets
from plugins.build.graph import Graph
from plugins.build.intake import Intake
from plugins.build.library import Library
from plugins.build.making import Made, Note
from plugins.build.noted import NotedLines
from plugins.build.settings import BuildSettings
from plugins.build.site import BuildSite, Paths
from plugins.checks import told, with_nearest
from plugins.model.ledger import LEDGER, REDIRECTS
from plugins.model.revisions import REVISIONS
from plugins.model.text import every_text
from plugins.problems import Problem, has_errors, problem, severity_of
from plugins.reading.assembly import check_short_twice, check_twice, check_unused_actions

if TYPE_CHECKING:
    from plugins.checks.recorded import Open
    from plugins.model.revisions import Revision
    from plugins.model.shown import ShownFigures

# What the build writes by itself, as soon as nothing else is wrong.
WITHDRAWN = "withdrawn-not-recorded"
NOT_RECORDED = frozenset(("address-not-recorded", "revision-not-recorded", WITHDRAWN))
WRITTEN = frozenset(("missing-id", *NOT_RECORDED))
Found = dict[str, tuple[Problem, ...]]
LOOK = "look:"  # before the path of a finished file


def unmended(problems: Iterable[Problem], asked: Container[str] = ()) -> list[Problem]:
    """Return the problems without those that a build mends by itself which may write; rules `asked` for are told."""
    problems = list(problems)
    taken_back = [dict(found.values) for found in problems if found.rule == WITHDRAWN]
    gone = {address for values in taken_back for address in values.get("found", "").split()}
    noticed = {address for values in taken_back for address in values.get("target", "").split()}
    left = []
    for found in problems:
        values = dict(found.values)
        is_redirect = found.rule == "redirect-to-nothing"  # to what was taken back: it goes too, or leads to the notice
        is_written = is_redirect and (values["found"] in gone or values["target"] in noticed)
        if not is_written and (found.rule not in WRITTEN or found.rule in asked):
            left.append(found)
    return left


class Findings:
    """The findings of each check, kept until it is made again.

    Shape: `found` by the path of the check's job; `shown` are the figures that each post shows, by its id.
    """

    def __init__(self, settings: BuildSettings, library: Library, assets: Assets, found: Found) -> None:
        self._settings, self._library, self._assets = settings, library, assets
        self.found = found
        self._faults: tuple[Problem, ...] = ()  # of each item by itself
        self._version = -1
        self.shown: dict[str, ShownFigures] = {}
        self.revisions: dict[str, Revision] = {}  # how each event is told, where that was looked at
        self.open: Open | None = None  # what is to be written into the ledger of addresses, where that was looked at

    def begin(self, settings: BuildSettings) -> None:
        """Begin another build in the same process."""
        self._settings = settings

    def check_whole(self, site: BuildSite, graph: Graph) -> None:
        """Look for what shows only in all items together."""
        lines, records = NotedLines(graph, self._library), list(self._library.record_items)
        self.found["twice"] = tuple(check_twice(site.rows, self._library.table("events"), lines))
        printed = [(path, row.short) for path, row in site.rows.items()]
        tables = (self._library.table(kind) for kind in ("campaigns", "events"))
        printed += [(record.path, record.facts.short) for table in tables for record in table.values()]
        self.found["short"] = tuple(check_short_twice(printed, lines))
        is_all_read = len(self._library.paths() - self._library.records) == len(site.rows)
        named = (row.action for row in site.rows.values())
        # A post that could not be read may be the one that names the action.
        self.found["unused"] = tuple(check_unused_actions(records, named, lines)) if is_all_read else ()

    def check_addresses(self, site: BuildSite, graph: Graph) -> None:
        """Hold everything that has an address against the ledger of what was once public."""
        from plugins.build import addresses, withdrawals  # few builds bring an address, or take one away

        settings, library = self._settings, self._library
        data = f"{settings.content.name}/data"
        kept = library.find(f"{data}/{LEDGER}.yml")
        ledger, redirects = kept.item.value if kept else {}, library.table(REDIRECTS)
        langs, now = site.context.site.langs, settings.now.timestamp()
        is_open = settings.source_is_public
        claims = tuple(addresses.claims_of(site.rows, library, site.files, langs, now, is_open))
        ledger, waiting = addresses.once_public(ledger, addresses.moment_of(now))
        back = withdrawals.come_back(claims, ledger, redirects, settings)
        self.open = addresses.open_lines(claims, ledger, waiting, redirects, back)
        found = [] if kept else [problem("addresses-missing", f"{data}/{LEDGER}.yml")]
        lines = NotedLines(graph, library)
        found += addresses.check_untold(claims, ledger, redirects, lines, f"{data}/{REDIRECTS}.yml")
        if kept:
            # What could not be read may be what is missing.
            is_whole = not any(names or self._has_errors(problems) for problems, names in library.faults())
            found += addresses.check_recorded(claims, ledger, self.open, redirects, lines, data, is_whole)
            is_open = bool(self.open.withdrawn)
            found += withdrawals.check_withdrawn(claims, ledger, settings, f"{data}/{LEDGER}.yml", is_open)
        self.found[LEDGER] = self.of_interest([*found, *self._revisions_not_kept(lines)])

    def _revisions_not_kept(self, lines: NotedLines) -> Iterator[Problem]:
        """Yield a problem for each event that has changed since the ledger was written, or one if it is missing."""
        from plugins.model.revisions import revision_of

        library, ledger = self._library, f"{self._settings.content.name}/data/{REVISIONS}.yml"
        held: Any = library.table(REVISIONS)
        is_kept = library.find(ledger) is not None
        self.revisions = {**held}  # those of events that are gone stay: one may come back
        for event in library.table("events").values():
            key = event.facts.id
            if key and (told := revision_of(event, held.get(key))) != held.get(key):
                self.revisions[key] = told
                if is_kept:
                    yield problem("revision-not-recorded", *lines.of(event.path, "start"), ledger=ledger)
        if self.revisions and not is_kept:  # each event would be told as it was at first, whatever has changed since
            yield problem("revisions-missing", ledger)

    def _has_errors(self, problems: Iterable[Problem]) -> bool:
        """Whether something else stops the build; what the build writes by itself does not."""
        return has_errors((found for found in problems if found.rule not in WRITTEN), self._settings.severities)

    @property
    def is_ledger_due(self) -> bool:
        """Whether the ledger does not say yet what it has to, and may be written."""
        settings, library = self._settings, self._library
        if not settings.write_ids:
            return False
        has_no_revisions = library.table("events") and not library.find(f"{settings.content.name}/data/{REVISIONS}.yml")
        if has_no_revisions or not library.find(f"{settings.content.name}/data/{LEDGER}.yml"):
            return True
        return any(found.rule in NOT_RECORDED for found in self.found.get(LEDGER, ()))

    def forget(self, gone: Iterable[Note]) -> None:
        """Forget what was found in what is no more."""
        for note in gone:
            self.found.pop(note.job.path, None)

    def take(self, checked: Iterable[Made]) -> None:
        """Take in what checks found."""
        for path, problems in (one for made in checked for one in made.checked):
            self.found.pop(path, None)
            if of_interest := self.of_interest(problems):
                self.found[path] = of_interest

    def take_look(self, paths: Iterable[str], problems: Iterable[Problem]) -> bool:
        """Take in what the second look found in some files, or that they are gone; say whether anything is new."""
        before = {key: self.found.pop(key) for key in (f"{LOOK}{path}" for path in paths) if key in self.found}
        found: Found = {}
        for one in self.of_interest(problems):
            key = f"{LOOK}{one.path.partition('/')[2]}"
            found[key] = (*found.get(key, ()), one)
        self.found |= found
        return found != before

    def of_reading(self, intake: Intake) -> list[Problem]:
        """Return what is wrong with files and folders, and with each item by itself."""
        if self._version != self._library.faults_version:
            self._faults = self.of_interest(found for problems, _ in self._library.faults() for found in problems)
            self._version = self._library.faults_version
        of_files = self._assets.problems(self._settings.content.name)
        return [*self.of_interest([*intake.problems, *of_files]), *self._faults]

    def all(self, intake: Intake, site: BuildSite) -> list[Problem]:
        """Return everything that is told."""
        problems = [*self.of_reading(intake), *(found for part in self.found.values() for found in part)]
        problems += self.of_interest(self._figures_not_fixed(site))
        if self._settings.write_ids:  # what is left of it has other faults
            problems = unmended(problems)
        unread = frozenset(name for _, names in self._library.faults() for name in names)
        return with_nearest(told(problems, unread), Paths(site.files))

    def of_interest(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems that the settings do not turn off."""
        return tuple(found for found in problems if severity_of(found, self._settings.severities) != "off")

    def _figures_not_fixed(self, site: BuildSite) -> list[Problem]:
        """Find the figures of every post that shows some; where none may be written, say which are not fixed yet."""
        found: list[Problem] = []
        self.shown = {}
        paths = sorted(path for path in site.rows.with_figures if site.is_public(site.rows[path]))
        if paths:
            from plugins.model.shown import shown_figures  # many sites show none
        for path in paths:
            kept = self._library.find(path)
            post = kept.item.value if kept else None
            ledger: Any = self._library.table("shown")
            shown = shown_figures(post, self._library.table("disputes"), ledger.get(post.facts.id)) if post else None
            if shown:
                self.shown[post.facts.id] = shown
                if not self._settings.write_ids and not _is_in(ledger.get(post.facts.id), shown):
                    text = next(text for text in every_text(post) if text.figures)
                    found.append(problem("figures-not-fixed", text.path, text.figures[0].line))
        return found


def _is_in(held: "ShownFigures | None", shown: "ShownFigures") -> bool:
    """Whether the ledger holds exactly what a post shows, after all of its corrections."""
    return held is not None and held.corrections == shown.corrections and shown.shown.items() <= held.shown.items()
