"""The table of each result as a file for spreadsheets: in all languages, and nothing that its page does not show."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from plugins.model.context import Context
from plugins.model.jobs import Job
from plugins.model.text import Words
from plugins.model.urls import output_path, result_url
from plugins.pages.relations import reports_out
from plugins.pages.results import column_words
from plugins.pages.sayings import say

BETWEEN = " / "
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def result_file_jobs(context: Context) -> Iterable[Job]:
    """Give the table of each result of a report that is out."""
    for slug in reports_out(context):
        for result in context.site.reports[slug].facts.results:
            yield Job(output_path(result_url(slug, result.id)), result_file, (slug, result.id))


def result_file(context: Context, slug: str, key: str) -> str:
    """Return the table of a result as CSV: a line for each group, its name in each language, then its numbers.

    Source: RFC 4180; the byte order mark in front is what Excel knows UTF-8 by.
    """
    report = context.site.reports[slug]
    result = next(result for result in report.facts.results if result.id == key)
    table = next(table for table in report.tables if table.id == key)
    langs = context.site.langs
    has_rows, has_columns = bool(table.row_totals), bool(table.column_totals)
    lines: list[list[str]] = []
    catalogues = [context.words[lang] for lang in langs]
    answers, total, hidden = (
        _in_all(words)
        for words in zip(
            *(
                (c.pgettext("column", "Answers"), c.pgettext("column", "Total"), c.pgettext("result", "hidden"))
                for c in catalogues
            ),
            strict=True,
        )
    )
    titles = [_said(context, words) or answers for words in column_words(context, report, result)]
    lines.append([*langs, *titles, *[total] * has_rows])
    for number, (words, counts) in enumerate(zip(table.rows, table.cells, strict=True)):
        names = [said.text if (said := say(words, context.site, lang)) else "" for lang in langs]
        totals = table.row_totals[number : number + 1]
        lines.append([*names, *_numbers((*counts, *totals), hidden)])
    if has_columns:
        names = [catalogue.pgettext("column", "Total") for catalogue in catalogues]
        totals = (*table.column_totals, *[table.total] * has_rows)
        lines.append([*names, *_numbers(totals, hidden)])
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([*map(_plain, line)] for line in lines)
    return f"\ufeff{text.getvalue()}"


def _numbers(counts: Sequence[int | None], hidden: str) -> list[str]:
    return [hidden if count is None else str(count) for count in counts]


def _in_all(words: Iterable[str]) -> str:
    """Return a word in all languages of the site, each once."""
    return BETWEEN.join(dict.fromkeys(words))


def _said(context: Context, words: Words) -> str:
    said = (say(words, context.site, lang) for lang in context.site.langs)
    return _in_all(one.text for one in said if one)


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet works out: one that begins like a formula begins with a quote."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
