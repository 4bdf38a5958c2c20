"""Every page type in a real browser: accessible, no wider than the screen, nothing loaded from elsewhere."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Sample

pytestmark = pytest.mark.browser

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDTHS = (320, 390, 768, 1280)


def open_page(browser: Browser, width: int, scheme: str = "light") -> Page:
    return browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_type_breaks_a_rule_of_accessibility(browser: Browser, sample: Sample, scheme: str) -> None:
    page = open_page(browser, 390, scheme)
    found = []
    for path in sample.pages:
        page.goto(f"{sample.address}/{path}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("rules => axe.run(document, rules)", RULES)
        found += [(path, v["id"], [n["target"] for n in v["nodes"]][:3]) for v in result["violations"]]
    page.context.close()
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_type_scrolls_sideways(browser: Browser, sample: Sample, width: int) -> None:
    page = open_page(browser, width)
    wide = []
    for path in sample.pages:
        page.goto(f"{sample.address}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    page.context.close()
    assert wide == []


def test_a_page_loads_nothing_from_elsewhere_and_keeps_to_its_policy(browser: Browser, sample: Sample) -> None:
    page = open_page(browser, 1280)
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    for path in sample.pages:
        page.goto(f"{sample.address}/{path}", wait_until="networkidle")
    page.context.close()
    documents = {f"{sample.address}/{path}" for path in sample.pages}
    pictures = {url for url in asked if url not in documents}
    own = (f"{sample.address}/media/", f"{sample.address}/theme/")
    absolute = {url for url in pictures if url.startswith("https://union.example/theme/")}  # of the 404 page only
    assert all(url.startswith(own) for url in pictures - absolute)
    assert [text for text in complaints if "union.example" not in text] == []


def test_the_checker_of_html_finds_nothing(sample: Sample) -> None:
    pages = sorted(path.relative_to(sample.output).as_posix() for path in sample.output.rglob("*.html"))
    # Over HTTP, not from the disk: the policy's 'self' needs a host to be compared with.
    command = [
        "java",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        str(VNU),
        "--format",
        "json",
        *(f"{sample.address}/{page}" for page in pages),
    ]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300).stderr
    messages = json.loads(said)["messages"]
    found = [(m["url"].removeprefix(sample.address), m.get("lastLine"), m["message"]) for m in messages]
    assert [row for row in found if row[0] != "/404.html"] == []
    # The page for lost addresses answers at any depth, so its icons are named by the site's own address.
    assert all("Content Security Policy" in message for _, _, message in found)
