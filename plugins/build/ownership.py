"""The output folder is ours alone: nothing that somebody else put there is ever removed."""

from pathlib import Path

from plugins.build.settings import BuildSettings
from plugins.problems import Problem, problem

MARK = "owner"


def output_faults(settings: BuildSettings) -> list[Problem]:
    """Return why the output folder must not be exchanged: it holds the sources, or files of somebody else."""
    output = settings.output
    for source in (settings.content, settings.theme):
        if source.is_relative_to(output) or output.is_relative_to(source):
            return [problem("output-holds-sources", output.name, folder=source.name)]
    if output.exists() and not (settings.state / MARK).exists() and _holds_anything(output):
        return [problem("output-not-ours", output.name, state=settings.state.name)]
    return []


def _holds_anything(output: Path) -> bool:
    return not output.is_dir() or next(output.iterdir(), None) is not None


def claim_output(settings: BuildSettings) -> None:
    """Note that the output folder is ours, before anything is put there."""
    mark = settings.state / MARK
    if not mark.exists():
        mark.touch()
