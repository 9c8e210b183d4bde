"""PNG, looked at by Pillow."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from graph.errors import YangeError
from tests.visualizations.files.demo import lanes
from visualizations.drawing.profile import PROFILES, ProfileName
from visualizations.drawing.shapes import Drawing, Text
from visualizations.files.png import png


def opened(drawing: Drawing, dpi: int = 200) -> Image.Image:
    return Image.open(io.BytesIO(png(drawing, dpi)))


@pytest.mark.parametrize("name", ProfileName)
@pytest.mark.parametrize("dpi", [96, 200])
def test_the_size_is_that_of_the_drawing(name: ProfileName, dpi: int) -> None:
    drawing = lanes(PROFILES[name])
    picture = opened(drawing, dpi)
    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
    for dots, points in zip(picture.size, (drawing.width, drawing.height), strict=True):
        assert dots / dpi * 72 == pytest.approx(points, abs=1)


def test_there_is_ink_wherever_there_is_text() -> None:
    drawing = lanes(PROFILES[ProfileName.A4_PORTRAIT])
    picture = opened(drawing).convert("L")
    scale = 200 / 72
    seen = [shape for shape in drawing.walk() if isinstance(shape, Text)]
    for text in seen:
        box = text.box
        area = picture.crop(tuple(round(side * scale) for side in (box.x, box.y, box.right, box.bottom)))
        dark = sum(area.histogram()[:140]) / (area.width * area.height)
        assert dark > 0.03, text.text
    assert len(seen) > 20


def test_text_is_drawn_as_wide_as_it_was_measured_or_less() -> None:
    text = Text(0, 40, "沿革臺灣 Taipei 112/3/5", 24, "#000000")
    picture = opened(Drawing(600, 60, "", "", (text,), 0)).convert("L")
    left, _, right, _ = picture.point(lambda dot: 255 if dot < 128 else 0).getbbox() or (0, 0, 0, 0)
    assert text.box.width * 0.8 < (right - left) * 72 / 200 <= text.box.width


def test_the_paper_is_white() -> None:
    picture = opened(Drawing(30, 30, "", "", ()))
    assert picture.convert("RGB").getextrema() == ((255, 255), (255, 255), (255, 255))


def test_a_picture_beyond_all_memory_is_refused() -> None:
    with pytest.raises(YangeError, match="SVG or PDF"):
        png(Drawing(1100, 90_000, "", "", ()))


def test_equal_drawings_are_equal_bytes() -> None:
    profile = PROFILES[ProfileName.SLIDE]
    assert png(lanes(profile)) == png(lanes(profile))
