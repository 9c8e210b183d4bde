"""What a user's phrases and headings may mean, and which words of the shipped lexicon they stand beside.

Always true: a meaning names a place in the shipped files that exists.
"""

from __future__ import annotations

from collections.abc import Mapping

EVENTS: Mapping[str, str] = {
    "established": "ESTABLISHED_AT",
    "continued": "CONTINUED_AT",
    "delisted": "DELISTED_AT",
    "routinised": "ROUTINISED_AT",
    "deferred": "DEFERRED_AT",
    "rejected": "REJECTED_AT",
    "withdrawn": "WITHDRAWN_AT",
    "reopened": "REOPENED_AT",
    "expanded": "EXPANDED_AT",
}
"""What happens to a case: the table of decisions.toml."""
STEPS: Mapping[str, str] = {"renamed": "rename", "merged": "merge", "absorbed": "absorb", "split": "split"}
"""How a case goes on as another: the pattern of lineage.toml."""
PASSED = "passed"
"""That what was put is agreed to (照案通過)."""
HEADINGS: tuple[str, ...] = (
    "title", "date", "place", "chair", "recorder", "attendees", "end", "opening", "previous", "motion", "resolution",
    "conclusion", "explanation", "progress", "measures", "proposer", "responsible", "subject", "report", "proposals",
)  # fmt: skip
"""Parts of the minutes: the tables of headings.toml."""
LISTS: Mapping[str, str] = {"tracked_cases": "tracked", "new_cases": "new"}
"""What a list on the agenda holds: the patterns of agenda.toml."""

MEANINGS: Mapping[str, tuple[str, ...]] = {
    "phrase": (*EVENTS, *STEPS, PASSED),
    "heading": (*HEADINGS, *LISTS),
}
"""What entries of a kind may mean."""
