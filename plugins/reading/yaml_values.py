"""What one value on one line of a record is, as its author meant it."""

import re

_BLOCK_RE = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?\s*$")
_TAG_RE = re.compile(r"!{1,2}[A-Za-z<][\x21-\x7e]*(?:\s|$)")
_ANCHOR_RE = re.compile(r"&[A-Za-z0-9_-]+(?:\s|$)|\*[A-Za-z0-9_-]+\s*$")
_HASHTAG_RE = re.compile(r"(?:^|\s)#[^\s#]")
_COMMENT_RE = re.compile(r"(?:^|\s)#(?:\s|#|$)")
_FLOW_KEY_RE = re.compile(r"\s*([A-Za-z][\w-]*)\s*:(?:\s+|$)")
_CLOSERS = {"[": "]", "{": "}"}


def quoted(text: str) -> str:
    """Return a text as YAML writes it between quotes; single ones where it holds double ones."""
    if '"' in text and "\\" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def kind_of_value(value: str) -> str:
    """Say what a value is: a plain word YAML reads alike, or what our reading makes of it.

    Shape: "plain", "quoted", "flow", "block", "mark" (tag, anchor or alias, refused later); "colon" and "other"
    for what must be quoted to be one text; "open-quote" and "open-bracket" for what goes on or is not closed.
    """
    first = value[:1]
    if not first or (first == "#" and not _HASHTAG_RE.match(value)):
        return "plain"
    if first in "\"'":
        end = end_of_quoted(value)
        return "open-quote" if end is None else "quoted" if _is_rest_empty(value[end:]) else "other"
    if first in "[{":
        end = end_of_flow(value)
        return "open-bracket" if end is None else "flow" if _is_rest_empty(value[end:]) else "other"
    if first in "|>":
        return "block" if _BLOCK_RE.match(value) else "other"
    if _TAG_RE.match(value) or _ANCHOR_RE.match(value):
        return "mark"
    if first in "`@%&*!#,]}" or (first in "-?:" and value[1:2] in ("", " ")):
        return "other"
    text = without_comment(value)
    if ": " in text or text.endswith(":"):
        return "colon"
    return "other" if _HASHTAG_RE.search(text) else "plain"


def without_comment(value: str) -> str:
    """Return a plain value without the comment behind it; "#word" is a hashtag, "# word" a comment."""
    if "#" not in value:
        return value
    match = _COMMENT_RE.search(value)
    return value[: match.start()].rstrip() if match else value


def end_of_quoted(value: str, start: int = 0) -> int | None:
    """Return where a text that begins with a quote ends, behind its closing quote."""
    quote, at = value[start], start + 1
    while at < len(value):
        escape = value[at] == "\\" if quote == '"' else value[at : at + 2] == "''"
        if escape:
            at += 2
        elif value[at] == quote:
            return at + 1
        else:
            at += 1
    return None


def end_of_flow(value: str) -> int | None:
    """Return where a list or map in brackets ends, behind its closing bracket."""
    waiting: list[str] = []
    at, before = 0, ""
    while at < len(value):
        char = value[at]
        if char in "\"'" and before in ("[", "{", ",", ":"):
            end = end_of_quoted(value, at)
            if end is None:
                return None
            at, before = end, char
            continue
        before = before if char.isspace() else char
        if char in _CLOSERS:
            waiting.append(_CLOSERS[char])
        elif char in "]}" and waiting and char == waiting[-1]:
            waiting.pop()
            if not waiting:
                return at + 1
        at += 1
    return None


def mended_flow(value: str) -> tuple[str, str] | None:
    """Return a one-line map with its unquoted texts quoted, and why ("colon" or "other"); none if nothing is to mend.

    Shape: `{ja: 速報: 勝利, en: Tokyo, Osaka}` -> `{ja: "速報: 勝利", en: "Tokyo, Osaka"}`.
    """
    end = end_of_flow(value)
    if not value.startswith("{") or end is None or any(char in value[1 : end - 1] for char in "[]{}"):
        return None
    pairs: list[tuple[str, str]] = []
    for part in _flow_parts(value[1 : end - 1]):
        if match := _FLOW_KEY_RE.match(part):
            pairs.append((match[1], part[match.end() :].strip()))
        elif pairs and part.strip():
            pairs[-1] = pairs[-1][0], f"{pairs[-1][1]},{part.rstrip()}"
        elif part.strip():
            return None
    kinds = [_kind_in_flow(text) for _, text in pairs]
    reasons = [kind for kind in kinds if kind in ("colon", "other")]
    if not reasons:
        return None
    texts = [quoted(text) if kind in ("colon", "other") else text for kind, (_, text) in zip(kinds, pairs, strict=True)]
    inner = ", ".join(f"{key}: {text}" for (key, _), text in zip(pairs, texts, strict=True))
    return "{" + inner + "}" + value[end:], reasons[0]


def _kind_in_flow(text: str) -> str:
    kind = kind_of_value(text)
    return "other" if kind == "plain" and "," in text else kind


def _flow_parts(inner: str) -> list[str]:
    """Divide the inside of a one-line map at its commas, not at those inside quotes."""
    parts, start, at, before = [], 0, 0, ""
    while at < len(inner):
        if inner[at] in "\"'" and before == ":":
            at, before = end_of_quoted(inner, at) or at + 1, inner[at]
            continue
        before = before if inner[at].isspace() else inner[at]
        if inner[at] == "," and inner[at + 1 : at + 2] in ("", " "):
            parts.append(inner[start:at])
            start = at + 1
        at += 1
    return [*parts, inner[start:]]


def _is_rest_empty(rest: str) -> bool:
    return not rest.strip() or bool(re.match(r"\s+#", rest))
