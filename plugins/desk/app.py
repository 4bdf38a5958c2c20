"""The desk's pages: what stands at which address, and what each form does."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, jsonify, redirect, render_template, request
from werkzeug.exceptions import HTTPException

from plugins.checks.references import WHERE
from plugins.desk.choices import CHOICES, choice_of
from plugins.desk.editor import Editor, Opened
from plugins.desk.fields import HIDDEN, RECORDS, TABLE_FORMS, fields_of, inner_fields, shapes_of
from plugins.desk.guard import guard
from plugins.desk.labels import label_of, place_of_clash
from plugins.desk.legends import legend_of
from plugins.desk.lists import Lists, form_of
from plugins.desk.manuscripts import Manuscript
from plugins.desk.moving import is_move
from plugins.desk.unsaved import Keeper
from plugins.desk.words import WORDS, language_name, said
from plugins.desk.workplace import Begun, Refused, Workplace
from plugins.model.kinds import PostKind
from plugins.reading.places import TABLES

HERE = Path(__file__).parent
LANG = "desk-lang"
REFUSALS = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too-large", HTTPStatus.INTERNAL_SERVER_ERROR: "fault"}


def make_app(workplace: Workplace, unsaved: Keeper, port: int, token: str, frames: str, lang: str) -> Flask:
    """Return the application; `frames` is the origin of the preview, `lang` the language until another is chosen."""
    app = Flask("desk", template_folder=str(HERE / "templates"), static_folder=str(HERE / "static"))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    guard(app, port, token, frames)
    _words(app, workplace, lang)
    _lists(app, workplace, unsaved)
    _editing(app, Editor(workplace, unsaved), Lists(workplace), lang)
    _looking(app, workplace, lang)
    _together(app, workplace, lang)
    _going_out(app, workplace)
    app.register_error_handler(HTTPException, _refused)
    return app


def _spoken(lang: str) -> str:
    chosen = request.cookies.get(LANG, lang)
    return chosen if chosen in ("ja", "en") else lang


def _fault_of_name() -> str:
    fault = request.args.get("fault", "")
    return fault if fault in ("name-taken", "name-wrong") else ""


def _back() -> str:
    """Return where a form leads back to: a page of the desk."""
    to = request.form.get("back", "/")
    if not to.startswith("/") or to.startswith(("//", "/\\")):
        abort(HTTPStatus.BAD_REQUEST)
    return to


def _words(app: Flask, workplace: Workplace, lang: str) -> None:
    """Give every page the words of the writer's language."""

    @app.context_processor
    def words() -> dict[str, Any]:
        spoken = _spoken(lang)
        known: dict[str, list[tuple[str, str]]] = {}  # asked for once a page, however many records name them

        def names(named: str, manuscript: Manuscript) -> list[tuple[str, str]]:
            if named not in known:
                known[named] = workplace.names(named, manuscript, spoken)
            return known[named]

        return {
            "lang": spoken,
            "langs": workplace.langs,
            "say": lambda name, **values: said(name, spoken, **values),
            "language": lambda code: language_name(code, spoken),
            "label": lambda shape, field: label_of(shape.__name__, field, spoken),
            "clash_of": lambda place: place_of_clash(
                place, spoken, lambda code: language_name(code, spoken), said("body", spoken)
            ),
            "choice": lambda listed, value: choice_of(listed, value, spoken),
            "fields_of": fields_of,
            "inner_fields": inner_fields,
            "notice_of": lambda notice: said(notice, spoken) if notice in WORDS else notice,
            "legend_of": lambda field, page, value: legend_of(field, page.note, value, workplace.langs, spoken),
            "names": names,
            "listed": [*WHERE],
            "hidden": [*HIDDEN],
            "kinds": CHOICES["PostKind"],
        }

    @app.post("/language")
    def change_language() -> Response:
        response = redirect(_back(), HTTPStatus.SEE_OTHER)
        response.set_cookie(LANG, "en" if _spoken(lang) == "ja" else "ja", samesite="Strict", httponly=True)
        return response  # type: ignore[return-value]


def _refused(fault: HTTPException) -> tuple[str, int]:
    """Say in words why a page is not shown, and nothing of what was asked."""
    forbidden = (HTTPStatus.FORBIDDEN, HTTPStatus.MISDIRECTED_REQUEST)
    name = "forbidden" if fault.code in forbidden else REFUSALS.get(fault.code or 0, "missing")
    return render_template("message.html", title=said(name, "ja"), other=said(name, "en")), fault.code or 500


def _lists(app: Flask, workplace: Workplace, unsaved: Keeper) -> None:
    lists = Lists(workplace)

    @app.get("/tokens.css")
    def tokens() -> Response:
        return Response(workplace.tokens(), mimetype="text/css")

    @app.get("/")
    def home() -> str:
        return render_template(
            "home.html", waiting=lists.waiting(), newest=lists.newest(), unsaved=unsaved.all(), records=RECORDS,
            tables=TABLE_FORMS,
        )  # fmt: skip

    @app.get("/list/<kind>")
    def items(kind: str) -> str:
        if kind not in ("news", "pages", *RECORDS):
            abort(HTTPStatus.NOT_FOUND)
        asked = request.args.get("q", "")
        fault = _fault_of_name()
        return render_template("list.html", kind=kind, rows=lists.found(kind, asked), asked=asked, fault=fault)

    @app.get("/list/data/<table>")
    def table(table: str) -> str:
        if table not in TABLE_FORMS:
            abort(HTTPStatus.NOT_FOUND)
        return render_template("table.html", table=table, rows=lists.records(table), is_one=lists.is_one(table),
                               fault=_fault_of_name())  # fmt: skip

    @app.get("/new/<kind>")
    def begin(kind: str) -> str:
        if kind not in PostKind.__members__.values():
            abort(HTTPStatus.NOT_FOUND)
        return render_template("new.html", kind=kind, stories=lists.stories(), day=workplace.now().date(), fault="")

    @app.post("/new/<kind>")
    def make(kind: str) -> Any:
        if kind not in PostKind.__members__.values():
            abort(HTTPStatus.NOT_FOUND)
        titles = {code: request.form.get(f"title.{code}", "").strip() for code in workplace.langs}
        begun = Begun(PostKind(kind), request.form.get("day", ""), titles, request.form.get("story", ""))
        try:
            folder = workplace.begin(begun)
        except Refused as refused:
            day = begun.day or workplace.now().date()
            page = render_template("new.html", kind=kind, stories=lists.stories(), day=day, fault=str(refused))
            return page, HTTPStatus.UNPROCESSABLE_ENTITY
        return redirect(f"/edit/news/{folder}", HTTPStatus.SEE_OTHER)

    @app.post("/name/<kind>")
    @app.post("/name/data/<table>")
    def name_new(kind: str = TABLES, table: str = "") -> Any:
        name = request.form.get("name", "").strip()
        is_new = lists.is_new(table or kind, name, bool(table))
        if is_new is not True:
            where = f"/list/{TABLES}/{table}" if table else f"/list/{kind}"
            return redirect(f"{where}?fault={'name-taken' if is_new is None else 'name-wrong'}", HTTPStatus.SEE_OTHER)
        return redirect(f"/edit/{kind}/{table}/{name}" if table else f"/edit/{kind}/{name}", HTTPStatus.SEE_OTHER)


def _editing(app: Flask, editor: Editor, lists: Lists, lang: str) -> None:
    def named(path: str) -> tuple[tuple[str, str], ...]:
        table = path.rpartition("/")[2].removesuffix(".yml")
        return (("", said(f"table-{table}", _spoken(lang))),) if f"/{TABLES}/" in path else lists.named(path)

    def shown(page: Opened, notice: str, **more: Any) -> str:
        template = "text.html" if page.is_text else "edit.html"
        return render_template(template, page=page, notice=notice, form_of=form_of, named=named, **more)

    def opened(kind: str, name: str, key: str) -> Opened:
        window = request.form.get("drop") or request.form.get("window") or request.args.get("window", "")
        found = editor.open(kind, name, key, window)
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
        page = editor.looked_at(opened(kind, name, key), _spoken(lang))
        return shown(page, request.args.get("notice", ""))

    @route("/edit", methods=["POST"])
    def save(kind: str, name: str, key: str = "") -> Any:
        page = opened(kind, name, key)
        pressed = request.form.get("do", "")
        if pressed == "mend":
            done = editor.mend(page, request.form)
            return shown(done.page, done.notice)
        if is_move(pressed) or pressed.startswith("delete."):
            done = (editor.move if is_move(pressed) else editor.delete)(page, request.form, _spoken(lang))
            return shown(done.page, done.notice)
        done = editor.save(page, request.form, _spoken(lang))
        if done.to:
            return redirect(done.to, HTTPStatus.SEE_OTHER)
        if not done.clashes:
            return shown(done.page._replace(is_text=page.is_text), done.notice, is_tried=True), HTTPStatus.CONFLICT
        given = {"do": pressed or "save", "pairs": list(request.form.items(multi=True))}
        clash = render_template("clash.html", page=done.page, notice=done.notice, clashes=done.clashes, **given)
        return clash, HTTPStatus.CONFLICT

    @route("/typed", methods=["POST"])
    def typed(kind: str, name: str, key: str = "") -> Response:
        return jsonify(editor.typed(opened(kind, name, key), request.form, _spoken(lang)))

    @route("/dropped", methods=["POST"])
    def dropped(kind: str, name: str, key: str = "") -> Response:
        editor.throw_away(opened(kind, name, key))
        return redirect(_back(), HTTPStatus.SEE_OTHER)  # type: ignore[return-value]

    @route("/photo", methods=["POST"])
    def photo(kind: str, name: str, key: str = "") -> Any:
        page = opened(kind, name, key)
        file = request.files.get("photo") or abort(HTTPStatus.BAD_REQUEST)
        try:
            name, told = editor.photo(page, file.filename or "", file.read(), _spoken(lang))
        except Refused as refused:
            return jsonify({"refused": str(refused)}), HTTPStatus.UNPROCESSABLE_ENTITY
        shape = shapes_of(kind)[-1]
        field = next(one for one in fields_of(shape, kind) if one.name == "photos")
        number = f"new-{name.replace('.', '-')}"
        item = {"name": f"f.photos.{number}", "number": number, "value": {"file": name}}
        html = render_template("item.html", field=field, shape=shape, page=page, **item)
        return jsonify({"file": name, "told": told, "html": html})


def _looking(app: Flask, workplace: Workplace, lang: str) -> None:
    """Show what is to be translated and what is to be done by when."""

    lists = Lists(workplace)

    @app.get("/translations")
    def translations() -> str:
        return render_template(
            "translations.html", listed=workplace.lacking(_spoken(lang)), form_of=form_of, named=lists.named
        )

    @app.get("/deadlines")
    def deadlines() -> str:
        return render_template("deadlines.html", listed=workplace.deadlines(_spoken(lang)), form_of=form_of)


def _together(app: Flask, workplace: Workplace, lang: str) -> None:
    """Bring what others have written, and send what was written here."""

    @app.get("/together")
    def together() -> str:
        return render_template("together.html", shared=workplace.shared(_spoken(lang)))

    @app.post("/together")
    def exchange() -> str:
        name, spoken = request.form.get("clash", ""), _spoken(lang)
        if name:
            shared = workplace.decide(name, request.form.get("do") == "theirs", spoken)
        else:
            shared = workplace.exchange(request.form.get("do") == "send", spoken)
        return render_template("together.html", shared=shared)


def _going_out(app: Flask, workplace: Workplace) -> None:
    @app.get("/publish")
    def plan() -> str:
        return render_template("publish.html", lines=(), is_done=False, is_tried=False)

    @app.post("/publish")
    def go() -> str:
        is_tried = request.form.get("do") != "go"
        try:
            lines = tuple(workplace.publication(is_tried))
        except Refused as refused:
            return render_template("publish.html", lines=(str(refused),), is_done=False, is_tried=False)
        return render_template("publish.html", lines=lines, is_done=not is_tried, is_tried=is_tried)
