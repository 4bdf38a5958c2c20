"""Files in other encodings, and what a feed's readers would stumble over."""

from tests.hostile.case import NEEDLE, POST, refused, safe, text, warned

WHOLE = f"---\nid: case2222\ntitle: 題名です\nsummary: 要約です。\n---\n\n日本語の本文です。{NEEDLE}\n"


def body(words: str) -> dict[str, str]:
    """Return a post with some words in a text that is otherwise harmless."""
    return text(f"本文です。{words}続きです。")


ENCODING = (
    *(
        refused(f"a post in {name}", {POST: WHOLE.encode(name)}, "other-encoding")
        for name in ("cp932", "shift_jis", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be")
    ),
    refused(
        "a record in Shift_JIS",
        {"content/data/terms.yml": "strike:\n  term: {ja: ストライキ, en: Strike}\n".encode("cp932")},
        "content/data/terms.yml:2 other-encoding",
    ),
    refused(
        "the site's facts in UTF-16",
        {"content/data/site.yml": "name: {ja: 名, en: N}\n".encode("utf-16")},
        "content/data/site.yml:1 other-encoding",
    ),
    refused("UTF-32", {POST: WHOLE.encode("utf-32")}, "1"),
    refused(
        "Latin letters of another code",
        {POST: WHOLE.encode().replace(b"\n---\n\n", b"\n---\n\nCaf\xe9 ")},
        "7 not-utf8",
    ),
    refused("half a letter", {POST: WHOLE.encode() + "文".encode()[:2]}, "8 not-utf8"),
    refused("two encodings in one file", {POST: WHOLE.encode() + "追記です".encode("cp932")}, "8"),
    refused(
        "a ZIP under a text's name", {POST: b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xff\xfe\x80" * 9}, "1"
    ),
    refused("a picture under a text's name", {POST: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4}, "1"),
    refused("zeros", {POST: bytes(4096)}, "1"),
    refused("a zero in a title", {POST: WHOLE.replace("題名", "題\x00名")}, "3 control-character"),
    refused("a control character in a title", {POST: WHOLE.replace("題名", "題\x0b名")}, "3 control-character"),
    refused(
        "a control character by an escape", {POST: WHOLE.replace("題名です", '"題\\x08名"')}, "3 control-character"
    ),
    refused("an escape of a terminal", body("\x1b[31m"), "7 control-character"),
    refused("a backspace", body("\x08"), "7 control-character"),
    refused("a form feed", body("\x0c"), "7 control-character"),
    refused("a noncharacter", body("\uffff"), "7 control-character"),
    refused("half a pair by an escape", {POST: WHOLE.replace("題名です", '"\\uD800x"')}, "3"),
    refused("a surrogate in bytes", {POST: WHOLE.encode() + b"\xed\xa0\x80"}, "8"),
    refused("an overlong slash", {POST: WHOLE.encode() + b"\xc0\xaf"}, "8"),
    refused("an empty file", {POST: b""}, "1 empty-file"),
    refused("a file of spaces", {POST: " \n\n \n"}, "1 empty-file"),
    refused("a byte order mark alone", {POST: b"\xef\xbb\xbf"}, "1 empty-file"),
    safe(
        "two byte order marks",
        {POST: b"\xef\xbb\xbf\xef\xbb\xbf" + WHOLE.replace("summary", "status: draft\nsummary").encode()},
    ),
    warned("a replacement character", body("\ufffd"), "7 replacement-character", needles=()),
    warned("letters of a wrong conversion", body("譁�蟄�"), "7 replacement-character", needles=()),
)

FEED = (
    refused("a control character in a title", {POST: WHOLE.replace("題名", "題\x01名")}, "3 control-character"),
    safe("the end of a CDATA", text("本文 ]]> <b>x</b> ]]&gt;"), "<script"),
    safe("an entity that XML does not know", text("本文&nbsp;&eacute;&hearts;続き"), "<script"),
    safe(
        "a name of an entity in a title",
        {POST: WHOLE.replace("題名です", "'&lt;b&gt; &amp; &nbsp;'")},
        "<title><b>",
        "<h1><b>",
    ),
    refused("an id of two posts", {POST: WHOLE.replace("case2222", "strike22")}, "id-twice"),
    refused("an id in capitals", {POST: WHOLE.replace("case2222", "CASE2222")}, "2 id-form"),
    safe("a number of a control character", text("本文&#0;&#1;&#x1b;&#xFFFE;続き"), "&#1;", "&#x1b;"),
    safe("a document type", text('本文\n\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;'), "<!ENTITY"),
)
