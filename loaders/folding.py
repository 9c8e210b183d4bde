"""Reading through spelling: a folded view of a text in which every character keeps its place.

Always true: ``fold`` changes no length, so an offset in the view is the offset in the text; ``Flow.text`` is the view
of some lines joined and squeezed (no blanks but one between two Latin words), and ``Flow.offsets[i]`` says where its
i-th character stands in the document. Rules match on the view; quotes are cut from the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_FIXED = str.maketrans(
    {
        "台": "臺", "遥": "遙", "参": "參", "叁": "參", "羣": "群", "裏": "裡", "峯": "峰", "畫": "畫", "劃": "劃",
        "《": "「", "》": "」",
        "“": "「", "”": "」", "‘": "『", "’": "』", "﹁": "「", "﹂": "」", "﹃": "『", "﹄": "』",
        "—": "-", "–": "-", "─": "-", "―": "-", "－": "-", "‐": "-", "‑": "-", "−": "-", "━": "-",
        "‧": "·", "・": "·", "•": "·", "●": "·",
        ",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？",
        "ㄧ": "一", "〔": "（", "〕": "）", "﹙": "（", "﹚": "）", "【": "【", "】": "】", "﹝": "（", "﹞": "）",
        "﹐": "，", "﹑": "、", "､": "、", "｡": "。", "．": ".", "~": "～", "〜": "～",
        "\u00a0": " ", "\u3000": " ", "\ufeff": " ", "\u200b": " ",
        "\u200c": " ", "\u200d": " ", "\x0b": " ", "\x0c": " ",
    }
)  # fmt: skip
_KEPT = set("，：；（）！？、。「」『』《》〈〉【】～·")


@lru_cache(maxsize=65536)
def _fold_char(char: str) -> str:
    mapped = char.translate(_FIXED)
    if "Ⅰ" <= char <= "ↈ" or "①" <= char <= "⒛":
        return char
    if mapped != char or char in _KEPT:
        return mapped
    form = unicodedata.normalize("NFKC", char)
    return form.translate(_FIXED) if len(form) == 1 else char


_QUOTING = re.compile(r'"([^"\n]{2,60})"|〈([^〈〉\n]{5,60})〉')
_HALF_STOP = re.compile(r"(?<=[\u3400-\u9fff」』）])\.(?!\.)|(?<=[A-Za-z])\.(?=[\u3400-\u9fff]|\s*$)", re.MULTILINE)
_IN_QUOTES = re.compile(r"[「『“《〈][^「」『』“”《》〈〉\n]{2,60}[」』”》〉]")


def _dotted(quoted: re.Match[str]) -> str:
    """A name in quotes whose full-width stop only parts its words (「走讀里山．食在安心」)."""
    return quoted[0].replace("．", "‧")


def fold(text: str) -> str:
    """The folded view of a text, of the same length: 臺 for 台, one width, one kind of quote, dash and blank.

    >>> fold("台北市(北市)，２０２４“酷課雲”")
    '臺北市（北市），2024「酷課雲」'
    """
    text = _IN_QUOTES.sub(_dotted, text) if "．" in text else text
    return _QUOTING.sub(lambda m: f"「{m[1] or m[2]}」", _HALF_STOP.sub("。", "".join(map(_fold_char, text))))


@dataclass(frozen=True, slots=True)
class Flow:
    """Some of a document's characters in reading order, folded and squeezed."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets of ``text[start:end]``; an empty slice gives an empty span at its place."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.offsets[-1] + 1 if self.offsets else 0)
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def cut(self, start: int, end: int | None = None) -> Flow:
        """The flow of ``text[start:end]``."""
        return Flow(self.text[start:end], self.offsets[start:end])

    def without(self, start: int, end: int) -> Flow:
        """The flow with ``text[start:end]`` left out."""
        return Flow(self.text[:start] + self.text[end:], self.offsets[:start] + self.offsets[end:])

    def joined(self, other: Flow) -> Flow:
        """This flow with a later one behind it."""
        return Flow(self.text + other.text, self.offsets + other.offsets)

    def gap(self, index: int) -> bool:
        """Whether the document has a blank or a line break just before ``text[index]``."""
        return 0 < index < len(self.offsets) and self.offsets[index] != self.offsets[index - 1] + 1

    def __bool__(self) -> bool:
        return bool(self.text)


def flow(view: str, spans: Iterable[tuple[int, int]]) -> Flow:
    """Squeeze the given spans of a folded text into one Flow; a blank stays only between two Latin words.

    >>> f = flow("第 1 次  Google Meet\\n會議", [(0, 18), (18, 21)])
    >>> f.text, f.offsets[1]
    ('第1次Google Meet會議', 2)
    """
    chars: list[str] = []
    offsets: list[int] = []
    blank = -1
    for start, end in spans:
        for at in range(start, end):
            char = view[at]
            if char.isspace():
                blank = at if blank < 0 else blank
                continue
            if blank >= 0 and chars and _latin(chars[-1]) and _latin(char):
                chars.append(" ")
                offsets.append(blank)
            blank = -1
            chars.append(char)
            offsets.append(at)
        if blank < 0 and end > start:
            blank = end - 1 if view[end - 1].isspace() else -1
    return Flow("".join(chars), tuple(offsets))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
