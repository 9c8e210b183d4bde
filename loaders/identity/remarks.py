"""A name without what stands before and after it: list numbers, 民國, remarks in brackets.

Always true: something of a name is left; a remark is a proposer, a state of the list (新增, 續管) or an alias; brackets
that say what the case is about stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.folding import fold
from loaders.identity.normal import unspelt
from loaders.lexicon.discriminators import discriminators

_LIST_NUMBER = re.compile(
    r"^[\s「『]*(?:(?:（[一二三四五六七八九十\d]{1,3}）|[①-⑳㈠-㈩]|[一二三四五六七八九十]{1,3}[、.．，]|\d{1,2}(?:、|\.(?!\d)|）)"
    r"|[*＊◎●■□※•·✓#]+|(?:案由|提案|議題|討論案|第)[一二三四五六七八九十\d]{1,3}案?[：、])\s*)+"
)
_ALIAS = re.compile(r"(?:以下簡?稱|又稱|簡稱|下稱)[：「『]*(.+?)[」』]*$")
_WORD = re.compile(r"\w")
_RANGE = re.compile(r"(?:民國)?(\d{2,4})年?\s*[至到~～-]\s*(?:民國)?(\d{2,4})(?=學?年)")
_ERA = re.compile(r"(?:中華)?民國(?=\s*[\d一二三四五六七八九十百○〇零]{2,4}\s*學?年)|西元(?=\s*\d{4})")


@dataclass(frozen=True, slots=True)
class Bare:
    """A folded name without its surroundings, and the remarks that were taken off."""

    name: str
    remarks: tuple[str, ...]

    @property
    def aliases(self) -> tuple[str, ...]:
        """The normal forms of the names that remarks give (以下簡稱…)."""
        found = (_ALIAS.match(remark) for remark in self.remarks)
        return tuple(unspelt(alias[1]) for alias in found if alias)


@lru_cache(maxsize=65536)
def bare(name: str) -> Bare:
    """Take off list numbers and remarks.

    >>> bare("三、體育場館預約系統整合案(臺北市提案)")
    Bare(name='體育場館預約系統整合案', remarks=('臺北市提案',))
    """
    text = fold(name)
    numbered = _LIST_NUMBER.match(text)
    if numbered and _WORD.search(text, numbered.end()):
        text = text[numbered.end() :]
    if "年" in text or "西元" in text:
        text = _RANGE.sub(r"\1年至\2", _ERA.sub("", text))
    if "（" not in text and "【" not in text:
        return Bare(text, ())
    remark = discriminators().remark
    rest = remark.sub("", text)
    return Bare(rest, tuple(found[1] for found in remark.finditer(text))) if _WORD.search(rest) else Bare(text, ())
