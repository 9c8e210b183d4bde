"""Words of plan documents, as compiled patterns. The words are data (plans.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graph.vocabulary import PlanRole
from loaders.lexicon.data import read

_NAME = r"[\u3400-\u9fffA-Za-z0-9·-]{2,24}?"


class Part(StrEnum):
    """The parts of a plan that say something about it as a whole."""

    NAME = "name"
    BASIS = "basis"
    AIM = "aim"
    ORGANISERS = "organisers"
    PERIOD = "period"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The patterns of plans.toml; all but ``never``, ``basis``, ``many`` and ``national`` are for a full match."""

    title: re.Pattern[str]
    never: re.Pattern[str]
    beside: re.Pattern[str]
    basis: re.Pattern[str]
    parts: tuple[tuple[Part, re.Pattern[str]], ...]
    role: re.Pattern[str]
    columns: re.Pattern[str]
    organizations: tuple[tuple[str, re.Pattern[str]], ...]
    office: re.Pattern[str]
    many: re.Pattern[str]
    national: re.Pattern[str]


@cache
def plan_words() -> PlanWords:
    """The patterns."""
    data = read("plans.toml")
    title, words = data["title"], data["words"]
    remarks = r"(?:（[^（）]{1,24}）){0,2}"
    roles = "|".join(f"(?P<{PlanRole(role).value}>{forms})" for role, forms in data["role"].items())
    return PlanWords(
        title=re.compile(rf"[^。；：！？\t]{{3,90}}?(?:{title['ending']}){remarks}"),
        never=re.compile(title["never"]),
        beside=re.compile(title["beside"]),
        basis=re.compile(rf"(?:{title['basis']})$"),
        parts=tuple((Part(part), re.compile(form)) for part, form in data["part"].items()),
        role=re.compile(rf"(?:{roles})(?:{words['unit']})?"),
        columns=re.compile(words["columns"]),
        organizations=tuple((kind, re.compile(rf"{_NAME}(?:{form})")) for kind, form in data["organization"].items()),
        office=re.compile(rf"{_NAME}(?:{data['body']['office']})"),
        many=re.compile(data["body"]["many"]),
        national=re.compile(data["body"]["national"]),
    )


def part_of(words: str) -> Part | None:
    """The part that a heading opens, or None; a heading that names a role (主辦單位) opens the organisers.

    >>> part_of("計畫依據"), part_of("協辦單位"), part_of("實施內容")
    (<Part.BASIS: 'basis'>, <Part.ORGANISERS: 'organisers'>, None)
    """
    if not 1 < len(words) <= 14:
        return None
    found = next((part for part, form in plan_words().parts if form.fullmatch(words)), None)
    return found or (Part.ORGANISERS if role_of(words) and len(words) > 2 else None)


def role_of(words: str) -> PlanRole | None:
    """The role that a label names: 主辦單位 is the lead, 協辦 assists.

    >>> role_of("共同主辦單位"), role_of("承辦學校"), role_of("參加對象")
    (<PlanRole.ASSISTING: 'assisting'>, <PlanRole.UNDERTAKING: 'undertaking'>, None)
    """
    found = plan_words().role.fullmatch(words)
    return PlanRole(found.lastgroup) if found and found.lastgroup else None
