"""A draft that is saved by halves, or loses a sign, is never published."""

import random

import pytest

from tests.hostile.case import FOLDER, NEEDLE
from tests.hostile.ground import Ground, could_be_seen, places_of

DRAFT = f"""---
title: {NEEDLE} 題
kind: strike
id: case2222
summary: 要約 {NEEDLE}
status: draft
---

本文 {NEEDLE}

続き {NEEDLE}
"""
BOTH = f"""---
id: case2222
title: {{ja: 題 {NEEDLE}, en: Title {NEEDLE}}}
# ask the branch
embargo_until: 2026-12-01
---

<!-- ja -->

本文 {NEEDLE}

<!-- en -->

The text {NEEDLE}
"""
SIGNS = (
    *"-: \n\t#\"'[]{}|>&*!%@`,\\dr：\u3000\u200b\u00a0\ufeff",
    "---",
    "\n---\n",
    "status: ",
    "\n\n",
    "\n# ",
    "<!-- ",
)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("halves") / "site", "clean")


def assert_unseen(ground: Ground, name: str, data: bytes) -> None:
    if not could_be_seen(name, data):
        return
    _, changed = ground.outcome({f"{FOLDER}/{name}": data})
    assert places_of(NEEDLE, changed) == [], data.decode(errors="replace")


@pytest.mark.parametrize(("name", "draft"), [("ja.md", DRAFT), ("post.md", BOTH)], ids=["draft", "embargo"])
@pytest.mark.parametrize("side", ["beginning", "end"])
def test_a_draft_cut_at_any_byte_is_not_published(name: str, draft: str, side: str, ground: Ground) -> None:
    data = draft.encode()
    for at in range(0, len(data), 1 if side == "end" else 5):
        assert_unseen(ground, name, data[:at] if side == "end" else data[at:])


@pytest.mark.parametrize(("name", "draft"), [("ja.md", DRAFT), ("post.md", BOTH)], ids=["draft", "embargo"])
def test_a_draft_without_any_one_sign_is_not_published(name: str, draft: str, ground: Ground) -> None:
    for at in range(len(draft)):
        assert_unseen(ground, name, (draft[:at] + draft[at + 1 :]).encode())


@pytest.mark.parametrize(("name", "draft"), [("ja.md", DRAFT), ("post.md", BOTH)], ids=["draft", "embargo"])
def test_a_draft_with_a_sign_too_many_is_not_published(name: str, draft: str, ground: Ground) -> None:
    dice = random.Random(4)
    for at in range(len(draft.partition("\n---\n")[0]) + 6):
        assert_unseen(ground, name, (draft[:at] + dice.choice(SIGNS) + draft[at:]).encode())


def test_a_draft_whose_pages_of_the_disk_are_lost_is_not_published(ground: Ground) -> None:
    data = DRAFT.encode()
    for at in range(0, len(data), 7):
        assert_unseen(ground, "ja.md", data[:at] + bytes(len(data) - at))
        assert_unseen(ground, "ja.md", bytes(at) + data[at:])
