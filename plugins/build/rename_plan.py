"""What a renaming changes: the folder, every mention of it, the ledger and the redirects."""

import re
from typing import Any, NamedTuple

from plugins.build.addresses import moment_of, render_addresses, with_redirects
from plugins.build.mentions import NotRewritten, Renaming, rewritten
from plugins.build.settings import BuildSettings
from plugins.build.withdrawals import check_withdrawn
from plugins.model.ledger import LEDGER, REDIRECTS, Claim, Ledger, target_of
from plugins.model.site import SiteFacts
from plugins.model.urls import RESERVED
from plugins.reading.items import Item
from plugins.reading.places import DATED, RECORD_FILES, SLUG, TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceItem, read_source, scan_sources

KEYED = ("tags", "organisations")  # tables whose entries have pages
REFUSED = {
    "no-item": (
        '"{found}" is not in content. Write it like news/2021-11-04-old-name, disputes/old-name or tags/old-name.',
        "「{found}」は content にありません。news/2021-11-04-old-name、disputes/old-name、"
        "tags/old-name のように書きます。",
    ),
    "no-name": (
        '"{found}" cannot be an address. Write small letters, digits and hyphens: new-name.',
        "「{found}」はアドレスにできません。小文字の英字・数字・ハイフンで、new-name のように書きます。",
    ),
    "same": ('it is called "{found}" already.', "もう「{found}」という名前です。"),
    "taken": (
        '"{found}" is the name or the old address of something else. Choose another name.',
        "「{found}」は、ほかのものの名前か古いアドレスです。別の名前にします。",
    ),
    "changed-since": (
        "{found} was changed since a renaming was cut off. Finish that one by hand, then delete .rename.json.",
        "前の名前の変更が途中で止まり、その後に {found} が変わりました。"
        "残りを手で直してから、.rename.json を消します。",
    ),
    "faulty": (
        '{found} cannot be read. Run "python3 run.py check", mend it and try again.',
        "{found} が読めません。「python3 run.py check」を実行し、直してからもう一度試します。",
    ),
    "unforeseen": (
        "{found} names it in a way that cannot be rewritten. Write the field on one line and try again.",
        "{found} にある名前を書き換えられません。その項目を1行で書いてから、もう一度試します。",
    ),
}


class Refused(Exception):
    """Nothing was renamed: a word of REFUSED, and what was found."""

    def said(self, lang: str) -> str:
        """Return why, and what to do."""
        why, found = self.args
        return REFUSED[why][lang == "ja"].format(found=found)


class Plan(NamedTuple):
    """Everything that a renaming does.

    Shape: `item` is its kind and its key; `move` is (old folder, new one), relative to the project, empty for an entry
    of a table; `files` holds the new text of each file, none for one that goes, under the path before the move.
    """

    item: tuple[str, str]
    move: tuple[str, ...]
    files: dict[str, str | None]


def plan_of(settings: BuildSettings, item: str, name: str) -> Plan:
    """Return everything that a renaming does.

    Raises: Refused.
    """
    kind, key = _item_named(settings, item)
    sources = {source.path: source for source in scan_sources(settings.content)[0]}
    content = settings.content.name
    data = f"{content}/{TABLES}"
    langs = _facts(settings, sources, f"{data}/site.yml").languages
    own = _read(settings, sources, langs, f"{data}/{kind}.yml" if kind in KEYED else f"{content}/{kind}/{key}")
    if kind in KEYED and key not in own.value:
        raise Refused("no-item", item)
    renaming = _renaming(kind, key, name, own, langs)
    redirects = _value(settings, sources, langs, f"{data}/{REDIRECTS}.yml")
    ledger: Ledger = _value(settings, sources, langs, f"{data}/{LEDGER}.yml")
    _refuse_taken(settings, renaming, own, ledger, redirects)
    files: dict[str, str | None] = {}
    for source in sources.values():
        if source.path not in {f"{data}/{LEDGER}.yml", f"{data}/{REDIRECTS}.yml"}:
            files |= _mentions(settings, source, renaming, langs)
    if kind in KEYED:
        path = f"{data}/{kind}.yml"
        line = dict(own.lines)[path][(key,)]
        files[path] = _with_entry(files.get(path) or _text(settings, path), line, renaming)
    files |= _addresses(settings, renaming, own, ledger, redirects)
    move = () if kind in KEYED else (f"{content}/{kind}/{key}", f"{content}/{kind}/{renaming.new_key}")
    return Plan((kind, key), move, files)


def _item_named(settings: BuildSettings, written: str) -> tuple[str, str]:
    """Return the kind and the key of what a writer named, by its folder."""
    place = written.replace("\\", "/").strip("/").removeprefix(f"{settings.content.name}/")
    kind, _, key = place.partition("/")
    is_folder = kind in RECORD_FILES and key and "/" not in key and (settings.content / kind / key).is_dir()
    if not is_folder and not (kind in KEYED and key):
        raise Refused("no-item", written)
    return kind, key


def _renaming(kind: str, key: str, name: str, own: Item, langs: tuple[str, ...]) -> Renaming:
    """Return what is renamed, from its name now and the one it shall have."""
    day = key[: len("2021-11-04-")] if kind in DATED else ""
    new = name.removeprefix(day)
    if not SLUG.fullmatch(new) or (kind == "pages" and new in {*RESERVED, *langs}):
        raise Refused("no-name", name)
    if key == f"{day}{new}":
        raise Refused("same", name)
    year = str(own.value.published.year) if kind == "news" else str(own.value.year) if day else ""
    start = {"pages": ""}.get(kind, f"{kind}/{year}/" if year else f"{kind}/")
    return Renaming(kind, key, f"{day}{new}", f"{start}{key.removeprefix(day)}", f"{start}{new}", langs)


def _refuse_taken(
    settings: BuildSettings, renaming: Renaming, own: Item, ledger: Ledger, redirects: dict[str, str]
) -> None:
    kind, new = renaming.kind, renaming.new_address
    taken = renaming.new_key in own.value if kind in KEYED else (settings.content / kind / renaming.new_key).exists()
    if kind in DATED:  # the same name on another day of the year
        folders = (path.name for path in (settings.content / kind).iterdir())
        taken |= any(f[len("2021-11-04-") :] == new.rpartition("/")[2] and f[:4] == renaming.key[:4] for f in folders)
    taken |= new in redirects and target_of(redirects, new) != renaming.address
    taken |= new in ledger and new not in redirects
    claim = Claim(new, "", "", "held")
    taken |= any(p.rule == "address-withdrawn" for p in check_withdrawn([claim], ledger, settings, ""))
    if taken:
        raise Refused("taken", new)


def _mentions(
    settings: BuildSettings, source: SourceItem, renaming: Renaming, langs: tuple[str, ...]
) -> dict[str, str | None]:
    """Return the new texts of those files of an item that name what is renamed."""
    slug = renaming.address.rpartition("/")[2].encode()
    source = read_source(settings.content, source)
    if not any(slug in file.data for file in source.files):
        return {}
    item = item_of(source, langs)
    if item.value is None:
        raise Refused("faulty", source.path)
    changed = {}
    for file in source.files:
        if slug in file.data:
            try:
                text = file.data.decode("utf-8", "surrogatepass")
                new = rewritten(renaming, text, file.path, [item])
            except NotRewritten as place:
                raise Refused("unforeseen", str(place)) from None
            except UnicodeDecodeError:
                raise Refused("faulty", file.path) from None
            if new != text:
                changed[file.path] = new
    return changed


def _with_entry(text: str, line: int, renaming: Renaming) -> str:
    """Return the text of a table with another key for one of its entries."""
    lines = text.split("\n")
    old = rf"(\s*[\"']?){re.escape(renaming.key)}(?=[\"']?\s*:)"
    lines[line - 1] = re.sub(old, rf"\g<1>{renaming.new_key}", lines[line - 1], count=1)
    return "\n".join(lines)


def _addresses(
    settings: BuildSettings, renaming: Renaming, own: Item, ledger: Ledger, redirects: dict[str, str]
) -> dict[str, str | None]:
    """Return the new texts of the ledger and of the redirects; neither is another one if it was never public."""
    if renaming.address not in ledger:
        return {}
    data = f"{settings.content.name}/{TABLES}"
    known = {address: recorded[1:] for address, recorded in ledger.items()}
    known[renaming.new_address] = known[renaming.address]
    files: dict[str, str | None] = {}
    if ledger[renaming.address].waits > moment_of(settings.now.timestamp()):  # nobody has seen it yet
        del known[renaming.address]
    else:
        changes = {renaming.address: renaming.new_address} | ({renaming.new_address: ""} if redirects else {})
        text = _text(settings, f"{data}/{REDIRECTS}.yml")
        files[f"{data}/{REDIRECTS}.yml"] = with_redirects(text, changes)
    return files | {f"{data}/{LEDGER}.yml": render_addresses(known)}


def _text(settings: BuildSettings, path: str) -> str:
    file = settings.content.parent / path
    return file.read_bytes().decode("utf-8", "surrogatepass") if file.exists() else ""


def _read(settings: BuildSettings, sources: dict[str, SourceItem], langs: tuple[str, ...], path: str) -> Item:
    if path not in sources:
        raise Refused("no-item", path)
    item = item_of(read_source(settings.content, sources[path]), langs)
    if item.value is None:
        raise Refused("faulty", path)
    return item


def _value(settings: BuildSettings, sources: dict[str, SourceItem], langs: tuple[str, ...], path: str) -> Any:
    return _read(settings, sources, langs, path).value if path in sources else {}


def _facts(settings: BuildSettings, sources: dict[str, SourceItem], path: str) -> SiteFacts:
    return _read(settings, sources, ("ja", "en"), path).value
