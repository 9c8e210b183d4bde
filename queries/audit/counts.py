"""Numbers that the minutes state about their own lists, counted again (count_mismatch).

Always true: a number is wrong only when it is none of what it can count (the items, the cases they name, the sums of
their own numbers, what the extraction counted); a list that leaves cases unnamed counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from queries.audit.corpus import Corpus, Sitting
from queries.audit.findings import Finding, Kind, finding
from queries.audit.messages import message
from queries.audit.reading import NUMERAL, Line, normal
from queries.audit.stated import COUNT, NAME, remaining, value

_MOST = 200
_HEADS = ("提案", "議案", "方案", "案件")
_MERGED = re.compile(rf"(?P<a>[{NUMERAL}兩]+)案(?:合併|整併|併)[成為](?P<b>[{NUMERAL}兩]+)案")
_PART = re.compile(r"(?:為|係|屬)原|其中|內含")
_ELLIPSIS = re.compile(
    r"其餘(?:[^，。；]{0,6}案|均|皆|依|照|洽|請?[持繼賡]續)|(?<![多剩業])餘(?:均|皆|依|照|案|[\d一二三四五六七八九十]+案)|[（：]略|^略"
    r"|詳(?:如|見)附|如附[件表]"
)
_BETWEEN = re.compile(
    r"(?:[、，及與和暨以或並同意新增案]|以及|原?[\u3400-\u9fff]{2,6}組|（[^（）]{0,40}）|一案|等|合作案|\d+案|[與]?[：:])*"
)
_FOLLOWED = re.compile(r"(?![^。；：「」]{0,14}[併合整])[^。；：「」]{0,14}(?:分別[是為係]|包括|包含|計有|即|：)：?")


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated number, what it can count, and the list that was counted."""

    stated: int
    found: int
    """What it most likely counts."""
    possible: frozenset[int]
    items: tuple[tuple[Line, int, int], ...] = ()
    """Slices of lines that were counted."""
    rest: bool = False


def count_mismatches(corpus: Corpus) -> Iterator[Finding]:
    """Every stated number that what is listed does not bear out."""
    for sitting in corpus.sittings:
        names = [normal(name) for case in sitting.minutes.cases for name in (case.name, *case.aliases)]
        reader = _Reader(sitting, [name for name in names if len(name) > 3])
        for line in sitting.lines:
            for said in COUNT.finditer(line.text):
                claim = reader.claim(line, said)
                if claim is None or claim.stated == claim.found or claim.stated in claim.possible:
                    continue
                cited = sitting.cite_line(line, said.start(), said.end())
                if reader.extracted(cited.start, cited.end) == claim.stated:
                    continue
                told = message("count_rest" if claim.rest else "count_mismatch", stated=claim.stated, found=claim.found)
                evidence = [sitting.cite_line(*one) for one in claim.items]
                yield finding(Kind.COUNT_MISMATCH, sitting.subject, cited, sitting.at, told, evidence)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Counts what one sitting lists."""

    sitting: Sitting
    names: list[str]

    def claim(self, line: Line, said: re.Match[str]) -> Claim | None:
        """What a stated number counts; None when nobody can tell."""
        stated = value(said)
        if stated is None or not 0 < stated <= _MOST or _PART.match(line.text, said.end()):
            return None
        if not (said["lead"] or said["lead2"] or said["unit"] or said["n"].isdecimal()) and said[0][-2:] in _HEADS:
            return None  # 二、 and 提案 on two lines
        if _PART.search(line.text[max(0, said.start() - 3) : said.start()]):
            return None
        merged = next((m for m in _MERGED.finditer(line.text) if m.start() <= said.start() < m.end()), None)
        if merged and merged.start() == said.start():
            return self._before_merger(line, stated, merged)
        if said["lead"] in ("其餘", "餘"):
            found = remaining(line, said, self._names_case)
            whole = ((line, 0, len(line.text)),)
            return None if found is None else Claim(stated, found, frozenset(), whole, rest=True)
        for way in (self._named_before, self._named_behind, self._in_a_row, self._listed, self._decided):
            if (claim := way(line, said, stated)) is not None:
                return claim
        return None

    def extracted(self, start: int, end: int) -> int | None:
        """What the extraction counted for the number at these offsets."""
        return next((c.found for c in self.sitting.minutes.counts if c.quote.start < end and start < c.quote.end), None)

    def _named_before(self, line: Line, said: re.Match[str], stated: int) -> Claim | None:
        """「A」、「B」及「C」等3案"""
        text = line.text[line.body : said.start()]
        tail = re.split(r"[。；]|\d案(?=[，、])", text)[-1]
        names = list(NAME.finditer(tail))
        if (
            not names
            or (said["lead"] not in ("等", "共", "共計", "計", "合計", None))
            or (said["lead"] is None and stated == 1)
        ):
            return None
        if not _BETWEEN.fullmatch(tail, names[-1].end()):
            return None
        row = [names[-1]]
        for one in reversed(names[:-1]):
            if not _BETWEEN.fullmatch(tail, one.end(), row[0].start()):
                break
            row.insert(0, one)
        if len(row) == 1 and said["lead"] != "等":
            return None
        base = line.body + len(text) - len(tail)
        slices = tuple((line, base + one.start(), base + one.end()) for one in row)
        return Claim(stated, len(row), frozenset(), slices)

    def _named_behind(self, line: Line, said: re.Match[str], stated: int) -> Claim | None:
        """3個議案，分別是「A」、「B」及「C」; 同意解列2案：「A」、「B」"""
        led = _FOLLOWED.match(line.text, said.end())
        if led is None or said["lead"] in ("等",):
            return None
        stop = re.search(r"[。；]", line.text[led.end() :])
        end = led.end() + stop.start() if stop else len(line.text)
        names = list(NAME.finditer(line.text, led.end(), end))
        if not names or names[0].start() > led.end() + 8:
            return self._bare_behind(line, said, stated, led.end(), end)
        if COUNT.search(line.text, led.end(), end):
            return None
        row = [names[0]]
        for one in names[1:]:
            if not _BETWEEN.fullmatch(line.text, row[-1].end(), one.start()):
                return None
            row.append(one)
        return Claim(stated, len(row), frozenset(), tuple((line, n.start(), n.end()) for n in row))

    def _bare_behind(self, line: Line, said: re.Match[str], stated: int, start: int, end: int) -> Claim | None:
        """5個議案，分別是甲、乙及丙, when the extraction counts as many names as there are in the row."""
        row = re.match(r"[^，。；]*", line.text[start:end])
        parts = row[0].split("、") if row else []
        number = len(parts) + bool(parts and re.search("[及與和暨]", parts[-1]))
        if (
            number < 2
            or self.extracted(*line.span(*said.span())) != number
            or not re.search("分別|即", line.text[said.end() : start])
        ):
            return None
        return Claim(stated, number, frozenset(), ((line, start, start + len(row[0]) if row else end),))

    def _in_a_row(self, line: Line, said: re.Match[str], stated: int) -> Claim | None:
        """甲、乙及丙等3案, （3案）：甲、乙及丙 without quotes, when the extraction counts as many as the row."""
        if said["lead"] == "等":
            start = max(line.text.rfind(sign, 0, said.start()) for sign in "。；：，") + 1
            row, start = line.text[max(start, line.body) : said.start()], max(start, line.body)
        else:
            found = re.match(r"）?：([^，。；]*?)(?=等\d|[，。；]|$)", line.text[said.end() :])
            row, start = (found[1], said.end() + found.start(1)) if found else ("", 0)
        parts = row.split("、")
        number = len(parts) + bool(re.search("[及與和暨]", parts[-1]))
        if len(parts) < 2 or number == stated or self.extracted(*line.span(*said.span())) != number:
            return None
        return Claim(stated, number, frozenset(), ((line, start, start + len(row)),))

    def _listed(self, line: Line, said: re.Match[str], stated: int) -> Claim | None:
        """二、列管合作案（計7案）： with its items below it."""
        behind = line.text[said.end() :]
        if not re.fullmatch(r"(?:）|如[下次後]|進度|辦理情形|執行情形|[^。；「」]{0,16})?：?", behind):
            return None
        items = line.items() or self._below(line)
        if said.end() < max(other.end() for other in COUNT.finditer(line.text)):
            return None
        if not items or (len(items) == 1 and stated > 1 and not self._names_case(items[0])):
            return self._table(line, stated)
        if any(_ELLIPSIS.search(item.said) for item in items):
            return None
        found, possible = self._counted(line, said, items)
        return Claim(stated, found, frozenset(possible), tuple((item, 0, _head(item)) for item in items))

    def _below(self, line: Line) -> list[Line]:
        """The items that follow a heading without a mark of its own (■ 續管（6案）)."""
        lines = self.sitting.lines
        at = next(i for i, one in enumerate(lines) if one is line)
        if line.mark or at + 1 == len(lines) or not lines[at + 1].mark:
            return []
        listed = [lines[at + 1]]
        for one in lines[at + 2 :]:
            if one.mark == listed[0].mark and (one.number or 0) > (listed[-1].number or 0):
                listed.append(one)
            elif listed[-1] not in one.above():
                break
        return listed

    def _counted(self, line: Line, said: re.Match[str], items: list[Line]) -> tuple[int, set[int]]:
        """How many cases a list has, and what else its heading can honestly count."""
        named = [item for item in items if self._names_case(item)]
        start, end = line.span(*said.span())
        if len(named) == len(items) or (self.extracted(start, end) == len(items) and named):
            return len(items), set()
        counted = [self._own(item) for item in items]
        if any(counted):
            return sum(c or 1 for c in counted), {c for c in counted if c} if len(set(counted)) == 1 else set()
        below = sum(len(item.items()) for item in items)
        possible = {len(named) or len(items), len(self._cases_in(items))}
        possible.add(sum(len(NAME.findall(item.text)) for item in items))
        return (below, possible) if below and not named else (len(items), possible)

    def _cases_in(self, items: list[Line]) -> set[str]:
        """The cases that items name, wherever."""
        words = "\n".join(normal(item.text) for item in items)
        return {case.key for case in self.sitting.minutes.cases if normal(case.name) in words}

    def _table(self, line: Line, stated: int) -> Claim | None:
        """Numbered rows right below a heading."""
        rows = [child for child in line.children if child.mark == "row" and child.number]
        if not rows or [row.number for row in rows] != sorted({row.number for row in rows if row.number}):
            return None
        slices = tuple((row, 0, len(row.text)) for row in rows)
        return Claim(stated, len(rows), frozenset({rows[-1].number or 0}), slices)

    def _decided(self, line: Line, said: re.Match[str], stated: int) -> Claim | None:
        """說明：…計有4案… with a decision on each of them further down the same matter."""
        if line.mark not in ("matter", "label") or said["lead"] in ("等", None, "另") or stated < 2:
            return None
        matter = line if line.mark == "matter" else line.parent
        if matter is None or matter.mark != "matter" or len(list(COUNT.finditer(line.text))) > 1:
            return None
        decided = [c for c in matter.children if c.text[:2] in ("決議", "裁示", "決定")]
        items = [item for child in decided for item in child.items()]
        named = [item for item in items if self._names_case(item)]
        if (
            len(decided) != 1
            or len(named) < 2
            or any(_ELLIPSIS.search(i.said) or re.search("各案", i.said) for i in items)
        ):
            return None
        if len(named) != len(items):
            return None
        return Claim(stated, len(named), frozenset(), tuple((item, 0, _head(item)) for item in named))

    def _before_merger(self, line: Line, stated: int, merged: re.Match[str]) -> Claim | None:
        """5案合併為2案 with 「A」、「B」併為「X」 in each item."""
        items, total, slices = line.items(), 0, []
        for item in items:
            into = re.search(r"(?:合併|整併|併)[成為入]", item.said)
            before = list(NAME.finditer(item.said, 0, into.start())) if into else []
            if not before:
                return None
            total += len(before)
            slices.append((item, 0, _head(item)))
        return Claim(stated, total, frozenset(), tuple(slices)) if items else None

    def _own(self, item: Line) -> int | None:
        """The number that an item states of itself."""
        said = COUNT.search(item.text[: _head(item) + 1])
        return value(said) if said and said["lead"] != "等" else None

    def _names_case(self, item: Line) -> bool:
        """Whether an item begins with the name of a case."""
        words = normal(item.said[:80])
        return any(words.find(name) in range(4) for name in self.names)


def _head(item: Line) -> int:
    """Where the words end that say what an item is about."""
    at = item.text.find("：", item.body)
    return at if 0 < at < 60 else min(len(item.text), 60)
