"""Edits as desks make them, chosen by a seed: words, headers, records, pictures, folders, the theme, faults, time."""

from collections.abc import Callable

from tests.edits.desk import Desk, mend
from tests.edits.files import (
    beside,
    blurred,
    catalogue,
    fault,
    file_away,
    folder_away,
    folder_back,
    folder_copied,
    folder_renamed,
    folders_swapped,
    picture,
    post_begun,
    redirect,
    theme,
    time_passes,
    touched,
    unlinked,
)
from tests.edits.words import (
    account,
    body,
    consent,
    header,
    page_header,
    record_day,
    record_part,
    record_words,
    reference,
    site_words,
)

__all__ = ["Desk", "edit", "mend"]

EDITS: tuple[Callable[[Desk], str], ...] = (
    body, body, header, header, header, header, reference, reference, reference, record_words, record_words, record_day,
    consent, consent, record_part, site_words, picture, beside, beside, blurred, blurred, unlinked,
    folder_away, folder_away, folder_back, folder_back,
    file_away, folder_renamed, folders_swapped, folder_copied, post_begun, redirect, redirect, touched, theme,
    catalogue, fault, time_passes, time_passes, page_header, page_header, account,
)  # fmt: skip


def edit(desk: Desk) -> str:
    """Make one edit and say which."""
    for _ in range(20):
        desk.count += 1
        made = desk.pick(EDITS)
        if said := made(desk):
            desk.done.append(f"{desk.count} {made.__name__}: {said}")
            return desk.done[-1]
    raise AssertionError("twenty edits in a row found nothing to do")
