"""Each component, with each of its examples, in both languages."""

import re
import tomllib
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.gallery import Component, render_example
from plugins.model.dates import TOKYO

COMPONENTS = sorted((Path(__file__).parents[2] / "theme" / "templates" / "components").iterdir())
EXAMPLES = [
    pytest.param(folder.name, example["args"], lang, id=f"{folder.name}: {example['name']} ({lang})")
    for folder in COMPONENTS
    for example in tomllib.loads((folder / f"{folder.name}.toml").read_text(encoding="utf-8"))["examples"]
    for lang in ("ja", "en")
]
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
# Elements that SVG closes in the tag itself.
SHAPES = {"circle", "path", "rect"}


class Tags(HTMLParser):
    """Raises where a tag is not closed in order, or an id stands twice."""

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in <{tag}>"
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in SHAPES, f"<{tag}/>"
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"


def parse(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []
    return tags


def render(environments, name, args, lang) -> str:
    return render_example(environments[lang], Component(name, "", (), ""), args)


@pytest.mark.parametrize(("name", "args", "lang"), EXAMPLES)
def test_an_example_is_well_formed_and_bears_a_strict_policy(environments, name, args, lang):
    tags = parse(render(environments, name, args, lang))
    assert not [name for name, _ in tags.attributes if name == "style" or name.startswith("on")]
    assert not [value for _, value in tags.attributes if value.startswith(("data:", "javascript:"))]
    ids = [value for name, value in tags.attributes if name == "id"]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "args", "lang"), [e for e in EXAMPLES if e.values[0] != "language_switch"])
def test_a_text_of_another_language_is_marked(environments, name, args, lang):
    runs = Runs(lang)
    runs.feed(render(environments, name, args, lang))
    for value in said(args):
        assert {run_lang for run_lang, text in runs.found if value["text"] in text} <= {value["lang"]}


class Runs(HTMLParser):
    """Gathers the text of each element with the language it is marked with."""

    def __init__(self, lang):
        super().__init__()
        self.langs, self.found = [lang], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.langs.append(dict(attrs).get("lang") or self.langs[-1])

    def handle_endtag(self, tag):
        self.langs.pop()

    def handle_data(self, data):
        self.found.append((self.langs[-1], data))


def said(value):
    """Give every text with a language anywhere in an example."""
    if isinstance(value, dict):
        if {"text", "lang"} <= value.keys() and isinstance(value["text"], str):
            yield value
        for inner in value.values():
            yield from said(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from said(inner)


@pytest.mark.parametrize(("name", "args", "lang"), [e for e in EXAMPLES if e.values[0] not in {"words", "prose"}])
def test_links_to_other_hosts_tell_them_nothing(environments, name, args, lang):
    for tag in re.findall(r'<a [^>]*href="https?://[^>]*>', render(environments, name, args, lang)):
        assert 'rel="noopener noreferrer"' in tag


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_is_one_macro_with_its_manual(folder):
    name = folder.name
    source = (folder / f"{name}.html").read_text(encoding="utf-8")
    assert re.findall(r"{%-? macro (\w+)", source) == [name]
    assert source.startswith(f"{{#-\n  {name}("), "the doc comment begins with the signature"
    assert "\n  use  " in source, "the doc comment shows one use"
    assert {file.name for file in folder.iterdir()} <= {f"{name}.{kind}" for kind in ("html", "css", "js", "toml")}


@pytest.mark.parametrize("style", sorted(COMPONENTS[0].parents[1].rglob("*.css")), ids=lambda path: path.stem)
def test_colours_stand_in_the_tokens_only(style):
    css = style.read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl|oklch|url\(|@import|@font-face", css)


@pytest.mark.parametrize("style", sorted(COMPONENTS[0].parents[1].rglob("*.css")), ids=lambda path: path.stem)
def test_every_token_that_is_used_exists(theme, style):
    used = set(re.findall(r"var\((--[\w-]+)", style.read_text(encoding="utf-8")))
    assert used <= set(re.findall(r"(--[\w-]+):", theme.tokens))


def test_components_use_components_only(theme):
    for name, source in theme.templates.items():
        if name.startswith("components/"):
            assert not re.search(r"""["'](pages|layouts)/""", source.split("-#}", 1)[1])


def test_two_languages_show_a_switch_of_two(environments):
    args = {"lang": "ja", "languages": [("ja", "日本語", "/ja/"), ("en", "English", "/en/")]}
    html = render(environments, "language_switch", args, "ja")
    assert '<span aria-current="true" lang="ja">日本語</span>' in html
    assert '<a href="/en/" hreflang="en" lang="en">English</a>' in html


def test_an_action_without_a_clock_time_names_the_day_only(environments):
    action = {"title": "A", "label": "B", "url": "https://f.example/", "state": "open", "year_start": date(2026, 1, 1)}
    html = render(
        environments, "action_card", {"action": {**action, "closes": datetime(2026, 11, 27, tzinfo=TOKYO)}}, "en"
    )
    assert ">until 27 November</time>" in html


def test_a_closed_action_has_no_button_and_an_open_one_prints_its_address(environments):
    action = {"title": "A", "label": "Sign", "url": "https://f.example/", "year_start": date(2026, 1, 1)}
    closed = render(environments, "action_card", {"action": {**action, "state": "closed"}}, "en")
    assert "https://f.example/" not in closed
    opened = render(environments, "action_card", {"action": {**action, "state": "open"}}, "en")
    assert opened.count("https://f.example/") == 2


def test_sessions_are_counted_in_circles_and_diamonds(environments):
    html = render(environments, "dot_chart", {"before": 26, "after": 7, "as_of": date(2021, 11, 4)}, "en")
    picture = html.split("</svg>")[0]
    assert (picture.count("<circle"), picture.count("<path")) == (26, 7)
    assert 'viewBox="0 0 330 90"' in picture
    assert "33 bargaining sessions: 26 circles before the dispute was declared, 7 diamonds since." in picture
