"""One run of `get` or `send`: what is here is kept, what is there is taken in, and what results is sent."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.build.arrivals import Arrivals, told_of
from plugins.build.before_commit import found_before_commit
from plugins.build.settings import BuildSettings
from plugins.build.tidings import Choose, Tell, Tidings
from plugins.build.unfinished import content_lock
from plugins.problems import Problem, severity_of
from plugins.publishing.addresses import place_of, shown_address
from plugins.publishing.git import GitFailed
from plugins.publishing.staged import install_hook
from plugins.reading.places import LEFTOVER, TABLES
from plugins.together import History, NotTogether, item_of, reason_in
from plugins.together.words import line

TRIES = 5  # how often others may be quicker
PATIENCE = 30.0  # seconds that a preview is waited for, which builds what has just come


class Meeting:
    """One run of `get` or `send`."""

    def __init__(
        self, settings: BuildSettings, tell: Tell, choose: Choose | None, seconds: float | None = None,
        says_clashes: bool = True,
    ) -> None:  # fmt: skip
        self.settings, self._choose, self._seconds, self._says_clashes = settings, choose, seconds, says_clashes
        self.tidings = Tidings(settings.lang, tell)
        self.project = project_of(settings)
        self.history = History(self.project)
        self.arrivals = Arrivals(settings, self.history)
        self.remote, self.ref = "", ""
        self._held: dict[str, list[Problem]] = {}  # what stays on this machine, by its place
        self._stuck: list[Problem] = []  # why nothing at all may be kept

    @property
    def address(self) -> str:
        """Where the texts are shared; empty where nothing says so."""
        return self.history.address(self.remote) if self.remote else ""

    def get(self) -> None:
        """Bring the changes of others here."""
        self._ready()
        with content_lock(self.settings, PATIENCE):
            self.arrivals.resume()
            self._keep()
        theirs = self._fetched()
        if theirs:
            with content_lock(self.settings, PATIENCE):
                arrived = self.arrivals.take_in(theirs)
            self.tidings.arrived(arrived)
        else:
            self.tidings.say("nothing-there")
        self._tell_clashes()
        with content_lock(self.settings, PATIENCE):
            self._keep()  # what was decided

    def send(self, to: str, site: str) -> None:
        """Bring the changes of others here, and send ours on top of them."""
        if to:
            self._share_at(to, site)
        self._begin()
        self._ready()
        self._refuse_site(self.address, site)
        with content_lock(self.settings, PATIENCE):
            self.arrivals.resume()
            self._keep()
        for _ in range(TRIES):
            theirs = self._fetched()
            if theirs:
                with content_lock(self.settings, PATIENCE):
                    arrived = self.arrivals.take_in(theirs)
                if arrived.is_any:
                    self.tidings.arrived(arrived)
            self._tell_clashes()
            with content_lock(self.settings, PATIENCE):
                self._keep()
                head = self.history.head
            if self._stuck:
                break
            if theirs == head:
                self.tidings.say("nothing-to-send")
                break
            if self._is_taken(head, theirs):
                self._tell_sent(head, theirs)
                break
        else:
            raise NotTogether("too-busy")
        self._tell_held()

    # --- before -------------------------------------------------------------------------------------------------------

    def _ready(self) -> None:
        if trouble := self.history.trouble():
            raise NotTogether(trouble)
        self.remote, self.ref = self.history.upstream()
        if not self.remote or not self.address:
            raise NotTogether("no-address")
        if not (self.history.place / "hooks" / "pre-commit").exists():  # a new copy has none
            install_hook(self.project, sys.executable)

    def afresh(self) -> None:
        """Leave what was begun by hand; the texts as they are lie in a copy."""
        if self.history.trouble() not in ("half-done", "aside"):
            return
        folder = self.project / ".desk" / "kept" / f"{self.settings.now:%Y-%m-%d-%H%M%S}"
        while folder.exists():
            folder = folder.with_name(f"{folder.name}-2")
        folder.mkdir(mode=0o700, parents=True)
        shutil.copytree(self.settings.content, folder / self.settings.content.name, symlinks=True)
        shown = folder.relative_to(self.project).as_posix()
        if not self.history.set_upright():
            raise NotTogether("not-afresh", folder=shown)
        self.tidings.say("copied", folder=shown)

    def _share_at(self, to: str, site: str) -> None:
        trouble = self.history.trouble()
        if trouble not in ("", "no-copy"):
            raise NotTogether(trouble)
        known = "" if trouble else self.history.address("origin")
        if known and place_of(known, self.project) != place_of(to, self.project):
            raise NotTogether("other-address", address=shown_address(known))
        self._refuse_site(to, site)
        if not known:
            self.history.share_at(to)

    def _begin(self) -> None:
        """Keep everything as it is, where an address is known and nothing was ever kept."""
        if self.history.trouble() != "no-copy" or not self.history.is_begun or self.history.head:
            return
        with content_lock(self.settings, PATIENCE):
            env = self.history.take(".", "")
            if errors := self._errors(env):
                self.tidings.problems(errors)
                raise NotTogether("not-sent")
            self.arrivals.begin(self.history.state(env, (), line("begun", self.settings.lang)))

    def _refuse_site(self, address: str, site: str) -> None:
        """Send no draft to where the built site lies."""
        if self.settings.source_is_public:
            return
        record = self.settings.state / "publishing" / "published"
        published = record.read_text(encoding="utf-8") if record.exists() else ""
        place = place_of(address, self.project)
        if (site and place_of(site, self.project) == place) or f'"{place} ' in published:
            raise NotTogether("site-address", address=shown_address(address))

    # --- what is here -------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Keep every change of the content that may be kept; what may not stays in its files."""
        history, content = self.history, self.settings.content.name
        head = history.head
        site = f"{content}/{TABLES}/site.yml"
        if not (self.project / site).exists() and history.entries(head, site):
            raise NotTogether("content-gone", file=site, folder=content)
        env = history.take(content, head)
        self._held, self._stuck = {}, []
        if left := [path for path, (old, _) in history.listed(head, env).items() if not old and _is_leftover(path)]:
            history.leave(left, env)
        while history.listed(head, env) and (errors := self._errors(env)):
            places = {_held_place(error, content) for error in errors}
            if "" in places or places <= self._held.keys():
                self._stuck = errors
                return
            for error in errors:
                self._held.setdefault(_held_place(error, content), []).append(error)
            history.leave(places, env)
        if changed := history.listed(head, env):
            told = told_of(history, changed, self.settings.lang)
            self.arrivals.move(history.state(env, (head,), "\n".join(told)), head)

    def _errors(self, env: Mapping[str, str]) -> list[Problem]:
        signed = {**self.history.identity(), "GIT_INDEX_FILE": env["GIT_INDEX_FILE"]}
        found = found_before_commit(self.settings, self.project, signed)
        return [one for one in found if severity_of(one, self.settings.severities) == "error"]

    # --- there and back -----------------------------------------------------------------------------------------------

    def _fetched(self) -> str:
        """Return the newest state at the shared place; empty where nothing was ever sent there."""
        history = self.history
        known, head = history.known(), history.head
        theirs = history.fetch(self.remote, self.ref, self._seconds)
        if theirs and known and not history.holds(theirs, known) and history.holds(head, known):
            own = {item_of(path) for path in history.changes(known, head, self.settings.content.name)}
            raise NotTogether("made-anew", items=", ".join(sorted(own)) or "-")
        if theirs:
            history.note(theirs)
        return theirs

    def _is_taken(self, head: str, theirs: str) -> bool:
        """Send a state; return no where somebody else was quicker. Raises: NotTogether."""
        try:
            self.history.push(self.remote, self.ref, head)
        except GitFailed as fault:
            now = self.history.fetch(self.remote, self.ref)
            if now == theirs:
                raise _not_taken(str(fault)) from None
            if now != head:  # else only the answer was lost
                return False
        self.history.note(head)
        self.history.follow(self.remote, self.ref)
        return True

    # --- what is said -------------------------------------------------------------------------------------------------

    def _tell_clashes(self) -> None:
        if self._says_clashes:
            self.tidings.clashes(self.settings, self._choose)

    def _tell_sent(self, head: str, theirs: str) -> None:
        base = self.history.base(head, theirs) if theirs else ""
        content = f"{self.settings.content.name}/"
        changed = self.history.changes(base, head) if base else {}
        own = {path: change for path, change in changed.items() if path.startswith(content)}
        self.tidings.sent(told_of(self.history, own, self.settings.lang), len(changed) - len(own))

    def _tell_held(self) -> None:
        if self._stuck:
            self.tidings.problems(self._stuck)
            raise NotTogether("not-sent")
        for place, errors in sorted(self._held.items()):
            self.tidings.say("stays", item=place)
            self.tidings.problems(errors)


def project_of(settings: BuildSettings) -> Path:
    """Return the folder of the project."""
    return settings.content.resolve().parent


def _is_leftover(path: str) -> bool:
    return any(LEFTOVER.fullmatch(part) for part in path.split("/"))


def _held_place(found: Problem, content: str) -> str:
    """Return what stays here because of a problem: an item, a table, a file; empty where it is about everything."""
    parts = found.path.split("/")
    if parts[0] != content:
        return ""
    return found.path if found.rule == "commit-of-leftover" else "/".join(parts[:3])


def _not_taken(cause: str) -> NotTogether:
    found = reason_in(cause)
    return found if found.reason in ("no-access", "unreachable", "disk-full") else NotTogether("not-taken", cause=cause)
