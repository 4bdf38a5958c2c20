"""Lines that an import adds to tables of `content/data/`; what stands there stays as it is."""

import json
from collections.abc import Mapping

from plugins.model.text import Lang

_NO_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))  # YAML reads them otherwise
HEAD = (
    "# Addresses of the old site, and where they lead now. Written by \"run.py import\"; keep it with the texts.\n"
    "# 前のサイトのアドレスと、今の行き先です。「run.py import」が書きます。本文といっしょに保存します。\n"
)  # fmt: skip


def with_tags(before: str, tags: Mapping[str, Mapping[Lang, str]]) -> str:
    """Return the table of tags with more of them."""
    lines = []
    for key, labels in sorted(tags.items()):
        words = ", ".join(f"{lang}: {json.dumps(label, ensure_ascii=False)}" for lang, label in labels.items())
        lines.append(f"{_key(key)}:\n  label: {{{words}}}\n")
    return _ended(before) + "".join(lines)


def with_old_site(before: str, lines: Mapping[str, str]) -> str:
    """Return the table of old addresses with more of them."""
    return (_ended(before) or HEAD) + "".join(f"{old}: {new}\n" for old, new in sorted(lines.items()))


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _key(key: str) -> str:
    return (
        key
        if key[0].isalpha() and key not in ("y", "n", "yes", "no", "on", "off", "true", "false", "null")
        else f'"{key}"'
    )
