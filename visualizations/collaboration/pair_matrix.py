"""Agencies by agencies: who shares how many cases with whom.

Always true: the matrix is its own mirror image; every pair is a cell on either side of the diagonal with the number of
its cases, which stand in the list behind it with the roles of both and the numbers of their sources; the diagonal shows
how many cases an agency takes part in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from queries.collaboration import Pair, pairs
from queries.participation import Agency, Participation
from visualizations.citations import Citations, numbers
from visualizations.collaboration.evidence import of_pair, pair_remarks
from visualizations.collaboration.grid import Grid, Pages
from visualizations.collaboration.heads import Column
from visualizations.collaboration.order import arranged
from visualizations.collaboration.picture import Laid, framed
from visualizations.collaboration.signs import Signs, level
from visualizations.collaboration.telling import Options, city_signs, count_note, pair_words
from visualizations.drawing.legend import Sign
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Box, Drawing, Group, Rect, Shape, Text
from visualizations.drawing.style import GRID, INK, MUTED, PAPER
from visualizations.report.blocks import Block

SHADES = (("#e3eef2", INK), ("#b9d5de", INK), ("#86b3c4", INK), ("#35788f", PAPER), ("#124a5e", PAPER))
"""From few cases to many: the colour of a cell and of the number on it."""

_Ends = frozenset[str]


def pair_matrix(held: Participation, title: str, profile: Profile, options: Options) -> tuple[Drawing, ...]:
    """The pages of the matrix of agencies and agencies, with the list of pairs and the quotes behind it.

    In: who takes part in what; a title; for what it is laid out; how it speaks. Out: one drawing a page, one alone on a
    screen. Agencies that share no case are not in it; a note names them.
    """
    return _laid(held, title, profile, options, Citations()).drawings()


def pair_matrix_figures(
    held: Participation, title: str, profile: Profile, options: Options, cited: Citations
) -> tuple[Block, ...]:
    """The same as figures of a report; ``cited`` are the numbers that the report has given so far, which it adds to."""
    return _laid(held, title, profile, options, cited).figures()


def _laid(held: Participation, title: str, profile: Profile, options: Options, cited: Citations) -> Laid:
    before = len(cited.all())
    told = {frozenset((pair.a.id, pair.b.id)): pair for pair in pairs(held)}
    joined = {id for ends in told for id in ends}
    every = arranged(held)[0]
    rows = [row for row in every if row.id in joined]
    places = {row.id: place for place, row in enumerate(rows)}
    ordered = sorted(told.values(), key=lambda pair: sorted((places[pair.a.id], places[pair.b.id])))
    for pair in ordered:
        cited.add(of_pair(pair))
    legend = [*city_signs(Signs(held.cities), rows, profile.text, options), *_legend(ordered, options)]
    parts = [part for part in held.parts if part.agency.id in joined]
    frame = framed(held.scope, parts, title, profile, options, legend)
    split = framed(held.scope, parts, title, profile, options, legend, note=count_note(options))
    words = "\n".join(pair_words(pair, options) for pair in ordered)
    pages = Pages(_grid(held, rows, told, profile, options), profile, split.room).sheets(words) if rows else []
    remarks = pair_remarks(ordered, [row for row in every if row.id not in joined], options)
    return Laid(split if len(pages) > 1 else frame, tuple(pages), tuple(remarks), cited, before)


def _grid(
    held: Participation, rows: Sequence[Agency], told: Mapping[_Ends, Pair], profile: Profile, options: Options
) -> Grid:
    signs = Signs(held.cities)
    own = Counter(part.agency.id for part in held.parts)
    partners = options.say("夥伴數", "partners")
    return Grid(
        rows,
        [Column(row.id, "agency", row.label, signs.colour(row.city)) for row in rows],
        {row.id: frozenset({row.id}.union(*(ends for ends in told if row.id in ends))) for row in rows},
        partial(_cell, told, own, _most(told.values()), profile, options),
        signs,
        partners,
        (partners,),
    )


def _most(told: Iterable[Pair]) -> int:
    return max((pair.cases for pair in told), default=1)


def shade(cases: int, most: int) -> tuple[str, str]:
    """The colour of a cell, and of the number on it.

    >>> shade(1, 9)[0] == SHADES[0][0], shade(9, 9)[0] == SHADES[-1][0]
    (True, True)
    """
    return SHADES[level(cases, most, len(SHADES))]


def _cell(
    told: Mapping[_Ends, Pair],
    own: Counter[str],
    most: int,
    profile: Profile,
    options: Options,
    row: Agency,
    column: Column,
    box: Box,
) -> list[Shape]:
    small = profile.small
    middle, baseline = box.x + box.width / 2, box.y + box.height / 2 + 0.36 * small
    inner = Box(box.x + 0.8, box.y + 0.8, box.width - 1.6, box.height - 1.6)
    if row.id == column.id:
        number = Text(middle, baseline, str(own[row.id]), small, MUTED, Anchor.MIDDLE, bold=True)
        return [Rect(inner, PAPER, GRID, 0.8), number]
    pair = told[frozenset((row.id, column.id))]
    fill, ink = shade(pair.cases, most)
    shapes = (Rect(inner, fill), Text(middle, baseline, str(pair.cases), small, ink, Anchor.MIDDLE))
    return [Group(shapes, pair.id, "pair", pair_words(pair, options))]


def _legend(told: Sequence[Pair], options: Options) -> list[Sign]:
    """The shades that occur, and the diagonal."""
    counts: dict[str, list[int]] = {}
    for pair in sorted(told, key=lambda pair: pair.cases):
        counts.setdefault(shade(pair.cases, _most(told))[0], []).append(pair.cases)
    spans = {fill: numbers(range(some[0], some[-1] + 1)) for fill, some in counts.items()}
    words = {fill: options.say(f"共同 {span} 案", f"{span} shared") for fill, span in spans.items()}
    shades = [Sign(16, word, partial(_box, fill, None)) for fill, word in words.items()]
    own = options.say("對角：該機關案件數", "diagonal: cases of the agency")
    return [*shades, Sign(16, own, partial(_box, PAPER, GRID))]


def _box(fill: str, stroke: str | None, x: float, y: float) -> tuple[Shape, ...]:
    return (Rect(Box(x, y - 5, 12, 10), fill, stroke, 0.8),)
