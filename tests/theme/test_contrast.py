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
    *product(
        ("ink", "ink2", "ai", "ai-visited", "matsu", "ki"), ("ki-tint", "matsu-tint")
    ),  # notes, and what is in them
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


# The tables of the theme's design. A changed token is a decision, not an accident.
MEASURED = {
    "light": {
        "ink": (16.30, 17.14, 14.97), "ink2": (7.32, 7.70, 6.72), "ai": (8.02, 8.43, 7.36),
        "ai-visited": (8.42, 8.85, 7.73), "shu": (6.30, 6.63, 5.79), "matsu": (6.73, 7.07, 6.17),
        "ki": (7.05, 7.41, 6.47), "edge": (4.17, 4.39, 3.83), "line": (1.37, 1.44, 1.26),
    },
    "dark": {
        "ink": (14.67, 13.51, 12.72), "ink2": (8.33, 7.67, 7.22), "ai": (10.03, 9.24, 8.70),
        "ai-visited": (9.62, 8.86, 8.34), "shu": (8.58, 7.90, 7.44), "matsu": (10.06, 9.27, 8.72),
        "ki": (10.57, 9.74, 9.17), "edge": (5.02, 4.62, 4.35), "line": (1.55, 1.43, 1.35),
    },
    "more": {name: (value,) * 3 for name, value in {
        "ink": 21.0, "ink2": 17.14, "shu": 9.72, "ai": 12.33, "matsu": 11.03, "ki": 10.97, "edge": 21.0, "line": 21.0,
    }.items()},
    "more, dark": {name: (value,) * 3 for name, value in {
        "ink": 21.0, "ink2": 16.92, "shu": 12.35, "ai": 15.20, "matsu": 15.82, "ki": 15.88, "edge": 21.0, "line": 21.0,
    }.items()},
}  # fmt: skip
PAIRS_MEASURED = {
    "light": {
        ("on-shu", "shu"): 6.63, ("on-band", "band"): 9.72, ("ink", "ki-tint"): 15.16, ("ink", "matsu-tint"): 14.80,
        ("ai", "line"): 5.84, ("ink", "band"): 1.76, ("focus", "band"): 6.82,
    },
    "dark": {
        ("on-shu", "shu"): 8.72, ("on-band", "band"): 10.43, ("ink", "ki-tint"): 11.38, ("ink", "matsu-tint"): 11.26,
        ("ai", "line"): 6.47, ("focus", "band"): 7.32, ("focus", "paper"): 12.78,
    },
}  # fmt: skip


@pytest.mark.parametrize("scheme", MEASURED)
def test_the_measured_table_still_holds(theme, scheme):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    for text, expected in MEASURED[scheme].items():
        assert tuple(round(ratio(colours[text], colours[ground]), 2) for ground in GROUNDS) == expected, text
    for (text, ground), expected in PAIRS_MEASURED.get(scheme, {}).items():
        assert round(ratio(colours[text], colours[ground]), 2) == expected, (text, ground)


@pytest.mark.parametrize("scheme", ["more", "more, dark"])
def test_more_contrast_gives_text_7(theme, scheme):
    colours = colours_of(theme.tokens, SCHEMES[scheme])
    for text, ground in product(TEXTS, GROUNDS):
        assert ratio(colours[text], colours[ground]) >= 7, (text, ground)


def test_a_bar_has_no_track_of_its_colour_where_more_contrast_makes_lines_black(theme):
    more = theme.styles["components/bar_chart/bar_chart.css"].split("@media (prefers-contrast: more) {")[1]
    assert more.split("}")[0].strip() == ".bar-chart__track { fill: none; stroke: var(--edge);"
