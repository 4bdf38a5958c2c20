"""Faults of content as values: a rule, a place, and the words for both."""

from plugins.problems.problem import Problem, has_errors, masked, problem, report, severity_of, words_of
from plugins.problems.rules import RULES, Rule

__all__ = ["RULES", "Problem", "Rule", "has_errors", "masked", "problem", "report", "severity_of", "words_of"]
