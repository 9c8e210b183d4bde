"""Sentences that merge platforms: 既有合作交流平臺（雙北、北桃及基北）併入基北北桃平臺."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.interchange import PlatformMerger
from loaders.lexicon.platforms import official_platform
from loaders.minutes.agenda import Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import passage
from loaders.minutes.title import platform_name
from loaders.outline.tree import Section

_MERGED = re.compile(
    r"(?P<sources>[^。；]{2,60}?)(?:均|皆|已|業已|業|將|自[^，。；]{2,20}?起?)*(?:併入|整併入|整併至|併至|整併為|合併為|整合為|歸併至|納入|改制為|整合至)(?:為)?(?P<target>[^，。；（]{2,16}?(?:平臺|委員會|論壇))"
)
_NAME = re.compile(r"[\u3400-\u9fff]{2,14}?(?:合作交流平臺|合作平臺|交流平臺|平臺|委員會|論壇)|[\u3400-\u9fff]{2,6}")


def platform_mergers(sections: Iterable[Section], here: str, book: CaseBook) -> Iterator[PlatformMerger]:
    """Every merger of platforms that a sitting's text states."""
    seen: set[tuple[str, str]] = set()
    for top in sections:
        for section in top.walk():
            speech = Speech(section.body, section.path)
            for said in _MERGED.finditer(speech.text):
                if "平臺" not in said["sources"] and "委員會" not in said["sources"] and "論壇" not in said["sources"]:
                    continue
                target = _platform(said["target"]) or here
                for source in _sources(said["sources"]):
                    if source != target and (source, target) not in seen and not re.search(r"案|方案", said["sources"][-6:]):
                        seen.add((source, target))
                        yield PlatformMerger(source, target, passage(book, speech, said.start(), said.end()))


def _sources(words: str) -> Iterator[str]:
    inside = re.search(r"（([^（）]+)）", words)
    listed = inside[1] if inside else re.sub(r"^.*?(?:有|將|，)(?=[\u3400-\u9fff]{2,6}(?:、|及|與|合作))", "", words)
    tail = re.search(r"(?:合作交流平臺|合作平臺|交流平臺|平臺)", listed)
    for part in re.split(r"[、及與和，]|以及", re.sub(r"(?:各|兩|三|等)+平臺", "", listed)):
        name = re.sub(r"^(?:原有?之?|既有之?|原|之)", "", part.strip())
        found = _platform(name) or (platform_name(name) if tail or inside and 2 <= len(name) <= 4 else None)
        if found and name and len(name) <= 14:
            yield found


def _platform(words: str) -> str | None:
    bare = re.sub(r"^(?:本|原|新|至|入)", "", words)
    known = official_platform(bare)
    if known:
        return known
    return platform_name(bare) if re.search(r"(?:平臺|委員會|論壇)$", bare) and len(bare) > 4 else None
