"""The folder of a measured site: like a real project, with its content, settings, theme and commands."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.content import write_content
from benchmarks.posts import BenchPost

ROOT = Path(__file__).resolve().parents[1]
PLAIN_THEME = Path(__file__).resolve().parent / "plain_theme"
THEMES = ("plain", "own")
LINKED = ("plugins",)
COPIED = ("run.py", "tasks.py", "requirements.txt", "requirements-test.txt")
NOT_LINKED = (".made", ".unfinished")  # of .venv: they name the folder it was made for
# What the texts of a real archive break: links to pages that are not there, pictures, raw HTML. The checks still look.
FORGIVEN = (
    "address-in-text",
    "broken-fragment",
    "broken-link",
    "email-in-text",
    "file-missing",
    "html-removed",
    "image-without-alt",
    "invisible-character",
    "link-scheme",
    "outside-picture",
    "page-link",
    "page-picture",
    "phone-in-text",
    "text-in-other-language",
)
SETTINGS = f"""\
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins.build.plugin import Danketsu

PELICAN_CLASS = Danketsu
PLUGINS = []
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITEURL = "https://union.example"
TIMEZONE = "Asia/Tokyo"
WRITE_IDS = True
SEVERITIES = {dict.fromkeys(FORGIVEN, "off")!r}
"""


def make_project(folder: Path, posts: Sequence[BenchPost], theme: str) -> None:
    """Make a project with these posts and the theme "plain" or "own", in place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    write_content(folder / "content", posts, len(posts))
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "theme" if theme == "own" else PLAIN_THEME, folder / "theme")
    if theme == "plain":  # its pages' words are those of our catalogues
        shutil.copytree(ROOT / "theme" / "translations", folder / "theme" / "translations")
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    for name in COPIED:
        shutil.copy(ROOT / name, folder / name)
    link_environment(folder)


def link_environment(folder: Path) -> None:
    """Give the project a `.venv` that is this interpreter's, so that its `run.py` need not install one."""
    if sys.prefix == sys.base_prefix:
        return
    own = folder / ".venv"
    own.mkdir()
    for path in Path(sys.prefix).iterdir():
        if path.name not in NOT_LINKED:
            (own / path.name).symlink_to(path)
    made_for = f"{sys.version_info.major}.{sys.version_info.minor} {folder.resolve() / '.venv'}"  # run.py, `identity`
    (own / ".made").write_text(made_for, encoding="utf-8")


def can_run_tasks() -> bool:
    """Say whether this interpreter's environment can stand in for a project's own."""
    return sys.prefix != sys.base_prefix and os.name == "posix"


def has_task(name: str) -> bool:
    """Say whether `run.py` knows a task."""
    return f"\ndef {name}(" in (ROOT / "tasks.py").read_text(encoding="utf-8")
