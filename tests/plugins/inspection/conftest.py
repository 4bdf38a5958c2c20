"""A small finished folder, written by hand: the second look knows nothing of who made it."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.inspection.folder import Inspector, files_of
from plugins.inspection.names import NO_NAMES, PrivateNames
from plugins.rendering.scripts import joined
from plugins.rendering.theme import read_theme
from tests.conftest import PROJECT

URL = "https://union.example"
CSS = "body { margin: 0 }"


def digest_of(css: str) -> str:
    """Return what a policy says of a style sheet."""
    return base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()


HASH = digest_of(CSS)
POLICY = f"default-src 'none'; style-src 'sha256-{HASH}'; img-src 'self'; base-uri 'none'; form-action 'none'"
PAGE = f"""<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<title>題</title>
<link rel="canonical" href="{URL}/ja/">
<style>{CSS}</style>
</head>
<body>
<p id="one"><a href="index.html#one">一</a></p>
</body>
</html>
"""


@pytest.fixture
def seen(tmp_path: Path) -> Callable[..., list[str]]:
    """Write files over a good page, look at all, and return the lines without their remedies."""

    def look(files: dict[str, str | bytes] | None = None, names: PrivateNames = NO_NAMES) -> list[str]:
        folder = tmp_path / "output"
        for path, data in ({"ja/index.html": PAGE} | (files or {})).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.encode() if isinstance(data, str) else data)
        paths = sorted(files_of(folder))
        problems = Inspector(folder, URL, names).inspect(paths).problems
        return [f"{one.path}:{one.line} {one.rule} {dict(one.values).get('found', '')}".rstrip() for one in problems]

    return look


@pytest.fixture
def page() -> Callable[..., str]:
    """Give the good page with other words in one place."""

    def change(old: str = "", new: str = "") -> str:
        assert PAGE.count(old) == 1 or not old
        return PAGE.replace(old, new) if old else PAGE

    return change


@pytest.fixture
def own_script() -> str:
    """Give the script of a component as pages hold it: one that is known to have been read."""
    return joined(read_theme(PROJECT / "theme").scripts["components/share/share.js"])


@pytest.fixture
def page_with_style() -> Callable[[str], str]:
    """Give the good page with another style sheet, which its policy allows."""
    return lambda css: PAGE.replace(CSS, css).replace(HASH, digest_of(css))
