"""In which language a page of the desk is, and where its forms lead back to."""

from collections.abc import Callable
from http import HTTPStatus

from flask import abort, request

from plugins.desk.workplace import Workplace

COOKIE = "desk-lang"
LANGS = ("ja", "en")
Here = Callable[[], Workplace]  # the workplace in the language of whoever asks


def spoken(lang: str) -> str:
    """Return the language that was chosen at the desk, else `lang`."""
    chosen = request.cookies.get(COOKIE, lang)
    return chosen if chosen in LANGS else lang


def way_back() -> str:
    """Return where a form leads back to: a page of the desk."""
    to = request.form.get("back", "/")
    if not to.startswith("/") or to.startswith(("//", "/\\")):
        abort(HTTPStatus.BAD_REQUEST)
    return to
