"""What a build and the other commands say, and how they stop."""

import sys
from typing import TYPE_CHECKING

from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings

if TYPE_CHECKING:  # loaded when there is something to tell
    from plugins.build.result import Result

Upcoming = tuple[tuple[str, str, str], ...]  # what goes out next and which consents end soon, see discretion.py


class BuildStopped(Exception):
    """The build ends without touching the output; what is wrong has been said already."""

    exitcode = 1  # Pelican 4.12, `main`: becomes the exit status


def print_problems(result: "Result", lang: str) -> None:
    """Write every problem straight to standard error, a line each; Pelican's log breaks lines at 80 columns."""
    if result.problems:
        from plugins.problems import report

        print_lines(report(result.problems, lang, result.severities))
    said = {"ja": "記事IDを書き込みました。", "en": "wrote a permanent id."}[lang]
    print_lines([f"{written.path}: id: {written.id}: {said}" for written in result.ids])
    if result.recorded:
        many = "address was" if result.recorded == 1 else "addresses were"
        said = {"ja": "件のアドレスを控えました。", "en": f" {many} recorded."}[lang]
        print_lines([f"content/data/addresses.yml: {result.recorded}{said}"])


def print_upcoming(waiting: "Upcoming", settings: BuildSettings) -> None:
    """Say what goes out next, and which consents end soon."""
    if waiting:
        from plugins.build.discretion import upcoming_lines

        print("\n".join(upcoming_lines(waiting, settings.lang, settings.in_public)), flush=True)


def print_hosts(result: "Result", lang: str) -> None:
    """Name the sites of others that the new pages are the first to link to."""
    if result.hosts:
        said = {"ja": "新しいリンク先（よそのサイト）: ", "en": "Linked to for the first time, of others: "}[lang]
        print(said + ", ".join(result.hosts), flush=True)


def print_weights(result: "Result", settings: BuildSettings) -> None:
    """Print what a site weighs of which every file was made; another build would have to open all that it left."""
    if result.is_whole:
        from plugins.build.weights import weight_lines

        print("\n".join(weight_lines(settings, settings.output)), flush=True)


def print_lines(lines: list[str]) -> None:
    """Write lines to standard error."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()


def stopped_words(result: "Result", lang: str) -> str:
    from plugins.problems import severity_of

    errors = {p for p in result.problems if severity_of(p, result.severities) == "error"}
    if lang == "ja":
        return f"誤りが{len(errors)}件あります。サイトは前のままです。"
    return f"{len(errors)} error{'s' * (len(errors) != 1)} in content. The site is as it was."


def stop_of(fault: Locked | OSError, settings: BuildSettings) -> BuildStopped:
    from plugins.build.words import reason_of

    return BuildStopped(reason_of(fault, settings))


def done_words(made: tuple[int, int, int], lang: str, seconds: float) -> str:
    counts = *made, seconds
    if lang == "ja":
        return "完了: 書き出し{}、変更なし{}、削除{}（{:.2f}秒）".format(*counts)
    return "Done: {} written, {} unchanged, {} removed, in {:.2f} seconds.".format(*counts)
