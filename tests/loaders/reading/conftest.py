"""Makers of documents for the reading tests: nothing binary is stored, every file is written when it is needed."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

FONT = "MSung-Light"


@pytest.fixture(scope="session")
def make_pdf() -> Callable[..., bytes]:
    """Bytes of a PDF: one drawing function a page, each given the canvas with a Chinese font set."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))

    def make(*pages: Callable[[Canvas], object], **options: Any) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(600, 800), **options)
        for draw in pages:
            canvas.setFont(FONT, 12)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def picture() -> ImageReader:
    """A grey picture, as a scanner would leave it."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (60, 80), 200).save(out, "PNG")
    return ImageReader(io.BytesIO(out.getvalue()))
