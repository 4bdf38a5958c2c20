"""`run.py check`: the content, and with --all every file of the finished folder."""

import sys
from dataclasses import replace

from plugins.build.discretion import upcoming_lines
from plugins.build.findings import unmended
from plugins.build.result import Result
from plugins.build.second_look import look_at_all
from plugins.build.settings import BuildSettings
from plugins.build.steps import check_content
from plugins.problems import has_errors
from plugins.problems.formats import FORMATS, report_as

FORMAT = "--format="
NO_SITE = {
    "ja": "できあがったサイトがありません。先に python3 run.py build を実行します。",
    "en": "There is no finished site. Run python3 run.py build first.",
}


def run_check(settings: BuildSettings, args: list[str]) -> int:
    """Check the content and, with "--all", the finished folder; print what was found, return the exit status.

    Shape: text goes to standard error, "--format=json" and "--format=github" to standard output.
    """
    forms = [arg.removeprefix(FORMAT) for arg in args if arg.startswith(FORMAT)]
    form = forms[-1] if forms else "text"
    if form not in FORMATS or set(args) - {"--all", *(FORMAT + form for form in FORMATS)}:
        sys.stderr.write(f"check [--all] [--format={'|'.join(FORMATS)}]\n")
        return 2
    result = checked(settings)
    problems = list(result.problems)
    is_built = True
    said = upcoming_lines(result.upcoming, settings.lang, settings.in_public)
    if "--all" in args:
        if is_built := (settings.output / "index.html").is_file():
            inspection = look_at_all(settings, settings.output)
            problems += inspection.problems
            said += inspection.said(settings.lang)
        else:
            said.append(NO_SITE[settings.lang])
    out = sys.stderr if form == "text" else sys.stdout
    out.write(report_as(form, problems, settings.lang, settings.severities))
    sys.stderr.write("".join(f"{line}\n" for line in said))
    return 1 if has_errors(problems, settings.severities) or not is_built else 0


def checked(settings: BuildSettings) -> Result:
    """Check the content for `run.py check`, without what the next build writes by itself."""
    result = check_content(replace(settings, write_ids=False, write_addresses=False))
    if not settings.write_ids:
        return result
    told = settings.severities.keys()  # a rule that was set is asked for
    left = (p for p in unmended(result.problems, told) if p.rule != "figures-not-fixed" or p.rule in told)
    return result._replace(problems=tuple(left))
