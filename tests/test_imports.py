"""Which part may know which: the table of docs/architecture.md, held against every import and every template."""

import ast
import re
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
MODULES = sorted((PROJECT / "plugins").rglob("*.py"))
TEMPLATES = sorted((PROJECT / "theme" / "templates").rglob("*.html"))
ROOMS = {path.name for path in (PROJECT / "plugins").iterdir() if (path / "__init__.py").is_file()}
SHARED = {"model", "problems", "i18n"}
# room -> the libraries that it is there to know; no other room knows them
LIBRARIES = {
    "build": {"rich"},
    "calendars": {"icalendar"},
    "cards": {"PIL"},
    "desk": {"flask", "werkzeug"},
    "documents": {"pypdf"},
    "feeds": {"feedgenerator"},
    "i18n": {"babel"},
    "importing": {"bs4", "lxml", "markdownify", "yaml"},
    "inspection": {"lxml", "pypdf"},
    "leaflets": {"segno"},
    "pictures": {"PIL"},
    "preview": {"segno", "watchfiles"},
    "reading": {"markdown", "yaml", "pydantic", "pydantic_core", "nh3"},
    "rendering": {"jinja2", "markupsafe", "rcssmin"},
    "search": {"pagefind_bin_extended"},
    "translations": {"babel"},
    "typography": {"budoux"},
}
# room -> the other rooms that it may know, besides those that all share
KNOWS = {
    "model": set(),
    "problems": {"model"},
    "desk": SHARED | {"checks", "editing", "reading"},
    "documents": {"model", "problems", "i18n", "pictures"},
    "editing": SHARED | {"reading"},
    "fixing": SHARED | {"reading"},
    "i18n": {"model", "problems"},
    "gallery": SHARED | {"rendering"},
    "inspection": {"problems"},
    "people": SHARED | {"inspection"},
    "reading": SHARED | {"statistics"},
    "scaffolding": SHARED | {"editing"},
    "statistics": set(),
    "together": SHARED | {"editing", "publishing", "reading"},
    "pages": ROOMS - {"build", "pages", "reading", "checks"},
    "build": ROOMS - {"build"},
}


def imported_names(path: Path) -> list[str]:
    """Return every "a.b" that a module imports, wherever in the file."""
    tree = ast.parse(path.read_bytes())
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    for node in (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)):
        assert not node.level, f"{path}: a relative import hides which room it is from"
        names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def shown(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "plugins"], ids=shown)
def test_a_module_imports_what_its_room_may_know(path):
    room = path.relative_to(PROJECT / "plugins").parts[0]
    rooms = KNOWS.get(room, SHARED) | {room}
    libraries = LIBRARIES.get(room, set()) | ({"pelican"} if path.name == "plugin.py" else set())
    for name in imported_names(path):
        top, *rest = name.split(".")
        if top == "plugins":
            assert rest[0] in rooms, f"{shown(path)} imports {name}"
        else:
            assert top in sys.stdlib_module_names or top in libraries, f"{shown(path)} imports {name}"


def test_only_the_adapter_and_the_settings_import_the_adapter():
    found = {shown(path) for path in MODULES for name in imported_names(path) if name.split(".")[-2:-1] == ["plugin"]}
    assert found <= {"plugins/build/__main__.py"}


def test_the_table_names_rooms_that_exist():
    assert LIBRARIES.keys() | KNOWS.keys() <= ROOMS


@pytest.mark.parametrize("name", ["run.py", "tasks.py"])
def test_the_commands_import_nothing_of_the_builder(name):
    tops = {imported.split(".")[0] for imported in imported_names(PROJECT / name)}
    assert tops <= {*sys.stdlib_module_names, "invoke"} - ({"invoke"} if name == "run.py" else set())


def used_templates(path: Path) -> list[tuple[str, str]]:
    """Return (extends, include, import or from; the template's name) for each template that this one uses."""
    tag = re.compile(r"""\{%[-+]?\s*(extends|include|import|from)\s+["']([^"']+)["']""")
    return tag.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_a_template_uses_what_its_kind_may_use(path):
    kind = path.relative_to(PROJECT / "theme" / "templates").parts[0]
    used = used_templates(path)
    for verb, name in used:
        assert (PROJECT / "theme" / "templates" / name).is_file(), f"{shown(path)} uses {name}, which does not exist"
        may_extend = verb == "extends" and kind in {"pages", "layouts"}
        folder = "layouts/" if may_extend else "components/"
        assert name.startswith(folder) and (may_extend or verb != "extends"), f"{shown(path)}: {verb} {name}"
    if kind == "pages":
        assert [verb for verb, _ in used].count("extends") == 1, f"{shown(path)} extends no layout"


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_a_template_names_others_by_plain_words(path):
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"\{%[-+]?\s*(?:extends|include|import|from)\b", text)) == len(used_templates(path))


def test_a_component_uses_no_component_that_uses_it():
    folder = PROJECT / "theme" / "templates"
    uses = {path.relative_to(folder).as_posix(): {name for _, name in used_templates(path)} for path in TEMPLATES}

    def below(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"circle: {' -> '.join((*above, name))}"
        for used in uses[name]:
            below(used, (*above, name))

    for name in uses:
        below(name, ())
