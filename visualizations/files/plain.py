"""A report with nothing in its text that a file format stumbles over.

Always true: every text is one line, without characters that XML forbids; what turns the direction of writing around is
closed where it was opened, so that the words after it stay in order. Notes that were equal stay equal.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from visualizations.drawing.shapes import Drawing
from visualizations.drawing.svg import clean
from visualizations.report.blocks import Report

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _POP) | dict.fromkeys("\u2066\u2067\u2068", _POP_ISOLATE)
"""What turns the direction of writing, and what ends that."""


def plain(report: Report) -> Report:
    """The report as it can be written; pictures are cleaned where they are drawn, but for what is read of them."""
    cleaned: Report = _plain(report)
    return cleaned


def plain_text(text: str) -> str:
    r"""One line of what can be written.

    >>> plain_text("沿革\n\x00案"), plain_text("\u202eabc")
    ('沿革 \ufffd案', '\u202eabc\u202c')
    """
    line = clean(_BREAKS.sub(" ", text))
    return line + "".join(_unclosed(line))


def _unclosed(line: str) -> list[str]:
    """What closes the turns that the line leaves open, the last one first."""
    wanted: list[str] = []
    for char in line:
        if char in _CLOSED_BY:
            wanted.insert(0, _CLOSED_BY[char])
        elif char == _POP_ISOLATE and char in wanted:
            del wanted[: wanted.index(char) + 1]
        elif char == _POP and wanted[:1] == [_POP]:
            del wanted[0]
    return wanted


def _plain(value: Any) -> Any:
    if type(value) is str:
        return plain_text(value)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Drawing):
        return replace(value, title=plain_text(value.title), description=plain_text(value.description))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _plain(getattr(value, field.name)) for field in fields(value)})
    return value
