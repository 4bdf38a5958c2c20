"""The desk's pages put together: who may ask, in which words, what stands at which address."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask, Response, redirect, render_template
from werkzeug.exceptions import HTTPException

from plugins.checks.references import WHERE
from plugins.desk.choices import CHOICES, choice_of
from plugins.desk.fields import HIDDEN, fields_of, inner_fields
from plugins.desk.form_pages import add_forms
from plugins.desk.guard import guard
from plugins.desk.labels import label_of, place_of_clash
from plugins.desk.legends import legend_of
from plugins.desk.list_pages import add_lists
from plugins.desk.manuscripts import Manuscript
from plugins.desk.other_pages import add_others
from plugins.desk.speaking import COOKIE, Here, spoken, way_back
from plugins.desk.unsaved import Keeper
from plugins.desk.words import WORDS, language_name, said
from plugins.desk.workplace import Workplace

HERE = Path(__file__).parent
REFUSALS = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too-large", HTTPStatus.INTERNAL_SERVER_ERROR: "fault"}


def make_app(workplace: Workplace, unsaved: Keeper, port: int, token: str, frames: str, lang: str) -> Flask:
    """Return the application; `frames` is the origin of the preview, `lang` the language until another is chosen."""
    app = Flask("desk", template_folder=str(HERE / "templates"), static_folder=str(HERE / "static"))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    guard(app, port, token, frames)
    here = lambda: workplace.speaking(spoken(lang))  # noqa: E731
    _words(app, here, lang)
    add_lists(app, here, unsaved)
    add_forms(app, here, unsaved, lang)
    add_others(app, here, lang)
    app.register_error_handler(HTTPException, lambda fault: _refused(fault, spoken(lang)))
    return app


def _words(app: Flask, here: Here, lang: str) -> None:
    """Give every page the words of the writer's language."""

    @app.context_processor
    def words() -> dict[str, Any]:
        own, workplace = spoken(lang), here()
        known: dict[str, list[tuple[str, str]]] = {}  # asked for once a page, however many records name them

        def names(named: str, manuscript: Manuscript) -> list[tuple[str, str]]:
            if named not in known:
                known[named] = workplace.names(named, manuscript)
            return known[named]

        return {
            "lang": own,
            "langs": workplace.langs,
            "say": lambda name, **values: said(name, own, **values),
            "language": lambda code: language_name(code, own),
            "label": lambda shape, field: label_of(shape.__name__, field, own),
            "clash_of": lambda place: place_of_clash(
                place, own, lambda code: language_name(code, own), said("body", own)
            ),
            "choice": lambda listed, value: choice_of(listed, value, own),
            "fields_of": fields_of,
            "inner_fields": inner_fields,
            "notice_of": lambda notice: said(notice, own) if notice in WORDS else notice,
            "legend_of": lambda field, page, value: legend_of(field, page.note, value, workplace.langs, own),
            "names": names,
            "listed": [*WHERE],
            "hidden": [*HIDDEN],
            "kinds": CHOICES["PostKind"],
        }

    @app.post("/language")
    def change_language() -> Response:
        response = redirect(way_back(), HTTPStatus.SEE_OTHER)
        response.set_cookie(COOKIE, "en" if spoken(lang) == "ja" else "ja", samesite="Strict", httponly=True)
        return response  # type: ignore[return-value]


def _refused(fault: HTTPException, lang: str) -> tuple[str, int]:
    """Say in words why a page is not shown, and nothing of what was asked."""
    forbidden = (HTTPStatus.FORBIDDEN, HTTPStatus.MISDIRECTED_REQUEST)
    name = "forbidden" if fault.code in forbidden else REFUSALS.get(fault.code or 0, "missing")
    other = "en" if lang == "ja" else "ja"  # whoever has no key has chosen no language either
    page = render_template("message.html", title=said(name, lang), second=said(name, other), lang=lang, other=other)
    return page, fault.code or 500
