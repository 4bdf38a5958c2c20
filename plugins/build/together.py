"""`run.py get` and `run.py send`: the changes of other desks come here, and those of this one go there."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from plugins.build.clashes import Clash, open_clashes
from plugins.build.lock import Locked
from plugins.build.meeting import Meeting, project_of
from plugins.build.settings import BuildSettings
from plugins.build.tidings import Choose, Tell
from plugins.build.words import reason_of
from plugins.publishing.addresses import shown_address
from plugins.publishing.git import GitFailed
from plugins.publishing.refusal import Refusal
from plugins.together import History, NotTogether, item_of, reason_in
from plugins.together.words import REASONS, line

AFRESH, TO = "--afresh", "--to="
PATIENCE = 20.0  # seconds that the desk waits for an answer before it opens


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
    settings: BuildSettings, choose: Choose | None = None, tell: Tell = lambda _: None, seconds: float | None = None,
    says_clashes: bool = True,
) -> Report:  # fmt: skip
    """Bring the changes of other desks here, and keep what was changed here; ask about what both wrote.

    Shape: without `says_clashes` they stand in the report alone, for who shows them otherwise.
    It takes the lock of the content itself: in a process with a preview, call it while that is resting.
    """
    return _reported(Meeting(settings, tell, choose, seconds, says_clashes), lambda meeting: meeting.get())


def send(
    settings: BuildSettings, choose: Choose | None = None, tell: Tell = lambda _: None, to: str = "", site: str = "",
    says_clashes: bool = True,
) -> Report:  # fmt: skip
    """Get first, then send what was changed here; `to` is the address where nothing is shared yet.

    Shape: `site` is where the built site is published: nothing is sent there. For the lock, see `get`.
    """
    return _reported(Meeting(settings, tell, choose, says_clashes=says_clashes), lambda meeting: meeting.send(to, site))


def state(settings: BuildSettings, asks: bool = True) -> Waiting:
    """Return what waits here and there; without `asks` as it was when somebody asked last."""
    history = History(project_of(settings))
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
    history = History(project_of(settings))
    try:
        return history.trouble() in ("", "half-done") and bool(history.upstream()[0])
    except (GitFailed, Refusal):
        return False


def afresh(settings: BuildSettings, tell: Tell = lambda _: None) -> Report:
    """Leave what was begun by hand with git, after a copy of the texts as they are."""
    return _reported(Meeting(settings, tell, None), Meeting.afresh)


def _reported(meeting: Meeting, act: Callable[[Meeting], None]) -> Report:
    settings, is_done = meeting.settings, False
    try:
        act(meeting)
        is_done = True
    except NotTogether as refused:
        meeting.tidings.tell(refused.said(settings.lang))
    except GitFailed as fault:
        reason = reason_in(str(fault))
        address = shown_address(meeting.address)
        reason.values |= {"address": address} if "{address}" in REASONS[reason.reason]["en"] else {}
        meeting.tidings.tell(reason.said(settings.lang))
    except Refusal:  # there is no git on this machine
        meeting.tidings.tell(NotTogether("no-program").said(settings.lang))
    except (Locked, OSError) as fault:
        meeting.tidings.tell(reason_of(fault, settings))
    return Report(tuple(meeting.tidings.lines), tuple(open_clashes(settings)), is_done)


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
    if AFRESH in options and not afresh(settings, tell).is_done:
        return 1
    done = send(settings, choose, tell, to, site) if name == "send" else get(settings, choose, tell)
    return 0 if done.is_done else 1
