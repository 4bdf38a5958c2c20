"""The check before a commit: what must not lie in a history, least of all in one that everybody can read."""

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from plugins.build.assets import look_at, problem_in
from plugins.build.named import NamesList, names_in_file, names_list
from plugins.build.one_item import item_at, kept_entries, languages_in, not_agreed
from plugins.build.settings import BuildSettings
from plugins.checks.recorded import once_public
from plugins.inspection.names import names_in
from plugins.model.kinds import TAKEN_BACK, PostStatus
from plugins.model.ledger import LEDGER
from plugins.model.origins import Origins
from plugins.model.picture import is_picture
from plugins.model.site import Clock
from plugins.model.survey import counted_files
from plugins.model.text import every_text
from plugins.problems import Problem, has_errors, problem, report, severity_of
from plugins.publishing.git import GitFailed
from plugins.publishing.refusal import Refusal
from plugins.publishing.staged import install_hook, staged_identity, staged_paths, write_staged
from plugins.publishing.words import line
from plugins.reading.items import Item
from plugins.reading.places import LEFTOVER, TABLES, refused_kind

NAMES, KEY = "private-names.txt", "withdrawn.key"
DRAWN = (".bmp", ".gif", ".ico", ".svg")  # pictures of kinds that no camera makes
NOT_SECRET = {"missing-id"}  # what is wrong, but gives nothing away


class Staged(NamedTuple):
    """What is about to be committed."""

    folder: Path  # holds the items below as they are to be committed, with their pictures
    paths: tuple[str, ...]  # every file that is added or changed: "content/news/2026-05-01-strike/picket.jpg"
    items: tuple[Item, ...]  # those that one of the files belongs to, read whole; none where the source is private
    beside: tuple[Item, ...]  # their posts as they lie in the project: what keeps a text back may not be staged yet
    now: datetime
    content: str  # "content/"
    names: NamesList
    identity: tuple[str, ...]  # who the commit will say that it is by, and its branch


Check = Callable[[Staged], Iterator[Problem]]


def check_names(staged: Staged) -> Iterator[Problem]:
    """Find the list of names that may never appear."""
    for path in staged.paths:
        name = path.rpartition("/")[2].casefold()
        if name.startswith(NAMES.partition(".")[0]) or name == KEY:
            yield problem("commit-of-names", path, file=path)


def check_files(staged: Staged) -> Iterator[Problem]:
    """Find pictures and documents that tell more than they show, wherever they lie: a history keeps them for ever."""
    for path in staged.paths:
        asset = look_at(str(staged.folder / path)) if path.startswith(staged.content) or _is_looked_at(path) else None
        if asset and asset.rule:
            yield problem_in(asset, path)
        elif refused_kind(path) == "picture-type" and not path.lower().endswith(DRAWN):  # a telephone's, with its place
            yield problem("picture-type", path, found=path.rpartition("/")[2])


def _is_looked_at(path: str) -> bool:
    return is_picture(path) or path.lower().endswith(".pdf")


def check_leftovers(staged: Staged) -> Iterator[Problem]:
    """Find what editors and systems leave beside a file: the build does not look at it, others can."""
    for path in staged.paths:
        names = (name for name in path.split("/") if not name.startswith(".git"))
        if path.startswith(staged.content) and any(map(LEFTOVER.fullmatch, names)):
            yield problem("commit-of-leftover", path, file=path)


def check_unread(staged: Staged) -> Iterator[Problem]:
    """Find what cannot be read: nobody knows whether it is a draft."""
    for item in (*staged.items, *staged.beside):
        yield from (p for p in item.problems if severity_of(p) == "error" and p.rule not in NOT_SECRET)


def check_posts(staged: Staged) -> Iterator[Problem]:
    """Find posts that nobody may see yet, or any more."""
    for item in (*staged.items, *staged.beside):
        post = item.value
        if item.kind != "news" or post is None or post.is_public(staged.now):
            continue
        of = Origins({item.path: item.lines}).of
        if post.facts.status in TAKEN_BACK:
            if any(text.has_body or text.title for text in every_text(post)):
                yield problem("commit-of-withdrawn", *of(item.path, "status"))
        elif post.facts.status is not PostStatus.PUBLISHED:
            place = of(item.path, "status")
            yield problem("commit-of-unpublished", *place, status=post.facts.status, folder=item.path)
        else:
            place = of(item.path, "embargo_until" if post.facts.embargo_until else "date")
            moment = max(post.published, post.facts.embargo_until or post.published)
            yield problem("commit-of-embargoed", *place, moment=f"{moment:%Y-%m-%d %H:%M}", folder=item.path)


def check_ledger(staged: Staged) -> Iterator[Problem]:
    """Find addresses of posts that nobody may see yet in the ledger of addresses, where builds wrote them once."""
    for item in staged.items:
        if (item.kind, item.slug) == (TABLES, LEDGER) and item.value:
            _, waiting = once_public(item.value, f"{staged.now:%Y-%m-%d %H:%M}")
            for recorded in waiting.values():
                yield problem("commit-of-waiting", item.path, recorded.line, moment=recorded.waits)


def check_entries(staged: Staged) -> Iterator[Problem]:
    """Find entries of disputes that are kept back."""
    for item in staged.items:
        of = Origins({item.path: item.lines}).of
        for place in kept_entries(item):
            yield problem("commit-of-kept-back", *of(item.path, *place, "public"))


def check_answers(staged: Staged) -> Iterator[Problem]:
    """Find the answers of each person to a survey, and counts of groups too small to be shown."""
    for item in staged.items:
        if item.kind != "reports" or item.value is None:
            continue
        small = [table.id for table in item.value.tables if table.has_hidden]
        secret = [result for result in item.value.facts.results if result.column or result.id in small]
        for name in sorted(counted_files(secret)):
            if (path := f"{item.path}/{name}") in staged.paths:
                yield problem("commit-of-answers", path, found=name, least=item.value.facts.min_cell)


def check_consent(staged: Staged) -> Iterator[Problem]:
    """Find persons of whom nothing says that they agreed."""
    clock = Clock(staged.now)
    for item in staged.items:
        of = Origins({item.path: item.lines}).of
        for place in not_agreed(item, clock):
            yield problem("commit-without-consent", *of(item.path, *place))


def check_private_names(staged: Staged) -> Iterator[Problem]:
    """Find the names that may not go out, in whatever is staged, drafts and notes included."""
    found = staged.names
    yield from found.problems
    if found.names:
        by = {entry for words in staged.identity for entry in names_in(found.names, words)}
        yield from (problem("commit-by-name", ".git/config", entry=entry) for entry in sorted(by))
        yield from (p for path in staged.paths for p in names_in_file(found.names, staged.folder / path, path))


ALWAYS: tuple[Check, ...] = (check_names, check_files)  # whoever can read the source
PUBLIC: tuple[Check, ...] = (
    check_leftovers,
    check_unread,
    check_posts,
    check_ledger,
    check_entries,
    check_answers,
    check_consent,
    check_private_names,
)  # where everybody can


def before_commit(settings: BuildSettings) -> int:
    """Look at what is staged; return the exit status with which git goes on or stops."""
    try:
        found = found_before_commit(settings, Path.cwd())
    except (GitFailed, Refusal) as fault:
        found = fault.said(settings.lang) if isinstance(fault, Refusal) else str(fault)
        sys.stderr.write(f"{found}\n")
        return 1
    for said in report(found, settings.lang, settings.severities):
        print(said, file=sys.stderr)
    if not has_errors(found, settings.severities):
        return 0
    print(line("not-committed-now", settings.lang), file=sys.stderr)
    return 1


def found_before_commit(
    settings: BuildSettings, project: Path, env: Mapping[str, str] | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with what is about to be committed, in the environment of git, each once.

    Raises: GitFailed; Refusal where there is no git on this machine.
    """
    with tempfile.TemporaryDirectory() as folder:
        staged = _staged(settings, project, Path(folder), env)
        checks = (*ALWAYS, *PUBLIC * settings.source_is_public)
        return tuple(dict.fromkeys(found for check in checks for found in check(staged)))


def _staged(settings: BuildSettings, project: Path, folder: Path, env: Mapping[str, str] | None) -> Staged:
    """Return what is staged; each item of content is read where everybody can."""
    is_read = settings.source_is_public
    paths = staged_paths(project, env)
    name = settings.content.name
    parts = [path.split("/") for path in paths if path.startswith(f"{name}/")]
    places = sorted({"/".join(part[:3]) for part in parts if len(part) > 2})
    site = f"{name}/{TABLES}/site.yml"
    loose = [path for path in paths if path.startswith(f"{name}/") and path.count("/") < 2]  # no part of any item
    others = [path for path in paths if not path.startswith(f"{name}/") and (is_read or _is_looked_at(path))]
    write_staged(project, [*places, *loose, site], folder, others, env)
    langs = languages_in(folder / name) if is_read else ()
    items = _items_in(folder / name, places, langs) if is_read else ()
    posts = [place for place in places if place.startswith(f"{name}/news/") and (project / place).is_dir()]
    beside = _items_in(project / name, posts, langs) if is_read else ()
    names, identity = (names_list(settings), staged_identity(project, env)) if is_read else (NamesList(), ())
    return Staged(folder, tuple(paths), items, beside, settings.now, f"{name}/", names, identity)


def _items_in(content: Path, places: Iterable[str], langs: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(filter(None, (item_at(content, place, langs) for place in places)))


def start(settings: BuildSettings) -> int:
    """Install the check before a commit, and say what came of it."""
    try:
        done = install_hook(Path.cwd(), sys.executable)
    except (GitFailed, Refusal) as fault:
        sys.stderr.write(f"{fault.said(settings.lang) if isinstance(fault, Refusal) else fault}\n")
        return 1
    print(line(done.outcome, settings.lang, path=done.path, line=done.line))
    return 0
