"""The names of records and tags: a page that only names one does not depend on its whole record."""

from plugins.model.context import Context, kept
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, dispute_url, survey_url, tag_url
from plugins.pages.sayings import say

ADDRESS = {"disputes": dispute_url, "campaigns": campaign_url, "surveys": survey_url}


def shared_name(context: Context, kind: str, slug: str, lang: Lang) -> Said | None:
    """Return the name of the record of a kind, "disputes", "campaigns" or "surveys", for a page in `lang`, or none."""
    return context.shared(_name_of, kind, slug, lang)


@kept
def _name_of(context: Context, kind: str, slug: str, lang: Lang) -> Said | None:
    record = getattr(context.site, kind).get(slug)
    return say(record.facts.name, context.site, lang) if record else None


def record_link(context: Context, kind: str, slug: str, lang: Lang) -> tuple[str, Said] | None:
    """Return the address and the name of the record of a kind for a page in `lang`, or none."""
    name = shared_name(context, kind, slug, lang) if slug else None
    return (ADDRESS[kind](lang, slug), name) if name else None


def shared_tag(context: Context, key: str, lang: Lang) -> tuple[str, Said] | None:
    """Return the address of a tag's list and its name for a page in `lang`, or none."""
    return context.shared(_tag, key, lang)


@kept
def _tag(context: Context, key: str, lang: Lang) -> tuple[str, Said] | None:
    tag = context.site.tags.get(key)
    label = say(tag.label, context.site, lang) if tag else None
    return (tag_url(lang, key), label) if label else None
