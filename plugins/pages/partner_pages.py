"""What partner sites take of each campaign: its data, and a page with a piece of HTML to copy."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.feeds.entries import entry_id
from plugins.i18n import Catalogue, format_date, format_deadline
from plugins.model.context import Context, kept
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import CampaignState
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, home_url, output_path, partner_data_url, partner_page_url
from plugins.pages.action_parts import action_card
from plugins.pages.endings import ending_of, has_ended
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import written_in
from plugins.pages.labels import outcome_words
from plugins.pages.names import shared_name
from plugins.pages.record_parts import original_of
from plugins.pages.relations import campaign_state
from plugins.pages.rows import shared_row
from plugins.pages.sayings import reading_order
from plugins.partners.card import PartnerAction, PartnerCard, PartnerOutcome, PartnerPost
from plugins.partners.data import render_data
from plugins.partners.snippet import render_snippet

NEWEST = 5  # posts


class PartnerShown(NamedTuple):
    """What the page for partners of a campaign shows."""

    title: Said
    other: Said | None
    campaign: tuple[Said, str]  # (name, root-absolute address)
    original: Lang  # the language of the page that this one stands in for; else empty
    card: PartnerCard
    code: str  # to copy
    data: str  # root-absolute address of the data
    data_address: str  # the same, absolute, to copy


class PartnerView(NamedTuple):
    """The page for partners of a campaign."""

    head: Head
    page: PartnerShown


def partner_jobs(context: Context) -> Iterable[Job]:
    """Give both files of each campaign; those of one that has ended stay, since others show them."""
    for slug in context.site.campaigns:
        for lang in context.site.langs:
            yield Job(output_path(partner_data_url(lang, slug)), partner_data, (lang, slug))
            path = output_path(partner_page_url(lang, slug))
            yield Job(path, partner_view, (lang, slug), "pages/partner.html", lang)


def partner_data(context: Context, lang: Lang, slug: str) -> str:
    """Return the data of a campaign."""
    return render_data(context.shared(partner_card, lang, slug))


def partner_view(context: Context, lang: Lang, slug: str) -> PartnerView:
    """Return the view of the page for partners."""
    card = context.shared(partner_card, lang, slug)
    title, *others = (Said(_title(context.words[code]), code) for code in reading_order(context.site, lang))
    name = context.site.campaigns[slug].facts.name
    original = original_of(context.site, name, lang)
    head = head_of(
        frame(context, lang), partner_page_url(lang, slug), f"{title.text}: {card.name.text}", section="campaigns",
        langs=written_in(context.site, name), original=original,
    )  # fmt: skip
    data = partner_data_url(lang, slug)
    campaign = card.name, campaign_url(lang, slug)
    here = _on_this_site(card, context.site.url)
    other, code = next(iter(others), None), render_snippet(card)
    address = f"{context.site.url}{data}"
    return PartnerView(head, PartnerShown(title, other, campaign, original, here, code, data, address))


def _on_this_site(card: PartnerCard, url: str) -> PartnerCard:
    """Return a card whose addresses are seen from the site itself."""
    posts = tuple(post._replace(url=_without_site(post.url, url)) for post in card.posts)
    action = card.action and card.action._replace(url=_without_site(card.action.url, url))
    return card._replace(url=_without_site(card.url, url), action=action, posts=posts)


def _without_site(address: str, url: str) -> str:
    """Return an address from the root of the site; one of another site that begins alike stays whole."""
    return address.removeprefix(url) if address.startswith(f"{url}/") else address


def _title(words: Catalogue) -> str:
    return words.gettext("For partner sites")


def partner_card(context: Context, lang: Lang, slug: str) -> PartnerCard:
    """Return a campaign as partner sites show it today."""
    site, words, state = context.site, context.words[lang], campaign_state(context, slug)
    folders = site.posts.folders("campaign", slug, 0, NEWEST)
    return PartnerCard(
        id=slug,
        lang=lang,
        url=f"{site.url}{campaign_url(lang, slug)}",
        name=shared_name(context, "campaigns", slug, lang) or Said(slug, lang),
        state=state.value,
        state_words=_state_words(state, words),
        union=site.facts.name.pick(reading_order(site, lang)),
        home_url=f"{site.url}{home_url(lang)}",
        action=_action(context, site.campaigns[slug].facts.action, lang, words),
        posts=tuple(context.shared(_partner_post, folder, lang) for folder in folders),
        outcome=_outcome(context, slug, lang, words),
    )


def _outcome(context: Context, slug: str, lang: Lang, words: Catalogue) -> PartnerOutcome | None:
    ended = has_ended(context, "campaigns", slug)
    ending = ending_of(context.site.campaigns[slug].facts, context.site, lang) if ended else None
    if ending is None:
        return None
    told = PartnerOutcome(ending.status.value, outcome_words(words)[ending.status], ending.outcome)
    return told if told.status_words or told.text else None


def _state_words(state: CampaignState, words: Catalogue) -> str:
    return {
        CampaignState.PLANNED: words.pgettext("campaign state", "In preparation"),
        CampaignState.PAUSED: words.pgettext("campaign state", "Paused"),
        CampaignState.CLOSED: words.pgettext("campaign state", "Closed"),
    }.get(state, "")


def _action(context: Context, key: str, lang: Lang, words: Catalogue) -> PartnerAction | None:
    card = action_card(context, key, lang)
    if card is None:
        return None
    form = words.pgettext("deadline", "until {0}")
    until = format_deadline(card.closes, lang, card.year_start, form) if card.closes else ""
    return PartnerAction(card.label._replace(html=""), card.address, card.state.value, card.closes, until)


@kept
def _partner_post(context: Context, folder: str, lang: Lang) -> PartnerPost:
    row, post = shared_row(context, folder, lang), context.site.posts.get(folder)
    assert post is not None
    return PartnerPost(
        entry_id(post.facts.id or folder, lang), f"{context.site.url}{row.url}", row.title._replace(html=""),
        post.published, post.updated, format_date(post.published.date(), lang),
    )  # fmt: skip
