"""Which templates a template uses, and what follows from it: styles and fingerprints."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from plugins.rendering import Theme, ThemeFault, closure_of, read_theme, scripts_of, styles_of, template_fingerprint
from plugins.rendering.styles import styles_for

PROJECT = read_theme(Path(__file__).parents[3] / "theme")
SMALL = Theme(
    folder=Path("templates"),
    templates={
        "layouts/base.html": '{% from "components/words/words.html" import words %}{% block main %}{% endblock %}',
        "components/words/words.html": "{% macro words(said) %}{{ said }}{% endmacro %}",
        "components/label/label.html": "{% macro label(word) %}<b>{{ word }}</b>{% endmacro %}",
        "components/chips/chips.html": '{%- from "components/label/label.html" import label -%}',
        "pages/post.html": "{% extends 'layouts/base.html' %}{% import \"components/chips/chips.html\" as c %}",
        "pages/plain.html": '{% extends "layouts/base.html" %}',
    },
    styles={
        "layouts/base.css": "body { line-height: 1.6; }",
        "components/label/label.css": ".label { color: var(--ink); }",
        "components/chips/chips.css": ".chips .label { margin: 0 }",
    },
    scripts={"components/label/label.js": "// Why.\n  one();\n\n  two('a');  \n"},
    tokens=":root { --paper: #ffffff; --ink: #000000; } @media print { :root { --paper: #000000; } }",
)


def changed(part: str, name: str) -> Theme:
    files = getattr(SMALL, part)
    return replace(SMALL, **{part: {**files, name: files[name].replace("e", "o")}})


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "templates/pages").mkdir(parents=True)
    (tmp_path / "tokens.css").write_text(SMALL.tokens)
    return tmp_path


def test_what_is_no_file_is_not_waited_for(folder):
    os.mkfifo(folder / "templates/pages/pipe.html")
    assert read_theme(folder).templates == {}


def test_a_theme_without_its_colours_is_told(folder):
    (folder / "tokens.css").unlink()
    with pytest.raises(ThemeFault) as caught:
        read_theme(folder)
    assert str(caught.value.problem).startswith(
        'theme/tokens.css:1: error[theme-file-missing]: the theme has no file "tokens.css".'
    )


def test_the_closure_goes_through_all_that_is_used():
    assert closure_of(SMALL, "pages/post.html") == (
        "components/chips/chips.html",
        "components/label/label.html",
        "components/words/words.html",
        "layouts/base.html",
        "pages/post.html",
    )


@pytest.mark.parametrize("name", sorted(PROJECT.templates))
def test_the_references_are_those_that_jinja_finds(name):
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(PROJECT.templates[name])
    direct = set(meta.find_referenced_templates(tree))
    assert direct <= set(closure_of(PROJECT, name))
    indirect = {used for one in direct for used in closure_of(PROJECT, one)}
    assert set(closure_of(PROJECT, name)) == {name} | indirect


def test_styles_come_in_one_order_tokens_layout_components():
    css = styles_of(SMALL, "pages/post.html").css
    places = [css.index(part) for part in (":root{", "body{", ".chips", "}.label")]
    assert places == sorted(places)


def test_a_page_carries_no_styles_of_components_it_does_not_use():
    assert ".label" not in styles_of(SMALL, "pages/plain.html").css


TOKENS = """:root { --paper: #ffffff; --ink: #112233; --gap: 1rem; --unused: 2rem }
@media print { :root { --ink: #000000; --paper: #eeeeee } }"""
RULES = "body { color: var(--ink); margin: var(--gap) } table { background: var(--paper) }"


def test_a_token_that_never_changes_is_written_out_and_the_others_have_short_names():
    theme = replace(SMALL, tokens=TOKENS, styles={"layouts/base.css": RULES})
    css = styles_for(theme, "pages/plain.html", "<body><table>").css
    print_rule = "@media print{:root{--b:#000;--a:#eee}}"
    assert (
        css == f":root{{--a:#fff;--b:#123}}{print_rule}body{{color:var(--b);margin:1rem}}table{{background:var(--a)}}"
    )


def test_a_page_carries_no_token_that_none_of_its_rules_uses():
    theme = replace(SMALL, tokens=TOKENS, styles={"layouts/base.css": RULES})
    css = styles_for(theme, "pages/plain.html", "<body>").css
    assert css == ":root{--b:#123}@media print{:root{--b:#000}}body{color:var(--b);margin:1rem}"


def test_a_page_with_a_script_of_its_own_keeps_all_its_styles():
    theme = replace(SMALL, tokens=TOKENS, styles={"layouts/base.css": RULES})
    html = '<body><script type="module" src="x.js"></script>'
    assert styles_for(theme, "pages/plain.html", html) == styles_of(theme, "pages/plain.html")


def test_the_browsers_frame_gets_the_grounds_of_both_schemes():
    styles = styles_of(SMALL, "pages/plain.html")
    assert (styles.paper_light, styles.paper_dark) == ("#ffffff", "#000000")


def test_a_page_carries_the_scripts_of_its_components_each_on_one_line():
    other = replace(SMALL, scripts={**SMALL.scripts, "components/chips/chips.js": "three();"})
    assert scripts_of(SMALL, "pages/post.html").code == "one(); two('a');"
    assert scripts_of(other, "pages/post.html").code == "three();\none(); two('a');"


def test_a_page_without_such_a_component_has_no_script_and_no_hash():
    assert scripts_of(SMALL, "pages/plain.html") == ("", "")


@pytest.mark.parametrize(("part", "ending"), [("templates", "html"), ("styles", "css"), ("scripts", "js")])
def test_a_changed_component_changes_only_the_pages_that_use_it(part, ending):
    other = changed(part, f"components/label/label.{ending}")
    assert template_fingerprint(other, "pages/post.html") != template_fingerprint(SMALL, "pages/post.html")
    assert template_fingerprint(other, "pages/plain.html") == template_fingerprint(SMALL, "pages/plain.html")


def test_a_changed_layout_or_token_changes_every_page():
    repainted = replace(SMALL, tokens=SMALL.tokens.replace("#000000", "#111111"))
    for other in (changed("styles", "layouts/base.css"), repainted):
        for page in ("pages/post.html", "pages/plain.html"):
            assert template_fingerprint(other, page) != template_fingerprint(SMALL, page)
