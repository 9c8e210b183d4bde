"""The bodies that an organiser line lists: 臺北市政府教育局, 南港國小、玉成國小, 財團法人資訊工業策進會.

Always true: between the signs of a list stands one name, so it is taken whole; a school or an office without a city is
one of the plan's city; words that mean many (各級學校) or nobody are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.bodies import BodyFinder, Setting
from loaders.folding import Flow
from loaders.lexicon.plans import plan_words

_SPLIT = re.compile(r"[、，；。/]|(?<=[\u3400-\u9fff])\s|·")
_AND = re.compile(r"[及與和暨]")
_LEAD = re.compile(r"^(?:[\s、，；。/·\-*\0]|\d{1,2}[.、]|（\d{1,2}）)+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A body and the slice of the line that names it."""

    start: int
    end: int
    body: Body


class ListReader:
    """Reads lists of bodies with what is known of one plan: its city and agency are 本市 and 本局."""

    def __init__(self, finder: BodyFinder, city: str | None, agency: str | None) -> None:
        self.finder, self.city = finder, city
        self.setting = Setting(city, agency, "", ())

    def read(self, line: Flow) -> Iterator[Listed]:
        """The bodies that a folded, squeezed list names, in order."""
        for start, end in _pieces(line):
            yield from (Listed(start, end, self._at_home(body)) for body in self._name(line.text[start:end]))

    def _name(self, piece: str) -> Iterator[Body]:
        whole = self._whole(piece)
        if whole:
            yield from whole
            return
        halves = [h for h in _AND.split(piece) if h]
        known = [self._whole(half) for half in halves] if len(halves) > 1 else []
        if known and all(known):
            yield from (body for found in known for body in found)
            return
        own = self._by_grammar(piece)
        if own:
            yield own
            return
        spots = self.finder.find(piece, self.setting)
        yield from (b for spot in spots if spot.start < 3 for b in spot.bodies if b.label is not Label.CITY)

    def _whole(self, piece: str) -> tuple[Body, ...]:
        """What the finder knows the whole piece to be; a city's government stands as an agency."""
        spots = self.finder.find(piece, self.setting)
        if len(spots) != 1 or spots[0].start > 0 or spots[0].end < len(piece):
            return ()
        bodies = spots[0].bodies
        if not spots[0].collective and bodies[0].label is Label.CITY:
            seat = bodies[0].name + "政府"
            return (Body(seat, Label.AGENCY, piece, bodies[0].name, kind="city"),)
        return tuple(b for b in bodies if b.label is not Label.CITY)

    def _by_grammar(self, piece: str) -> Body | None:
        name = re.sub(r"^本[市縣]", "", piece)
        if plan_words().many.search(name) or len(name) < 3:
            return None
        kind = next((kind for kind, form in plan_words().organizations if form.fullmatch(name)), None)
        if kind is not None:
            known = None if kind == "other" else kind
            return Body(name, Label.ORGANIZATION, name, self._city_in(name), kind=known)
        if plan_words().office.fullmatch(name):
            city = self._city_in(name) or (self.city if not plan_words().national.match(name) else None)
            official = name if not city or name.startswith(city) else city + name
            return Body(official, Label.AGENCY, name, city, kind="city" if city else None)
        return None

    def _city_in(self, name: str) -> str | None:
        spelled = self.finder.known.cities.at(name, 0)
        return spelled.city if spelled else None

    def _at_home(self, body: Body) -> Body:
        """A school of the plan's city under its name with the city in front (南湖國小 → 臺北市南湖國小)."""
        own = body.kind == "school" or body.name.startswith(("市立", "縣立", "立"))
        home = body.city or self.city
        if body.label is not Label.ORGANIZATION or not own or not home or plan_words().national.match(body.name):
            return body
        if body.name.startswith((home, self.finder.known.cities.short(home))) and body.city:
            return body
        name = re.sub(r"^(?:[市縣]?立)", "立", body.name)
        return replace(body, name=home + name, written=body.written or body.name, city=home)


def _pieces(line: Flow) -> Iterator[tuple[int, int]]:
    """Slices between the signs of a list, without remarks in brackets and numbers; a line's end may end a name."""
    text = re.sub(r"（[^（）]*）", lambda m: "\0" * len(m[0]), line.text)
    cuts = [0]
    for at in range(1, len(text)):
        if _SPLIT.match(text, at) or (line.gap(at) and _is_name(_LEAD.sub("", text[cuts[-1] : at]).strip("\0"))):
            cuts.append(at)
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[start:end]
        lead = len(piece) - len(_LEAD.sub("", piece))
        bare = re.sub(r"(?:等.{0,5}|[：。])$", "", piece[lead:].split("\0")[0])
        if len(bare) > 1:
            yield start + lead, start + lead + len(bare)


def _is_name(words: str) -> bool:
    return any(form.fullmatch(words) for _, form in plan_words().organizations) or bool(
        plan_words().office.fullmatch(words)
    )
