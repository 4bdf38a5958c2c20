"""The frame of each language, and the head of one page."""

from collections.abc import Iterable

from plugins.cards.words import has_fonts
from plugins.i18n import Catalogue, format_list
from plugins.i18n.locales import language_name
from plugins.model.context import Context, kept
from plugins.model.frame import FooterContact, Frame, Head, Item, Urgent
from plugins.model.site import Site
from plugins.model.text import EASY_LANG, Lang, Text
from plugins.model.urls import (
    card_url,
    easy_url,
    feed_url,
    home_url,
    leaflet_url,
    main_feed_owner,
    output_path,
    page_url,
    section_url,
)
from plugins.pages.people import cleared_contact
from plugins.pages.relations import unions_to_find
from plugins.pages.sayings import reading_order, say, say_also, title_words
from plugins.pages.structured import Data, structured_data

NAV = ("campaigns", "news", "disputes", "events")  # five items with "join": what fits one row of a phone
ABOUT = ("about", "privacy", "accessibility")
FOLLOW = ("join", "donate")
Feeds = tuple[tuple[str, str, str], ...]


def section_label(name: str, words: Catalogue) -> str:
    """Return the words for a list."""
    return {
        "campaigns": words.pgettext("section", "Campaigns"),
        "news": words.pgettext("section", "News"),
        "disputes": words.pgettext("section", "Disputes"),
        "events": words.pgettext("section", "Events"),
        "reports": words.pgettext("section", "Reports"),
        "explainers": words.pgettext("section", "Explainers"),
        "organisations": words.pgettext("section", "Organisations"),
        "find-your-union": words.pgettext("section", "Find your union"),
        "glossary": words.pgettext("section", "Glossary"),
        "feeds": words.pgettext("section", "Get our news"),
        "search": words.pgettext("section", "Search"),
        "surveys": words.pgettext("section", "Surveys"),
        "pages": words.pgettext("section", "Other pages"),
        "join": words.pgettext("section", "Join"),
        "corrections": words.pgettext("section", "Corrections"),
    }[name]


def frame(context: Context, lang: Lang) -> Frame:
    """Return what all pages in `lang` share, made once for all of them."""
    return context.shared(frame_of, lang)


@kept
def frame_of(context: Context, lang: Lang) -> Frame:
    """Return what all pages in `lang` share; lists without anything in them are left out."""
    site, words = context.site, context.words[lang]
    sections = tuple(name for name, is_there in _sections(context) if is_there)
    nav = [Item(section_label(name, words), section_url(lang, name), name) for name in NAV if name in sections]
    if "join" in site.pages:
        nav.append(Item(section_label("join", words), page_url(lang, "join"), "join"))
    lists = [Item(section_label(n, words), section_url(lang, n)) for n in sections if n not in NAV]
    feeds, search = (Item(section_label(n, words), section_url(lang, n)) for n in ("feeds", "search"))
    return Frame(
        lang=lang,
        langs=tuple((code, language_name(code, code)) for code in site.langs),
        url=site.url,
        home=home_url(lang),
        name=site.facts.name.pick(reading_order(site, lang)),
        other_name=say_also(site.facts.name, site, lang),
        tagline=site.facts.tagline.pick(reading_order(site, lang)).text,
        seal=site.facts.seal,
        nav=tuple(nav),
        urgent=_urgent(site, lang, words),
        demonstration=say(site.facts.demonstration, site, lang),
        contact=_contact(site, lang),
        follow=(feeds, *_pages(site, lang, FOLLOW), *lists),
        about=(search, *_pages(site, lang, ABOUT)),
        about_note=say(site.facts.footer, site, lang),
        sections=sections,
        has_feed=lang in site.posts.langs(),
        has_cards=has_fonts(site.fonts),
    )


def _sections(context: Context) -> Iterable[tuple[str, bool]]:
    """Yield every list with whether there is anything in it."""
    site = context.site
    yield "campaigns", bool(site.campaigns)
    yield "news", site.posts.count() > 0
    yield "disputes", bool(site.disputes)
    yield "events", bool(site.events)
    yield "reports", any(report.is_out(site.today) for report in site.reports.values())
    yield "explainers", bool(site.explainers)
    yield "organisations", bool(site.organisations)
    yield "find-your-union", bool(unions_to_find(context))
    yield "glossary", bool(site.terms)


def _pages(site: Site, lang: Lang, slugs: Iterable[str]) -> tuple[Item, ...]:
    found = ((slug, say(title_words(site.pages[slug].texts), site, lang)) for slug in slugs if slug in site.pages)
    return tuple(Item(title.text, page_url(lang, slug)) for slug, title in found if title)


def _contact(site: Site, lang: Lang) -> FooterContact:
    contact = cleared_contact(site, site.facts.contact)
    url = page_url(lang, "contact") if "contact" in site.pages else ""
    if contact is None:
        return FooterContact(url=url)
    languages = format_list([language_name(code, lang) for code in contact.languages], lang)
    return FooterContact(contact.email, contact.phone, say(contact.hours, site, lang), languages, url)


def _urgent(site: Site, lang: Lang, words: Catalogue) -> Urgent | None:
    """Return the notice that is due today; of several, the one that ends first."""
    due = [n for n in site.notices.values() if n.start.date <= site.today <= n.end.last]
    if not due:
        return None
    notice = min(due, key=lambda n: n.end)
    url = f"/{lang}{notice.url}" if notice.url.startswith("/") else notice.url
    label = say(notice.label, site, lang) or words.gettext("Read more")
    return Urgent(notice.text.pick(reading_order(site, lang)), label, url)


def head_of(
    frame: Frame, url: str, title: str, description: str = "", section: str = "", feeds: Feeds = (),
    langs: Iterable[Lang] | None = None, original: Lang = "", kind: str = "website", has_card: bool = False,
    about: Data | None = None,
) -> Head:  # fmt: skip
    """Return the head of a page.

    Shape: `url` is the page's root-absolute address, its language first; `langs` are the languages in which the
    item has a real page (all if not given); `original` is the language of the page that this one stands in for;
    `has_card` of a page with a card of its own, others are shared with that of their section; `about` is what
    `structured` says of the item besides.
    """
    tail = url.removeprefix(f"/{frame.lang}")
    real = {code for code, _ in frame.langs} if langs is None else set(langs)
    alternates = tuple((code, f"{frame.url}/{code}{tail}") for code, _ in frame.langs if code in real)
    head = Head(
        path=output_path(url),
        lang=frame.lang,
        title=title,
        description=description,
        canonical=f"{frame.url}/{original or frame.lang}{tail}",
        alternates=() if original else alternates,
        x_default=f"{frame.url}/" if url == frame.home and len(frame.langs) > 1 else "",
        languages=tuple((code, name, f"/{code}{tail}") for code, name in frame.langs),
        feeds=(*feeds, *_main_feeds(frame)),
        noindex=bool(original),
        section=section,
        kind=kind,
        card=_card(frame, url if has_card and (original or frame.lang) in real else "", section, original),
    )
    return head._replace(data=structured_data(frame, head, about))


def _card(frame: Frame, own: str, section: str, original: Lang) -> str:
    """Return the address of a page's card; a page that stands in for another has the other's."""
    if not frame.has_cards:
        return ""
    owner = own or (section_url(frame.lang, section) if section in frame.sections else frame.home)
    return f"{frame.url}/{original or frame.lang}{card_url(owner).removeprefix(f'/{frame.lang}')}"


def with_easy(head: Head, easy: Text | None) -> Head:
    """Return the head of a page that has a text in やさしい日本語 beside it."""
    url = next((url for code, _, url in head.languages if code == EASY_LANG), "") if easy else ""
    return head._replace(easy=easy_url(url)) if url else head


def with_leaflet(head: Head, short: str) -> Head:
    """Return the head of a page that has one to print, if its item has a short address; a stand-in has none."""
    own = f"/{head.path.removesuffix('index.html')}"
    return head._replace(leaflet=leaflet_url(own)) if short and not head.noindex else head


def _main_feeds(frame: Frame) -> Feeds:
    return feed_links(frame.name.text, main_feed_owner(frame.lang)) if frame.has_feed else ()


def feed_links(title: str, owner: str) -> Feeds:
    """Return the links to the two feeds of a list; the recommended form comes first."""
    return (
        (title, feed_url(owner, "atom"), "application/atom+xml"),
        (f"{title} (RSS)", feed_url(owner, "rss"), "application/rss+xml"),
    )
