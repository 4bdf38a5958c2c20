"""Every kind of item but posts: a folder's record and its words to one item of the model."""

from dataclasses import fields
from typing import Any

from plugins.model.campaign import Campaign, CampaignFacts
from plugins.model.compared import TextWords
from plugins.model.dispute import Dispute, DisputeFacts
from plugins.model.event import Event, EventFacts
from plugins.model.page import Explainer, ExplainerFacts, Page, PageFacts
from plugins.model.survey import Report, ReportFacts, Survey, SurveyFacts
from plugins.model.text import Lang
from plugins.model.urls import RESERVED
from plugins.problems import problem
from plugins.reading.encoding import decode_source
from plugins.reading.fields import Record, names_in, read_shared, shared_fields, untold, validated
from plugins.reading.header import header_missing
from plugins.reading.items import Item, Reader, easy_text
from plugins.reading.keeping import Keeper
from plugins.reading.merging import merged_fields
from plugins.reading.personal import personal_details
from plugins.reading.places import RECORD_FILES
from plugins.reading.plain_lines import read_facts
from plugins.reading.sources import SourceItem

SHAPES: dict[str, type] = {
    "disputes": DisputeFacts,
    "campaigns": CampaignFacts,
    "events": EventFacts,
    "surveys": SurveyFacts,
    "reports": ReportFacts,
    "explainers": ExplainerFacts,
}
MODELS = {
    "disputes": Dispute,
    "campaigns": Campaign,
    "surveys": Survey,
    "reports": Report,
    "explainers": Explainer,
}

TEXT_FIELDS = frozenset(field.name for field in fields(TextWords))


def read_record(kind: str, text: str, path: str) -> Record:
    """Read the record of a folder of one kind."""
    read = read_facts(text, path)
    value, faults = validated(SHAPES[kind], read.value, read.lines, path)
    told = untold(faults, read.problems) if read.is_whole else []
    return Record(value, read.lines, (*read.problems, *told), tuple(names_in(read.value)))


def record_of(item: SourceItem, langs: tuple[Lang, ...], keeper: Keeper) -> Item:
    """Return a dispute, campaign, survey, report, explainer or event with its words."""
    reader = Reader(item, langs, keeper)
    name = RECORD_FILES[item.kind]
    file = next((f for f in item.files if f.name == name), None)
    if file is None:
        return Item(item.kind, item.slug, item.path, None, problems=(problem("record-missing", item.path, name=name),))
    text, faults = decode_source(file.data, file.path)
    _, record = keeper.keep(read_record, item.kind, text, file.path)
    reader.problems += [*faults, *record.problems]
    words, easy = reader.words(), reader.easy()
    for written in words:
        reader.problems += written.header.faults
        key = next((key for key in written.header.fields if key not in TEXT_FIELDS), None)
        if key is None:
            continue
        line = written.header.lines.get((key,), 1)
        reader.problems.append(problem("header-in-record", written.source.path, line, field=key, name=name))
    made, texts = None, tuple(w.text() for w in words)
    # Most records give the address of a public place in a field of its own.
    details = tuple(detail for detail in personal_details(text, file.path) if detail.kind != "address")
    if record.value is not None and item.kind == "events":
        reader.problems += [problem("missing-id", file.path)] * (not record.value.id)
        made = Event(item.slug, item.folder, item.path, record.value, texts, details, easy_text(easy))
    elif record.value is not None:
        made = MODELS[item.kind](item.slug, item.path, record.value, texts, details, easy_text(easy))
        if item.kind == "reports" and record.value.results:
            made = _with_tables(made, reader, record, file.path)
    return reader.made(made, [*words, easy], ((file.path, record.lines),), record.names)


def _with_tables(report: Report, reader: Reader, record: Record, path: str) -> Report:
    """Return a report with the tables of its results; what its files hold besides goes no further."""
    from plugins.reading.results import Files, result_tables  # few reports have results

    data = {file.name: file.data for file in reader.item.files}
    tables, faults = result_tables(report.facts, Files(reader.item.path, data, record.lines, path, reader.langs))
    reader.problems += faults
    return report._replace(tables=tables)


def page_of(item: SourceItem, langs: tuple[Lang, ...], keeper: Keeper) -> Item:
    """Return a fixed page."""
    reader = Reader(item, langs, keeper)
    shown, lines = [], []
    for written in reader.words():
        if written.source.lacks_header:
            reader.problems.append(header_missing(written.source))
            continue
        reader.problems += written.header.faults
        lines.append((written.source.path, written.header.lines))
        if written.header.words:
            shown.append(written)
    files = {written.source.path: written for written in shown}.values()
    facts = read_shared(
        merged_fields(files, lambda fields: shared_fields(fields, PageFacts), reader.problems), PageFacts
    )
    if item.slug in RESERVED:
        reader.problems.append(problem("reserved-name", item.path, found=item.slug))
        shown = []
    texts = tuple(w.text(**_said(w.header.words)) for w in shown)
    easy = reader.easy()
    made = Page(item.slug, item.path, texts, facts, easy_text(easy)) if texts and facts else None
    return reader.made(made, [*shown, easy], tuple(lines))


def _said(words: Any) -> dict[str, str]:
    return {"title": words.title, "summary": words.summary, "title_breaks": words.title_breaks}
