"""Where the page of an item stands, as somebody is writing it."""

import re

from plugins.desk.manuscripts import Files, Manuscript, read_draft
from plugins.editing import NotRewritten
from plugins.model.text import Lang
from plugins.model.urls import home_url, organisation_url, post_url_at, record_url
from plugins.reading.places import TABLES


def address_of(manuscript: Manuscript, files: Files, lang: Lang) -> str:
    """Return the address of an item's page on the site, of the home page where it has none."""
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
