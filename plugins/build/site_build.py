"""The steps of a build, wherever its files go: read what changed, find what depends on it, check, make."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from plugins.build.assets import Assets
from plugins.build.comparison import Comparison
from plugins.build.discretion import NAME, Discretion, upcoming, without_names
from plugins.build.findings import Findings
from plugins.build.fingerprints import fingerprint
from plugins.build.graph import Graph
from plugins.build.intake import Intake, Progress, Reader
from plugins.build.library import CONVERSIONS, Conversions, Library
from plugins.build.making import Files, Maker
from plugins.build.nodes import NOTHING, version_of
from plugins.build.noted import YES
from plugins.build.outputs import CHECK
from plugins.build.planning import Planner, Todo
from plugins.build.renderers import Renderer
from plugins.build.result import Result
from plugins.build.rows import Rows
from plugins.build.settings import BuildSettings
from plugins.build.site import BuildSite, Paths
from plugins.build.state import State
from plugins.build.writing import SITEMAP_PATH, Writer
from plugins.i18n.catalogues import Catalogue, MissingString, parse_catalogue, read_catalogues
from plugins.model.jobs import Job
from plugins.model.ledger import LEDGER
from plugins.model.site import SiteFacts
from plugins.model.urls import output_path
from plugins.problems import Problem, has_errors, problem
from plugins.reading.places import TABLES
from plugins.rendering import ThemeFault
from plugins.sitemap.sitemap import SitemapPage

WEIGHT = "page-weight"
STOPS = MissingString, ThemeFault  # what a build meets on its way that is no fault of the content, and is told like one


class SiteBuild:
    """One site, brought up to date.

    Shape: `tree` are the files of the last build with their stamps, `damaged` those that are no longer as they were.
    """

    def __init__(
        self, settings: BuildSettings, state: State, files: Files, progress: Progress = lambda *_: None
    ) -> None:
        self.settings, self.state, self.files, self.progress = settings, state, files, progress
        self.library, self.conversions = Library(state.kept), Conversions(state.kept)
        self.assets = Assets(state.kept)
        self.intake = Intake()
        self.problems: list[Problem] = []
        self.job_version: Callable[[Job], bytes] = version_of
        self.key_mark = ""  # of the key of what was withdrawn
        self.site: BuildSite | None = None
        self.recorded = 0
        self.hosts: set[str] = set()  # of others, that no page linked to before
        self.writer = Writer(files)

    @property
    def is_faulty(self) -> bool:
        return has_errors(self.problems, self.settings.severities)

    def prepare(self) -> bool:
        """Read what changed, find what has to be made, check; say whether there is a site to make."""
        try:
            return self._prepare()
        except STOPS as stop:
            self.problems.append(problem_of(stop))
            return False

    def _prepare(self) -> bool:
        state = self.state
        known = state.last if state.is_kept_known else {}
        if not state.is_kept_known:
            self.library.since = "", {}
        self.read(known, state.glance.changed if known and state.glance.is_known else None)
        facts = self.intake.facts
        if facts is None:
            return False
        found = self._read_catalogues(facts)
        if has_errors(found, self.settings.severities):
            return False
        self.problems_of_words = found
        self._open(facts)
        self.compare_and_check()
        return True

    def read(self, last: Mapping[str, Any], changed: Iterable[str] | None) -> None:
        """Read what differs from the last build; `changed` are the only items that can, none if that is not known."""
        reader = Reader(self.settings, self.state.kept, self.library, self.progress)
        self.intake = reader.take_in(last, changed)
        self.assets.take_in(self.settings.content, self.intake.touched_files, self.settings.workers)
        self.library.save()
        self.assets.save()
        self.state.commit_kept()
        findings = self.findings if self.site else Findings(self.settings, self.library, self.assets, {})
        self.problems = findings.of_reading(self.intake)
        path = f"{self.settings.content.name}/data/site.yml"
        told = [found for found in self.problems if found.path == path]
        if self.intake.facts is None and not has_errors(told, self.settings.severities):
            self.problems.append(problem("site-missing", path))

    def _read_catalogues(self, facts: SiteFacts) -> list[Problem]:
        """Read the words of the interface; return what is wrong with them."""

        parse: Callable[[bytes, str], Catalogue] = lambda *args: self.conversions.keep(parse_catalogue, *args)[1]  # noqa: E731
        translations = self.settings.theme / "translations"
        self.catalogues, found = read_catalogues(translations, facts.languages, parse=parse)
        self.state.kept.put(CONVERSIONS, self.conversions.made.items())
        self.state.commit_kept()
        self.problems += found
        return found

    def _open(self, facts: SiteFacts) -> None:
        """Open what is known of the last build, if it was one of the same site by the same code."""
        settings, state = self.settings, self.state
        self.renderer = Renderer(settings.theme, self.catalogues, settings.state / "templates")
        severities = repr((sorted(settings.severities.items()), settings.source_is_public))  # what is off is not kept
        state.open(fingerprint(state.code, repr(facts), settings.url, settings.content.name, severities))
        self.tree: dict[str, Any] = state.last["tree"] if state.last else state.trees.walked()
        self.damaged = state.survey.damaged() if state.last else set()
        self.sitemaps: list[str] = state.last.get("sitemaps", [])
        self.begin(facts)

    def begin(self, facts: SiteFacts) -> None:
        """Take the site as the last build knew it."""
        settings, state = self.settings, self.state
        self.graph = graph = Graph(state.store)
        graph.is_new = not state.last
        rows = Rows(state.store)
        self.site = BuildSite(
            settings, graph, self.library, self.assets, self.conversions, facts, self.catalogues, rows
        )
        self.site.files = {} if graph.is_new else dict(self.tree)
        self.comparison = Comparison(self.site, graph, self.library, f"{settings.content.name}/news/")
        self.findings = Findings(settings, self.library, self.assets, {} if graph.is_new else state.objects("found"))
        if not graph.is_new:
            self.comparison.open(state)

    def compare_and_check(self) -> None:
        """Tell the graph what changed, let it find what has to be made, and make the checks among that.

        Raises: STOPS.
        """
        site, graph, comparison = self.site, self.graph, self.comparison
        assert site
        self.found_before = dict(self.findings.found)
        comparison.take_in(self.intake, self.catalogues, self.settings.now.timestamp())
        self.marks = self.renderer.marks()
        before = None if graph.is_new else self.state.value("templates")
        planner = Planner(site.context, self.state.nodes, _is_other(before, self.marks), self.job_version)
        self.todo = planner.plan(self._set_addresses, self.damaged)
        told = (found for key in ("twice", "short") for found in self.findings.found.get(key, ()))
        told_twice = {found.path.rpartition("/")[0] for found in told}
        is_told_of_another = not told_twice.isdisjoint(self.intake.changed)  # the line of what it claims, if not that
        if comparison.is_other_record or comparison.is_other_claim or is_told_of_another:
            self.findings.check_whole(site, graph)
        is_other_page = any(not path.startswith(CHECK) for path in self.todo.new) or any(
            not note.job.path.startswith(CHECK) for note in self.todo.gone
        )
        is_due = self.settings.write_addresses and self.findings.is_ledger_due
        is_due |= self.key_mark != self.state.last.get("key", self.key_mark)
        if comparison.is_other_record or comparison.is_other_claim or is_other_page or is_due:
            self.findings.check_addresses(site, graph)
        self.findings.forget(self.todo.gone)
        self.findings.take(self.maker().make(self.todo.checks, self.state.reopen))
        self.gather()

    def gather(self) -> None:
        """Put together everything that is told."""
        assert self.site
        self.problems = [*self.findings.all(self.intake, self.site), *self.problems_of_words]

    def _set_addresses(self, todo: Todo) -> None:
        """Say which addresses have come and which are gone, so that links to them are looked at."""
        assert self.site
        files = self.site.files
        new = [path for path in todo.new if not path.startswith(CHECK)]
        gone = [note.job.path for note in todo.gone if not note.job.path.startswith(CHECK)]
        for path in gone:
            files.pop(path, None)
        files |= dict.fromkeys([*new, SITEMAP_PATH], ())
        if not self.graph.is_new:
            for address in Paths(dict.fromkeys([*new, *gone])):
                self.graph.set_leaf(f"addresses/{address}", YES if output_path(address) in files else NOTHING)

    def maker(self) -> Maker:
        """Return what makes jobs."""
        assert self.site
        intact = lambda path: path in self.tree and path not in self.damaged  # noqa: E731
        return Maker(self.site.context, self.renderer, self.files, intact, self.settings.workers)

    @property
    def unwanted(self) -> list[str]:
        """The files of the last build that are no longer wanted."""
        assert self.site
        gone = self.tree if self.graph.is_new else (note.job.path for note in self.todo.gone)
        return [path for path in gone if path in self.tree and path not in self.site.files]

    def make_files(self, jobs: Sequence[Job], ready: Callable[[str], None] = lambda _: None) -> None:
        """Make the files of jobs, remove what is wanted no longer, and the sitemap; `ready` is told each path.

        Raises: STOPS.
        """
        assert self.site
        if self.graph.is_new:  # all items are open: as many processes as there are cores would each hold them
            self.library.close()
            self.intake.changed.clear()
        self.writer.remove(self.unwanted)  # first: a folder may be wanted where a file was
        self.writer.forget(self.todo.gone)
        done = 0
        for made in self.maker().make(jobs, self.state.reopen):
            self.writer.take(made)
            for path in made.files:
                ready(path)
            done += made.done
            self.progress("write", done, len(jobs))
        if self.writer.entries or not self.damaged.isdisjoint(self.sitemaps):
            self._make_sitemap()

    def _make_sitemap(self) -> None:
        assert self.site
        held = {} if self.graph.is_new else self.state.value("entries") or {}
        entries = {path: SitemapPage._make(entry) for path, entry in held.items()}
        for path, entry in self.writer.entries.items():
            entries.pop(path, None)
            if entry:
                entries[path] = entry
        before, self.sitemaps = self.sitemaps, self.writer.make_sitemap(entries, self.settings.url.rstrip("/"))
        for path in before:
            self.site.files.pop(path, None)
        self.site.files |= dict.fromkeys(self.sitemaps, ())
        self.writer.remove(path for path in before if path not in self.sitemaps)
        self.state.put("entries", {path: tuple(entry) for path, entry in entries.items()})

    @property
    def has_news(self) -> bool:
        """Whether something is known now that the last build did not know."""
        comparison = self.comparison
        is_other = comparison.is_other_record or comparison.is_other_index or self.graph.has_changed
        return is_other or self.findings.found != self.found_before or self.state.value("templates") != self.marks

    def put_state(self) -> None:
        """Put what the next build has to know into the store."""
        self.comparison.put(self.state)
        if self.graph.is_new or self.findings.found != self.found_before:
            self.state.put_objects("found", self.findings.found)
        self.state.put("templates", self.marks)
        self.graph.save()

    def told(self) -> list[Problem]:
        """Return the problems as they are printed."""
        if any(found.rule == WEIGHT for found in self.problems):
            from plugins.build.weights import led_to_texts  # few pages are too heavy

            self.problems = led_to_texts(self.settings, self.problems)
        is_named = any(found.rule == NAME for found in self.problems)
        if not self.problems or not (is_named or self.settings.in_public):
            return self.problems
        from plugins.build.named import led_to_content, names_list  # few builds need it

        if not self.settings.in_public:
            return led_to_content(self.settings, self.problems)
        return without_names(self.discretion.told(self.problems), names_list(self.settings).names)

    @property
    def discretion(self) -> Discretion:
        """What may be printed where anybody reads it."""
        site = self.site
        is_public = lambda path: bool(site and (row := site.rows.get(path)) and site.is_public(row))  # noqa: E731
        from plugins.build.addresses import moment_of, once_public  # where nobody else reads, nothing is looked up

        content = self.settings.content.name
        kept = self.library.find(f"{content}/{TABLES}/{LEDGER}.yml")
        ledger, _ = once_public((kept and kept.item.value) or {}, moment_of(self.settings.now.timestamp()))
        return Discretion(self.intake.files, f"{content}/", is_public, ledger)

    def result(self) -> Result:
        """Return what was found and done so far."""
        writer, intake = self.writer, self.intake
        ids = intake.ids
        if self.settings.in_public:
            discretion = self.discretion
            ids = tuple(written._replace(path=discretion.path(written.path)) for written in ids)
        return Result(
            problems=tuple(self.told()), written=tuple(sorted(writer.written)), removed=tuple(sorted(writer.removed)),
            kept=len(self.site.files) - len(writer.written) if self.site else 0, read=intake.read,
            converted=intake.converted, rendered=writer.rendered, ids=ids, severities=self.settings.severities,
            recorded=self.recorded, hosts=tuple(sorted(self.hosts)),
            upcoming=upcoming(self.site.rows, self.site.endings, self.settings.now) if self.site else (),
            is_whole=self.site is not None and self.graph.is_new,
        )  # fmt: skip


def _is_other(before: dict[str, str] | None, now: dict[str, str]) -> Callable[[Job], bool] | None:
    """Return what says of a job whether its template or its words are not those of the last build; none if all are."""
    if before is None or before == now:
        return None
    return lambda job: bool(job.template) and before.get(key := f"{job.template} {job.lang}") != now.get(key)


def problem_of(stop: MissingString | ThemeFault) -> Problem:
    """Return what is wrong with the theme, or a word of the interface that a language lacks."""
    if isinstance(stop, ThemeFault):
        return stop.problem
    path = f"theme/translations/{stop.lang}/LC_MESSAGES/messages.po"
    return problem("missing-string", path, found=stop.msgid, lang=stop.lang)
