"""The photographs in a PDF, below whatever they are wrapped in, and what their files tell."""

from collections.abc import Iterator
from typing import Any

from plugins.pictures.segments import BEHIND, format_of, parts_of, without_metadata
from plugins.pictures.traces import traces_of

JPEG_FILTERS = ("/DCTDecode", "/DCT")
JPEG_2000 = "/JPXDecode"
PLAIN_BOXES = (b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jp2c")  # what draws; all others hold words or data of programs
CODES, COMMENT, TILE = 0xFF4F, 0xFF64, 0xFF90  # markers of JPEG 2000


def clean_photograph(stream: Any) -> bool:
    """Put a photograph without its metadata into a stream of a PDF; say whether there were any.

    Raises: one of `broken()` of plugins/documents/look.py.
    """
    filters = _listed(stream.get("/Filter"))
    if not hasattr(stream, "_data") or not filters or filters[-1] not in (*JPEG_FILTERS, JPEG_2000):
        return False
    data = _unwrapped(stream, filters)
    made = _bare_jpeg_2000(data) if filters[-1] == JPEG_2000 else _bare_jpeg(data)
    if made == data:
        return False
    _put(stream, made, filters[-1])
    return True


def _listed(value: Any) -> list[Any]:
    found = value.get_object() if hasattr(value, "get_object") else value
    return [one.get_object() for one in found] if isinstance(found, list) else [found] if found else []


def _unwrapped(stream: Any, filters: list[Any]) -> bytes:
    """Return the photograph as its camera or program wrote it."""
    from pypdf.filters import decode_stream_data
    from pypdf.generic import ArrayObject, NameObject, StreamObject

    if len(filters) == 1:
        return stream._data
    outer = StreamObject()
    outer._data = stream._data
    outer[NameObject("/Filter")] = ArrayObject(filters[:-1])
    if parameters := _listed(stream.get("/DecodeParms")):
        outer[NameObject("/DecodeParms")] = ArrayObject(parameters[: len(filters) - 1])
    return decode_stream_data(outer)


def _put(stream: Any, data: bytes, kind: Any) -> None:
    from pypdf.generic import NameObject

    parameters = _listed(stream.pop("/DecodeParms", None))
    if parameters and parameters[-1]:
        stream[NameObject("/DecodeParms")] = parameters[-1]
    stream[NameObject("/Filter")] = NameObject(kind)
    stream._data = data


def _bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG that tells nothing; the same bytes where it tells nothing already."""
    whole = data.rstrip(b"\0\r\n\t ")
    start = max(whole.find(b"\xff\xd8\xff"), 0)
    whole = whole[start:]
    if format_of(whole) != "jpg" or not (start or traces_of(whole)):
        return data
    behind = next((len(part.data) for part in parts_of(whole) if part.name == BEHIND), 0)
    return without_metadata(whole[: len(whole) - behind])


def _bare_jpeg_2000(data: bytes) -> bytes:
    """Return a JPEG 2000 file with the boxes and markers that draw it.

    Source: ISO/IEC 15444-1, annexes A and I.
    """
    if data[:2] == CODES.to_bytes(2, "big"):
        return _bare_codes(data)
    kept = [(name, box) for name, box in _boxes(data) if name in PLAIN_BOXES]
    made = (box[:8] + _bare_codes(box[8:]) if name == b"jp2c" else box for name, box in kept)
    return b"".join(len(box).to_bytes(4, "big") + box[4:] for box in made)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (name, box with a head of 8 bytes)."""
    at = 0
    while at + 8 <= len(data):
        size, head = int.from_bytes(data[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        end = at + size if size >= head else len(data)
        yield data[at + 4 : at + 8], data[at : at + 8] + data[at + head : end]
        at = end


def _bare_codes(data: bytes) -> bytes:
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and (marker := int.from_bytes(data[at : at + 2], "big")) != TILE:
        end = at + 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
        kept += [data[at:end]] * (marker != COMMENT)
        at = end
    return b"".join(kept) + data[at:]
