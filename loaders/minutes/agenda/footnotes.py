"""What notes beneath a list say of the rows that point to them (一、A（註1） … 註1：本案原名「B」。).

Always true: a note goes to the one item that points to it; a note that none or several point to stays where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.minutes.agenda.items import AgendaItem, Speech

_NOTE = re.compile("註(?P<number>[0-9一二三四五六七八九十]+)(?:：|、|[.])(?=.)")
_POINTS = re.compile("[（(]註(?P<number>[0-9一二三四五六七八九十]+)[）)]")


def with_footnotes(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The items, each with the notes that it points to behind what is decided of it."""
    items = [*items]
    pointing = [(said["number"], place) for place, item in enumerate(items) for said in _POINTS.finditer(_head(item))]
    owners = {number: place for number, place in pointing if sum(other == number for other, _ in pointing) == 1}
    notes: dict[int, list[Speech]] = {}
    kept: list[AgendaItem] = []
    for item in items:
        stays: list[Speech] = []
        for speech in item.decision:
            note = _NOTE.match(speech.text)
            place = owners.get(note["number"]) if note else None
            if note and place is not None:
                notes.setdefault(place, []).append(speech.cut(note.end()))
            else:
                stays.append(speech)
        kept.append(item if len(stays) == len(item.decision) else replace(item, decision=tuple(stays)))
    return [
        replace(item, decision=(*item.decision, *notes[place])) if place in notes else item
        for place, item in enumerate(kept)
    ]


def _head(item: AgendaItem) -> str:
    """The line in which an item's name stands, as far as its own words go."""
    return item.subject.text if item.subject else "".join({case.speech.text for case in item.names})
