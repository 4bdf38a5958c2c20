"""The table of demands: what nobody said anything of takes no room."""

import pytest

SOURCE = '{% from "components/demand_table/demand_table.html" import demand_table %}{{ demand_table(demands) }}'


@pytest.mark.parametrize(
    ("demand", "is_shown"), [({"state": ""}, False), ({"state": "met"}, True), ({"state": "", "answer": "No."}, True)]
)
def test_states_have_a_column_where_one_demand_has_a_state_or_an_answer(environments, demand, is_shown):
    demands = [{"text": "Pay", "state": ""}, {"text": "Masks"} | demand]
    html = environments["en"].from_string(SOURCE).render(demands=demands)
    assert (">State<" in html) == is_shown
    assert html.count("<td") == (4 if is_shown else 2)
