"""Charts as drawings: one a page.

Always true: what a page shows is in its description, too; lanes carry the ids of their cases, marks and arrows those of
their edges, so that picture and table can be held against each other.
"""

from __future__ import annotations

from visualizations.drawing.pieces import Piece, heading, paragraph, sheets, space, stack
from visualizations.drawing.profile import EDGE, Profile
from visualizations.drawing.shapes import Box, Drawing, Path, Rect, Shape, Text, polyline
from visualizations.drawing.style import BAND, GRID, INK, PAPER
from visualizations.lineage.chart import Chart
from visualizations.lineage.citations import Citations
from visualizations.lineage.footer import below, remarks
from visualizations.lineage.frame import Frame
from visualizations.lineage.layout import Block, Page, block_height, pages, title_height
from visualizations.lineage.strips import arrow_shapes, feeder_shapes, lane_shapes
from visualizations.lineage.telling import description, empty, subtitle
from visualizations.words import Words


def draw(chart: Chart, title: str, profile: Profile, *, citations: bool = True) -> tuple[Drawing, ...]:
    """The pages of a chart.

    In: a chart; its title; for what it is laid out; whether the quotes stand under the drawing (else only their numbers
    stand in it, for a file that brings footnotes). Out: one drawing a page, one alone on a screen, each as wide as the
    profile; on a screen it grows with the years. A chart without lanes gives one page that says so.
    """
    cited = Citations(chart.sources)
    if not chart.lanes:
        none = paragraph(empty(chart.options.language), profile.text, profile.inner_width)
        return (
            _drawing(chart, title, stack(heading(title, "", profile, profile.inner_width), none), profile.inner_width),
        )
    foot = below(chart, profile, profile.inner_width)
    head = heading(title, subtitle(chart), profile, profile.inner_width)
    room = None if profile.inner_height is None else profile.inner_height - head.height - foot.height
    laid = pages(chart, profile, cited, room)
    sheet = [
        stack(
            heading(_counted(title, n, len(laid), chart), subtitle(chart), profile, page.frame.right),
            _lanes(page),
            foot,
        )
        for n, page in enumerate(laid, 1)
    ]
    width = max(page.frame.right for page in laid)
    if citations:
        sheet = _with_remarks(sheet, remarks(chart, profile, cited), title, profile, chart)
    return tuple(_drawing(chart, title, piece, width) for piece in sheet)


def _counted(title: str, number: int, count: int, chart: Chart) -> str:
    if count == 1:
        return title
    return title + Words(f"（{number}／{count}）", f" ({number} of {count})").of(chart.options.language)


def _with_remarks(sheet: list[Piece], told: list[Piece], title: str, profile: Profile, chart: Chart) -> list[Piece]:
    """The sheets with notes and quotes behind them, beginning where the last sheet has room."""
    if not told:
        return sheet
    name = Words("附註與出處", "Notes and sources").of(chart.options.language)
    head = stack(space(6), paragraph(name, profile.small, profile.inner_width, INK, bold=True))
    if profile.inner_height is None:
        (whole,) = sheets(told, profile.inner_width, 1e9, 1e9)
        return [*sheet[:-1], stack(sheet[-1], head, whole)]
    top = heading(f"{title}：{name}", "", profile, profile.inner_width)
    left = profile.inner_height - sheet[-1].height - head.height
    first, *others = sheets(told, profile.inner_width, left, profile.inner_height - top.height)
    if first.height:
        sheet = [*sheet[:-1], stack(sheet[-1], head, first)]
    return [*sheet, *(stack(top, one) for one in others)]


def _drawing(chart: Chart, title: str, piece: Piece, width: float) -> Drawing:
    size = (width + 2 * EDGE, piece.height + 2 * EDGE)
    return Drawing(*size, title, description(chart), tuple(piece.paint(0, 0)))


def _lanes(page: Page) -> Piece:
    return stack(*(_block(page.frame, block) for block in page.blocks))


def _block(frame: Frame, block: Block) -> Piece:
    """The heads and strips of a section."""
    text = frame.profile.text
    name = paragraph(block.title, text, frame.right, INK, bold=True) if block.title else space(0)

    def paint(x: float, y: float) -> list[Shape]:
        shapes = name.paint(x, y)
        top = y + title_height(block, frame.profile)
        shapes += [_moved(one, top) for one in block.head.texts]
        first = top + block.head.height
        bottom = first + sum(strip.height for strip in block.strips)
        bands, lanes, middles = _strips(frame, block, first)
        grid = [_rule(frame.axes[block.section].x(column.day), first - 2, bottom) for column in block.columns]
        return [*shapes, *bands, *grid, *_arrows(frame, block, middles), *lanes]

    return Piece(block_height(block, frame.profile), paint)


def _strips(frame: Frame, block: Block, top: float) -> tuple[list[Shape], list[Shape], dict[str, float]]:
    """Bands, lanes, and the y of each lane's line by the id of its case."""
    drawn = _drawn(frame, block)
    bands: list[Shape] = []
    lanes: list[Shape] = []
    middles: dict[str, float] = {}
    for number, strip in enumerate(block.strips):
        paper = PAPER if number % 2 else BAND
        bands.append(Rect(Box(0, top, frame.right, strip.height), paper))
        id = strip.lane.case.id
        middles[id] = top + strip.up
        lanes += feeder_shapes(frame, strip, middles[id])
        lanes += lane_shapes(frame, strip, middles[id], [a for a in frame.arrows_from[id] if a.id in drawn], paper)
        top += strip.height
    return bands, lanes, middles


def _drawn(frame: Frame, block: Block) -> set[str]:
    """Ids of the arrows between two lanes of the block."""
    fed = {feeder.arrow.id for strip in block.strips for feeder in (*strip.feeders, *strip.late)}
    ids = {strip.lane.case.id for strip in block.strips}
    return {a.id for id in ids for a in frame.arrows_to[id] if a.source in ids and a.id not in fed}


def _arrows(frame: Frame, block: Block, middles: dict[str, float]) -> list[Shape]:
    drawn = _drawn(frame, block)
    arrows = [a for id in middles for a in frame.arrows_to[id] if a.id in drawn]
    return [shape for a in arrows for shape in arrow_shapes(frame, a, middles[a.source], middles[a.target])]


def _moved(text: Text, by: float) -> Text:
    return Text(text.x, text.y + by, text.text, text.size, text.colour, text.anchor, text.bold)


def _rule(x: float, top: float, bottom: float) -> Path:
    return Path(polyline([(x, top), (x, bottom)]), None, GRID, 0.8)
