"""Every page type in a real browser: for all eyes, hands and settings. Source: WCAG 2.2, A and AA."""

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.browser.looking import DESK, PHONE, SCHEMES, a_page, axe_faults, listed, look, program

pytestmark = pytest.mark.browser

CONTRASTS = ("no-preference", "more")
WIDTHS = (320, 390, 640, 768, 1280)
# What the hand looks for first; all else that is no link in a sentence has 24 px.
MAIN_CONTROLS = (
    ".button, .site-header__menu a, .site-header__brand, .language-switch a, .share a, .share button, "
    ".share input, .search input, .search button, .chips a, .pagination a, summary"
)
SCRIPT = re.compile(r"<script\b.*?</script>|</?noscript[^>]*>", re.DOTALL)
HTML = "text/html; charset=utf-8"
KINDS = "all => all.map(e => `${e.parentElement.className} > ${e.localName}.${e.className}`)"
# What is told by its ground alone elsewhere, and needs an edge or a ground of its own in forced colours.
BOUNDED = (
    (".button", ""), (".label", ""), (".label", "::before"), (".language-switch", ""), (".share a", ""),
    (".share button", ""), (".share input", ""), (".pagination a", ""), (".pagination [aria-current]", ""),
    (".site-header__seal", ""), (".chooser__seal", ""), (".timeline__entry", "::before"), (".date-block__day", ""),
    (".action-card", ""), (".card", ""), (".contact-card", ""), (".transfer__account", ""),
)  # fmt: skip


def test_no_page_type_breaks_a_rule_of_accessibility(browser: Browser, pages, count) -> None:
    with a_page(browser) as page:
        found = look(page, pages, lambda page, _: axe_faults(page, CONTRASTS))
    ways = len(SCHEMES) * len(CONTRASTS)
    count(f"{len(pages)} pages x {len(SCHEMES)} schemes x {len(CONTRASTS)} contrasts = {len(pages) * ways} axe runs")
    assert not found, listed(found)


def walked(page: Page, _) -> list[object]:
    """Press Tab from the first stop of a page past its last, and return what is wrong on the way."""
    start = page.evaluate(program("focus"))
    for _ in range(start["stops"] + 1):
        page.keyboard.press("Tab")
    return [*start["covering"], *page.evaluate(program("focus_order"))]


def test_nothing_is_wider_than_the_window_with_any_size_and_spacing_of_text(
    browser: Browser, long_pages, count
) -> None:
    def wide(page: Page, _) -> list[str]:
        found: list[str] = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{width} px, {fault}" for fault in page.evaluate(program("overflow"))]
        return found

    with a_page(browser) as page:
        found = look(page, long_pages, wide)
    count(f"{len(long_pages)} pages x {len(WIDTHS)} widths x 3 settings of text = {len(long_pages) * len(WIDTHS) * 3}")
    assert not found, listed(found)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_target_is_large_enough_for_a_finger(browser: Browser, long_pages, count, width: int) -> None:
    with a_page(browser, width) as page:
        found = look(page, long_pages, lambda page, _: page.evaluate(program("targets"), MAIN_CONTROLS))
    count(f"{len(long_pages)} pages at {width} px")
    assert not found, listed(found)


def test_the_keyboard_reaches_everything_in_order_and_its_place_is_seen(browser: Browser, pages, count) -> None:
    with a_page(browser, DESK) as page:
        found = look(page, pages, walked)
    count(f"{len(pages)} pages at {DESK} px")
    assert not found, listed(found)


def test_the_keyboard_has_the_same_order_on_a_phone(browser: Browser, pages, count) -> None:
    """One page of each type: menus fold and columns fall under each other there."""
    types = {each.template: each for each in reversed(pages)}.values()
    with a_page(browser, PHONE) as page:
        found = look(page, types, walked)
    count(f"{len(types)} pages at {PHONE} px")
    assert not found, listed(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_of_the_focus_is_really_painted(browser: Browser, pages, count, scheme: str) -> None:
    """One of each kind of stop, photographed with and without."""
    kinds: set[str] = set()
    unseen: dict[str, list[str]] = {}
    with a_page(browser, PHONE, color_scheme=scheme) as page:
        for each in pages:
            page.goto(each.url)
            stops = page.locator("a[href], summary, input, button, [tabindex]").filter(visible=True)
            names = stops.evaluate_all(
                "all => all.map(e => `${e.parentElement.className} > ${e.localName}.${e.className}`)"
            )
            for number, name in enumerate(names):
                if name not in kinds:
                    kinds.add(name)
                    if not is_ringed(page, stops.nth(number)):
                        unseen[name] = [each.path]
    count(f"{len(kinds)} kinds of stops")
    assert not unseen, listed(unseen)


def is_ringed(page: Page, stop) -> bool:
    """Say whether focus changes the picture around a stop."""
    stop.scroll_into_view_if_needed()
    pictures = []
    for act in ("e => e.focus({ focusVisible: true })", "e => e.blur()"):
        stop.evaluate(act)
        box = stop.bounding_box()
        x, y, width, height = (box[name] for name in ("x", "y", "width", "height"))
        clip = {"x": max(x - 8, 0), "y": max(y - 8, 0), "width": width + 16, "height": height + 16}
        pictures.append(Image.open(BytesIO(page.screenshot(clip=clip))).convert("L"))
    one, other = pictures
    if one.size != other.size:  # the skip link is only there with the focus
        return True
    changed = ImageChops.difference(one, other).point(lambda value: 255 * (value > 60)).histogram()[255]
    return changed >= 2 * (width + height)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_boxes_and_shapes_keep_an_edge_in_forced_colours(browser: Browser, pages, count, scheme: str) -> None:
    with a_page(browser, forced_colors="active", color_scheme=scheme) as page:
        found = look(page, pages, lambda page, _: page.evaluate(program("boundaries"), BOUNDED))
    count(f"{len(pages)} pages x {len(BOUNDED)} things")
    assert not found, listed(found)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_charts_and_the_chosen_of_a_row_are_told_apart_in_forced_colours(
    browser: Browser, pages, count, scheme: str
) -> None:
    with a_page(browser, forced_colors="active", color_scheme=scheme) as page:
        found = look(page, pages, lambda page, _: page.evaluate(program("forced")))
    count(f"{len(pages)} pages")
    assert not found, listed(found)


def test_nothing_moves_for_a_reader_who_wants_no_motion(browser: Browser, pages, count) -> None:
    with a_page(browser) as page:
        found = look(page, pages, lambda page, _: page.evaluate(program("motion")))
    count(f"{len(pages)} pages")
    assert not found, listed(found)


def test_without_a_script_what_is_left_breaks_no_rule_either(browser: Browser, pages, count) -> None:
    """The pages that have a script, one of each type and language, as a browser that runs none has them.

    The scripts are taken out on the way: where a browser has none at all, the checks cannot run either.
    """
    written = {each: (each.site.output / each.path).read_text(encoding="utf-8") for each in pages}
    types = {(each.template, each.path.split("/")[0]): each for each, html in written.items() if "<script" in html}
    bare = {each.url: SCRIPT.sub("", written[each]) for each in types.values()}

    def faults(page: Page, _) -> list[str]:
        found = page.evaluate(program("targets"), MAIN_CONTROLS) + page.evaluate(program("overflow"))
        return found + axe_faults(page, CONTRASTS[:1])

    with a_page(browser) as page:
        page.route(
            lambda url: url in bare, lambda route: route.fulfill(body=bare[route.request.url], content_type=HTML)
        )
        found = look(page, types.values(), faults)
    count(f"{len(types)} pages x {len(SCHEMES)} schemes")
    assert types and not found, listed(found)
