"""The gate: what must hold before anything goes out. The build itself has passed when this is asked."""

from pathlib import Path

from plugins.build.second_look import look_at_all
from plugins.build.settings import BuildSettings
from plugins.problems import Problem, problem


def gate(settings: BuildSettings, folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a finished folder, the output or one of an earlier publication."""
    found = look_at_all(settings, folder).problems
    names = Path(settings.names)
    if not names.is_file():
        found += (problem("names-list-missing", names.name, folder=settings.private),)
    return found
