"""What tells values apart: their `repr`, the same in every process."""

from dataclasses import dataclass, replace

from plugins.model.context import Context, kept
from plugins.model.jobs import Job
from plugins.model.told import LongText, ToldOnce


@dataclass(frozen=True, repr=False)
class Row(ToldOnce):
    """Stands in many views."""

    title: str
    number: int = 1


@kept
def make(context: Context, lang: str) -> str:
    return lang


def test_a_job_tells_its_function_by_name():
    job = Job("ja/index.html", make, ("ja",), "pages/home.html", "ja")
    assert repr(job) == f"Job('ja/index.html', '{__name__}.make', ('ja',), 'pages/home.html', 'ja')"


def test_a_value_told_once_tells_of_all_its_fields():
    row = Row("strike")
    assert repr(row) == repr(row) == repr(Row("strike"))
    assert len({repr(row), repr(replace(row, number=2)), repr(replace(row, title="rally"))}) == 3
    assert row == Row("strike")


def test_a_long_text_is_told_by_its_hash_and_is_a_text():
    text = LongText("ストライキ" * 1000)
    assert text == "ストライキ" * 1000
    assert repr(text) == repr(LongText(str(text))) != repr(LongText("rally"))
    assert len(repr(text)) < 50


def test_a_function_whose_value_is_kept_is_marked_and_stays_itself():
    assert make.is_kept
    assert make(None, "ja") == "ja"
