"""The sample site, wherever it lies: a union's own texts are never measured in its place."""

import re
from pathlib import Path

from benchmarks.project import ROOT

SITE_ID = "d7k3wq2m"  # of the sample, in its site.yml; a test holds it to plugins/scaffolding/sample.py
PLACES = ("content", "examples/content")  # `run.py start` moves it from the one to the other
OWN_ID_RE = re.compile(rf"^id:\s*{SITE_ID}\b", re.MULTILINE)


class NoSample(Exception):
    """The sample site is not there; the text says what to do, in both languages."""


def sample_content(root: Path = ROOT) -> Path:
    """Return the content of the sample site.

    Raises: NoSample.
    """
    for place in PLACES:
        facts = root / place / "data" / "site.yml"
        if facts.is_file() and OWN_ID_RE.search(facts.read_text(encoding="utf-8", errors="replace")):
            return root / place
    raise NoSample(
        "見本のサイトが content/ にも examples/content/ にもありません。計測は見本の文章で行います。"
        "プログラムの新しい写し（git clone）の中で実行します。\n"
        "The sample site is neither in content/ nor in examples/content/, and its texts are what is measured. "
        "Run this in a fresh copy of the program (git clone)."
    )
