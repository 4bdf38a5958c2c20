"""The files of a new post, from a few answers."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plugins.editing import NOTES, plain_or_quoted
from plugins.model.kinds import PostKind
from plugins.model.text import Lang
from plugins.scaffolding.prompts import PROMPTS

WORD = re.compile(r"[a-z0-9]+")
SMALL = frozenset(["a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
MOST_WORDS = 5  # of a title in its address
TO_WRITE = {"ja": "書くこと:", "en": "What to write:"}


class NewPost(NamedTuple):
    """What is known of a post before a word of it is written."""

    kind: PostKind
    day: date
    slug: str
    id: str
    titles: Mapping[Lang, str]  # "" where there is none yet
    dispute: str = ""
    campaign: str = ""

    @property
    def folder(self) -> str:
        """Its folder below the content: "news/2026-11-25-picket"."""
        return f"news/{self.day}-{self.slug}"


def slug_of(title: str, kind: PostKind) -> str:
    """Return the words of a title that make an address; the kind's own word where it has no Latin letters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = [word for word in WORD.findall(plain.replace("'", "")) if word not in SMALL]
    return "-".join(words[:MOST_WORDS]) or kind.slug


def files_of(post: NewPost, spoken: str) -> dict[str, str]:
    """Return the text of each file by its path below the content; its notes are in `spoken`, "ja" or "en".

    Facts stand in the file of the first language; the post is a draft until that line is deleted.
    """
    notes = NOTES[spoken]
    made = {}
    for number, (lang, title) in enumerate(post.titles.items()):
        lines = [
            f"title: {plain_or_quoted(title)}" if title else f"title:  # {notes['title']}",
            f"summary:  # {notes['summary']}",
        ]
        if number == 0:
            facts = (("id", post.id), ("kind", post.kind.value), ("dispute", post.dispute), ("campaign", post.campaign))
            lines = [
                *(f"{name}: {value}" for name, value in facts if value),
                *lines,
                f"status: draft  # {notes['status']}",
            ]
            lines += [f"# {TO_WRITE[spoken]}", *(f"#   {prompt}" for prompt in PROMPTS[post.kind][spoken])]
        made[f"{post.folder}/{lang}.md"] = "\n".join(["---", *lines, "---", "", ""])
    return made
