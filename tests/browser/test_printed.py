"""A page printed to a PDF by a browser, with the structure for those who do not see: clean after `run.py photo`."""

import base64

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from plugins.documents.cleaning import cleaned_document
from plugins.documents.look import look_at_document
from plugins.inspection.documents import look_at_pdf
from plugins.inspection.look import Look, Place
from tests.small_files import exif, photo, saved

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="ja"><title>要求書</title><h1>要求</h1>
<p><a href="https://union.example/">x</a> <a href="#two">y</a> <a href="file:///home/someone/a.docx">z</a></p>
<table><tr><th>a<th>b<tr><td>1<td>2</table><h2 id="two">二</h2><ul><li>x<li>y</ul>
<img alt="写真" src="data:image/jpeg;base64,{}">"""


def told_again(data: bytes) -> list[str]:
    look = Look(Place("media/a.pdf", "https://union.example", "output"))
    look_at_pdf(look, data)
    return [str(dict(problem.values)["found"]) for problem in look.problems]


def test_a_printed_page_is_clean_after_cleaning_and_keeps_its_headings_and_links(browser: Browser, tmp_path) -> None:
    picture = base64.b64encode(saved(photo(), "JPEG", exif=exif(place=True))).decode()
    page = browser.new_page()
    page.set_content(PAGE.format(picture))
    printed = page.pdf(tagged=True, outline=True)
    page.close()
    assert {"program", "date", "title", "photo", "link"} <= look_at_document(printed).traces
    assert told_again(printed)
    made = cleaned_document(printed).data
    assert made and look_at_document(made) == (True, frozenset()) and told_again(made) == []
    path = tmp_path / "printed.pdf"
    path.write_bytes(made)
    reader = PdfReader(path)
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]
    assert [str(link["/A"]["/URI"]) for link in links if "/A" in link] == ["https://union.example/"]
    assert len(reader.outline) == 2 and "/StructTreeRoot" in reader.root_object
