"""Items without a number: a name on a line of its own, the labels of its parts beneath it.

Always true: such a line is a few words without a stop, it stands where an item may begin, and a label of an agenda
item follows it; nothing else is changed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.lexicon.agenda import agenda_words, outcome_of
from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading
from loaders.outline.lines import Block, is_title
from loaders.outline.marks import Style

_BEGIN = frozenset({Heading.RESOLUTION, Heading.PROPOSALS, Heading.REPORT, Heading.MOTION})
"""Parts behind which an item may begin without a blank line."""
_FEW, _MANY = 4, 60
_QUOTED = re.compile("「[^「」]+」案?")
"""A name in quotes alone, which no header holds."""
_PROSE = re.compile(r"[。；！？]|[：，]$")
_LABELLED = re.compile(r"[\u3400-\u9fff]{2,6}：")
"""A part of an item under a label that no list has (協力：桃園市政府), and no name."""
_NAMED = re.compile(r"(?:臨時)?(?:動議|提案|議題|案由|案名|合作案|議案)\s+")
"""Words that call what follows them an item (動議　A)."""


def titled(blocks: list[Block], view: str) -> list[Block]:
    """Blocks, those that are nothing but an item's name as its 案由."""
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    return [_subject(block, view) if _is_name(above, block, below, view) else block for above, block, below in around]


def _subject(block: Block, view: str) -> Block:
    named = _NAMED.match(view, block.start, block.end)
    label, rest = (named[0].strip(), named.end()) if named else ("", block.start)
    return replace(block, heading=Heading.SUBJECT, label=label, rest=rest)


def _is_name(above: Block | None, block: Block, below: Block | None, view: str) -> bool:
    if block.mark or block.heading or block.cells or below is None or below.heading not in AGENDA_LABELS:
        return False
    text = block.body(view).text
    in_header = above is None or above.heading in HEADER
    if below.mark or below.cells or above is None or above.cells or (in_header and not _QUOTED.fullmatch(text)):
        return False
    if not _FEW <= len(text) <= _MANY or _PROSE.search(text) or _LABELLED.match(text) or is_title(text):
        return False
    if agenda_words().headings.group.match(text) or outcome_of(text):
        return False
    return _may_begin(above, block, view)


def _may_begin(above: Block, block: Block, view: str) -> bool:
    """Whether an item may begin behind a line: behind a decision, a heading, or a blank line."""
    if above.mark and above.mark.style is Style.CASE:
        return False  # 案由一, and the name on the next line
    if above.heading in AGENDA_LABELS | {Heading.SUBJECT} and above.label and above.rest == above.end:
        return False  # 說明：, and its text on the next line
    lists, words = agenda_words().lists, above.body(view).text
    forms = (lists.tracked, lists.new, agenda_words().headings.part)
    heads = len(words) < 30 and not _PROSE.search(words.rstrip("：")) and any(form.search(words) for form in forms)
    return block.after_blank or above.heading in _BEGIN | HEADER or heads
