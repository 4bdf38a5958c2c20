"""What the content holds already, as an import has to know it: ids, names and tags that are taken."""

from collections.abc import Iterable

from plugins.build.ids import new_id
from plugins.build.new import kinds_in
from plugins.build.settings import BuildSettings
from plugins.importing import Known
from plugins.model.kinds import PostKind
from plugins.model.ledger import LEDGER, REDIRECTS
from plugins.model.old_site import OLD_SITE
from plugins.reading.places import TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceItem, read_source, scan_sources

MOST_LANGS = ("ja", "en")  # enough to read the site's own table, which says its languages


def known_of(settings: BuildSettings) -> Known | None:
    """Return what the content holds; none where its site cannot be read."""
    sources = scan_sources(settings.content)[0]
    tables = {source.slug: source for source in sources if source.kind == TABLES}

    def table(name: str, langs: tuple[str, ...]):  # type: ignore[no-untyped-def]  # as its own shape is
        return item_of(read_source(settings.content, tables[name]), langs).value if name in tables else None

    facts = table("site", MOST_LANGS)
    if facts is None:
        return None
    langs = facts.languages
    ids, slugs = _posts(settings, (source for source in sources if source.kind == "news"), langs)
    pages = {source.slug for source in sources if source.kind == "pages"}
    for address in (
        *(table(LEDGER, langs) or ()),
        *(table(REDIRECTS, langs) or ()),
    ):
        kind, _, rest = address.partition("/")
        slugs |= {tuple(rest.split("/", 1))} if kind == "news" and rest.count("/") == 1 else set()
        pages |= set() if rest else {kind}
    return Known(
        langs, lambda guid: new_id(facts.id, f"imported/{guid}", ()), ids, frozenset(slugs), frozenset(pages),
        frozenset(table("tags", langs) or ()), table(OLD_SITE, langs) or {}, _kinds(settings), settings.now,
    )  # fmt: skip


def _posts(
    settings: BuildSettings, sources: Iterable[SourceItem], langs: tuple[str, ...]
) -> tuple[dict[str, str], set[tuple[str, ...]]]:
    """Return the folder of each id, and the year and slug of each post; those of posts at fault too."""
    ids: dict[str, str] = {}
    slugs: set[tuple[str, ...]] = set()
    for source in sources:
        post = item_of(read_source(settings.content, source), langs).value
        slugs.add((source.day[:4], source.slug))
        if post is not None:
            slugs.add((str(post.published.year), post.slug))
            ids[post.facts.id] = f"news/{source.folder}"
    return ids, slugs


def _kinds(settings: BuildSettings) -> dict[str, PostKind]:
    """Return the kind of a post by the words for it in both languages, whole and in their parts: "ビラ配布・街宣"."""
    found: dict[str, PostKind] = {}
    for lang in MOST_LANGS:
        for kind, said in kinds_in(settings, lang):
            for word in (said, *said.split("・"), *said.split(", ")):
                found.setdefault(word.strip().lower().replace("-", "_"), kind)
    return found | {kind.value: kind for kind in PostKind} | {kind.slug.replace("-", "_"): kind for kind in PostKind}
