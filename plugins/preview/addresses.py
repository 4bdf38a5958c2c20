"""From an address to the file of the site that answers it."""

from urllib.parse import quote, unquote

INDEX = "index.html"
LOST = "404.html"


def file_of(target: str) -> str | None:
    """Return the file that an address names, "ja/news/index.html"; none where no file can have that name."""
    path = unquote(target.partition("?")[0])
    if not path.startswith("/") or "\\" in path or "\0" in path:
        return None
    *folders, name = path[1:].split("/")
    if any(part in {"", ".", ".."} for part in folders) or name in {".", ".."}:
        return None
    return "/".join([*folders, name or INDEX])


def folder_page(file: str) -> str:
    """Return the file that would answer if `file` were a folder."""
    return f"{file}/{INDEX}"


def address_of(file: str) -> str:
    """Return the address, below the root, at which a file is shown."""
    return quote("/" + (file.removesuffix(INDEX) if file.endswith(f"/{INDEX}") else file))


def quoted(file: str) -> str:
    """Return a file's name without blanks and other signs that would end it."""
    return quote(file)
