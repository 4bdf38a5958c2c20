"""The gate: what must hold before anything goes out. The build itself has passed when this is asked."""

from pathlib import Path

from plugins.build.second_look import look_at_all
from plugins.build.settings import BuildSettings
from plugins.inspection.folder import Inspection
from plugins.problems import problem


def gate(settings: BuildSettings, folder: Path) -> Inspection:
    """Return what is wrong with a finished folder, the output or one of an earlier publication; every file is read."""
    names = Path(settings.names)
    if settings.has_names and not names.is_file():
        return Inspection((problem("names-list-missing", names.name, folder=settings.private),))
    return look_at_all(settings, folder)
