"""Linked templates give what Jinja gives without linking."""

import tomllib
from pathlib import Path

import pytest
from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from plugins.i18n import Catalogue, MissingString, read_catalogues
from plugins.rendering import Theme, build_environment, read_theme
from plugins.rendering.compiling import INDENTATION, SYNTAX
from plugins.rendering.filters import FILTER_NAMES, build_filters

ROOT = Path(__file__).parents[3]
PROJECT = read_theme(ROOT / "theme")
FORMS = {("", "Menu"): ("メ<ニ>ュー",), ("", "100%%"): ("100%%",), ("place", "Menu"): ("献立",),
         ("", "In %(language)s"): ("%(language)sで",), ("", "%(a)s & %(b)s"): ("%(b)s＆%(a)s",),
         ("", "%(n)d days"): ("%(n)d日",), ("", "day"): ("%(num)s日",)}  # fmt: skip
WORDS = Catalogue("ja", "", FORMS)
COMPONENTS = {
    "components/b/b.html": "{% macro b(word, mark='!', last=none) %}[{{ word }}{{ mark }}{{ last }}]{% endmacro %}",
    "components/box/box.html": (
        "{% macro box(word='') %}({{ word }}{% if caller is defined %}{{ caller() }}{% endif %}){% endmacro %}"
    ),
    "components/more/more.html": (
        '{% from "components/b/b.html" import b %}{% set table = {"x": _("Menu")} %}'
        "{% macro more(words) %}{{ b(words, last=table['x']) }}{% endmacro %}"
    ),
    "components/twice/twice.html": (
        "{# {% macro twice(b, a) %} #}{% macro twice(a, b) %}{{ a }}-{{ b }}{% endmacro %}"
    ),
    "components/odd/odd.html": "{% macro odd(a, b=a) %}{{ a }}{{ b }}{{ kwargs }}{% endmacro %}",
}
IMPORTS = (
    '{% from "components/b/b.html" import b %}{% from "components/box/box.html" import box %}'
    '{% from "components/more/more.html" import more %}{% from "components/odd/odd.html" import odd %}'
    '{% from "components/b/b.html" import b as c %}{% from "components/twice/twice.html" import twice %}'
)


def plain(theme: Theme, lang: str, catalogue: Catalogue) -> Environment:
    """Return Jinja's own environment for the same templates."""

    def load(name: str):
        return (INDENTATION.sub("", theme.templates[name]), name, None) if name in theme.templates else None

    environment = Environment(loader=FunctionLoader(load), undefined=StrictUndefined, **SYNTAX)
    environment.filters.update(build_filters(lang, catalogue))
    environment.install_gettext_callables(
        catalogue.gettext, catalogue.ngettext, True, catalogue.pgettext, catalogue.npgettext
    )
    return environment


def both(source: str, **values) -> tuple[str, str]:
    """Return what a page gives: as Jinja makes it, and as we do."""
    theme = Theme(Path("templates"), {**COMPONENTS, "pages/a.html": source}, {}, "")
    made = (plain(theme, "ja", WORDS), build_environment(theme, "ja", WORDS))
    first, second = (environment.get_template("pages/a.html").render(**values) for environment in made)
    return first, second


@pytest.mark.parametrize(
    "call",
    [
        "{{ b('x') }}",
        "{{ b(v) }}",
        "{{ b(v, '<') }}",
        "{{ b('x', last=v, mark=1.5) }}",
        "{{ b(mark=v, word='w') }}",
        "{{ b(word=b(b(v))) }}",
        "{{ c('x') }}",
        "{{ more(v) }}",
        "{{ b(v) ~ 'tail' }}",
        "{{ b(v) | upper }}",
        "{% set x = b(v) %}{{ x }}",
        "{% set x %}<{{ b(v) }}>{% endset %}{{ b(x) }}",
        "{{ b(*['x', v]) }}",
        "{{ b(**{'word': v}) }}",
        "{{ odd(v) }}",
        "{{ twice(v, 2) }}",
        "{{ odd(v, other=1) }}",
        "{{ box(v) }}",
        "{{ box() }}",
        "{% call box(v) %}{{ b(v) }}{{ _('Menu') }}{% endcall %}",
        "{% call box(b(v)) %}{% call box() %}x{% endcall %}{% endcall %}",
        "{% for b in [v, 'y'] %}{{ b }}{% endfor %}",
        "{% macro own(b) %}{{ b('x') if b is callable else b }}{% endmacro %}{{ own(v) }}{{ own(box) }}",
        "{{ [b, box] | length }}{{ (b if v else box)('x') }}",
        "{% if v %}{{ b(v) }}{% else %}{{ nothing(v) }}{% endif %}",
        "{{ _('Menu') }}",
        "{{ _('Menu') ~ v }}",
        "{{ _('100%%') }}",
        "{{ gettext('Menu') }}{{ pgettext('place', 'Menu') }}",
        "{{ _(v, language=v) if false }}{{ {'a': _('Menu')}['a'] }}",
        "{{ _('In %(language)s', language=v) }}",
        "{{ _('In %(language)s', language=b(v)) }}",
        "{{ _('In %(language)s', language=none) }}{{ _('In %(language)s', language=3) }}",
        "{{ _('%(a)s & %(b)s', a=v, b=_('Menu')) }}",
        "{{ _('%(n)d days', n=3) }}",
        "{{ ngettext('day', 'days', 2) }}",
        "{% trans %}Menu{% endtrans %}{% trans language=v %}In {{ language }}{% endtrans %}",
        "{% set _ = 'x' %}{{ _ }}",
        "{{ v }}{{ v | safe }}{{ 1 }}{{ 1.5 }}{{ true }}{{ none }}{{ ['<'] }}",
    ],
)
def test_a_page_is_the_same(call):
    jinja, ours = both(IMPORTS + call, v="<&'\"> 50%(a)s")
    assert ours == jinja


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ("{{ b() }}", UndefinedError),
        ("{{ b(missing) }}", UndefinedError),
        ("{{ missing.name }}", UndefinedError),
        ("{{ b(1, 2, 3, 4) }}", TypeError),
        ("{{ b(1, word=2) }}", TypeError),
        ("{{ b(1, other=2) }}", TypeError),
        ("{{ _('In %(language)s', other=1) }}", KeyError),
        ("{{ _('In %(language)s', language=missing) }}", UndefinedError),
        ("{{ _('Not translated') }}", MissingString),
        ("{% if true %}{{ 1 | nothing }}{% endif %}", TemplateRuntimeError),
        ("{{ 1 | nothing }}", TemplateSyntaxError),
    ],
)
def test_a_fault_is_the_same(call, fault):
    for make in (plain, build_environment):
        theme = Theme(Path("templates"), {**COMPONENTS, "pages/a.html": IMPORTS + call}, {}, "")
        with pytest.raises(fault):
            make(theme, "ja", WORDS).get_template("pages/a.html").render()


def test_a_message_that_is_not_reached_need_not_be_translated():
    assert both("{% if false %}{{ _('Not translated') }}{% endif %}x") == ("x", "x")


def test_pages_see_what_their_layouts_import():
    templates = {
        **COMPONENTS,
        "layouts/l.html": '{% from "components/b/b.html" import b %}{% block main %}{% endblock %}',
        "layouts/m.html": '{% extends "layouts/l.html" %}{% from "components/box/box.html" import box %}'
        "{% block main %}{% block column %}{% endblock %}{% endblock %}",
        "pages/a.html": '{% extends "layouts/m.html" %}{% set v = "x" %}{% block column %}{{ box(b(v)) }}'
        "{% endblock %}",
    }
    theme = Theme(Path("templates"), templates, {}, "")
    made = [make(theme, "ja", WORDS).get_template("pages/a.html").render() for make in (plain, build_environment)]
    assert made == ["([x!None])"] * 2


def test_no_filter_of_a_language_asks_for_the_context():
    """What Jinja hands to such a filter is settled when a template is compiled, and then it is not known yet."""
    filters = build_filters("ja", WORDS)
    assert set(FILTER_NAMES) == set(filters)
    assert not [name for name, function in filters.items() if hasattr(function, "jinja_pass_arg")]


EXAMPLES = [
    pytest.param(folder.name, example["args"], id=f"{folder.name}: {example['name']}")
    for folder in sorted((ROOT / "theme" / "templates" / "components").iterdir())
    for example in tomllib.loads((folder / f"{folder.name}.toml").read_text(encoding="utf-8"))["examples"]
]


@pytest.fixture(scope="module")
def pairs():
    catalogues, _ = read_catalogues(ROOT / "theme" / "translations", ("ja", "en"))
    return [
        (plain(PROJECT, lang, words), build_environment(PROJECT, lang, words)) for lang, words in catalogues.items()
    ]


@pytest.mark.parametrize(("name", "args"), EXAMPLES)
def test_each_component_of_the_theme_is_the_same(pairs, name, args):
    source = f'{{% from "components/{name}/{name}.html" import {name} %}}{{{{ {name}(**args) }}}}'
    for jinja, ours in pairs:
        assert ours.from_string(source).render(args=args) == jinja.from_string(source).render(args=args)
