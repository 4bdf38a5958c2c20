"""One item on the desk: opened, typed, saved, thrown away."""

import secrets
from typing import Any
from urllib.parse import quote

from werkzeug.datastructures import MultiDict

from plugins.desk.forms import Sent, fits, read_form
from plugins.desk.manuscripts import Draft, Manuscript, read_draft, with_draft
from plugins.desk.moving import moved
from plugins.desk.opened import Done, Opened, place_of, unused_of
from plugins.desk.places import told_of
from plugins.desk.saving import Saving, saving
from plugins.desk.sending import (
    files_sent,
    items_sent,
    pairs_of,
    texts_sent,
    texts_typed,
    typed_into,
    with_state,
    yielding_of,
)
from plugins.desk.unsaved import Keeper, Unsaved
from plugins.desk.weighing import stops, weighed, without_new
from plugins.desk.words import said
from plugins.desk.workplace import Refused, Workplace
from plugins.editing import NotRewritten


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
        page = page._replace(unused=tuple(unused_of(self._workplace.pictures(now), page)))
        self._unsaved.remember(base.mark, base.files)
        try:
            draft = read_draft(base)
            if not fits(base, draft):
                return page._replace(is_text=True)
            if kept:
                page = page._replace(items=items_sent(base, MultiDict(kept.pairs)))
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
            found = weighed(self._workplace.prove(page.base, None if is_saved else files), page.base, files)
        except (NotRewritten, Refused):
            return page
        found = without_new(found) if page.is_new else found
        told = told_of(found.problems, page.base._replace(files=files), found.severities, lang, page.items)
        is_mendable = self._workplace.mended(page.base, files, found) != files
        return page._replace(found=tuple(told), is_mendable=is_mendable, elsewhere=found.elsewhere)

    def mend(self, page: Opened, sent: Sent) -> Done:
        """Keep what is typed with all mended that has one right answer, for whoever types to look at and to save."""
        base = self._base(page, sent)
        if base is None:
            return Done(page, notice="base-gone")
        try:
            files = files_sent(base, sent)
            new = self._workplace.mended(base, files, self._workplace.prove(base, files))
        except (NotRewritten, Refused) as fault:
            return Done(page, notice=str(fault) or "faulty")
        if page.is_text:
            return Done(page._replace(manuscript=page.manuscript._replace(files=new)), notice="mended")
        draft = read_draft(base._replace(files=new))
        if not fits(base, draft):
            return Done(page._replace(manuscript=page.manuscript._replace(files=new), is_text=True), notice="mended")
        return Done(page._replace(draft=draft, base=base, items=items_sent(base, sent)), notice="mended")

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
        page = page._replace(unused=tuple(unused_of(self._workplace.pictures(page.manuscript), page)))
        return Done(self.looked_at(self._as_typed(page, base, sent), lang), notice=notice)

    def _as_typed(self, page: Opened, base: Manuscript, sent: MultiDict[str, str]) -> Opened:
        """Keep what is typed, and show it."""
        self._keep(page, base, sent)
        draft = read_form(base, sent, read_draft(base))
        return page._replace(draft=draft, base=base, items=items_sent(base, sent), is_text=False)

    def typed(self, page: Opened, sent: Sent, lang: str) -> dict[str, Any]:
        """Keep what is typed, show it in the preview, and say what is wrong with it."""
        base = self._base(page, sent)
        if base is None:
            return {"notice": said("base-gone", lang)}
        now = self._workplace.now()
        at = f"{now:%Y-%m-%d %H:%M}"
        self._unsaved.put(Unsaved(page.place, page.window, at, base.files, pairs_of(sent)))
        try:
            files = files_sent(base, sent)
            found = weighed(self._workplace.prove(base, files or None), base, files)
        except (NotRewritten, Refused) as fault:
            return {"notice": str(fault) or said("faulty", lang), "kept": said("kept", lang, at=f"{now:%H:%M}")}
        if page.is_new and "tried" not in sent:
            found = without_new(found)
        others = any(kept.window != page.window for kept in page.unsaved)
        items = items_sent(base, sent)
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
        yielding = yielding_of(sent)
        try:
            now = page.manuscript
            if page.is_text:
                return self._save_text(page, sent)
            wanted = with_state(now.kind, read_form(base, sent, read_draft(base)), sent)
            done = saving(now, base, wanted, yielding)
        except NotRewritten:
            self._keep(page, base, sent)
            return Done(page._replace(draft=typed_into(base, sent), sent=texts_typed(sent)), notice="cannot-write")
        page = page._replace(draft=done.draft if not done.clashes else wanted)
        # Once merged, a record of the form is no longer known by the name that the form gave it.
        page = page._replace(items={} if done.is_merged else items_sent(base, sent))
        if done.clashes and (yielding is None or sent.get("mark") != now.mark):
            self._keep(page, base, sent)
            return Done(page, notice="clash", clashes=done.clashes)
        return self._written(page, base, sent, lang, done)

    def _written(self, page: Opened, base: Manuscript, sent: Sent, lang: str, done: Saving) -> Done:
        """Write what nothing stands in the way of, unless it would stop the next build."""
        now = page.manuscript
        try:
            found = weighed(self._workplace.prove(now, done.files), now, done.files)
            if stops(found):
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
        self._unsaved.put(Unsaved(page.place, page.window, at, base.files, pairs_of(sent)))

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
        return Done(page._replace(draft=typed_into(page.manuscript, sent), sent=texts_typed(sent)), notice="base-gone")

    def _save_text(self, page: Opened, sent: Sent) -> Done:
        self._workplace.write(page.manuscript, texts_sent(page.manuscript, sent))
        self._unsaved.drop(page.place, page.window)
        return Done(page, to=f"/edit/{page.place}?notice=saved&of={page.window}")
