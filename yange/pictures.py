"""From what a person asks for to a picture: which cases are meant, and what each format needs.

Always true: a picture of nothing is refused with the reason, never drawn empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from graph.errors import InputError, NotFoundError
from graph.vocabulary import Label
from queries.chronicle import Chronicle, cases_in
from queries.participation import Participation
from queries.search import meant
from visualizations import pyvis_export
from visualizations.collaboration.matrix import matrix, matrix_figures
from visualizations.collaboration.network import network
from visualizations.collaboration.network_picture import draw_network, network_figures
from visualizations.collaboration.pair_matrix import pair_matrix, pair_matrix_figures
from visualizations.collaboration.ranking import Ranked, ranking, ranking_figures
from visualizations.collaboration.telling import Options as Speech
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.files.dot import lineage_dot, network_dot
from visualizations.files.mermaid import lineage_mermaid, network_mermaid
from visualizations.files.saving import FileFormat, Picture
from visualizations.lineage import Options, chart, draw, figures
from visualizations.lineage.citations import Citations
from visualizations.report.blocks import Block
from visualizations.report.platform import Scope
from visualizations.words import Calendar, Language, Words

if TYPE_CHECKING:
    from yange.knowledge import Knowledge


Drawings = tuple[Drawing, ...]
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look: its page, how it speaks, and a title of one's own."""

    profile: Profile
    options: Speech
    title: str | None = None


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


def lineage_picture(
    held: Chronicle,
    called: str,
    look: Look,
    *,
    since: str | None = None,
    until: str | None = None,
    inferred: bool = False,
) -> Picture:
    """The lanes of a chronicle.

    In: a chronicle; what its cases are called together; the first and the last ISO day shown; whether to show what is
    inferred. Raises: NotFoundError when no case lived in that time.
    """
    language = look.options.language
    shown = chart(held, Options(language, look.options.calendar, inferred, since, until))
    if not shown.lanes:
        raise NotFoundError("no case has a dated event there; choose other cases or a longer time")
    name = look.title or Words(f"{called}沿革", f"Lineage of {called or 'cases'}").of(language)
    return Picture(
        title=name,
        language=language,
        profile=look.profile,
        drawings=lambda: draw(shown, name, look.profile),
        figures=lambda: figures(shown, name, look.profile, Citations()),
        texts={FileFormat.DOT: lambda: lineage_dot(shown, name), FileFormat.MERMAID: lambda: lineage_mermaid(shown)},
    )


def matrix_picture(held: Participation, look: Look) -> Picture:
    """Agencies by cases."""
    title = _title(held, look, Words("機關與合作案參與矩陣", "Agencies and cases"))
    return _picture(title, look, partial(matrix, held), partial(matrix_figures, held))


def pair_picture(held: Participation, look: Look) -> Picture:
    """Agencies by agencies."""
    title = _title(held, look, Words("機關合作矩陣", "Who works with whom"))
    return _picture(title, look, partial(pair_matrix, held), partial(pair_matrix_figures, held))


def ranking_picture(held: Participation, look: Look, of: Ranked, most: int | None) -> Picture:
    """Pairs, or agencies, by the number of cases."""
    words = {
        Ranked.PAIRS: Words("機關合作排行", "Closest pairs of agencies"),
        Ranked.AGENCIES: Words("機關參與排行", "Busiest agencies"),
    }
    drawn = partial(ranking, held, of=of, most=most)
    return _picture(_title(held, look, words[of]), look, drawn, partial(ranking_figures, held, of=of, most=most))


def network_picture(held: Participation, look: Look, *, cases: bool, most: int, hulls: bool) -> Picture:
    """Agencies, or agencies and cases, as nodes and links."""
    view = network(held, look.options, cases=cases, most=most)
    title = _title(held, look, Words("機關合作網絡", "Network of agencies"))
    return Picture(
        title=title,
        language=look.options.language,
        profile=look.profile,
        drawings=lambda: draw_network(view, title, look.profile, hulls=hulls),
        figures=lambda: network_figures(view, title, look.profile, Citations(), hulls=hulls),
        texts={
            FileFormat.HTML: lambda: pyvis_export.html(view, title),
            FileFormat.DOT: lambda: network_dot(view, title),
            FileFormat.MERMAID: lambda: network_mermaid(view),
        },
    )


def _title(held: Participation, look: Look, words: Words) -> str:
    """The title of one's own, else what it shows of what."""
    if look.title:
        return look.title
    scope = held.scope
    of = scope.group or scope.platform or (scope.agency.name if scope.agency else "")
    return Words(of + words.zh, f"{words.en}: {of}" if of else words.en).of(look.options.language)


def _picture(title: str, look: Look, drawn: Callable[..., Drawings], told: Callable[..., Blocks]) -> Picture:
    return Picture(
        title=title,
        language=look.options.language,
        profile=look.profile,
        drawings=lambda: drawn(title, look.profile, look.options),
        figures=lambda: told(title, look.profile, look.options, Citations()),
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
    name = meant(kg.store, platform, Label.PLATFORM).name
    days = [one.date for one in kg.meetings() if one.date and one.platform == name]
    if not days:
        raise NotFoundError(f"no sitting of {name} has a day; load its minutes first")
    return Scope(name, since or min(days), until or max(days), language, calendar, profile)
