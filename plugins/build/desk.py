"""`run.py desk`: the desk and its preview, in one process, until Ctrl-C."""

import secrets
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

from plugins.build.configuration import build_moment
from plugins.build.lock import Locked
from plugins.build.office import Office
from plugins.build.office_words import say
from plugins.build.resident import Resident
from plugins.build.settings import BuildSettings
from plugins.build.together import PATIENCE as PATIENCE_FOR_OTHERS
from plugins.build.together import get, is_shared
from plugins.desk import make_app, running
from plugins.desk.unsaved import Keeper
from plugins.preview.doors import HERE, listen
from plugins.preview.resident import NotNow
from plugins.preview.serving import Preview
from plugins.preview.watching import Watched
from plugins.reading.places import LEFTOVER
from plugins.together.words import line

PORT = 8100
PREVIEW_PORT = 8000
Tell = Callable[[str], None]


def _print(said: str) -> None:
    print(said, flush=True)


class _EndedOutside(BaseException):
    """Another program, or the end of the session, ends this one: no fault that anything here could go on after."""


def run_desk(settings: BuildSettings, port: int = PORT, tell: Tell = _print) -> int:
    """Serve the desk and its preview until Ctrl-C; the changes of other desks come first.

    However it ends, it says so.

    Raises: NotNow, Locked, OSError.
    """
    with _told_signals():
        try:
            _serve(settings, port, tell)
            return 0
        except KeyboardInterrupt:
            return 0
        except _EndedOutside as ended:
            number = ended.args[0]
            _tell(tell, "ended-outside", settings.lang, signal=signal.Signals(number).name)
            return 128 + number
        except (NotNow, Locked, OSError):  # the command says why
            raise
        except Exception:
            with suppress(OSError, ValueError):
                traceback.print_exc(file=sys.stderr)
            _tell(tell, "ended-fault", settings.lang)
            return 1


def _serve(settings: BuildSettings, port: int, tell: Tell) -> None:
    if is_shared(settings) and not get(settings, tell=tell, seconds=PATIENCE_FOR_OTHERS).is_done:
        tell(line("opens-anyway", settings.lang))
    watched = Watched(sources=(settings.content, settings.theme), leftover=LEFTOVER)
    preview = Preview(Resident(settings, build_moment), watched, settings.lang, PREVIEW_PORT, lambda _: None,
                      url=settings.url, token=secrets.token_urlsafe(16))  # fmt: skip
    token = secrets.token_urlsafe(24)
    unsaved = Keeper(settings.content.parent / ".desk" / "unsaved")
    unsaved.sweep()
    origin = "/".join(preview.address.split("/")[:3])
    listener = listen(HERE, port)
    own = listener.getsockname()[1]
    app = make_app(Office(settings, preview), unsaved, own, token, origin, settings.lang)
    with closing(listener), running(app, listener):
        tell(say("address", settings.lang, address=f"http://127.0.0.1:{own}/?key={token}"))
        try:
            preview.run()
        except KeyboardInterrupt:  # now: to close everything takes longer than some shells wait
            _tell(tell, "ended", settings.lang)
            raise


def _tell(tell: Tell, name: str, lang: str, **values: object) -> None:
    with suppress(OSError, ValueError):  # the terminal may be what has gone
        tell(say(name, lang, **values))


@contextmanager
def _told_signals() -> Iterator[None]:
    """Have the signals that end a process without a word raise _EndedOutside for as long as the block lasts."""

    def end(number: int, _: object) -> None:
        raise _EndedOutside(number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
