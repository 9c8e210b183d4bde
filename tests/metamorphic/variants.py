"""The same minutes, written otherwise.

Always true: a variant is a pure function from text to text that changes nothing a reader would call content; what it
does to names, ``names`` does to a single name, so that the graph of the unvaried text says what to expect.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from tests.metamorphic.other_cities import exchanged

WIDTH = 37


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write the same minutes otherwise."""

    name: str
    text: Callable[[str], str]
    names: Callable[[str], str] = str

    def gold(self, gold: dict[str, Any]) -> dict[str, Any]:
        """The annotation of a text → that of the varied text: names as ``names`` writes them, quotes as the text."""
        named: dict[str, Any] = everywhere(gold, self.names)
        quoted = self.text if self.names is str else str
        lists = {key: [_quoting(item, quoted) for item in named.get(key, [])] for key in ("edges", "action_items")}
        return named | lists


def _quoting(item: dict[str, Any], text: Callable[[str], str]) -> dict[str, Any]:
    return item | ({"quote": text(item["quote"])} if item.get("quote") else {})


def everywhere(value: Any, names: Callable[[str], str]) -> Any:
    """A JSON value with every string in it, but no key, written as ``names`` writes it."""
    if isinstance(value, str):
        return names(value)
    if isinstance(value, dict):
        return {key: everywhere(held, names) for key, held in value.items()}
    return [everywhere(held, names) for held in value] if isinstance(value, list) else value


def crlf(text: str) -> str:
    """Lines that end as Windows ends them."""
    return re.sub(r"\r?\n", "\r\n", text)


def blank_lines(text: str) -> str:
    """A blank line between all lines, but none within a table of which a row is broken: blank lines end such a row."""
    parted: list[str] = []
    for tabbed, group in groupby(text.split("\n"), key=lambda line: "\t" in line):
        lines = list(group)
        broken = tabbed and any(line.count("\t") < lines[0].count("\t") for line in lines)
        parted += ["\n".join(lines)] if broken else lines
    return "\n\n".join(parted)


def indented(by: str) -> Callable[[str], str]:
    """Every line that holds something begins with ``by``."""
    return lambda text: re.sub(r"^(?=[^\n])", by, text, flags=re.MULTILINE)


def wrapped(text: str) -> str:
    """Lines broken after 37 characters wherever that falls, in words and numbers too; table rows stay."""
    return "\n".join(line if _is_row(line) else _broken(line) for line in text.split("\n"))


def wrapped_tables_too(text: str) -> str:
    """Lines broken after 37 characters like those of ``wrapped``; table rows too, within the words of a cell.

    Rows break as cells do whose own line ends come along when a table is copied: near the 37th character, between two
    ideographs of a cell that is neither the first nor the last of its row, never in a table's first row. Broken at a
    cell's border, in a number or in the last cell, the rest of a row is not always to be told from a new row or the
    paragraph beneath the table; before such breaks were left out, this variant asked for what no reader could know.
    """
    lines = text.split("\n")
    heads = [not at or not _is_row(lines[at - 1]) for at in range(len(lines))]
    return "\n".join(
        line if _is_row(line) and head else _broken_row(line) if _is_row(line) else _broken(line)
        for line, head in zip(lines, heads, strict=True)
    )


def _broken_row(row: str) -> str:
    """A row broken after 32 to 37 characters, and again, as long as a middle cell has two ideographs there."""
    borders = [at for at, char in enumerate(row) if char == ("\t" if "\t" in row else "|")]
    first, last = (borders[0], borders[-1]) if "\t" in row else (borders[1], borders[-2])
    at, pieces = 0, []
    while len(row) - at > WIDTH:
        breaks = [to for to in range(at + WIDTH - 5, at + WIDTH + 1)
                  if first < to < last and re.fullmatch(r"[\u3400-\u9fff]{2}", row[to - 1 : to + 1])]  # fmt: skip
        if not breaks:
            break
        pieces.append(row[at : breaks[-1]])
        at = breaks[-1]
    return "\n".join([*pieces, row[at:]])


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
