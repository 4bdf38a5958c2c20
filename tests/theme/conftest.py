"""A frame for pages of the theme to stand in."""

import pytest

from plugins.model.frame import FooterContact, Frame, Head, Item, Urgent
from plugins.model.text import Said

JA = Frame(
    lang="ja",
    langs=(("ja", "日本語"), ("en", "English")),
    url="https://union.example",
    home="/ja/",
    name=Said("さくらALT労組", "ja"),
    other_name=Said("Sakura ALT Union", "en"),
    tagline="",
    seal="労",
    nav=(Item("ニュース", "/ja/news/", "news"), Item("争議", "/ja/disputes/", "disputes")),
    urgent=Urgent(Said("署名は今日まで", "ja"), "署名する", "/ja/campaigns/new-deal/"),
    demonstration=Said("これは見本です。", "ja"),
    contact=FooterContact("hello@union.example", "03-0000-0000", None, "日本語、英語", "/ja/contact/"),
    follow=(Item("RSS", "/ja/feeds/"),),
    about=(),
    about_note=None,
    sections=("news", "disputes"),
    has_feed=True,
)
HEAD = Head(
    path="ja/news/index.html",
    lang="ja",
    title="ニュース",
    description="新しい知らせ",
    canonical="https://union.example/ja/news/",
    alternates=(("ja", "https://union.example/ja/news/"), ("en", "https://union.example/en/news/")),
    languages=(("ja", "日本語", "/ja/news/"), ("en", "English", "/en/news/")),
    feeds=(("ニュース", "/ja/feed.xml", "application/atom+xml"),),
    section="news",
)


@pytest.fixture
def frame():
    return JA


@pytest.fixture
def head():
    return lambda **changes: HEAD._replace(**changes)
