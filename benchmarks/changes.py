"""Before each build: what its kind takes away or changes, and after it: whether the page shows it."""

import os
import re
import shutil
from pathlib import Path

from benchmarks.builders import Builder, Files

COLD_KINDS = frozenset(("cold", "restored"))
EDIT_RE = re.compile(r"\n\nedit-mark .*", re.DOTALL)
TEMPLATE_RE = re.compile(r'<p class="bench-mark">[^<]*</p>\n')
TITLE_RE = re.compile(r"^(\s*[Tt]itle: )(.*)$", re.MULTILINE)
TITLE_MARK_RE = re.compile(r" title-mark \w+")
DATE_RE = re.compile(r'^(date: "?)(\d{4}-\d\d)-\d\d(.*)$', re.MULTILINE)
NUMBER_RE = re.compile(r"\d+")


def prepare_build(builder: Builder, kind: str, mark: str) -> None:
    """Bring a project into the state in which a build of this kind begins; `mark` is a word never used before."""
    if kind == "cold":
        remove_state(builder)
    elif kind == "restored":
        remove_state(builder, builder.kept)
    elif kind in {"edit", "first edit"}:
        edit_body(builder.folder / builder.edited.source, mark)
    elif kind == "template":
        edit_template(builder.folder / builder.template, mark)


def is_seen(builder: Builder, kind: str, mark: str) -> bool:
    """Say whether the edited post's page shows what the build was for."""
    page = builder.output / builder.edited.page
    if not page.is_file():
        return False
    return mark in page.read_text("utf-8") if kind in {"edit", "first edit", "template"} else True


def remove_state(builder: Builder, kept: tuple[str, ...] = ()) -> None:
    """Remove everything that builds have made, but `kept`; then every source is as new as in a fresh checkout.

    Raises: RuntimeError if something that is to be kept is not there: the build would be a cold one.
    """
    aside = builder.folder / ".kept"
    shutil.rmtree(aside, ignore_errors=True)
    for name in kept:
        if not (builder.folder / name).exists():
            raise RuntimeError(f"{builder.name}: no {name} to keep; builders.py names what holds the converted texts")
        (aside / name).parent.mkdir(parents=True, exist_ok=True)
        (builder.folder / name).rename(aside / name)
    for name in builder.state:
        path = builder.folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    if kept:
        shutil.copytree(aside, builder.folder, dirs_exist_ok=True)
        shutil.rmtree(aside)
        for source in (path for path in (builder.folder / "content").rglob("*") if path.is_file()):
            os.utime(source)


def edit_body(source: Path, mark: str) -> None:
    """Put a last sentence behind a text, in place of the one of the edit before."""
    text = EDIT_RE.sub("", source.read_text("utf-8")).rstrip()
    source.write_text(f"{text}\n\nedit-mark {mark}\n", encoding="utf-8")


def edit_template(template: Path, mark: str) -> None:
    """Put a paragraph at the end of a post's article, in place of the one of the change before."""
    before, end, after = TEMPLATE_RE.sub("", template.read_text("utf-8")).rpartition("</article>")
    assert end, f"{template}: no </article>"
    template.write_text(f'{before}<p class="bench-mark">{mark}</p>\n{end}{after}', encoding="utf-8")


def edit_title(source: Path, mark: str) -> None:
    """Put a word at the end of a post's title, in place of the one of the edit before."""
    text = TITLE_MARK_RE.sub("", source.read_text("utf-8"), count=1)

    def marked(line: re.Match[str]) -> str:
        title, quote = (line[2][:-1], '"') if line[2].endswith('"') else (line[2], "")
        return f"{line[1]}{title} title-mark {mark}{quote}"

    source.write_text(TITLE_RE.sub(marked, text, count=1), encoding="utf-8")


def edit_date(source: Path, mark: str) -> str:
    """Put a post on another of the days after its first; return how pages and feeds write it then."""
    day = 2 + int(NUMBER_RE.findall(mark)[0]) % 27
    seen = ""

    def moved(line: re.Match[str]) -> str:
        nonlocal seen
        seen = f"{line[2]}-{day:02}"
        return f"{line[1]}{seen}{line[3]}"

    _alone_in(source, "date")
    source.write_text(DATE_RE.sub(moved, source.read_text("utf-8"), count=1), encoding="utf-8")
    return seen


def edit_tags(source: Path, tag: str) -> None:
    """Give a post one tag in place of those that it has."""
    _alone_in(source, "tags")
    text = source.read_text("utf-8")
    source.write_text(re.sub(r"^tags: .*$", f'tags: ["{tag}"]', text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _alone_in(source: Path, field: str) -> None:
    """Take a fact that both texts share out of the other one, so that a change is one file saved."""
    for other in source.parent.glob("*.md"):
        text = other.read_text("utf-8")
        if other != source and (found := re.search(rf"^{field}: .*\n", text, re.MULTILINE)):
            other.write_text(text.replace(found[0], "", 1), encoding="utf-8")


def address_of(files: Files) -> str:
    """Return the address at which a preview shows a page."""
    return files.page.removesuffix("index.html")
