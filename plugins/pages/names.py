"""The names and addresses of records and tags: a page that only names one does not depend on its whole record."""

from plugins.model.context import Context, kept
from plugins.model.site import Site
from plugins.model.text import Lang, Said, Words
from plugins.model.urls import event_url, record_url, tag_url
from plugins.pages.relations import reports_out
from plugins.pages.sayings import say, title_words

# The tables whose records have pages, in the order in which they are listed.
SECTIONS = ("disputes", "campaigns", "events", "surveys", "reports", "explainers", "organisations", "pages")
TITLED = frozenset(("events", "reports", "explainers"))  # whose records have a title, where others have a name


def section_keys(context: Context, section: str) -> tuple[str, ...]:
    """Return the keys of the records of a table that have a page; coming events last."""
    return tuple(reports_out(context)) if section == "reports" else tuple(getattr(context.site, section))


def names_of(site: Site, section: str, key: str) -> Words:
    """Return the name of a record of one of `SECTIONS`, in each language that it has."""
    record = getattr(site, section)[key]
    if section == "pages":
        return title_words(record.texts)
    if section == "organisations":
        return record.name
    return record.facts.title if section in TITLED else record.facts.name


def address_of(site: Site, section: str, key: str, lang: Lang) -> str:
    """Return the address of the page of a record of one of `SECTIONS`."""
    return event_url(lang, site.events[key]) if section == "events" else record_url(lang, section, key)


def shared_name(context: Context, kind: str, slug: str, lang: Lang) -> Said | None:
    """Return the name of the record of a kind, "disputes", "campaigns" or "surveys", for a page in `lang`, or none."""
    return context.shared(_name_of, kind, slug, lang)


@kept
def _name_of(context: Context, kind: str, slug: str, lang: Lang) -> Said | None:
    site = context.site
    return say(names_of(site, kind, slug), site, lang) if slug in getattr(site, kind) else None


def record_link(context: Context, kind: str, slug: str, lang: Lang) -> tuple[str, Said] | None:
    """Return the address and the name of the record of a kind for a page in `lang`, or none."""
    name = shared_name(context, kind, slug, lang) if slug else None
    return (record_url(lang, kind, slug), name) if name else None


def shared_tag(context: Context, key: str, lang: Lang) -> tuple[str, Said] | None:
    """Return the address of a tag's list and its name for a page in `lang`, or none."""
    return context.shared(_tag, key, lang)


@kept
def _tag(context: Context, key: str, lang: Lang) -> tuple[str, Said] | None:
    tag = context.site.tags.get(key)
    label = say(tag.label, context.site, lang) if tag else None
    return (tag_url(lang, key), label) if label else None
