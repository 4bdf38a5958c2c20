"""The running text of an item as entries of a PO file, and a running text made of what came back."""

from collections.abc import Mapping, Sequence

from plugins.translations.blocks import Block, are_alike, blocks_of
from plugins.translations.po import BODY, Entry, Fault, Translated


def body_entries(source: str, line: int, path: str, target: str, old: str) -> list[Entry]:
    """Return an entry for each block of a text, in order, with its translation where that is sure.

    Shape: `line` is that of the source's first character in its file; where the translation cannot be divided like its
    source, all of it is the note of the first entry, below the words `old`.
    """
    blocks, others = _told(source, line), _told(target, 1)
    are_sure = bool(others) and are_alike(blocks, others)
    note = "" if are_sure or not others else f"{old}\n{target.strip()}"
    entries = []
    for number, block in enumerate(blocks):
        same = block.text if block.is_same else ""
        entries.append(
            Entry(f"{BODY}{number + 1}", block.text, others[number].text if are_sure else same, path, block.line,
                  note if number == 0 else "", block.is_same)
        )  # fmt: skip
    return entries


def body_with(target: str, entries: Sequence[Entry], given: Sequence[Translated]) -> tuple[str | None, list[Fault]]:
    """Return the running text with the translations that came back, none where they change nothing.

    Shape: a text that is there already keeps every byte between its blocks and each block that came back as it was.
    Problems: a fault of kind "untranslated" for each block that has no translation, once any has a new one.
    """
    now = {entry.context: entry for entry in entries if entry.context.startswith(BODY)}
    mine = [entry for entry in given if entry.context.startswith(BODY)]
    known = {context: entry.target for context, entry in now.items()}
    if not any(entry.target and entry.target != known.get(entry.context) for entry in mine):
        return None, []
    blocks, tail = blocks_of(target, 1)
    told = [block for block in blocks if not block.is_note]
    is_divided = [entry.context for entry in mine] == [*now] and [block.text for block in told] == [*known.values()]
    if is_divided:
        new = {entry.context: entry.target or known[entry.context] for entry in mine}
        return _spliced(blocks, tail, [new[context] for context in now]), []
    missing = [entry for entry in mine if not entry.target and not _is_same(entry, now)]
    faults = [Fault("untranslated", entry.line, (("context", entry.context),)) for entry in missing]
    return "\n\n".join((entry.target or entry.source).strip("\n") for entry in mine) + "\n", faults


def _is_same(entry: Translated, now: Mapping[str, Entry]) -> bool:
    known = now.get(entry.context)
    return known is not None and known.is_same and known.source == entry.source


def _told(text: str, line: int) -> tuple[Block, ...]:
    return tuple(block for block in blocks_of(text, line)[0] if not block.is_note)


def _spliced(blocks: Sequence[Block], tail: str, texts: Sequence[str]) -> str:
    rest = iter(texts)
    return "".join(block.gap + (block.text if block.is_note else next(rest)) for block in blocks) + tail
