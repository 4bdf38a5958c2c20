"""Everything that the records say, read at once and kept nowhere, for commands that make no page."""

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from plugins.build.intake import DEFAULT_LANGS
from plugins.build.settings import BuildSettings
from plugins.model.kinds import PostStatus
from plugins.model.origins import Origins
from plugins.model.site import Clock, Site
from plugins.problems import has_errors
from plugins.reading.assembly import tables_of
from plugins.reading.encoding import decode_source
from plugins.reading.fields import read_header
from plugins.reading.header import divide_source
from plugins.reading.places import TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceItem, read_source, scan_sources


class Records(NamedTuple):
    """What lies in `content/`: every record, and the posts, which are read when somebody asks."""

    site: Site  # without posts, running texts and pictures
    origins: Origins
    posts: tuple[SourceItem, ...]
    is_faulty: bool  # something of it could not be read whole


def read_records(settings: BuildSettings) -> Records | None:
    """Read all records; none where the site itself cannot be read."""
    content = settings.content
    sources, problems = scan_sources(content)
    own = next((source for source in sources if source.path == f"{content.name}/{TABLES}/site.yml"), None)
    facts = item_of(read_source(content, own), DEFAULT_LANGS).value if own else None
    if facts is None:
        return None
    others = (source for source in sources if source.kind != "news")
    items = [item_of(read_source(content, source), facts.languages) for source in others]
    names = {field.name for field in dataclasses.fields(Site)}
    tables = {name: table for name, table in tables_of(items).items() if name in names}
    found = [p for p in (*problems, *(p for item in items for p in item.problems)) if p.rule != "missing-id"]
    return Records(
        Site(facts, settings.url, Clock(settings.now), **tables),
        Origins({item.path: item.lines for item in items}),
        tuple(source for source in sources if source.kind == "news"),
        has_errors(found),
    )


class Reported:
    """The folders of the events that a published post names; nothing is read before somebody asks."""

    def __init__(self, settings: BuildSettings, posts: tuple[SourceItem, ...]) -> None:
        self._content, self._posts = settings.content, posts
        self._found: frozenset[str] | None = None

    def __contains__(self, folder: object) -> bool:
        if self._found is None:
            self._found = frozenset(event for post in self._posts for event in self._named_by(post))
        return folder in self._found

    def _named_by(self, post: SourceItem) -> Iterator[str]:
        fields = {}
        for file in read_source(self._content, post).files:
            source = divide_source(decode_source(file.data, file.path)[0], file.path) if _is_text(file.name) else None
            if source and source.header_line:
                fields |= read_header(post.kind, source.header, source.path, source.header_line).fields
        if fields.get("event") and fields.get("status", PostStatus.PUBLISHED) == PostStatus.PUBLISHED:
            yield str(fields["event"])


def _is_text(name: str) -> bool:
    return name.endswith(".md")
