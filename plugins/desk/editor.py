"""One item on the desk: opened, typed, saved, thrown away."""

import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from werkzeug.datastructures import MultiDict

from plugins.desk.fields import shapes_of
from plugins.desk.forms import Sent, fits, items_of, read_form
from plugins.desk.manuscripts import EASY, NEW_FILE, Draft, Files, Manuscript, name_of, read_draft, with_draft
from plugins.desk.moving import moved
from plugins.desk.places import Told, told_of
from plugins.desk.saving import saving
from plugins.desk.unsaved import Keeper, Unsaved
from plugins.desk.words import said
from plugins.desk.workplace import Found, Refused, Workplace
from plugins.editing import Clash, NotRewritten, from_bytes, to_bytes
from plugins.editing.layout import Place
from plugins.problems import severity_of
from plugins.reading.places import TABLES

TEXT = "t."  # before the name of a file that is written as text
STATES = {"draft": "draft", "publish": ""}
KEPT_BACK = frozenset(("draft", "review"))  # states of a post that nobody sees yet
LATER = {"no-text": "warning"}  # what a post may still lack until it goes out
ONLY_NEW = frozenset(("record-missing", "missing-field"))  # what says of something new that it is new


class Opened(NamedTuple):
    """An item as its form shows it.

    Shape: `base` is what the form was made of; `draft` what it shows, which may be text that was not saved.
    """

    manuscript: Manuscript
    base: Manuscript
    draft: Draft
    window: str
    found: tuple[Told, ...] = ()
    unsaved: tuple[Unsaved, ...] = ()  # of any window, before this one is shown
    is_text: bool = False
    sent: Mapping[str, str] = {}  # the files as somebody typed them
    items: Mapping[str, list[str]] = {}  # by which the records of each list are known in the form
    is_mendable: bool = False  # something that is wrong has one right answer
    elsewhere: tuple[str, ...] = ()  # paths of other files that stop the site
    unused: tuple[str, ...] = ()  # pictures beside the text that nothing names
    previews: Mapping[str, str] = {}

    @property
    def place(self) -> str:
        """Where the item is, as in the addresses of the desk: "news/2026-05-01-strike", "data/contacts/desk"."""
        return place_of(self.manuscript)

    @property
    def shapes(self) -> tuple[type, ...]:
        """What each text says, then the facts."""
        return shapes_of(self.manuscript.kind, self.manuscript.table)

    @property
    def note(self) -> str:
        """What the references of its fields are noted under."""
        return self.manuscript.table or self.manuscript.kind

    @property
    def texts(self) -> tuple[str, ...]:
        """The languages of its running texts."""
        if self.manuscript.kind == TABLES:
            return ()
        return (*self.manuscript.langs, *([EASY] if EASY in self.draft.bodies else []))

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        if self.manuscript.kind != TABLES:
            return not self.manuscript.files
        try:
            return not read_draft(self.manuscript).facts
        except NotRewritten:
            return False

    @property
    def state(self) -> str:
        """How far it has come; empty where it is public."""
        return str(self.draft.facts.get("status", "")) if self.manuscript.kind == "news" else ""

    @property
    def saved_state(self) -> str:
        """How far it has come on the disk, whatever is typed."""
        if self.manuscript.kind != "news":
            return ""
        try:
            return str(read_draft(self.manuscript).facts.get("status", ""))
        except NotRewritten:
            return ""

    @property
    def plain(self) -> dict[str, str]:
        """Each file as text, where no form can show it; with what was typed, if that is known."""
        return dict(self.sent) or {
            name: data.decode("utf-8", "replace") for name, data in self.manuscript.files.items()
        }

    def name(self, lang: str) -> str:
        """Return what it is called."""
        return name_of(self.manuscript, self.draft, lang)

    def item(self, name: str, number: int) -> str:
        """Return by what a record of a list is known in the form."""
        known = self.items.get(name, [])
        return known[number] if number < len(known) else str(number)

    def is_marked(self, prefix: str, fields: list[str]) -> bool:
        """Say whether something is wrong in one of some fields."""
        return any(told.field.startswith(f"{prefix}{field}") for told in self.found for field in fields)

    def is_wrong(self, *names: str) -> bool:
        """Say whether one of some fields has to be mended before the item can be saved."""
        return any(told.severity == "error" and told.field and told.field in names for told in self.found)

    def told(self, name: str) -> list[Told]:
        """Return what is wrong with a field of the form."""
        return [told for told in self.found if told.field == name]


class Done(NamedTuple):
    """What came of saving: where to go on, or why not."""

    page: Opened
    to: str = ""
    notice: str = ""
    clashes: tuple[Clash, ...] = ()


def place_of(manuscript: Manuscript) -> str:
    """Return where an item is, as in the addresses of the desk."""
    name = manuscript.table or manuscript.path.rpartition("/")[2]
    return f"{manuscript.kind}/{name}" + (f"/{manuscript.key}" if manuscript.key else "")


class Editor:
    """What the forms of the desk do."""

    def __init__(self, workplace: Workplace, unsaved: Keeper) -> None:
        self._workplace, self._unsaved = workplace, unsaved

    def open(self, kind: str, name: str, key: str, window: str = "") -> Opened | None:
        """Return an item with what is on the disk, or with what a window has typed; none where there is none."""
        now = self._workplace.manuscript(kind, name, key)
        if now is None:
            return None
        kept = self._unsaved.get(place_of(now), window) if window else None
        base = now._replace(files=kept.base) if kept else now
        page = Opened(now, base, Draft({}, {}, {}), window or secrets.token_hex(8))
        page = page._replace(unsaved=tuple(self._unsaved.of(page.place)))
        page = page._replace(unused=tuple(_unused(self._workplace.pictures(now), page)))
        self._unsaved.remember(base.mark, base.files)
        try:
            draft = read_draft(base)
            if not fits(base, draft):
                return page._replace(is_text=True)
            if kept:
                page = page._replace(items=_items(base, MultiDict(kept.pairs)))
                draft = read_form(base, MultiDict(kept.pairs), draft)
        except NotRewritten:
            return page._replace(is_text=True)
        previews = {lang: self._workplace.address(now, base.files, lang) for lang in now.langs}
        return page._replace(draft=draft, previews=previews)

    def looked_at(self, page: Opened, lang: str) -> Opened:
        """Return an item with what is wrong with it, and show it in the preview."""
        try:
            files = with_draft(page.base, page.draft) if not page.is_text else page.base.files
            is_saved = files == page.manuscript.files and not page.state  # then the site shows it as it is
            found = _weighed(self._workplace.prove(page.base, None if is_saved else files), page.base, files)
        except (NotRewritten, Refused):
            return page
        found = _without_new(found) if page.is_new else found
        told = told_of(found.problems, page.base._replace(files=files), found.severities, lang, page.items)
        is_mendable = self._workplace.mended(page.base, files, found) != files
        return page._replace(found=tuple(told), is_mendable=is_mendable, elsewhere=found.elsewhere)

    def mend(self, page: Opened, sent: Sent) -> Done:
        """Keep what is typed with all mended that has one right answer, for whoever types to look at and to save."""
        base = self._base(page, sent)
        if base is None:
            return Done(page, notice="base-gone")
        try:
            files = self._files(base, sent)
            new = self._workplace.mended(base, files, self._workplace.prove(base, files))
        except (NotRewritten, Refused) as fault:
            return Done(page, notice=str(fault) or "faulty")
        if page.is_text:
            return Done(page._replace(manuscript=page.manuscript._replace(files=new)), notice="mended")
        draft = read_draft(base._replace(files=new))
        if not fits(base, draft):
            return Done(page._replace(manuscript=page.manuscript._replace(files=new), is_text=True), notice="mended")
        return Done(page._replace(draft=draft, base=base, items=_items(base, sent)), notice="mended")

    def move(self, page: Opened, sent: MultiDict[str, str], lang: str) -> Done:
        """Keep what is typed with one record of a list a place further up or down, for whoever types to save."""
        base = self._base(page, sent)
        if base is None:
            return self._base_gone(page, sent)
        sent = moved(sent, sent.get("do", ""))
        return Done(self.looked_at(self._as_typed(page, base, sent), lang), notice="moved")

    def delete(self, page: Opened, sent: MultiDict[str, str], lang: str) -> Done:
        """Delete a picture that nothing names, and keep what is typed; one that is in use by now stays."""
        name, notice = sent.get("do", "").partition(".")[2], "file-deleted"
        base = self._base(page, sent)
        if base is None:
            return self._base_gone(page, sent)
        try:
            if name in page.unused:
                self._workplace.delete(page.manuscript, name)
        except Refused as refused:
            notice = str(refused)
        page = page._replace(unused=tuple(_unused(self._workplace.pictures(page.manuscript), page)))
        return Done(self.looked_at(self._as_typed(page, base, sent), lang), notice=notice)

    def _as_typed(self, page: Opened, base: Manuscript, sent: MultiDict[str, str]) -> Opened:
        """Keep what is typed, and show it."""
        self._keep(page, base, sent)
        draft = read_form(base, sent, read_draft(base))
        return page._replace(draft=draft, base=base, items=_items(base, sent), is_text=False)

    def typed(self, page: Opened, sent: Sent, lang: str) -> dict[str, Any]:
        """Keep what is typed, show it in the preview, and say what is wrong with it."""
        base = self._base(page, sent)
        if base is None:
            return {"notice": said("base-gone", lang)}
        now = self._workplace.now()
        at = f"{now:%Y-%m-%d %H:%M}"
        self._unsaved.put(Unsaved(page.place, page.window, at, base.files, _pairs(sent)))
        try:
            files = self._files(base, sent)
            found = _weighed(self._workplace.prove(base, files or None), base, files)
        except (NotRewritten, Refused) as fault:
            return {"notice": str(fault) or said("faulty", lang), "kept": said("kept", lang, at=f"{now:%H:%M}")}
        if page.is_new and "tried" not in sent:
            found = _without_new(found)
        others = any(kept.window != page.window for kept in page.unsaved)
        items = _items(base, sent)
        told = [
            one._asdict() for one in told_of(found.problems, base._replace(files=files), found.severities, lang, items)
        ]
        previews = {code: self._workplace.address(base, files, code) for code in base.langs}
        return {
            "kept": said("kept", lang, at=f"{now:%H:%M}"), "told": told, "previews": previews,
            "others": said("other-window", lang) if others else "", "window": page.window,
        }  # fmt: skip

    def save(self, page: Opened, sent: Sent, lang: str = "ja") -> Done:
        """Write what is typed; where it cannot be, keep it and say why."""
        base = self._base(page, sent)
        if base is None:
            return self._base_gone(page, sent)
        yielding = _yielding(sent)
        try:
            now = page.manuscript
            if page.is_text:
                return self._save_text(page, sent)
            wanted = _with_state(page, read_form(base, sent, read_draft(base)), sent)
            done = saving(now, base, wanted, yielding)
        except NotRewritten:
            self._keep(page, base, sent)
            return Done(page._replace(draft=_typed_into(base, sent), sent=_sent_texts(sent)), notice="cannot-write")
        page = page._replace(draft=done.draft if not done.clashes else wanted)
        page = page._replace(items={} if done.is_merged else _items(base, sent))  # merged, no two are known by one name
        if done.clashes and (yielding is None or sent.get("mark") != now.mark):
            self._keep(page, base, sent)
            return Done(page, notice="clash", clashes=done.clashes)
        try:
            found = _weighed(self._workplace.prove(now, done.files), now, done.files)
            if _stops(found):
                self._keep(page, base, sent)
                told = told_of(found.problems, now._replace(files=done.files), found.severities, lang, page.items)
                return Done(page._replace(found=tuple(told)), notice="not-saved")
            self._workplace.write(now, done.files)
        except Refused as refused:
            self._keep(page, base, sent)
            return Done(page, notice=str(refused))
        self._unsaved.drop(page.place, page.window)
        found = self._workplace.prove(now, None)
        if sent.get("compared"):
            try:
                self._workplace.compared(now)
            except Refused as refused:
                return Done(page, to=f"/edit/{page.place}?notice={quote(str(refused))}&of={page.window}")
        notice = "published-now" if sent.get("do") == "publish" else "merged" if done.is_merged else "saved"
        notice = "saved-stops" if found.is_stopped else notice
        place = place_of(now._replace(key=done.key or now.key))  # it may stand elsewhere in its list by now
        return Done(page, to=f"/edit/{place}?notice={notice}&of={page.window}")

    def throw_away(self, page: Opened) -> None:
        """Forget what a window has typed, and show the item as it is saved."""
        self._unsaved.drop(page.place, page.window)
        self._workplace.prove(page.manuscript, None)

    def photo(self, page: Opened, name: str, data: bytes, lang: str) -> tuple[str, str]:
        """Put a photograph beside the text; return the name of its file and what was removed.

        Raises: Refused.
        """
        if page.is_new:
            raise Refused(said("photo-later", lang))
        return self._workplace.photo(page.manuscript, name, data)

    def _keep(self, page: Opened, base: Manuscript, sent: Sent) -> None:
        at = f"{self._workplace.now():%Y-%m-%d %H:%M}"
        self._unsaved.put(Unsaved(page.place, page.window, at, base.files, _pairs(sent)))

    def _base(self, page: Opened, sent: Sent) -> Manuscript | None:
        """Return what a form was made of: as it is on the disk, or as it was when this window began to type."""
        kept = self._unsaved.get(page.place, page.window) if page.window else None
        mark = sent.get("base") or ""
        for files in (page.manuscript.files, kept and kept.base, self._unsaved.remembered(mark)):
            base = page.manuscript._replace(files=files or {})
            if files is not None and mark == base.mark:
                return base
        return None

    def _base_gone(self, page: Opened, sent: Sent) -> Done:
        """Show what was typed on top of what is there now: nobody knows what it was made of."""
        self._keep(page, page.manuscript, sent)
        return Done(page._replace(draft=_typed_into(page.manuscript, sent), sent=_sent_texts(sent)), notice="base-gone")

    def _files(self, base: Manuscript, sent: Sent) -> Files:
        if any(f"{TEXT}{name}" in sent for name in base.files):
            return _texts(base, sent)
        return with_draft(base, read_form(base, sent, read_draft(base)))

    def _save_text(self, page: Opened, sent: Sent) -> Done:
        self._workplace.write(page.manuscript, _texts(page.manuscript, sent))
        self._unsaved.drop(page.place, page.window)
        return Done(page, to=f"/edit/{page.place}?notice=saved&of={page.window}")


def _items(base: Manuscript, sent: Sent) -> dict[str, list[str]]:
    """Return which items of the form the records of each list are written from."""
    try:
        return items_of(base, sent, read_draft(base))
    except NotRewritten:
        return {}


def _stops(found: Found) -> bool:
    """Say whether the item itself would stop the next build."""
    return any(severity_of(problem, found.severities) == "error" for problem in found.problems)


def _weighed(found: Found, manuscript: Manuscript, files: Files) -> Found:
    """Return what is wrong with an item as it weighs as long as nobody sees it."""
    try:
        state = read_draft(manuscript._replace(files=files)).facts.get("status") if manuscript.kind == "news" else ""
    except NotRewritten:
        return found
    return found._replace(severities={**found.severities, **LATER}) if state in KEPT_BACK else found


def _without_new(found: Found) -> Found:
    return found._replace(problems=tuple(problem for problem in found.problems if problem.rule not in ONLY_NEW))


def _unused(pictures: list[str], page: Opened) -> list[str]:
    """Return the pictures that no text names, saved or typed in any window."""
    forms = [page.manuscript.files, *(kept.base for kept in page.unsaved)]
    texts = [data.decode("utf-8", "replace") for files in forms for data in files.values()]
    texts += [text for kept in page.unsaved for _, text in kept.pairs]
    return [name for name in pictures if not any(name in text or quote(name) in text for text in texts)]


def _texts(base: Manuscript, sent: Sent) -> dict[str, bytes]:
    """Return the files as they were typed; one whose lines ended in several ways gets line feeds.

    Raises: NotRewritten, where a file is not UTF-8.
    """
    files = dict(base.files)
    for name, new in _sent_texts(sent).items():
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


def _sent_texts(sent: Any) -> dict[str, str]:
    """Return the files that a form shows as text, as they were typed."""
    names = (name for name in sent if name.startswith(TEXT))
    return {name.removeprefix(TEXT): sent.get(name).replace("\r\n", "\n") for name in names}


def _typed_into(manuscript: Manuscript, sent: Sent) -> Draft:
    """Return what was typed, whatever it was made of."""
    try:
        return read_form(manuscript, sent, read_draft(manuscript))
    except NotRewritten:
        return Draft({}, {}, {})


def _with_state(page: Opened, draft: Draft, sent: Sent) -> Draft:
    """Return a post in the state that the pressed button gives it; any other button leaves it as it is."""
    state = STATES.get(sent.get("do"))
    if page.manuscript.kind != "news" or state is None:
        return draft
    facts = {key: value for key, value in draft.facts.items() if key != "status"}
    return draft._replace(facts=facts | ({"status": state} if state else {}))


def _yielding(sent: Sent) -> list[Place] | None:
    """Return the places at which somebody has chosen the other text; none where nobody has chosen yet."""
    if "mark" not in sent:
        return None
    chosen = [place for place in sent.getlist("clash") if sent.get(f"choose.{place}") == "theirs"]
    return [tuple(int(part) if part.isdecimal() else part for part in place.split("/")) for place in chosen]


def _pairs(sent: Any) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in sent.lists() for text in texts if name not in ("do", "mark")]
