"""`run.py desk`: the desk and its preview, in one process, until Ctrl-C."""

import secrets
from collections.abc import Callable
from contextlib import closing

from plugins.build.configuration import build_moment
from plugins.build.office import Office
from plugins.build.office_words import say
from plugins.build.resident import Resident
from plugins.build.settings import BuildSettings
from plugins.build.together import PATIENCE as PATIENCE_FOR_OTHERS
from plugins.build.together import get, is_shared
from plugins.desk import make_app, running
from plugins.desk.unsaved import Keeper
from plugins.preview.doors import HERE, listen
from plugins.preview.serving import Preview
from plugins.preview.watching import Watched
from plugins.reading.places import LEFTOVER
from plugins.together.words import line

PORT = 8100
PREVIEW_PORT = 8000


def run_desk(settings: BuildSettings, port: int = PORT, told: Callable[[str], None] = print) -> int:
    """Serve the desk and its preview until Ctrl-C; the changes of other desks come first."""
    if is_shared(settings) and not get(settings, tell=told, seconds=PATIENCE_FOR_OTHERS).is_done:
        told(line("opens-anyway", settings.lang))
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
        told(say("address", settings.lang, address=f"http://127.0.0.1:{own}/?key={token}"))
        try:
            preview.run()
        except KeyboardInterrupt:
            return 0
    return 0
