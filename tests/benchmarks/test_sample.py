"""Which texts are measured: the sample's, also where a union has begun its own site in its place."""

import pytest

from benchmarks.sample import NoSample, sample_content
from plugins.scaffolding.sample import SITE_ID

OURS, SAMPLE = "id: unionown\n", f"id: {SITE_ID}  # of the sample\n"


def put(root, place, text):
    file = root / place / "data/site.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text)


@pytest.mark.parametrize("found", ["content", "examples/content"])
def test_the_sample_is_found_before_and_after_a_union_has_begun(found, tmp_path):
    put(tmp_path, found, SAMPLE)
    if found != "content":
        put(tmp_path, "content", OURS)
    assert sample_content(tmp_path) == tmp_path / found


def test_a_union_s_own_texts_are_never_measured(tmp_path):
    put(tmp_path, "content", OURS)
    with pytest.raises(NoSample, match="examples/content"):
        sample_content(tmp_path)
