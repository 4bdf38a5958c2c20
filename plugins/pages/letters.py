"""Letters and faxes to those to whom a campaign's demands go, to be printed and signed by the reader; nothing is sent.

The letter is in the language of those who get it, with its meaning in another one beside it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n.locales import language_name
from plugins.model.campaign import Campaign, Target
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import CampaignState
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import campaign_url, letter_url, output_path
from plugins.pages.frames import frame, head_of
from plugins.pages.letter_words import LetterText, addressed, letter_text, mail_address
from plugins.pages.names import record_link
from plugins.pages.relations import campaign_state
from plugins.pages.sayings import reading_order, say

LOCAL = "ja"  # what those read who get the letters


class Sheet(NamedTuple):
    """One letter: a page of paper."""

    id: str  # where it stands on its page
    name: Said  # who gets it, in the reader's language
    addressee: str  # as it stands on the letter
    postal_address: str
    fax: str
    email: str
    mail: str  # address that opens a mail with the letter in it; empty where there is no mail address


class LetterShown(NamedTuple):
    """The letters of a campaign; no sheet where nothing is to be sent."""

    url: str
    title: Said
    campaign: tuple[str, Said]
    state: CampaignState
    lang: Lang  # of the letter
    text: LetterText
    gloss: LetterText | None  # what it says in another language
    gloss_lang: Lang
    gloss_language: str  # its name, in the page's language
    sheets: tuple[Sheet, ...]


class LetterView(NamedTuple):
    """The page of a campaign's letters."""

    head: Head
    letter: LetterShown


def letter_jobs(context: Context) -> Iterable[Job]:
    """Give the page of letters of each campaign that asks something of somebody who takes letters."""
    for lang in context.site.langs:
        for slug, campaign in context.site.campaigns.items():
            if campaign.has_letters:
                yield Job(output_path(letter_url(lang, slug)), letter_view, (lang, slug), "pages/letter.html", lang)


def letter_address(context: Context, lang: Lang, slug: str) -> str:
    """Return where the letters of a campaign are, while there are some to send; else an empty text."""
    is_running = campaign_state(context, slug) is CampaignState.ACTIVE
    campaign = context.site.campaigns[slug]
    return letter_url(lang, slug) if is_running and campaign.has_letters and campaign.open_demands else ""


def letter_view(context: Context, lang: Lang, slug: str) -> LetterView:
    """Return the view of a campaign's letters."""
    shown = letter_shown(context, lang, slug)
    return LetterView(head_of(frame(context, lang), shown.url, shown.title.text, section="campaigns"), shown)


def letter_shown(context: Context, lang: Lang, slug: str) -> LetterShown:
    """Return the letters of a campaign as they can be sent today."""
    site, words = context.site, context.words[lang]
    campaign = site.campaigns[slug]
    name = say(campaign.facts.name, site, lang) or Said(slug, lang)
    local = LOCAL if LOCAL in site.langs else site.langs[0]
    other = lang if lang != local else next((code for code in site.langs if code != local), "")
    text = _text(context, campaign, local)
    sheets = _sheets(context, campaign, lang, local, text) if letter_address(context, lang, slug) else ()
    return LetterShown(
        url=letter_url(lang, slug),
        title=Said(words.gettext("Letters and faxes: %(campaign)s") % {"campaign": name.text}, lang),
        campaign=record_link(context, "campaigns", slug, lang) or (campaign_url(lang, slug), name),
        state=campaign_state(context, slug),
        lang=local,
        text=text,
        gloss=_text(context, campaign, other) if other else None,
        gloss_lang=other,
        gloss_language=language_name(other, lang) if other else "",
        sheets=sheets,
    )


def _text(context: Context, campaign: Campaign, lang: Lang) -> LetterText:
    facts, order = campaign.facts, reading_order(context.site, lang)
    demands = [demand.text.pick(order).text for demand in campaign.open_demands]
    return letter_text(facts.name.pick(order).text, facts.letter.get(lang), demands, context.words[lang])


def _sheets(context: Context, campaign: Campaign, lang: Lang, local: Lang, text: LetterText) -> tuple[Sheet, ...]:
    takers = [target for target in campaign.facts.targets if target.takes_letters]
    return tuple(
        _sheet(context, campaign, target, number, lang, local, text) for number, target in enumerate(takers, start=1)
    )


def _sheet(
    context: Context, campaign: Campaign, target: Target, number: int, lang: Lang, local: Lang, text: LetterText
) -> Sheet:
    site, order = context.site, reading_order(context.site, local)
    addressee = addressed(target.name.pick(order).text, context.words[local])
    page = f"{site.url}{campaign_url(local, campaign.slug)}"
    return Sheet(
        id=f"letter-{number}",
        name=_name(target, site, lang),
        addressee=addressee,
        postal_address=target.postal_address.pick(order).text,
        fax=target.fax,
        email=target.email,
        mail=mail_address(target.email, addressee, text, page) if target.email else "",
    )


def _name(target: Target, site: Site, lang: Lang) -> Said:
    return say(target.name, site, lang) or Said("", lang)
