"""Lists that a report puts before the sitting, and the resolution that adopts them, part by part (解除列管部分，…).

Always true: every member carries the words of the resolution that are about its list, without those about others that
the resolution excepts; a list of which the resolution says nothing decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.vocabulary import EdgeType
from loaders.lexicon.agenda import agenda_words, asked_outcome_of, outcomes
from loaders.lexicon.decisions import decision_words
from loaders.minutes.agenda.items import AgendaItem, Place, Speech, Walk
from loaders.minutes.agenda.lists import kind_said
from loaders.outline.tree import Section

_PART = re.compile(r"(?P<part>[^，。；「除]{2,24}?)(?:部分|案件|案)(?:，|(?=同意|准予|照|均|皆|全數))(?P<rest>.+)")
_REST = re.compile(r"[0-9一二三四五六七八九十]*(?:個|項)?案?(?:均|皆)?")


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A sentence of the resolution: the kinds of lists that it is about (none: all), and whom it excepts from them."""

    kinds: frozenset[EdgeType]
    said: Speech
    excepted: str = ""
    aside: Speech | None = None


def put_lists(parts: Iterable[Section]) -> tuple[Section, ...]:
    """Lists in a 說明 or 擬辦 whose headings say what is asked for their members ((一) 建議解除列管（4案）).

    Headings without a count are several, one for each sort.
    """
    counted, group = agenda_words().headings.counted, agenda_words().headings.group
    lists = [s for part in parts for s in part.walk() if s.children and s.ordinal and not group.match(s.body.text)]
    lists = [s for s in lists if not agenda_words().headings.group_puts.match(s.body.text)]
    sorts = [(kind, section) for section in lists if (kind := asked_outcome_of(section.body.text))]
    sorted_out = [section for _, section in sorts] if len({kind for kind, _ in sorts}) > 1 else []
    return tuple(section for section in lists if counted.search(section.body.text) or section in sorted_out)


def adopted(
    lists: Iterable[Section], resolution: Iterable[Speech], place: Place, walk: Walk
) -> tuple[list[AgendaItem], list[Speech]]:
    """The members of the lists as items of their own, and the lines of the resolution that are about no list."""
    rulings: list[_Ruling] = []
    left: list[Speech] = []
    for line in resolution:
        ruling = _ruling(line)
        if ruling:
            rulings.append(ruling)
        else:
            left.append(line)
    items = [member for section in lists for member in _members(section, rulings, place, walk)]
    return items, left


def _ruling(line: Speech) -> _Ruling | None:
    words = decision_words()
    part = _PART.match(line.text)
    kinds = _kinds(part["part"]) if part else frozenset()
    rest = line.cut(part.start("rest")) if part and kinds else line
    excepting = words.except_.search(rest.text)
    if excepting:
        start = _REST.match(rest.text, excepting.start("rest"))
        said = rest.cut(start.end() if start else excepting.start("rest"))
        return _Ruling(kinds, said, excepting["excepted"], rest.cut(*excepting.span("excepted")))
    passes = words.passing.match(rest.text)
    return _Ruling(kinds, rest) if passes or kinds else None


def _members(section: Section, rulings: list[_Ruling], place: Place, walk: Walk) -> Iterator[AgendaItem]:
    heading = Speech(section.body, section.path)
    kinds = _kinds(heading.text)
    ruling = next((r for r in rulings if r.kinds & kinds), None) or next((r for r in rulings if not r.kinds), None)
    counted = agenda_words().headings.counted.search(heading.text)
    beneath = replace(place, expects=True, bulk=True, kind=kind_said(heading.text, place.kind))
    for item in walk([section], place) if counted else walk(section.children, beneath):
        said: tuple[Speech, ...] = ()
        if ruling and ruling.aside and any(case.name.text in ruling.excepted for case in item.names):
            said = (ruling.aside,)
        elif ruling:
            said = (ruling.said,)
        put = (heading, *item.decision)
        yield replace(item, decision=said, measures=put, headings=place.headings, outcome=None)


def _kinds(text: str) -> frozenset[EdgeType]:
    """The results of which some words speak."""
    return frozenset(kind for kind, form in outcomes() if form.search(text))
