"""`run.py rename`: another name for a folder, a topic or an organisation, done as a whole or begun again."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from plugins.build.ledgers import replace_file
from plugins.build.lock import build_lock
from plugins.build.rename_plan import Plan, Refused, plan_of
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import START, Unfinished, asked_before, refuse_unfinished


def rename(settings: BuildSettings, item: str, name: str, is_tried: bool) -> list[str]:
    """Rename an item, or only say what that would change; return a line for each change.

    Raises: Refused; Locked while a build is at work; Unfinished where only to be said, or if nobody knows what is left.
    """
    with build_lock(settings.state):
        if settings.starting.exists():
            raise Unfinished(START)
        if is_tried:
            refuse_unfinished(settings)
            return list(lines_of(settings, plan_of(settings, item, name)))
        before = asked_before(settings)
        left = finish(settings)
        try:
            plan = plan_of(settings, item, name)
        except Refused:
            if left and item.strip("/").endswith(before[0]) and name == before[1]:
                return left
            raise
        said = [*left, *lines_of(settings, plan)]
        marks = {place: _mark(settings.content.parent / place) for place in plan.files}
        noted = {"asked": ["/".join(plan.item), name], **plan._asdict(), "before": marks}
        replace_file(settings.unfinished, json.dumps(noted).encode())
        finish(settings)
        return said


def finish(settings: BuildSettings) -> list[str]:
    """Do what a renaming has noted, whatever of it is done already; return what it was."""
    path, project = settings.unfinished, settings.content.parent
    if not path.exists():
        return []
    try:
        noted = json.loads(path.read_bytes())
        before, plan = noted["before"], Plan(noted["item"], noted["move"], noted["files"])
    except (ValueError, KeyError, TypeError):
        raise Unfinished("") from None
    texts = {
        place: None if text is None else text.encode("utf-8", "surrogatepass") for place, text in plan.files.items()
    }
    for place, new in texts.items():  # first: nothing that was written since is lost
        now = {_mark(project / place), _mark(project / _after(place, plan))} - {""}
        if not now <= {before[place], _mark_of(new)}:
            raise Refused("changed-since", place)
    if plan.move and (project / plan.move[0]).exists():
        if (project / plan.move[1]).exists():  # somebody put the old one back
            raise Refused("changed-since", plan.move[0])
        os.rename(project / plan.move[0], project / plan.move[1])
    for place, new in texts.items():
        file = project / _after(place, plan)
        if new is None:
            file.unlink(missing_ok=True)
        else:
            replace_file(file, new)
    path.unlink()
    return [" -> ".join(plan.move), *plan.files]


def _mark(file: Path) -> str:
    return _mark_of(file.read_bytes() if file.is_file() else None)


def _mark_of(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _after(place: str, plan: Plan) -> str:
    """Return where a file is after the move."""
    is_inside = plan.move and place.startswith(f"{plan.move[0]}/")
    return plan.move[1] + place.removeprefix(plan.move[0]) if is_inside else place


def lines_of(settings: BuildSettings, plan: Plan) -> Iterator[str]:
    """Yield what a plan changes, line by line."""
    if plan.move:
        yield " -> ".join(plan.move)
    for place, text in plan.files.items():
        file = settings.content.parent / place
        before = file.read_bytes().decode("utf-8", "surrogatepass").split("\n") if file.exists() else []
        known = set(before)
        for number, line in enumerate((text or "").split("\n"), start=1):
            if line.strip() and line not in known:
                yield f"{_after(place, plan)}:{number}: {line.strip()}"
        if text is None:
            yield f"{place}: -"
