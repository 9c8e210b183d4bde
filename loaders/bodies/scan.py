"""One reading of one text from left to right, the longest name first.

Always true: every position is passed once; a name that is recognised but means nobody here (a facility, a platform, a
law) is stepped over as a whole; what was named before decides what 該市, 其他3市 and a bare bureau mean.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.bodies.agencies import self_named
from loaders.bodies.boundaries import HAN, acts, may_begin
from loaders.bodies.cities import Kind
from loaders.bodies.deixis import deixis_at, last_body
from loaders.bodies.knowledge import Knowledge
from loaders.bodies.members import collective_at
from loaders.bodies.organizations import Spot, city_organization, contested, facility_end, free_organizations, known_at
from loaders.bodies.reference import Reference
from loaders.bodies.setting import Found, Setting
from loaders.bodies.sharing import Sharing, Token
from loaders.lexicon.bodies import cities as known_cities
from loaders.lexicon.bodies import districts

_JOIN = "、及與和暨"
_QUOTES = {"「": "」", "『": "』", "《": "》"}
_TWIN = re.compile("[、及與和]([市縣])(?![集場鎮民區長])")
_EXCEPT = re.compile(r"(?:之|的)?以外(?:之|的)?(?:其他|其餘|各)*(?:成員)?(?:縣市|城市|市|縣)(?:政府)?")
_NOT_THE_CITY = re.compile(rf"[{HAN}]{{1,5}}字第|議員|民意代表")
_LAW = re.compile(
    rf"(?:(?![請將於由依訂修與及為])[{HAN}]){{2,20}}?"
    r"(?:自治條例|自治規則|條例|施行細則|實施辦法|作業要點|實施要點|補助要點|設置要點|辦法(?!理))"
)
_LETTERS = re.compile(rf"(?P<letters>[{HAN}](?:[、及與和][{HAN}])+)[兩二三四五2-5]個?(?:縣市|市縣|縣|市)(?:政府|府)?")
"""Cities by one letter each, and how many they are (彰、雲二縣)."""
_OFFICE = re.compile(rf"(?:[{HAN}]{{2,3}}?[區鄉鎮])公所|議會(?!員)")
_DISTRICT_OFFICE = re.compile(
    rf"(?P<whole>[{HAN}]{{1,3}}[區鄉鎮市])公所|(?P<stem>[{HAN}]{{2,3}}?)[區鄉鎮市]?(?:地政事務所|戶政事務所|衛生所)"
)
_FACILITY_ACTS = re.compile(
    r"將|已|預計|應|可|於|負責|協助|辦理|提供|派員|說明|配合|研|持續|$|[、，。；）及與]"
)  # fmt: skip
_EVERY = re.compile(r"(?:地區)?(?:各|[兩二雙三四五六七八九2-9]個?)(?:縣市|縣|市)(?:政府|府)?")
_ASKED = ("請", "由", "邀", "洽")


class Scan:
    """One text being read."""

    def __init__(
        self, known: Knowledge, text: str, setting: Setting, members: tuple[str, ...], subject: tuple[str, ...]
    ) -> None:
        """``members``: cities of the platform that sits, in order; ``subject``: cities that the case is about."""
        self.known, self.text, self.setting = known, text, setting
        self.refer = Reference(text, members, known.platforms.size(setting.platform, members), setting, subject)
        self.sharing = Sharing(known, text)
        self.found: list[Found] = []
        self._free = free_organizations(text, known.cities)
        self._offices = any(unit in text for unit in ("公所", "事務所", "衛生所"))
        self._starts = known.starts.union(*known.defined, *members, text if self._offices else "")
        self._quoted_until = 0

    def run(self) -> tuple[Found, ...]:
        """Read to the end."""
        at, size = 0, len(self.text)
        while at < size:
            char = self.text[at]
            if char in _QUOTES:
                close = self.text.find(_QUOTES[char], at)
                self._quoted_until = max(self._quoted_until, close if close - at < 90 else 0)
            begins = char in self._starts or at in self._free or self.text[at - 1] in _JOIN
            end = self._step(at) if begins else None
            at = max(end or 0, at + 1)
        return tuple(self.found)

    def _step(self, at: int) -> int | None:
        """Where the name that begins here ends; None when none begins."""
        spot, free = known_at(self.text, at), self._free.get(at)
        if free and (spot is None or free.end > spot.end):
            spot = free
        if spot and not (spot.body.kind == "school" and self._is_place(at)):
            return self._organization(spot)
        end = (
            (self._offices and self._district_office(at))
            or self._lettered(at)
            or self._collective(at)
            or self._word(at)
            or self._deixis(at)
        )
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
        quoted = end <= self._quoted_until
        whole = quoted and self.text[start - 1 : start] in _QUOTES and end == self._quoted_until
        named = any(body.label is Label.AGENCY and body.city and len(body.written) > 5 for body in bodies)
        if bodies and (not quoted or whole or named):
            self.found.append(Found(start, end, bodies, collective))
            self.refer.note(start, tuple(dict.fromkeys(c for b in bodies if (c := _city_of(b)))), collective)
        return end

    def _replace(self, joined: list[Token], end: int, bodies: tuple[Body, ...]) -> int:
        """Keep bodies in the place of the plain cities joined before them."""
        kept = [token.found for token in joined if token.found is not None]
        if kept:
            del self.found[min(kept) :]
        return self._keep(joined[0].start, end, bodies)

    def _organization(self, spot: Spot) -> int:
        body, end = spot.body, spot.end
        if body.kind == "school" and body.city is None:
            body = replace(self.known.schools.get(body.name, body), written=body.written)
        if body.label is Label.AGENCY:
            end = self.known.agencies.section_at(self.text, spot.end, body.name)
            if branches := self.sharing.branches(spot.end, body):
                return self._keep(spot.start, *branches)
            rest = self.text[spot.end : end]
            body = replace(body, name=body.name + rest, written=body.written + rest, parent=body.name) if rest else body
        joined = self.sharing.joined(spot.start, self.found) if body.city else []
        twins = self.sharing.twins(joined, body)
        return self._replace(joined, end, (*twins, body)) if twins else self._keep(spot.start, end, (body,))

    def _district_office(self, at: int) -> int | None:
        """瑞芳區公所, 新店地政事務所 with no city before it: that of the city which has the district, or a near one."""
        office = _DISTRICT_OFFICE.match(self.text, at)
        if office is None or self.known.cities.exact(office[0]) or not may_begin(self.text, at):
            return None  # a township that the user's lexicon has as a member
        owners = districts().get(office["whole"] or office["stem"], ())
        city = owners[0] if len(owners) == 1 else self.refer.near(owners, at)
        if city is None:
            return office.end() if owners else None
        return self._keep(at, office.end(), (Body(f"{city}{office[0]}", Label.AGENCY, office[0], city, kind="city"),))

    # ------------------------------------------------------------ words for several cities

    def _collective(self, at: int) -> int | None:
        word = collective_at(self.text, at)
        if word is None:
            return None
        cities = self.refer.cities(word, at, self.found)
        if cities and self.sharing.tail(word.end, cities) and self.refer.listed_before(at, self.found) == cities:
            while self.refer.cities_before(at, self.found):
                at = self.found.pop().start
        return self._group(at, word.end, cities)

    def _lettered(self, at: int) -> int | None:
        """彰、雲二縣: members of the platform by a letter each."""
        said = _LETTERS.match(self.text, at)
        letters = said["letters"][::2] if said else ""
        cities = self.known.cities.lettered(letters, self.refer.members) if letters else ()
        fits = said and may_begin(self.text, at) and len(cities) == len(letters)
        return self._group(at, said.end(), cities) if said and fits else None

    def _word(self, at: int) -> int | None:
        word = self.known.platforms.word_at(self.text, at)
        city = self.known.cities.at(self.text, at) if word else None
        if word is None or (city and at + len(city.written) >= word[0]):
            return None
        end, cities = word
        within = set(cities) <= set(self.refer.members)
        if not self.sharing.tail(end, cities) and self.known.platforms.names_platform(self.text, at, end, within):
            return end
        every = _EVERY.match(self.text, end)
        return self._group(at, every.end() if every else end, cities)

    def _group(self, start: int, end: int, cities: tuple[str, ...]) -> int:
        shared = self.sharing.tail(end, cities)
        if shared:
            return self._keep(start, shared[0], shared[1], True)
        return self._keep(start, end, tuple(Body(city, Label.CITY, city=city) for city in cities), True)

    # ------------------------------------------------------------ 本市, 該局

    def _deixis(self, at: int) -> int | None:
        word = deixis_at(self.text, at)
        if word is None:
            return None
        if word.means == "host":
            city = self.setting.host_city
            if city and any(unit in self.text[at : word.end] and city[-1] != unit for unit in "市縣"):
                others = [c for c in self.refer.members if c[-1] == self.text[at]]  # 市府 where the host is a county
                return self._city(at, word.end, others[0], word.kind, deictic=True) if len(others) == 1 else word.end
            return self._city(at, word.end, city, word.kind, deictic=True) if city else word.end
        if word.means == "office":
            return self._host_agency(at, word.end)
        if word.means == "that_city":
            cities = self.refer.last()
            if len(cities) > 1:
                return self._group(at, word.end, cities)
            return self._city(at, word.end, cities[0], word.kind, deictic=True) if cities else word.end
        body = last_body(self.found, self.text[at + 1 : word.end])
        return self._keep(at, word.end, (replace(body, written=""),)) if body else word.end

    def _host_agency(self, at: int, end: int) -> int | None:
        host, city = self.setting.host_agency, self.setting.host_city
        if not host or not host.endswith(self.text[at + 1 : end]):
            return end
        spelled = self.known.cities.at(host, 0)
        section = self.known.agencies.section_at(self.text, end, host)
        body = Body(host, Label.AGENCY, "", city or (spelled.city if spelled else None), kind="city")
        if section > end:
            body = replace(body, name=host + self.text[end:section], written=self.text[at:section], parent=host)
        return self._keep(at, section, (body,))

    # ------------------------------------------------------------ one city and what stands behind it

    def _city(self, start: int, end: int, city: str, kind: Kind, deictic: bool = False) -> int:
        text = self.text
        twin = _TWIN.match(text, end) if kind is Kind.FULL else None
        if twin and twin[1] != city[-1] and city[:-1] + twin[1] in known_cities():
            return self._group(start, twin.end(), (city, city[:-1] + twin[1]))  # 新竹縣、市
        others = _EXCEPT.match(text, end)
        if others:
            return self._group(start, others.end(), tuple(c for c in self.refer.members if c != city))
        token = Token(start, end, city)
        joined = self.sharing.joined(start, self.found)
        self.sharing.tokens.append(token)
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
        if kind is Kind.SHORT and not acts(text, start, end) and not self.sharing.listed(end, joined):
            return end
        token.found = len(self.found)
        return self._keep(start, end, (Body(city, Label.CITY, "" if deictic else text[start:end], city=city),))

    def _agency(self, start: int, end: int, city: str, kind: Kind, joined: list[Token]) -> int | None:
        """An agency of the city; the cities joined before it share its name (臺北市政府及新北市政府教育局)."""
        text, agencies = self.text, self.known.agencies
        end += bool(joined) and text.startswith("之", end)  # 苗栗縣、南投縣之農業處
        both = self.sharing.both_at(end)
        named = agencies.named_at(text, end, city, kind)
        if both and named and named.tail[:-1] == both[1]:
            bodies = self.sharing.share((*(t.city for t in joined), city), both[1] + "局處")
            return self._replace(joined or [Token(start, end, city)], both.end(), bodies)
        if named is None:
            office = _OFFICE.match(text, end) if kind is not Kind.SHORT else None
            if office is None:
                return None
            body = Body(city + office[0], Label.AGENCY, text[start : office.end()], city, kind="city")
            return self._keep(start, office.end(), (body,))
        named = agencies.deeper(text, city, named)
        body = agencies.body(city, named, text[start : named.end])
        own = bool(joined) and text[joined[-1].end] in "與和" and text[joined[-1].start] == "本"  # 本市與乙市教育局
        partners = () if own else self.sharing.partners(joined, named)
        if partners:
            return self._replace(joined, named.end, (*partners, body))
        return self._keep(start, named.end, (body,))

    def _city_organization(self, spot: Spot, joined: list[Token], deictic: bool) -> int:
        body = spot.body
        if deictic:
            bare = body.name.removeprefix(body.city or "")
            body = replace(self.known.schools.get(bare, replace(body, name=bare)), written=bare)
        twins = self.sharing.twins(joined, body)
        return self._replace(joined, spot.end, (*twins, body)) if twins else self._keep(spot.start, spot.end, (body,))

    def _facility(self, start: int, end: int, city: str) -> int:
        """A city's facility is a body only where it acts; the city is not named by it."""
        self.refer.note(start, (city,), False)
        if not self.text[:start].endswith(_ASKED) or not _FACILITY_ACTS.match(self.text, end):
            return end
        written = self.text[start:end]
        return self._keep(start, end, (Body(written, Label.ORGANIZATION, written, city),))

    # ------------------------------------------------------------ a bureau with no city

    def _next_section(self, at: int) -> int | None:
        end, body = self.sharing.next_section(at, self.found)
        return self._keep(at, end, (body,)) if body else None

    def _bare(self, at: int) -> int | None:
        text = self.text
        defined = next((d for d in self.known.defined if text.startswith(d, at)), None)
        if defined and may_begin(text, at):
            return self._keep(at, at + len(defined), (replace(self.known.defined[defined], written=defined),))
        named = self.known.agencies.bare_at(text, at)
        if named is None:
            return None
        last = self.found[-1] if self.found else None
        if last and last.collective and last.end == at - 1 and text[at - 1] in _JOIN and last.bodies[0].city:
            return self._group(at, at, tuple(body.city for body in last.bodies if body.city))
        if not may_begin(text, at) or text[at - 1 : at] in ("市", "縣") or self.sharing.both_at(at):
            return named.end
        if text[at - 1 : at] == "各":
            return self._keep(at, named.end, self.sharing.share(self.refer.members, named.tail), True)
        own = self_named().get(named.tail)
        city = own.city if own else self._owner(at, named.tail)
        if city is None:
            state = contested().get(named.tail)
            return self._keep(at, named.end, (state,)) if state else named.end
        named = self.known.agencies.deeper(text, city, named)
        return self._keep(at, named.end, (self.known.agencies.body(city, named, text[at : named.end]),))

    def _owner(self, at: int, tail: str) -> str | None:
        """The city of a bare bureau: the sentence's, else the host's; the one that has it, where lists are complete."""
        has = self.known.agencies.has
        candidates = [c for c in (*self.refer.sentence_cities(at), self.setting.host_city) if c]
        for city in candidates:
            if has(city, tail) is not False:
                return city
        owners = [c for c in self.refer.members if has(c, tail)] if candidates and tail not in contested() else []
        return owners[0] if len(owners) == 1 else None


def _city_of(body: Body) -> str | None:
    return body.name if body.label is Label.CITY else body.city
