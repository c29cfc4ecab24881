"""The conditions that follow-ups in content/ may name: each finds where something asks attention.

A condition gives one finding per occurrence: the names that the follow-up's text fills in. Adding a
condition here is code; when and how it is said is content.
"""

from guide.conditions import agreed, over_time, pictures, talk
from guide.conditions.registry import CONDITIONS, Condition, Finding, condition

__all__ = [
    "CONDITIONS",
    "Condition",
    "Finding",
    "agreed",
    "condition",
    "over_time",
    "pictures",
    "talk",
]
