"""The pages besides lists and forms: what is to be translated, what is due, what others wrote, what goes out."""

from collections.abc import Callable

from flask import Flask, render_template, request

from plugins.desk.going_out import FEW, Outcome, outcome_of
from plugins.desk.lists import Lists, form_of
from plugins.desk.speaking import Here, spoken
from plugins.desk.workplace import Refused, Shared, Workplace


def add_others(app: Flask, here: Here, lang: str) -> None:
    """Add the pages that lead from one item to the next, to other desks and to the public."""
    _looking(app, here)
    _together(app, here, lang)
    _going_out(app, here, lang)


def named_at(workplace: Workplace, lang: str) -> Callable[[str], str]:
    """Return what says the name of the item that a file belongs to, in a language if it has one there."""
    lists = Lists(workplace)

    def named(path: str) -> str:
        names = lists.named(path)
        return dict(names).get(lang, names[0][1])

    return named


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


def _together(app: Flask, here: Here, lang: str) -> None:
    """Bring what others have written, and send what was written here."""

    def shown(workplace: Workplace, shared: Shared) -> str:
        return render_template("together.html", shared=shared, form_of=form_of, named=named_at(workplace, spoken(lang)))

    @app.get("/together")
    def together() -> str:
        workplace = here()
        return shown(workplace, workplace.outside.shared())

    @app.post("/together")
    def exchange() -> str:
        workplace, name, do = here(), request.form.get("clash", ""), request.form.get("do")
        outside = workplace.outside
        return shown(workplace, outside.decide(name, do == "theirs") if name else outside.exchange(do == "send"))


def _going_out(app: Flask, here: Here, lang: str) -> None:
    """Say what would go out, and publish it."""

    @app.get("/publish")
    def plan() -> str:
        return render_template("publish.html", out=None, lines=())

    @app.post("/publish")
    def go() -> str:
        workplace, lines = here(), ()
        try:
            over = request.form.get("over", "") if "sure" in request.form else ""
            done = workplace.outside.publication(request.form.get("do") != "go", over)
            out, lines = outcome_of(done, spoken(lang)), done.lines
        except Refused as refused:
            out = Outcome("refused", (str(refused),))
        named = named_at(workplace, spoken(lang))
        return render_template("publish.html", out=out, lines=lines, few=FEW, form_of=form_of, named=named)
