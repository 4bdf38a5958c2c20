"""`run.py desk`: the content and the site in memory, handed to the pages of the desk."""

import re
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.build.configuration import build_moment
from plugins.build.ids import new_id
from plugins.build.ledgers import replace_file
from plugins.build.lock import Locked
from plugins.build.new import free_slug
from plugins.build.one_item import item_at, languages_in
from plugins.build.photos import clean_picture
from plugins.build.resident import Resident
from plugins.build.settings import BuildSettings
from plugins.build.together import PATIENCE as PATIENCE_FOR_OTHERS
from plugins.build.together import get, is_shared
from plugins.build.unfinished import content_lock
from plugins.build.words import reason_of
from plugins.desk import make_app, running
from plugins.desk.fields import TABLE_FORMS
from plugins.desk.manuscripts import Files, Manuscript, name_of, read_draft, records_in
from plugins.desk.unsaved import Keeper
from plugins.desk.workplace import Begun, Found, Refused
from plugins.editing import NotRewritten, from_bytes, read_values
from plugins.i18n.prefectures import PREFECTURES, prefecture_name
from plugins.model.text import Lang
from plugins.model.urls import home_url, organisation_url, post_url_at, record_url
from plugins.preview.doors import HERE, listen
from plugins.preview.resident import NotNow
from plugins.preview.serving import Preview
from plugins.preview.watching import Watched
from plugins.problems import severity_of
from plugins.reading.places import DATED, LEFTOVER, RECORD_FILES, TABLES, parse_folder_name
from plugins.scaffolding import NewPost, files_of, slug_of
from plugins.together.words import line

PORT = 8100
PREVIEW_PORT = 8000
PATIENCE = 5.0  # seconds that a save waits for another command
MAX_NAME = 100  # signs of a folder's name; some systems take no more than 255 bytes
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
        errors = [p for p in outcome.problems if severity_of(p, outcome.severities) == "error"]
        elsewhere = len(set(errors) - set(own))
        return Found(tuple(sorted(own)), outcome.severities, outcome.is_stopped, elsewhere)

    def address(self, manuscript: Manuscript, files: Files, lang: Lang) -> str:
        """Return the address of its page in the preview, or of the home page where it has none."""
        return f"{self._preview.address.rstrip('/')}{_url_of(manuscript, files, lang)}"

    def names(self, named: str, manuscript: Manuscript, lang: str) -> list[tuple[str, str]]:
        """Return (key, words) of everything that a field can name."""
        if named == "prefectures":
            return [(key, prefecture_name(key, lang)) for key in PREFECTURES]
        if named in RECORD_FILES or named == "posts":
            kind = "news" if named == "posts" else named
            found = (self.manuscript(kind, folder) for folder in self.folders(kind)[:300])
            return [(item.path.rpartition("/")[2], _named(item, lang)) for item in found if item]
        if named in TABLE_FORMS:
            return self._records(named, lang)
        facts = manuscript.files.get(RECORD_FILES.get(manuscript.kind) or "", b"")
        return _entries(facts) if named == "entries" else []

    def _records(self, table: str, lang: str) -> list[tuple[str, str]]:
        place = self._read(self._settings.content / TABLES / f"{table}.yml", TABLES, "")
        if place is None or not place.files:
            return []
        try:
            values = read_values(from_bytes(next(iter(place.files.values())))[0])
        except NotRewritten:
            return []
        keys = [key for key, _ in records_in(values, table)]
        return [(key, _named(place._replace(key=key), lang)) for key in keys]

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

    def publication(self, is_tried: bool) -> Iterator[str]:
        """Publish the site with the command for it; yield each line that it says."""
        args = [sys.executable, "-m", "plugins.build", "publish", *["--dry-run"] * is_tried]
        quiet = {"stdin": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
        done = subprocess.run(args, stdout=subprocess.PIPE, check=False, **quiet)
        yield from done.stdout.decode(errors="replace").splitlines()

    def _path(self, kind: str, name: str) -> str:
        return f"{self._settings.content.name}/{kind}/{name}"

    def _say(self, name: str, **values: object) -> str:
        return WORDS[self._settings.lang][name].format(**values)


def _named(manuscript: Manuscript, lang: str) -> str:
    try:
        return name_of(manuscript, read_draft(manuscript), lang)
    except NotRewritten:
        return manuscript.key or manuscript.path.rpartition("/")[2]


def _entries(data: bytes) -> list[tuple[str, str]]:
    try:
        entries = read_values(from_bytes(data)[0]).get("entries", [])
    except NotRewritten:
        return []
    return [(entry["key"], f"{entry.get('date', '')} {entry['key']}") for entry in entries if entry.get("key")]


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


def run_desk(settings: BuildSettings, port: int = PORT, told: Callable[[str], None] = print) -> int:
    """Serve the desk and its preview until Ctrl-C; the changes of other desks come first."""
    if is_shared(settings) and not get(settings, tell=told, seconds=PATIENCE_FOR_OTHERS).is_done:
        told(line("opens-anyway", settings.lang))
    watched = Watched(sources=(settings.content, settings.theme), leftover=LEFTOVER)
    preview = Preview(Resident(settings, build_moment), watched, settings.lang, PREVIEW_PORT, lambda _: None)
    token = secrets.token_urlsafe(24)
    unsaved = Keeper(settings.content.parent / ".desk" / "unsaved")
    origin = preview.address.rstrip("/")
    listener = listen(HERE, port)
    own = listener.getsockname()[1]
    app = make_app(Office(settings, preview), unsaved, own, token, origin, settings.lang)
    with closing(listener), running(app, listener):
        told(WORDS[settings.lang]["address"].format(address=f"http://127.0.0.1:{own}/?key={token}"))
        try:
            preview.run()
        except KeyboardInterrupt:
            return 0
    return 0
