"""Texts of both sources and a small set of results."""

import json
from pathlib import Path

import pytest

from benchmarks.corpus import read_corpus
from benchmarks.own_texts import build_texts
from benchmarks.results import Hostile, Latency, Look, Paint, Results, Run, Search, Setting
from benchmarks.sample import sample_content
from benchmarks.trees import Tree, Written

RAW_TEXT = """\
---
layout: news_post
title: "A title: with a colon"
date: 2006-08-30 00:00:00 +0000
lang: {lang}
---

{{% highlight sh %}}A [link](/{lang}/gone/) and <b onclick="x">raw HTML</b>, ![](http://pictures.example/x.png)
{{: .note}}

* a list with `code`

```
code
```
"""


@pytest.fixture
def corpus(tmp_path):
    """A folder with a corpus of two pairs and a post in one language only, as broken as real ones."""
    texts = {lang: RAW_TEXT.format(lang=lang) for lang in ("en", "ja")}
    rows = [{"name": "a.md", **texts}, {"name": "b.md", "en": texts["en"]}, {"name": "c.md", **texts}]
    (tmp_path / "corpus").mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "corpus" / "posts.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path / "corpus"


@pytest.fixture(params=["corpus", "own"])
def pairs(request, corpus):
    """The texts of each source."""
    return read_corpus(corpus) if request.param == "corpus" else build_texts(sample_content(), 12)


def run(builder: str, size: int, kind: str, *costs: float) -> list[Run]:
    """Return a timed build for each cost, which is its wall time; CPU is twice that."""
    return [Run(size, builder, kind, pair, cost, 2 * cost) for pair, cost in enumerate(costs)]


@pytest.fixture
def results():
    """Ours and Hugo at two sizes."""
    setting = Setting(
        date="2026-11-22",
        machine={"Machine": "2 cores"},
        versions={"hugo": "0.168.0"},
        texts="a corpus",
        work="a RAM file system (tmpfs)",
        pairs=3,
        builders={"danketsu-plain": "Danketsu, plain theme", "hugo": "Hugo"},
    )
    found = Results(setting)
    found.runs += run("danketsu-plain", 1_000, "cold", 1.0, 1.2, 0.9) + run("hugo", 1_000, "cold", 1.0, 1.0, 1.0)
    found.runs += run("danketsu-plain", 10_000, "cold", 10.0, 10.0, 10.0) + run(
        "hugo", 10_000, "cold", 40.0, 20.0, 30.0
    )
    found.runs += run("danketsu-plain", 10_000, "edit", 0.3, 0.5, 0.5) + run("hugo", 10_000, "edit", 30.0, 30.0, 30.0)
    tree = Tree(html=20, xml=4, files=24, size=3_000_000)
    for name, memory in (("danketsu-plain", 100_000_000), ("hugo", 1_000_000_000)):
        found.looks.append(Look(10_000, name, "cold", memory, Written(24, 3_000_000, 1, 500_000), tree))
    found.latencies += [
        Latency(1_000, "danketsu-plain", "body", (0.003, 0.005)),
        Latency(1_000, "hugo", "body", (0.4,)),
    ]
    found.hostile += [
        Hostile("HTML", "opened", 2.5, 1.5, 100_000_000, True),
        Hostile("HTML", "attributes", 1.0, 1.0, 300_000_000, False),
    ]
    loaded = {"ja": (98_000, 19), "en": (91_000, 17)}
    found.searches.append(Search(1_000, 8.5, 9.25, 480_000_000, 2_190, 5_900_000, loaded))
    found.paints += [
        Paint("home", "ja", (0.7, 1.9, 0.6), "h1, p"),
        Paint("home", "en", (1.2, 1.1, 0.6), "h1"),
        Paint("post", "ja", (1.7, 1.6, 1.8), "img", True),
    ]
    return found


@pytest.fixture
def folder(tmp_path) -> Path:
    """An empty folder."""
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"
