"""The frame of every page."""

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from plugins.rendering import render_page, styles_of


@pytest.fixture
def page(environments, frame, head):
    def render(template="layouts/base.html", **changes):
        view = SimpleNamespace(head=head(**changes))
        return render_page(environments["ja"], template, view, frame)

    return render


def test_the_policy_allows_exactly_the_styles_of_the_page(page):
    html = page()
    css = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; base-uri 'none'; form-action 'none'"
    assert html.index(f'<meta http-equiv="Content-Security-Policy" content="{policy}">') < html.index("<title>")


def test_there_is_nothing_that_the_policy_refuses(page):
    html = page()
    assert not re.search(r"""\sstyle=|<script|\son\w+="|data:|url\(|@import""", html)


def test_the_character_set_is_named_in_the_first_kilobyte(page):
    assert "<meta charset" in page()[:1024]


@pytest.mark.parametrize("template", ["layouts/base.html", "layouts/column.html"])
def test_a_page_has_its_landmarks_once(page, template):
    html = page(template)
    for landmark in ("<header", "<main", "<footer"):
        assert html.count(landmark) == 1
    assert html.index("skip-link") < html.index("<header")
    assert '<main id="main">' in html


def test_head_links_stay_absolute_and_others_become_relative(page):
    html = page()
    assert '<link rel="canonical" href="https://union.example/ja/news/">' in html
    assert '<link rel="alternate" hreflang="en" href="https://union.example/en/news/">' in html
    assert 'href="../feed.xml"' in html
    assert 'href="../../en/news/index.html" hreflang="en"' in html
    assert 'href="../../theme/favicon.svg"' in html


def test_x_default_robots_and_description_stand_only_where_they_are_due(page):
    assert "x-default" not in page() and "noindex" not in page()
    html = page(x_default="https://union.example/", noindex=True, description="")
    assert 'hreflang="x-default" href="https://union.example/"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert 'name="description"' not in html


def test_the_title_of_the_home_page_is_the_name_alone(page, frame):
    assert "<title>さくらALT労組</title>" in page(title=frame.name.text)
    assert "<title>ニュース | さくらALT労組</title>" in page()


def test_the_menu_marks_the_section_of_the_page(page):
    assert re.findall(r'<a href="[^"]*" aria-current="true">([^<]*)</a>', page()) == ["ニュース"]


def test_the_demonstration_line_and_the_urgent_band_go_when_there_is_none(environments, frame, head):
    quiet = replace(frame, urgent=None, demonstration=None)
    html = render_page(environments["ja"], "layouts/base.html", SimpleNamespace(head=head()), quiet)
    assert 'urgent-band"' not in html and 'class="demo-notice"' not in html


def test_the_page_for_unknown_addresses_has_absolute_links(page):
    html = page(path="404.html")
    assert 'href="https://union.example/ja/news/"' in html
    assert not re.search(r'href="\.\./', html)


def test_styles_keep_the_budget_on_the_fullest_page(theme):
    """Every component at once may be more than a page's 5 kB; the frame alone leaves room for them."""
    frame = styles_of(theme, "layouts/column.html").css
    assert len(gzip.compress(frame.encode(), 9)) <= 3500


def test_rendering_twice_gives_the_same_bytes(page):
    assert page() == page()
