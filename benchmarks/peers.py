"""The generators beside ours: their projects are made by the peers' own harness, their commands timed by our code."""

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

from benchmarks.builders import Builder, Files
from benchmarks.posts import BenchPost, middle_slug, write_records

HARNESS = "peers.py"
REQUIREMENTS = Path(__file__).resolve().parent / "requirements-peers.txt"
TITLES = {
    "hugo": "Hugo",
    "pelican": "Pelican, stock (English lists only)",
    "i18n": "Pelican with i18n-subsites",
}
# A peer that keeps nothing builds all again, whatever changed. Hugo is run for every kind, so that each of ours has a
# run of the one to beat next to it; for the slow ones one figure tells all.
KINDS = {"hugo": ("cold", "restored", "unchanged", "edit", "template")}
ONLY_COLD = ("cold",)
TEMPLATES = {"hugo": "layouts/page.html"}
PELICAN_TEMPLATE = "theme/templates/article.html"
LISTS = {"hugo": ("", "index.xml", "categories/{category}/", "tags/{campaign}/")}


def install_peers(work: Path) -> None:
    """Make the peers' environment in the work folder if it is not there, from the pinned list."""
    folder = work / "venv"
    done = folder / ".installed"
    if not (done.is_file() and done.read_bytes() == REQUIREMENTS.read_bytes()):
        print("installing the peers", file=sys.stderr, flush=True)
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(REQUIREMENTS)], check=True)
        done.write_bytes(REQUIREMENTS.read_bytes())


def load_harness(folder: Path, work: Path) -> ModuleType:
    """Load the peers' harness; it takes its places from the environment as it is loaded."""
    os.environ |= {"WORK": str(work)}
    spec = importlib.util.spec_from_file_location("peers_harness", folder / HARNESS)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make_peers(
    harness: ModuleType, names: Iterable[str], work: Path, posts: Sequence[BenchPost], kinds: Sequence[str]
) -> list[Builder]:
    """Make the project of each peer and return it as a builder to measure."""
    write_records(posts, work / "corpus" / f"{len(posts)}.jsonl")
    builders = []
    for name in names:
        folder = work / "proj" / f"{name}-{len(posts)}"
        shutil.rmtree(folder, ignore_errors=True)
        harness.PEERS[name]["make"](folder, len(posts))
        builders.append(peer_builder(name, harness.PEERS[name], folder, posts, kinds))
    (work / "corpus" / f"{len(posts)}.jsonl").unlink()
    return builders


def peer_builder(name: str, peer: dict, folder: Path, posts: Sequence[BenchPost], kinds: Sequence[str]) -> Builder:
    """Return one entry of the harness as a builder to measure."""

    def files(slug: str) -> Files:
        return Files(peer["src"].format(s=slug), peer["page"].format(s=slug))

    newest = posts[0]
    lists = (path.format(category=newest.category, campaign=newest.campaign) for path in LISTS.get(name, ()))
    own_kinds = KINDS.get(name, ONLY_COLD)
    return Builder(
        name=name,
        title=TITLES.get(name, name),
        folder=folder,
        command=tuple(map(str, peer["build"])),
        state=tuple(peer["state"]),
        template=TEMPLATES.get(name, PELICAN_TEMPLATE),
        edited=files(middle_slug(len(posts))),
        newest=files(newest.slug),
        kinds=tuple(kind for kind in kinds if kind in own_kinds),
        server=tuple(map(str, peer["serve"])) if "http" in peer else (),
        lists=tuple(lists),
    )


def peer_versions() -> dict[str, str]:
    """Return the pinned version of each peer."""
    names = ("pelican", "markdown", "pelican-i18n-subsites", "hugo")
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split()[0].split("==") for line in lines if "==" in line)
    return {name: pinned[name] for name in names}
