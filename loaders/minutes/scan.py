"""One reading of one text from left to right, the longest name first.

Always true: every position is passed once; a name that is recognised but means nobody here (a facility, a platform, a
law) is stepped over as a whole; what was named before decides what 該市, 其他3市 and a bare bureau mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.minutes.agencies import Named
from loaders.minutes.boundaries import HAN, acts, may_begin
from loaders.minutes.cities import Kind
from loaders.minutes.deixis import deixis_at, last_body
from loaders.minutes.members import collective_at
from loaders.minutes.organizations import Spot, city_organization, facility_end, free_organizations, known_at
from loaders.minutes.knowledge import Knowledge
from loaders.minutes.reference import Reference
from loaders.minutes.setting import Found, Setting

_JOIN = re.compile(r"[、及與和暨]")
_QUOTES = {"「": "」", "『": "』", "《": "》"}
_EXCEPT = re.compile(r"(?:之|的)?以外(?:之|的)?(?:其他|其餘|各)*(?:成員)?(?:縣市|城市|市|縣)(?:政府)?")
_NOT_THE_CITY = re.compile(rf"[{HAN}]{{1,5}}字第|議員|民意代表")
_LAW = re.compile(rf"(?:(?![請將於由依訂修與及為])[{HAN}]){{2,20}}?(?:自治條例|自治規則|條例|施行細則|實施辦法|作業要點|實施要點|補助要點|設置要點|辦法(?!理))")
_OFFICE = re.compile(rf"(?:[{HAN}]{{2,3}}?[區鄉鎮])公所")
_FACILITY_ACTS = re.compile(r"(?:將|已|預計|應|可|於|負責|協助|辦理|提供|派員|說明|配合|研|持續|$|[、，。；）及與])")
_BOTH = re.compile(rf"([{HAN}]{{2,8}})(?:局處|局（處）|局及處|局或處)(?![理置分罰長])")
_OWN = re.compile(r"(?:市(?!場|集|民|區|長)|縣市)?(?:政府|府)?(?:所屬|各自之|各該)?")


@dataclass(slots=True)
class Token:
    """A city as written, whether or not it counts there."""

    start: int
    end: int
    city: str
    found: int | None = None


class Scan:
    """One text being read."""

    def __init__(
        self, known: Knowledge, text: str, setting: Setting, members: tuple[str, ...], subject: tuple[str, ...]
    ) -> None:
        """``members``: cities of the platform that sits, in order."""
        self.known, self.text, self.setting = known, text, setting
        self.refer = Reference(text, members, setting.host_city, subject)
        self.found: list[Found] = []
        self.tokens: list[Token] = []
        self._free = free_organizations(text, known.cities)
        self._quoted_until = 0

    def run(self) -> tuple[Found, ...]:
        """Read to the end."""
        at, size = 0, len(self.text)
        while at < size:
            if self.text[at] in _QUOTES:
                self._enter_quote(at)
            end = self._step(at) if "\u3400" <= self.text[at] <= "\u9fff" or self.text[at].isalnum() else None
            at = end or at + 1
        return tuple(self.found)

    def _enter_quote(self, at: int) -> None:
        close = self.text.find(_QUOTES[self.text[at]], at)
        if 0 < close - at < 90:
            self._quoted_until = max(self._quoted_until, close)

    def _step(self, at: int) -> int | None:
        """Where the name that begins here ends; None when none begins."""
        spot = self._free.get(at) or known_at(self.text, at)
        if spot and not (spot.body.kind == "school" and self._is_place(at)):
            return self._organization(spot)
        end = self._collective(at) or self._word(at) or self._deixis(at)
        if end:
            return end
        spelling = self.known.cities.at(self.text, at)
        if spelling:
            return self._city(at, at + len(spelling.written), spelling.city, spelling.kind)
        return self._next_section(at) or self._bare(at)

    def _is_place(self, at: int) -> bool:
        return bool(self.known.platforms.word_at(self.text, at) or self.known.cities.at(self.text, at))

    # ------------------------------------------------------------ keeping what was found

    def _keep(self, start: int, end: int, bodies: tuple[Body, ...], collective: bool = False) -> int:
        plain = all(body.label is Label.CITY for body in bodies)
        quoted = end <= self._quoted_until
        whole = quoted and self.text[start - 1 : start] in _QUOTES and end == self._quoted_until
        named = any(body.label is Label.AGENCY and body.city and len(body.written) > 5 for body in bodies)
        if bodies and (not quoted or whole or named and not plain):
            self.found.append(Found(start, end, bodies, collective))
            self.refer.note(start, tuple(dict.fromkeys(c for b in bodies if (c := _city_of(b)))), collective)
        return end

    def _organization(self, spot: Spot) -> int:
        body = spot.body
        if body.kind == "school" and body.city is None:
            body = replace(self.known.schools.get(body.name, body), written=body.written)
        joined = self._joined(spot.start)
        twins = self._twins(joined, body) if joined and body.city else ()
        start = self._drop(joined) if twins else spot.start
        return self._keep(start, spot.end, (*twins, body))

    # ------------------------------------------------------------ words for several cities

    def _collective(self, at: int) -> int | None:
        word = collective_at(self.text, at)
        if word is None:
            return None
        cities = self.refer.cities(word, at, self.found)
        return self._group(at, word.end, cities)

    def _word(self, at: int) -> int | None:
        word = self.known.platforms.word_at(self.text, at)
        city = self.known.cities.at(self.text, at)
        if word is None or city and at + len(city.written) >= word[0]:
            return None
        end, cities = word
        within = set(cities) <= set(self.refer.members)
        group = self._group_tail(end, cities)
        if group:
            return self._keep(at, group[0], group[1], True)
        if self.known.platforms.names_platform(self.text, at, end, within):
            return end
        return self._group(at, end, cities)

    def _group(self, start: int, end: int, cities: tuple[str, ...]) -> int:
        group = self._group_tail(end, cities)
        if group:
            return self._keep(start, group[0], group[1], True)
        return self._keep(start, end, tuple(Body(city, Label.CITY, city=city) for city in cities), True)

    def _group_tail(self, end: int, cities: tuple[str, ...]) -> tuple[int, tuple[Body, ...]] | None:
        """The bureaus or companies that a word for several cities shares out: 四市|教育局處, 雙北|捷運公司."""
        own = _OWN.match(self.text, end)
        at = own.end() if own else end
        both = _BOTH.match(self.text, at)
        if both and (named := self.known.agencies.bare_at(self.text, at)) and named.tail[:-1] == both[1]:
            return both.end(), self._share(cities, named.tail[:-1] + "局處")
        for begin in dict.fromkeys((at, end)):
            named = self.known.agencies.bare_at(self.text, begin) if begin < len(self.text) else None
            if named:
                return named.end, self._share(cities, named.tail)
        if self.text.startswith("捷運公司", at):
            spots = [known_at(self.known.cities.short(c) + "捷運公司", 0) for c in cities]
            return at + 4, tuple(replace(s.body, written="") for s in spots if s)
        return None

    def _share(self, cities: tuple[str, ...], tail: str) -> tuple[Body, ...]:
        agencies = self.known.agencies
        tails = [(city, agencies.counterpart(city, tail)) for city in cities]
        return tuple(agencies.body(city, Named(0, own), "") for city, own in tails if own)

    # ------------------------------------------------------------ 本市, 該局

    def _deixis(self, at: int) -> int | None:
        word = deixis_at(self.text, at)
        if word is None:
            return None
        if word.means == "host":
            return self._host(at, word.end, word.kind)
        if word.means == "office":
            return self._host_agency(at, word.end)
        if word.means == "that_city":
            cities = self.refer.last()
            if len(cities) > 1:
                return self._group(at, word.end, cities)
            return self._city(at, word.end, cities[0], word.kind, deictic=True) if cities else word.end
        body = last_body(self.found, self.text[at + 1 : word.end])
        return self._keep(at, word.end, (replace(body, written=""),)) if body else word.end

    def _host(self, at: int, end: int, kind: Kind) -> int:
        city = self.setting.host_city
        return self._city(at, end, city, kind, deictic=True) if city else end

    def _host_agency(self, at: int, end: int) -> int | None:
        host, city = self.setting.host_agency, self.setting.host_city
        if not host or not host.endswith(self.text[at + 1 : end]):
            return end
        spelled = self.known.cities.at(host, 0)
        city = city or (spelled.city if spelled else None)
        section = self.known.agencies.section_at(self.text, end, host)
        name = host + self.text[end:section]
        written = self.text[at:section] if section > end else ""
        body = Body(name, Label.AGENCY, written, city, host if section > end else None, kind="city")
        return self._keep(at, section, (body,))

    # ------------------------------------------------------------ one city and what stands behind it

    def _city(self, start: int, end: int, city: str, kind: Kind, deictic: bool = False) -> int:
        text = self.text
        except_ = _EXCEPT.match(text, end)
        if except_:
            others = tuple(c for c in self.refer.members if c != city)
            return self._group(start, except_.end(), others)
        token = Token(start, end, city)
        joined = self._joined(start)
        self.tokens.append(token)
        agency = self._agency(start, end, city, kind, joined)
        if agency:
            return agency
        spot = None if kind is Kind.SEAT else city_organization(text, start, end, city)
        if spot and (kind is not Kind.SHORT or may_begin(text, start)):
            return self._city_organization(spot, joined, deictic)
        if _NOT_THE_CITY.match(text, end) or (kind is Kind.FULL and _LAW.match(text, end)):
            return end
        place = facility_end(text, end) if kind is Kind.FULL and not deictic else end
        if place > end:
            return self._facility(start, place, city)
        if kind is Kind.SHORT and not acts(text, start, end) and not self._listed(start, end):
            return end
        token.found = len(self.found)
        return self._keep(start, end, (Body(city, Label.CITY, "" if deictic else text[start:end], city=city),))

    def _agency(self, start: int, end: int, city: str, kind: Kind, joined: list[Token]) -> int | None:
        """An agency of the city; the cities joined before it share its name (臺北市政府及新北市政府教育局)."""
        text, agencies = self.text, self.known.agencies
        both = _BOTH.match(text, end)
        named = agencies.named_at(text, end, city, kind)
        if both and named and named.tail[:-1] == both[1]:
            cities = (*(t.city for t in joined), city)
            return self._keep(self._drop(joined) if joined else start, both.end(), self._share(cities, both[1] + "局處"))
        if named is None:
            office = _OFFICE.match(text, end) or re.compile(r"議會(?!員)").match(text, end)
            if office is None or kind is Kind.SHORT:
                return None
            return self._keep(start, office.end(), (Body(city + office[0], Label.AGENCY, text[start : office.end()], city, kind="city"),))
        body = agencies.body(city, named, text[start : named.end])
        shared = [(t.city, agencies.counterpart(t.city, named.tail)) for t in joined]
        twins = tuple(agencies.body(c, Named(0, tail, named.seat, named.section), "") for c, tail in shared if tail)
        return self._keep(self._drop(joined) if twins else start, named.end, (*twins, body))

    def _city_organization(self, spot: Spot, joined: list[Token], deictic: bool) -> int:
        body = spot.body
        if deictic:
            bare = body.name.removeprefix(body.city or "")
            body = replace(self.known.schools.get(bare, replace(body, name=bare)), written=bare)
        twins = self._twins(joined, body) if joined and body.kind != "school" else ()
        return self._keep(self._drop(joined) if twins else spot.start, spot.end, (*twins, body))

    def _facility(self, start: int, end: int, city: str) -> int:
        """A city's facility is a body only where it acts; the city is not named by it."""
        self.refer.note(start, (city,), False)
        asked = self.text[:start].endswith(("請", "由", "邀", "洽", "邀請", "洽請"))
        if asked and _FACILITY_ACTS.match(self.text, end):
            written = self.text[start:end]
            return self._keep(start, end, (Body(written, Label.ORGANIZATION, written, city),))
        return end

    # ------------------------------------------------------------ a bureau with no city

    def _next_section(self, at: int) -> int | None:
        """A further section of the agency just named: 教育局特殊教育科|、學前教育科."""
        last = self.found[-1] if self.found else None
        if last is None or last.end != at - 1 or not _JOIN.match(self.text, at - 1):
            return None
        body = last.bodies[-1]
        if body.parent is None or not body.name.startswith(body.parent):
            return None
        end = self.known.agencies.section_at(self.text, at, body.parent)
        name = body.parent + self.text[at:end]
        return self._keep(at, end, (replace(body, name=name, written=self.text[at:end]),)) if end > at else None

    def _bare(self, at: int) -> int | None:
        text = self.text
        defined = next((d for d in self.known.defined if text.startswith(d, at)), None)
        if defined and may_begin(text, at):
            body = self.known.defined[defined]
            return self._keep(at, at + len(defined), (replace(body, written=defined),))
        named = self.known.agencies.bare_at(text, at)
        if named is None:
            return None
        if not may_begin(text, at) or text[at - 1 : at] in ("市", "縣") or _BOTH.match(text, at):
            return named.end
        if text[at - 1 : at] == "各":
            return self._keep(at, named.end, self._share(self.refer.members, named.tail), True)
        city = self._owner(at, named.tail)
        return self._keep(at, named.end, (self.known.agencies.body(city, named, text[at : named.end]),)) if city else named.end

    def _owner(self, at: int, tail: str) -> str | None:
        """The city of a bare bureau: the sentence's, else the host's; the one that has it, where lists are complete."""
        named = self.refer.sentence_cities(at)
        candidates = [c for c in (*named, self.setting.host_city) if c]
        for city in candidates:
            if self.known.agencies.has(city, tail) is not False:
                return city
        owners = [c for c in self.refer.members if self.known.agencies.has(c, tail)]
        return owners[0] if len(owners) == 1 and candidates else None

    # ------------------------------------------------------------ lists

    def _joined(self, start: int) -> list[Token]:
        """Cities written just before, joined by 、 or 及, with nothing of their own behind them."""
        chain: list[Token] = []
        at = start
        for token in reversed(self.tokens):
            if token.end != at - 1 or not _JOIN.match(self.text, at - 1):
                break
            if token.found is not None and self.found[token.found :] and self.found[token.found].end != token.end:
                break
            chain.insert(0, token)
            at = token.start
        return chain

    def _drop(self, joined: list[Token]) -> int:
        """Take back the plain cities of a chain; they stood for what follows."""
        kept = [t.found for t in joined if t.found is not None]
        if kept:
            del self.found[min(kept) :]
        return joined[0].start

    def _listed(self, start: int, end: int) -> bool:
        text = self.text
        after = _JOIN.match(text, end)
        if after and after.end() < len(text) and self.known.cities.at(text, after.end()):
            return True
        return bool(self._joined(start)) and any(t.found is not None for t in self._joined(start))

    def _twins(self, joined: list[Token], body: Body) -> tuple[Body, ...]:
        """What the joined cities have of the same kind: 臺北及新北捷運公司."""
        tail = body.written
        own = self.known.cities.at(tail, 0) if tail else None
        if own is None:
            return ()
        rest, twins = tail[len(own.written) :], []
        for token in joined:
            for front in (self.known.cities.short(token.city), token.city):
                spot = known_at(front + rest, 0)
                if spot and spot.end == len(front + rest):
                    twins.append(replace(spot.body, written=""))
                    break
            else:
                twins.append(Body(token.city + rest, Label.ORGANIZATION, "", token.city, kind=body.kind))
        return tuple(twins)


def _city_of(body: Body) -> str | None:
    return body.name if body.label is Label.CITY else body.city
