"""What is measured: each builder with its folder, its command and the files that its kinds of build change."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import source_path
from benchmarks.posts import BenchPost
from benchmarks.project import can_run_tasks, has_task, make_project

KINDS = ("cold", "restored", "first edit", "unchanged", "edit", "template")
# What keeps converted texts between builds, and neither pages nor knowledge of them.
CONVERSION_CACHE = ("kept.db",)
COMMAND = (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py")
TASK = (sys.executable, "run.py", "build")
PREVIEW = (sys.executable, "run.py", "preview", "--port", "{port}")
DESK = (sys.executable, "run.py", "desk", "--port", "{port}")


@dataclass(frozen=True, slots=True)
class Files:
    """Where one post stands, in the source and on the site."""

    source: str  # below the builder's folder
    page: str  # below its output


@dataclass(frozen=True, slots=True)
class Builder:
    """A generator with one project of so many posts."""

    name: str
    title: str
    folder: Path
    command: tuple[str, ...]
    state: tuple[str, ...]  # what a cold build does without, below the folder
    template: str  # of a post's page, below the folder
    edited: Files  # the post in the middle, in English
    newest: Files
    kinds: tuple[str, ...] = KINDS
    kept: tuple[str, ...] = ()  # files in the state that hold converted texts: a restored cache
    server: tuple[str, ...] = ()  # its preview, with {port}; empty where there is none
    desk: tuple[str, ...] = ()  # its editor, likewise
    lists: tuple[str, ...] = ()  # addresses that show the newest post's title
    tags: tuple[str, ...] = ()  # that the newest post may get in its preview, and then another date; plain theme only

    @property
    def output(self) -> Path:
        return self.folder / "output"


def make_own_builders(
    work: Path, posts: Sequence[BenchPost], themes: Sequence[str], kinds: Sequence[str]
) -> list[Builder]:
    """Make our projects: one for each theme, and one that is built by `run.py build`."""
    wanted = [(f"danketsu-{theme}", f"Danketsu, {theme} theme", theme, COMMAND, tuple(kinds)) for theme in themes]
    if can_run_tasks() and "plain" in themes:
        wanted.append(("danketsu-task", "`run.py build`, plain theme", "plain", TASK, tuple(kinds)))
    builders = []
    for name, title, theme, command, own_kinds in wanted:
        folder = work / name
        make_project(folder, posts, theme)
        builders.append(own_builder(name, title, folder, command, posts, own_kinds))
    return builders


def own_builder(
    name: str, title: str, folder: Path, command: tuple[str, ...], posts: Sequence[BenchPost], kinds: tuple[str, ...]
) -> Builder:
    """Return one of ours as a builder to measure."""
    other_tags = tuple(dict.fromkeys(post.campaign for post in posts[1:100] if post.campaign != posts[0].campaign))
    return Builder(
        name=name,
        title=title,
        folder=folder,
        command=command,
        state=("output", ".output"),
        template="theme/templates/pages/post.html",
        edited=_files(posts[len(posts) // 2]),
        newest=_files(posts[0]),
        kinds=kinds,
        kept=tuple(f".output/{file}" for file in CONVERSION_CACHE),
        server=PREVIEW if command == COMMAND and can_run_tasks() and has_task("preview") else (),
        desk=DESK if command == COMMAND and can_run_tasks() and has_task("desk") else (),
        lists=("en/", "en/news/", "en/feed.xml", f"en/tags/{posts[0].campaign}/"),
        tags=other_tags if "plain" in name else (),  # the project's own lists write a date in words alone
    )


def _files(post: BenchPost) -> Files:
    page = f"en/news/{post.published.year}/{post.slug}/index.html"
    return Files(f"content/{source_path(post, 'en')}", page)
