"""Pictures and documents of an old site, looked for in a folder of this machine and made clean; nothing is fetched."""

import unicodedata
from pathlib import Path

from plugins.importing import file_name, free_name, without_size

MOST_BYTES = 100_000_000
_UPLOADS = ("", "uploads", "wp-content/uploads", "html/wp-content/uploads")
_ROOTS = ("", "static", "content", "content/images", "assets", "content/static")  # of Hugo, Pelican, Jekyll


class Copies:
    """Where files of the old site lie on this machine, if anywhere."""

    def __init__(self, folder: Path | None, is_site: bool) -> None:
        self.folder = folder.resolve() if folder else None
        self.below = _ROOTS if is_site else _UPLOADS

    def beside(self) -> "Beside":
        """Return what takes the files of one item."""
        return Beside(self)

    def find(self, path: str) -> Path | None:
        """Return the file at a path of the old site; nothing outside of the folder, and no link."""
        if self.folder is None or "\0" in path or "\\" in path:
            return None
        for name in dict.fromkeys((without_size(path), path)):
            for form in ("NFC", "NFD"):  # macOS writes が as か and a mark of its own
                relative = unicodedata.normalize(form, name).lstrip("/")
                for below in self.below:
                    found = self.folder / below / relative
                    if _is_file(found) and found.resolve().is_relative_to(self.folder) and not found.is_symlink():
                        return found
        return None


class Beside:
    """The files that lie beside the texts of one item, clean."""

    def __init__(self, copies: Copies) -> None:
        self.copies = copies
        self.files: dict[str, bytes] = {}
        self.names: dict[Path, str] = {}

    def take(self, path: str) -> str:
        """Return the name beside the text of a file of the old site, or behind a colon why it has none."""
        kind = "file" if path.lower().endswith((".pdf", ".csv")) else "picture"
        found = self.copies.find(path)
        if found is None:
            return f":{kind}-missing"
        if found in self.names:
            return self.names[found]
        data = _cleaned(found)
        if data is None:
            return f":{kind}-unread"
        name = free_name(file_name(without_size(path)), self.files.__contains__)
        self.names[found], self.files[name] = name, data
        return name


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name longer than the system takes
        return False


def _cleaned(path: Path) -> bytes | None:
    """Return a file without what it tells besides; none where that cannot be."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None
    ending = path.suffix.lower()
    if data is None or ending == ".csv":
        return data
    if ending == ".pdf":
        from plugins.documents.cleaning import cleaned_document

        return cleaned_document(data).data
    from plugins.pictures.cleaning import cleaned_picture

    return cleaned_picture(str(path), data).data
