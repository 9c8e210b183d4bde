"""Names that several cities share: 四市教育局處, 雙北捷運公司, 臺北市政府及新北市政府教育局.

Always true: every city gets the agency that does the same work there, or none when it is known to have no such agency.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.bodies.agencies import Named
from loaders.bodies.boundaries import HAN
from loaders.bodies.knowledge import Knowledge
from loaders.bodies.organizations import known_at
from loaders.bodies.setting import Found

_OWN = re.compile(r"(?:各?(?:縣市|市(?!場|集|民|區|長)|縣))?(?:政府|府)?(?:之|所屬|各自之|各該)?")
_BOTH = re.compile(rf"([{HAN}]{{2,8}})(?:局處|局（處）|局及處|局或處)(?![理置分罰長])")
_BRANCHES = re.compile(
    rf"(?P<places>(?:[{HAN}]{{2}}[、及與和])+[{HAN}]{{2}})(?P<office>(?:區)?(?:管理處|分署|分局|辦事處|服務處|工程處|工作站|監理所))"
)
_JOIN = re.compile(r"[、及與和暨]")
_METRO = "捷運公司"


@dataclass(slots=True)
class Token:
    """A city as written; ``found`` is its place among the finds when it counts there."""

    start: int
    end: int
    city: str
    found: int | None = None


class Sharing:
    """What the cities of one text share."""

    def __init__(self, known: Knowledge, text: str) -> None:
        """``text``: the text being read."""
        self._known, self._text = known, text
        self.tokens: list[Token] = []

    def both_at(self, at: int) -> re.Match[str] | None:
        """教育局處 and 教育局（處）, which mean a bureau here and a department there."""
        return _BOTH.match(self._text, at)

    def tail(self, end: int, cities: tuple[str, ...]) -> tuple[int, tuple[Body, ...]] | None:
        """What a word for several cities shares out behind it: 四市|教育局處, 雙北市|捷運公司."""
        own = _OWN.match(self._text, end)
        at = own.end() if own else end
        both = _BOTH.match(self._text, at)
        for begin in dict.fromkeys((at, end)):
            named = self._known.agencies.bare_at(self._text, begin) if begin < len(self._text) else None
            if named and both and named.tail[:-1] == both[1]:
                return both.end(), self.share(cities, both[1] + "局處")
            if named:
                return named.end, self.share(cities, named.tail)
        if self._text.startswith(_METRO, at):
            spots = [known_at(self._known.cities.short(c) + _METRO, 0) for c in cities]
            return at + len(_METRO), tuple(replace(s.body, written="") for s in spots if s)
        return None

    def share(self, cities: tuple[str, ...], tail: str) -> tuple[Body, ...]:
        """The agency of each city that does what ``tail`` says (教育局處, 環保局)."""
        agencies = self._known.agencies
        tails = [(city, agencies.counterpart(city, tail)) for city in cities]
        return tuple(agencies.body(city, Named(0, own), "") for city, own in tails if own)

    def partners(self, joined: list[Token], named: Named) -> tuple[Body, ...]:
        """What cities joined before an agency have of it; empty when none of them has it."""
        agencies = self._known.agencies
        tails = [(token, agencies.counterpart(token.city, named.tail, strict=True)) for token in joined]
        if not any(tail for _, tail in tails):
            return ()
        return tuple(
            agencies.body(token.city, Named(0, tail, named.seat, named.section), "")
            if tail
            else Body(token.city, Label.CITY, self._text[token.start : token.end], city=token.city)
            for token, tail in tails
        )

    def branches(self, end: int, body: Body) -> tuple[int, tuple[Body, ...]] | None:
        """The branches of an agency of the state that are listed by their cities: 農田水利署|臺中、南投管理處."""
        said = _BRANCHES.match(self._text, end)
        places = re.split(_JOIN, said["places"]) if said else []
        if said is None or not all(self._known.cities.exact(place) for place in places):
            return None
        names = (body.name + place + said["office"] for place in places)
        return said.end(), tuple(replace(body, name=name, written="", parent=body.name) for name in names)

    def twins(self, joined: list[Token], body: Body) -> tuple[Body, ...]:
        """What cities joined before an organisation have of its kind: 臺北|及新北捷運公司."""
        own = self._known.cities.at(body.written, 0) if body.written else None
        if own is None or body.kind == "school":
            return ()
        return tuple(self._twin(token, body.written[len(own.written) :], body) for token in joined)

    def _twin(self, token: Token, rest: str, body: Body) -> Body:
        for front in (self._known.cities.short(token.city), token.city):
            spot = known_at(front + rest, 0)
            if spot and spot.end == len(front + rest):
                return replace(spot.body, written="")
        front = token.city if body.name.startswith(body.city or "") else self._known.cities.short(token.city)
        return Body(front + rest, Label.ORGANIZATION, "", token.city, kind=body.kind)

    def joined(self, start: int, found: list[Found]) -> list[Token]:
        """Cities written just before, joined by 、 or 及, with nothing of their own behind them."""
        chain: list[Token] = []
        at = start
        for token in reversed(self.tokens):
            if token.end != at - 1 or not _JOIN.match(self._text, at - 1):
                break
            if token.found is not None and (token.found >= len(found) or found[token.found].end != token.end):
                break
            chain.insert(0, token)
            at = token.start
        return chain

    def listed(self, end: int, joined: list[Token]) -> bool:
        """Whether a city stands in a list beside another city that counts; ``joined`` are those before it."""
        after = _JOIN.match(self._text, end)
        if after and after.end() < len(self._text) and self._known.cities.at(self._text, after.end()):
            return True
        return any(token.found is not None for token in joined)

    def next_section(self, at: int, found: list[Found]) -> tuple[int, Body | None]:
        """A further section of the agency just named: 教育局特殊教育科|、學前教育科."""
        last = found[-1] if found else None
        if last is None or last.end != at - 1 or not _JOIN.match(self._text, at - 1):
            return at, None
        body = last.bodies[-1]
        if not body.parent or not body.name.startswith(body.parent):
            return at, None
        end = self._known.agencies.section_at(self._text, at, body.parent)
        written = self._text[at:end]
        return end, replace(body, name=body.parent + written, written=written) if written else None
