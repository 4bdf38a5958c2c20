"""Where links and pictures lead, and how they are written."""

import pytest

from plugins.model.text import Link
from tests.plugins.reading.markup.small_texts import MEDIA, converted


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/disputes/x/", "/ja/disputes/x/"), ("/", "/ja/"), ("/en/news/", "/en/news/"), ("/en", "/en"),
        ("/english/", "/ja/english/"), ("/disputes/x/#s-1", "/ja/disputes/x/#s-1"), ("/media/x.pdf", "/media/x.pdf"),
        ("notice.pdf", f"{MEDIA}/notice.pdf"), ("./notice.pdf", f"{MEDIA}/notice.pdf"),
        ("<要求書 1.pdf>", f"{MEDIA}/要求書%201.pdf"), ("notice.pdf#page=2", f"{MEDIA}/notice.pdf#page=2"),
        ("#missing", "#missing"),
    ],
)  # fmt: skip
def test_links_to_our_own_site(target, address):
    body = converted(f"一\n[x]({target})")
    assert body.links == (Link(address, 12),)
    assert f'<a href="{address}">x</a>' in body.html


@pytest.mark.parametrize("target", ["https://example.org/a?b=1", "mailto:union@example.org", "tel:+81-3-0000-0000"])
def test_links_elsewhere_pass(target):
    body = converted(f"[x]({target})")
    assert (body.links, body.problems) == ((), ())
    assert f'href="{target}"' in body.html


def test_every_link_has_its_own_line():
    body = converted("[a](/x/)\n\n[b](/x/)\n\n[c][1]\n\n<a href='/y/'>d</a>\n\n[1]: /z/\n")
    assert body.links == (Link("/ja/x/", 11), Link("/ja/x/", 13), Link("/ja/y/", 17), Link("/ja/z/", 19))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '![人々](picket.jpg "本社前で")',
            f'<figure><img alt="人々" loading="lazy" src="{MEDIA}/picket.jpg">'
            "<figcaption>本社前で</figcaption></figure>",
        ),
        ("![人々](picket.jpg)", f'<figure><img alt="人々" loading="lazy" src="{MEDIA}/picket.jpg"></figure>'),
        ("文中![旗](a b.jpg)に", f'<p>文中<img alt="旗" loading="lazy" src="{MEDIA}/a%20b.jpg">に</p>'),
        (
            "[![旗](a.jpg)](/a/)",
            f'<figure><a href="/ja/a/"><img alt="旗" loading="lazy" src="{MEDIA}/a.jpg"></a></figure>',
        ),
    ],
    ids=["with caption", "alone", "in a line", "linked"],
)
def test_pictures(text, html):
    assert converted(text).html == html
