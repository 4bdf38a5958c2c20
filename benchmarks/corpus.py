"""Texts that nobody here wrote: the bilingual posts of a corpus, read from its `posts.jsonl`."""

import json
import re
from pathlib import Path

from benchmarks.posts import LANGS, Pair, Words

FILE = "posts.jsonl"
HEADER_RE = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
TITLE_RE = re.compile(r'^title:\s*"?(.*?)"?\s*$', re.MULTILINE)
LIQUID_RE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ATTRIBUTES_RE = re.compile(r"^\{:.*?\}\s*$", re.MULTILINE)


def read_corpus(folder: Path) -> list[Pair]:
    """Return the posts that are there in both languages, in the corpus' order.

    Template tags become plain words, so that no generator expands anything.
    """
    pairs = []
    with open(folder / FILE, encoding="utf-8") as lines:
        for line in lines:
            files = json.loads(line)
            if all(lang in files for lang in LANGS):
                pairs.append({lang: parse_post(files[lang]) for lang in LANGS})
    return pairs


def parse_post(text: str) -> Words:
    """Return title and text of one file with a YAML header.

    Raises: ValueError for a file without a header or a title.
    """
    header = HEADER_RE.match(text)
    title = TITLE_RE.search(header[1]) if header else None
    if header is None or title is None:
        raise ValueError(f"no header with a title: {text[:60]!r}")
    body = LIQUID_RE.sub("see the archive", header[2])
    body = ATTRIBUTES_RE.sub("", body).replace("{{", "{ {").replace("{%", "{ %")
    return Words(title[1].replace('"', "'").replace("\\", ""), body.strip() + "\n")
