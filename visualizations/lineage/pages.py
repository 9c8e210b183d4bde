"""Charts as drawings: one a page.

Always true: what a page shows is in its description, too; lanes carry the ids of their cases, marks and arrows those of
their edges, so that picture and table can be held against each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from visualizations.citations import Citations, Source
from visualizations.drawing.pages import Sheet, counted, drawn, with_notes
from visualizations.drawing.pieces import Piece, heading, paragraph, space, stack
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Box, Drawing, Path, Rect, Shape, Text, polyline
from visualizations.drawing.style import BAND, GRID, INK, PAPER
from visualizations.lineage.chart import Chart, Options
from visualizations.lineage.footer import below, notes
from visualizations.lineage.frame import Frame
from visualizations.lineage.layout import Page, Section, pages, section_height, title_height
from visualizations.lineage.strips import arrow_shapes, feeder_shapes, lane_shapes
from visualizations.lineage.telling import description, empty, remarks, subtitle
from visualizations.report.blocks import Block, Note, Paragraph, Span, with_sources


def draw(chart: Chart, title: str, profile: Profile) -> tuple[Drawing, ...]:
    """The pages of a chart, with the quotes behind its numbers under or after it.

    In: a chart; its title; for what it is laid out. Out: one drawing a page, one alone on a screen, each as wide as the
    profile; on a screen it grows with the years. A chart without lanes gives one page that says so.
    """
    cited = Citations()
    laid = _laid(chart, title, profile, cited)
    quotes = notes(chart, profile, cited)
    told = with_notes(_sheets(chart, title, profile, laid), quotes, title, profile, chart.options.language)
    return tuple(drawn(sheet, title) for sheet in told)


def figures(chart: Chart, title: str, profile: Profile, cited: Citations) -> tuple[Block, ...]:
    """The pages of a chart as figures of a report, their quotes as notes of the captions.

    In: a chart; its title; the report's profile; the numbers that the report has given so far, to which those of the
    chart are added. Out: a figure a page and a paragraph a remark; read in order they mention notes in the order of
    their numbers.
    """
    mentioned = len(cited.all())
    laid = _laid(chart, title, profile, cited)
    blocks: list[Block] = []
    for page, sheet in zip(laid, _sheets(chart, title, profile, laid), strict=True):
        last = max((mentioned, *cited.of(_sources(chart, page))))
        told = tuple(note(chart.options, source) for source in cited.all()[mentioned:last])
        mentioned = last
        blocks += with_sources(drawn(sheet, title), title, told, chart.options.language)
    for remark in remarks(chart):
        spans = (Span(text, tuple(note(chart.options, one) for one in sources)) for text, sources in remark.parts)
        blocks.append(Paragraph(tuple(spans), small=True))
    return tuple(blocks)


def note(options: Options, source: Source) -> Note:
    """A source as a footnote."""
    return Note(source.words(options.language, options.calendar))


def _laid(chart: Chart, title: str, profile: Profile, cited: Citations) -> list[Page]:
    """The pages of lanes; their sources are numbered page by page, those of the remarks last."""
    if not chart.lanes:
        return []
    foot = below(chart, profile, profile.inner_width)
    head = heading(counted(title, 99, 99, chart.options.language), subtitle(chart), profile, profile.inner_width)
    room = None if profile.inner_height is None else profile.inner_height - head.height - foot.height
    everything = [*chart.lanes, *chart.brief]
    for page in pages(chart, profile, Citations([*cited.all(), *chart.sources(everything)]), room):
        cited.add(_sources(chart, page))
    cited.add(chart.sources(everything))
    return pages(chart, profile, cited, room)


def _sources(chart: Chart, page: Page) -> list[Source]:
    """What a page of lanes rests on."""
    lanes = [strip.lane for block in page.blocks for strip in block.strips]
    return chart.sources(lanes, page.frame.window.first, page.frame.window.last)


def _sheets(chart: Chart, title: str, profile: Profile, laid: Sequence[Page]) -> list[Sheet]:
    """Pages of lanes with what stands above and below them."""
    if not laid:
        none = paragraph(empty(chart.options.language), profile.text, profile.inner_width)
        whole = stack(heading(title, "", profile, profile.inner_width), none)
        return [Sheet(whole, profile.inner_width, empty(chart.options.language))]
    foot = below(chart, profile, profile.inner_width)
    told = []
    for number, page in enumerate(laid, 1):
        name = counted(title, number, len(laid), chart.options.language)
        head = heading(name, subtitle(chart), profile, profile.inner_width)
        piece = stack(head, *(_block(page.frame, block) for block in page.blocks), foot)
        lanes = [strip.lane for block in page.blocks for strip in block.strips]
        told.append(Sheet(piece, page.frame.right, description(chart, lanes)))
    return told


def _block(frame: Frame, block: Section) -> Piece:
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

    return Piece(section_height(block, frame.profile), paint)


def _strips(frame: Frame, block: Section, top: float) -> tuple[list[Shape], list[Shape], dict[str, float]]:
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


def _drawn(frame: Frame, block: Section) -> set[str]:
    """Ids of the arrows between two lanes of the block."""
    fed = {feeder.arrow.id for strip in block.strips for feeder in (*strip.feeders, *strip.late)}
    ids = {strip.lane.case.id for strip in block.strips}
    return {a.id for id in ids for a in frame.arrows_to[id] if a.source in ids and a.id not in fed}


def _arrows(frame: Frame, block: Section, middles: dict[str, float]) -> list[Shape]:
    drawn = _drawn(frame, block)
    arrows = [a for id in middles for a in frame.arrows_to[id] if a.id in drawn]
    return [shape for a in arrows for shape in arrow_shapes(frame, a, middles[a.source], middles[a.target])]


def _moved(text: Text, by: float) -> Text:
    return Text(text.x, text.y + by, text.text, text.size, text.colour, text.anchor, text.bold)


def _rule(x: float, top: float, bottom: float) -> Path:
    return Path(polyline([(x, top), (x, bottom)]), None, GRID, 0.8)
