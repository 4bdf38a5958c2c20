"""Posts to measure: which texts they repeat, and what makes each one its own."""

import json
from itertools import pairwise

import pytest

from benchmarks.content import build_summary, render_post
from benchmarks.corpus import parse_post, read_corpus
from benchmarks.own_texts import LENGTHS, build_texts
from benchmarks.posts import APART, Words, middle_slug, posts_of, tag_counts, write_records
from benchmarks.sample import sample_content

TEXTS = [{lang: Words(f"{lang}{number}", "Text.\n") for lang in ("en", "ja")} for number in range(322)]


def test_only_posts_in_both_languages_are_taken_from_a_corpus(corpus):
    assert len(read_corpus(corpus)) == 2


def test_what_other_generators_would_expand_becomes_words():
    words = parse_post('---\ntitle: "A \\"b\\""\n---\nx {% y %} {{ z }} {{\n{: .class}\n')
    assert words.title == "A 'b'"
    assert "{%" not in words.body and "{{" not in words.body and "{:" not in words.body
    assert "x see the archive see the archive" in words.body


@pytest.mark.parametrize("text", ["no header\n", "---\ndate: 2026-01-01\n---\ntext\n"])
def test_a_file_without_a_title_is_refused(text):
    with pytest.raises(ValueError, match="no header with a title"):
        parse_post(text)


def test_posts_stride_through_the_texts_with_sentences_of_their_own():
    posts = list(posts_of(TEXTS, 400))
    assert [post.words["en"].title for post in posts[:3]] == ["en0 #0", "en131 #1", "en262 #2"]
    assert posts[322].words["en"].title == "en0 #322"
    assert posts[7].words["ja"].body == "これは組合記録の第7号です。\n\nText.\n"
    for lang in ("en", "ja"):
        assert len({post.words[lang].body for post in posts}) == 400
    assert all(newer.published - older.published == APART for newer, older in pairwise(posts))


@pytest.mark.parametrize(("count", "tags"), [(100, (5, 5)), (1_000, (25, 40)), (10_000, (250, 400))])
def test_tags_grow_with_the_site(count, tags):
    assert tag_counts(count) == tags


def test_the_edited_post_is_the_one_in_the_middle():
    assert middle_slug(1_000) == "post-00500"


def test_the_peers_get_the_same_posts(tmp_path):
    posts = list(posts_of(TEXTS, 3))
    write_records(posts, tmp_path / "3.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "3.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows[1] == {
        "slug": "post-00001",
        "date": "2026-10-01T01:00:00+09:00",
        "category": "rally",
        "campaign": "campaign-0002",
        "employer": "employer-0003",
        "en": {"title": "en131 #1", "body": posts[1].words["en"].body},
        "ja": {"title": "ja131 #1", "body": posts[1].words["ja"].body},
    }


def test_a_header_says_what_a_writer_would():
    posts = list(posts_of(TEXTS, 3))
    header = render_post(posts[2], "en").split("---\n")[1]
    assert 'kind: "dispute_notice"' in header
    assert 'id: "post-00002"' in header
    assert 'summary: "This is record number 2 of the union archive. Text."' in header
    assert 'dispute: "dispute-0"' in render_post(posts[0], "ja")


@pytest.mark.parametrize(
    ("body", "lang", "summary"),
    [
        ("# Heading\n\nOne [link](/x/) and `code`.\n\n* item\n\nTwo.\n", "en", "One link and code. Two."),
        ("    code\n\n```\nx\n```\n\n<div>x</div>\n\n![p](x.png)\n", "en", ""),
        ("word " * 60, "en", " ".join(["word"] * 50)),
        ("語" * 150, "ja", "語" * 100),
    ],
)
def test_a_summary_is_the_first_plain_words(body, lang, summary):
    assert build_summary(body, lang) == summary


def test_own_texts_are_the_same_every_time():
    assert build_texts(sample_content(), 20) == build_texts(sample_content(), 20)


def test_own_texts_are_as_long_and_as_marked_up_as_real_ones():
    bodies = [pair["en"].body for pair in build_texts(sample_content())]
    lengths = sorted(map(len, bodies))
    assert LENGTHS[4] < lengths[len(lengths) // 2] < LENGTHS[6]
    assert lengths[-1] > 20_000
    for mark in ("\n## ", "\n* ", "](https://", "`", "\n```", "\n    "):
        share = sum(mark in body for body in bodies) / len(bodies)
        assert share > 0.05, mark
