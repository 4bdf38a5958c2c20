"""A style sheet as rules, of which a page gets those that something on it can match."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# What a page is looked through for, each by itself, which is three times as fast as all at once.
TAGS = re.compile(r"<[a-z][a-z0-9-]*")
CLASSES = re.compile(r'class="([^"]*)"')
LANGUAGES = re.compile(r'lang="([a-zA-Z]+)')
MADE = re.compile(r"""createElement\(["']([a-z0-9-]+)["']\)""")
VARIANTS = re.compile(r'(data-[a-z-]+)(?:="([^"]*)")?')
GROUPS = ("@media", "@supports")  # at-rules that hold rules; others are kept as they are
ALWAYS = frozenset(("<html", "<head", "<body", "<tbody"))  # browsers make them where nobody wrote them
CHOICES = (":is", ":where", ":has")
FUNCTION = re.compile(r":{1,2}[a-z-]+\([^()]*\)")
LANGUAGE = re.compile(r":lang\(([a-z]+)\)|\[lang\|=\"?([a-z]+)\"?\]")
DATA = re.compile(r'\[(data-[a-z-]+)(?:="?([^"\]]*)"?)?\]')
CLASS = re.compile(r"\.([\w-]+)")
NO_ELEMENT = re.compile(r"\[[^\]]*\]|::?[a-z-]+|\.[\w-]+")
ELEMENT = re.compile(r"[a-z][a-z0-9-]*")


class Needs(NamedTuple):
    """What must stand on a page for a selector to match: all of some marks, and one of each group of choices."""

    marks: frozenset[str]
    choices: tuple[tuple["Needs", ...], ...] = ()

    def met_by(self, marks: frozenset[str]) -> bool:
        """Say whether a page with these marks may have an element that the selector matches."""
        return self.marks <= marks and all(any(need.met_by(marks) for need in group) for group in self.choices)

    def all_marks(self) -> frozenset[str]:
        """Return every mark that the answer hangs on."""
        return self.marks.union(*(need.all_marks() for group in self.choices for need in group))


class Rule(NamedTuple):
    """One rule; `inner` holds those of a group, and `selectors` then is the at-rule itself."""

    selectors: tuple[tuple[str, Needs], ...]
    body: str
    inner: tuple["Rule", ...] | None = None


def marks_of(html: str) -> frozenset[str]:
    """Return what a page holds, as selectors ask for it: "<table", ".card", "[data-tone=act]", "lang=ja"."""
    marks = set(TAGS.findall(html))
    marks.update([f".{name}" for name in set(" ".join(set(CLASSES.findall(html))).split())])
    marks.update([f"lang={name.lower()}" for name in set(LANGUAGES.findall(html))])
    for name, value in set(VARIANTS.findall(html)):
        marks.update((f"[{name}]", f"[{name}={value}]"))
    return frozenset(marks)


@lru_cache(maxsize=64)
def marks_of_script(script: str) -> frozenset[str]:
    """Return the elements that a script may add to its page."""
    return frozenset(f"<{name}" for name in MADE.findall(script))


@lru_cache(maxsize=1024)
def rules_of(css: str) -> tuple[Rule, ...]:
    """Return the rules of a minified sheet in their order."""
    return tuple(_rules(css))


def needed(rules: tuple[Rule, ...], marks: frozenset[str]) -> str:
    """Return the rules that may match something on a page with these marks."""
    kept = []
    for selectors, body, inner in rules:
        if inner is not None:
            body = needed(inner, marks)
        shown = ",".join([text for text, need in selectors if need.met_by(marks)])
        if shown and (body or inner is None):
            kept.append(f"{shown}{{{body}}}")
    return "".join(kept)


def asked_for(rules: tuple[Rule, ...]) -> frozenset[str]:
    """Return every mark that one of the rules asks for."""
    own = [need.all_marks() for rule in rules for _, need in rule.selectors]
    return frozenset().union(*own, *(asked_for(rule.inner) for rule in rules if rule.inner))


def _rules(css: str) -> Iterator[Rule]:
    start = 0
    while (opening := css.find("{", start)) >= 0:
        closing = _closing(css, opening)
        head, body = css[start:opening], css[opening + 1 : closing]
        if head.startswith("@"):
            yield Rule(((head, Needs(frozenset())),), body, tuple(_rules(body)) if head.startswith(GROUPS) else None)
        else:
            yield Rule(tuple((text, _needs(text)) for text in _parted(head)), body)
        start = closing + 1


def _closing(css: str, opening: int) -> int:
    """Return where the block ends that begins at `opening`."""
    depth, place = 1, opening
    while depth:
        place = min(found for sign in "{}" if (found := css.find(sign, place + 1)) >= 0)
        depth += 1 if css[place] == "{" else -1
    return place


def _parted(selectors: str) -> list[str]:
    """Return the selectors of a list, those inside of brackets left together."""
    if "(" not in selectors and "[" not in selectors:
        return selectors.split(",")
    parts, depth = [""], 0
    for sign in selectors:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _needs(selector: str) -> Needs:
    """Return what a selector needs; of what it excludes, and of states that come and go, it needs nothing."""
    plain, choices = "", []
    start = 0
    for name, inside, begin, end in _functions(selector):
        plain += selector[start:begin]
        start = end
        if name in CHOICES:
            choices.append(tuple(_needs(part.strip(" >+~")) for part in _parted(inside)))
        elif name == ":lang":
            plain += selector[begin:end]
    plain += selector[start:]
    marks = {f"lang={one or other}" for one, other in LANGUAGE.findall(plain)}
    marks |= {f"[{name}={value}]" if value else f"[{name}]" for name, value in DATA.findall(plain)}
    bare = FUNCTION.sub("", plain)
    marks |= {f".{name}" for name in CLASS.findall(re.sub(r"\[[^\]]*\]", "", bare))}
    marks |= {f"<{name}" for name in ELEMENT.findall(NO_ELEMENT.sub("", bare))}
    return Needs(frozenset(marks) - ALWAYS, tuple(choices))


def _functions(selector: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield name, inside, beginning and end of each outermost function of a selector: `:is(…)`, `:not(…)`."""
    if "(" not in selector:
        return
    depth, begin, opening = 0, 0, 0
    for place, sign in enumerate(selector):
        if sign == "(":
            if not depth:
                begin, opening = selector.rfind(":", 0, place), place
                begin -= selector[begin - 1 : begin] == ":"
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                yield selector[begin:opening], selector[opening + 1 : place], begin, place + 1
