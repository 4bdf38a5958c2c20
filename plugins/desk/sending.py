"""What a form of the desk sends: the item as it shall be, its files as text, the state, the choices of a clash."""

from typing import Any

from plugins.desk.forms import Sent, items_of, read_form
from plugins.desk.manuscripts import NEW_FILE, Draft, Files, Manuscript, read_draft, with_draft
from plugins.editing import NotRewritten, from_bytes, to_bytes
from plugins.editing.layout import Place

TEXT = "t."  # before the name of a file that is written as text
STATES = {"draft": "draft", "publish": ""}


def files_sent(base: Manuscript, sent: Sent) -> Files:
    """Return the files of an item as a form wants them, whether it shows fields or text.

    Raises: NotRewritten.
    """
    if any(f"{TEXT}{name}" in sent for name in base.files):
        return texts_sent(base, sent)
    return with_draft(base, read_form(base, sent, read_draft(base)))


def items_sent(base: Manuscript, sent: Sent) -> dict[str, list[str]]:
    """Return which items of the form the records of each list are written from."""
    try:
        return items_of(base, sent, read_draft(base))
    except NotRewritten:
        return {}


def texts_sent(base: Manuscript, sent: Sent) -> dict[str, bytes]:
    """Return the files as they were typed; one whose lines ended in several ways gets line feeds.

    Raises: NotRewritten, where a file is not UTF-8.
    """
    files = dict(base.files)
    for name, new in texts_typed(sent).items():
        data = base.files.get(name, b"")
        try:
            text, written = from_bytes(data)
        except NotRewritten:
            text, written = _decoded(data).replace("\r\n", "\n").replace("\r", "\n"), NEW_FILE
        files[name] = data if new == text else to_bytes(new, written)
    return files


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise NotRewritten from None


def texts_typed(sent: Any) -> dict[str, str]:
    """Return the files that a form shows as text, as they were typed."""
    names = (name for name in sent if name.startswith(TEXT))
    return {name.removeprefix(TEXT): sent.get(name).replace("\r\n", "\n") for name in names}


def typed_into(manuscript: Manuscript, sent: Sent) -> Draft:
    """Return what was typed, whatever it was made of."""
    try:
        return read_form(manuscript, sent, read_draft(manuscript))
    except NotRewritten:
        return Draft({}, {}, {})


def with_state(kind: str, draft: Draft, sent: Sent) -> Draft:
    """Return a post in the state that the pressed button gives it; any other button leaves it as it is."""
    state = STATES.get(sent.get("do"))
    if kind != "news" or state is None:
        return draft
    facts = {key: value for key, value in draft.facts.items() if key != "status"}
    return draft._replace(facts=facts | ({"status": state} if state else {}))


def yielding_of(sent: Sent) -> list[Place] | None:
    """Return the places at which somebody has chosen the other text; none where nobody has chosen yet."""
    if "mark" not in sent:
        return None
    chosen = [place for place in sent.getlist("clash") if sent.get(f"choose.{place}") == "theirs"]
    return [tuple(int(part) if part.isdecimal() else part for part in place.split("/")) for place in chosen]


def pairs_of(sent: Any) -> list[tuple[str, str]]:
    """Return what a form sends as it is kept until somebody saves: its pairs without the pressed button."""
    return [(name, text) for name, texts in sent.lists() for text in texts if name not in ("do", "mark")]
