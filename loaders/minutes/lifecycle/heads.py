"""Heads of items that merge cases: A及B合併為C： / A（原雙北及北桃分別辦理之合作案）合併：

Always true: the case that takes the others in is the item's case; each source is stated to go into it.
"""

from __future__ import annotations

import re

from graph.vocabulary import EdgeType
from loaders.folding import Flow
from loaders.lexicon.lifecycle import lifecycle_words
from loaders.minutes.agenda import NamedCase
from loaders.minutes.casebook import CaseBook
from loaders.minutes.lifecycle.statements import Told, passage, step
from loaders.minutes.lifecycle.succession import later_name, origins
from loaders.minutes.lineage import same_named
from loaders.minutes.names import Name, listed, quoted
from loaders.minutes.title import platform_name

_STOP = re.compile(r"：|(?<=合併)[，。]")
_QUOTED = re.compile(r"「[^」]*」")
_NO_NAME = re.compile("^，|，[^，]*請(?:討論|審議|公鑒|核示)")
"""What stands behind a merger and goes on with the sentence."""
_SHORTEST = 4


def is_merged(case: NamedCase) -> bool:
    """Whether a name, or what stands right behind it, tells of a merger."""
    lead = case.speech.text[case.name.outer_start : case.name.outer_end + 14]
    return lifecycle_words().succession.merged.search(_QUOTED.sub("", lead)) is not None


def merge_head(book: CaseBook, told: Told, case: NamedCase) -> bool:
    """State the merger that an item's head tells of; False when it tells of none."""
    text = case.speech.text
    stop = _STOP.search(text, case.name.outer_end)
    head = case.speech.flow.cut(0, stop.start() if stop else len(text))
    found = _same_name(book, told, case.name, head) or _parts(book, told, head)
    if not found:
        return False
    target, sources = found
    for source in sources:
        step(book, told, EdgeType.MERGES_INTO, source, target, passage(book, case.speech, 0, len(head.text)))
    told.olds += sources
    told.subjects.append(target)
    return True


def _same_name(book: CaseBook, told: Told, named: Name, head: Flow) -> tuple[str, list[str]] | None:
    """A（原雙北及北桃分別辦理之合作案）合併: cases of one name on several platforms."""
    if not head.text.endswith("合併") and "同名" not in head.text:
        return None
    twins, path = same_named(head.text), told.item.path
    if len(twins) < 2:
        return None
    bare = Name(0, len(re.sub(r"（[^（）]*）(?:合併)?$", "", head.text)), "", 0, 0)
    name = named if named.quoted else bare
    target = book.add(name, head, path, listed=True)
    return target, [book.add(name, head, path, platform=platform_name(twin), fresh=True) for twin in twins]


def _parts(book: CaseBook, told: Told, head: Flow) -> tuple[str, list[str]] | None:
    """A及B合併為C; C may be named by a line beneath."""
    path = told.item.path
    names, new = _merged_names(head.text)
    later = (new, head, path) if new else later_name(told.item) if names else None
    if later is None:
        return None
    target = book.add(*later, listed=True)
    common = origins(head.text[names[-1].outer_end - 24 :] if "均" in head.text else "")
    sources = []
    for name in names:
        home = origins(head.text[name.end : name.end + 24]) or common
        sources.append(book.add(name, head, path, platform=home[0] if home else ""))
    return target, sources


def _merged_names(head: str) -> tuple[list[Name], Name | None]:
    """(sources, new name or None) of A及B合併為C; no sources when the head is no merger."""
    words = lifecycle_words().succession
    verb = words.merged_head.search(head)
    if not verb or words.merged_later.search(_QUOTED.sub("", head)):
        return [], None
    stop = verb.end("names")
    names = quoted(head[:stop])
    sources = names if len(names) >= 2 else [_without_remark(head, n) for n in listed(head, 0, stop, 2)]
    if len(sources) < 2:
        return [], None
    marks = [name for name in quoted(head) if name.outer_start >= verb.start("new")]
    if not marks and _NO_NAME.search(verb["new"]):
        return [], None
    start = verb.start("new")
    new = re.split("[，。；]", verb["new"])[0]
    end = start + len(new)
    if len(new) < _SHORTEST:
        return sources, None
    return sources, marks[0] if marks else Name(start, end, new, start, end, quoted=False)


def _without_remark(head: str, name: Name) -> Name:
    remark = re.search(r"（[^（）]*）$", name.text)
    end = name.start + remark.start() if remark else name.end
    return Name(name.start, end, head[name.start : end], name.outer_start, name.outer_end, quoted=False)
