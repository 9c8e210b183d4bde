"""Text for files that cannot hold every character.

Always true: a character that a file cannot hold stands there as ``_xHHHH_``, its code in hexadecimal, as in Office Open
XML; an underscore that would begin what looks like one stands as ``_x005F_``, so nothing is lost and nothing mistaken.
"""

from __future__ import annotations

import re

_LOOKS_LIKE_ONE = "_(?=x[0-9A-F]{4}_)"
_NOT_IN_XML = re.compile(f"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|{_LOOKS_LIKE_ONE}")
_NOT_IN_UNICODE = re.compile(f"[\ud800-\udfff]|{_LOOKS_LIKE_ONE}")


def xml_text(text: str) -> str:
    r"""Text that XML 1.0 can hold. In: any text. Out: the same but for control characters and lone surrogates.

    >>> xml_text("Bell\x07 and _x0007_")
    'Bell_x0007_ and _x005F_x0007_'
    """
    return _NOT_IN_XML.sub(_code, text)


def unicode_text(text: str) -> str:
    r"""Text that UTF-8 can hold. In: any text. Out: itself, unless it has lone surrogates, which no store can hold.

    >>> unicode_text("Bell\x07 and _x0007_") == "Bell\x07 and _x0007_"
    True
    >>> unicode_text("half a character: \ud83d")
    'half a character: _xD83D_'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _NOT_IN_UNICODE.sub(_code, text)
    return text


def _code(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"
