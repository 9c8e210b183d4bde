"""Numbers of cases as minutes state them (計7案, 等3案, 其餘5案), and what a rest has to be.

Always true: input is folded and squeezed; a number behind 第, 年 or 月 counts no cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from queries.audit.reading import NUMERAL, Line, normal, numeral

COUNT = re.compile(
    rf"(?P<lead>其餘|另外?|等|計有|共計|合計|總計|計|共有?|下列|以下|有|餘)?(?<![第年月{NUMERAL}])(?P<n>[{NUMERAL}兩]{{1,3}})"
    rf"(?P<unit>項|件|個)?(?:列管|新增|提|議|議題|合作|追蹤|既有|續管){{0,2}}(?:案件|案(?![由次號內名])|議案|提案|方案)(?:件)?"
    r"|(?P<lead2>計|共計|合計|共)(?P<n2>[0-9一二三四五六七八九十]{1,3})(?:項|件)(?![次目])"
)  # fmt: skip
"""A stated number of cases; ``lead`` is the word before it, the number itself is ``value``."""
NAME = re.compile(r"「(?:[^「」]|「[^「」]*」)*」")
"""A quoted name, with names quoted in it."""
_TOTAL = ("計", "共", "計有", "共計", "合計")


def value(said: re.Match[str]) -> int | None:
    """The number that a match of COUNT states.

    >>> value(COUNT.search("等兩案"))
    2
    """
    return numeral(said["n"] or said["n2"] or "")


def remaining(line: Line, rest: re.Match[str], names_case: Callable[[Line], bool]) -> int | None:
    """How many cases are left where a line says 其餘 (列管7案，「A」及「B」2案解列，其餘5案持續列管).

    In: the line, the number that it states of the rest, whether a line names a case. Out: how many it must be, or None
    when nobody can tell.
    """
    before = line.text[: rest.start()]
    total, single = _total(line, before), _singled(line, before, names_case)
    return total - single if total is not None and single else None


def _total(line: Line, before: str) -> int | None:
    """How many there are in all: told in the sentence, else by the heading above it."""
    for text in (before.split("。")[-1], before, *(up.text for up in line.above())):
        for said in COUNT.finditer(text):
            listed = re.search(r"(?:列管|提報|管考)$", text[: said.start()]) or re.match(r"[中，]", text[said.end() :])
            if said["lead"] in _TOTAL or (listed and said["lead"] != "等"):
                return value(said)
    return None


def _singled(line: Line, before: str, names_case: Callable[[Line], bool]) -> int:
    """How many were named or counted out before the rest."""
    *whole, text = before.split("。")[-1].split("其中")
    names = {normal(n[0]) for n in NAME.finditer(text)} | set(re.findall(rf"第[{NUMERAL}]+案", text))
    if names:
        return len(names)
    parts = [value(said) or 0 for said in COUNT.finditer(text)][0 if whole else 1 :]
    if parts:
        return sum(parts)
    siblings = line.parent.items() if line.parent else []
    at = next((i for i, one in enumerate(siblings) if one is line), 0)
    return sum(1 for one in siblings[:at] if names_case(one))
