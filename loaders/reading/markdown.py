"""Markdown. Always true: pipe tables outside code blocks become rows with tabs; all else stays as written."""

from __future__ import annotations

import re

from loaders.reading.lines import row_line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DELIMITER_CELL = re.compile(r"\s*:?-+:?\s*\Z")
_PIPE = re.compile(r"(?<!\\)\|")
_LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.I)


def tables_as_rows(text: str) -> str:
    """The text with each pipe table as lines of cells with tabs between, its delimiter row left out.

    >>> tables_as_rows("|案名|決議|\\n|---|:-:|\\n|酷課雲|續管|")
    '案名\\t決議\\n酷課雲\\t續管'
    """
    out: list[str] = []
    lines = text.split("\n")
    fence = ""
    width = 0
    skip = -1
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not line[mark.end() :].strip())):
            fence = "" if fence else mark[1]
            width = 0
        if number == skip:
            continue
        if not width and not fence and number + 1 < len(lines):
            width = _table_width(line, lines[number + 1])
            skip = number + 1 if width else skip
        elif width and (not line.strip() or "|" not in line):
            width = 0
        out.append(row_line(_fitted(_cells(line), width)) if width else line)
    return "\n".join(out)


def _table_width(head: str, delimiter: str) -> int:
    """How many columns the table has that these two lines begin; 0 if they begin none."""
    if "|" not in head or "-" not in delimiter or "|" not in delimiter:
        return 0
    rule, names = _cells(delimiter), _cells(head)
    return len(rule) if len(rule) == len(names) and all(map(_DELIMITER_CELL.match, rule)) else 0


def _cells(line: str) -> list[str]:
    parts = _PIPE.split(line.strip())
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip() and line.rstrip().endswith("|"):
        parts = parts[:-1]
    return [_LINE_BREAK.sub(" ", part.replace("\\|", "|")).strip() for part in parts]


def _fitted(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))
