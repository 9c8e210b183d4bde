"""Cases that a sentence points to without their names: by number, by table, by place, by code, by what sorts them.

Always true: numbers are those of the list nearest to the sentence; where the list does not hold them, none is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.lexicon.agenda import asked_outcome_of
from loaders.minutes.agenda import Kind, Speech
from loaders.minutes.lifecycle.statements import Context, Told
from loaders.numerals import NUMERAL, numeral
from loaders.row_numbers import OWN_CODE, SEVERAL, TABLE, row, rows_of

_OWNER = re.compile("([\u3400-\u9fff]{2}[市縣])(?:政府)?(?:所提)?$")
"""The city right before a number in its list."""
_SORT = re.compile(
    f"(?:[及與和])?(?P<sort>[A-Z]類|[\u3400-\u9fff]{{2,8}}?)(?:政府)?(?:所?提)?(?P<count>[{NUMERAL}兩]{{1,2}})案"
)
_WITHIN = re.compile(
    f"(?:(?P<before>前項|前開|上開|上述|以上|前述)|(?P<sort>[^，。；「」]{{2,12}}?))(?P<count>[{NUMERAL}兩]{{1,2}})案(?:中|之中|裡)"
)
"""A list of which a sentence takes out one case."""
_STEP_FIRST = re.compile(f"（[{NUMERAL}]{{1,3}}）(?![、及與和至])")
"""A number in brackets with which a sentence opens, and no other behind it."""
_TABLED = re.compile(
    f"{TABLE.pattern}(?:所列|所載|所示|之|內)?(?:計|共)?"
    f"(?:(?P<count>[{NUMERAL}]{{1,2}})案|(?:項次|第|編號)(?P<row>[{NUMERAL}]{{1,2}})(?:案|項)?|各案|案件)"
)
_STEP = f"[{NUMERAL}]{{1,2}}"
_PLACE = re.compile(f"({_STEP})之({_STEP})")
_PLACES = re.compile(f"{_STEP}之{_STEP}(?:[、及與和]{_STEP}之{_STEP})*")
"""A part of the agenda and a number in it (肆之二), and several of them."""
_PROPOSED, _TRACKED = "提案", "列管"
_OWN = re.compile(f"{OWN_CODE}(?![0-9案件項個月日年])")
_CODES = re.compile(rf"(?<![\u3400-\u9fff]){_OWN.pattern}(?:[、及與和]{_OWN.pattern})*")
"""Codes that a list gives its cases (農1), and several of them."""
_LIST = re.compile(
    f"(?P<list>{_PROPOSED}|{_TRACKED}|新[增提](?=案))(?:(?:案件?|部分|方面)+，?)?(?:項次|編號|案號|第)（?[{NUMERAL}]{{1,3}}[^，；。]*$"
)
"""The list right before numbers: that of proposals, or that of tracked cases."""


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a sentence that stands for cases: an enumeration of names or of numbers; by their keys."""

    start: int
    end: int
    keys: tuple[str, ...]


def pointed(context: Context, told: Told, speech: Speech) -> list[Row]:
    """The cases that a sentence points to, by the first of the ways in which minutes do."""
    return (
        _tabled(context, speech)
        or _stepped(context, told, speech)
        or _numbered(context, told, speech)
        or _coded(context, speech)
        or _placed(context, speech)
        or _sorted(context, speech)
    )


def _stepped(context: Context, told: Told, speech: Speech) -> list[Row]:
    """決議：（一）續管；（二）解列: the cases beneath a step of the ruling's own part, or the only one so numbered."""
    said = _STEP_FIRST.match(speech.text)
    place = f"{told.item.path}/{said[0]}" if said else ""
    listed_ones = [entry for entry in context.book.entries.values() if entry.listed]
    own, step = f"{told.item.path}/", f"/{said[0]}" if said else ""
    beneath = [e.key for e in listed_ones if place and (e.item == place or e.item.startswith(place + "/"))]
    beneath = beneath or [e.key for e in listed_ones if said and e.item.startswith(own) and e.item.endswith(step)]
    numbered = [e.key for e in listed_ones if said and e.item.rpartition("/")[2] == said[0]]
    own_list = any(entry.item.startswith(own) for entry in listed_ones)
    keys = beneath or (numbered if len(numbered) == 1 and not own_list else [])
    return [Row(*said.span(), tuple(keys))] if said and keys else []


def _tabled(context: Context, speech: Speech) -> list[Row]:
    """表1項次3, 表2所列2案: cases by the number of their table, and their own in it or how many they are."""
    found: list[Row] = []
    for said in _TABLED.finditer(speech.text):
        number, count = numeral(said["row"] or ""), numeral(said["count"] or "")
        listed_there = context.book.tables.get(numeral(said["table"]) or 0, {})
        keys = [key for key in listed_there if number in (None, context.book.entries[key].number)]
        found += [Row(*said.span(), tuple(keys))] if keys and count in (None, len(keys)) else []
    return found


def _numbered(context: Context, told: Told, speech: Speech) -> list[Row]:
    """第一案、第二案及第四案: cases by their numbers in the list, which may be named (提案第一案, 列管案件項次1)."""
    found: list[Row] = []
    numbers = context.book.numbers
    for run in SEVERAL.finditer(speech.text):
        owner = _OWNER.search(speech.text, 0, run.start())  # 雲林縣提案一: lists of each city count from one
        whose = owner[1] if owner and any(number.startswith(owner[1]) for number in numbers) else ""
        said = _LIST.search(speech.text, 0, run.end())
        told.of_list = told.of_list if said is None else _TRACKED if said["list"] == _TRACKED else _PROPOSED
        whose = whose or told.of_list
        whose = "" if whose == _PROPOSED and f"{whose}1" not in numbers else whose  # 提案一 heads every item
        keys = [numbers.get(whose + number) for number in rows_of(run[0])]
        if not keys or not all(keys):
            continue
        row = Row(run.start(), run.end(), tuple(key for key in keys if key))
        before = speech.text[found[-1].end : owner.start()] if owner and whose and found else ""
        if before in ("、", "及", "與", "和"):  # 雲林縣提案一、嘉義縣提案二
            row = Row(found[-1].start, row.end, (*found.pop().keys, *row.keys))
        found.append(row)
    return found


def _coded(context: Context, speech: Speech) -> list[Row]:
    """農1、農3: cases by the codes that the list itself gives them."""
    found: list[Row] = []
    for said in _CODES.finditer(speech.text):
        keys = [context.book.numbers.get(written) for written in _OWN.findall(said[0])]
        found += [Row(*said.span(), tuple(key for key in keys if key))] if all(keys) else []
    return found


def _sorted(context: Context, speech: Speech) -> list[Row]:
    """交通類2案, 嘉義縣所提2案及臺南市所提1案: cases by what sorts them in their list, as many as there are."""
    found: list[Row] = []
    for said in _SORT.finditer(speech.text):
        topic = next((sort for sort in context.book.topics if said["sort"].endswith(sort)), "")
        if said.start() and asked_outcome_of(topic):
            continue  # 本次提請解列3案、續管5案
        keys = context.book.topics.get(topic, [])
        keys = keys or [
            key for code, key in context.book.numbers.items() if re.fullmatch(f"{said['sort'][0]}[0-9]+", code)
        ]
        if not keys or len(dict.fromkeys(keys)) != numeral(said["count"]):
            continue
        row = Row(said.start(), said.end(), tuple(dict.fromkeys(keys)))
        joined = bool(found) and speech.text[found[-1].end : row.start] in ("、", "及", "與", "和", "")
        found = [*found[:-1], Row(found[-1].start, row.end, (*found[-1].keys, *row.keys))] if joined else [*found, row]
    return found


def list_within(context: Context, speech: Speech, before: tuple[str, ...]) -> tuple[str, ...]:
    """新增合作案3案中，…: the cases of which a sentence takes out one; ``before`` are the last item's."""
    said = _WITHIN.match(speech.text)
    if said is None:
        return ()
    topics = (keys for sort, keys in context.book.topics.items() if said["sort"].endswith(sort))
    keys = before if said["before"] else tuple(dict.fromkeys(next(topics, ())))
    return keys if len(keys) == numeral(said["count"]) else ()


def _placed(context: Context, speech: Speech) -> list[Row]:
    """肆之一、肆之二: cases by the part of the agenda and their number in it."""
    entries = context.book.entries.values()
    listed = {tuple(map(row, e.item.split("/")[-2:])): e.key for e in entries if e.listed and "/" in e.item}
    found: list[Row] = []
    for run in _PLACES.finditer(speech.text):
        keys = [listed.get((row(part), row(number))) for part, number in _PLACE.findall(run[0])]
        found += [Row(*run.span(), tuple(key for key in keys if key))] if all(keys) else []
    return found


def list_called(kind: Kind) -> str:
    """How minutes call the list that items of a kind stand in, before their numbers (提案第一案, 列管案件項次1)."""
    return _TRACKED if kind is Kind.TRACKED else _PROPOSED


def by_number(context: Context, text: str) -> list[str | None]:
    """The key of every 第4案 and 項次4 in a text; None for a number that the list does not hold."""
    runs = SEVERAL.finditer(text)
    return [context.book.numbers.get(number) for run in runs for number in rows_of(run[0])]
