"""The documentation says what the code does: every rule, setting and command stands in it, every link leads on."""

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from plugins.model import kinds
from plugins.model.site import SiteFacts
from plugins.problems import RULES
from plugins.problems.severities import NO_ERRORS, default_severity
from tests.pages_of_docs import CODE, DOCS, PROJECT, names, read, rows, section

PAGES = sorted([PROJECT / "README.md", *DOCS.glob("*.md")])
MOST_SETTINGS = 43
ENVIRONMENT = {"SOURCE_DATE_EPOCH", "CI", "DANKETSU_LANG", "DANKETSU_CORPUS", "DANKETSU_PEERS", "LC_ALL", "LANG"}
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")


class Gaps(dict):
    """Gives the sign that stands in the table for what is found in a file."""

    def __missing__(self, _name):
        return "…"


def test_every_rule_stands_once_with_its_severity_and_its_words():
    def shown(words, space):
        return space.join(words).format_map(Gaps()).replace("<", "&lt;").replace("|", "\\|").replace("](", "]\\(")

    assert NO_ERRORS.keys() <= RULES.keys()
    rules = [(f"`{r.id}`", default_severity(r.id), shown(r.en, " "), shown(r.ja, "")) for r in RULES.values()]
    assert sorted(tuple(row) for row in rows(read(DOCS / "checks.md"))) == sorted(rules)


def test_every_command_stands_once():
    tree = ast.parse(read(PROJECT / "tasks.py"))
    found = []
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        for mark in function.decorator_list:
            name = mark.func if isinstance(mark, ast.Call) else mark
            given = {key.arg: ast.literal_eval(key.value) for key in getattr(mark, "keywords", ()) if key.arg == "name"}
            if isinstance(name, ast.Name) and name.id == "task":
                found.append(given.get("name", function.name))
    assert sorted(names(rows(section(DOCS / "settings.md", "Commands")))) == sorted(found)


def settings_of(name: str) -> set[str]:
    tree = ast.parse(read(PROJECT / name))
    targets = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return {target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper()}


def test_every_setting_of_pelican_s_files_stands_once():
    modules = (PROJECT / "plugins" / "build" / f"{name}.py" for name in ("plugin", "configuration", "commands"))
    used = {
        name for module in modules for name in re.findall(r'(?:settings|given)(?:\.get\(|\[)"([A-Z_]+)"', read(module))
    }
    found = names(rows(section(DOCS / "settings.md", "Settings of Pelican's files")))
    assert sorted(found) == sorted(settings_of("pelicanconf.py") | settings_of("publishconf.py") | used)


def test_every_setting_of_the_site_stands_once_in_its_order():
    found = names(rows(section(DOCS / "settings.md", "Settings of the site")))
    assert found == [field.name for field in dataclasses.fields(SiteFacts)]


def test_every_variable_of_the_environment_stands_once():
    found = names(rows(section(DOCS / "settings.md", "Environment")))
    assert sorted(found) == sorted(ENVIRONMENT)
    code = "\n".join(read(path) for path in [PROJECT / "tasks.py", *sorted((PROJECT / "plugins").rglob("*.py"))])
    assert set(re.findall(r'environ(?:\.get\(|\[)"([A-Z_]+)"', code)) <= ENVIRONMENT


def test_there_are_fewer_than_forty_settings():
    own = settings_of("pelicanconf.py") | {field.name for field in dataclasses.fields(SiteFacts)} | ENVIRONMENT
    assert len(own) <= MOST_SETTINGS


def enums() -> list[type]:
    return [kind for kind in vars(kinds).values() if isinstance(kind, type) and kind.__module__ == kinds.__name__]


@pytest.mark.parametrize("kind", enums(), ids=lambda kind: kind.__name__)
def test_every_word_of_a_closed_list_stands_in_the_glossary(kind):
    text = read(DOCS / "glossary.md").split(f"\n`{kind.__name__}`\n", 1)[1].split("\n#", 1)[0]
    assert names(rows(text)) == [member.value for member in kind]


def anchors(path: Path) -> set[str]:
    """Return the anchors that a code host gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", read(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_relative_link_leads_somewhere(path):
    for target in LINK.findall(CODE.sub("", read(path))):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, fragment = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.is_relative_to(PROJECT) and file.exists(), target
        if fragment:
            assert fragment in anchors(file), target


# In place of a name that the reader chooses, or of many names.
PLACEHOLDER = re.compile(r"NAME|RULE-ID|…|/pt/|\*")


@pytest.mark.parametrize("name", ["architecture.md", "adding.md", "settings.md"])
def test_every_file_that_a_programmer_s_page_names_exists(name):
    named = re.findall(r"`((?:plugins|theme|tests|docs|content)/[\w./-]*)`", read(DOCS / name))
    gone = [path for path in named if not PLACEHOLDER.search(path) and not (PROJECT / path).exists()]
    tables = {f"content/data/{table}.yml" for table in ("addresses", "figures", "old_site", "redirects", "revisions")}
    assert set(gone) <= tables  # not every site has them, and a new one before its first build none


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_names_a_machine_or_a_registry(path):
    text = read(path)
    assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users|var)/", text)
    assert not re.search(r"pypi|pythonhosted|npmjs|proxy\.golang|index-url", text, re.IGNORECASE)


def test_the_pictures_of_the_docs_are_small():
    for path in (DOCS / "images").iterdir():
        assert path.stat().st_size <= 150_000, path.name


def test_pictures_say_what_they_show():
    for path in PAGES:
        assert "![](" not in read(path)
