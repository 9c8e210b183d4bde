"""One key for all spellings of a name: what ontology section 4 calls differences of writing and nothing more.

Always true: the key is for comparing only; it is never shown and never stored in place of a name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VARIANTS = str.maketrans({"台": "臺", "–": "-", "—": "-", "－": "-", "‧": "·", "羣": "群"})
_ENDING = re.compile(r"(?<=.{3})(合作方案|合作案|計畫案|一案|案)$")
_PUNCTUATION = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The name without width, blanks, punctuation, case, 臺/台 and the ending 案.

    >>> key("台北市「Just Do It」－淨零行動案") == key("臺北市Just do it淨零行動")
    True
    """
    return _ENDING.sub("", bare(text))


def bare(text: str) -> str:
    """The same without taking an ending away: for a part of a name, whose 案 may stand in the middle.

    >>> bare("環教小尖兵 一案")
    '環教小尖兵一案'
    """
    folded = unicodedata.normalize("NFKC", text).translate(_VARIANTS).casefold()
    return _PUNCTUATION.sub("", folded)
