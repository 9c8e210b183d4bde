"""Schools, institutions, companies and associations that a text names, and agencies of the state.

Always true: a kind word alone (國小, 公司, 協會) names nobody; a name begins after a sign or after a word that
introduces names, never in the middle of one; a short form counts only where it acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.interchange import Body
from graph.vocabulary import Label
from loaders.bodies.agencies import dated
from loaders.bodies.boundaries import HAN, acts, may_begin
from loaders.bodies.cities import Cities, Kind
from loaders.lexicon.bodies import Agency, agencies, organizations

_SCHOOL = (
    "國民小學|國民中學|國民中小學|實驗國民小學|高級中學|高級中等學校|高級職業學校|完全中學|"
    "國中小|國小|國中|高中|高職|高工|高商|家商|工商|附幼|幼兒園"
)
_N = rf"(?:(?![請與由於將及和至到赴各該本等之的所邀洽得歸])[{HAN}])"
_SCHOOL_TAIL = re.compile(
    rf"(?:(?:市立|縣立|立|私立)(?P<own>{_N}{{0,6}}?)|"
    rf"(?P<stem>{_N}{{2,6}}?))(?P<kind>{_SCHOOL})(?![生職部端校小階學])"
)
_BARE_SCHOOL = re.compile(
    rf"(?P<stem>{_N}{{2,3}}?)(?P<kind>國民小學|國民中學|國小|國中|高中|高工|高商|"
    rf"家商)(?![生職部端校小階學])"
)
_NOT_A_SCHOOL = re.compile(
    r"公立|私立|各級|所屬|轄[內下區]|偏[鄉遠]|示範|種子|試辦|參與|合作|鄰近|附近|部分|學區|市區|地區|共同|相關|"
    r"國[中小]|完成|舉辦|辦理|鼓勵|提供|推動|補助|市立|縣立|兩市|實驗|"
    r"優質|重點|明星|綜合|普通|技術|一般|所有|全[市縣國體]|這|那|幾|數|其他|另|以上|個|名|所|間|校|對象|學生|"
    r"教師|[市縣區]$|年度|高級|完全|設計|編[製寫印]|開發|研發|培訓|巡迴|進入|深入|走[入進訪]|參訪|分享|支援|宣導|推廣|採購|開放"
)
_UNIVERSITY = re.compile(
    rf"(?:國立|私立|市立)(?P<stem>{_N}{{2,9}}?)(?:大學(?![生城部端校])|學院)|"
    rf"(?P<tech>{_N}{{2,3}}?)科技大學(?![生城部端校])"
)
_CITY_UNIVERSITY = re.compile(r"(?P<li>立)?(?:科技|教育|醫學|海洋|體育)?大學(?![生城部端校])")
_INSTITUTION = re.compile(
    rf"(?P<li>立)?(?P<stem>{_N}{{0,10}}?)(?:圖書館|美術館|博物館|殯儀館|動物園|天文館|科學教育館|聯合醫院|綜合醫院|"
    rf"(?<=立){_N}{{0,6}}?醫院|音樂廳|國樂團|交響樂團|體育館)"
)
_COMPANY = re.compile(
    rf"(?P<stem>[{HAN}A-Za-z0-9（）·-]{{1,18}}?)(?:股份有限公司|有限公司)(?:[{HAN}]{{2,6}}(?:分公司|營運段|營業處))?"
)
_CITY_COMPANY = re.compile(rf"(?P<stem>{_N}{{2,8}}?)公司(?!申請|登記|法|行號|治理|債)")
_ASSOCIATION = re.compile(
    rf"(?P<stem>[{HAN}A-Za-z0-9]{{2,18}}?)(?:協會|總會|基金會|畜產會|商業同業公會全國聯合會|商業同業公會|工業同業公會|同業公會|公會|商會|學會|"
    rf"聯合會|促進會|聯誼會|農會|漁會|工會)(?![議員長場務面晤勘談診考館]|前(?!次|於|已)|報(?!名)|同(?!意|步)|後(?!續)|計(?!畫))"
)
_IN_FULL = re.compile(
    rf"國立{_N}{{2,10}}?(?:博物館|美術館|圖書館|藝術中心|研究發展中心|研究院|文學館|海生館|科學館|教育館|園區)|"
    rf"{_N}{{2}}(?:醫學|醫藥)大學(?:{_N}{{0,3}}附設醫院)?|{_N}{{2}}(?:區漁會|[鄉鎮區]農會|[縣市](?:體育總?會|商業會|工業會|教師會))|{_N}{{2}}基督教醫院|工業技術研究院(?:{_N}分院)?|"
    rf"國家{_N}{{2,6}}研究院|中華民國紅十字會(?:{_N}{{2}}[市縣]支會)?|"
    rf"財團法人{_N}{{2,14}}?(?:測試中心|研究中心|發展中心|研究院|研究所)|"
    rf"(?:國立{_N}{{2,6}}大學(?:醫學院)?附設|(?:三軍|國軍{_N}{{2}}|{_N}{{2}}榮民)總|{_N}{{0,2}}(?:馬偕|長庚)紀念|{_N}{{2}}慈濟)醫院"
    rf"(?:{_N}{{2,6}}?分院)?"
)
"""Institutions of the state and hospitals, whose names show by themselves where they begin."""
_STATE_OFFICE = re.compile(rf"(?P<stem>{_N}{{2,8}}?)國家(?:風景區|公園|森林遊樂區)(?:管理處|管理所)")
_FACILITY = re.compile(rf"{_N}{{2,11}}?(?:中心(?![思點德線])|園區|工業區|文創園區|活動中心)")
_CUT = re.compile(
    r"(?:主管|主辦|權責|提案|承辦|協辦)(?:機關|單位)|[洽取獲徵]得|設有|設置|擁有|辦理|參訪|邀請|邀集|委託|委由|洽請|洽商|會同|結合|提供|(?<=[司會府局處學市縣校所署館])和|協請|拜訪|拜會|"
    r"前往|透過|輔導|協助|補助|媒合|推薦|引進|鼓勵|促成|協調|督導|通知|函請|轉請|商請|協商|合作|得標|承攬|"
    r"尚待|仍待|有待|預計|規劃|目前|包括|包含|例如|成立|籌組|加入|聯繫|接洽|感謝|委外|政府|[局處署部院]|"
    r"[請由與及至赴於向為將經邀洽等之的以或並是對給在函俟惟]"
)
_CARRIER = re.compile("捷運$|客運$")
_LEGAL_FORM = re.compile(r"法人|中華|民國|臺灣|國際|聯合|財團|社團")
_GENERIC = re.compile(
    r"^(?:各|相關|當地|地區|在地|民間|產業|工商|各級|各區|該|公協|動保|商業|同業|業者|外部|"
    r"民營|國營|得標|承包|承攬|清運|營運|捷運|客運|大型|小型|所屬|有關)+$"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A body in a text and where it stands."""

    start: int
    end: int
    body: Body


def _state_body(agency: Agency, written: str) -> Body:
    return dated(Body(agency.name, Label.AGENCY, written, None, agency.parent, kind="central"), agency)


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, tuple[Body, bool]]:
    """Spelling → body, and whether it counts only where it acts."""
    found: dict[str, tuple[Body, bool]] = {}
    for agency in agencies().values():
        if agency.city is None:
            for written in (agency.name, *agency.aliases):
                found[written] = (_state_body(agency, written), False)
    for org in organizations().values():
        for written in (org.name, *org.aliases, *org.short):
            body = Body(org.name, Label.ORGANIZATION, written, org.city, kind=org.kind)
            found[written] = (body, written in org.short)
    return found


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for written in _gazetteer():
        found.setdefault(written[0], set()).add(len(written))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@lru_cache(maxsize=1)
def starts() -> frozenset[str]:
    """Characters with which the name of a known organisation or an agency of the state begins."""
    return frozenset(_lengths())


_INTO_WORDS = {
    "部": re.compile(r"[分份門落位隊件屬]"),
    "局": re.compile(r"[限面勢]"),
    "學": re.compile(r"[生城]"),
    "大": re.compile(r"[樓學]"),
    "捷": re.compile("運"),
    "圖": re.compile("書"),
}


def known_at(text: str, at: int) -> Spot | None:
    """The agency of the state or known organisation whose name begins at ``text[at]``."""
    for length in _lengths().get(text[at], ()):
        entry = _gazetteer().get(text[at : at + length])
        if entry is None or at + length > len(text):
            continue
        body, acting = entry
        into = _INTO_WORDS.get(body.written[-1])
        if into and into.match(text, at + length) and not text.startswith("分署", at + length):
            continue
        if acts(text, at, at + length) if acting else _known_begins(text, at, body):
            return Spot(at, at + length, body)
    return None


def _known_begins(text: str, at: int, body: Body) -> bool:
    return len(body.written) > 3 or (body.label is Label.AGENCY and body.written.endswith("部")) or may_begin(text, at)


@lru_cache(maxsize=1)
def contested() -> dict[str, Body]:
    """Spellings that mean an agency of the state only where no city has such an agency (客委會)."""
    state = (a for a in agencies().values() if a.city is None)
    return {s: _state_body(a, s) for a in state for s in a.contested}


def city_organization(text: str, start: int, at: int, city: str) -> Spot | None:
    """The school, institution or company of a city whose own name goes on at ``text[at]`` (新北市|九份國小)."""
    school = _SCHOOL_TAIL.match(text, at)
    if school and not _NOT_A_SCHOOL.search(school["stem"] or ""):
        return _spot(text, start, at, school.end(), city, "school")
    institution = _INSTITUTION.match(text, at)
    if institution and (institution["li"] or not _CUT.search(institution["stem"])):
        return _spot(text, start, at, institution.end(), city, None)
    university = _CITY_UNIVERSITY.match(text, at)
    if university and (university["li"] or not text.startswith(city, start)):
        return _as_written(text, start, university.end(), city, "university")
    company = _CITY_COMPANY.match(text, at)
    if company is None or _CUT.search(company["stem"]):
        return None
    if _CARRIER.match(company["stem"]) and not text.startswith(city, start):
        return _as_written(text, start, company.end(), city, "company")
    return None if _GENERIC.match(company["stem"]) else _spot(text, start, at, company.end(), city, "company")


def _spot(text: str, start: int, at: int, end: int, city: str, kind: str | None) -> Spot:
    return Spot(start, end, Body(city + text[at:end], Label.ORGANIZATION, text[start:end], city, kind=kind))


def _as_written(text: str, start: int, end: int, city: str, kind: str) -> Spot:
    return Spot(start, end, Body(text[start:end], Label.ORGANIZATION, text[start:end], city, kind=kind))


def facility_end(text: str, at: int) -> int:
    """Where the name of a city's facility ends that goes on at ``text[at]``; ``at`` when there is none."""
    found = _FACILITY.match(text, at)
    return found.end() if found and not _CUT.search(found[0].rstrip("區")) else at


def free_organizations(text: str, cities: Cities) -> dict[int, Spot]:
    """Companies, associations, universities and schools that are named in full, by where they begin."""
    found: dict[int, Spot] = {}
    for whole in _IN_FULL.finditer(text):
        found[whole.start()] = Spot(*whole.span(), Body(whole[0], Label.ORGANIZATION, whole[0]))
    for word, form, kind in (
        ("公司", _COMPANY, "company"),
        ("會", _ASSOCIATION, "association"),
        ("大學", _UNIVERSITY, "university"),
        ("管理處", _STATE_OFFICE, "central"),
    ):
        if word in text:
            for match in form.finditer(text):
                spot = _framed(text, match, kind, cities)
                if spot:
                    found.setdefault(spot.start, spot)
    if any(k in text for k in ("國小", "國中", "高中", "國民", "高工", "高商", "家商")):
        for at in range(len(text) - 3):
            match_ = _BARE_SCHOOL.match(text, at) if may_begin(text, at) else None
            if match_ and not _NOT_A_SCHOOL.search(match_["stem"]):
                body = Body(match_[0], Label.ORGANIZATION, match_[0], kind="school")
                found.setdefault(at, Spot(at, match_.end(), body))
    return found


def _framed(text: str, match: re.Match[str], kind: str, cities: Cities) -> Spot | None:
    """A match cut back to where its name begins."""
    stem_end = match.end("stem") if match["stem"] is not None else match.end("tech")
    start = match.start()
    for cut in _CUT.finditer(text, start, stem_end):
        start = cut.end()
    start = _at_its_city(text, start, stem_end, cities)
    stem = text[start:stem_end]
    spelling = cities.at(text, start) if stem else None
    rest = text[start + len(spelling.written) : stem_end] if spelling else stem
    if len(stem) < 2 or _GENERIC.match(stem) or (spelling and rest and _GENERIC.match(rest) and kind == "company"):
        return None
    if kind == "association" and text[stem_end : match.end()] in ("農會", "漁會", "工會", "公會") and not spelling:
        return None
    written = text[start : match.end()]
    name = written
    if spelling and rest and len(spelling.written) < len(spelling.city) and kind != "company":
        name = spelling.city + text[start + len(spelling.written) : match.end()]
    if kind == "central":
        return Spot(start, match.end(), Body(written, Label.AGENCY, written, kind=kind))
    city = spelling.city if spelling else None
    return Spot(start, match.end(), Body(name, Label.ORGANIZATION, written, city, kind=kind))


def _at_its_city(text: str, start: int, end: int, cities: Cities) -> int:
    """Where a name begins that has its city in it (尚待|榕灣市耆老協會); a legal form before the city belongs to it."""
    for at in range(start + 1, end - 2):
        spelling = cities.at(text, at)
        if spelling and spelling.kind is Kind.FULL and at + len(spelling.written) < end:
            return start if _LEGAL_FORM.search(text, start, at) else at
    return start
