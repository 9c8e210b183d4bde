"""Agencies by cases: who takes part in what, and who carries it.

Always true: every part of the participation is one sign with its id; a row's count is the number of its signs on all
pages, and so is a column's; every column cites the passages that its signs rest on.
"""

from __future__ import annotations

from functools import partial

from queries.participation import Agency, Part, Participation
from queries.steps import CaseName
from visualizations.citations import Citations, numbers
from visualizations.collaboration.evidence import of_parts
from visualizations.collaboration.grid import Grid, Pages
from visualizations.collaboration.heads import Column
from visualizations.collaboration.order import arranged
from visualizations.collaboration.picture import Laid, framed
from visualizations.collaboration.signs import Signs
from visualizations.collaboration.telling import (
    Options,
    city_signs,
    count_note,
    part_words,
    parts_description,
    role_signs,
)
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Box, Drawing, Group, Shape
from visualizations.report.blocks import Block


def matrix(held: Participation, title: str, profile: Profile, options: Options) -> tuple[Drawing, ...]:
    """The pages of the matrix of agencies and cases, with the quotes behind it.

    In: who takes part in what; a title; for what it is laid out; how it speaks. Out: one drawing a page, one alone on a
    screen, as wide as its columns need.
    """
    return _laid(held, title, profile, options, Citations()).drawings()


def matrix_figures(
    held: Participation, title: str, profile: Profile, options: Options, cited: Citations
) -> tuple[Block, ...]:
    """The same as figures of a report; ``cited`` are the numbers that the report has given so far, which it adds to."""
    return _laid(held, title, profile, options, cited).figures()


def _laid(held: Participation, title: str, profile: Profile, options: Options, cited: Citations) -> Laid:
    before = len(cited.all())
    rows, cases = arranged(held)
    signs = Signs(held.cities)
    columns = [_column(held, case, cited) for case in cases]
    parts = {(part.agency.id, part.case.id): part for part in held.parts}
    grid = Grid(
        rows,
        columns,
        {row.id: frozenset(case for agency, case in parts if agency == row.id) for row in rows},
        partial(_cell, parts, signs, 0.42 * profile.text, options),
        signs,
        options.say("案件數", "cases"),
        (options.say("機關數", "agencies"), options.say("出處", "sources")),
    )
    legend = [*city_signs(signs, rows, profile.text, options), *role_signs(signs, held.parts, profile.text, options)]
    frame = framed(held.scope, held.parts, title, profile, options, legend)
    split = framed(held.scope, held.parts, title, profile, options, legend, note=count_note(options))
    words = parts_description(held.parts, cases, options)
    pages = Pages(grid, profile, split.room).sheets(words) if cases else []
    return Laid(split if len(pages) > 1 else frame, tuple(pages), (), cited, before)


def _column(held: Participation, case: CaseName, cited: Citations) -> Column:
    sources = of_parts(part for part in held.parts if part.case == case)
    cited.add(sources)
    return Column(case.id, "case", case.name, foot=_foot(numbers(cited.of(sources))), sources=sources)


def _foot(told: str) -> tuple[str, ...]:
    """Numbers in lines that are narrow enough for a column."""
    lines = []
    for run in filter(None, told.split(",")):
        first, *last = run.split("–")
        lines += [f"{first}–", *last] if last and len(run) > 3 else [run]
    return tuple(lines)


def _cell(
    parts: dict[tuple[str, str], Part],
    signs: Signs,
    radius: float,
    options: Options,
    row: Agency,
    column: Column,
    box: Box,
) -> list[Shape]:
    part = parts[row.id, column.id]
    sign = signs.sign(row.city, box.x + box.width / 2, box.y + box.height / 2, radius, solid=part.leads)
    return [Group(sign, part.id, "part", part_words(part, options))]
