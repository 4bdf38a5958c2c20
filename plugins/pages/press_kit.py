"""The file of a press kit: a page in each language, the photographs, and the figures as a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plugins.i18n import Catalogue
from plugins.model.context import Context
from plugins.model.picture import split_key
from plugins.model.text import Lang
from plugins.pages.press_sheet import name_with_publisher, sheet_of
from plugins.press.archive import packed_kit
from plugins.press.sheet import render_sheet
from plugins.press.table import FigureLine, figures_table

if TYPE_CHECKING:
    from plugins.pages.parts import SourceLine
    from plugins.pages.press import PressShown
    from plugins.pages.press_photos import PressPhoto

FIGURES = "figures.csv"
CREDITS = "photos/credits.txt"


def press_kit(context: Context, kits: "Mapping[Lang, PressShown]") -> bytes:
    """Return the archive of a press kit, given what its page shows in each language."""
    first = next(iter(kits.values()))
    files = {f"{lang}.html": render_sheet(sheet_of(context, shown, lang)) for lang, shown in kits.items()}
    files |= {photo.name: _drawn(photo) for photo in first.photos}
    if first.photos:
        files[CREDITS] = _credits(kits).encode("utf-8-sig")
    if first.facts or first.charts:
        files[FIGURES] = figures_table(_figures(context, kits), tuple(kits))
    return packed_kit(files)


def _credits(kits: "Mapping[Lang, PressShown]") -> str:
    """Return whose each photograph is, with what it shows in each language: a paragraph for each file."""
    first, paragraphs = next(iter(kits.values())), []
    for number, photo in enumerate(first.photos):
        shown = [kit.photos[number].figure for kit in kits.values()]
        said = dict.fromkeys((figure.caption or figure.alt).text for figure in shown)
        paragraphs.append("\r\n".join((photo.name.rpartition("/")[2], photo.figure.credit, *filter(None, said), "")))
    return "\r\n".join(paragraphs)


def _drawn(photo: "PressPhoto") -> bytes:
    """Return the largest form that is published of a photograph: made anew from its pixels, its areas blurred."""
    from plugins.pictures.encode import render_form  # few kits have a photograph

    picture = photo.picture
    boxes = split_key(photo.key)[1]
    return render_form(picture.file.path, boxes, picture.width, picture.kind, is_drawing=picture.kind == "png")


def _figures(context: Context, kits: "Mapping[Lang, PressShown]") -> list[FigureLine]:
    """Return the figures as rows; each language has the same ones in the same order."""
    first, lines = next(iter(kits.values())), []
    for number, fact in enumerate(first.facts):
        said = {}
        for lang, shown in kits.items():
            own = shown.facts[number]
            said[lang] = own.label.text, own.unit.text if own.unit else "", _source(own.source, context.words[lang])
        url = fact.source.url if fact.source else ""
        lines.append(FigureLine(fact.id, str(fact.value), str(fact.as_of), fact.n, url, said))
    for number, chart in enumerate(first.charts):
        url = chart.source.url if chart.source else ""
        for place, share in enumerate(chart.rows):
            said = {}
            for lang, shown in kits.items():
                own = shown.charts[number]
                label = f"{own.label.text}: {own.rows[place].label.text}"
                said[lang] = label, "%", _source(own.source, context.words[lang])
            lines.append(FigureLine(chart.id, str(share.value), str(chart.as_of), chart.n, url, said))
    return lines


def _source(source: "SourceLine | None", words: Catalogue) -> str:
    return name_with_publisher(source, words) if source else ""
