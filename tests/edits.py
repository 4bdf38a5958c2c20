"""Edits as desks make them, chosen by a seed: words, headers, records, pictures, folders, the theme, faults, time."""

import io
import os
import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from PIL import Image

from tests.conftest import NOW, SiteFolder
from tests.small_files import plain_pdf, png_words

SPOKEN = re.compile(r"\b(?:en|ja): (?P<words>[^\n,{}\[\]]+)")
DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
VALUES: dict[str, tuple[str, ...]] = {  # what a post's header may get; an empty text takes the line out
    "id": ("", "fresh222"),
    "title": ("One title", '"賃上げ：2026"', "{ja: 題, en: A title}"),
    "summary": ("In short", "{ja: 要約, en: In short}"),
    "kind": ("strike", "news", "rally", "statement", ""),
    "status": ("draft", "withdrawn", "withdrawn_notice", "published", ""),
    "date": ("2026-11-02 10:30", "2026-11-09", "2026-11-22 12:20", "2025-12-31", ""),
    "embargo_until": ("2026-11-22 12:30", "2026-11-23", "2026-11-01", ""),
    "modified": ("2026-11-20", "2026-11-21 09:00", ""),
    "corrections": ("[{date: 2026-11-20, text: {ja: 訂正, en: Mended}}]", ""),
    "prefectures": ("[tokyo, osaka]", "[tokyo]", ""),
    "quotes": (
        "[{text: {ja: 発言, en: Said}, role: {ja: 員, en: Member}, speaker: {ja: 名, en: N}, consent: 2026-11-22}]",
        "[{text: {ja: 発言, en: Said}, role: {ja: 員, en: Member}, consent: no}]",
        "",
    ),
    "photos": ("[{file: placard.png, alt: {ja: 写真, en: Photo}, people: 2026-11-22}]", ""),
    "translation": ("machine_checked", "full", ""),
}
RECORDS = {"dispute": "disputes", "campaign": "campaigns", "event": "events", "survey": "surveys"}
TABLES = {"tags": "tags", "organisations": "organisations", "sources": "sources", "contact": "contacts"}
BESIDE = re.compile(r"\n*!?\[[^\]]*\]\([\w-]+\.(?:png|pdf)\)\n")
LINKS = (
    "/news/", "/glossary/", "/glossary/#strike", "/disputes/", "/events/", "/tags/wages/", "/organisations/hikari/",
    "/campaigns/", "/disputes/kasai-2026/", "/news/2026/strike/", "/news/2026/refused/", "/nowhere/", "/about/",
)  # fmt: skip


class Desk:
    """Somebody who edits a site; the same seed makes the same edits."""

    def __init__(self, site: SiteFolder, seed: int) -> None:
        self.site, self.now, self.done = site, NOW, list[str]()
        self._random, self._count = Random(seed), 0
        self._parked = site.root / "parked"

    def edit(self) -> str:
        """Make one edit and say which."""
        for _ in range(20):
            self._count += 1
            edit = self._random.choice(EDITS)
            if said := edit(self):
                self.done.append(f"{self._count} {edit.__name__}: {said}")
                return self.done[-1]
        raise AssertionError("twenty edits in a row found nothing to do")

    def one(self, pattern: str) -> Path | None:
        """Return one of the files below the site."""
        return self.pick(sorted(path for path in self.site.root.glob(pattern) if self._parked not in path.parents))

    def pick(self, among: object) -> object:
        return self._random.choice(found) if (found := list(among)) else None  # type: ignore[call-overload]

    @property
    def word(self) -> str:
        return f"言葉{self._count}"

    def park(self, path: Path) -> str:
        """Move something out of the site, as it is."""
        target = self._parked / path.relative_to(self.site.root)
        if target.exists():
            return ""
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        return str(path.relative_to(self.site.root))

    def restore(self) -> str:
        """Move something back that was parked."""
        kinds = sorted(p for p in self._parked.glob("content/*/*") if not (self.site.root / _below(p, self)).exists())
        if path := self.pick(kinds):
            path.rename(self.site.root / _below(path, self))
            return _below(path, self)
        return ""


def _below(path: Path, desk: Desk) -> str:
    return path.relative_to(desk.site.root / "parked").as_posix()


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def body(desk: Desk) -> str:
    path = desk.one("content/*/*/*.md")
    words = desk.pick(
        (desk.word, f"[{desk.word}]({desk.pick(LINKS)})", f"## {desk.word}", "{sessions}", "<b>x</b>", "090-1234-5678")
    )
    path.write_bytes(f"{_text(path)}\n\n{words}\n".encode())
    return f"{path.parent.name}/{path.name} {words}"


def header(desk: Desk) -> str:
    path, (name, values) = desk.one("content/news/*/*.md"), desk.pick(sorted(VALUES.items()))
    return _set_field(path, name, desk.pick(values))


def reference(desk: Desk) -> str:
    """Name another record in a header, or none."""
    path, name = desk.one("content/news/*/*.md"), desk.pick(sorted({**RECORDS, **TABLES, "action": ""}))
    if name in RECORDS:
        value = desk.pick(("", *(p.name for p in sorted(desk.site.root.glob(f"content/{RECORDS[name]}/*")))))
    else:
        table = desk.site.root / f"content/data/{TABLES.get(name, 'actions')}.yml"
        keys = re.findall(r"^(?:  - id: )?([\w-]+)(?::\n|\n)", _text(table), re.MULTILINE) if table.exists() else []
        value = desk.pick(("", *keys))
        if value and name not in {"contact", "action"}:
            value = f"[{', '.join(dict.fromkeys((value, desk.pick(keys))))}]"
    return _set_field(path, name, value)


PAGE_FIELDS = {"contacts": "contacts", "actions": "actions", "organisation": "organisations"}


def page_header(desk: Desk) -> str:
    """Name other records in the header of a fixed page, or none; or the day on which it was checked."""
    path, name = desk.one("content/pages/*/*.md"), desk.pick((*PAGE_FIELDS, "checked"))
    if path is None:
        return ""
    if name == "checked":
        return _set_field(path, name, desk.pick(("", "2026-11", "2026-11-01")))
    table = desk.site.root / f"content/data/{PAGE_FIELDS[name]}.yml"
    keys = re.findall(r"^(?:  - id: )?([\w-]+)(?::\n|\n)", _text(table), re.MULTILINE) if table.exists() else []
    value = desk.pick(("", *keys))
    return _set_field(path, name, value if name == "organisation" or not value else f"[{value}, {desk.pick(keys)}]")


ACCOUNT = (
    "    transfer: {account_name: {ja: 口座}, account_name_kana: ミホン, yucho_symbol: '10010', yucho_number: '%d1'}\n"
)


def account(desk: Desk) -> str:
    """Give an action an account, another one, or take it away."""
    path = desk.site.root / "content/data/actions.yml"
    if not path.exists():
        return ""
    before = _text(path)
    bare = re.sub(r"^    transfer: .*\n", "", before, flags=re.MULTILINE)
    ids = re.findall(r"^  - id: .*\n", bare, re.MULTILINE)
    first = desk.pick(ids)
    after = bare if first is None or desk.pick((True, False)) else bare.replace(first, first + ACCOUNT % desk._count, 1)
    path.write_bytes(after.encode())
    return "actions.yml" if after != before else ""


def _set_field(path: Path, name: str, value: str) -> str:
    text = _text(path)
    if not text.startswith("---\n"):
        return ""
    without = re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", text, count=1, flags=re.MULTILINE)
    new = without.replace("---\n", f"---\n{name}: {value}\n", 1) if value else without
    path.write_bytes(new.encode())
    return f"{path.parent.name}/{path.name} {name}: {value}" if new != text else ""


def record_words(desk: Desk) -> str:
    path = desk.one("content/*/*.yml") if desk.pick((0, 1)) else desk.one("content/*/*/*.yml")
    text = _text(path)
    if not (found := desk.pick(SPOKEN.finditer(text))):
        return ""
    end = found.end("words") - (found["words"][-1] in "\"'")
    path.write_bytes(f"{text[:end]}{desk.word}{text[end:]}".encode())
    return f"{path.name} …{found['words'][-20:]}"


def record_day(desk: Desk) -> str:
    path = desk.one("content/*/*.yml") if desk.pick((0, 1)) else desk.one("content/*/*/*.yml")
    text = _text(path)
    if path.name == "figures.yml" or not (found := desk.pick(DAY.finditer(text))):
        return ""
    day = desk.pick(("2026-11-21", "2026-11-22", "2026-11-23", "2026-10-20", "2026-12-13"))
    path.write_bytes((text[: found.start()] + day + text[found.end() :]).encode())
    return f"{path.parent.name}/{path.name} {found[0]} -> {day}"


def consent(desk: Desk) -> str:
    """Have somebody agree, or no longer."""
    path = desk.site.root / "content/data/contacts.yml"
    text = _text(path) if path.exists() else ""
    if not (found := desk.pick(re.finditer(r"consent: .*", text))):
        return ""
    said = f"consent: {desk.pick(('office', 'no', '2026-11-22', '2026-12-02'))}"
    path.write_bytes((text[: found.start()] + said + text[found.end() :]).encode())
    return f"{found[0]} -> {said}"


def record_part(desk: Desk) -> str:
    """Take a part out of a record: a key with all below it, an entry of a list."""
    path = desk.one("content/*/*.yml") if desk.pick((0, 1)) else desk.one("content/*/*/*.yml")
    text = _text(path)
    parts = list(re.finditer(r"^(  - |)[\w{].*\n(?:(?(1)    |[ -]).*\n)*", text, re.MULTILINE))
    if not (part := desk.pick(parts)) or len(parts) < 2:
        return ""
    path.write_bytes((text[: part.start()] + text[part.end() :]).encode())
    return f"{path.parent.name}/{path.name} without {part[0].splitlines()[0]}"


def site_words(desk: Desk) -> str:
    """Change the name or the line below it, which stand on every page."""
    path = desk.site.root / "content/data/site.yml"
    text = _text(path) if path.exists() else ""
    if not (found := desk.pick(re.finditer(r"^(?:name|tagline): \{ja: [^,}]+", text, re.MULTILINE))):
        return ""
    path.write_bytes(f"{text[: found.end()]}{desk._count}{text[found.end() :]}".encode())
    return found[0]


def picture(desk: Desk) -> str:
    path = desk.one("content/*/*/*.png")
    if path is None:
        return ""
    path.write_bytes(_png(desk))
    return f"{path.parent.name}/{path.name}"


def _png(desk: Desk) -> bytes:
    data = io.BytesIO()
    told = png_words() if desk._count % 3 == 0 else None  # a warning stands until another picture comes
    Image.new("RGB", (desk._count % 7 + 1, 8), (desk._count % 256, 90, 120)).save(data, "PNG", pnginfo=told)
    return data.getvalue()


def blurred(desk: Desk) -> str:
    """List a picture in its header or record: who is in it, with an area that nobody may recognise or with none."""
    picture = desk.one("content/*/*/*.png") if desk.pick((0, 1)) else desk.one("content/[!n]*/*/*.png")
    place = picture.parent.relative_to(desk.site.root).as_posix() if picture else ""
    path = desk.one(f"{place}/*.yml") or desk.one(f"{place}/*.md") if place else None
    if path is None:
        return ""
    area = desk.pick(("", ", blur: [[10, 10, 50, 50]]", ", blur: [[0, 0, 100, 40], [60, 60, 20, 20]]"))
    people = desk.pick(("none", "2026-11-22", "2026-11-21", "2026-12-02"))
    listed = f"[{{file: {picture.name}, alt: {{ja: 旗, en: Flag}}, people: {people}{area}}}]"
    if path.suffix == ".md":
        return _set_field(path, "photos", listed)
    without = re.sub(r"^photos:.*\n", "", _text(path), flags=re.MULTILINE)
    path.write_bytes(f"{without.rstrip()}\nphotos: {listed}\n".encode())
    return f"{path.parent.name}/{path.name} photos: {listed}"


def beside(desk: Desk) -> str:
    """Put a picture or a document beside a text, or take one that is there, and link to it."""
    path = desk.one("content/*/*/*.md") if desk.pick((0, 1)) else desk.one("content/[!n]*/*/*.md")
    name = desk.pick((f"new-{desk._count}.png", f"new-{desk._count}.pdf", "same.png", "same.pdf"))
    if not (file := path.with_name(name)).exists():
        file.write_bytes(_png(desk) if file.suffix == ".png" else plain_pdf(desk._count))
    if desk.pick((0, 0, 0, 1)):
        return f"{path.parent.name}/{name}, not linked"
    link = f"{'!' * (file.suffix == '.png')}[{desk.word}]({name})"
    path.write_bytes(f"{_text(path)}\n\n{link}\n".encode())
    return f"{path.parent.name}/{path.name} {link}"


def unlinked(desk: Desk) -> str:
    """Take out a link to what lies beside a text."""
    path = desk.pick(path for path in sorted(desk.site.root.glob("content/*/*/*.md")) if BESIDE.search(_text(path)))
    if path is None:
        return ""
    text = _text(path)
    found = desk.pick(BESIDE.finditer(text))
    path.write_bytes(f"{text[: found.start()]}\n{text[found.end() :]}".encode())
    return f"{path.parent.name}/{path.name} without {found[0].strip()}"


def folder_away(desk: Desk) -> str:
    path = desk.one("content/news/*") if desk.pick((0, 0, 1)) else desk.one("content/*/*")
    return desk.park(path) if path.name != "site.yml" else ""


def file_away(desk: Desk) -> str:
    return desk.park(desk.one("content/*/*/*"))


def folder_back(desk: Desk) -> str:
    return desk.restore()


def folder_renamed(desk: Desk) -> str:
    path = desk.one("content/news/*")
    name = desk.pick((f"{path.name[:10]}-slug-{desk._count}", f"2026-11-0{desk._count % 9 + 1}{path.name[10:]}"))
    target = path.with_name(name)
    return "" if target.exists() else f"{path.name} -> {path.rename(target).name}"


def redirect(desk: Desk) -> str:
    """Let an old address lead somewhere, or no longer."""
    path = desk.site.root / "content/data/redirects.yml"
    target = desk.pick(("news/2026/strike", "disputes/kasai-2026", "about", "withdrawn", "news", "nowhere"))
    line = f"{desk.pick(('news/2026/old', 'disputes/old', 'events/2026/old', 'about'))}: {target}\n"
    kept = [own for own in (_text(path) if path.exists() else "").splitlines(True) if own[:8] != line[:8]]
    text = "".join([*kept, line] if desk.pick((0, 1, 1)) else kept)
    path.write_bytes(text.encode()) if text else path.unlink(missing_ok=True)
    return line.strip()


def folders_swapped(desk: Desk) -> str:
    """Give two folders each other's name."""
    one = desk.one("content/news/*") if desk.pick((0, 0, 1)) else desk.one("content/*/*")
    other = desk.pick(path for path in sorted(one.parent.iterdir()) if path != one and path.is_dir())
    if other is None or not one.is_dir():
        return ""
    aside = desk.site.root / "aside"
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    return f"{one.name} <-> {other.name}"


def post_begun(desk: Desk) -> str:
    """Begin a post that has no id yet."""
    path = desk.site.root / f"content/news/2026-11-2{desk._count % 3}-begun-{desk._count}/ja.md"
    if path.exists():
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"---\ntitle: {desk.word}\nsummary: 要約。\n---\n\n{desk.word}\n".encode())
    return path.parent.name


def folder_copied(desk: Desk) -> str:
    """Begin a post with the text of another, but its own id."""
    path = desk.one("content/news/*")
    target = path.with_name(f"2026-11-1{desk._count % 10}-copy-{desk._count}")
    shutil.copytree(path, target)
    for file in target.glob("*.md"):
        file.write_bytes(re.sub(r"^id: .*", f"id: copy{desk._count:04}", _text(file), flags=re.MULTILINE).encode())
    return f"{path.name} -> {target.name}"


def touched(desk: Desk) -> str:
    path = desk.one("content/*/*/*")
    os.utime(path)
    return path.name


def theme(desk: Desk) -> str:
    pattern = desk.pick(("templates/pages/*.html", "templates/components/*/*.css", "static/*", "templates/*/*.html"))
    path = desk.one(f"theme/{pattern}")
    ends = {".html": "{# %s #}", ".css": "\n.x%s { color: inherit; }\n"}.get(path.suffix, "%s")
    path.write_bytes(path.read_bytes() + (ends % desk._count).encode())
    return path.name


def catalogue(desk: Desk) -> str:
    path = desk.one("theme/translations/ja/LC_MESSAGES/*.po")
    found = desk.pick(m for m in re.finditer(r'^msgstr "[^%{<\\\n]+(")\n', _text(path), re.MULTILINE))
    at = found.start(1)
    path.write_bytes(f"{_text(path)[:at]}{desk._count}{_text(path)[at:]}".encode())
    return found[0].strip()


def fault(desk: Desk) -> str:
    path = desk.one("content/*/*/*.md") if desk.pick((0, 1)) else desk.one("content/*/*.yml")
    bad = desk.pick(("sumary: x\n", "id: [\n", "kind: strick\n"))
    path.write_bytes(_text(path).replace("---\n", f"---\n{bad}", 1).encode() if path.suffix == ".md" else bad.encode())
    return f"{path.parent.name}/{path.name} {bad.strip()}"


def time_passes(desk: Desk) -> str:
    desk.now += desk.pick((timedelta(minutes=25), timedelta(hours=7), timedelta(days=1), timedelta(days=20)))
    return f"{desk.now:%Y-%m-%d %H:%M}"


EDITS: tuple[Callable[[Desk], str], ...] = (
    body, body, header, header, header, header, reference, reference, reference, record_words, record_words, record_day,
    consent, consent, record_part, site_words, picture, beside, beside, blurred, blurred, unlinked,
    folder_away, folder_away, folder_back, folder_back,
    file_away, folder_renamed, folders_swapped, folder_copied, post_begun, redirect, redirect, touched, theme,
    catalogue, fault, time_passes, time_passes, page_header, page_header, account,
)  # fmt: skip


def mend(site: SiteFolder, good: Path) -> None:
    """Put the content back as it was when it could be built; files that are the same keep their stamps."""
    for folder in ("content", "theme"):
        now = {path.relative_to(site.root) for path in (site.root / folder).rglob("*") if path.is_file()}
        then = {path.relative_to(good) for path in (good / folder).rglob("*") if path.is_file()}
        for path in now - then:
            (site.root / path).unlink()
        for path in then:
            if path not in now or (site.root / path).read_bytes() != (good / path).read_bytes():
                (site.root / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(good / path, site.root / path)
        for path in sorted((site.root / folder).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
