"""What the staff are told: in both languages, with the same facts, on one line."""

import re
import string
from pathlib import Path

import pytest

from plugins.publishing import refusal
from plugins.publishing.git import cause_in
from plugins.publishing.refusal import plain
from plugins.publishing.words import LINES, REASONS

ROOMS = Path(refusal.__file__).parent, Path(refusal.__file__).parents[1] / "build"


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", [*REASONS, *LINES])
def test_both_languages_tell_the_same_facts(key):
    words = REASONS.get(key) or LINES[key]
    assert words.keys() == {"ja", "en"}
    assert places(words["ja"]) == places(words["en"])
    assert not any("\n" in text or "please" in text.lower() for text in words.values())


def test_every_reason_is_used():
    code = "".join(path.read_text(encoding="utf-8") for room in ROOMS for path in room.glob("*.py"))
    used = set(re.findall(r'Refusal\(\s*"([a-z-]+)"', code)) | set(
        re.findall(r'Refusal\("link" if .* else "([a-z-]+)"', code)
    )
    assert used == {*REASONS}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (b"remote: quota\nremote: exceeded\nTo x\n ! [remote rejected]\nerror: failed", "quota exceeded"),
        (b"Cloning\nfatal: unable to access 'https://a:b@c/': x\nmore", "fatal: unable to access 'https://c/': x"),
        (b"warning: a\nssh: Could not resolve hostname\n", "ssh: Could not resolve hostname"),
        (
            b"git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.\n\nPlease make sure",
            "git@x: Permission denied (publickey).",
        ),
        (b"fatal: Could not read from remote repository.", "fatal: Could not read from remote repository."),
        (b"odd", "odd"),
        (b"", "?"),
        ("fatal: \u202eabc\x1b]0;x\x07".encode(), "fatal: abc]0;x"),
        (b"fatal: \xff", "fatal: \ufffd"),
    ],
)
def test_what_git_said_is_one_line_that_no_terminal_obeys(said, shown):
    assert cause_in(said) == shown


def test_long_words_of_others_are_cut():
    assert len(plain("x" * 10_000)) == 300
