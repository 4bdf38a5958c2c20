"""The pages besides lists and forms: what is to be translated, what is due, what others wrote, what goes out."""

from flask import Flask, render_template, request

from plugins.desk.lists import Lists
from plugins.desk.speaking import Here
from plugins.desk.workplace import Refused
from plugins.reading.places import TABLES


def add_others(app: Flask, here: Here) -> None:
    """Add the pages that lead from one item to the next, to other desks and to the public."""
    _looking(app, here)
    _together(app, here)
    _going_out(app, here)


def form_of(path: str) -> str:
    """Return the address of the form, or of the list, for a file of the content."""
    _, kind, name, *_ = path.split("/")
    return f"/list/{TABLES}/{name.removesuffix('.yml')}" if kind == TABLES else f"/edit/{kind}/{name}"


def _looking(app: Flask, here: Here) -> None:
    """Show what is to be translated and what is to be done by when."""

    @app.get("/translations")
    def translations() -> str:
        workplace = here()
        named = Lists(workplace).named
        return render_template("translations.html", listed=workplace.lacking(), form_of=form_of, named=named)

    @app.get("/deadlines")
    def deadlines() -> str:
        return render_template("deadlines.html", listed=here().deadlines(), form_of=form_of)


def _together(app: Flask, here: Here) -> None:
    """Bring what others have written, and send what was written here."""

    @app.get("/together")
    def together() -> str:
        return render_template("together.html", shared=here().outside.shared())

    @app.post("/together")
    def exchange() -> str:
        name, do, outside = request.form.get("clash", ""), request.form.get("do"), here().outside
        shared = outside.decide(name, do == "theirs") if name else outside.exchange(do == "send")
        return render_template("together.html", shared=shared)


def _going_out(app: Flask, here: Here) -> None:
    @app.get("/publish")
    def plan() -> str:
        return render_template("publish.html", lines=(), is_done=False, is_tried=False)

    @app.post("/publish")
    def go() -> str:
        is_tried = request.form.get("do") != "go"
        try:
            lines = tuple(here().outside.publication(is_tried))
        except Refused as refused:
            return render_template("publish.html", lines=(str(refused),), is_done=False, is_tried=False)
        return render_template("publish.html", lines=lines, is_done=not is_tried, is_tried=is_tried)
