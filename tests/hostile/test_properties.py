"""Any header and any text, any bytes, records and names: a page or a clear problem, never an exception, hang or leak."""

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from plugins.problems import report
from tests.hostile.case import FOLDER, NEEDLE, POST
from tests.hostile.ground import Ground, alarm, could_be_seen, places_of

SAME_EACH_TIME = settings(
    derandomize=True, max_examples=60, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
SIGNS = "-—:：=.,;、。 \n\t\u3000\u00a0\"'“”「」[]{}()<>|\\/&*_~`#!?%@^+$\u200b\u202e\ufeff\x00\x1b\r\u2028"
LETTERS = "aZ0９あア漢ｱ々éаא👩\u200d\ufe0f\u3099"
WORDS = (
    "status", "draft", "draft: true", "status: draft", "status: published", "title", "title: 題", "summary:", "kind: strike",
    "tags: [wages]", "tags:\n  - wages", "date: 2026-11-20", "embargo_until: 2026-12-01", "id: case2222", "---", "...", "- ",
    "quotes:\n  - text: {ja: x, en: y}\n    role: {ja: x}", "photos:\n  - file: a.jpg\n    alt: {ja: x}", "&a", "*a", "!!x",
    "<<: *a", "? x", "|", ">-", "# x", "{ja: 題, en: T}", "[a, b", '"x', "'x", "<!-- ja -->", "<!-- en -->", "<!--", "-->",
    "<script>x</script>", '<a href="javascript:x">x</a>', "<b onclick=x>", "<svg onload=x>", "[x](javascript:x)", "![x](a.png)",
    "[x](https://union.example/)", "[x][1]", "[1]: /news/", "[^1]", "[^1]: x", "{sessions}", "{漢|かん}", "| a | b |", "|---|---|",
    "```", "~~~", "> ", "1. ", "* ", "## x", "====", "***", "__", "\\", "&#x202e;", "&lt;", "&amp", "<http://x.example>", "\n\n",
    "{{ x }}", "{% x %}", "<details>", "</details>", "<div>", "</p>", "<!DOCTYPE x>", "<?x?>", "<![CDATA[", "]]>", "../", "%2e",
)  # fmt: skip
LINE = st.lists(st.sampled_from(WORDS) | st.text(SIGNS + LETTERS, max_size=6), max_size=5).map("".join)
LINES = st.lists(LINE, max_size=6)
TEXT = st.lists(LINE, max_size=10).map("\n".join)
FIELDS = (
    "name", "title", "summary", "union", "opponent", "entries", "date", "type", "text", "public", "start", "end", "url", "email",
    "label", "value", "shares", "waves", "number", "languages", "id", "label", "closes", "figure", "as_of", "source", "ja", "en",
)  # fmt: skip
VALUES = st.sampled_from(WORDS) | st.text(SIGNS + LETTERS, max_size=8) | st.sampled_from(
    ("{ja: 名, en: N}", "hikari", "2026-11-20", "9999-12", "-1", "1e9", "true", "[]", "{}", "https://x.example/", "strike", "")
)  # fmt: skip
RECORD = st.lists(
    st.tuples(st.sampled_from(("", "  ", "  - ", "    ")), st.sampled_from(FIELDS), VALUES), max_size=10
).map(lambda rows: "".join(f"{lead}{field}: {value}\n" for lead, field, value in rows))
RECORDS = (
    "disputes/kasai-2026/dispute.yml", "campaigns/raise-the-floor/campaign.yml", "events/2026-12-12-study-meeting/event.yml",
    "surveys/pay/survey.yml", "reports/pay/report.yml", "explainers/pay/explainer.yml", "data/tags.yml", "data/actions.yml",
    "data/organisations.yml", "data/contacts.yml", "data/notices.yml", "data/terms.yml", "data/figures.yml", "data/site.yml",
)  # fmt: skip
NAME = st.text(SIGNS.replace("/", "").replace("\x00", "") + LETTERS + "b-1", min_size=1, max_size=8)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("properties") / "site")


@SAME_EACH_TIME
@given(header=LINES, body=TEXT)
@example(header=["date: 9999-12-31 23:59 -12:00"], body="x")
@example(header=["event_date: 9999-12"], body="x")
def test_any_header_and_any_text_give_a_page_or_a_problem(header: list[str], body: str, ground: Ground) -> None:
    start = ["---", "id: case2222", "title: 題", "summary: 要約"]
    result, changed = ground.outcome({POST: "\n".join([*start, *header, "---", "", body, ""]).encode(errors="replace")})
    assert result.is_stopped or changed


@SAME_EACH_TIME
@given(before=LINES, behind=LINES, body=TEXT)
@example(before=["# note "], behind=[], body="x")
def test_a_draft_stays_one_whatever_else_its_header_says(
    before: list[str], behind: list[str], body: str, ground: Ground
) -> None:
    lines = ["---", f"title: {NEEDLE}", *before, "status: draft", *behind, "---", NEEDLE, body, NEEDLE, ""]
    data = "\n".join(lines).encode(errors="replace")
    if could_be_seen("ja.md", data):
        _, changed = ground.outcome({POST: data})
        assert places_of(NEEDLE, changed) == []


@SAME_EACH_TIME
@given(data=st.binary(max_size=200) | TEXT.map(lambda text: text.encode("utf-16", errors="replace"))
       | TEXT.map(lambda text: text.encode("cp932", errors="replace")))  # fmt: skip
def test_any_bytes_give_a_page_or_a_problem(data: bytes, ground: Ground) -> None:
    result, changed = ground.outcome({POST: data})
    assert result.is_stopped or changed


@SAME_EACH_TIME
@given(path=st.sampled_from(RECORDS), record=RECORD)
@example(path="campaigns/raise-the-floor/campaign.yml", record="name: {ja: x}\ngoal: {ja: x}\nend: 9999-12\n")
@example(path="data/organisations.yml", record="../../x:\n  name: {ja: x}\n  type: union\n")
def test_any_record_gives_pages_or_a_problem(path: str, record: str, ground: Ground) -> None:
    data = record.encode(errors="replace")
    with ground.with_files({f"content/{path}": data}), alarm():
        stamps = ground.site.stamps()
        result = ground.build()
        "\n".join(report(result.problems, "ja")).encode()
        assert not result.is_stopped or ground.site.stamps() == stamps
    assert not ground.build().is_stopped and ground.site.files() == ground.files


@SAME_EACH_TIME
@given(
    name=NAME,
    ending=st.sampled_from(("", ".md", ".yml", ".jpg", ".pdf", "/ja.md")),
    place=st.sampled_from((FOLDER, "content/news", "content/pages", "content/data", "content")),
)
def test_any_name_gives_a_page_or_a_problem(name: str, ending: str, place: str, ground: Ground) -> None:
    assume(name not in (".", "..") and "/" not in name)
    path = f"{place}/{name}{ending}"
    with ground.with_files({path: "---\ntitle: 題\n---\n\n本文\n"}), alarm():
        stamps = ground.site.stamps()
        result = ground.build()
        "\n".join(report(result.problems, "ja")).encode()
        assert not result.is_stopped or ground.site.stamps() == stamps
        assert all(path.isprintable() and ".." not in path for path in ground.site.files())
    assert not ground.build().is_stopped
