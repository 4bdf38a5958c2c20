"""Changes by chance at two desks: nothing that either typed is lost, and every clash can be decided."""

import random
import re

import pytest

from plugins.editing import divided, read_values, rewritten
from plugins.together import merged_file
from tests.conftest import SITES

CONTENT = SITES / "bilingual" / "content"
RECORD = (CONTENT / "disputes/kasai-2026/dispute.yml").read_text(encoding="utf-8")
POST = (CONTENT / "news/2026-11-02-strike/ja.md").read_text(encoding="utf-8")
TYPED = re.compile(rb"(?:one|two) \d+")


def record_changed(chance: random.Random, text: str, who: str) -> str:
    values = read_values(text)
    words = lambda: f"{who} {chance.randrange(100)}"  # noqa: E731
    for _ in range(chance.randint(1, 4)):
        key, entries = chance.choice([*values]), values.get("entries") or [{}]
        match chance.randrange(6):
            case 0 if key != "entries":
                values.pop(key)
            case 1 if isinstance(values[key], str):
                values[key] = words()
            case 2 if isinstance(values[key], dict):
                values[key] = {**values[key], "ja": words()}
            case 3 if len(entries) > 1:
                entries.pop(chance.randrange(len(entries)))
            case 4 if "entries" in values:
                entries[chance.randrange(len(entries))]["text"] = {"ja": words()}
            case _:
                values[f"new-{chance.randrange(3)}"] = words()
    return rewritten(text, values)


def post_changed(chance: random.Random, text: str, who: str) -> str:
    sheet = divided(text)
    lines = sheet.body.split("\n")
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(lines))
        lines[place : place + chance.randrange(2)] = [f"{who} {chance.randrange(100)}"] * chance.randrange(2)
        lines = lines or [""]
    header = record_changed(chance, sheet.header, who)
    return sheet._replace(header=header, body="\n".join(lines)).text


@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_either_typed_is_lost(seed):
    chance = random.Random(seed)
    change, text, path = (
        (record_changed, RECORD, "content/disputes/kasai-2026/dispute.yml") if seed % 2
        else (post_changed, POST, "content/news/2026-11-02-strike/ja.md")
    )  # fmt: skip
    ours, theirs = (change(chance, text, who).encode() for who in ("one", "two"))
    made = merged_file(path, text.encode(), ours, theirs)
    others = b"".join(one.other or b"" for one in made.differences)
    assert set(TYPED.findall(ours)) <= set(TYPED.findall(made.data))
    assert set(TYPED.findall(theirs)) <= set(TYPED.findall(made.data + others))
    now = made.data
    for difference in made.differences:
        decided = merged_file(path, difference.mine, now, difference.other)
        assert not decided.differences
        now = decided.data
    assert set(TYPED.findall(theirs)) <= set(TYPED.findall(now))
