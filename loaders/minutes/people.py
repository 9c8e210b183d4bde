"""Persons named in a header: 黃副局長碧玉, 廖文靜主任秘書, 局長王小明, 基隆市政府產業發展處 林處長鼎超.

Always true: an agency in front of a person and remarks such as 代理 or 共同主持 are no part of the name.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from graph.interchange import Person
from loaders.folding import Flow
from loaders.lexicon.data import read

_HAN = r"[\u3400-\u9fff·○Ｏ]"
_COMPOUND = "歐陽|司馬|上官|諸葛|司徒|張簡|范姜|東方|夏侯|皇甫|尉遲|公孫|端木|令狐"
_REMARK = re.compile(r"（[^）]*）|共同主持|聯合主持|主持人?|代為主持|共同主席|暨|等人?$|依序|兼主席|公假|請假")
_BODY_END = re.compile(
    r"(?:(?<=[\u3400-\u9fff]{2})[市縣]|市政府|縣政府|政府|局|處|會|中心|署|部|科|館|所|公司|大學|學校|大隊|室|府|院)"
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    data = read("people.toml")
    titles = "|".join(sorted(map(re.escape, data["titles"]), key=len, reverse=True))
    title = f"(?:代理|兼任?|兼代|前)?(?:{titles})(?:代理|代)?"
    return (
        re.compile(rf"(?P<name>{_HAN}{{2,4}})（(?P<title>{title})）"),
        re.compile(rf"(?P<lone>{_COMPOUND}|{_HAN})(?P<title>{title})"),
        re.compile(rf"(?P<sur>{_COMPOUND}|{_HAN})(?P<title>{title})(?P<given>{_HAN}{{1,2}})"),
        re.compile(rf"(?P<name>{_HAN}{{2,4}}?)(?<![副代兼])(?P<title>{title})"),
        re.compile(rf"(?P<title>{title})(?P<name>{_HAN}{{2,4}})"),
    )


def person(words: str) -> Person | None:
    """The one person that some words name, or None.

    >>> person("黃副局長碧玉"), person("新北市政府教育局蔡主任秘書聖賢").title, person("徐嬿立代理副處長").name
    (Person(name='黃碧玉', title='副局長'), '主任秘書', '徐嬿立')
    """
    behind = _forms()[0].fullmatch(words.strip("，、；：。 "))
    if behind:  # 王小明（市長）
        return Person(behind["name"], behind["title"])
    words = _REMARK.sub("", words).strip("，、；：。 ")
    starts = [0, *(m.end() for m in _BODY_END.finditer(words))]
    for start in starts:
        for form in _forms():
            found = form.fullmatch(words, start)
            if found:
                parts = found.groupdict()
                if "lone" in parts:
                    return None  # 許科長: a family name names nobody
                name = parts.get("name") or parts["sur"] + parts["given"]
                return Person(name, re.sub(r"^兼任?|代理|代$", "", parts["title"]) or parts["title"])
    for start in reversed(starts):
        if re.fullmatch(rf"{_HAN}{{2,4}}", words[start:]) and not _BODY_END.search(words[start:]):
            return Person(words[start:])
    return None


def people(line: Flow) -> tuple[Person, ...]:
    """Everyone a header line names, in order."""
    text = line.text
    alone = person(text) if len(text) <= 7 else None
    if alone:
        return (alone,)
    cuts = [0, *(i for i in range(1, len(text)) if line.gap(i)), len(text)]
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        pieces += [p for p in re.split(r"[、，；。/]|及(?=.{2,12}$)|與(?=.{2,12}$)", text[start:end]) if p]
    found: list[Person] = []
    rest = ""
    for piece in pieces:
        one = person(rest + piece) or (person(piece) if rest else None)
        if one and one.title:
            found.append(one)
            rest = ""
        else:
            rest += piece
    if not found:
        whole = person(text)
        names = [person(p) for p in pieces]
        return (whole,) if whole else tuple(p for p in names if p)
    return tuple(dict.fromkeys(found))
