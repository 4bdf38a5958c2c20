"""What a picture's file tells of who took it, where and with what."""

import warnings
from collections.abc import Iterator

from plugins.pictures.pixels import BROKEN
from plugins.pictures.segments import BEHIND, Part, parts_of
from plugins.problems.traces import PLACE

# What a decoder needs, or what says nothing of anybody.
PLAIN_JPEG = frozenset(["APP0", "APP14", "SOS"])
PLAIN_PNG = frozenset(
    ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "sBIT", "bKGD", "hIST", "cICP",
     "acTL", "fcTL", "fdAT"]
)  # fmt: skip
PLAIN_WEBP = frozenset(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"])
EXIF_TAGS = {
    "camera": (0x010F, 0x0110, 0xA432, 0xA433, 0xA434),
    "serial": (0xA420, 0xA431, 0xA435, 0xC62F),
    "program": (0x000B, 0x0131, 0x013C),
    "date": (0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292),
    "name": (0x013B, 0x8298, 0x9C9D, 0xA430),
    "words": (0x010D, 0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F),
    "maker": (0x927C,),
    "xmp": (0x02BC,),
    "iptc": (0x83BB, 0x8649),
}
# Size, resolution, which way up, where the other tables lie: nothing of anybody.
SILENT_TAGS = frozenset(
    [0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0112, 0x0115, 0x011A, 0x011B, 0x011C, 0x0128, 0x0211, 0x0212, 0x0213,
     0x8769, 0x8825, 0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0xA005]
)  # fmt: skip
PHOTO_TABLE, PLACE_TABLE, SECOND_TABLE = 0x8769, 0x8825, -1  # as Pillow numbers them
MEANING = {tag: trace for trace, tags in EXIF_TAGS.items() for tag in tags}
PLACE_WORDS = (b"GPS", b"photoshop:City", b"photoshop:State", b"Iptc4xmpCore:Location", b"LocationCreated")


def traces_of(data: bytes) -> frozenset[str]:
    """Return the keys of everything that a picture's file tells besides the picture."""
    return frozenset(trace for part in parts_of(data) for trace in _traces_in(part))


def _traces_in(part: Part) -> Iterator[str]:
    name, data = part
    if name == BEHIND:
        yield "behind"
    elif name == "APP1" and data[:6] == b"Exif\0\0":
        yield from exif_traces(data[6:])
    elif name in ("eXIf", "EXIF"):
        yield from exif_traces(data.removeprefix(b"Exif\0\0"))
    elif (name == "APP1" and b"ns.adobe.com/x" in data[:40]) or name == "XMP " or b"XML:com.adobe.xmp" in data[:20]:
        yield "xmp"
        yield from [PLACE] * any(word in data for word in PLACE_WORDS)
    elif name == "APP13":
        yield "iptc"
        yield from [PLACE] * any(bytes([0x1C, 2, number]) in data for number in (90, 92, 95, 101))
    elif name == "APP2" and data[:4] == b"MPF\0":
        yield "second"
    elif name in ("iCCP", "ICCP") or (name == "APP2" and data[:11] == b"ICC_PROFILE"):
        yield "profile"
    elif name in ("COM", "tEXt", "zTXt", "iTXt"):
        yield "words"
    elif name == "tIME":
        yield "date"
    elif name == "APP0" and data[:5] in (b"JFXX\0", b"JFIF\0"):
        yield from ["thumbnail"] * (data[:5] == b"JFXX\0" or (len(data) > 14 and all(data[12:14])))
    elif not _is_plain(name):
        yield "maker"


def _is_plain(name: str) -> bool:
    is_table = len(name) == 2  # a JPEG's tables and frames, by the number of their marker
    return is_table or name in PLAIN_JPEG or name in PLAIN_PNG or name in PLAIN_WEBP


def exif_traces(data: bytes) -> Iterator[str]:
    """Yield what EXIF data tell; what cannot be read is told as such."""
    from PIL import Image  # most builds look at no picture

    exif = Image.Exif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of data that end too early
            exif.load(data)
            tags = {*exif, *exif.get_ifd(PHOTO_TABLE)} - SILENT_TAGS
            place, second = exif.get_ifd(PLACE_TABLE), exif.get_ifd(SECOND_TABLE)
    except BROKEN:
        yield "unknown"
        return
    yield from {MEANING.get(tag, "settings") for tag in tags}
    if place.keys() - {0}:  # the version of the table alone says nothing
        yield PLACE
    if second:
        yield "thumbnail"
