"""The whole build: read what changed, find what depends on it, check, make, and exchange the trees."""

import os
import time
from collections.abc import Callable
from typing import Any, TypeVar

from plugins.build.discretion import upcoming
from plugins.build.glance import Glance, glance_at, last_build, settings_mark, stamps_of_inputs
from plugins.build.intake import Progress, changed_meanwhile
from plugins.build.ledgers import write_ledger, write_revisions
from plugins.build.ownership import claim_output, output_faults
from plugins.build.result import Result
from plugins.build.second_look import Look, Seen, led_astray, mark_of, seen_in
from plugins.build.settings import BuildSettings
from plugins.build.site_build import STOPS, SiteBuild, problem_of
from plugins.build.stamps import Stamps, settled_folder, write_last
from plugins.build.state import KEPT, LAST, STATE, State
from plugins.build.store import Damaged
from plugins.build.unfinished import content_lock
from plugins.model.context import Context
from plugins.problems import report

Answer = TypeVar("Answer")
INDEX = "pagefind/"  # where the index of words lies, which Pagefind names itself


def run_build(
    settings: BuildSettings,
    progress: Progress = lambda *_: None,
    glance: Glance | None = None,
    look: Look = seen_in,
) -> Result:
    """Bring the output up to date with the content, or leave it as it is and say what is wrong.

    Shape: `glance` is what was seen already; `look` looks at what was written.
    Raises: Locked while another build works on the same output.
    """
    return _locked(settings, lambda state: Build(settings, state, progress, look).run(), glance)


def check_content(settings: BuildSettings) -> Result:
    """Check everything that can be checked without building; ids are written where the settings say so.

    Raises: Locked while a build works on the same output.
    """
    return _locked(settings, lambda state: Build(settings, state).check())


def ask_site(settings: BuildSettings, ask: Callable[[Context], Answer]) -> tuple[Result, Answer | None]:
    """Check the content, and return what a function reads of the site; none where there is an error.

    Raises: Locked while a build works on the same output.
    """
    answers: list[Answer] = []

    def work(state: State) -> Result:
        build = Build(settings, state)
        result = build.check()
        if build.site and not build.is_faulty:
            answers.append(ask(build.site.context))
        return result

    result = _locked(settings, work)
    return result, answers[-1] if answers else None


def _locked(settings: BuildSettings, work: Callable[[State], Result], glance: Glance | None = None) -> Result:
    if faults := output_faults(settings):
        return Result(tuple(faults), severities=settings.severities)
    glance = glance or glance_at(settings)
    with content_lock(settings):
        claim_output(settings)
        try:
            return _with_state(settings, work, glance)
        except Damaged:  # a file of the state is not what was written: nothing of it is trusted
            for name in (KEPT, STATE):
                (settings.state / name).unlink(missing_ok=True)
            return _with_state(settings, work, last_build(settings))


def _with_state(settings: BuildSettings, work: Callable[[State], Result], glance: Glance) -> Result:
    state = State(settings, glance)
    try:
        return work(state)
    finally:
        state.close()


class Build(SiteBuild):
    """A build into the output folder."""

    def __init__(
        self, settings: BuildSettings, state: State, progress: Progress = lambda *_: None, look: Look = seen_in
    ) -> None:
        super().__init__(settings, state, state.trees, progress)
        self.look = look
        self.index: list[str] = []  # the paths of the files of the index of words
        self.unindexed: set[str] = set()  # those that are gone from there
        self.names_mark, self.key_mark = mark_of(settings.names), mark_of(settings.key)

    def run(self) -> Result:
        """Build the site."""
        try:
            if self.prepare() and not self.is_faulty:
                self._make()
        except STOPS as stop:
            self.problems.append(problem_of(stop))
        return self.result()

    def check(self) -> Result:
        """Check the content, and make no page."""
        if self.prepare() and not self.is_faulty:
            self._record()
        return self.result()

    def _record(self) -> bool:
        """Write into the ledgers which addresses came out or were taken back, and which events have changed.

        Say whether there was anything.
        """
        found = self.findings.open
        if not self.settings.write_addresses or found is None:
            return False
        from plugins.build.addresses import write_addresses

        is_written = write_addresses(self.settings, found)
        self.recorded = len(found.new) if is_written else 0
        return is_written | write_revisions(self.settings.content, self.findings.revisions)

    def _make(self) -> None:
        """Make every file that has to be made, and put the new tree in the place of the old one."""
        assert self.site
        state, jobs, settings = self.state, self.todo.files, self.settings
        # Not made by jobs: where nothing is known of the last build, they must not count as files that nobody wants.
        held = [path for path in self.tree if path.startswith(INDEX)] if self.graph.is_new else state.last["index"]
        self.site.files |= dict.fromkeys(held, ())
        if jobs or self.damaged or self.unwanted or bool(held) != settings.search:
            state.trees.prepare(self.tree, state.last.get("behind"), lambda: state.survey.spoilt() | self.damaged)
            self.make_files(jobs)
        if held or settings.search:
            self._bring_index(held)
        self._look_again()
        self.problems += changed_meanwhile(self.settings, self.intake)
        if self.is_faulty:
            return
        has_recorded = self._record()  # before anything is noted: a build that is killed here does it again
        self._commit()
        has_recorded |= self.settings.write_ids and write_ledger(self.settings.content, self.findings.shown)
        if has_recorded:
            state.close()
            work = lambda state: Build(self.settings, state, self.progress, self.look).run()  # noqa: E731
            again = _with_state(self.settings, work, last_build(self.settings))
            self.problems = list(again.problems)  # told already as they may be

    def _bring_index(self, held: list[str]) -> None:
        """Have the index of words tell what the pages do, where one is asked for; else take `held`, the last one, away.

        Raises: OSError.
        """
        assert self.site
        files, writer, is_asked = self.site.files, self.writer, self.settings.search
        if is_asked and (writer.written or writer.removed or not held or not self.damaged.isdisjoint(held)):
            from plugins.build.indexing import bring_index  # most builds make none

            self.index = bring_index(self.site, self.state.trees.spare, writer, self.progress)
        else:
            self.index = held if is_asked else []
        self.unindexed = {*held}.difference(self.index)
        for path in self.unindexed:
            del files[path]
        files |= dict.fromkeys(self.index, ())
        writer.remove(self.unindexed)

    def _look_again(self) -> None:
        """Look at what was made as one who knows nothing of how; what is wrong with it is told in later builds too."""
        assert self.site
        written, removed, trees = self.writer.written, self.writer.removed, self.state.trees
        is_other_list = self.names_mark != self.state.last.get("names", "")
        # Nothing is known of what was found in the others where the last build was another one's.
        paths = [*self.site.files] if is_other_list or self.graph.is_new else [*written]
        others = [path for path in removed if path not in self.unindexed]  # no page leads into the index
        if len(paths) < len(self.site.files) and (written or others):
            paths += led_astray(self.settings, (trees.output, trees.spare), self.site.files, written, others)
        if not paths and not removed:
            return
        folder = trees.spare if written or removed else trees.output
        seen = self.look(self.settings, folder, sorted(paths)) if paths else Seen()
        self.hosts = {*seen.hosts}.difference(self.state.last.get("hosts", ()))
        if self.findings.take_look({*paths, *removed}, seen.problems):
            self.gather()

    def _commit(self) -> None:
        """Note what was made, and exchange the trees; whenever it is killed, the next build knows where to go on."""
        assert self.site
        state, trees, writer = self.state, self.state.trees, self.writer
        changes = [*writer.written, *writer.removed]
        if changes:
            trees.sync([*writer.written])
        output, spare = trees.identity()
        whole = state.last.get("whole", (0, 0))  # when the output and the spare were left as they are, in ns
        last = {
            "files": self.intake.files, "langs": self.intake.langs, "sitemaps": self.sitemaps,
            "index": self.index,
            "facts": self.intake.packed_facts,
            "tree": {path: writer.written.get(path) or self.tree[path] for path in self.site.files},
            "whole": (time.time_ns(), whole[0]) if changes else whole,
            "behind": sorted(changes) if changes else state.last.get("behind"), "live": spare if changes else output,
            "hosts": sorted(self.hosts.union(state.last.get("hosts", ()))),
            "names": self.names_mark, "key": self.key_mark, "url": self.settings.url,
            "theme": self.site.theme_mark, "moment": self.settings.now.timestamp(), "quick": self._quick(),
        }  # fmt: skip
        if changes or self.has_news:
            self.put_state()
            last |= state.commit(os.urandom(8).hex())
        elif last == {**{name: state.last.get(name) for name in last}, "moment": last["moment"]}:
            return  # it is as true as it was
        write_last(self.settings.state, LAST, {**state.last, **last})
        if changes:
            trees.exchange()
            trees.done()

    def _quick(self) -> dict[str, Any]:
        """Return what the next build compares first, before it loads anything."""
        assert self.site
        settings = self.settings
        inputs, folders = self._stamps_of_inputs()
        return {
            "settings": settings_mark(settings),
            "inputs": inputs,
            "folders": folders,
            "has_strays": bool(self.intake.problems) or self.findings.is_ledger_due,
            "until": self.site.next_moment(),
            "lines": {lang: report(self.told(), lang, settings.severities) for lang in ("ja", "en")},
            "upcoming": upcoming(self.site.rows, self.site.endings, settings.now),
        }

    def _stamps_of_inputs(self) -> tuple[Stamps, Stamps]:
        intake, quick = self.intake, self.state.last.get("quick")
        if not intake.is_partial or not quick:
            return stamps_of_inputs(self.settings, intake.files, intake.since)
        content = self.settings.content.parent
        folders = (f"{content}/{path}" for path in self.state.glance.changed if not path.endswith(".yml"))
        return quick["inputs"], quick["folders"] | {path: settled_folder(path, intake.since) for path in folders}
