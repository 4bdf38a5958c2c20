"""The pages with forms: an item or a record opened, typed, saved, thrown away, and a photograph put beside it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, abort, jsonify, redirect, render_template, request

from plugins.desk.editor import Editor
from plugins.desk.fields import fields_of, shapes_of
from plugins.desk.lists import Lists, form_of
from plugins.desk.moving import is_move
from plugins.desk.opened import Opened
from plugins.desk.speaking import Here, spoken, way_back
from plugins.desk.unsaved import Keeper
from plugins.desk.words import said
from plugins.desk.workplace import Refused
from plugins.reading.places import TABLES


def add_forms(app: Flask, here: Here, unsaved: Keeper, lang: str) -> None:
    """Add the form of every item and record, and what its buttons do."""

    def editor() -> Editor:
        return Editor(here(), unsaved)

    def named(path: str) -> tuple[tuple[str, str], ...]:
        if f"/{TABLES}/" not in path:
            return Lists(here()).named(path)
        table = path.rpartition("/")[2].removesuffix(".yml")
        return (("", said(f"table-{table}", spoken(lang))),)

    def shown(page: Opened, notice: str, **more: Any) -> str:
        template = "text.html" if page.is_text else "edit.html"
        return render_template(template, page=page, notice=notice, form_of=form_of, named=named, **more)

    def opened(kind: str, name: str, key: str) -> Opened:
        window = request.form.get("drop") or request.form.get("window") or request.args.get("window", "")
        found = editor().open(kind, name, key, window)
        if found is None:
            abort(HTTPStatus.NOT_FOUND)
        return found

    def route(path: str, **how: Any) -> Callable[[Any], Any]:
        """Put a function at the address of an item and of a record of a table."""

        def put(function: Any) -> Any:
            app.add_url_rule(f"{path}/<kind>/<name>", function.__name__, function, **how)
            app.add_url_rule(f"{path}/<kind>/<name>/<key>", function.__name__, function, **how)
            return function

        return put

    @route("/edit")
    def edit(kind: str, name: str, key: str = "") -> Any:
        page = editor().looked_at(opened(kind, name, key), spoken(lang))
        return shown(page, request.args.get("notice", ""))

    @route("/edit", methods=["POST"])
    def save(kind: str, name: str, key: str = "") -> Any:
        page, pressed = opened(kind, name, key), request.form.get("do", "")
        if pressed == "mend":
            done = editor().mend(page, request.form)
            return shown(done.page, done.notice)
        if is_move(pressed) or pressed.startswith("delete."):
            done = (editor().move if is_move(pressed) else editor().delete)(page, request.form, spoken(lang))
            return shown(done.page, done.notice)
        done = editor().save(page, request.form, spoken(lang))
        if done.to:
            return redirect(done.to, HTTPStatus.SEE_OTHER)
        if not done.clashes:
            return shown(done.page._replace(is_text=page.is_text), done.notice, is_tried=True), HTTPStatus.CONFLICT
        given = {"do": pressed or "save", "pairs": list(request.form.items(multi=True))}
        clash = render_template("clash.html", page=done.page, notice=done.notice, clashes=done.clashes, **given)
        return clash, HTTPStatus.CONFLICT

    @route("/typed", methods=["POST"])
    def typed(kind: str, name: str, key: str = "") -> Response:
        return jsonify(editor().typed(opened(kind, name, key), request.form, spoken(lang)))

    @route("/dropped", methods=["POST"])
    def dropped(kind: str, name: str, key: str = "") -> Response:
        editor().throw_away(opened(kind, name, key))
        return redirect(way_back(), HTTPStatus.SEE_OTHER)  # type: ignore[return-value]

    @route("/photo", methods=["POST"])
    def photo(kind: str, name: str, key: str = "") -> Any:
        page = opened(kind, name, key)
        if not (file := request.files.get("photo")):
            abort(HTTPStatus.BAD_REQUEST)
        try:
            name, told = editor().photo(page, file.filename or "", file.read(), spoken(lang))
        except Refused as refused:
            return jsonify({"refused": str(refused)}), HTTPStatus.UNPROCESSABLE_ENTITY
        shape = shapes_of(kind)[-1]
        field = next(one for one in fields_of(shape, kind) if one.name == "photos")
        number = f"new-{name.replace('.', '-')}"
        item = {"name": f"f.photos.{number}", "number": number, "value": {"file": name}}
        html = render_template("item.html", field=field, shape=shape, page=page, **item)
        return jsonify({"file": name, "told": told, "html": html})
