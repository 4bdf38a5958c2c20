"""One folder or table of `content/` to one item; depends on nothing but its files and the languages."""

from plugins.model.ledger import LEDGER
from plugins.model.old_site import OLD_SITE
from plugins.model.text import Lang
from plugins.problems import problem, severity_of
from plugins.reading.encoding import MAX_BYTES, decode_source
from plugins.reading.items import Item
from plugins.reading.keeping import Keeper
from plugins.reading.languages import foreign_languages
from plugins.reading.places import TABLES
from plugins.reading.posts import post_of
from plugins.reading.sources import SourceItem

MOST_OF_LEDGER = 20 * MAX_BYTES  # nobody writes it by hand: a line for each of half a million addresses


def item_of(source: SourceItem, langs: tuple[Lang, ...], keeper: Keeper | None = None) -> Item:
    """Read one item; the keeper gives what it has of its parts: texts, headers, records."""
    item = _read(source, langs, keeper or Keeper())
    foreign = foreign_languages(item, langs)
    return item._replace(problems=(*item.problems, *sorted(foreign))) if foreign else item


def _read(source: SourceItem, langs: tuple[Lang, ...], keeper: Keeper) -> Item:
    if source.kind == "news":
        return post_of(source, langs, keeper)
    if source.kind != TABLES:
        from plugins.reading.records import page_of, record_of  # no post needs the model of the others

        return (page_of if source.kind == "pages" else record_of)(source, langs, keeper)
    from plugins.reading.tables import TABLE_SHAPES

    if source.slug in TABLE_SHAPES:
        return _table_of(source, keeper)
    known = ", ".join(f"{name}.yml" for name in TABLE_SHAPES)
    fault = problem("unknown-file", source.path, found=f"{source.slug}.yml", known=known)
    return Item(source.kind, source.slug, source.path, None, problems=(fault,))


def _table_of(source: SourceItem, keeper: Keeper) -> Item:
    """Return one table of `content/data/`."""
    from plugins.reading.tables import read_table

    if not source.files:  # gone since it was found
        return Item(source.kind, source.slug, source.path, None)
    file = source.files[0]
    text, faults = decode_source(
        file.data, file.path, MOST_OF_LEDGER if source.slug in (LEDGER, OLD_SITE) else MAX_BYTES
    )
    _, table = keeper.keep(read_table, source.slug, text, file.path)
    problems = (*faults, *table.problems)
    unread = table.names if any(severity_of(found) == "error" for found in problems) else ()
    lines = ((file.path, table.lines),)
    return Item(source.kind, source.slug, source.path, table.value, lines, problems, unread=unread)
