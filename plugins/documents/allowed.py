"""What may stand in a PDF that is published: one list, by which the look tells and the cleaning removes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.documents.photographs import clean_photograph

# Names that may stand nowhere -> what they tell of.
NAMES = {
    "/Metadata": "xmp", "/PieceInfo": "private", "/LastModified": "date", "/Thumb": "thumbnail", "/EF": "attachment",
    "/EmbeddedFiles": "attachment", "/AF": "attachment", "/Collection": "attachment", "/JavaScript": "script",
    "/JS": "script", "/OpenAction": "action", "/AA": "action", "/AcroForm": "form", "/XFA": "form",
    "/RichMediaContent": "attachment", "/RichMediaSettings": "attachment", "/OCProperties": "layers", "/VP": "place",
    "/GPTS": "place", "/OutputIntents": "profile",
}  # fmt: skip
PAGE = frozenset(
    ["/Type", "/Parent", "/Kids", "/Count", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox",
     "/Contents", "/Rotate", "/Group", "/Annots", "/StructParents", "/Tabs", "/UserUnit"]
)  # fmt: skip
# Kind of an object -> the only names that may stand in it.
OF_KINDS = {
    "/Catalog": frozenset(
        ["/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences",
         "/PageLayout", "/PageMode", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/Lang"]
    ),
    "/Page": PAGE,
    "/Pages": PAGE,
}  # fmt: skip
LINK = frozenset(
    ["/Type", "/Subtype", "/Rect", "/A", "/Dest", "/Border", "/BS", "/C", "/H", "/F", "/QuadPoints", "/StructParent",
     "/P"]
)  # fmt: skip
OF_ANNOTATIONS = {"/Widget": "form", "/FileAttachment": "attachment", "/RichMedia": "attachment"}
PLAIN_ACTIONS = frozenset(["/URI", "/GoTo"])  # to an address, to another page; all others run something
ACTIONS = frozenset(
    ["/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch", "/Movie", "/Named", "/Rendition",
     "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound", "/SubmitForm", "/Thread", "/Trans"]
)  # fmt: skip
ADDRESSES = ("https://", "http://", "mailto:", "tel:")
# Names below which words may stand -> a name that the same object must have, empty for none.
WORDS = {
    "/Lang": "", "/Alt": "", "/ActualText": "", "/E": "", "/Headers": "/O", "/FontFamily": "", "/CharSet": "",
    "/Panose": "", "/Registry": "/Ordering", "/Ordering": "/Registry", "/Title": "/Parent", "/ID": "/S", "/Names": "",
    "/Limits": "", "/Dest": "", "/D": "/S", "/URI": "/S", "/P": "", "/NS": "",
}  # fmt: skip


def strip(value: Any) -> Iterator[str]:
    """Take out of a dictionary or stream of a PDF what may not be published, and yield what each part told."""
    yield from _strip_names(value)
    for name in ("/A", "/PA"):
        if name in value and (told := _told_by_action(value[name])):
            del value[name]
            yield told
    if (kind := annotation(value)) and kind != "/Link":
        value.clear()
        yield OF_ANNOTATIONS.get(kind, "comments")
    if value.get("/Type") in ("/Filespec", "/F"):
        value.clear()
        yield "attachment"
    if "/Annots" in value:
        yield from _keep_links(value)
    if value.get("/S") in ACTIONS:  # one that another follows
        value.clear()
        yield "action"
    for name in [name for name in value if _holds_words(value[name]) and not _may_hold_words(value, name)]:
        del value[name]
        yield "words"
    if clean_photograph(value):
        yield "photo"


def annotation(value: Any) -> str:
    """Return the kind of an annotation, empty for anything else."""
    is_one = "/Subtype" in value and ("/Rect" in value or value.get("/Type") == "/Annot")
    return str(value["/Subtype"]) if is_one else ""


def _strip_names(value: Any) -> Iterator[str]:
    allowed = OF_KINDS.get(value.get("/Type"))
    for name in list(value):
        if name in NAMES or (allowed and name not in allowed):
            told = "link" if name == "/URI" else NAMES.get(name, "private")
            del value[name]
            yield told
    if value.get("/Type") == "/Catalog" and hasattr(value.get("/Names"), "get"):
        for name in [name for name in value["/Names"] if name != "/Dests"]:
            del value["/Names"][name]
            yield NAMES.get(name, "private")


def _told_by_action(action: Any) -> str:
    """Return what tells of an action that does more than leading to an address or a page; empty for a plain one."""
    if not hasattr(action, "get") or "/S" not in action:  # not an action: attributes have this name too
        return ""
    if action["/S"] not in PLAIN_ACTIONS or "/Next" in action:
        return "action"
    is_elsewhere = action["/S"] == "/URI" and not str(action.get("/URI", "")).lower().startswith(ADDRESSES)
    return "link" if is_elsewhere else ""


def _keep_links(page: Any) -> Iterator[str]:
    """Keep the annotations that lead somewhere; comments, forms and attachments go."""
    from pypdf.generic import ArrayObject, NameObject

    found = page["/Annots"]
    kept = []
    for note in found if isinstance(found, list) else ():
        values = note.get_object()
        kind = values.get("/Subtype") if hasattr(values, "get") else None
        if kind != "/Link":
            if values:  # one that has not been emptied already
                values.clear()
                yield OF_ANNOTATIONS.get(str(kind), "comments")
            continue
        kept.append(note)
        for name in [name for name in values if name not in LINK]:
            del values[name]
            yield "comments"
    if kept:
        page[NameObject("/Annots")] = ArrayObject(kept)
    elif found:
        del page["/Annots"]


def _holds_words(value: Any) -> bool:
    """Say whether something is words or a list with words; the colours of a palette are none."""
    from pypdf.generic import ArrayObject, ByteStringObject, TextStringObject

    waiting, left = [value], 100_000
    while waiting and left:
        value, left = waiting.pop().get_object(), left - 1
        if isinstance(value, TextStringObject | ByteStringObject):
            return True
        if isinstance(value, ArrayObject) and not (value and value[0] in ("/Indexed", "/I")):
            waiting += value
    return bool(waiting)


def _may_hold_words(value: Any, name: str) -> bool:
    if name == "/URI":
        return value.get("/S") == "/URI" and not _told_by_action(value)
    return name in WORDS and (not WORDS[name] or WORDS[name] in value)
