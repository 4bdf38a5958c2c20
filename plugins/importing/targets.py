"""Where links and pictures of an old text lead on the new site."""

import re
from collections.abc import Callable, Mapping
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.importing.arrangement import Item
from plugins.importing.entries import Attached, Entry, Report
from plugins.importing.slugs import file_name
from plugins.model.old_site import old_address
from plugins.model.text import Lang

_SCHEMES = ("http", "https", "mailto", "tel")
_SIZE = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled|rotated)(?=\.\w+$)")  # of the smaller copies that WordPress makes
_UPLOADS = re.compile(r"/wp-content/uploads/", re.IGNORECASE)
OTHER_FILES = (
    ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".mp3", ".mp4", ".mov", ".m4a", ".txt", ".odt",
    ".gif", ".svg", ".heic", ".bmp", ".avif",
)  # fmt: skip
PICTURES = (".jpg", ".png", ".webp")
WORDS = {"ja": "写真（説明はまだありません）", "en": "Photograph (not described yet)"}  # in the language of the text

# Takes an address of a file, as a path below the uploads or the folder; gives its name beside the text, or the key
# of what was wrong with it behind a colon: ":file-missing".
Copy = Callable[[str], str]


class OldSite(NamedTuple):
    """What stood where.

    Shape: `at[old address]` and `numbers[number]` are the item and language; `attached[url]` of files.
    """

    url: str
    at: Mapping[str, tuple[Item, Lang]]
    numbers: Mapping[str, tuple[Item, Lang]]
    attached: Mapping[str, Attached]


class Targets:
    """The links and pictures of one text; what becomes of each is reported."""

    def __init__(self, site: OldSite, entry: Entry, lang: Lang, copy: Copy, report: Report) -> None:
        self.site, self.entry, self.lang, self.copy, self.report = site, entry, lang, copy, report
        self.photos: dict[str, str] = {}  # name beside the text -> what it shows

    def link(self, written: str) -> str:
        """Return the address for a link; empty where only its words are kept."""
        address = written.strip()
        split = _split(address)
        if address.startswith("#") or split is None or (split.scheme or "https") not in _SCHEMES:
            self.report.note("link-dropped", self.entry.place, address)
            return ""
        if split.scheme in ("mailto", "tel"):
            return address
        if not self._is_ours(split.netloc):
            return address if split.scheme else f"https:{address}"
        if path := self.file_at(address):
            return self._file(address, path)
        return self._page(address, split.path, split.query)

    def _page(self, address: str, path: str, query: str) -> str:
        numbers = [n for key in ("p", "page_id") for n in parse_qs(query).get(key, ())]
        found = self.site.numbers.get(numbers[0]) if numbers else self.site.at.get(old_address(self._rooted(path)))
        if found:
            if found[0].is_public:
                return f"/{found[0].address}/"
            self.report.note("link-held", self.entry.place, address)
            return ""
        if not path.strip("/") and not query:
            return "/"
        self.report.note("link-unknown", self.entry.place, address)
        return address if "://" in address else f"{self.site.url}{self._rooted(path)}" if self.site.url else ""

    def _file(self, address: str, path: str) -> str:
        name = self.copy(path) if file_name(path) else ":file-kind"
        if not name.startswith(":"):
            if name.endswith(PICTURES):
                self.photos.setdefault(name, WORDS.get(self.lang, WORDS["en"]))
            return name
        self.report.note(name[1:], self._whole(address), self.entry.place)
        whole = self._whole(address)
        return whole if whole.startswith("http") else ""

    def picture(self, written: str, alt: str, caption: str) -> str:
        """Return a picture in Markdown, or a note for the writers where it is not there."""
        name, words = self.photo(written, alt or caption)
        if not name:
            safe = re.sub(r"-(?=-)|[<>]|-$", "", f"{self._whole(written)} {alt}".strip())
            return f"<!-- picture: {safe} -->" if not written.startswith("data:") else ""
        said = f' "{_quoted(caption)}"' if caption and caption != words else ""
        return f"![{_bracketed(words)}]({name}{said})"

    def photo(self, written: str, alt: str) -> tuple[str, str]:
        """Return the name of a picture beside the text, empty if there is none, and what it shows."""
        split, path = _split(written), self.file_at(written)
        if split is None or not path or (split.netloc and not self._is_ours(split.netloc)):
            self.report.note("picture-outside", self.entry.place, written[:200])
            return "", ""
        name = self.copy(path) if file_name(path).endswith(PICTURES) else ":picture-kind"
        if name.startswith(":"):
            self.report.note(name[1:], self._whole(written), self.entry.place)
            return "", ""
        known = self.site.attached.get(_bare(self._whole(written))) or self.site.attached.get(_bare(path))
        words = " ".join((alt or (known.alt or known.caption if known else "")).split())
        if not words:
            self.report.note("picture-undescribed", self._whole(written), self.entry.place)
        words = words or self.photos.get(name) or WORDS.get(self.lang, WORDS["en"])
        self.photos[name] = words
        return name, words

    def file_at(self, address: str) -> str:
        """Return the path of a file below the uploads, or below the folder of texts on disk; empty for a page."""
        split = _split(address)
        if split is None:
            return ""
        path = unquote(split.path, errors="replace")
        if found := _UPLOADS.search(path):
            return path[found.end() :]
        is_file = bool(file_name(path)) or path.lower().endswith(OTHER_FILES)
        if self.entry.is_html or not is_file or split.netloc:
            return ""
        return self._rooted(path)

    def _rooted(self, path: str) -> str:
        """Return a path from the root of the old site."""
        return path if path.startswith("/") or self.entry.is_html else normpath(f"/{self.entry.folder}/{path}")

    def _whole(self, address: str) -> str:
        if address.startswith("//"):
            return f"https:{address}"
        return f"{self.site.url}{address}" if address.startswith("/") else address

    def _is_ours(self, host: str) -> bool:
        return not host or _host(host) == _host(urlsplit(self.site.url).netloc)


def without_size(path: str) -> str:
    """Return the path of the picture of which WordPress made a smaller copy."""
    return _SIZE.sub("", path)


def _bare(address: str) -> str:
    return without_size(address.partition("://")[2] or address)


def by_address(attached: Mapping[str, Attached]) -> dict[str, Attached]:
    """Return the files of an export by what their addresses have in common with those in texts."""
    return {_bare(one.url): one for one in attached.values()}


def _split(address: str):  # type: ignore[no-untyped-def]  # urllib's own tuple
    try:
        return urlsplit(address.strip())
    except ValueError:
        return None


def _host(netloc: str) -> str:
    return netloc.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")


def _bracketed(words: str) -> str:
    return re.sub(r"([\\`*_{}\[\]])", r"\\\1", words).replace("<", "&lt;")


def _quoted(words: str) -> str:
    return _bracketed(words).replace('"', "&quot;")
