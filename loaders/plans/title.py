"""The head of a plan: its title, which may run over several lines, and the number of the letter that issued it.

Always true: a title ends like a plan's (plans.toml) and stands in the first lines, before the first heading.
"""

from __future__ import annotations

import re

from loaders.folding import Flow, flow
from loaders.lexicon.plans import Part, plan_words
from loaders.outline.lines import Joiner
from loaders.plans.parts import PlanPart, physical_lines

_FIRST_LINES = 10
_TITLE_LINES = 4
_NUMBER = re.compile(
    r"(?:(?<=日)|(?<![\u3400-\u9fff]))(?!.{0,3}日)[\u3400-\u9fff]{2,12}(?:（[一二三四五六七八九十]）)?"
    r"字第[0-9A-Z]{5,14}號(?:書函|函|令|公告)?"
)
_LETTERHEAD = re.compile(
    r"(?:(?:發文|收文|核定)?(?:文號|字號|日期)|檔號|保存年限)：.*|.{0,24}字第.{5,14}號.{0,12}|"
    r"(?:中華民國|民國)?[\d./年月日（）]{4,}.{0,6}"
)
_LABELLED = re.compile(r"(?:計畫|方案|活動)?名稱：")


def title(view: str, found: tuple[PlanPart, ...]) -> Flow | None:
    """The title in a folded text, or None when the head shows none."""
    named = next((part for part in found if part.kind is Part.NAME and part.lines), None)
    return _above(view, found[0].end) or (_fitting(named.lines[0].flow) if named else None)


def document_no(view: str, before: int, text: str) -> str | None:
    """The number of the letter as the head writes it; the numbers of other letters stand in the 依據, not here."""
    for block in Joiner(view, 0, before).run():
        line = block.body(view)
        number = _NUMBER.search(line.text.split("：")[-1])
        if number and "依據" not in line.text[: line.text.find(number[0])]:
            start, end = line.span(*(line.text.find(number[0]) + edge for edge in (0, len(number[0]))))
            return re.sub(r"\s+", "", text[start:end])
    return None


def written(text: str, words: Flow) -> str:
    """A name as the document writes it, on one line and without the blanks that only fill it."""
    return "".join(text[at] if not text[at].isspace() else " " for at in words.offsets)


def _above(view: str, before: int) -> Flow | None:
    lines = [span for span in physical_lines(view, 0, before) if not _beside(view, span)][:_FIRST_LINES]
    for first in range(len(lines)):
        for last in range(min(first + _TITLE_LINES, len(lines)), first, -1):
            found = _fitting(flow(view, lines[first:last]))
            if found:
                return found
    return None


def _beside(view: str, span: tuple[int, int]) -> bool:
    words = flow(view, [span]).text
    return bool(plan_words().beside.fullmatch(words) or _LETTERHEAD.fullmatch(words))


def _fitting(line: Flow) -> Flow | None:
    label = _LABELLED.match(line.text)
    words = line.cut(label.end()) if label else line
    words = words.cut(0, len(words.text.rstrip("。")))
    bare = re.sub(r"[「『《（][^」』》）]*[」』》）]", "", words.text)
    return words if plan_words().title.fullmatch(words.text) and not plan_words().never.search(bare) else None
