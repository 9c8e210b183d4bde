"""Words that tell what an agenda item, a list or a line is about, as compiled patterns. Data: agenda.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from graph.vocabulary import EdgeType
from loaders.lexicon.data import any_of, compiled, read


@dataclass(frozen=True, slots=True)
class ListWords:
    """Lists of tracked cases and lists of new ones."""

    tracked: Pattern[str]
    new: Pattern[str]
    empty: Pattern[str]
    counts_them: Pattern[str]
    sort: Pattern[str]
    together: Pattern[str]


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """What an item's 案由 says it is about; ``prefix`` and ``suffix`` surround the case's name."""

    administrative: Pattern[str]
    one_case: Pattern[str]
    generic: Pattern[str]
    prefix: Pattern[str]
    put_by: Pattern[str]
    put_behind: Pattern[str]
    asks_behind: Pattern[str]
    suffix: Pattern[str]
    invitation: Pattern[str]
    event_name: Pattern[str]
    rearranged: Pattern[str]
    beside: Pattern[str]
    lifecycle: Pattern[str]


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """Lines that head a list of cases, a group's report or somebody's words."""

    lists: Pattern[str]
    ending: Pattern[str]
    counted: Pattern[str]
    of_all: Pattern[str]
    joint: Pattern[str]
    retold: Pattern[str]
    all_agreed: Pattern[str]
    group_puts: Pattern[str]
    group_reports: Pattern[str]
    asked_before: Pattern[str]
    own_case: Pattern[str]
    part: Pattern[str]
    rules: Pattern[str]
    appendix: Pattern[str]
    draft: Pattern[str]
    notice: Pattern[str]
    asks: Pattern[str]
    item: Pattern[str]
    preamble: Pattern[str]
    remark: Pattern[str]
    told_behind: Pattern[str]
    advice: Pattern[str]
    row: Pattern[str]
    ruling: Pattern[str]
    heads_list: Pattern[str]
    proposer: Pattern[str]
    below: Pattern[str]
    group: Pattern[str]
    decides: Pattern[str]
    speaker: Pattern[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Which quotes and heads of lines are names of cases, and what belongs to such a name."""

    term: Pattern[str]
    before_group: Pattern[str]
    platform_after: Pattern[str]
    verb_before: Pattern[str]
    longer_after: Pattern[str]
    whole_after: Pattern[str]
    talk_after: Pattern[str]
    proposer_remark: Pattern[str]
    run_remark: Pattern[str]
    sort_remark: Pattern[str]
    history_remark: Pattern[str]
    members_remark: Pattern[str]
    group_lead: Pattern[str]
    new_lead: Pattern[str]
    new_before: Pattern[str]
    sort_before: Pattern[str]
    sort_behind: Pattern[str]
    new_remark: Pattern[str]
    origin_remark: Pattern[str]
    denied: Pattern[str]
    asked: Pattern[str]
    done: Pattern[str]
    note: Pattern[str]
    part_of_name: Pattern[str]
    after_change: Pattern[str]
    becomes: Pattern[str]
    reported: Pattern[str]
    before_change: Pattern[str]
    never: Pattern[str]
    as_put: Pattern[str]
    ending: Pattern[str]
    decided: Pattern[str]
    motion: Pattern[str]
    instruction: Pattern[str]
    pointing: Pattern[str]
    put: Pattern[str]
    agency_remark: Pattern[str]
    city_remark: Pattern[str]
    any_remark: Pattern[str]
    brackets_note: Pattern[str]


@dataclass(frozen=True, slots=True)
class EnumerationWords:
    """Enumerations of names without quotes."""

    end: Pattern[str]
    origin_first: Pattern[str]
    counts_off: Pattern[str]
    put_together: Pattern[str]


@dataclass(frozen=True, slots=True)
class ResultWords:
    """Members and closing sentences of lists whose headings name a result."""

    arrow: Pattern[str]
    unchanged: Pattern[str]
    closing: Pattern[str]
    excepted: Pattern[str]
    taken_out: Pattern[str]
    outside: Pattern[str]


@dataclass(frozen=True, slots=True)
class AgendaWords:
    """The tables of agenda.toml."""

    lists: ListWords
    subjects: SubjectWords
    headings: HeadingWords
    names: NameWords
    enumerations: EnumerationWords
    results: ResultWords


@cache
def agenda_words() -> AgendaWords:
    """The patterns."""
    data = read("agenda.toml")
    return AgendaWords(
        compiled(ListWords, data["lists"]),
        compiled(SubjectWords, data["subjects"]),
        compiled(HeadingWords, data["headings"]),
        compiled(NameWords, data["names"]),
        compiled(EnumerationWords, data["enumerations"]),
        compiled(ResultWords, data["results"]),
    )


def outcome_of(words: str) -> EdgeType | None:
    """What a heading says of the cases beneath it, when it is nothing but that (解列案件（2案）)."""
    return next((kind for kind, form in outcomes() if form.fullmatch(words)), None)


def asked_outcome_of(words: str) -> EdgeType | None:
    """The same of a heading that may only ask for it (建議解列)."""
    return outcome_of(agenda_words().headings.asked_before.sub("", words)) or outcome_of(words)


@cache
def outcomes() -> tuple[tuple[EdgeType, Pattern[str]], ...]:
    """What headings that are nothing but a result say of the cases beneath them, each with its form."""
    table = dict(read("agenda.toml")["outcomes"])
    before, behind = table.pop("before"), table.pop("behind")
    return tuple((EdgeType(kind), any_of(f"{before}(?:{words}){behind}")) for kind, words in table.items())
