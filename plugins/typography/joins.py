"""Line breaks in the source that stand for nothing between Japanese characters."""

import re

from plugins.typography.characters import WIDE

# The spaces beside the break go with it; a typed ideographic space is a character of the text and stays.
BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t\r\n]*")
JOINED = re.compile(rf"(?<=[{WIDE}]){BREAK.pattern}(?=[{WIDE}])")


def join_lines(text: str) -> str:
    """Return the text without line breaks between two Japanese characters; elsewhere a break is one newline."""
    if "\n" not in text and "\r" not in text:
        return text
    return BREAK.sub("\n", JOINED.sub("", text))
