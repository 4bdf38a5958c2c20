"""Any sequence of edits: after each build the output and the problems are those of a build from nothing.

The seeds and the number of steps are fixed, so that a failure is there again. DANKETSU_EDITS=50 tries 50 seeds on each
site, DANKETSU_STEPS=40 takes 40 steps with each.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SiteFolder, differing_paths, lines_of, outcome_of_last
from tests.edits import Desk, edit, mend

SEEDS = int(os.environ.get("DANKETSU_EDITS", "2"))
STEPS = int(os.environ.get("DANKETSU_STEPS", "6"))


def check_step(site: SiteFolder, **changes: object) -> bool:
    """Build a site step by step and from nothing, compare, and say whether its content could be built."""
    before = site.files()
    known = outcome_of_last(site.settings(**changes))
    result = site.build(**changes)
    if known:  # then nobody would have built
        assert (result.read, result.written, result.removed) == (0, (), ())
        assert known["lines"] == lines_of(result) and known["kept"] == result.kept
    fresh, files = site.built_from_nothing(**changes)
    assert lines_of(result) == lines_of(fresh)
    assert differing_paths(site.files(), before if fresh.is_stopped else files) == []
    return not fresh.is_stopped


@pytest.mark.parametrize("name", ["bilingual", "sample"])
@pytest.mark.parametrize("seed", range(SEEDS))
def test_after_any_edits_the_output_is_that_of_a_build_from_nothing(
    seed: int, name: str, tmp_path: Path, make_content: Callable[..., SiteFolder]
) -> None:
    site = make_content(name)
    site.own_theme()
    # With a ledger most other names are refused; without one each of them is built.
    (site.root / "content/data/addresses.yml").unlink(missing_ok=True)
    is_writing = bool(seed % 2)
    assert not site.build(write_addresses=is_writing).is_stopped
    desk, good = Desk(site, seed), tmp_path / "good"
    is_whole = True
    for step in range(STEPS):
        if not is_whole and (step % 3 or len(desk.done) > 2):
            desk.done.append("mended")
            mend(site, good)
        elif is_whole:
            shutil.rmtree(good, ignore_errors=True)
            for folder in ("content", "theme"):
                shutil.copytree(site.root / folder, good / folder)
        for _ in range(1 + step % 2):
            edit(desk)
        print("\n".join(desk.done))
        is_whole = check_step(site, now=desk.now, write_ids=is_writing, write_addresses=is_writing)
