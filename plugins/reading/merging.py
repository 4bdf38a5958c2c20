"""What the files of one item share: a fact may stand in either, and two different values are an error."""

from collections.abc import Callable, Iterable
from typing import Any

from plugins.problems import Problem, problem
from plugins.reading.items import FileWords
from plugins.reading.written import format_written


def merged_fields(
    files: Iterable[FileWords], shared_of: Callable[[dict[str, Any]], dict[str, Any]], problems: list[Problem]
) -> dict[str, Any]:
    """Return the shared fields of all headers, the first file's first, and add what differs to the problems."""
    merged: dict[str, Any] = {}
    where: dict[str, tuple[str, int]] = {}
    for file in files:
        for key, value in shared_of(file.header.fields).items():
            place = (file.source.path, file.header.lines.get((key,), 1))
            if key in merged and merged[key] != value:
                other, line = where[key]
                problems.append(problem("facts-differ", *place, field=key, found=format_written(value),
                                        other=format_written(merged[key]), other_file=other.rsplit("/", 1)[-1],
                                        other_line=line))  # fmt: skip
            merged.setdefault(key, value)
            where.setdefault(key, place)
    return merged
