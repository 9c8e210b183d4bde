"""Sentences that merge platforms: 既有合作交流平臺（雙北、北桃及基北）併入基北北桃平臺.

Always true: no platform goes into itself; a pair of platforms is named once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.interchange import PlatformMerger
from loaders.lexicon.platform_mergers import platform_merger_words
from loaders.lexicon.platforms import official_platform
from loaders.minutes.agenda import Speech
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle import passage
from loaders.minutes.title import platform_name
from loaders.outline.tree import Section


def platform_mergers(sections: Iterable[Section], here: str, book: CaseBook) -> Iterator[PlatformMerger]:
    """Every merger of platforms that a sitting's text states; ``here`` is the sitting's own platform."""
    words, seen = platform_merger_words(), set()
    for section in (part for top in sections for part in top.walk()):
        speech = Speech(section.rest if section.heading and section.rest else section.body, section.path)
        for said in words.merged.finditer(speech.text):
            if not words.kind.search(said["sources"]) or words.cases.search(said["sources"][-6:]):
                continue
            target = _platform(said["target"]) or here
            for source in _sources(said["sources"]):
                if source != target and (source, target) not in seen:
                    seen.add((source, target))
                    yield PlatformMerger(source, target, passage(book, speech, said.start(), said.end()))


def _sources(text: str) -> Iterator[str]:
    """The platforms that some words enumerate, in brackets or in the sentence."""
    words = platform_merger_words()
    inside = re.search(r"（([^（）]+)）", text)
    listed = inside[1] if inside else words.before.sub("", text)
    common = words.common.search(listed)
    for part in words.between.split(words.all_of_them.sub("", listed)):
        name = words.before_source.sub("", part.strip("「」 "))
        found = _platform(name)
        if found is None and (common or (inside and 2 <= len(name) <= 4)):
            found = platform_name(name)
        if found and 0 < len(name) <= 14:
            yield found


def _platform(text: str) -> str | None:
    """The platform that some words name by themselves."""
    words = platform_merger_words()
    bare = words.before_name.sub("", text)
    known = official_platform(bare)
    if known is None and len(bare) > 4 and words.ending.search(bare):
        return platform_name(bare)
    return known
