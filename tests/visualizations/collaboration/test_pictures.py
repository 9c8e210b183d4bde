"""Every picture of collaboration, on every page: it can be read, printed and held against its table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.collaboration import pairs
from queries.participation import Participation
from tests.visualizations.participations import HOSTILE, crowd, held, participations, small
from visualizations.citations import Citations
from visualizations.collaboration import (
    Options,
    Ranked,
    draw_network,
    matrix,
    matrix_figures,
    network,
    network_figures,
    pair_matrix,
    pair_matrix_figures,
    ranking,
    ranking_figures,
)
from visualizations.drawing.profile import EDGE, PROFILES, Profile, ProfileName
from visualizations.drawing.shapes import Box, Drawing, Group, Text
from visualizations.drawing.svg import svg
from visualizations.report.blocks import Block, Figure, Paragraph
from visualizations.words import Calendar, Language

Draw = Callable[[Participation, str, Profile, Options], tuple[Drawing, ...]]
Figures = Callable[[Participation, str, Profile, Options, Citations], tuple[Block, ...]]


def _ranked(who: Participation, title: str, profile: Profile, options: Options) -> tuple[Drawing, ...]:
    return ranking(who, title, profile, options, of=Ranked.AGENCIES)


def _agencies(who: Participation, title: str, profile: Profile, options: Options) -> tuple[Drawing, ...]:
    return draw_network(network(who, options), title, profile, hulls=True)


def _cases(who: Participation, title: str, profile: Profile, options: Options) -> tuple[Drawing, ...]:
    return draw_network(network(who, options, cases=True), title, profile)


def _network_figures(
    who: Participation, title: str, profile: Profile, options: Options, cited: Citations
) -> tuple[Block, ...]:
    return network_figures(network(who, options, cases=True), title, profile, cited)


PICTURES: dict[str, Draw] = {
    "matrix": matrix, "pairs": pair_matrix, "ranking of pairs": ranking, "ranking of agencies": _ranked,
    "network of agencies": _agencies, "network of cases": _cases,
}  # fmt: skip
FIGURES: dict[str, Figures] = {
    "matrix": matrix_figures, "pairs": pair_matrix_figures, "ranking": ranking_figures, "network": _network_figures,
}  # fmt: skip
PROFILE = st.sampled_from(list(PROFILES.values()))
OPTIONS = st.builds(Options, st.sampled_from(Language), st.sampled_from(Calendar))
SCREEN, PORTRAIT = PROFILES[ProfileName.SCREEN], PROFILES[ProfileName.A4_PORTRAIT]
ZH = Options()


def texts(drawing: Drawing) -> list[Text]:
    return [shape for shape in drawing.walk() if isinstance(shape, Text)]


def groups(drawn: Iterable[Drawing], kind: str) -> Iterator[Group]:
    return (shape for one in drawn for shape in one.walk() if isinstance(shape, Group) and shape.kind == kind)


def ids(drawn: Iterable[Drawing], kind: str) -> set[str]:
    return {group.id for group in groups(drawn, kind)}


def said(drawing: Drawing) -> str:
    """All words of a picture, with the breaks of lines closed."""
    return "".join(text.text for text in texts(drawing))


def check(drawing: Drawing, profile: Profile) -> None:
    """No two texts overlap, none leaves the page or is too small, and the page is one of the profile."""
    boxes = sorted(((text.text, text.box) for text in texts(drawing)), key=lambda held: held[1].y)
    for place, (one, a) in enumerate(boxes):
        for other, b in takewhile(lambda held, below=a.bottom: held[1].y < below, boxes[place + 1 :]):
            assert not a.overlaps(Box(b.x + 0.2, b.y + 0.2, b.width - 0.4, b.height - 0.4)), (one, other, a, b)
        assert a.x >= -EDGE and a.right <= drawing.width - EDGE + 0.01, one
        assert a.y >= -EDGE and a.bottom <= drawing.height - EDGE + 0.01, one
    assert min(text.size for text in texts(drawing)) >= 8
    if profile.height is not None:
        assert drawing.width <= profile.width + 0.01 and drawing.height <= profile.height + 0.01
    ET.fromstring(svg(drawing))


@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
@settings(max_examples=25, deadline=None)
@given(who=participations() | participations(HOSTILE), profile=PROFILE, options=OPTIONS)
def test_texts_do_not_overlap_nor_leave_the_page(
    draw: Draw, who: Participation, profile: Profile, options: Options
) -> None:
    for drawing in draw(who, "合作", profile, options):
        check(drawing, profile)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
def test_many_agencies_and_cases_take_many_pages_and_no_smaller_text(draw: Draw, profile: Profile) -> None:
    drawn = draw(crowd(1), "機關合作", profile, ZH)
    assert (len(drawn) > 1) is (profile.height is not None)
    for drawing in drawn:
        check(drawing, profile)


@settings(max_examples=40, deadline=None)
@given(participations(), PROFILE)
def test_the_matrix_has_a_sign_for_every_part_and_counts_that_agree(who: Participation, profile: Profile) -> None:
    drawn = matrix(who, "合作", profile, ZH)
    signs = list(groups(drawn, "part"))
    assert sorted(sign.id for sign in signs) == sorted(part.id for part in who.parts)
    assert ids(drawn, "agency") == {agency.id for agency in who.agencies}
    assert ids(drawn, "case") == {case.id for case in who.cases}
    rows, columns = _counts(drawn, "row count"), _counts(drawn, "column count")
    assert sum(rows.values()) == sum(columns.values()) == len(who.parts)
    assert rows == {a.id: sum(part.agency == a for part in who.parts) for a in who.agencies}
    assert columns == {c.id: sum(part.case == c for part in who.parts) for c in who.cases}


def _counts(drawn: Iterable[Drawing], kind: str) -> dict[str, int]:
    """The count at the end of each row or column, once where it is the same on all pages, else pages added up."""
    found: dict[str, list[str]] = {}
    for group in groups(drawn, kind):
        count = "".join(shape.text for shape in group.shapes if isinstance(shape, Text))
        found.setdefault(group.id, []).append(count)
    for id, counts in found.items():
        assert len({count.split("/")[-1] for count in counts}) == 1
        assert len(counts) == 1 or sum(int(count.split("/")[0]) for count in counts) == int(counts[0].split("/")[-1]), (
            id
        )
    return {id: int(counts[0].split("/")[-1]) for id, counts in found.items()}


@settings(max_examples=40, deadline=None)
@given(participations(), PROFILE)
def test_the_pair_matrix_mirrors_itself(who: Participation, profile: Profile) -> None:
    drawn = pair_matrix(who, "合作", profile, ZH)
    told = {pair.id: pair for pair in pairs(who)}
    cells = [(cell.id, next(s.text for s in cell.shapes if isinstance(s, Text))) for cell in groups(drawn, "pair")]
    assert sorted(cells) == sorted((pair.id, str(pair.cases)) for pair in told.values() for _ in range(2))
    assert ids(drawn, "agency") == {end.id for pair in told.values() for end in (pair.a, pair.b)}


@settings(max_examples=40, deadline=None)
@given(participations(), PROFILE, st.sampled_from(Ranked))
def test_the_ranking_is_the_table(who: Participation, profile: Profile, of: Ranked) -> None:
    drawn = ranking(who, "合作", profile, ZH, of=of)
    order = [group.id for group in groups(drawn, "pair" if of is Ranked.PAIRS else "agency")]
    if of is Ranked.PAIRS:
        assert list(dict.fromkeys(order)) == [pair.id for pair in pairs(who)]
    else:
        times = {a.id: sum(part.agency == a for part in who.parts) for a in who.agencies}
        assert set(order) == set(times)
        assert [times[id] for id in dict.fromkeys(order)] == sorted(times.values(), reverse=True)


@settings(max_examples=40, deadline=None)
@given(participations(), PROFILE)
def test_the_networks_have_the_links_of_the_table(who: Participation, profile: Profile) -> None:
    agencies, cases = _agencies(who, "合作", profile, ZH), _cases(who, "合作", profile, ZH)
    assert ids(agencies, "pair") <= {pair.id for pair in pairs(who)}
    assert ids(cases, "part") <= {part.id for part in who.parts}
    for drawn, kind, every in ((agencies, "pair", len(pairs(who))), (cases, "part", len(who.parts))):
        if len(ids(drawn, kind)) < every:
            assert re.search(r"顯示\D+\d+ / \d+", said(drawn[0]))
    ends = {end for group in groups(cases, "part") for end in group.id.split("|")}
    assert ends == ids(cases, "agency") | ids(cases, "case")


@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
@settings(max_examples=10, deadline=None)
@given(who=participations())
def test_equal_input_gives_equal_bytes(draw: Draw, who: Participation) -> None:
    turned = Participation(who.scope, who.cities, tuple(reversed(who.parts)))
    assert [svg(one) for one in draw(who, "合作", PORTRAIT, ZH)] == [
        svg(one) for one in draw(who, "合作", PORTRAIT, ZH)
    ]
    assert len(draw(turned, "合作", PORTRAIT, ZH)) == len(draw(who, "合作", PORTRAIT, ZH))


@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
def test_a_picture_says_what_it_shows(draw: Draw) -> None:
    (drawing,) = draw(small(), "機關合作", SCREEN, ZH)
    words = said(drawing)
    assert drawing.title == "機關合作" and words.startswith("機關合作")
    for name in ("甲市環保局", "乙市環保局", "淨灘小尖兵", "賞鯨"):
        assert name in drawing.description
    assert "資料來源：會議紀錄 1 件（minutes.txt）" in words and "「請甲市環保局主責」" in words
    assert "甲市" in words and "乙市" in words and "丙縣" not in words, "the legend holds what occurs"


@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
def test_english_and_iso_days(draw: Draw) -> None:
    (drawing,) = draw(small(), "Cooperation", SCREEN, Options(Language.EN, Calendar.ISO))
    words = said(drawing)
    assert "2023-03-01" in words and "Sources: 1 " in words and "資料來源" not in words and "112/3/1" not in words


@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_nothing_to_draw_is_said(draw: Draw, profile: Profile) -> None:
    (drawing,) = draw(held(), "機關合作", profile, ZH)
    assert "沒有具名參與案件之機關" in said(drawing)


@pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)
def test_every_number_has_its_quote_below(draw: Draw) -> None:
    (drawing,) = draw(small(), "機關合作", SCREEN, ZH)
    heads = [int(text.text) for text in texts(drawing) if text.bold and text.text.isdecimal() and text.anchor == "end"]
    assert heads == list(range(1, len(heads) + 1)) and heads
    cited = {int(n) for text in texts(drawing) for n in re.findall(r"(?<=\[)\d+|(?<=[–,])\d+(?=[\],])", text.text)}
    assert cited <= set(heads)


@pytest.mark.parametrize("figures", FIGURES.values(), ids=FIGURES)
@settings(max_examples=15, deadline=None)
@given(who=participations(), profile=PROFILE)
def test_figures_mention_notes_in_the_order_of_their_numbers(
    figures: Figures, who: Participation, profile: Profile
) -> None:
    cited = Citations()
    blocks = figures(who, "合作", profile, ZH, cited)
    mentioned = [
        note.text
        for block in blocks
        for span in (
            block.caption if isinstance(block, Figure) else block.spans if isinstance(block, Paragraph) else ()
        )
        for note in span.notes
    ]
    every = [source.words(ZH.language, ZH.calendar) for source in cited.all()]
    assert list(dict.fromkeys(mentioned)) == list(dict.fromkeys(every))
    assert all(isinstance(block, (Figure, Paragraph)) for block in blocks)
    assert all(
        block.drawing.width <= profile.width + 0.01 for block in blocks if isinstance(block, Figure) and profile.height
    )


def test_black_and_white_print_tells_cities_and_roles_apart() -> None:
    from visualizations.collaboration.signs import Signs

    signs = Signs([f"{n}市" for n in range(8)])
    outlines = set()
    for city in [*signs.cities, None]:
        for solid in (True, False):
            (shape,) = signs.sign(city, 0, 0, 4, solid=solid)
            outline = {name: getattr(shape, name) for name in type(shape).__slots__ if name not in ("fill", "stroke")}
            outlines.add((type(shape), repr(outline), shape.fill == "#ffffff"))
    assert len(outlines) == 18


def test_numbers_on_shades_can_be_read() -> None:
    from visualizations.collaboration.pair_matrix import SHADES

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    shades = [light(fill) for fill, _ in SHADES]
    assert shades == sorted(shades, reverse=True)
    for fill, ink in SHADES:
        bright, dark = sorted((light(fill), light(ink)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.6
