"""From what a person asks for to a picture: which cases are meant, and what each format needs.

Always true: a picture of nothing is refused with the reason, never drawn empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.errors import InputError, NotFoundError
from graph.vocabulary import Label
from queries.chronicle import Chronicle, cases_in
from queries.search import find
from visualizations.drawing.profile import Profile
from visualizations.files.dot import lineage_dot
from visualizations.files.mermaid import lineage_mermaid
from visualizations.files.saving import FileFormat, Picture
from visualizations.lineage import Options, chart, draw, figures
from visualizations.lineage.citations import Citations
from visualizations.report.platform import Scope
from visualizations.words import Calendar, Language, Words

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
    on = find(kg.store, platform, Label.PLATFORM).thing.name if platform else None
    of = find(kg.store, group, Label.GROUP).thing.name if group else None
    return cases_in(kg.store, on, of), of or on or ""


def lineage_picture(
    chronicle: Chronicle,
    called: str,
    *,
    profile: Profile,
    language: Language = Language.ZH,
    calendar: Calendar = Calendar.ROC,
    title: str | None = None,
    since: str | None = None,
    until: str | None = None,
    inferred: bool = False,
) -> Picture:
    """The lanes of a chronicle as a picture.

    In: a chronicle; what its cases are called together; how it is to look; the first and the last ISO day shown.
    Out: the picture. Raises: NotFoundError when no case lived in that time.
    """
    shown = chart(chronicle, Options(language, calendar, inferred, since, until))
    if not shown.lanes:
        raise NotFoundError("no case has a dated event there; choose other cases or a longer time")
    name = title or Words(f"{called}沿革", f"Lineage of {called}" if called else "Lineage of cases").of(language)
    return Picture(
        title=name,
        language=language,
        profile=profile,
        drawings=lambda: draw(shown, name, profile),
        figures=lambda: figures(shown, name, profile, Citations()),
        texts={FileFormat.DOT: lambda: lineage_dot(shown, name), FileFormat.MERMAID: lambda: lineage_mermaid(shown)},
    )


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
    name = find(kg.store, platform, Label.PLATFORM).thing.name
    days = [one.date for one in kg.meetings() if one.date and one.platform == name]
    if not days:
        raise NotFoundError(f"no sitting of {name} has a day; load its minutes first")
    return Scope(name, since or min(days), until or max(days), language, calendar, profile)
