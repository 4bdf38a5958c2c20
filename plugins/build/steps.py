"""The whole build: read what changed, find what depends on it, check, make, and exchange the trees."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from plugins.build.comparison import Comparison
from plugins.build.findings import Findings
from plugins.build.fingerprints import code_fingerprint, fingerprint
from plugins.build.graph import NOTHING, Graph
from plugins.build.intake import Intake, Progress, Reader
from plugins.build.ledgers import write_ledger
from plugins.build.library import Conversions, Library
from plugins.build.lock import build_lock
from plugins.build.making import Maker
from plugins.build.noted import YES
from plugins.build.outputs import CHECK
from plugins.build.ownership import claim_output, output_faults
from plugins.build.planning import Planner, Todo
from plugins.build.renderers import Renderer
from plugins.build.result import Result
from plugins.build.settings import BuildSettings
from plugins.build.site import BuildSite, Paths
from plugins.build.stamps import differing, made_stamp, write_last
from plugins.build.state import KEPT, LAST, STATE, State
from plugins.build.store import Damaged
from plugins.build.unchanged import settings_mark, stamps_of_inputs
from plugins.build.writing import SITEMAP_PATH, Writer
from plugins.i18n.catalogues import Catalogue, MissingString, read_catalogues
from plugins.model.jobs import Job
from plugins.model.site import SiteFacts
from plugins.model.urls import output_path
from plugins.problems import Problem, has_errors, problem, report
from plugins.sitemap.sitemap import SitemapPage


def run_build(settings: BuildSettings, progress: Progress = lambda *_: None) -> Result:
    """Bring the output up to date with the content, or leave it as it is and say what is wrong.

    Raises: Locked while another build works on the same output.
    """
    return _locked(settings, lambda state: Build(settings, state, progress).run())


def check_content(settings: BuildSettings) -> Result:
    """Check everything that can be checked without building; ids are written where the settings say so.

    Raises: Locked while a build works on the same output.
    """
    return _locked(settings, lambda state: Build(settings, state).check())


def _locked(settings: BuildSettings, work: Callable[[State], Result]) -> Result:
    if faults := output_faults(settings):
        return Result(tuple(faults), severities=settings.severities)
    with build_lock(settings.state):
        claim_output(settings)
        try:
            return _with_state(settings, work)
        except Damaged:  # a file of the state is not what was written: nothing of it is trusted
            for name in (KEPT, STATE):
                (settings.state / name).unlink(missing_ok=True)
            return _with_state(settings, work)


def _with_state(settings: BuildSettings, work: Callable[[State], Result]) -> Result:
    state = State(settings)
    try:
        return work(state)
    finally:
        state.close()


class Build:
    """One build of one site."""

    def __init__(self, settings: BuildSettings, state: State, progress: Progress = lambda *_: None) -> None:
        self.settings, self.state, self.progress = settings, state, progress
        self.library, self.conversions = Library(state.kept), Conversions(state.kept)
        self.problems: list[Problem] = []
        self.site: BuildSite | None = None
        self.writer = Writer(state.trees)

    def run(self) -> Result:
        """Build the site."""
        try:
            if self.prepare() and not self._is_faulty():
                self._make()
        except MissingString as missing:
            self.problems.append(_missing_string(missing))
        return self._result()

    def check(self) -> Result:
        """Check the content, and make no page."""
        try:
            self.prepare()
        except MissingString as missing:
            self.problems.append(_missing_string(missing))
        return self._result()

    def _is_faulty(self) -> bool:
        return has_errors(self.problems, self.settings.severities)

    # Read and compare --------------------------------------------------------------------------------------------

    def prepare(self) -> bool:
        """Read what changed, find what has to be made, check; say whether there is a site to make."""
        self._read()
        facts = self.intake.facts
        self.problems = Findings(self.settings, self.library, {}).of_reading(self.intake)
        if facts is None:
            path = f"{self.settings.content.name}/data/site.yml"
            if not any(found.path == path for found in self.problems):
                self.problems.append(problem("site-missing", path))
            return False
        catalogues, found = read_catalogues(self.settings.theme / "translations", facts.languages)
        self.problems += found
        if has_errors(found, self.settings.severities):
            return False
        self._open(facts, catalogues)
        self._compare(catalogues)
        self._check()
        self.problems += found
        return True

    def _read(self) -> None:
        state = self.state
        known = state.last if state.is_kept_known else {}
        if not state.is_kept_known:
            self.library.since = "", {}
        reader = Reader(self.settings, state.kept, self.library, self.progress)
        self.intake: Intake = reader.take_in(known.get("build", ""), known.get("files", {}), known.get("langs", ()))
        self.library.save()
        state.commit_kept()

    def _open(self, facts: SiteFacts, catalogues: Mapping[str, Catalogue]) -> None:
        """Open what is known of the last build, if it was one of the same site by the same code."""
        settings, state = self.settings, self.state
        self.renderer = Renderer(settings.theme, catalogues, settings.state / "templates")
        state.open(fingerprint(code_fingerprint(), repr(facts), settings.url, settings.content.name))
        self.graph = graph = Graph(state.store)
        graph.is_new = not state.last
        self.site = BuildSite(settings, graph, self.library, self.conversions, facts, catalogues)
        self.comparison = Comparison(self.site, graph, self.library, f"{settings.content.name}/news/")
        self.tree: dict[str, Any] = state.last["tree"] if state.last else state.trees.walked()
        self.damaged = set(differing(self.tree, self._stamp)) if state.last else set()
        self.sitemaps: list[str] = state.last.get("sitemaps", [])
        self.findings = Findings(settings, self.library, {} if graph.is_new else state.objects("found"))
        self.found_before = dict(self.findings.found)
        if not graph.is_new:
            self.comparison.open(state)

    def _stamp(self, path: str) -> tuple[int, ...]:
        return made_stamp(f"{self.settings.output}/{path}")

    def _compare(self, catalogues: Mapping[str, Catalogue]) -> None:
        """Tell the graph what changed, and let it find what has to be made."""
        site, graph, comparison = self.site, self.graph, self.comparison
        assert site
        comparison.take_in(self.intake, catalogues, self.settings.now.timestamp())
        site.files = {} if graph.is_new else dict(self.tree)
        self.marks = self.renderer.marks()
        before = None if graph.is_new else self.state.value("templates")
        planner = Planner(site.context, self.state.nodes, _is_other(before, self.marks))
        self.todo = planner.plan(self._set_addresses, self.damaged)
        if comparison.is_other_record or comparison.is_other_index:
            self.findings.check_whole(site, graph)

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

    def _check(self) -> None:
        """Make every check that has to be made, and put all problems together."""
        assert self.site
        self.findings.forget(self.todo.gone)
        checks = [job for job in self.todo.jobs if job.path.startswith(CHECK)]
        self.findings.take(self._maker().make(checks, self.state.reopen))
        self.problems = self.findings.all(self.intake, self.site)

    # Make --------------------------------------------------------------------------------------------------------

    def _maker(self) -> Maker:
        assert self.site
        intact = lambda path: path in self.tree and path not in self.damaged  # noqa: E731
        return Maker(self.site.context, self.renderer, self.state.trees, intact, self.settings.workers)

    def _make(self) -> None:
        """Make every file that has to be made, and put the new tree in the place of the old one."""
        assert self.site
        todo, files = self.todo, self.site.files
        jobs = [job for job in todo.jobs if not job.path.startswith(CHECK)]
        if jobs or todo.gone or self.damaged or any(path not in files for path in self.tree):
            self.state.trees.prepare(self.tree, self.state.last.get("behind"))
            self.writer.remove(self.tree, files)  # first: a folder may be wanted where a file was
            self._make_files(jobs)
        self._commit()
        if self.settings.write_ids and write_ledger(self.settings.content, self.findings.shown):
            self.state.close()
            again = _with_state(self.settings, lambda state: Build(self.settings, state, self.progress).run())
            self.problems = list(again.problems)

    def _make_files(self, jobs: list[Job]) -> None:
        assert self.site
        done = 0
        self.writer.forget(self.todo.gone)
        for made in self._maker().make(jobs, self.state.reopen):
            self.writer.take(made)
            done += len(made.notes)
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
        self.writer.remove(before, self.site.files)
        self.state.put("entries", {path: tuple(entry) for path, entry in entries.items()})

    def _commit(self) -> None:
        """Note what was made, and exchange the trees; whenever it is killed, the next build knows where to go on."""
        assert self.site
        state, trees, writer = self.state, self.state.trees, self.writer
        changes = [*writer.written, *writer.removed]
        if changes:
            trees.sync([*writer.written])
        output, spare = trees.identity()
        last = {
            "files": self.intake.files, "langs": self.intake.langs, "sitemaps": self.sitemaps,
            "tree": {path: writer.written.get(path) or self.tree[path] for path in self.site.files},
            "behind": sorted(changes) if changes else state.last.get("behind"), "live": spare if changes else output,
            "theme": self.site.theme_mark, "moment": self.settings.now.timestamp(), "quick": self._quick(),
        }  # fmt: skip
        if changes or self._has_news():
            self._put_state()
            last |= state.commit(secrets.token_hex(8))
        elif last == {**{name: state.last.get(name) for name in last}, "moment": last["moment"]}:
            return  # it is as true as it was
        write_last(self.settings.state, LAST, {**state.last, **last})
        if changes:
            trees.exchange()
            trees.done()

    def _has_news(self) -> bool:
        """Say whether something is known now that the last build did not know."""
        comparison = self.comparison
        is_other = comparison.is_other_record or comparison.is_other_index or self.graph.has_changed
        return is_other or self.findings.found != self.found_before or self.state.value("templates") != self.marks

    def _put_state(self) -> None:
        self.graph.save()
        self.comparison.put(self.state)
        self.state.put_objects("found", self.findings.found)
        self.state.put("templates", self.marks)

    def _quick(self) -> dict[str, Any]:
        """Return what the next build compares first, before it loads anything."""
        assert self.site
        settings = self.settings
        inputs, folders = stamps_of_inputs(settings, self.intake.files, self.intake.since)
        return {
            "settings": settings_mark(settings),
            "inputs": inputs,
            "folders": folders,
            "until": self.site.next_moment(),
            "lines": {lang: report(self.problems, lang, settings.severities) for lang in ("ja", "en")},
        }

    def _result(self) -> Result:
        writer, intake = self.writer, self.intake
        return Result(
            problems=tuple(self.problems), written=tuple(sorted(writer.written)), removed=tuple(sorted(writer.removed)),
            kept=len(self.site.files) - len(writer.written) if self.site else 0, read=intake.read,
            converted=intake.converted, rendered=writer.rendered, ids=intake.ids, severities=self.settings.severities,
        )  # fmt: skip


def _is_other(before: dict[str, str] | None, now: dict[str, str]) -> Callable[[Job], bool] | None:
    """Return what says of a job whether its template or its words are not those of the last build; none if all are."""
    if before is None or before == now:
        return None
    return lambda job: bool(job.template) and before.get(key := f"{job.template} {job.lang}") != now.get(key)


def _missing_string(missing: MissingString) -> Problem:
    path = f"theme/translations/{missing.lang}/LC_MESSAGES/messages.po"
    return problem("missing-string", path, found=missing.msgid, lang=missing.lang)
