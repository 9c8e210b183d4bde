"""What a person means who asks for a picture or a report: which cases, which platform, which days.

Always true: names may be in any spelling; what is not there is told with the nearest names, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.errors import InputError, NotFoundError
from graph.vocabulary import Label
from queries.chronicle import cases_in
from queries.search import meant
from visualizations.drawing.profile import Profile
from visualizations.report.platform import Scope
from visualizations.words import Calendar, Language

if TYPE_CHECKING:
    from yange.knowledge import Knowledge


def select_cases(
    kg: Knowledge, names: Sequence[str], platform: str | None, group: str | None, cypher: str | None
) -> tuple[list[str], str]:
    """The cases a person means.

    In: names of cases, of a platform and of a group in any spelling, a question in Cypher: one of these ways. Out: ids,
    and what they are called together. Raises: InputError for none or several ways, NotFoundError for what is not there.
    """
    if sum(map(bool, (names, platform or group, cypher))) != 1:
        raise InputError("say which cases: names, or --platform and --group, or --cypher")
    if names:
        found = [kg.find_case(name).thing for name in names]
        return [one.id for one in found], "、".join(one.name for one in found)
    if cypher:
        told = {value for row in kg.cypher(cypher) for value in row.values() if isinstance(value, str)}
        cases = [row["id"] for row in kg.ask("case_names", cases=sorted(told))]
        if not cases:
            raise NotFoundError("the answer holds no id of a case; let the question end with RETURN c.id")
        return cases, ""
    on = meant(kg.store, platform, Label.PLATFORM).name if platform else None
    of = meant(kg.store, group, Label.GROUP, on).name if group else None
    return cases_in(kg.store, on, of), of or on or ""


def scope(
    kg: Knowledge,
    platform: str,
    since: str | None,
    until: str | None,
    language: Language,
    calendar: Calendar,
    profile: Profile,
) -> Scope:
    """Of what and when a report tells.

    In: a platform in any spelling; ISO days (None: the first and the last day on which it sat). Raises: NotFoundError
    for a platform that is not known or never sat.
    """
    name = meant(kg.store, platform, Label.PLATFORM).name
    days = [one.date for one in kg.meetings() if one.date and one.platform == name]
    if not days:
        raise NotFoundError(f"no sitting of {name} has a day; load its minutes first")
    return Scope(name, since or min(days), until or max(days), language, calendar, profile)
