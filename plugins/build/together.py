"""`run.py get` and `run.py send`: the changes of other desks come here, and those of this one go there."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.build.arrivals import Arrivals, Arrived, told_of
from plugins.build.before_commit import found_before_commit
from plugins.build.clashes import FOLDER, Clash, on_one_line, open_clashes, settle
from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import content_lock
from plugins.build.words import reason_of
from plugins.problems import Problem, severity_of, words_of
from plugins.publishing.addresses import place_of, shown_address
from plugins.publishing.git import GitFailed
from plugins.publishing.refusal import Refusal
from plugins.publishing.staged import install_hook
from plugins.reading.places import LEFTOVER
from plugins.together import History, NotTogether, item_of, reason_in
from plugins.together.words import HELD, REASONS, line

Choose = Callable[[Clash], bool | None]  # whether to take the other text, none to decide later
Tell = Callable[[str], None]
AFRESH, TO = "--afresh", "--to="
TRIES = 5  # how often others may be quicker
PATIENCE = 20.0  # seconds that the desk waits for an answer before it opens
MOST_LINES = 30  # items that are named


class Report(NamedTuple):
    """What came of it: the lines that were said, what waits for a decision, and whether it went to its end."""

    lines: tuple[str, ...]
    clashes: tuple[Clash, ...]
    is_done: bool


class Waiting(NamedTuple):
    """How many items were changed here and not sent, and there and not fetched; none where nobody answered."""

    here: int
    there: int | None
    has_remote: bool


def get(
    settings: BuildSettings, choose: Choose | None = None, tell: Tell = lambda _: None, seconds: float | None = None
) -> Report:
    """Bring the changes of other desks here, and keep what was changed here; ask about what both wrote.

    It takes the lock of the content itself: in a process with a preview, call it while that is resting.
    """
    return _reported(_Meeting(settings, tell, choose, seconds), lambda meeting: meeting.get())


def send(
    settings: BuildSettings, choose: Choose | None = None, tell: Tell = lambda _: None, to: str = "", site: str = ""
) -> Report:
    """Get first, then send what was changed here; `to` is the address where nothing is shared yet.

    Shape: `site` is where the built site is published: nothing is sent there. For the lock, see `get`.
    """
    return _reported(_Meeting(settings, tell, choose), lambda meeting: meeting.send(to, site))


def state(settings: BuildSettings, asks: bool = True) -> Waiting:
    """Return what waits here and there; without `asks` as it was when somebody asked last."""
    history = History(_project(settings))
    try:
        if history.trouble() or not all(history.upstream()):
            return Waiting(0, None, False)
        head, there = history.head, history.known()
        here = {item_of(path) for path in history.waiting(settings.content.name)}
        try:
            there = (history.fetch(*history.upstream(), PATIENCE) or there) if asks else there
            is_known = True
        except (GitFailed, NotTogether):
            is_known = False
        base = history.base(head, there) if there else ""
        if not base:
            return Waiting(len(here) + (not there), None, True)
        count = lambda new: {item_of(path) for path in history.changes(base, new, settings.content.name)}  # noqa: E731
        return Waiting(len(here | count(head)), len(count(there)) if is_known else None, True)
    except (GitFailed, Refusal):
        return Waiting(0, None, False)


def is_shared(settings: BuildSettings) -> bool:
    """Say whether other desks may have changes for this one."""
    history = History(_project(settings))
    try:
        return history.trouble() in ("", "half-done") and bool(history.upstream()[0])
    except (GitFailed, Refusal):
        return False


def _project(settings: BuildSettings) -> Path:
    return settings.content.resolve().parent


def _reported(meeting: "_Meeting", act: Callable[["_Meeting"], None]) -> Report:
    settings, is_done = meeting.settings, False
    try:
        act(meeting)
        is_done = True
    except NotTogether as refused:
        meeting.tell(refused.said(settings.lang))
    except GitFailed as fault:
        reason = reason_in(str(fault))
        address = shown_address(meeting.address)
        reason.values |= {"address": address} if "{address}" in REASONS[reason.reason]["en"] else {}
        meeting.tell(reason.said(settings.lang))
    except Refusal:  # there is no git on this machine
        meeting.tell(NotTogether("no-program").said(settings.lang))
    except (Locked, OSError) as fault:
        meeting.tell(reason_of(fault, settings))
    return Report(tuple(meeting.lines), tuple(open_clashes(settings)), is_done)


class _Meeting:
    """One run of `get` or `send`."""

    def __init__(
        self, settings: BuildSettings, tell: Tell, choose: Choose | None, seconds: float | None = None
    ) -> None:
        self.settings, self._tell, self._choose, self._seconds = settings, tell, choose, seconds
        self.lines: list[str] = []
        self.project = _project(settings)
        self.history = History(self.project)
        self.arrivals = Arrivals(settings, self.history)
        self.remote, self.ref = "", ""
        self._held: dict[str, list[Problem]] = {}  # what stays on this machine, by its place
        self._stuck: list[Problem] = []  # why nothing at all may be kept

    def tell(self, said: str) -> None:
        self.lines.append(said)
        self._tell(said)

    def say(self, key: str, **values: object) -> None:
        self.tell(line(key, self.settings.lang, **values))

    @property
    def address(self) -> str:
        return self.history.address(self.remote) if self.remote else ""

    def get(self) -> None:
        """Bring the changes of others here."""
        self._ready()
        with content_lock(self.settings):
            self.arrivals.resume()
            self._keep()
        theirs = self._fetched()
        if theirs:
            with content_lock(self.settings):
                arrived = self.arrivals.take_in(theirs)
            self._tell_arrived(arrived)
        else:
            self.say("nothing-there")
        self._ask()
        with content_lock(self.settings):
            self._keep()  # what was decided

    def send(self, to: str, site: str) -> None:
        """Bring the changes of others here, and send ours on top of them."""
        if to:
            self._share_at(to, site)
        self._begin()
        self._ready()
        self._refuse_site(self.address, site)
        with content_lock(self.settings):
            self.arrivals.resume()
            self._keep()
        for _ in range(TRIES):
            theirs = self._fetched()
            if theirs:
                with content_lock(self.settings):
                    arrived = self.arrivals.take_in(theirs)
                if arrived.is_any:
                    self._tell_arrived(arrived)
            self._ask()
            with content_lock(self.settings):
                self._keep()
                head = self.history.head
            if self._stuck:
                break
            if theirs == head:
                self.say("nothing-to-send")
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
        self.say("copied", folder=shown)

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
        with content_lock(self.settings):
            env = self.history.take(".", "")
            if errors := self._errors(env):
                self._tell_problems(errors)
                raise NotTogether("not-sent")
            self.history.set_first(self.history.state(env, (), line("begun", self.settings.lang)))

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

    def _tell_arrived(self, arrived: Arrived) -> None:
        if not arrived.is_any:
            return self.say("nothing-came")
        self.say("came")
        self._tell_items(arrived.lines)
        if arrived.rest:
            self.say("rest-came", count=arrived.rest)
        for file, other in arrived.beside:
            self.say("both-kept", file=file, other=other)
        if arrived.errors:
            self.say("wrong-now")
            self._tell_problems(arrived.errors)
        return None

    def _tell_items(self, lines: Sequence[str]) -> None:
        for item in lines[:MOST_LINES]:
            self.say("item", item=item)
        if len(lines) > MOST_LINES:
            self.say("item", item=f"… (+{len(lines) - MOST_LINES})")

    def _tell_sent(self, head: str, theirs: str) -> None:
        base = self.history.base(head, theirs) if theirs else ""
        content = f"{self.settings.content.name}/"
        changed = self.history.changes(base, head) if base else {}
        self.say("sent" if changed else "all-sent")
        own = {path: change for path, change in changed.items() if path.startswith(content)}
        self._tell_items(told_of(self.history, own, self.settings.lang))
        if len(changed) > len(own):
            self.say("rest-came", count=len(changed) - len(own))

    def _tell_held(self) -> None:
        if self._stuck:
            self._tell_problems(self._stuck)
            raise NotTogether("not-sent")
        for place, errors in sorted(self._held.items()):
            self.say("stays", item=place)
            self._tell_problems(errors)

    def _tell_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong; where the words are for whoever types git, in other ones."""
        lang = self.settings.lang
        self.lines += (told := [_said(one, lang) for one in sorted(set(problems))])
        for said in told:
            self._tell(said)

    def _ask(self) -> None:
        """Tell of every place that two wrote, and ask about it."""
        clashes = open_clashes(self.settings)
        if not clashes:
            return
        self.say("open")
        for number, clash in enumerate(clashes, 1):
            self.say("place", number=number, item=clash.item, field=clash.field)
            self.say("mine", text=on_one_line(clash.ours))
            self.say("other", text=on_one_line(clash.theirs))
        for clash in clashes if self._choose else ():
            takes_other = self._choose(clash) if self._choose else None
            if takes_other is not None and not settle(self.settings, clash, takes_other):
                self.say("changed-since", file=clash.path, kept=f"{FOLDER}/{clash.names[0]}.txt")
        if open_clashes(self.settings):
            self.say("how", folder=FOLDER)


def _is_leftover(path: str) -> bool:
    return any(LEFTOVER.fullmatch(part) for part in path.split("/"))


def _held_place(found: Problem, content: str) -> str:
    """Return what stays here because of a problem: an item, a table, a file; empty where it is about everything."""
    parts = found.path.split("/")
    if parts[0] != content:
        return ""
    return found.path if found.rule == "commit-of-leftover" else "/".join(parts[:3])


def _said(found: Problem, lang: str) -> str:
    what, remedy = words_of(found, lang)
    if found.rule not in HELD:
        return f"  {found.path}:{found.line}: {what}{'' if lang == 'ja' else ' '}{remedy}"
    mended = HELD[found.rule][lang].format(**dict(found.values))
    if found.path.startswith(".git/"):  # no file that somebody would open
        return f"  {mended}"
    return f"  {found.path}:{found.line}: {what}{'' if lang == 'ja' else ' '}{mended}"


def _not_taken(cause: str) -> NotTogether:
    found = reason_in(cause)
    return found if found.reason in ("no-access", "unreachable", "disk-full") else NotTogether("not-taken", cause=cause)


def asked_at_terminal(lang: str, ask: Callable[[str], str] = input) -> Choose | None:
    """Return what asks at the terminal about each clash; none without one."""
    if not sys.stdin or not sys.stdin.isatty():
        return None
    numbers = iter(range(1, sys.maxsize))

    def choose(_: Clash) -> bool | None:
        number = next(numbers)
        while True:
            try:
                answer = ask(line("ask", lang, number=number)).strip()
            except (EOFError, KeyboardInterrupt):
                return None
            if answer in ("1", "2", "3", ""):
                return {"1": False, "2": True}.get(answer)

    return choose


def run_together(settings: BuildSettings, args: list[str], site: str = "") -> int:
    """Run `get` or `send` at a terminal; return the exit status."""
    name, *options = args
    to = next((option.removeprefix(TO) for option in options if option.startswith(TO)), "")
    tell = lambda said: print(said, flush=True)  # noqa: E731
    choose = asked_at_terminal(settings.lang)
    if AFRESH in options:
        done = _reported(_Meeting(settings, tell, choose), _Meeting.afresh)
        if not done.is_done:
            return 1
    done = send(settings, choose, tell, to, site) if name == "send" else get(settings, choose, tell)
    return 0 if done.is_done else 1
