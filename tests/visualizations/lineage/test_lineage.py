"""Lineage lanes: what a chart holds, and that every picture of it can be read and defended."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build.status import Standing
from graph.vocabulary import EdgeType, Status
from queries.chronicle import Chronicle, History
from queries.steps import CaseName
from tests.visualizations.chronicles import PLATFORM, chronicles, event, sitting, step
from visualizations.citations import Citations
from visualizations.drawing.profile import EDGE, PROFILES, Profile, ProfileName
from visualizations.drawing.shapes import Box, Circle, Drawing, Group, Rect, Text
from visualizations.drawing.svg import svg
from visualizations.lineage import Chart, Options, chart, draw, figures
from visualizations.lineage.axis import Axis, Window, windows
from visualizations.report.blocks import Figure, Paragraph
from visualizations.words import Calendar, Language

E = EdgeType
SPRING, SUMMER, AUTUMN = sitting(1, "2023-03-01"), sitting(2, "2023-06-01"), sitting(3, "2023-09-01")
BEACH = CaseName("case:beach", "淨灘小尖兵", "山海合作交流平臺")
TREES = CaseName("case:trees", "植樹護坡", "雙北合作交流平臺")
COAST = CaseName("case:coast", "海岸守護行動", PLATFORM)
BIRDS = CaseName("case:birds", "賞鳥步道", PLATFORM)
MARKET = CaseName("case:market", "夜市減塑", PLATFORM)


def history(case: CaseName, status: Status, *events: object) -> History:
    return History(case, "環境組", Standing(status, status), events)  # type: ignore[arg-type]


@pytest.fixture
def story() -> Chronicle:
    """One case renamed, another merged into it, one delisted, one that a single sitting rejected, one undated."""
    return Chronicle(
        histories=(
            history(BEACH, Status.RENAMED, event(E.ESTABLISHED_AT, SPRING, 1)),
            history(TREES, Status.MERGED),
            history(COAST, Status.CONTINUED, event(E.CONTINUED_AT, SUMMER, 2), event(E.EXPANDED_AT, AUTUMN, 3)),
            history(BIRDS, Status.DELISTED, event(E.CONTINUED_AT, SPRING, 4), event(E.DELISTED_AT, SUMMER, 5)),
            history(MARKET, Status.REJECTED, event(E.REJECTED_AT, SPRING, 6)),
            History(CaseName("case:none", "無日期案", PLATFORM), None, None, ()),
        ),
        steps=(
            step(E.RENAMED_TO, BEACH, COAST, "2023-06-01", 7),
            step(E.MERGES_INTO, TREES, COAST, "2023-06-01", 8),
        ),
        hosts={SPRING.id: "甲市"},
        as_of=None,
    )


def texts(drawing: Drawing) -> list[Text]:
    return [shape for shape in drawing.walk() if isinstance(shape, Text)]


def said(drawings: tuple[Drawing, ...]) -> str:
    return "\n".join(text.text for drawing in drawings for text in texts(drawing))


def groups(drawings: tuple[Drawing, ...], kind: str) -> dict[str, Group]:
    shapes = [shape for drawing in drawings for shape in drawing.walk()]
    return {shape.id: shape for shape in shapes if isinstance(shape, Group) and shape.kind == kind}


def test_a_chart_tells_lanes_predecessors_brief_and_undated_cases_apart(story: Chronicle) -> None:
    made = chart(story, Options())
    assert [lane.case.name for lane in made.lanes] == ["淨灘小尖兵", "海岸守護行動", "賞鳥步道"]
    assert [lane.case.name for lane in made.predecessors.values()] == ["植樹護坡"]
    assert [lane.case.name for lane in made.brief] == ["夜市減塑"]
    assert [case.name for case in made.undated] == ["無日期案"]
    assert [(lane.first, lane.last, lane.goes_on) for lane in made.lanes] == [
        ("2023-03-01", "2023-06-01", False),
        ("2023-06-01", "2023-09-01", True),
        ("2023-03-01", "2023-06-01", False),
    ]


def test_a_picture_says_all_of_it(story: Chronicle) -> None:
    drawn = draw(chart(story, Options()), "山海沿革", PROFILES[ProfileName.SCREEN])
    assert len(drawn) == 1
    words = said(drawn)
    for expected in (
        "山海沿革",
        "112-1",
        "3/1 甲",
        "淨灘小尖兵",
        "植樹護坡",
        "原雙北",
        "併入",
        "更名",
        "解除列管",
        "持續列管",
        "無日期案",
    ):
        assert expected in words, expected
    assert "夜市減塑[" in words and "不同意成案" in words
    assert set(groups(drawn, "case")) == {"case:beach", "case:coast", "case:birds", "case:trees"}
    assert set(groups(drawn, "arrow")) == {
        "RENAMED_TO:case:beach:case:coast",
        "MERGES_INTO:case:trees:case:coast",
    }
    assert "112/6/1 植樹護坡 併入 海岸守護行動" in drawn[0].description


def test_every_arrow_and_turn_has_a_number_that_its_quote_has_below(story: Chronicle) -> None:
    made = chart(story, Options())
    (drawn,) = draw(made, "山海沿革", PROFILES[ProfileName.A4_LANDSCAPE])
    cited = Citations(made.sources((*made.lanes, *made.brief)))
    below = said((drawn,))
    for number, source in enumerate(cited.all(), 1):
        assert str(number) in below.split("\n")
        assert source.quote.text in re.sub(r"\n", "", below)
    assert all(arrow.sources for arrow in made.arrows)
    assert len(cited.all()) == 6  # of two arrows, of four turns; being kept on the list is no turn


def test_english_and_iso_days(story: Chronicle) -> None:
    drawn = draw(chart(story, Options(Language.EN, Calendar.ISO)), "Lineage", PROFILES[ProfileName.SCREEN])
    words = said(drawn)
    assert "merged into" in words and "delisted" in words and "2023-06-01" in words
    assert "併入" not in re.sub("「.*?」", "", words.replace("\n", ""))


def test_inferred_steps_are_shown_only_where_asked_for(story: Chronicle) -> None:
    guessed = Chronicle(story.histories, (step(E.RENAMED_TO, BIRDS, COAST, "2023-09-01", 9, inferred=True),), {}, None)
    plain = draw(chart(guessed, Options()), "x", PROFILES[ProfileName.SCREEN])
    dashed = draw(chart(guessed, Options(inferred=True)), "x", PROFILES[ProfileName.SCREEN])
    assert not groups(plain, "arrow") and len(groups(dashed, "arrow")) == 1
    assert "推論" not in said(plain) and "推論（非原文明示）" in said(dashed)


def test_a_period_clips_lanes_and_arrows(story: Chronicle) -> None:
    late = chart(story, Options(since="2023-07-01"))
    assert [lane.case.name for lane in late.lanes] == ["海岸守護行動"] and not late.arrows
    early = chart(story, Options(until="2023-04-01"))
    assert [lane.case.name for lane in early.lanes] == ["淨灘小尖兵", "賞鳥步道"]


def test_nothing_to_draw_is_said() -> None:
    drawn = draw(chart(Chronicle((), (), {}, None), Options()), "空", PROFILES[ProfileName.SLIDE])
    assert len(drawn) == 1 and "沒有可繪的案件" in said(drawn)


def test_figures_mention_notes_in_the_order_of_their_numbers(story: Chronicle) -> None:
    cited = Citations()
    blocks = figures(chart(story, Options()), "山海沿革", PROFILES[ProfileName.A4_PORTRAIT], cited)
    assert isinstance(blocks[0], Figure)
    spans = [
        span
        for b in blocks
        for span in (b.caption if isinstance(b, Figure) else b.spans if isinstance(b, Paragraph) else ())
    ]
    mentioned = list(dict.fromkeys(note.text for span in spans for note in span.notes))
    assert mentioned == [source.words(Language.ZH, Calendar.ROC) for source in cited.all()]
    assert any("夜市減塑" in span.text for span in spans)


def test_the_svg_by_structure(story: Chronicle) -> None:
    (drawn,) = draw(chart(story, Options()), "山海沿革", PROFILES[ProfileName.SCREEN])
    root = ET.fromstring(svg(drawn))
    tags = {element.tag.rsplit("}", 1)[-1] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "path", "text"}
    lane = next(g for g in root.findall(".//{*}g") if g.get("data-id") == "case:birds")
    marks = [g.get("data-id") for g in lane.findall(".//{*}g") if g.get("data-kind") == "event"]
    assert marks == [f"CONTINUED_AT:case:birds:{SPRING.id}", f"DELISTED_AT:case:birds:{SUMMER.id}"]
    assert [text.text for text in lane.findall(".//{*}text")] == ["賞鳥步道", "5", "解除列管"]
    delisted = next(g for g in lane.findall(".//{*}g") if (g.get("data-id") or "").startswith("DELISTED_AT"))
    assert delisted.find("{*}rect") is not None and "解除列管" in (delisted.findtext("{*}title") or "")


PROFILE = st.sampled_from(list(PROFILES.values()))
OPTIONS = st.builds(Options, st.sampled_from(Language), st.sampled_from(Calendar), st.booleans())


@settings(max_examples=60, deadline=None)
@given(chronicles(), OPTIONS, PROFILE)
def test_no_two_texts_overlap_and_none_leaves_the_page(held: Chronicle, options: Options, profile: Profile) -> None:
    for drawing in draw(chart(held, options), "沿革圖", profile):
        boxes = [(text.text, text.box) for text in texts(drawing)]
        for (one, a), (other, b) in combinations(boxes, 2):
            assert not a.overlaps(Box(b.x + 0.2, b.y + 0.2, b.width - 0.4, b.height - 0.4)), (one, other, a, b)
        for one, box in boxes:
            assert box.x >= -EDGE and box.right <= drawing.width - EDGE + 0.01, one
            assert box.y >= -EDGE and box.bottom <= drawing.height - EDGE + 0.01, one
        assert min(text.size for text in texts(drawing)) >= 8
        if profile.height is not None:
            assert drawing.width <= profile.width + 0.01 and drawing.height <= profile.height + 0.01


@settings(max_examples=40, deadline=None)
@given(chronicles(), PROFILE)
def test_picture_and_chart_have_the_same_ids(held: Chronicle, profile: Profile) -> None:
    made = chart(held, Options(inferred=True))
    drawn = draw(made, "沿革圖", profile)
    assert set(groups(drawn, "case")) - set(made.predecessors) == {lane.case.id for lane in made.lanes}
    assert set(groups(drawn, "arrow")) == {arrow.id for arrow in made.arrows}
    assert all(arrow.sources or arrow.inferred for arrow in made.arrows)


@settings(max_examples=40, deadline=None)
@given(chronicles(), PROFILE)
def test_marks_of_a_lane_stand_in_the_order_of_their_days(held: Chronicle, profile: Profile) -> None:
    made = chart(held, Options(inferred=True))
    days = {f"{mark.kinds[0]}:{lane.case.id}:{mark.sitting.id}": mark.day for lane in made.lanes for mark in lane.marks}
    for drawing in draw(made, "沿革圖", profile):
        for lane in groups((drawing,), "case").values():
            marks = [g for g in lane.shapes if isinstance(g, Group) and g.kind == "event"]
            placed = [(days[mark.id], _middle(mark)) for mark in marks]
            for (day, x), (later, further) in pairwise(sorted(placed)):
                assert x <= further and (day == later or x < further)


def _middle(group: Group) -> float:
    """Where a sign stands: the middle of what has a box or a centre, else of its first path."""
    for shape in group.shapes:
        if isinstance(shape, Circle):
            return shape.x
        if isinstance(shape, Rect) and len(group.shapes) == 1:
            return shape.box.x + shape.box.width / 2
    xs = [float(x) for shape in group.shapes if not isinstance(shape, (Circle, Group, Text)) for x in _xs(shape)]
    return (min(xs) + max(xs)) / 2


def _xs(shape: object) -> list[str]:
    if isinstance(shape, Rect):
        return [str(shape.box.x), str(shape.box.right)]
    return re.findall(r"[MLC ](-?[\d.]+),", getattr(shape, "d", ""))


@given(st.lists(st.dates(date(2013, 1, 1), date(2026, 12, 31)), min_size=1, max_size=60), st.floats(50, 900))
def test_an_axis_never_falls_and_stays_between_its_edges(days: list[date], width: float) -> None:
    told = sorted({day.isoformat() for day in days})
    axis = Axis(told, Window(told[0], told[-1]), 10, 10 + width)
    xs = [axis.x(day) for day in told]
    assert all(a < b for a, b in pairwise(xs))
    assert xs[0] == pytest.approx(10) and xs[-1] == pytest.approx(10 + width if len(told) > 1 else 10)


@given(st.lists(st.dates(date(2013, 1, 1), date(2026, 12, 31)), min_size=1, max_size=60), st.floats(50, 900))
def test_windows_cover_all_days_once(days: list[date], width: float) -> None:
    told = sorted({day.isoformat() for day in days})
    spans = windows([told], width)
    assert all(sum(span.holds(day) for span in spans) == 1 for day in told)


HOSTILE = st.sampled_from(
    [
        "</title><script>alert(1)</script>",
        '"><image href="http://x.invalid/a.png"/>',
        "]]>&lt;&amp;",
        "\x00\x1b[31m\ud800",
        "‮倒寫",
        "a" * 300,
    ]
)


@settings(max_examples=25, deadline=None)
@given(chronicles(HOSTILE))
def test_hostile_names_stay_text(held: Chronicle) -> None:
    made = chart(held, Options())
    for drawing in draw(made, "</title><script>", PROFILES[ProfileName.A4_LANDSCAPE]):
        root = ET.fromstring(svg(drawing).encode())
        for element in root.iter():
            assert element.tag.rsplit("}", 1)[-1] in {"svg", "title", "desc", "g", "rect", "circle", "path", "text"}
            assert not any("href" in name or name.startswith("on") for name in element.attrib)


@pytest.mark.parametrize("name", [ProfileName.A4_PORTRAIT, ProfileName.SLIDE])
def test_a_long_title_takes_its_lines_from_the_page(story: Chronicle, name: ProfileName) -> None:
    for drawing in draw(chart(story, Options()), "很長的標題" * 40, PROFILES[name]):
        assert drawing.height <= (PROFILES[name].height or 0) + 0.01


def test_equal_charts_give_equal_bytes(story: Chronicle) -> None:
    first = [svg(one) for one in draw(chart(story, Options()), "x", PROFILES[ProfileName.A4_PORTRAIT])]
    second = [svg(one) for one in draw(chart(story, Options()), "x", PROFILES[ProfileName.A4_PORTRAIT])]
    assert first == second


def test_a_chart_of_many_years_is_split_not_shrunk() -> None:
    sat = [sitting(n % 4 + 1, f"{2013 + n // 4}-{2 + 3 * (n % 4):02}-10") for n in range(48)]
    held = [
        history(CaseName(f"case:{n}", f"第{n}期智慧城市交流合作案", PLATFORM), Status.CONTINUED,
                *(event(E.CONTINUED_AT, one, n) for one in sat[n : n + 6]))
        for n in range(40)
    ]  # fmt: skip
    made: Chart = chart(Chronicle(tuple(held), (), {}, None), Options())
    drawn = draw(made, "十二年", PROFILES[ProfileName.A4_PORTRAIT])
    assert len(drawn) > 4
    assert set(groups(drawn, "case")) == {lane.case.id for lane in made.lanes}
    heads = [said((one,)) for one in drawn if groups((one,), "case")]
    assert all("十二年（" in one for one in heads)
