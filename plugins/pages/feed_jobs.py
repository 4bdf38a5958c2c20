"""Feeds of each language: all news, each kind, each dispute, each campaign; only where there is something to tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

from plugins.feeds.atom import render_atom
from plugins.feeds.entries import NEWEST, FeedEntry, corrected_at, entry_id, feed_of, feed_times
from plugins.feeds.markup import feed_html
from plugins.feeds.rss import render_rss
from plugins.i18n import Catalogue, format_date
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Words
from plugins.model.urls import campaign_url, dispute_url, feed_url, kind_url, main_feed_owner, output_path, post_url
from plugins.pages.bodies import with_pictures
from plugins.pages.labels import kind_words
from plugins.pages.sayings import reading_order
from plugins.typography import cut_summary, plain_text

FORMS = (("atom", render_atom), ("rss", render_rss))


@dataclass(frozen=True, slots=True)
class FeedPlan:
    """One feed before its entries are made."""

    owner: str  # root-absolute address of its list
    title: str
    posts: tuple[Post, ...]


def feed_plans(site: Site, lang: Lang, words: Catalogue) -> list[FeedPlan]:
    """Return the feeds that have an entry in `lang`; a post without a text in `lang` is no entry."""
    name = site.facts.name.pick(reading_order(site, lang)).text
    posts = tuple(post for post in site.posts if lang in post.langs)

    def titled(words_of: Words) -> str:
        return f"{words_of.pick(reading_order(site, lang)).text} – {name}"

    plans = [FeedPlan(main_feed_owner(lang), name, posts)]
    for kind in PostKind:
        own = tuple(p for p in posts if p.facts.kind is kind)
        plans.append(FeedPlan(kind_url(lang, kind), f"{kind_words(kind, words)} – {name}", own))
    for slug, dispute in site.disputes.items():
        own = tuple(p for p in posts if p.facts.dispute == slug)
        plans.append(FeedPlan(dispute_url(lang, slug), titled(dispute.facts.name), own))
    for slug, campaign in site.campaigns.items():
        own = tuple(p for p in posts if p.facts.campaign == slug)
        plans.append(FeedPlan(campaign_url(lang, slug), titled(campaign.facts.name), own))
    return [plan for plan in plans if plan.posts]


def feed_jobs(site: Site, words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give each feed in Atom and in RSS 2.0."""
    for lang in site.langs:
        entry = _Entries(site, lang, words[lang])
        for plan in feed_plans(site, lang, words[lang]):
            for form, render in FORMS:
                path = feed_url(plan.owner, form)
                feed = feed_of(
                    (entry.of(post) for post in entry.newest(plan.posts)),
                    site_id=site.facts.id,
                    path=plan.owner,
                    url=f"{site.url}{path}",
                    title=plan.title,
                    subtitle=site.facts.tagline.pick(reading_order(site, lang)).text,
                    lang=lang,
                    home_url=f"{site.url}{plan.owner}",
                    author=site.facts.name.pick(reading_order(site, lang)).text,
                )
                if feed:
                    yield Job(output_path(path), render, (feed,))


def _changed(post: Post) -> datetime:
    return corrected_at(post.updated, [correction.date for correction in post.facts.corrections])


class _Entries:
    """The entries of one language, each made once for all feeds that hold it."""

    def __init__(self, site: Site, lang: Lang, words: Catalogue) -> None:
        self._site, self._lang, self._words = site, lang, words
        self._made: dict[str, FeedEntry] = {}
        self._times = feed_times((self._id(p), p.published, _changed(p)) for p in site.posts if lang in p.langs)

    def newest(self, posts: tuple[Post, ...]) -> list[Post]:
        """Return the posts that a feed will hold, so that no other has to be made into an entry."""
        by_id = sorted(posts, key=self._id)
        return sorted(by_id, key=lambda post: self._times[self._id(post)][1], reverse=True)[:NEWEST]

    def _id(self, post: Post) -> str:
        return entry_id(post.facts.id or post.folder, self._lang)

    def of(self, post: Post) -> FeedEntry:
        """Return the post as an entry; its figures are those of its own day, never of the build's."""
        if post.folder not in self._made:
            self._made[post.folder] = self._entry(post)
        return self._made[post.folder]

    def _entry(self, post: Post) -> FeedEntry:
        site, lang, facts = self._site, self._lang, post.facts
        text = post.text(lang)
        assert text is not None
        entry = self._id(post)
        published, updated = self._times[entry]
        url = f"{site.url}{post_url(lang, post)}"
        body = with_pictures(site, text.body.html)
        kinds = [kind_words(facts.kind, self._words)]
        tags = (site.tags[key].label.pick([lang]).text for key in facts.tags if key in site.tags)
        return FeedEntry(
            id=entry,
            url=url,
            title=text.title,
            summary=text.summary or cut_summary(plain_text(body), lang),
            html=feed_html(body, site.url, url, lang),
            lang=lang,
            published=published,
            updated=updated,
            categories=(*kinds, *tags),
            corrections=self._corrections(post),
        )

    def _corrections(self, post: Post) -> str:
        if not post.facts.corrections:
            return ""
        newest = sorted(post.facts.corrections, key=lambda c: c.date, reverse=True)
        rows = "".join(
            f"<li>{format_date(c.date, self._lang)}: {escape(c.text.pick([self._lang]).text)}</li>" for c in newest
        )
        return f"<h2>{escape(self._words.gettext('Corrections'))}</h2><ul>{rows}</ul>"
