"""How much two characters sound and look alike, and whether they are two forms of one.

Always true: all three are symmetric; sound is that of any reading, without tones; shape is that of the drawn glyphs.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_CLOSE, _FAINT = 0.78, 0.58
"""Likeness of shape from which on two characters are easily, or now and then, taken for one another."""
_SIZE = 28
_TRADITIONAL = 3
"""The face of the font whose glyphs are those of Taiwan."""


@lru_cache(maxsize=65536)
def one_character(left: str, right: str) -> bool:
    """Whether two characters are forms of one: simplified, Japanese or an old variant."""
    return left == right or simplified(left) == simplified(right)


class Likeness(IntEnum):
    """How easily one character is written for another."""

    NONE = 0
    FAINT = 1
    CLOSE = 2


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> Likeness:
    """How easily one of two characters is written for the other.

    >>> likeness("場", "廠").name, likeness("犬", "大").name, likeness("職", "才").name
    ('CLOSE', 'CLOSE', 'NONE')
    """
    if not _sounds(left).isdisjoint(_sounds(right)):
        return Likeness.CLOSE
    shape = likeness_of_shape(left, right)
    return Likeness.CLOSE if shape >= _CLOSE else Likeness.FAINT if shape >= _FAINT else Likeness.NONE


@lru_cache(maxsize=65536)
def likeness_of_shape(left: str, right: str) -> float:
    """How much two drawn characters cover each other, 0 to 1; 0 for other signs than Chinese characters."""
    if not ("\u3400" <= left <= "\u9fff" and "\u3400" <= right <= "\u9fff"):
        return float(left == right)
    return max(0.0, float(_glyph(left) @ _glyph(right)))


def simplified(text: str) -> str:
    """A text in simplified characters, one for one, by which variants become equal and dictionaries can be asked."""
    return text.translate(_SIMPLIFIED)


class _Simplified(dict[int, str]):
    """Character → its simplified form, found when first asked for."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        traditional, simple = _converters()
        converted: str = simple.convert(char)
        if converted == char:
            converted = simple.convert(traditional.convert(char))
        self[code] = converted if len(converted) == 1 else char
        return self[code]


_SIMPLIFIED = _Simplified()


@lru_cache(maxsize=16384)
def _sounds(char: str) -> frozenset[str]:
    """The syllables of a character without tones; zh, ch, sh and the like are one with z, c, s."""
    readings = _readings().get(ord(char), "")
    return frozenset(_merged(reading) for reading in readings.split(",") if reading)


def _merged(reading: str) -> str:
    import unicodedata

    plain = "".join(c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c))
    if plain[1:2] == "h" and plain[0] in "zcs":
        plain = plain[0] + plain[2:]
    return plain.removesuffix("g") if plain.endswith(("ing", "eng")) else plain


def prepare(characters: str) -> None:
    """Load what telling likeness needs for some characters."""
    for char in dict.fromkeys(characters):
        likeness_of_shape(char, char)
        _sounds(char)
        simplified(char)


@cache
def _readings() -> dict[int, str]:
    import os

    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    return dict(PINYIN_DICT)


@cache
def _converters() -> tuple[Any, Any]:
    """Japanese to traditional, and traditional to simplified."""
    from opencc import OpenCC

    return OpenCC("jp2t"), OpenCC("t2s")


@cache
def _font() -> Any:
    from PIL import ImageFont

    file = str(files("noto_cjk_sans_otc") / "NotoSansCJK-Regular.ttc")
    return ImageFont.truetype(file, _SIZE, index=_TRADITIONAL, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def _glyph(char: str) -> Any:
    """The blurred glyph as a vector of length one."""
    import numpy as np
    from PIL import Image, ImageDraw, ImageFilter

    image = Image.new("L", (_SIZE + 4, _SIZE + 4), 0)
    ImageDraw.Draw(image).text((2, 2), char, fill=255, font=_font(), anchor="lt")
    pixels = np.asarray(image.filter(ImageFilter.BoxBlur(1)), dtype=np.float32).ravel()
    pixels = pixels - pixels.mean()
    return pixels / (np.sqrt(pixels @ pixels) + 1e-9)
