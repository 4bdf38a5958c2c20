"""The content and the site in memory, as the pages of the desk ask for them."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.build.clashes import open_clashes, settle
from plugins.build.configuration import build_moment
from plugins.build.deadlines import listed_deadlines, told_deadlines
from plugins.build.ids import new_id
from plugins.build.ledgers import replace_file
from plugins.build.lock import Locked
from plugins.build.new import free_slug
from plugins.build.office_names import names_for
from plugins.build.one_item import item_at, languages_in
from plugins.build.parity import parity_of_item
from plugins.build.photos import clean_picture
from plugins.build.settings import BuildSettings
from plugins.build.together import get, is_shared, send, state
from plugins.build.translated import written_items
from plugins.build.translations import Refused as NothingToCompare
from plugins.build.translations import lacking, note_comparison
from plugins.build.unfinished import content_lock
from plugins.build.words import reason_of
from plugins.desk.fields import TABLE_FORMS
from plugins.desk.manuscripts import Files, Manuscript, read_draft
from plugins.desk.workplace import Begun, Due, Found, Refused, Shared, Undecided
from plugins.editing import NotRewritten
from plugins.fixing import fixes_of
from plugins.model.ledger import LEDGER
from plugins.model.text import Lang
from plugins.model.urls import home_url, organisation_url, post_url_at, record_url
from plugins.preview.resident import NotNow
from plugins.preview.serving import Preview
from plugins.problems import severity_of
from plugins.reading.places import DATED, RECORD_FILES, TABLES, parse_folder_name
from plugins.scaffolding import NewPost, files_of, slug_of

PORT = 8100
PREVIEW_PORT = 8000
PATIENCE = 5.0  # seconds that a save waits for another command
MAX_NAME = 100  # signs of a folder's name; some systems take no more than 255 bytes
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp"))  # that a desk takes in
WORDS = {
    "ja": {
        "address": "執筆デスク: {address} （終わるときはCtrl-C）",
        "changed": "保存する前に、ほかで変わりました。もう一度保存を押します。",
        "no-title": "題を書きます。", "no-day": "日付は 2026-11-25 のように書きます。",
        "publish": "publishconf.py を読めません。「python3 run.py publish」を実行します。",
    },
    "en": {
        "address": "Writing desk: {address} (Ctrl-C ends it)",
        "changed": "The file changed while you saved. Press save again.",
        "no-title": "Write a headline.", "no-day": "Write the day like 2026-11-25.",
        "publish": 'publishconf.py cannot be read. Run "python3 run.py publish".',
    },
}  # fmt: skip


class Office:
    """The content of one site, on this machine: what the desk asks of it."""

    def __init__(self, settings: BuildSettings, preview: Preview) -> None:
        self._settings, self._preview = settings, preview
        self._faulty: set[str] = set()  # items as they are typed that stop the site; no other item waits for them

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

    def folders(self, kind: str) -> list[str]:
        """Return the folders of a kind, the newest first; other kinds by their names."""
        place = self._settings.content / kind
        names = [path.name for path in place.iterdir() if path.is_dir()] if place.is_dir() else []
        return sorted((name for name in names if parse_folder_name(kind, name)), reverse=kind in DATED)

    def manuscript(self, kind: str, name: str, key: str = "") -> Manuscript | None:
        """Return an item or a record as it is on the disk; one of a good name that is not there yet is empty."""
        content = self._settings.content
        if kind == TABLES:
            if name not in TABLE_FORMS:
                return None
            return self._read(content / TABLES / f"{name}.yml", kind, key)
        if kind not in RECORD_FILES or key or len(name) > MAX_NAME or not parse_folder_name(kind, name):
            return None
        folder = content / kind / name
        if kind in ("news", "pages") and not folder.is_dir():
            return None
        return self._read(folder, kind, "")

    def _read(self, place: Path, kind: str, key: str) -> Manuscript | None:
        content = self._settings.content
        if any(path.is_symlink() for path in (place, *place.parents[:3])):
            return None
        files = [place] if kind == TABLES else [*place.glob("*.md"), *place.glob("*.yml")]
        read = {file.name: file.read_bytes() for file in sorted(files) if file.is_file() and not file.is_symlink()}
        return Manuscript(kind, f"{content.name}/{place.relative_to(content).as_posix()}", self.langs, read, key)

    def write(self, manuscript: Manuscript, files: Files) -> None:
        """Write the files that are others; each takes its place as a whole.

        Raises: Refused.
        """
        place = self._settings.content.parent / manuscript.path
        folder = place.parent if manuscript.kind == TABLES else place
        try:
            with self._alone():
                now = self._read(place, manuscript.kind, manuscript.key)
                if now is None or now.files != manuscript.files:
                    raise Refused(self._say("changed"))
                folder.mkdir(parents=True, exist_ok=True)
                for name, data in files.items():
                    if manuscript.files.get(name) != data:
                        replace_file(folder / name, data)
        except (Locked, OSError) as fault:
            raise Refused(reason_of(fault, self._settings)) from None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Write while nothing is built here, and no other command is at work; one that is soon done is waited for.

        Raises: Locked.
        """
        with self._preview.resting(), ExitStack() as held:
            until = time.monotonic() + PATIENCE
            while True:
                try:
                    held.enter_context(content_lock(self._settings))
                    break
                except Locked:
                    if time.monotonic() > until:
                        raise
                    time.sleep(0.05)
            yield

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
            raise Refused(str(reason)) from None
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
        return f"{self._preview.address.rstrip('/')}{_url_of(manuscript, files, lang)}"

    def names(self, named: str, manuscript: Manuscript, lang: str) -> list[tuple[str, str]]:
        """Return (key, words) of everything that a field can name."""
        return list(names_for(self, named, manuscript, lang))

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
        try:
            with self._alone():
                replace_file(folder / free, said.data or data)
        except (Locked, OSError) as fault:
            raise Refused(reason_of(fault, self._settings)) from None
        return free, said.line(self._settings.lang)

    def pictures(self, manuscript: Manuscript) -> list[str]:
        """Return the names of the pictures beside a text, sorted."""
        folder = self._settings.content.parent / manuscript.path
        if manuscript.kind == TABLES or not folder.is_dir():
            return []
        files = (file for file in folder.iterdir() if file.suffix.lower() in PICTURES and not file.is_symlink())
        return sorted(file.name for file in files if file.is_file())

    def delete(self, manuscript: Manuscript, name: str) -> None:
        """Delete a picture beside a text.

        Raises: Refused.
        """
        try:
            with self._alone():
                if name in self.pictures(manuscript):
                    (self._settings.content.parent / manuscript.path / name).unlink()
        except (Locked, OSError) as fault:
            raise Refused(reason_of(fault, self._settings)) from None

    def lacking(self, lang: str) -> list[tuple[Lang, list[tuple[str, list[str]]]]]:
        """Return for each language the texts that it lacks, most read-worthy first: the path, and why in words."""
        settings = replace(self._settings, lang=lang, now=self.now())
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

    def deadlines(self, lang: str) -> list[Due] | None:
        """Return what is to be done by when; none where the site's own record cannot be read."""
        settings = replace(self._settings, lang=lang, now=self.now())
        found = listed_deadlines(settings)
        if found is None:
            return None
        listing, records = found
        return [Due(told.part, told.day, told.left, told.said.name, told.said.about, told.said.why, told.said.do,
                    told.place.rpartition(":")[0])
                for told in told_deadlines(listing, records.origins, settings)]  # fmt: skip

    def shared(self, lang: str, lines: tuple[str, ...] = ()) -> Shared:
        """Return how this desk stands with the others, without asking them."""
        settings = replace(self._settings, lang=lang, now=self.now())
        if not is_shared(settings):
            return Shared(False, lines=lines)
        found = [
            Undecided(" ".join(clash.names), f"{clash.item}: {clash.field}", clash.ours, clash.theirs)
            for clash in open_clashes(settings)
        ]
        return Shared(True, state(settings, asks=False).here, lines, tuple(found))

    def exchange(self, is_sent: bool, lang: str) -> Shared:
        """Bring the changes of the others here and, if asked for, send those of this desk."""
        settings = replace(self._settings, lang=lang, now=self.now())
        with self._preview.resting():
            done = send(settings) if is_sent else get(settings)
        return self.shared(lang, done.lines)

    def decide(self, name: str, takes_other: bool, lang: str) -> Shared:
        """Decide what two desks have changed."""
        settings = replace(self._settings, lang=lang, now=self.now())
        with self._preview.resting():
            for clash in open_clashes(settings):
                if " ".join(clash.names) == name:
                    settle(settings, clash, takes_other)
        return self.shared(lang)

    def publication(self, is_tried: bool) -> Iterator[str]:
        """Publish the site with the commands for it; yield each line that they say."""
        ledger = self._settings.content / TABLES / f"{LEDGER}.yml"
        before = ledger.read_bytes() if ledger.exists() else None
        with self._preview.resting():
            # What is public has its address written down first.
            done, lines = _run("id")
            if not done:
                done, more = _run("publish", *["--dry-run"] * is_tried)
                lines += more
        if is_tried:  # an address that nobody has seen is not recorded for good
            self._put_back(ledger, before)
        yield from lines

    def _put_back(self, file: Path, before: bytes | None) -> None:
        with self._alone():
            if before is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != before:
                replace_file(file, before)

    def _path(self, kind: str, name: str) -> str:
        return f"{self._settings.content.name}/{kind}/{name}"

    def _say(self, name: str, **values: object) -> str:
        return WORDS[self._settings.lang][name].format(**values)


def _url_of(manuscript: Manuscript, files: Files, lang: Lang) -> str:
    """Return the address of an item's page on the site."""
    name = manuscript.path.rpartition("/")[2]
    if manuscript.kind == TABLES:
        return organisation_url(lang, manuscript.key) if manuscript.table == "organisations" else home_url(lang)
    if manuscript.kind == "events":
        return f"/{lang}/events/{name[:4]}/{name[11:]}/"
    if manuscript.kind != "news":
        return record_url(lang, manuscript.kind, name)
    try:
        written = str(read_draft(manuscript._replace(files=files)).facts.get("date", ""))
    except NotRewritten:
        written = ""
    year = written[:4] if re.match(r"\d{4}-", written) else name[:4]
    return post_url_at(lang, year, name[11:])


def _run(*command: str) -> tuple[int, list[str]]:
    """Run one of our commands; return its exit status and the lines that it said."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.build", *command], check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(errors="replace").splitlines()
