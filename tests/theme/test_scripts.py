"""The scripts of components: small, read by somebody, and only where their component stands."""

import re
import zlib

import pytest

from plugins.inspection.scripts import KNOWN, digest_of
from plugins.rendering import build_environment, render_page, scripts_of
from plugins.rendering.scripts import joined
from plugins.rendering.theme import read_theme
from tests.conftest import PROJECT

THEME = read_theme(PROJECT / "theme")
PAGES = sorted(name for name in THEME.templates if name.startswith("pages/"))
MOST = 1536  # bytes on any page but the one of the search
MOST_OF_SEARCH = (4500, 1900)  # bytes on that page, as they are and packed: it shows what is found, with no library


@pytest.mark.parametrize("name", sorted(THEME.scripts))
def test_a_script_was_read_before_it_may_go_out(name):
    digest = digest_of(joined(THEME.scripts[name]))
    assert digest in KNOWN, f"read {name} as a stranger, then add {digest} to plugins/inspection/scripts.py"


@pytest.mark.parametrize("name", sorted(THEME.scripts))
def test_a_script_holds_no_markup_and_no_comment_behind_a_statement(name):
    """The page is read quickly where every "<" begins a tag; on one line, a comment would hide the rest."""
    assert "<" not in THEME.scripts[name]
    assert not re.search(r"//|\\s$", joined(THEME.scripts[name]).replace("https://", ""))
    assert name.removesuffix(".js") + ".html" in THEME.templates


@pytest.mark.parametrize("name", [name for name in PAGES if name != "pages/search.html"])
def test_no_page_but_the_search_carries_more_script_than_the_budget(name):
    assert len(scripts_of(THEME, name).code.encode()) <= MOST


def test_the_page_of_the_search_keeps_to_a_figure_of_its_own():
    code = scripts_of(THEME, "pages/search.html").code.encode()
    packed = zlib.compress(code, 9, wbits=31)
    assert all(len(data) <= most for data, most in zip((code, packed), MOST_OF_SEARCH, strict=True))


PAGE = """{% extends "layouts/base.html" %}
{% from "components/share/share.html" import share %}
{% block main %}{{ share("https://union.example/ja/", "</script>") }}{% endblock %}"""


def rendered(frame, head, template):
    from dataclasses import replace
    from types import SimpleNamespace

    from plugins.i18n import read_catalogues

    theme = replace(THEME, templates={**THEME.templates, "pages/one.html": template})
    catalogues, _ = read_catalogues(PROJECT / "theme" / "translations", ("ja",))
    environment = build_environment(theme, "ja", catalogues["ja"])
    return render_page(environment, "pages/one.html", SimpleNamespace(head=head()), frame)


def test_a_script_stands_at_the_end_of_main_and_the_policy_allows_it_alone(frame, head):
    html = rendered(frame, head, PAGE)
    (script,) = re.findall(r"<script>([^<]*)</script>\s*</main>", html)
    assert html.count("<script") == 1
    assert f"; script-src '{digest_of(script)}'; img-src" in html


def test_a_page_may_say_more_in_its_policy(frame, head):
    more = "{% block policy %}{{ super() }}; connect-src 'self'{% endblock %}{% block main %}"
    html = rendered(frame, head, PAGE.replace("{% block main %}", more))
    assert "; form-action 'none'; connect-src 'self'\">" in html
