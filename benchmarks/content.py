"""The content folder of a measured site: posts, records and tables as staff would write them."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from benchmarks.posts import LANGS, BenchPost
from benchmarks.records import CAMPAIGNS, DISPUTES, records_of, tables_of, texts_of

KINDS = {"dispute": "dispute_notice"}  # the categories that have another word here
EVERY = 10  # each tenth post tells of a dispute, each tenth of a campaign
SUMMARY_WORDS, SUMMARY_LETTERS = 50, 100  # the peers' lists show 50 words; Japanese has no spaces
NOT_PLAIN_RE = re.compile(r"[ \t]{4}|[ \t]*(?:#|[*+-] |\d+\. |>|<|```|~~~|\||!\[|\[[^\]]+\]:|[-*_=]{3,}\s*$)")
LINK_RE = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?")
MARKS_RE = re.compile(r"<[^>]*>|[*`_]")


def write_content(content: Path, posts: Iterable[BenchPost], count: int) -> None:
    """Write everything below `content`; one folder a post with a file for each language."""
    for name, table in tables_of(count).items():
        _write(content / "data" / f"{name}.yml", _yaml(table))
    for path, record in records_of().items():
        _write(content / path, _yaml(record))
    for path, text in texts_of().items():
        _write(content / path, text)
    for post in posts:
        for lang in LANGS:
            _write(content / source_path(post, lang), render_post(post, lang))


def source_path(post: BenchPost, lang: str) -> str:
    """Return a post's file below `content/`."""
    return f"news/{post.published:%Y-%m-%d}-{post.slug}/{lang}.md"


def render_post(post: BenchPost, lang: str) -> str:
    """Return one file of a post: the header that the checks ask for, then the text."""
    words = post.words[lang]
    fields = {
        "id": post.slug,
        "kind": KINDS.get(post.category, post.category),
        "date": post.published.isoformat(),
        "title": words.title,
        "summary": build_summary(words.body, lang) or words.title,
        "tags": [post.campaign, post.employer],
    }
    if post.number % EVERY == 0:
        fields["dispute"] = f"dispute-{post.number // EVERY % DISPUTES}"
    if post.number % EVERY == EVERY // 2:
        fields["campaign"] = f"campaign-{post.number // EVERY % CAMPAIGNS}"
    header = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{header}---\n\n{words.body}"


def build_summary(body: str, lang: str) -> str:
    """Return the first words of a text's plain paragraphs, as many as the peers' lists show."""
    plain = (block for block in re.split(r"\n\s*\n", body) if not NOT_PLAIN_RE.match(block))
    words: list[str] = []
    for block in plain:
        words += MARKS_RE.sub("", LINK_RE.sub(r"\1", block)).split()
        if len(words) >= SUMMARY_WORDS:
            break
    text = " ".join(words)
    return text[:SUMMARY_LETTERS] if lang == "ja" else " ".join(words[:SUMMARY_WORDS])


class _PlainDumper(yaml.SafeDumper):
    """Writes everything out where it stands: our reader takes no references."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(record: object) -> str:
    return yaml.dump(record, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=10_000)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
