"""Every hostile or mistaken input comes out as its case says, and leaves nothing behind."""

import pytest

from plugins.problems import Problem, severity_of
from tests.hostile import (
    controls,
    dates,
    drafts,
    encodings,
    front_matter,
    injections,
    languages,
    leaks,
    markup,
    paths,
    sizes,
    spoofs,
)
from tests.hostile.case import POST, Case
from tests.hostile.ground import OFF, Ground, places_of

KINDS: dict[str, tuple[Case, ...]] = {
    "front-matter": front_matter.FRONT_MATTER,
    "draft": drafts.DRAFT,
    "embargo": dates.EMBARGO,
    "date": dates.DATE,
    "injection": injections.INJECTION,
    "html": markup.HTML,
    "third-party": markup.THIRD_PARTY,
    "leak": leaks.LEAK,
    "encoding": encodings.ENCODING,
    "path": paths.PATH,
    "language": languages.LANGUAGE,
    "spoof": spoofs.SPOOF,
    "feed": encodings.FEED,
    "link": languages.LINK,
    "survey": languages.SURVEY,
    "picture": languages.PICTURE,
    "dos": sizes.DOS,
    "good": controls.CONTROLS,
}
ALL = [pytest.param(case, id=f"{kind}: {case.name}") for kind, cases in KINDS.items() for case in cases]
OUTCOMES = {"refused": (True,), "warned": (False,), "safe": (False,), "good": (False,), "bounded": (True, False)}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("hostile") / "site")


def is_told(said: str, told: list[Problem]) -> bool:
    """Say whether a problem stands at the place, and is of the rule, that a case names."""
    words = said.split(" ")
    rule = words.pop() if not words[-1][0].isdigit() and ":" not in words[-1] else ""
    path, _, line = " ".join(words).rpartition(":")
    return any(
        (not rule or found.rule == rule)
        and (not line or (found.path, found.line) == (path or POST, int(line)))
        for found in told
    )  # fmt: skip


@pytest.mark.parametrize("case", ALL)
def test_a_case_comes_out_as_it_should(case: Case, ground: Ground) -> None:
    result, changed = ground.outcome(case.files)
    told = [found for found in result.problems if severity_of(found, OFF) != "off"]
    assert result.is_stopped in OUTCOMES[case.outcome], told
    assert [said for said in case.says if not is_told(said, told)] == [], told
    assert case.outcome != "warned" or told
    assert case.outcome != "good" or told == []
    assert [needle for needle in case.needles if places_of(needle, changed)] == []
    assert [words for words in case.shown if not places_of(words, changed)] == []


def test_each_kind_has_many_cases_and_each_case_its_own_name() -> None:
    for kind, cases in KINDS.items():
        assert len({case.name for case in cases}) == len(cases) >= 5, kind
    assert len(controls.CONTROLS) >= 30
    assert len(ALL) >= 500


@pytest.mark.parametrize("key", ["../../../x", "../../../../../x", "/x", "..", "x/../../y"])
def test_a_name_that_leads_out_is_never_written_whatever_the_settings_make_of_it(key: str, ground: Ground) -> None:
    site = ground.site
    record = f"hikari:\n  name: {{ja: ひ, en: H}}\n  type: union\nkasai:\n  name: {{ja: か, en: K}}\n  type: employer\n'{key}':\n  name: {{ja: x, en: y}}\n  type: union\n"
    outside = sorted(path for path in site.root.parent.rglob("*") if site.root not in path.parents)
    with ground.with_files({"content/data/organisations.yml": record}):
        result = site.build(severities={**OFF, "key-form": "off"})
        assert not result.is_stopped
        assert {path for path in site.files() if path.endswith(".html")} == {
            path for path in ground.files if path.endswith(".html")
        }
        assert sorted(path for path in site.root.parent.rglob("*") if site.root not in path.parents) == outside
    ground.build()
