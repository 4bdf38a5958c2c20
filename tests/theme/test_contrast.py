"""The ratios of the colours, computed again from tokens.css. Source: WCAG 2.2, 1.4.3, 1.4.6, 1.4.11."""

import re
from itertools import product

import pytest

MORE = "(prefers-contrast: more)"
DARK = "(prefers-color-scheme: dark)"
SCHEMES = {
    "light": [":root"],
    "dark": [":root", DARK],
    "more": [":root", MORE],
    "more, dark": [":root", DARK, MORE, f"{MORE} and {DARK}"],
    "print": [":root", "print"],
}
GROUNDS = ("paper", "card", "tint")
TEXTS = ("ink", "ink2", "shu", "ai", "ai-visited", "matsu", "ki")
PAIRS = [
    *product(TEXTS, GROUNDS),
    ("on-band", "band"),
    ("ink", "ki-tint"),
    ("ink", "matsu-tint"),
    ("paper", "ink"),
    ("on-focus", "focus"),
]


def colours_of(tokens: str, blocks: list[str]) -> dict[str, str]:
    """Return the colours that hold when the media of `blocks` match, later ones winning."""
    parts = re.split(r"@media ([^{]+) \{", re.sub(r"/\*.*?\*/", "", tokens))
    by_media = {":root": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
    return {
        name: value for block in blocks for name, value in re.findall(r"--([\w-]+): (#[0-9a-f]{6})", by_media[block])
    }


def test_a_feed_in_a_browser_has_the_same_colours(theme):
    """Its sheet is a file of its own: nothing inlines the tokens there."""
    sheet = (theme.folder.parent / "static" / "feed.css").read_text(encoding="utf-8")
    for scheme in ("light", "dark"):
        own, tokens = colours_of(sheet, SCHEMES[scheme]), colours_of(theme.tokens, SCHEMES[scheme])
        assert own and own == {name: tokens[name] for name in own}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids="-on-".join)
def test_text_reaches_4_5(theme, scheme, text, ground):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    assert ratio(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme != "print"])
def test_words_on_a_button_reach_4_5_at_rest_and_under_the_pointer(theme, scheme):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    assert ratio(colours["on-shu"], colours["shu"]) >= 4.5
    assert ratio(colours["on-shu"], colours["shu-deep"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_reach_3(theme, scheme, ground):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    assert ratio(colours["edge"], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_bar_stands_out_of_its_track(theme, scheme):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    assert ratio(colours["ai"], colours["line"]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "band"])
def test_one_of_the_two_tones_of_the_focus_stands_out(theme, scheme, ground):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    assert max(ratio(colours["ink"], colours[ground]), ratio(colours["focus"], colours[ground])) >= 3


def test_the_measured_table_still_holds(theme):
    """Spot values of the theme's design: a changed token is a decision, not an accident."""
    light, dark = (colours_of(theme.tokens, SCHEMES[scheme]) for scheme in ("light", "dark"))
    expected = {"ink": 16.30, "ink2": 7.32, "shu": 6.30, "ai": 8.02, "ai-visited": 8.42, "matsu": 6.73, "ki": 7.05}
    assert {text: round(ratio(light[text], light["paper"]), 2) for text in TEXTS} == expected
    expected = {"ink": 14.67, "ink2": 8.33, "shu": 8.58, "ai": 10.03, "ai-visited": 9.62, "matsu": 10.06, "ki": 10.57}
    assert {text: round(ratio(dark[text], dark["paper"]), 2) for text in TEXTS} == expected
