"""How sentences name cases and bind decisions to them, as compiled patterns. The words are data (lifecycle.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from loaders.lexicon.data import compiled, read


@dataclass(frozen=True, slots=True)
class RowWords:
    """Enumerations of case names, quoted and bare."""

    no_case: Pattern[str]
    new_beside: Pattern[str]
    decided_before: Pattern[str]
    counted_before: Pattern[str]
    speaker_before: Pattern[str]
    topic_before: Pattern[str]
    waits: Pattern[str]
    part_after: Pattern[str]
    decided_after: Pattern[str]
    of_cases: Pattern[str]
    part: Pattern[str]
    called: Pattern[str]
    called_together: Pattern[str]
    not_called: Pattern[str]
    beside: Pattern[str]
    tracked: Pattern[str]
    counted: Pattern[str]
    counted_end: Pattern[str]
    counted_behind: Pattern[str]
    after_known: Pattern[str]
    directed: Pattern[str]
    directive: Pattern[str]


@dataclass(frozen=True, slots=True)
class BindingWords:
    """What joins a word of decision to the names around it, or keeps it from them."""

    agency_after: Pattern[str]
    each: Pattern[str]
    others: Pattern[str]
    rest: Pattern[str]
    rest_tracked: Pattern[str]
    lead: Pattern[str]
    topic: Pattern[str]
    enumerates: Pattern[str]
    of_list: Pattern[str]
    some: Pattern[str]
    old_case: Pattern[str]
    old_name: Pattern[str]
    that_case: Pattern[str]
    former_latter: Pattern[str]
    severally: Pattern[str]
    aside: Pattern[str]
    this_case: Pattern[str]
    beside_it: Pattern[str]
    merged_case: Pattern[str]
    after_change: Pattern[str]
    so_far: Pattern[str]
    changes_asked: Pattern[str]
    all_of_report: Pattern[str]
    of_report: Pattern[str]
    of_group: Pattern[str]
    as_follows: Pattern[str]
    once_in: Pattern[str]
    gathers: Pattern[str]


@dataclass(frozen=True, slots=True)
class SuccessionWords:
    """Mergers at the head of an item, origins, and names that point back."""

    origin: Pattern[str]
    merged: Pattern[str]
    bracketed: Pattern[str]
    merged_head: Pattern[str]
    merged_later: Pattern[str]
    open: Pattern[str]
    pointing: Pattern[str]
    aforesaid: Pattern[str]
    of_them: Pattern[str]
    counted: Pattern[str]
    twins: Pattern[str]
    together: Pattern[str]
    asked_for: Pattern[str]
    owned: Pattern[str]
    premises: Pattern[str]
    platform: Pattern[str]
    list_of: Pattern[str]
    agreed_behind: Pattern[str]


@dataclass(frozen=True, slots=True)
class ReferralWords:
    """Cases that another issue group takes over."""

    to: Pattern[str]
    there: Pattern[str]
    open: Pattern[str]
    ours: Pattern[str]
    declined: Pattern[str]
    arrives: Pattern[str]
    came: Pattern[str]
    before_name: Pattern[str]
    named: Pattern[str]
    that: Pattern[str]
    nobody: Pattern[str]


@dataclass(frozen=True, slots=True)
class PassingWords:
    """What stands before 照案通過, and what passes something else."""

    before: Pattern[str]
    amended: Pattern[str]
    once: Pattern[str]
    same: Pattern[str]
    option: Pattern[str]
    aforesaid: Pattern[str]


@dataclass(frozen=True, slots=True)
class SettlementWords:
    """What decides between statements that contradict each other."""

    kept_here: Pattern[str]
    noted: Pattern[str]
    kept_though_asked: Pattern[str]
    about_case: Pattern[str]
    off_before: Pattern[str]
    put_only: Pattern[str]
    announced: Pattern[str]
    off_after: Pattern[str]
    not_yet_listed: Pattern[str]
    newly: Pattern[str]
    not_yet: Pattern[str]
    off_list: Pattern[str]
    about_list: Pattern[str]
    only_here: Pattern[str]
    higher: Pattern[str]
    on_list: Pattern[str]
    putting: Pattern[str]
    no_new: Pattern[str]
    proposing: Pattern[str]


@dataclass(frozen=True, slots=True)
class RetellingWords:
    """What was decided or done before the sitting."""

    said: Pattern[str]
    about: Pattern[str]
    decisions: Pattern[str]
    concerning: Pattern[str]
    old_name: Pattern[str]
    composed: Pattern[str]
    done: Pattern[str]


@dataclass(frozen=True, slots=True)
class LifecycleWords:
    """The tables of lifecycle.toml."""

    rows: RowWords
    binding: BindingWords
    succession: SuccessionWords
    referral: ReferralWords
    passing: PassingWords
    settlement: SettlementWords
    retelling: RetellingWords


@cache
def lifecycle_words() -> LifecycleWords:
    """The patterns."""
    data = read("lifecycle.toml")
    return LifecycleWords(
        compiled(RowWords, data["rows"]),
        compiled(BindingWords, data["binding"]),
        compiled(SuccessionWords, data["succession"]),
        compiled(ReferralWords, data["referral"]),
        compiled(PassingWords, data["passing"]),
        compiled(SettlementWords, data["settlement"]),
        compiled(RetellingWords, data["retelling"]),
    )
