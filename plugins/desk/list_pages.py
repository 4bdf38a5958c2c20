"""The pages that list what there is, and those that begin something new."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, abort, redirect, render_template, request

from plugins.desk.fields import RECORDS, TABLE_FORMS
from plugins.desk.lists import Lists
from plugins.desk.speaking import Here
from plugins.desk.unsaved import Keeper
from plugins.desk.workplace import Begun, Refused
from plugins.model.kinds import PostKind
from plugins.reading.places import TABLES


def add_lists(app: Flask, here: Here, unsaved: Keeper) -> None:
    """Add the first page, the lists of items and of records, and how a new one is begun."""
    _looking(app, here, unsaved)
    _beginning(app, here)


def _looking(app: Flask, here: Here, unsaved: Keeper) -> None:
    @app.get("/tokens.css")
    def tokens() -> Response:
        return Response(here().tokens(), mimetype="text/css")

    @app.get("/")
    def home() -> str:
        lists = Lists(here())
        return render_template(
            "home.html", waiting=lists.waiting(), newest=lists.newest(), unsaved=unsaved.all(), records=RECORDS,
            tables=TABLE_FORMS,
        )  # fmt: skip

    @app.get("/list/<kind>")
    def items(kind: str) -> str:
        if kind not in ("news", "pages", *RECORDS):
            abort(HTTPStatus.NOT_FOUND)
        asked = request.args.get("q", "")
        rows = Lists(here()).found(kind, asked)
        return render_template("list.html", kind=kind, rows=rows, asked=asked, fault=_fault_of_name())

    @app.get("/list/data/<table>")
    def table(table: str) -> str:
        if table not in TABLE_FORMS:
            abort(HTTPStatus.NOT_FOUND)
        lists = Lists(here())
        return render_template("table.html", table=table, rows=lists.records(table), is_one=lists.is_one(table),
                               fault=_fault_of_name())  # fmt: skip


def _beginning(app: Flask, here: Here) -> None:
    @app.get("/new/<kind>")
    def begin(kind: str) -> str:
        if kind not in PostKind.__members__.values():
            abort(HTTPStatus.NOT_FOUND)
        workplace = here()
        stories = Lists(workplace).stories()
        return render_template("new.html", kind=kind, stories=stories, day=workplace.now().date(), fault="")

    @app.post("/new/<kind>")
    def make(kind: str) -> Any:
        if kind not in PostKind.__members__.values():
            abort(HTTPStatus.NOT_FOUND)
        workplace = here()
        titles = {code: request.form.get(f"title.{code}", "").strip() for code in workplace.langs}
        begun = Begun(PostKind(kind), request.form.get("day", ""), titles, request.form.get("story", ""))
        try:
            folder = workplace.begin(begun)
        except Refused as refused:
            day, stories = begun.day or workplace.now().date(), Lists(workplace).stories()
            page = render_template("new.html", kind=kind, stories=stories, day=day, fault=str(refused))
            return page, HTTPStatus.UNPROCESSABLE_ENTITY
        return redirect(f"/edit/news/{folder}", HTTPStatus.SEE_OTHER)

    @app.post("/name/<kind>")
    @app.post("/name/data/<table>")
    def name_new(kind: str = TABLES, table: str = "") -> Any:
        name = request.form.get("name", "").strip()
        is_new = Lists(here()).is_new(table or kind, name, bool(table))
        if is_new is not True:
            where = f"/list/{TABLES}/{table}" if table else f"/list/{kind}"
            return redirect(f"{where}?fault={'name-taken' if is_new is None else 'name-wrong'}", HTTPStatus.SEE_OTHER)
        return redirect(f"/edit/{kind}/{table}/{name}" if table else f"/edit/{kind}/{name}", HTTPStatus.SEE_OTHER)


def _fault_of_name() -> str:
    fault = request.args.get("fault", "")
    return fault if fault in ("name-taken", "name-wrong") else ""
