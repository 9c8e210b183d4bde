"""The same minutes, written otherwise.

Always true: a variant is a pure function from text to text that changes nothing a reader would call content; what it
does to names, ``names`` does to a single name, so that the graph of the unvaried text says what to expect.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.metamorphic.other_cities import exchanged

WIDTH = 37


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write the same minutes otherwise."""

    name: str
    text: Callable[[str], str]
    names: Callable[[str], str] = str


def crlf(text: str) -> str:
    """Lines that end as Windows ends them."""
    return re.sub(r"\r?\n", "\r\n", text)


def blank_lines(text: str) -> str:
    """A blank line between all lines."""
    return text.replace("\n", "\n\n")


def indented(by: str) -> Callable[[str], str]:
    """Every line that holds something begins with ``by``."""
    return lambda text: re.sub(r"^(?=[^\n])", by, text, flags=re.MULTILINE)


def wrapped(text: str) -> str:
    """Lines broken after 37 characters wherever that falls, in words and numbers too; table rows stay."""
    return "\n".join(line if _is_row(line) else _broken(line) for line in text.split("\n"))


def wrapped_tables_too(text: str) -> str:
    """Lines broken after 37 characters wherever that falls, table rows like the rest."""
    return "\n".join(map(_broken, text.split("\n")))


def _is_row(line: str) -> bool:
    return "\t" in line or line.count("|") > 1


def _broken(line: str) -> str:
    return "\n".join(line[at : at + WIDTH] for at in range(0, len(line), WIDTH)) or line


def translated(written: str, instead: str) -> Callable[[str], str]:
    """Each character of ``written`` written as the one of ``instead`` in its place."""
    table = str.maketrans(written, instead)
    return lambda text: text.translate(table)


VARIANTS: tuple[Variant, ...] = (
    Variant("crlf", crlf),
    Variant("blank-lines", blank_lines),
    Variant("indent-2", indented("  ")),
    Variant("indent-4", indented("    ")),
    Variant("indent-fullwidth", indented("　　")),
    Variant("wrapped", wrapped),
    Variant("wrapped-tables", wrapped_tables_too),
    Variant("tai", translated("臺", "台")),
    Variant("fullwidth-digits", translated("0123456789", "０１２３４５６７８９")),
    Variant("halfwidth-punctuation", translated("，。：；（）！？", ",.:;()!?")),
    Variant("curly-quotes", translated("「」『』", "“”‘’")),
    Variant("other-cities", exchanged, exchanged),
)
