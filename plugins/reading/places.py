"""How files and folders of `content/` are named."""

import os
import re

from plugins.model.dates import parse_day

# folder below content/ -> the record's file; None = the words alone make the item
RECORD_FILES = {
    "news": None,
    "pages": None,
    "disputes": "dispute.yml",
    "campaigns": "campaign.yml",
    "events": "event.yml",
    "surveys": "survey.yml",
    "reports": "report.yml",
    "explainers": "explainer.yml",
}
TABLES = "data"
DATED = frozenset({"news", "events"})
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DEVICE = re.compile(r"(?:con|nul|aux|prn|com[0-9]|lpt[0-9])")  # no folder on Windows can have such a name
DATED_FOLDER = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-(.+)")
ASSETS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".pdf", ".csv"})
# Pictures that no browser shows or that may hold anything, and documents that only their own program opens.
OTHER_PICTURES = frozenset([
    ".ai", ".arw", ".avif", ".bmp", ".cr2", ".cr3", ".dng", ".eps", ".gif", ".heic", ".heif", ".ico", ".jfif", ".jxl",
    ".nef", ".orf", ".psd", ".raf", ".raw", ".rw2", ".svg", ".svgz", ".tif", ".tiff",
])  # fmt: skip
OTHER_DOCUMENTS = frozenset([
    ".doc", ".docm", ".docx", ".dot", ".dotx", ".hwp", ".jtd", ".jtdc", ".key", ".numbers", ".odg", ".odp", ".ods",
    ".odt", ".pages", ".ppt", ".pptm", ".pptx", ".rtf", ".xls", ".xlsm", ".xlsx", ".xps",
])  # fmt: skip
# What desktops and editors leave beside files; "en.md.txt" is none of it, since a writer may mean it as content.
LEFTOVER = re.compile(r"\..*|~\$.*|#.*#|.*~|.*\.(?:swp|swo|tmp|bak|orig)|thumbs\.db|desktop\.ini", re.IGNORECASE)
# "ja.md.bak", ".ja.md", "ja.md~", "ja.bak": a text that somebody put aside; not what an open editor keeps for itself.
SET_ASIDE = re.compile(
    r"[.~]?(?:(post|[a-z]{2,3}(?:-[a-z]+)?)\.md|(post|[a-z]{2})(?=~|\.(?:bak|orig|tmp)))(?:~|\.(?:bak|orig|tmp|~?[0-9]+))*",
    re.IGNORECASE,
)
# A day that is in every calendar, and a slug: nearly all folders, told at one glance.
PLAIN_DATED = re.compile(
    "((?!0000)[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31))"
    f"-(?!{DEVICE.pattern}$)({SLUG.pattern})"
)


def parse_folder_name(kind: str, name: str) -> tuple[str, str] | None:
    """Return (day, slug), or none if the folder is not named as its kind asks."""
    day = ""
    if kind in DATED:
        found = DATED_FOLDER.fullmatch(name)
        if not found:
            return None
        day, name = found[1], found[2]
        try:
            parse_day(day)
        except ValueError:
            return None
    return (day, name) if SLUG.fullmatch(name) and not DEVICE.fullmatch(name) else None


def refused_kind(name: str) -> str:
    """Return the rule that a file of this name breaks because of its kind; empty if there is none of its own."""
    ending = os.path.splitext(name)[1].lower()
    if ending in OTHER_PICTURES:
        return "picture-type"
    return "document-type" if ending in OTHER_DOCUMENTS else ""


def put_aside(name: str) -> str:
    """Return the name of the text that a leftover was before somebody put it aside; empty if it was none."""
    found = SET_ASIDE.fullmatch(name)
    return f"{found[1] or found[2]}.md" if found else ""


def is_expected(name: str, kind: str) -> bool | None:
    """Whether a file of this name belongs into an item's folder, none for what editors leave there.

    Which languages exist is checked later.
    """
    if LEFTOVER.fullmatch(name):
        return None
    ending = os.path.splitext(name)[1]
    return ending == ".md" or ending.lower() in ASSETS or name == RECORD_FILES[kind]
