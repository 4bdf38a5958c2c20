"""The two guides for writers: every field by example, every example read by the build's own reader."""

import dataclasses
import re
from datetime import datetime
from typing import Any, get_args, get_type_hints

import pytest

from plugins.checks.references import check_post_references, check_references
from plugins.model import kinds
from plugins.model.campaign import CampaignFacts
from plugins.model.dates import TOKYO
from plugins.model.dispute import DisputeFacts
from plugins.model.event import EventFacts
from plugins.model.evidence import Evidence
from plugins.model.origins import Origins
from plugins.model.page import ExplainerFacts, PageFacts, PageWords
from plugins.model.post import PostFacts, PostWords
from plugins.model.posts import Posts
from plugins.model.site import Clock, Site
from plugins.model.survey import ReportFacts, SurveyFacts
from plugins.model.text import Words
from plugins.problems import problem
from plugins.problems.problem import line_of
from plugins.reading.assembly import tables_of
from plugins.reading.facts import parse_facts
from plugins.reading.header import divide_source
from plugins.reading.items import Item
from plugins.reading.places import TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceFile, SourceItem
from plugins.reading.tables import TABLE_SHAPES
from plugins.together.merging import LEDGERS
from tests.pages_of_docs import CODE, DOCS, names, read, rows, section

LANGS = ("ja", "en")
GUIDES = {lang: DOCS / f"writing.{lang}.md" for lang in LANGS}
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=TOKYO)
EXAMPLE = re.compile(
    r"^```(?:yaml\n# (?P<record>content/\S+)\n|(?:markdown|csv) (?P<text>content/\S+)\n)(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
SHAPES: dict[str, tuple[type, ...]] = {
    "news": (PostWords, PostFacts),
    "disputes": (DisputeFacts,),
    "campaigns": (CampaignFacts,),
    "events": (EventFacts,),
    "surveys": (SurveyFacts,),
    "reports": (ReportFacts,),
    "explainers": (ExplainerFacts,),
    "pages": (PageWords, PageFacts),
    # What the program alone writes is nobody's to learn.
    **{f"data/{n}": (s.type,) for n, s in TABLE_SHAPES.items() if s.type and f"{n}.yml" not in LEDGERS},
}


def examples(lang: str) -> dict[str, str]:
    """Return the files that a guide shows, by path; a header in YAML becomes a file with a text."""
    found: dict[str, str] = {}
    for match in EXAMPLE.finditer(read(GUIDES[lang])):
        path = match["record"] or match["text"]
        assert path not in found, f"{path} is shown twice"
        is_header = match["record"] and path.endswith(".md")
        found[path] = f"---\n{match['body']}---\n\n本文です。\n" if is_header else match["body"]
    return found


def items_of(files: dict[str, str]) -> list[Item]:
    """Return the files as the build reads them."""
    grouped: dict[str, list[SourceFile]] = {}
    for path, text in files.items():
        folder = path if path.startswith("content/data/") else path.rpartition("/")[0]
        grouped.setdefault(folder, []).append(SourceFile(path, path.rsplit("/", 1)[-1], text.encode()))
    found = []
    for path, own in sorted(grouped.items()):
        _, kind, name = path.split("/")
        name = name.removesuffix(".yml")
        dated = re.fullmatch(r"(\d{4}-\d{2}-\d{2})-(.+)", name)
        day, slug = (dated[1], dated[2]) if dated else ("", name)
        found.append(item_of(SourceItem(kind, name, slug, day, path, tuple(own)), LANGS))
    return found


def evidence_of(items: list[Item], posts: list[Any]) -> Evidence:
    """Return the site that the files of a guide make."""
    facts = next(item.value for item in items if item.path == "content/data/site.yml")
    tables = tables_of(item for item in items if item.kind != "news")
    own = {field.name for field in dataclasses.fields(Site)}
    parts = {name: table for name, table in tables.items() if name in own}
    site = Site(facts=facts, url="https://union.example", clock=Clock(NOW), posts=Posts.of(posts), **parts)
    origins = Origins({item.path: item.lines for item in items})
    return Evidence(site, origins, frozenset(), frozenset(), frozenset(), lambda _: "", lambda _: None)


@pytest.mark.parametrize("lang", LANGS)
def test_every_example_is_read_without_a_fault(lang):
    items = items_of(examples(lang))
    found = [str(fault) for item in items for fault in item.problems if fault.rule != "missing-id"]
    assert found == []
    assert all(item.value is not None for item in items)


@pytest.mark.parametrize("lang", LANGS)
def test_the_examples_of_a_guide_name_each_other_only(lang):
    items = items_of(examples(lang))
    posts = [item.value for item in items if item.kind == "news"]
    found = evidence_of(items, posts)
    faults = [*check_references(found), *(fault for post in posts for fault in check_post_references(found, post))]
    assert posts and [str(fault) for fault in faults] == []


def values_of(path: str, text: str) -> dict[str, Any]:
    return parse_facts(divide_source(text, path).header if path.endswith(".md") else text, path).value


def test_both_guides_show_the_same_examples():
    ja, en = ({path: values_of(path, text) for path, text in examples(lang).items()} for lang in LANGS)
    assert ja == en


def test_both_guides_have_the_same_parts():
    ja, en = (re.findall(r"^(#+ |\||```\w*|\*\*|\d\. )", read(GUIDES[lang]), re.MULTILINE) for lang in LANGS)
    assert ja == en


def written_keys(shape: Any, value: Any, found: dict[type, set[str]]) -> None:
    """Collect which fields of which dataclass a value writes."""
    if isinstance(value, list):
        for part in value:
            written_keys(shape, part, found)
        return
    inner = [shape, *get_args(shape)]
    inner += [part for arg in get_args(shape) for part in get_args(arg)]
    kind = next((k for k in inner if dataclasses.is_dataclass(k) and k is not Words), None)
    if kind is None or not isinstance(value, dict):
        return
    hints = get_type_hints(kind)
    found.setdefault(kind, set()).update(value)
    for key, part in value.items():
        if key in hints:
            written_keys(hints[key], part, found)


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_of_every_record_stands_in_an_example(lang):
    found: dict[type, set[str]] = {}
    for path, text in examples(lang).items():
        kind = path.split("/")[1]
        kind = path.removeprefix("content/").removesuffix(".yml") if kind == TABLES else kind
        value = values_of(path, text)
        form = TABLE_SHAPES[kind.removeprefix("data/")].form if kind.startswith("data/") else "record"
        parts = {"keyed": value.values(), "list": next(iter(value.values()), ()), "record": [value], "words": []}[form]
        for shape in SHAPES.get(kind, ()):
            own = {field.name for field in dataclasses.fields(shape)}
            for part in parts:
                written_keys(shape, {k: v for k, v in part.items() if k in own}, found)
    seen = {shape for shapes in SHAPES.values() for shape in shapes} | found.keys()
    missing = {
        f"{shape.__name__}.{field.name}"
        for shape in seen for field in dataclasses.fields(shape) if field.name not in found.get(shape, ())
    }  # fmt: skip
    assert missing == set()


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_the_header_has_every_field_in_its_order(lang):
    heading = {"ja": "記事の見出し部", "en": "The header of a post"}[lang]
    fields = [field.name for shape in (PostWords, PostFacts) for field in dataclasses.fields(shape)]
    assert names(rows(section(GUIDES[lang], heading).split("```")[0])) == fields


ENUMS = [kind for kind in vars(kinds).values() if getattr(kind, "__module__", "") == kinds.__name__]
TYPED = [kind for kind in ENUMS if kind is not kinds.DisputeStage]  # the stage is computed, never written


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.__name__)
def test_every_word_that_a_writer_may_type_stands_in_the_guide(kind, lang):
    words = set(re.findall(r"[a-z_]+", " ".join(CODE.findall(read(GUIDES[lang])))))
    assert {member.value for member in kind} <= words


@pytest.mark.parametrize("lang", LANGS)
def test_the_sample_of_a_report_is_what_is_printed(lang):
    fault = problem("unknown-field", "content/news/2026-05-01-kasai-strike/ja.md", 3, field="sumary", nearest="summary")
    assert f"```\n{line_of(fault, lang)}\n```" in read(GUIDES[lang])
