"""The bodies that an organiser line lists: 臺北市政府教育局, 南港國小、玉成國小, 財團法人資訊工業策進會.

Always true: between the signs of a list stands one name, so it is taken whole; a school or an office without a city is one
of the plan's city; words that mean many (各級學校) or nobody are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.folding import Flow
from loaders.minutes.bodies import BodyFinder, Setting
from loaders.minutes.boundaries import HAN

_SPLIT = re.compile(r"[、，；。/]|(?<=[\u3400-\u9fff])\s|·")
_REMARK = re.compile(r"（[^（）]*）|^[\s\-*\d.·]+(?=[\u3400-\u9fff])|等.{0,4}$|[：:。]$")
_AND = re.compile(r"[及與和暨]")
_SCHOOL = r"國民小學|國民中學|國民中小學|國小|國中|國中小|高中|高級中學|高級中等學校|高職|高工|高商|家商|附中|附小|實驗學校|特殊教育學校|啟[聰明智]學校|完全中學|幼兒園"
_ENDINGS = (
    ("school", rf"(?:{_SCHOOL})(?:附設幼兒園)?"),
    ("university", r"大學|學院|大學.{2,12}(?:系|所|中心|學院)"),
    ("company", r"公司|出版社|工作室|企業社|銀行"),
    ("association", r"協會|學會|總會|公會|基金會|策進會|促進會|聯合會|聯盟|農會|漁會|工會|文教會|家長會|校友會|社團|獅子會|扶輪社"),
    ("", r"圖書館|博物館|美術館|科學館|教育館|文化館|動物園|天文館|體育館|中心|研究院|研究所|醫院|樂團|劇團|電臺|園區|農場|小組|工作圈|輔導團"),
)  # fmt: skip
_ENDING = tuple((kind, re.compile(rf"[{HAN}A-Za-z0-9·-]{{2,24}}?(?:{form})")) for kind, form in _ENDINGS)
_OFFICE = re.compile(rf"[{HAN}]{{2,16}}(?:局|處|署|部|司|公所|大隊|分局|議會|委員會)")
_MANY = re.compile(r"各|相關|所屬|其他|全體|參[與加]|合作學校|有意願|績優|協辦|承辦|主辦|代表|專家|學者|工作小組|^(?:本|該)|[，。；：]")
_NATIONAL = re.compile(r"國立|私立|財團法人|社團法人|教育部|中央|中華民國|臺灣|全國|國家")


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
            found = list(self._name(line.text[start:end]))
            yield from (Listed(start, end, self._at_home(body)) for body in found)

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
        if _MANY.search(name) or len(name) < 3:
            return None
        kind = next((kind for kind, form in _ENDING if form.fullmatch(name)), None)
        if kind is not None:
            return Body(name, Label.ORGANIZATION, name, self._city_in(name), kind=kind or None)
        if _OFFICE.fullmatch(name):
            city = self._city_in(name) or (self.city if not _NATIONAL.match(name) else None)
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
        if body.label is not Label.ORGANIZATION or not own or not home or _NATIONAL.match(body.name):
            return body
        if body.name.startswith((home, self.finder.known.cities.short(home))) and body.city:
            return body
        name = re.sub(r"^(?:[市縣]?立)", "立", body.name)
        return replace(body, name=home + name, written=body.written or body.name, city=home)


def _pieces(line: Flow) -> Iterator[tuple[int, int]]:
    """Slices between the signs of a list, without remarks in brackets and numbers."""
    text = re.sub(r"（[^（）]*）", lambda m: "\0" * len(m[0]), line.text)
    cuts = [0]
    for at in range(1, len(text)):
        if _SPLIT.match(text, at):
            cuts.append(at)
        elif line.gap(at) and any(form.fullmatch(text[cuts[-1] :].lstrip("、，；。/· ")[: at - cuts[-1]].strip("\0")) for _, form in _ENDING):
            cuts.append(at)
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[start:end]
        lead = len(piece) - len(re.sub(r"^(?:[\s、，；。/·\-*\0]|\d{1,2}[.、]|（\d{1,2}）)+", "", piece))
        bare = re.split("\0", piece[lead:])[0]
        bare = re.sub(r"(?:等.{0,5}|[：。])$", "", bare)
        if len(bare) > 1:
            yield start + lead, start + lead + len(bare)
