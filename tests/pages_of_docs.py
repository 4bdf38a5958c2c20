"""How the tests read the pages of the documentation."""

import re
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DOCS = PROJECT / "docs"
CODE = re.compile(r"^```.*?^```$|``[^`]+``|`[^`\n]+`", re.MULTILINE | re.DOTALL)


@cache
def read(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def section(path: Path, heading: str) -> str:
    """Return what stands below a heading, up to the next of its level."""
    return re.split(r"^## ", read(path).split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[tuple[str, ...]]:
    """Return the rows of the tables in a text whose first cell is a name in code, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines]
    return [row for row in cells if row[0].startswith("`")]


def names(table: list[tuple[str, ...]]) -> list[str]:
    """Return the first cells."""
    return [row[0].strip("`") for row in table]
