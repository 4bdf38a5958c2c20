"""`run.py check`: the content, and with --all every file of the finished folder."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plugins.build.discretion import NAME, NAMES, upcoming_lines, without_names
from plugins.build.findings import unmended
from plugins.build.named import entry_of, led_to_content, names_in_content, names_list
from plugins.build.parity import parity_in_content
from plugins.build.result import Result
from plugins.build.second_look import look_at_all
from plugins.build.settings import BuildSettings
from plugins.build.stamps import read_last
from plugins.build.state import LAST
from plugins.build.steps import check_content
from plugins.build.weights import led_to_texts, weight_lines
from plugins.problems import Problem, has_errors
from plugins.problems.formats import FORMATS, report_as

FORMAT = "--format="
SHOW_NAMES = "--show-names"
FIX, YES = "--fix", "--yes"
ONLY_IN_A_TERMINAL = {
    "ja": "--show-names は、手元の端末だけで使えます。名前をファイルや記録に残さないためです。",
    "en": "--show-names works in a terminal of your own only, so that no name stays in a file or a log.",
}
NO_SITE = {
    "ja": "できあがったサイトがありません。先に python3 run.py build を実行します。",
    "en": "There is no finished site. Run python3 run.py build first.",
}
OTHER_SITE = {
    "ja": "output/ は {} のサイトで、ここで言う {} のサイトではありません。"
    "公開用に作ったものは python3 run.py check --all --publish、そうでないものは --publish を付けずに調べます。",
    "en": "output/ is the site at {}, and not the one at {} that these settings tell of. "
    "Type python3 run.py check --all --publish for what was built to be published; leave out --publish for the rest.",
}


def run_check(settings: BuildSettings, args: list[str]) -> int:
    """Check the content and, with "--all", the finished folder; print what was found, return the exit status.

    Shape: text goes to standard error, "--format=json" and "--format=github" to standard output. "--show-names" prints
    the lines of the list of private names that were found, to a terminal and nowhere else. "--fix" first shows and
    writes what has one right answer.
    """
    forms = [arg.removeprefix(FORMAT) for arg in args if arg.startswith(FORMAT)]
    form = forms[-1] if forms else "text"
    known = {"--all", SHOW_NAMES, FIX, *[YES] * (FIX in args), *(FORMAT + form for form in FORMATS)}
    if form not in FORMATS or set(args) - known or (FIX in args and form != "text"):
        sys.stderr.write(f"check [--all] [{SHOW_NAMES}] [{FIX} [{YES}]] [--format={'|'.join(FORMATS)}]\n")
        return 2
    if SHOW_NAMES in args and (settings.in_public or not sys.stderr.isatty()):
        sys.stderr.write(f"{ONLY_IN_A_TERMINAL[settings.lang]}\n")
        return 2
    if FIX in args:
        from plugins.build.fixing import fix_content  # few checks are asked to

        if status := fix_content(settings, is_agreed=YES in args):
            return status
    result = checked(settings)
    listed = names_list(settings)
    problems = [*result.problems, *(p for p in listed.problems if p.rule != "names-list-missing")]  # it may come later
    problems += parity_in_content(settings)
    problems += names_in_content(settings, listed.names) if listed.names else []
    not_built = ""
    said = upcoming_lines(result.upcoming, settings.lang, settings.in_public)
    if "--all" in args:
        if not_built := _not_built(settings):
            said.append(not_built)
        else:
            inspection = look_at_all(settings, settings.output)
            problems = led_to_texts(settings, led_to_content(settings, [*problems, *inspection.problems]))
            said += [*inspection.said(settings.lang), *weight_lines(settings, settings.output)]
    if SHOW_NAMES in args:
        said += _list_lines(settings, problems)
    out = sys.stderr if form == "text" else sys.stdout
    shown = without_names(problems, listed.names) if settings.in_public else problems
    out.write(report_as(form, shown, settings.lang, settings.severities))
    sys.stderr.write("".join(f"{line}\n" for line in said))
    return 1 if has_errors(problems, settings.severities) or not_built else 0


def _not_built(settings: BuildSettings) -> str:
    """Return what to type where there is no finished site of these settings; nothing where there is one."""
    if not (settings.output / "index.html").is_file():
        return NO_SITE[settings.lang]
    url = read_last(settings.state, LAST).get("url", settings.url)
    return OTHER_SITE[settings.lang].format(url, settings.url) if url != settings.url else ""


def _list_lines(settings: BuildSettings, problems: Iterable[Problem]) -> list[str]:
    """Return the lines of the list of private names that were found."""
    entries = sorted({int(entry_of(found)) for found in problems if found.rule == NAME})
    written = Path(settings.names).read_text(encoding="utf-8-sig").splitlines() if entries else []
    return [f"{NAMES}:{entry}: {written[entry - 1]}" for entry in entries]


def checked(settings: BuildSettings) -> Result:
    """Check the content for `run.py check`, without what the next build writes by itself."""
    result = check_content(replace(settings, write_ids=False, write_addresses=False))
    if not settings.write_ids:
        return result
    told = settings.severities.keys()  # a rule that was set is asked for
    left = (p for p in unmended(result.problems, told) if p.rule != "figures-not-fixed" or p.rule in told)
    return result._replace(problems=tuple(left))
