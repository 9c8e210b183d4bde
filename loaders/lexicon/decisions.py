"""Words of decisions as compiled patterns. The words are data (decisions.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.vocabulary import EdgeType


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
    recommend: re.Pattern[str]
    recommend_bare: re.Pattern[str]
    retold_before: str
    retold_decided: str
    retold_now: re.Pattern[str]
    passing: re.Pattern[str]
    except_: re.Pattern[str]


@cache
def decision_words(members: tuple[str, ...] = ()) -> DecisionWords:
    """The patterns; ``members`` are words that stand for all cities of the platform (基北北桃)."""
    data = tomllib.loads(files("loaders.lexicon").joinpath("decisions.toml").read_text("utf-8"))
    places = "|".join(map(re.escape, members)) or "(?!)"
    modality, retold, passing = data["modality"], data["retold"], data["passing"]
    return DecisionWords(
        events=tuple(
            (EdgeType(kind), re.compile("|".join(f"(?:{p})" for p in patterns).replace("{MEMBERS}", places)))
            for kind, patterns in data["events"].items()
        ),
        negated=re.compile(modality["negated"]),
        undecided=re.compile(modality["undecided"]),
        undecided_after=re.compile(modality["undecided_after"]),
        condition=re.compile(modality["condition"]),
        later=re.compile(modality["later"]),
        again=re.compile(modality["again"]),
        wish=re.compile(modality["wish"]),
        past=re.compile(modality["past"]),
        agreed=re.compile(modality["agreed"]),
        agreed_after=re.compile(modality["agreed_after"]),
        recommend=re.compile(modality["recommend"]),
        recommend_bare=re.compile(modality["recommend_bare"]),
        retold_before=retold["before"],
        retold_decided=retold["decided"],
        retold_now=re.compile(retold["now"]),
        passing=re.compile(passing["plain"]),
        except_=re.compile(passing["except"]),
    )
