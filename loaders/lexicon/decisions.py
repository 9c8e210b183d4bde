"""Words of decisions as compiled patterns. The words are data (decisions.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.vocabulary import EdgeType
from loaders.lexicon.data import any_of, read

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """Every pattern of decisions.toml, compiled."""

    events: tuple[tuple[EdgeType, re.Pattern[str]], ...]
    negated: re.Pattern[str]
    undecided: re.Pattern[str]
    undecided_after: re.Pattern[str]
    condition: re.Pattern[str]
    later: re.Pattern[str]
    again: re.Pattern[str]
    wish: re.Pattern[str]
    past: re.Pattern[str]
    agreed: re.Pattern[str]
    agreed_after: re.Pattern[str]
    elsewhere: re.Pattern[str]
    recommend: re.Pattern[str]
    recommend_bare: re.Pattern[str]
    whether: re.Pattern[str]
    matter: re.Pattern[str]
    naming: re.Pattern[str]
    manner: re.Pattern[str]
    amended: re.Pattern[str]
    kept: re.Pattern[str]
    detail: re.Pattern[str]
    passed_up: re.Pattern[str]
    arrangements: re.Pattern[str]
    next_above: re.Pattern[str]
    asks_here: re.Pattern[str]
    aside: re.Pattern[str]
    withdrawn: re.Pattern[str]
    some_day: re.Pattern[str]
    doubted_after: re.Pattern[str]
    refused_after: re.Pattern[str]
    confirmed_above: re.Pattern[str]
    already: re.Pattern[str]
    sent_up: re.Pattern[str]
    retold_before: str
    retold_decided: str
    retold_now: re.Pattern[str]
    passing: re.Pattern[str]
    except_: re.Pattern[str]

    def proposed(self) -> DecisionWords:
        """The words as a proposal uses them that was passed: what it wishes is decided."""
        return replace(self, wish=_NEVER, recommend_bare=_NEVER)


@cache
def decision_words(members: tuple[str, ...] = ()) -> DecisionWords:
    """The patterns; ``members`` are words that stand for all cities of the platform (基北北桃)."""
    data = read("decisions.toml")
    places = "|".join(map(re.escape, members)) or "(?!)"
    retold, passing = data["retold"], data["passing"]
    return DecisionWords(
        events=tuple(
            (EdgeType(kind), any_of(pattern.replace("{MEMBERS}", places) for pattern in patterns))
            for kind, patterns in data["events"].items()
        ),
        **{key: any_of(patterns) for key, patterns in data["modality"].items()},
        retold_before=retold["before"],
        retold_decided=retold["decided"],
        retold_now=re.compile(retold["now"]),
        passing=re.compile(passing["plain"]),
        except_=re.compile(passing["except"]),
    )


@cache
def decides(words: str) -> bool:
    """Whether some words, such as the head of a column, hold a word of decision."""
    return any(form.search(words) for _, form in decision_words().events)
