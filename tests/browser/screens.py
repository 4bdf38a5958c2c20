"""The command `screens`: sheets of pictures of every page type of the site, to be looked at and compared."""

import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page, sync_playwright

import run
from plugins.build.configuration import build_moment
from tests.browser.looking import DESK, PHONE, SCHEMES, a_page
from tests.browser.serving import Served, Visited, pages_that_show, served
from tests.conftest import FLAGS, PROJECT

FOLDER = PROJECT / "screens"
SAMPLE, STATES = "sample", "states"  # the site in content/, and one with what it has not today
PAPER = 794  # the width of A4 in CSS px
LOOKS = (*product((PHONE, DESK), SCHEMES), (PAPER, "print"))
HIGHEST = 3200  # CSS px of a page that a sheet shows
PART = 2  # a sheet shows every page at half its size
GAP, LINE, WORDS = 16, 28, 18
GROUND, INK = "#8f8577", "#ffffff"


def main() -> None:
    """Photograph the site in content/ as it is today, and what it does not show, and write a sheet for each address."""
    if not (chromium := run.chromium_path()):
        run.stop("Chromium がありません。インストールしてください。", "Chromium is not there. Install it.")
    FOLDER.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        served(SAMPLE, Path(folder), build_moment()) as sample,
        served(STATES, Path(folder)) as states,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        for number, (name, pages) in enumerate(sheets_of({SAMPLE: sample, STATES: states}), 1):
            sheet([row_of(browser, page) for page in pages]).save(FOLDER / f"{name}.png", optimize=True)
            print(f"{number}. screens/{name}.png", file=sys.stderr, flush=True)
        browser.close()


def sheets_of(sites: dict[str, Served]) -> Iterator[tuple[str, list[Visited]]]:
    """Yield the name of each sheet with its pages: one address in every language."""
    chosen = [(page, page.site.templates[page.path].lang) for page in pages_that_show(sites, (SAMPLE,))]
    langs, seen = list(dict.fromkeys(lang for _, lang in chosen)), set[str]()
    for page, lang in chosen:
        rest = page.path.removeprefix(f"{lang}/")
        name = words_of(rest if rest != "index.html" or rest == page.path else "home.html")
        if page.site is not sites[SAMPLE]:
            name = f"{STATES}-{name}"
        if name not in seen:
            seen.add(name)
            paths = [page.path] if rest == page.path else [f"{one}/{rest}" for one in langs]
            yield name, [Visited(page.site, path) for path in paths if path in page.site.templates]


def words_of(path: str) -> str:
    """Return the name of a sheet's file."""
    return path.removesuffix(".html").removesuffix("/index").replace("/", "-") or "index"


def row_of(browser: Browser, page: Visited) -> tuple[str, list[Image.Image]]:
    """Return an address, and the page at each width, in each scheme and on paper."""
    return f"/{page.path.removesuffix('index.html')}", [picture_of(browser, page.url, *how) for how in LOOKS]


def picture_of(browser: Browser, url: str, width: int, look: str) -> Image.Image:
    """Return a page as it looks, made smaller."""
    with a_page(browser, width, color_scheme=look if look in SCHEMES else "light") as page:
        if look not in SCHEMES:
            page.emulate_media(media="print")
        page.goto(url)
        picture = Image.open(BytesIO(whole_page(page)))
    picture = picture.crop((0, 0, picture.width, min(picture.height, HIGHEST)))
    return picture.resize((picture.width // PART, picture.height // PART), Image.Resampling.LANCZOS)


def whole_page(page: Page) -> bytes:
    """Return a picture of a page to its end, the photos further down included."""
    page.evaluate("() => { for (const image of document.images) image.loading = 'eager' }")
    page.evaluate("async () => Promise.all([...document.images].map((image) => image.decode().catch(() => {})))")
    return page.screenshot(full_page=True)


def sheet(rows: Iterable[tuple[str, list[Image.Image]]]) -> Image.Image:
    """Return one picture of rows of pictures, the address and what is shown under each."""
    rows, font = [*rows], ImageFont.load_default(WORDS)
    heights = [max(picture.height for picture in pictures) + LINE + GAP for _, pictures in rows]
    width = GAP + max(sum(picture.width + GAP for picture in pictures) for _, pictures in rows)
    made = Image.new("RGB", (width, GAP + sum(heights)), GROUND)
    draw, top = ImageDraw.Draw(made), GAP
    for (address, pictures), height in zip(rows, heights, strict=True):
        left = GAP
        for picture, (size, look) in zip(pictures, LOOKS, strict=True):
            made.paste(picture, (left, top))
            words = f"{size} {look}" if picture.width < PAPER // PART else f"{address}  {size} {look}"
            draw.text((left, top + picture.height + 4), words, INK, font)
            left += picture.width + GAP
        top += height
    return made


if __name__ == "__main__":
    main()
