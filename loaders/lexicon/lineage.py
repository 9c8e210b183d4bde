"""Words by which minutes say that a case goes on as another, as compiled patterns. Data: lineage.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from loaders.lexicon.data import compiled, read


@dataclass(frozen=True, slots=True)
class LineageWords:
    """Every pattern of lineage.toml."""

    rename: Pattern[str]
    formerly: Pattern[str]
    to_present: Pattern[str]
    anew: Pattern[str]
    once_more: Pattern[str]
    no_new_name: Pattern[str]
    rename_as: Pattern[str]
    as_name: Pattern[str]
    is_name: Pattern[str]
    former: Pattern[str]
    not_a_name: Pattern[str]
    office: Pattern[str]
    of_office: Pattern[str]
    word: Pattern[str]
    other_name: Pattern[str]
    online: Pattern[str]
    part_renamed: Pattern[str]
    slogan: Pattern[str]
    put_together: Pattern[str]
    part_of_name: Pattern[str]
    replaced: Pattern[str]
    merge: Pattern[str]
    absorb: Pattern[str]
    named_after: Pattern[str]
    run_by: Pattern[str]
    within: Pattern[str]
    sorts: Pattern[str]
    aside: Pattern[str]
    that_case: Pattern[str]
    kept: Pattern[str]
    whole: Pattern[str]
    composed: Pattern[str]
    split: Pattern[str]
    halved: Pattern[str]
    split_off: Pattern[str]
    split_from: Pattern[str]
    split_beneath: Pattern[str]
    same_name: Pattern[str]
    request: Pattern[str]


@cache
def lineage_words() -> LineageWords:
    """The patterns."""
    return compiled(LineageWords, read("lineage.toml"))


def changes(text: str) -> bool:
    """Whether some words speak of a step of lineage, asserted or not."""
    words = lineage_words()
    return any(step.search(text) for step in (words.halved, words.split, words.merge, words.absorb, words.rename))
