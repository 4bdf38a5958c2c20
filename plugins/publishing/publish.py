"""The way out: from a folder that the gate has passed to a branch that everybody can read."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from plugins.publishing.addresses import address_of, holds_source, place_of, shown_address
from plugins.publishing.git import GitFailed
from plugins.publishing.guard import Source, address_of_page, doubts, pages_in, refuse_unknown, source_of
from plugins.publishing.manifest import digest_of, manifest_of, read_passed
from plugins.publishing.refusal import Refusal
from plugins.publishing.store import CNAME, NOJEKYLL, Changes, Publication, Store
from plugins.publishing.words import line

REPOSITORY = "site.git"
RECORD = "published"  # what this desk knows to be online, by place and branch


class Desk(NamedTuple):
    """Who publishes, and how they are spoken to."""

    project: Path
    state: Path  # of publishing, beside the output
    moment: datetime  # of the build
    lang: str
    tell: Callable[[str], None]
    ask: Callable[[str], bool]  # whether the answer was a clear yes
    in_public: bool = False  # anybody may read what is said, as the log of a hosted build
    note: Callable[[str, Mapping[str, object]], None] = lambda key, values: None  # what is said, for another program

    def say(self, key: str, **values: object) -> None:
        self.note(key, values)
        self.tell(line(key, self.lang, **values))


class Order(NamedTuple):
    """What was asked for."""

    remote: str
    branch: str = "gh-pages"
    over: str = ""
    no_history: bool = False
    yes: bool = False
    dry_run: bool = False
    source_is_public: bool = False


class Target(NamedTuple):
    """Where it goes, and what is there now."""

    url: str
    branch: str
    store: Store
    history: tuple[Publication, ...]  # the newest first

    @property
    def head(self) -> str:
        return self.history[0].commit if self.history else ""


def open_target(desk: Desk, order: Order) -> Target:
    """Look at what is online, and bring it here.

    Raises: Refusal where nothing is named, nobody answers, or the source of the site lies there too.
    """
    store = Store(desk.state / REPOSITORY, desk.moment)
    if not store.may_be_branch(order.branch):
        raise Refusal("branch-name", branch=order.branch)
    url = address_of(desk.project, order.remote)
    heads = store.heads(url)
    if not order.source_is_public and (name := holds_source(desk.project, order.remote, url, heads, order.branch)):
        raise Refusal("source-shares-remote", address=shown_address(url), name=name)
    head = heads.get(f"refs/heads/{order.branch}", "")
    store.fetch(url, order.branch, head)
    return Target(url, order.branch, store, tuple(store.publications(head)))


def allow(desk: Desk, order: Order, target: Target) -> Source:
    """Return the state of the source if it may go out on top of what is online. Raises: Refusal."""
    source = source_of(desk.project)
    mine = read_record(desk, target)
    refuse_unknown([*target.history], mine, source._replace(is_named=not desk.in_public), order.over,
                   order.branch, target.store, desk.lang)  # fmt: skip
    return source


def send(desk: Desk, order: Order, target: Target, source: Source, folder: Path, url: str) -> None:
    """Publish a folder that the gate has passed; `url` is the address of the site for its readers.

    Raises: Refusal; the branch online is then as it was.
    """
    new = _taken(desk, order, target, source, folder, url)
    changes = target.store.changes(target.head, new)
    if target.store.is_same(new, target.head) and not (order.no_history and target.history[0].parent):
        if not order.dry_run:
            write_record(desk, target, [target.head])
        return desk.say("same")
    show_changes(desk, changes, in_full=order.dry_run)
    online = target.store.paths(target.head) if target.head else []
    found = doubts(target.store.paths(new), online, changes, desk.lang)
    for said in found:
        desk.note("doubt", {"said": said})
        desk.tell(said)
    if order.dry_run:
        return desk.say("dry")
    agree(desk, order, bool(found))
    put_online(desk, target, new, replaces=order.no_history)
    write_record(desk, target, [new])
    if order.no_history:
        target.store.remove()
        desk.say("no-history")
    if source.is_dirty:
        desk.say("uncommitted")


def _taken(desk: Desk, order: Order, target: Target, source: Source, folder: Path, url: str) -> str:
    """Return the commit of the folder in the site's own history, once it is sure to hold what the gate has passed."""
    if not folder.is_dir():
        raise Refusal("no-site", folder=folder.name)
    manifest = manifest_of(folder)
    passed = digest_of(manifest)
    if passed != read_passed(desk.state):
        raise Refusal("not-passed", folder=folder.name)
    if source_of(desk.project) != source:
        raise Refusal("source-changed")
    cname = "" if CNAME in manifest else target.store.cname(target.head)
    if cname and url.partition("://")[2].partition("/")[0] != cname:
        desk.say("cname-differs", cname=cname, url=url)
    parent = "" if order.no_history else target.head
    new = target.store.take(folder, parent, _message(desk.moment, len(pages_in(manifest)), source.mark), cname)
    held = target.store.manifest(new)
    ours = {CNAME, NOJEKYLL} - manifest.keys()
    if digest_of({path: digest for path, digest in held.items() if path not in ours}) != passed or NOJEKYLL not in held:
        raise Refusal("not-passed", folder=folder.name)
    return new


def _message(moment: datetime, pages: int, source: str) -> str:
    """Return what everybody can read about a publication: nothing but when, how many pages, from which commit."""
    trailers = [f"Pages: {pages}", *([f"Source: {source}"] if source else [])]
    return "\n".join([f"Site of {moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC", "", *trailers])


def show_changes(desk: Desk, changes: Changes, in_full: bool) -> None:
    """Say what a publication changes: the number of pages, and in full each one by its address."""
    kinds = changes._asdict()
    pages = {kind: pages_in(paths) for kind, paths in kinds.items()}
    others = sum(not address_of_page(path) for paths in kinds.values() for path in paths)
    desk.say("counts", others=others, **{kind: len(found) for kind, found in pages.items()})
    for kind, found in pages.items() if in_full else ():
        for address in found:
            desk.say(kind, address=address)


def agree(desk: Desk, order: Order, is_doubtful: bool) -> None:
    """Ask for a clear yes where there is a doubt. Raises: Refusal without one."""
    if is_doubtful and not order.yes and not desk.ask(line("ask", desk.lang)):
        raise Refusal("not-agreed")


def put_online(desk: Desk, target: Target, new: str, replaces: bool = False, is_held: bool = False) -> None:
    """Push a commit, and say plainly why if that fails; `is_held` is for one that nobody publishes over unasked.

    Raises: Refusal.
    """
    known = [target.head] if is_held else [new, target.head]  # before it is sent: this desk may not live to note it
    write_record(desk, target, [*known, *read_record(desk, target)])
    try:
        target.store.push(target.url, target.branch, new, target.head if replaces else "")
    except GitFailed as fault:
        now = target.store.heads(target.url).get(f"refs/heads/{target.branch}", "")
        if now != new:  # else only the answer was lost
            moved = now != target.head
            raise (Refusal("at-the-same-moment") if moved else Refusal("refused", cause=fault)) from None
    desk.say("done", address=shown_address(target.url), branch=target.branch, commit=new[:12])


def read_record(desk: Desk, target: Target) -> list[str]:
    """Return the commits that this desk knows to be online there, or to be on their way."""
    return _records(desk).get(_key(desk, target), [])


def write_record(desk: Desk, target: Target, commits: list[str]) -> None:
    """Note the commits that this desk knows to be online there."""
    records = {**_records(desk), _key(desk, target): list(dict.fromkeys(filter(None, commits)))[:3]}
    new = desk.state / f"{RECORD}.new"
    new.write_text(json.dumps(records), encoding="utf-8")
    new.replace(desk.state / RECORD)


def _records(desk: Desk) -> dict[str, list[str]]:
    try:
        found = json.loads((desk.state / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _key(desk: Desk, target: Target) -> str:
    return f"{place_of(target.url, desk.project)} {target.branch}"
