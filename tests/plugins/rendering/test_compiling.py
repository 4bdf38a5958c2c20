"""Compiled templates: kept from build to build, and never trusted when they are not what they should be."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.i18n import Catalogue
from plugins.rendering import Theme, build_environment

CATALOGUES = {"ja": Catalogue("ja", "", {("", "Menu"): ("メニュー",)}), "en": Catalogue("en", "")}
THEME = Theme(
    Path("templates"),
    {
        "pages/a.html": '{% from "components/b/b.html" import b %}{{ _("Menu") }}: {{ b("x") }}',
        "components/b/b.html": "{% macro b(word, mark=1) %}<b>{{ word }}{{ mark }}</b>{% endmacro %}",
    },
    {},
    "",
)
PAGE, COMPONENT = "pages.a.html.code", "components.b.b.html.code"


def render(folder: Path, lang: str = "en", **changed: str) -> str:
    """Render as a new build does, which has read the theme anew."""
    theme = replace(THEME, templates={**THEME.templates, **changed})
    return build_environment(theme, lang, CATALOGUES[lang], folder).get_template("pages/a.html").render()


def written(folder: Path) -> set[str]:
    """Return the files that were written since the last call."""
    found = {path for path in folder.iterdir() if path.stat().st_mtime}
    for path in found:
        os.utime(path, (0, 0))
    return {path.name for path in found}


def test_what_was_compiled_is_compiled_no_more(tmp_path):
    assert render(tmp_path) == "Menu: <b>x1</b>"
    assert written(tmp_path) == {PAGE, COMPONENT}
    assert render(tmp_path) == "Menu: <b>x1</b>"
    assert not written(tmp_path)


def test_all_languages_share_the_code_and_keep_their_words(tmp_path):
    render(tmp_path)
    assert written(tmp_path)
    assert render(tmp_path, "ja") == "メニュー: <b>x1</b>"
    assert not written(tmp_path)


def test_new_words_need_no_new_code(tmp_path):
    render(tmp_path, "ja")
    assert written(tmp_path)
    other = Catalogue("ja", "", {("", "Menu"): ("目次",)})
    environment = build_environment(replace(THEME), "ja", other, tmp_path)
    assert environment.get_template("pages/a.html").render() == "目次: <b>x1</b>"
    assert not written(tmp_path)


@pytest.mark.parametrize(
    ("macro", "page", "compiled"),
    [
        ("{% macro b(word, mark=1) %}<i>{{ word }}{{ mark }}</i>{% endmacro %}", "Menu: <i>x1</i>", {COMPONENT}),
        ("{% macro b(word, mark=2) %}<b>{{ word }}{{ mark }}</b>{% endmacro %}", "Menu: <b>x2</b>", {COMPONENT, PAGE}),
        ("{% macro b(mark, word=3) %}<b>{{ word }}{{ mark }}</b>{% endmacro %}", "Menu: <b>3x</b>", {COMPONENT, PAGE}),
    ],
    ids=["its markup", "a default", "the order"],
)
def test_a_changed_component_is_compiled_and_so_is_what_calls_it_by_other_rules(tmp_path, macro, page, compiled):
    render(tmp_path)
    assert written(tmp_path)
    assert render(tmp_path, **{"components/b/b.html": macro}) == page
    assert written(tmp_path) == compiled


def test_a_theme_in_another_place_names_its_own_files_in_faults(tmp_path):
    render(tmp_path)
    moved = replace(THEME, folder=Path("elsewhere"))
    template = build_environment(moved, "en", CATALOGUES["en"], tmp_path).get_template("pages/a.html")
    assert template.filename == "elsewhere/pages/a.html"


def flipped(place: int):
    return lambda data: data[:place] + bytes([data[place] ^ 1]) + data[place:][1:]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:8],
        lambda data: data[:16],
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: bytes(len(data)),
        lambda data: b"not code at all",
        flipped(0),
        flipped(16),
        flipped(-1),
        flipped(200),
    ],
    ids=[
        "empty", "half a checksum", "no code", "cut off", "too long", "zeros", "another file",
        "flipped checksum", "flipped start", "flipped end", "flipped inside",
    ],
)  # fmt: skip
def test_a_damaged_file_is_noticed_and_mended(tmp_path, damage):
    render(tmp_path)
    file = tmp_path / PAGE
    file.write_bytes(damage(file.read_bytes()))
    assert written(tmp_path)
    assert render(tmp_path) == "Menu: <b>x1</b>"
    assert written(tmp_path) == {PAGE}
    assert render(tmp_path) == "Menu: <b>x1</b>"
    assert not written(tmp_path)


def test_the_code_of_one_template_is_no_code_for_another(tmp_path):
    render(tmp_path)
    (tmp_path / PAGE).write_bytes((tmp_path / COMPONENT).read_bytes())
    assert written(tmp_path)
    assert render(tmp_path) == "Menu: <b>x1</b>"
    assert written(tmp_path) == {PAGE}


def test_without_a_folder_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    environment = build_environment(THEME, "en", CATALOGUES["en"])
    assert environment.get_template("pages/a.html").render() == "Menu: <b>x1</b>"
    assert not list(tmp_path.iterdir())
