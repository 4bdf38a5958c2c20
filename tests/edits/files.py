"""Edits of pictures, documents, folders, redirects, the theme; faults; time."""

import io
import os
import re
import shutil
from datetime import timedelta

from PIL import Image

from tests.edits.desk import Desk, set_field, text_of
from tests.small_files import plain_pdf, png_words

BESIDE = re.compile(r"\n*!?\[[^\]]*\]\([\w-]+\.(?:png|pdf)\)\n")


def picture(desk: Desk) -> str:
    path = desk.one("content/*/*/*.png")
    if path is None:
        return ""
    path.write_bytes(_png(desk))
    return f"{path.parent.name}/{path.name}"


def _png(desk: Desk) -> bytes:
    data = io.BytesIO()
    told = png_words() if desk.count % 3 == 0 else None  # a warning stands until another picture comes
    Image.new("RGB", (desk.count % 7 + 1, 8), (desk.count % 256, 90, 120)).save(data, "PNG", pnginfo=told)
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
        return set_field(path, "photos", listed)
    without = re.sub(r"^photos:.*\n", "", text_of(path), flags=re.MULTILINE)
    path.write_bytes(f"{without.rstrip()}\nphotos: {listed}\n".encode())
    return f"{path.parent.name}/{path.name} photos: {listed}"


def beside(desk: Desk) -> str:
    """Put a picture or a document beside a text, or take one that is there, and link to it."""
    path = desk.one("content/*/*/*.md") if desk.pick((0, 1)) else desk.one("content/[!n]*/*/*.md")
    name = desk.pick((f"new-{desk.count}.png", f"new-{desk.count}.pdf", "same.png", "same.pdf"))
    if not (file := path.with_name(name)).exists():
        file.write_bytes(_png(desk) if file.suffix == ".png" else plain_pdf(desk.count))
    if desk.pick((0, 0, 0, 1)):
        return f"{path.parent.name}/{name}, not linked"
    link = f"{'!' * (file.suffix == '.png')}[{desk.word}]({name})"
    path.write_bytes(f"{text_of(path)}\n\n{link}\n".encode())
    return f"{path.parent.name}/{path.name} {link}"


def unlinked(desk: Desk) -> str:
    """Take out a link to what lies beside a text."""
    path = desk.pick(path for path in sorted(desk.site.root.glob("content/*/*/*.md")) if BESIDE.search(text_of(path)))
    if path is None:
        return ""
    text = text_of(path)
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
    name = desk.pick((f"{path.name[:10]}-slug-{desk.count}", f"2026-11-0{desk.count % 9 + 1}{path.name[10:]}"))
    target = path.with_name(name)
    return "" if target.exists() else f"{path.name} -> {path.rename(target).name}"


def redirect(desk: Desk) -> str:
    """Let an old address lead somewhere, or no longer."""
    path = desk.site.root / "content/data/redirects.yml"
    target = desk.pick(("news/2026/strike", "disputes/kasai-2026", "about", "withdrawn", "news", "nowhere"))
    line = f"{desk.pick(('news/2026/old', 'disputes/old', 'events/2026/old', 'about'))}: {target}\n"
    kept = [own for own in (text_of(path) if path.exists() else "").splitlines(True) if own[:8] != line[:8]]
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
    path = desk.site.root / f"content/news/2026-11-2{desk.count % 3}-begun-{desk.count}/ja.md"
    if path.exists():
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"---\ntitle: {desk.word}\nsummary: 要約。\n---\n\n{desk.word}\n".encode())
    return path.parent.name


def folder_copied(desk: Desk) -> str:
    """Begin a post with the text of another, but its own id."""
    path = desk.one("content/news/*")
    target = path.with_name(f"2026-11-1{desk.count % 10}-copy-{desk.count}")
    shutil.copytree(path, target)
    for file in target.glob("*.md"):
        file.write_bytes(re.sub(r"^id: .*", f"id: copy{desk.count:04}", text_of(file), flags=re.MULTILINE).encode())
    return f"{path.name} -> {target.name}"


def touched(desk: Desk) -> str:
    path = desk.one("content/*/*/*")
    os.utime(path)
    return path.name


def theme(desk: Desk) -> str:
    pattern = desk.pick(("templates/pages/*.html", "templates/components/*/*.css", "static/*", "templates/*/*.html"))
    path = desk.one(f"theme/{pattern}")
    ends = {".html": "{# %s #}", ".css": "\n.x%s { color: inherit; }\n"}.get(path.suffix, "%s")
    path.write_bytes(path.read_bytes() + (ends % desk.count).encode())
    return path.name


def catalogue(desk: Desk) -> str:
    path = desk.one("theme/translations/ja/LC_MESSAGES/*.po")
    found = desk.pick(m for m in re.finditer(r'^msgstr "[^%{<\\\n]+(")\n', text_of(path), re.MULTILINE))
    at = found.start(1)
    path.write_bytes(f"{text_of(path)[:at]}{desk.count}{text_of(path)[at:]}".encode())
    return found[0].strip()


def fault(desk: Desk) -> str:
    path = desk.one("content/*/*/*.md") if desk.pick((0, 1)) else desk.one("content/*/*.yml")
    bad = desk.pick(("sumary: x\n", "id: [\n", "kind: strick\n"))
    path.write_bytes(
        text_of(path).replace("---\n", f"---\n{bad}", 1).encode() if path.suffix == ".md" else bad.encode()
    )
    return f"{path.parent.name}/{path.name} {bad.strip()}"


def time_passes(desk: Desk) -> str:
    desk.now += desk.pick((timedelta(minutes=25), timedelta(hours=7), timedelta(days=1), timedelta(days=20)))
    return f"{desk.now:%Y-%m-%d %H:%M}"
