"""Finished style sheets: nothing loaded, and nothing written so that it looks like something else."""

from plugins.inspection.look import Look
from plugins.inspection.policy import loads


def look_at_styles(look: Look, data: bytes) -> None:
    """Note what a style sheet would load.

    Source: CSS Syntax 3: a backslash may stand for any letter, so that "url(" need not be written.
    """
    try:
        css = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        look.tell("published-metadata", data.count(b"\n", 0, fault.start) + 1, found="not CSS in UTF-8")
        return
    for line, text in enumerate(css.splitlines(), 1):
        if "\\" in text or loads(text):
            look.tell("outside-load", line, found=text.strip()[:80])
