"""Every rule, by id: what is wrong and how to mend it, in both languages."""

from plugins.problems.rules.build import BUILD_RULES
from plugins.problems.rules.content import CONTENT_RULES
from plugins.problems.rules.hostile import HOSTILE_RULES
from plugins.problems.rules.reading import READING_RULES
from plugins.problems.rules.rule import Rule
from plugins.problems.rules.values import VALUE_RULES

RULES: dict[str, Rule] = {
    rule.id: rule for rule in (*READING_RULES, *VALUE_RULES, *CONTENT_RULES, *BUILD_RULES, *HOSTILE_RULES)
}

__all__ = ["RULES", "Rule"]
