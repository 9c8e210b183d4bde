"""Every picture there is, made of an answer and of how it is to look.

Always true: a picture of nothing is refused with the reason, never drawn empty; nothing is drawn before it is known for
which format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from graph.errors import NotFoundError
from queries.chronicle import Chronicle
from queries.participation import Participation
from visualizations import pyvis_export
from visualizations.citations import Citations
from visualizations.collaboration import Ranked, ranking, ranking_figures
from visualizations.collaboration.matrix import matrix, matrix_figures
from visualizations.collaboration.network import network
from visualizations.collaboration.network_picture import draw_network, network_figures
from visualizations.collaboration.pair_matrix import pair_matrix, pair_matrix_figures
from visualizations.collaboration.telling import Options as Speech
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Drawing
from visualizations.files.dot import lineage_dot, network_dot
from visualizations.files.mermaid import lineage_mermaid, network_mermaid
from visualizations.files.saving import FileFormat, Picture
from visualizations.lineage import Options, chart, draw, figures
from visualizations.report.blocks import Block
from visualizations.words import Words

Drawings = tuple[Drawing, ...]
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look: its page, how it speaks, and a title of one's own."""

    profile: Profile
    options: Speech
    title: str | None = None


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
