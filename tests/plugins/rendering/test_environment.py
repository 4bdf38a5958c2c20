"""What templates can do, and what they cannot."""

from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError

from plugins.i18n import Catalogue
from plugins.model.dates import TOKYO, PartialDate
from plugins.rendering import Theme, ThemeFault, build_environment, render_page

WORDS = Catalogue("ja", "", {("", "See all"): ("すべて見る",), ("deadline", "until {0}"): ("{0}まで",)})
CATALOGUES = {"ja": WORDS, "en": Catalogue("en", "")}


def theme(**templates: str) -> Theme:
    tokens = ":root { --paper: #ffffff; --paper: #000000; }"
    return Theme(Path("templates"), {f"pages/{name}.html": source for name, source in templates.items()}, {}, tokens)


def render(source: str, lang: str = "ja", **values) -> str:
    return build_environment(theme(), lang, CATALOGUES[lang]).from_string(source).render(**values)


@pytest.mark.parametrize(
    ("source", "value", "ja", "en"),
    [
        ("{{ v | date }}", date(2021, 11, 4), "2021年11月4日（木）", "4 November 2021"),
        ("{{ v | date }}", PartialDate(2019, 11), "2019年11月", "November 2019"),
        ("{{ v | iso }}", PartialDate(2019, 11), "2019-11", "2019-11"),
        ("{{ v | iso }}", datetime(2026, 11, 27, 18, tzinfo=TOKYO), "2026-11-27T18:00+09:00", "2026-11-27T18:00+09:00"),
        ("{{ (v | date_parts).day }}", date(2026, 11, 29), "29", "29"),
        ("{{ v | number }}", 1204, "1,204", "1,204"),
        ("{{ v | number }}", 46.5, "46.5", "46.5"),
        ("{{ v | money }}", 123000, "12万3,000円", "¥123,000"),
        ("{{ v | lang_attr }}", "en", ' lang="en"', ""),
        ("{{ v | rel_attr }}", "https://x.example/", ' rel="noopener noreferrer"', ' rel="noopener noreferrer"'),
        ("{{ v | rel_attr }}", "/ja/", "", ""),
        ("{{ v | locale }}", "en", "en_GB", "en_GB"),
        ("{{ v | in_url }}", "a/b?c=d&e #~x-y_z.", *["a%2Fb%3Fc%3Dd%26e%20%23~x-y_z."] * 2),
        ("{{ v | in_url }}", "賃上げ!", *["%E8%B3%83%E4%B8%8A%E3%81%92%21"] * 2),
        ("{{ _('See all') }}", None, "すべて見る", "See all"),
    ],
)
def test_a_filter_speaks_the_language_of_the_page(source, value, ja, en):
    assert (render(source, "ja", v=value), render(source, "en", v=value)) == (ja, en)


def test_a_date_is_that_of_its_own_zone():
    utc = datetime(2026, 11, 26, 16, tzinfo=UTC)
    same = utc.astimezone(TOKYO)
    assert utc == same
    assert render("{{ a | date }}, {{ b | date }}", "en", a=utc, b=same) == "26 November 2026, 27 November 2026"


def test_a_date_says_its_weekday_where_it_is_asked_to():
    source = "{{ v | date }}, {{ v | date(weekday=true) }}"
    assert render(source, "en", v=date(2026, 11, 22)) == "22 November 2026, Sunday 22 November 2026"


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (datetime(2026, 11, 27, 18, tzinfo=TOKYO), "until 27 November, 18:00"),
        (datetime(2026, 11, 27, tzinfo=TOKYO), "until 27 November"),
        (date(2027, 1, 31), "until 31 January 2027"),
    ],
)
def test_a_deadline_says_as_much_as_is_known(limit, expected):
    assert render("{{ v | deadline(today) }}", "en", v=limit, today=date(2026, 11, 1)) == expected


def test_values_are_escaped_in_text_and_in_words():
    assert render("{{ v }}{{ _('See all') }}", v="<b>&") == "&lt;b&gt;&amp;すべて見る"


def test_a_value_that_is_not_there_stops_the_page():
    with pytest.raises(UndefinedError):
        render("{{ view.missing }}", view=SimpleNamespace())


CALL = '{% from "components/b/b.html" import b %}\n\n{{ b(view) }}'
MACRO = "{%% macro b(v) %%}\n\n\n%s{%% endmacro %%}"


@pytest.mark.parametrize(
    ("page", "component", "place"),
    [
        ("one\n{{ view.missing }}", "", "pages/a.html:2"),
        ("one\n\n{{ 1 + 'a' }}", "", "pages/a.html:3"),
        ("one\n{% if %}", "", "pages/a.html:2"),
        ("{% include view.name %}", "", "pages/a.html:1"),
        (CALL, MACRO % "{{ v.missing }}", "components/b/b.html:4"),
        (CALL, MACRO % "{{ v() }}", "components/b/b.html:4"),
        (CALL, MACRO % "{% fi %}", "components/b/b.html:4"),
        (CALL, "", "pages/a.html:3"),
    ],
)
def test_a_fault_of_a_template_is_told_with_its_file_and_its_line(page, component, place):
    one = theme(a=page)
    one = replace(one, templates={**one.templates, "components/b/b.html": component})
    with pytest.raises(ThemeFault) as caught:
        build_environment(one, "en", CATALOGUES["en"]).page("pages/a.html", view=SimpleNamespace(name="no.html"))
    assert str(caught.value.problem).startswith(f"theme/templates/{place}: error[template-fault]: ")


def test_a_fault_of_our_own_code_is_not_told_as_one_of_the_template():
    environment = build_environment(theme(a="{{ view.fails() }}"), "en", CATALOGUES["en"])
    with pytest.raises(OSError, match="ours"):
        environment.page("pages/a.html", view=SimpleNamespace(fails=lambda: (_ for _ in ()).throw(OSError("ours"))))


def test_indentation_of_templates_is_dropped_and_that_of_content_kept():
    one = theme(a="<div>\n    <p>x</p>\n  {% if true %}\n  <pre>{{ view.code }}</pre>\n  {% endif %}\n</div>\n")
    view = SimpleNamespace(head=SimpleNamespace(path="a.html"), code="if x:\n    y\n\n    z")
    html = render_page(build_environment(one, "en", CATALOGUES["en"]), "pages/a.html", view, SimpleNamespace(url=""))
    assert html == "<div>\n<p>x</p>\n<pre>if x:\n    y\n\n    z</pre>\n</div>\n"


@pytest.mark.parametrize("title", ["%styles%", "&#xfdd4;", "{{ styles.css }}"])
def test_no_word_of_an_author_takes_the_place_of_the_styles(title):
    one = theme(a="<title>{{ view.title }}</title><style>{{ styles.css | safe }}</style>")
    view = SimpleNamespace(head=SimpleNamespace(path="a.html"), title=title)
    html = render_page(build_environment(one, "en", CATALOGUES["en"]), "pages/a.html", view, SimpleNamespace(url=""))
    assert html.startswith(f"<title>{escape(title)}</title><style>:root")


def test_compiled_templates_of_two_languages_do_not_mix(tmp_path):
    one = theme(a="{{ 1234.5 | number }}{{ 'en' | lang_attr }}")
    for _ in range(2):
        pages = [
            build_environment(one, lang, CATALOGUES[lang], cache=tmp_path).get_template("pages/a.html").render()
            for lang in ("ja", "en")
        ]
        assert pages == ['1,234.5 lang="en"', "1,234.5"]
