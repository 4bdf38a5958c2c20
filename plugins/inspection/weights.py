"""What finished pages weigh as they go over the line, held against what a reader on a slow one can bear."""

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.inspection.look import Look

# Bytes, packed as hosts do it (gzip, level 9): ten packets, which a server sends before it hears of the reader again.
PAGE, NEAR, FRAME, PHOTO = 13_000, 11_000, 7_500, 40_000
# As much is left of a page at the most when it is packed, of what stands in <main> and of the styles and links around.
OF_MAIN, OF_FRAME = 4 / 9, 3 / 8
FAST = 1
MAIN, END = b"<main", b"</main>"
KIND = re.compile(r"[\w-]+/(?:([\w-]+)/(.*))?index\.html")
NUMBERED = re.compile(r"(?:\d+/)*")
FOR_PHONES = re.compile(r"-(?:400|800)\.[a-z]+")
HEAD = {
    "ja": ("ページの種類", "数", "最大（gzip）", "枠のみ", "最大のページ"),
    "en": ("pages", "number", "largest (gzip)", "frame", "which"),
}
NEAR_WORDS = {"ja": "（上限に近い）", "en": " (near the limit)"}
OVER_WORDS = {"ja": "（上限を超えている）", "en": " (over the limit)"}
LIMITS = {"ja": "上限", "en": "limit"}
PHOTOS = {
    "ja": "写真: 携帯用のファイル{}個、最大 {:,} バイト（上限 {:,}）",
    "en": "photos: {} files for phones, the largest {:,} bytes (limit {:,})",
}


class Weight(NamedTuple):
    """The pages of one kind: how many, and of the one with most HTML what it weighs, alone and without its text.

    Units: bytes, packed.
    """

    kind: str
    pages: int
    page: int
    frame: int
    path: str


class Weights(NamedTuple):
    """What a finished folder weighs: its pages, and the bytes of each photo in the forms for phones."""

    pages: tuple[Weight, ...]
    photos: tuple[int, ...]


def packed(data: bytes, level: int = 9) -> int:
    """Return how many bytes go over the line."""
    return len(zlib.compress(data, level, wbits=31))


def frame_of(data: bytes) -> bytes:
    """Return a page without what stands in its <main>."""
    start, end = data.find(MAIN), data.rfind(END)
    return data[: data.index(b">", start) + 1] + data[end:] if 0 <= start < end else data


def look_at_weight(look: Look, data: bytes) -> None:
    """Tell of a page that is too heavy; most are light enough by their length alone, and are not packed for it."""
    start, end = data.find(MAIN), data.rfind(END)
    if not 0 <= start < end:
        return
    main, frame = (end - start) * OF_MAIN, (len(data) - (end - start)) * OF_FRAME
    if main + frame > PAGE:
        _hold(look, "page-weight", data, PAGE)
    if frame > FRAME:
        _hold(look, "page-frame", frame_of(data), FRAME)


def _hold(look: Look, rule: str, data: bytes, limit: int) -> None:
    if packed(data, FAST) > limit and (found := packed(data)) > limit:
        look.tell(rule, 1, found=f"{found:,}", limit=f"{limit:,}")


def weights_of(folder: Path, paths: Iterable[str]) -> Weights:
    """Return what some files of a finished folder weigh; of each kind of page one is packed, the longest as written."""
    kinds: dict[str, list[tuple[int, str]]] = {}
    photos = []
    for path in paths:
        if path.endswith(".html"):
            kinds.setdefault(_kind(path), []).append((os.stat(f"{folder}/{path}").st_size, path))
        elif path.startswith("media/") and FOR_PHONES.search(path):
            photos.append(os.stat(f"{folder}/{path}").st_size)
    rows = (_weight(folder, kind, max(pages), len(pages)) for kind, pages in sorted(kinds.items()))
    return Weights(tuple(rows), tuple(photos))


def weight_lines(weights: Weights, lang: str) -> Iterator[str]:
    """Yield the table of what a finished folder weighs, in Japanese or English."""
    rows = [(w.kind, f"{w.pages:,}", f"{w.page:,}", f"{w.frame:,}", w.path + _mark(w, lang)) for w in weights.pages]
    rows = [HEAD[lang], *rows, (LIMITS[lang], "", f"{PAGE:,}", f"{FRAME:,}", "")]
    wide = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    for kind, *numbers, path in rows:
        cells = [" " * (width - _columns(number)) + number for number, width in zip(numbers, wide[1:4], strict=True)]
        yield "  ".join([kind + " " * (wide[0] - _columns(kind)), *cells, path]).rstrip()
    if weights.photos:
        yield PHOTOS[lang].format(len(weights.photos), max(weights.photos), PHOTO)


def _mark(weight: Weight, lang: str) -> str:
    if weight.page > PAGE or weight.frame > FRAME:
        return OVER_WORDS[lang]
    return NEAR_WORDS[lang] if weight.page > NEAR else ""


def _kind(path: str) -> str:
    """Return what kind of page stands at an address, "news" or "news/…"; page 2 of a list is one of its kind."""
    found = KIND.fullmatch(path)
    if not found:
        return path
    folder, below = found.groups()
    if not folder:
        return "/"
    return f"{folder}/…" if NUMBERED.sub("", below or "") else folder


def _weight(folder: Path, kind: str, largest: tuple[int, str], pages: int) -> Weight:
    data = (folder / largest[1]).read_bytes()
    return Weight(kind, pages, packed(data), packed(frame_of(data)), largest[1])


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) + sum(char > "\u2e80" or char in "（）：" for char in text)
