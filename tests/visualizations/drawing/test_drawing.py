"""What every picture is made of: text is measured too wide rather than too narrow, colours can be read, SVG is SVG."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from visualizations.drawing import style
from visualizations.drawing.pieces import Piece, column_width, in_columns, sheets
from visualizations.drawing.profile import PROFILES
from visualizations.drawing.shapes import Anchor, Box, Circle, Drawing, Group, Path, Rect, Text
from visualizations.drawing.svg import clean, svg
from visualizations.drawing.typography import shorten, width_of, wrap
from visualizations.files.fonts import find_fonts

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=60)
PRINTED = st.text(
    st.sampled_from("沿革臺灣交流合作案第一二三期，。「」（）、；：ABCXYZabcmwxyz0123456789 -/.()%&+=#@·–…"),
    min_size=1,
    max_size=40,
)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_on_white_is_known() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("paper", [style.PAPER, style.BAND])
@pytest.mark.parametrize(
    "colour",
    [style.INK, style.MUTED, style.LANE, style.ENDED, style.MERGED, style.RENAMED, style.SPLIT, style.EXPANDED,
     style.CARRIED, style.INFERRED, *style.CITIES],
)  # fmt: skip
def test_text_of_every_colour_can_be_read(colour: str, paper: str) -> None:
    assert contrast(colour, paper) >= 4.6


@given(PRINTED)
def test_text_is_measured_no_narrower_than_the_font_draws_it(text: str) -> None:
    fonts = find_fonts()
    for file in fonts.files:
        drawn = ImageFont.truetype(str(file), 100).getlength(text)
        assert width_of(text, 100) >= drawn * 0.985, (file.name, drawn)


@given(WORDS, st.floats(8, 20), st.floats(20, 400))
def test_lines_hold_all_of_the_text_and_fit(text: str, size: float, width: float) -> None:
    lines = wrap(text, size, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        visible = [char for char in line if not unicodedata.combining(char)]
        assert width_of(line, size) <= width + 1e-6 or len(visible) == 1


@given(WORDS, st.floats(10, 300))
def test_shortened_text_fits_or_is_a_mere_ellipsis(text: str, width: float) -> None:
    short = shorten(text, 10, width)
    assert width_of(short, 10) <= width or short == "…"
    assert short == text or text.startswith(short.rstrip("…"))


def test_a_line_does_not_begin_with_a_stop_nor_end_with_an_opening_bracket() -> None:
    for line in wrap("本案（原雙北合作案）同意解除列管，請四市持續辦理。「淨零行動」另提。", 10, 55):
        assert line[0] not in "，。）」" and line[-1] not in "（「"


def test_words_and_numbers_of_latin_letters_are_not_broken() -> None:
    assert wrap("世界青少年發明展2024IEYI屆", 10, 100) == ("世界青少年發明展", "2024IEYI屆")


SHAPES = (
    Text(1, 2, "<&>\"'\x00\ud800", 9, "#000000", Anchor.END, bold=True),
    Rect(Box(0, 0, 1, 2), "#ffffff", "#000000", 2, 1),
    Circle(1, 2, 3, None, "#000000"),
    Path("M0,0L1,1", None, "#000000", 1, (1, 2)),
)


def test_every_shape_becomes_one_element_and_text_stays_text() -> None:
    drawing = Drawing(100, 50, "題", "述", (Group(SHAPES, "case:1", "case", "案"),))
    root = ET.fromstring(svg(drawing))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100pt", "50pt", "-6 -6 100 50")
    group = root.find("{*}g")
    assert group is not None and [one.tag.rsplit("}", 1)[-1] for one in group] == [
        "title",
        "text",
        "rect",
        "circle",
        "path",
    ]
    assert group.findtext("{*}text") == "<&>\"'\ufffd\ufffd"
    assert (group.get("data-id"), group.get("data-kind"), group.findtext("{*}title")) == ("case:1", "case", "案")


@given(st.text(max_size=30))
def test_whatever_text_holds_the_svg_can_be_read_and_says_it(text: str) -> None:
    root = ET.fromstring(svg(Drawing(10, 10, text, text, (Text(0, 0, text, 9, "#000000"),))).encode())
    assert (root.findtext("{*}text") or "") == clean(text).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name.value)
def test_no_profile_has_text_below_eight_points(profile: object) -> None:
    from visualizations.drawing.profile import Profile

    assert isinstance(profile, Profile)
    assert 8 <= profile.small <= profile.text <= profile.title


@given(st.lists(st.floats(5, 60), min_size=1, max_size=60), st.floats(0, 200), st.floats(200, 900))
def test_columns_keep_every_piece_once_and_in_order(heights: list[float], first: float, full: float) -> None:
    painted: list[tuple[int, float, float, float]] = []

    def piece(number: int, height: float) -> Piece:
        def paint(x: float, y: float) -> list[object]:
            painted.append((number, x, y, height))
            return []

        return Piece(height, paint)  # type: ignore[arg-type]

    for sheet in sheets([piece(n, height) for n, height in enumerate(heights)], 800, first, full):
        begun = len(painted)
        sheet.paint(0, 0)
        assert all(y + height <= max(sheet.height, height) + 1e-6 for _, _, y, height in painted[begun:])
        assert sheet.height <= full + 1e-6
    assert [number for number, *_ in painted] == list(range(len(heights)))


def test_one_column_on_narrow_paper_more_on_wide() -> None:
    assert column_width(300) == 300 and column_width(1000) < 400
    piece, rest = in_columns([Piece(10, lambda x, y: [])] * 5, 300, 25)
    assert piece.height == 20 and len(rest) == 3
