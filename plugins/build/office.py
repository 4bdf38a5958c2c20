"""The content and the site in memory, as the pages of the desk ask for them."""

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.build.configuration import build_moment
from plugins.build.deadlines import listed_deadlines, told_deadlines
from plugins.build.ids import new_id
from plugins.build.ledgers import replace_file
from plugins.build.lock import Locked
from plugins.build.new import free_slug
from plugins.build.office_addresses import address_of
from plugins.build.office_files import ContentFiles
from plugins.build.office_names import names_for
from plugins.build.office_outside import Outside
from plugins.build.office_words import say
from plugins.build.one_item import item_at, languages_in
from plugins.build.parity import parity_of_item
from plugins.build.photos import clean_picture
from plugins.build.settings import BuildSettings
from plugins.build.translated import written_items
from plugins.build.translations import Refused as NothingToCompare
from plugins.build.translations import lacking, note_comparison
from plugins.build.words import reason_of
from plugins.desk.manuscripts import Files, Manuscript
from plugins.desk.workplace import Begun, Due, Found, Refused
from plugins.fixing import fixes_of
from plugins.model.text import Lang
from plugins.preview.resident import NotNow
from plugins.preview.serving import Preview
from plugins.problems import severity_of
from plugins.reading.places import TABLES
from plugins.scaffolding import NewPost, files_of, slug_of


class Office:
    """The content of one site, on this machine: what the desk asks of it."""

    def __init__(self, settings: BuildSettings, preview: Preview, faulty: set[str] | None = None) -> None:
        """Shape: `faulty` are items as they are typed that stop the site; no other item waits for them."""
        self._settings, self._preview = settings, preview
        self._faulty = set() if faulty is None else faulty
        self._files = ContentFiles(settings, preview)
        self.folders, self.manuscript, self.write = self._files.folders, self._files.manuscript, self._files.write
        self.outside = Outside(settings, preview, self._files)

    def speaking(self, lang: str) -> "Office":
        """Return the same office, which says everything in a language."""
        return Office(replace(self._settings, lang=lang, now=self.now()), self._preview, self._faulty)

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages of the site."""
        return languages_in(self._settings.content)

    def now(self) -> datetime:
        """Return the time in Japan."""
        return build_moment()

    def tokens(self) -> str:
        """Return the colours, sizes and fonts of the site's theme."""
        return (self._settings.theme / "tokens.css").read_text(encoding="utf-8")

    def begin(self, begun: Begun) -> str:
        """Make the folder of a new post; return its name.

        Raises: Refused.
        """
        titles = {lang: " ".join(begun.titles.get(lang, "").split()) for lang in self.langs}
        if not any(titles.values()):
            raise Refused(self._say("no-title"))
        try:
            day = date.fromisoformat(begun.day)
        except ValueError:
            raise Refused(self._say("no-day")) from None
        content = self._settings.content
        site = item_at(content, self._path(TABLES, "site.yml"), self.langs)
        latin = titles.get("en") or next(filter(None, titles.values()))
        slug = free_slug(content / "news", day, slug_of(latin, begun.kind))
        own = new_id(site.value.id if site and site.value else "", self._path("news", f"{day}-{slug}"), ())
        post = NewPost(begun.kind, day, slug, own, titles)
        field, _, key = begun.story.partition(" ")
        if key and field in ("dispute", "campaign") and key in self.folders(f"{field}s"):
            post = post._replace(**{field: key})
        files = {path.rpartition("/")[2]: text.encode() for path, text in files_of(post, self._settings.lang).items()}
        empty = Manuscript("news", self._path("news", f"{day}-{slug}"), self.langs, {})
        self.write(empty, files)
        return f"{day}-{slug}"

    def prove(self, manuscript: Manuscript, files: Files | None) -> Found:
        """Show an item as it is typed; return what is wrong with it.

        Raises: Refused.
        """
        try:
            for path in self._faulty - {manuscript.path}:
                self._preview.prove(path, None)
            self._faulty.clear()
            outcome = self._preview.prove(manuscript.path, files)
        except NotNow as reason:
            raise Refused(reason_of(reason.fault, self._settings)) from None
        if outcome.is_stopped and files is not None:
            self._faulty.add(manuscript.path)
        own = [p for p in outcome.problems if p.path == manuscript.path or p.path.startswith(f"{manuscript.path}/")]
        if files is not None and not outcome.is_stopped:
            own += parity_of_item(self._settings, manuscript.path, files)
        errors = [p for p in outcome.problems if severity_of(p, outcome.severities) == "error"]
        elsewhere = sorted({problem.path for problem in errors if problem not in own})
        return Found(tuple(sorted(own)), outcome.severities, outcome.is_stopped, tuple(elsewhere))

    def mended(self, manuscript: Manuscript, files: Files, found: Found) -> Files:
        """Return the files of an item with every problem mended that has one right answer; the same where none has."""
        place = manuscript.path.rpartition("/")[0] if manuscript.kind == TABLES else manuscript.path
        texts = {f"{place}/{name}": data for name, data in files.items()}
        for problem in reversed(found.problems):  # from below: a line that is mended moves none above it
            texts |= fixes_of(problem, texts) or {}
        return {path.rpartition("/")[2]: data for path, data in texts.items()}

    def address(self, manuscript: Manuscript, files: Files, lang: Lang) -> str:
        """Return the address of its page in the preview, or of the home page where it has none."""
        return f"{self._preview.address.rstrip('/')}{address_of(manuscript, files, lang)}"

    def names(self, named: str, manuscript: Manuscript) -> list[tuple[str, str]]:
        """Return (key, words) of everything that a field can name."""
        return list(names_for(self._files, named, manuscript, self._settings.lang))

    def photo(self, manuscript: Manuscript, name: str, data: bytes) -> tuple[str, str]:
        """Put a photograph without its traces beside a text; return its file's name and what was removed.

        Raises: Refused.
        """
        stem, _, ending = name.lower().replace("\\", "/").rpartition("/")[2].rpartition(".")
        stem = "-".join(re.findall(r"[a-z0-9]+", stem))[:40].strip("-") or "photo"
        ending = "".join(re.findall(r"[a-z0-9]+", ending))[:5]
        with TemporaryDirectory() as spare:  # a picture is read from its file, strip by strip
            file = Path(spare) / f"{stem}.{ending}"
            file.write_bytes(data)
            said = clean_picture(str(file), data)
        if said.is_fault:
            raise Refused(said.line(self._settings.lang))
        folder = self._settings.content.parent / manuscript.path
        if manuscript.kind == TABLES or not folder.is_dir():
            raise Refused(self._say("changed"))
        taken = {file.name for file in folder.iterdir()}
        names = (f"{stem}{number}.{ending}" for number in ("", *(f"-{n}" for n in range(2, 999))))
        free = next(one for one in names if one not in taken)
        with self._files.alone():
            replace_file(folder / free, said.data or data)
        return free, said.line(self._settings.lang)

    def pictures(self, manuscript: Manuscript) -> list[str]:
        """Return the names of the pictures beside a text, sorted."""
        return self._files.pictures(manuscript)

    def delete(self, manuscript: Manuscript, name: str) -> None:
        """Delete a picture beside a text.

        Raises: Refused.
        """
        self._files.delete(manuscript, name)

    def lacking(self) -> list[tuple[Lang, list[tuple[str, list[str]]]]]:
        """Return for each language the texts that it lacks, most read-worthy first: the path, and why in words."""
        settings = replace(self._settings, now=self.now())
        return list(lacking(settings, list(written_items(settings.content)), self.langs))

    def compared(self, manuscript: Manuscript) -> None:
        """Note that somebody has compared the languages of an item.

        Raises: Refused.
        """
        try:
            with self._preview.resting():
                note_comparison(self._settings, manuscript.path)
        except NothingToCompare as refused:
            raise Refused(str(refused)) from None
        except (Locked, OSError) as fault:
            raise Refused(reason_of(fault, self._settings)) from None

    def deadlines(self) -> list[Due] | None:
        """Return what is to be done by when; none where the site's own record cannot be read."""
        settings = replace(self._settings, now=self.now())
        found = listed_deadlines(settings)
        if found is None:
            return None
        listing, records = found
        return [Due(told.part, told.day, told.left, told.said.name, told.said.about, told.said.why, told.said.do,
                    told.place.rpartition(":")[0])
                for told in told_deadlines(listing, records.origins, settings)]  # fmt: skip

    def _path(self, kind: str, name: str) -> str:
        return f"{self._settings.content.name}/{kind}/{name}"

    def _say(self, name: str, **values: object) -> str:
        return say(name, self._settings.lang, **values)
