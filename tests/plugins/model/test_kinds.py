"""Words of the field that carry more than their own name."""

import pytest

from plugins.model.kinds import PostKind

ACTS = {"strike", "rally", "leafleting", "seminar"}
VOICES = {
    "news", "statement", "solidarity", "press_release", "media_coverage", "survey", "notice_to_workers", "explainer",
}  # fmt: skip


@pytest.mark.parametrize("kind", PostKind)
def test_a_kind_has_the_colour_of_what_it_is(kind):
    assert kind.tone == ("act" if kind.value in ACTS else "voice" if kind.value in VOICES else "process")
