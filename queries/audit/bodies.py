"""Agencies that are asked to do something and that nobody can tell (unresolved_agency).

Always true: only a name of an agency's form right behind a request counts, with no city, government or collective word
in or before it, and only when neither the extraction nor any name in the graph knows it; words that point to whoever is
responsible (相關局處, 主政局處) are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from graph.vocabulary import Label
from queries.audit.corpus import Corpus, Sitting
from queries.audit.findings import Cited, Finding, Kind, finding
from queries.audit.messages import message
from queries.audit.reading import Line, fold

_ASKED = r"(?:請|由|洽|會同|函請|移請|責成|交由|委由|(?:提案|主辦|主政|權責|承辦|協辦|主責|辦理)(?:單位|機關|局處)：)"
_DOES = "於在協辦研規提就將應依同配儘盡函評持並及與、，。；）統彙負主擔參加召邀確整填回先再速查賡續進檢說推訂製完洽"
_NAME = re.compile(
    rf"(?={_ASKED}(?P<name>[\u3400-\u9fff]{{2,9}}?(?:局(?![限部面長處勢])|處(?![理置罰境方長])(?!分(?![享工析別送攤]))|署(?![名長])|委員會(?!議)"
    rf"|(?:辦公室|中心|所)(?=[{_DOES}]))))"
)
_VERB = re.compile(
    r"^(?:協助|協調|提供|提出|提報|持續|儘速|盡速|儘量|加強|配合|研議|研擬|規劃|辦理|依|於|就|將|以|針對|參|落實|積極|共同|繼續|賡續|評估|檢|確|妥|適時|先|再|務必|予|"
    r"向|至|從|在|與|及|並|轉|函|洽|邀|考量|視|如|隨|廣|鼓勵|強化|注意|留意|重視|尊重|了解|瞭解|說明|分析|排除|解決|避免|另|多|會同|請|由|安排|宣導|列|納|改|移|同意)"
)
_POINTS = re.compile(
    r"[市縣府鄉鎮部]|區公所|[東西南北中各]區|[兩雙四三各該本貴此]|相關|有關|權責|主政|主辦|承辦|協辦|主責|輪值|輪辦|所屬|其他|中央|業務|執行|目的|單位"
    r"|局處|機關|學校|校務|公司|廠商|當地|在地|社區|住戶|前述|上開|共同|提案|幕僚|行政院|評審|審議|同仁|代表|長官|首長|局長|處長"
)
_CITIES = "雙基北桃竹苗中彰投雲嘉南高屏澎宜花東臺新隆"
"""Characters that stand for cities in a row of them."""
_CITY = re.compile(r"^[\u3400-\u9fff]{2,3}[市縣](?:政府)?(?=.)")
_NO_BODY = re.compile(
    r"[研妥卓查續核逕協辦酌參速另]處$|(?:布|佈|格|結|當|郵|藥|書|騙|僵|時)局$"
    r"|(?:出入口|交界|匯流|低窪|各|到|好|何|用|害|益|難|長|短|深|高|住|停留|售票|停靠|路口|轉彎)處$"
    r"|(?:場|住|廁|會議|廠|診|研習|處|抽查場)所$|(?:購物|市|重|核|研習|活動|交通|服務)中心$"
)


def unresolved_agencies(corpus: Corpus) -> Iterator[Finding]:
    """Every agency asked that no city and no list resolves, once a sitting."""
    known = _known(corpus)
    for sitting in corpus.sittings:
        found: dict[str, list[Cited]] = {}
        resolved = _resolved(sitting) | (known if sitting.minutes.hosts else _central())
        for line in sitting.lines:
            for start, end in _named(line):
                name = line.text[start:end]
                if not _resolves(name, resolved):
                    found.setdefault(name, []).append(sitting.cite_line(line, start, end))
        for name, cited in found.items():
            told = message("unresolved_agency", agency=name)
            evidence = [*_sentences(sitting, cited), *cited[1:], sitting.title]
            yield finding(Kind.UNRESOLVED_AGENCY, sitting.subject, cited[0], sitting.at, told, evidence)


def _named(line: Line) -> Iterator[tuple[int, int]]:
    for said in _NAME.finditer(line.text):
        name = said["name"]
        if not _POINTS.search(name) and not _NO_BODY.search(name) and not _VERB.match(name):
            yield said.span("name")


def _resolves(name: str, known: set[str]) -> bool:
    """Whether a name, what it shortens, or what stands behind a row of cities (中彰投|環保局) is known."""
    bare = name.lstrip(_CITIES)
    return any(
        one.endswith(own) or name.endswith(one) or _shortens(own, one)
        for one in known
        for own in (name, bare)
        if len(own) > 2
    )


def _shortens(name: str, long: str) -> bool:
    """Whether a name's characters stand in a longer one of the same ending, in order (動保處, 動物保護處)."""
    tail = _CITY.sub("", long)
    if len(name) >= len(tail) or name[-1] != tail[-1] or name[0] != tail[0]:
        return False
    at = 0
    for char in name:
        at = tail.find(char, at) + 1
        if not at:
            return False
    return True


def _resolved(sitting: Sitting) -> set[str]:
    """Spellings in a sitting that the extraction resolved."""
    minutes = sitting.minutes
    bodies = [m.body for m in minutes.mentions] + [body for item in minutes.action_items for body in item.assignees]
    return {fold(body.written).replace(" ", "") for body in bodies if body.written}


def _known(corpus: Corpus) -> set[str]:
    """Every spelling of a body in the graph, and the central bodies that need no city."""
    bodies = [row for row in corpus.names if row["label"] in (Label.AGENCY, Label.ORGANIZATION)]
    spelled = {fold(name).replace(" ", "") for row in bodies for name in (row["name"], *(row["aliases"] or ()))}
    return {one for one in spelled if len(one) > 2} | _central()


@cache
def _central() -> frozenset[str]:
    """Central bodies, which belong to no city."""
    lines = files(__package__).joinpath("central_bodies.txt").read_text("utf-8").split("\n")
    return frozenset(fold(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


def _sentences(sitting: Sitting, cited: list[Cited]) -> Iterator[Cited]:
    """The action item that holds the name, where there is one."""
    for item in sitting.minutes.action_items:
        if item.quote.start <= cited[0].start < item.quote.end:
            yield sitting.cite(item.quote.start, item.quote.end)
            return
