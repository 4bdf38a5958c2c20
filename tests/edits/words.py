"""Edits of words, headers and records."""

import re

from tests.edits.desk import Desk, set_field, text_of

SPOKEN = re.compile(r"\b(?:en|ja): (?P<words>[^\n,{}\[\]]+)")
DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
VALUES: dict[str, tuple[str, ...]] = {  # what a post's header may get; an empty text takes the line out
    "id": ("", "fresh222"),
    "title": ("One title", '"賃上げ：2026"', "{ja: 題, en: A title}"),
    "summary": ("In short", "{ja: 要約, en: In short}"),
    "kind": ("strike", "news", "rally", "statement", ""),
    "status": ("draft", "withdrawn", "withdrawn_notice", "published", ""),
    "date": ("2026-11-02 10:30", "2026-11-09", "2026-11-22 12:20", "2025-12-31", ""),
    "embargo_until": ("2026-11-22 12:30", "2026-11-23", "2026-11-01", ""),
    "modified": ("2026-11-20", "2026-11-21 09:00", ""),
    "corrections": ("[{date: 2026-11-20, text: {ja: 訂正, en: Mended}}]", ""),
    "prefectures": ("[tokyo, osaka]", "[tokyo]", ""),
    "quotes": (
        "[{text: {ja: 発言, en: Said}, role: {ja: 員, en: Member}, speaker: {ja: 名, en: N}, consent: 2026-11-22}]",
        "[{text: {ja: 発言, en: Said}, role: {ja: 員, en: Member}, consent: no}]",
        "",
    ),
    "photos": ("[{file: placard.png, alt: {ja: 写真, en: Photo}, people: 2026-11-22}]", ""),
    "translation": ("machine_checked", "full", ""),
}
RECORDS = {"dispute": "disputes", "campaign": "campaigns", "event": "events", "survey": "surveys"}
TABLES = {"tags": "tags", "organisations": "organisations", "sources": "sources", "contact": "contacts"}
LINKS = (
    "/news/", "/glossary/", "/glossary/#strike", "/disputes/", "/events/", "/tags/wages/", "/organisations/hikari/",
    "/campaigns/", "/disputes/kasai-2026/", "/news/2026/strike/", "/news/2026/refused/", "/nowhere/", "/about/",
)  # fmt: skip


def body(desk: Desk) -> str:
    path = desk.one("content/*/*/*.md")
    words = desk.pick(
        (desk.word, f"[{desk.word}]({desk.pick(LINKS)})", f"## {desk.word}", "{sessions}", "<b>x</b>", "090-1234-5678")
    )
    path.write_bytes(f"{text_of(path)}\n\n{words}\n".encode())
    return f"{path.parent.name}/{path.name} {words}"


def header(desk: Desk) -> str:
    path, (name, values) = desk.one("content/news/*/*.md"), desk.pick(sorted(VALUES.items()))
    return set_field(path, name, desk.pick(values))


def reference(desk: Desk) -> str:
    """Name another record in a header, or none."""
    path, name = desk.one("content/news/*/*.md"), desk.pick(sorted({**RECORDS, **TABLES, "action": ""}))
    if name in RECORDS:
        value = desk.pick(("", *(p.name for p in sorted(desk.site.root.glob(f"content/{RECORDS[name]}/*")))))
    else:
        table = desk.site.root / f"content/data/{TABLES.get(name, 'actions')}.yml"
        keys = re.findall(r"^(?:  - id: )?([\w-]+)(?::\n|\n)", text_of(table), re.MULTILINE) if table.exists() else []
        value = desk.pick(("", *keys))
        if value and name not in {"contact", "action"}:
            value = f"[{', '.join(dict.fromkeys((value, desk.pick(keys))))}]"
    return set_field(path, name, value)


PAGE_FIELDS = {"contacts": "contacts", "actions": "actions", "organisation": "organisations"}


def page_header(desk: Desk) -> str:
    """Name other records in the header of a fixed page, or none; or the day on which it was checked."""
    path, name = desk.one("content/pages/*/*.md"), desk.pick((*PAGE_FIELDS, "checked"))
    if path is None:
        return ""
    if name == "checked":
        return set_field(path, name, desk.pick(("", "2026-11", "2026-11-01")))
    table = desk.site.root / f"content/data/{PAGE_FIELDS[name]}.yml"
    keys = re.findall(r"^(?:  - id: )?([\w-]+)(?::\n|\n)", text_of(table), re.MULTILINE) if table.exists() else []
    value = desk.pick(("", *keys))
    return set_field(path, name, value if name == "organisation" or not value else f"[{value}, {desk.pick(keys)}]")


ACCOUNT = (
    "    transfer: {account_name: {ja: 口座}, account_name_kana: ミホン, yucho_symbol: '10010', yucho_number: '%d1'}\n"
)


def account(desk: Desk) -> str:
    """Give an action an account, another one, or take it away."""
    path = desk.site.root / "content/data/actions.yml"
    if not path.exists():
        return ""
    before = text_of(path)
    bare = re.sub(r"^    transfer: .*\n", "", before, flags=re.MULTILINE)
    ids = re.findall(r"^  - id: .*\n", bare, re.MULTILINE)
    first = desk.pick(ids)
    after = bare if first is None or desk.pick((True, False)) else bare.replace(first, first + ACCOUNT % desk.count, 1)
    path.write_bytes(after.encode())
    return "actions.yml" if after != before else ""


def record_words(desk: Desk) -> str:
    path = desk.one("content/*/*.yml") if desk.pick((0, 1)) else desk.one("content/*/*/*.yml")
    text = text_of(path)
    if not (found := desk.pick(SPOKEN.finditer(text))):
        return ""
    end = found.end("words") - (found["words"][-1] in "\"'")
    path.write_bytes(f"{text[:end]}{desk.word}{text[end:]}".encode())
    return f"{path.name} …{found['words'][-20:]}"


def record_day(desk: Desk) -> str:
    path = desk.one("content/*/*.yml") if desk.pick((0, 1)) else desk.one("content/*/*/*.yml")
    text = text_of(path)
    if path.name == "figures.yml" or not (found := desk.pick(DAY.finditer(text))):
        return ""
    day = desk.pick(("2026-11-21", "2026-11-22", "2026-11-23", "2026-10-20", "2026-12-13"))
    path.write_bytes((text[: found.start()] + day + text[found.end() :]).encode())
    return f"{path.parent.name}/{path.name} {found[0]} -> {day}"


def consent(desk: Desk) -> str:
    """Have somebody agree, or no longer."""
    path = desk.site.root / "content/data/contacts.yml"
    text = text_of(path) if path.exists() else ""
    if not (found := desk.pick(re.finditer(r"consent: .*", text))):
        return ""
    said = f"consent: {desk.pick(('office', 'no', '2026-11-22', '2026-12-02'))}"
    path.write_bytes((text[: found.start()] + said + text[found.end() :]).encode())
    return f"{found[0]} -> {said}"


def record_part(desk: Desk) -> str:
    """Take a part out of a record: a key with all below it, an entry of a list."""
    path = desk.one("content/*/*.yml") if desk.pick((0, 1)) else desk.one("content/*/*/*.yml")
    text = text_of(path)
    parts = list(re.finditer(r"^(  - |)[\w{].*\n(?:(?(1)    |[ -]).*\n)*", text, re.MULTILINE))
    if not (part := desk.pick(parts)) or len(parts) < 2:
        return ""
    path.write_bytes((text[: part.start()] + text[part.end() :]).encode())
    return f"{path.parent.name}/{path.name} without {part[0].splitlines()[0]}"


def site_words(desk: Desk) -> str:
    """Change the name or the line below it, which stand on every page."""
    path = desk.site.root / "content/data/site.yml"
    text = text_of(path) if path.exists() else ""
    if not (found := desk.pick(re.finditer(r"^(?:name|tagline): \{ja: [^,}]+", text, re.MULTILINE))):
        return ""
    path.write_bytes(f"{text[: found.end()]}{desk.count}{text[found.end() :]}".encode())
    return found[0]
