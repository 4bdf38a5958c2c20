"""What stops a template, as a problem with the file and the line in which the theme's author can mend it."""

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from plugins.problems import Problem, problem
from plugins.rendering.theme import SHOWN, Theme


def template_fault(error: Exception, theme: Theme) -> Problem | None:
    """Return what is wrong with a template; none where an error is one of our own code.

    Source: Jinja 3.1, `rewrite_traceback_stack`: the steps of a template stand in the traceback with its own lines.
    """
    if isinstance(error, TemplateSyntaxError):
        return _fault(error.name or "", error.lineno, error)
    steps = traceback.extract_tb(error.__traceback__)
    own = [step for step in steps if Path(step.filename).is_relative_to(theme.folder)]
    if not own or not (isinstance(error, TemplateError) or own[-1] is steps[-1]):
        return None
    return _fault(Path(own[-1].filename).relative_to(theme.folder).as_posix(), own[-1].lineno or 1, error)


def _fault(name: str, line: int, error: Exception) -> Problem:
    detail = (getattr(error, "message", None) or str(error)).rstrip(".")
    return problem("template-fault", f"{SHOWN}/templates/{name}", line, detail=detail)
