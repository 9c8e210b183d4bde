"""Bytes to text, strictly.

Always true: a text comes back only if every byte was decoded by one encoding and nothing else reads the file as well;
an encoding without a mark of its own (Big5, UTF-16 without BOM) must also yield text that looks like Chinese minutes.
Whatever fails that is refused with what was tried.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from graph.errors import InputError
from loaders.reading.refusal import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BIG5 = ("cp950", "big5hkscs")
_UTF16 = ("utf-16-le", "utf-16-be")
_ALIASES = {"big5": _BIG5, "big5-hkscs": _BIG5, "cp950": _BIG5, "x-x-big5": _BIG5, "cn-big5": _BIG5, "ms950": _BIG5,
            "gb2312": ("gb18030",), "gbk": ("gb18030",), "x-gbk": ("gb18030",)}  # fmt: skip
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "utf-32-le": "UTF-32 LE",
          "utf-32-be": "UTF-32 BE", "cp950": "Big5 (CP950)", "big5hkscs": "Big5-HKSCS",
          "gb18030": "GB18030"}  # fmt: skip
_CUT_REASONS = {"unexpected end of data", "truncated data", "incomplete multibyte sequence"}
_SAVE = "open it in the program that made it and save it as UTF-8"
_FETCH = "fetch or copy the whole file again"
_SAMPLE = 100_000
_COMMON_SHARE = 0.85
_READABLE_SHARE = 0.9
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x7f]")
_PLAIN = re.compile(
    "[\t\n\r -~\u2010-\u2027\u2460-\u24ff\u2500-\u257f\u25a0-\u25ff\u3000-\u3029\ufe30-\ufe6b\uff01-\uff5e]"
)


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Decode a text file's bytes; ``declared`` is the charset that the file itself names, if any.

    Raises InputError when the file is binary, is cut inside a character, or no encoding, or more than one, reads it.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, mark, codec, name)
    if b"\0" in data:
        return _decode_wide(data, name)
    failures: list[str] = []
    text = _strictly(data, "utf-8", name, failures)
    if text is not None:
        if _is_garbage(text):
            raise _binary(name)
        if not _IDEOGRAPH.search(text) and not text.isascii() and _reads_as_big5(data):
            raise refusal(name, "reads as UTF-8 and as Big5 alike", _SAVE)
        return text
    for codec in _declared_codecs(declared):
        text = _strictly(data, codec, name, failures)
        if text is not None:
            return text
    return _detect(data, name, failures)


def _declared_codecs(declared: str | None) -> tuple[str, ...]:
    label = (declared or "").strip().lower()
    if label in _ALIASES:
        return _ALIASES[label]
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return ()
    usable = info._is_text_encoding and not info.name.startswith(("utf", "unicode", "raw", "idna", "punycode"))
    return (info.name,) if usable else ()


def _decode_marked(data: bytes, mark: bytes, codec: str, name: str) -> str:
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        at = error.start + len(mark)
        if _is_cut(error):
            raise _cut(name, codec, at) from error
        raise refusal(name, f"says it is {_NAMES[codec]} but is not from byte {at} on", _SAVE) from error
    if "\0" in text:
        raise _binary(name)
    return text


def _decode_wide(data: bytes, name: str) -> str:
    """NUL bytes and no mark: UTF-16 in one of its two orders, or no text at all."""
    whole = data[: len(data) // 2 * 2]
    likely = [codec for codec in _UTF16 if _is_readable(whole[: 2 * _SAMPLE].decode(codec, "replace"))]
    if len(likely) != 1:
        raise _binary(name)
    failures: list[str] = []
    text = _strictly(data, likely[0], name, failures)
    if text is None or "\0" in text:
        raise _binary(name) if text else refusal(name, f"is damaged UTF-16: {failures[0]}", _SAVE)
    return text


def _detect(data: bytes, name: str, failures: list[str]) -> str:
    """Neither marked nor UTF-8: Big5, or UTF-16 that has no mark and no NUL."""
    found = {codec: text for codec in _BIG5 if (text := _strictly(data, codec, name, failures)) is not None}
    found = {codec: text for codec, text in list(found.items())[:1] if _looks_chinese(text)}
    for codec in _UTF16:
        if len(data) % 2 == 0 and _is_readable(data[: 2 * _SAMPLE].decode(codec, "replace")):
            text = _strictly(data, codec, name, failures)
            found |= {codec: text} if text is not None else {}
    rival = _reads_as_gb(data)
    if len(found) == 1 and not rival:
        return next(iter(found.values()))
    if found:
        readings = " and ".join([_NAMES[codec] for codec in found] + ["GB18030"] * rival)
        raise refusal(name, f"reads as {readings} alike", _SAVE)
    if len(_CONTROL.findall(data[:_SAMPLE].decode("latin-1"))) > len(data[:_SAMPLE]) // 50:
        raise _binary(name)
    hint = "; it looks like GB18030 (simplified Chinese)" if rival else ""
    tried = "; ".join(failures or ["UTF-8", "UTF-16", "Big5"])
    raise refusal(name, f"is in no encoding that reads it cleanly (tried {tried}; UTF-16{hint})", _SAVE)


def _strictly(data: bytes, codec: str, name: str, failures: list[str]) -> str | None:
    """The text, or None with the reason added to ``failures``; raises when only the last character is cut."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if _is_cut(error) and _is_sure(data[: error.start].decode(codec), codec):
            raise _cut(name, codec, error.start) from error
        failures.append(f"{_NAMES.get(codec, codec)} stops at byte {error.start}")
        return None
    if codec in _BIG5 and not _looks_chinese(text):
        failures.append(f"{_NAMES[codec]} gives no Chinese that makes sense")
    return text


def _is_cut(error: UnicodeDecodeError) -> bool:
    return error.end >= len(error.object) and error.reason in _CUT_REASONS


def _is_sure(before: str, codec: str) -> bool:
    if codec in _UTF16:
        return _is_readable(before[:_SAMPLE])
    return not before.isascii() if codec == "utf-8" else _looks_chinese(before)


def _looks_chinese(text: str) -> bool:
    """Whether most ideographs are among the 5,401 that Big5 holds to be in common use."""
    ideographs = _IDEOGRAPH.findall(text[:_SAMPLE])
    common = _common_ideographs()
    return bool(ideographs) and sum(char in common for char in ideographs) >= _COMMON_SHARE * len(ideographs)


def _is_readable(text: str) -> bool:
    common = _common_ideographs()
    known = sum(char in common or _PLAIN.match(char) is not None for char in text)
    return bool(text) and known >= _READABLE_SHARE * len(text)


def _is_garbage(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > len(sample) // 20


def _reads_as_big5(data: bytes) -> bool:
    try:
        return _looks_chinese(data[:_SAMPLE].decode("cp950"))
    except UnicodeDecodeError:
        return False


def _reads_as_gb(data: bytes) -> bool:
    """Whether GB18030 reads it too, with nine ideographs in ten from its first level (rows 16 to 55)."""
    try:
        pairs = [char.encode("gb18030") for char in _IDEOGRAPH.findall(data.decode("gb18030")[:_SAMPLE])]
    except UnicodeDecodeError:
        return False
    first_level = sum(len(pair) == 2 and 0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs)
    return bool(pairs) and first_level >= 0.9 * len(pairs)


@lru_cache(maxsize=1)
def _common_ideographs() -> frozenset[str]:
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    pairs = (bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
    return frozenset("".join(pair.decode("big5", "ignore") for pair in pairs))


def _cut(name: str, codec: str, at: int) -> InputError:
    return refusal(name, f"ends in the middle of a {_NAMES.get(codec, codec)} character at byte {at}", _FETCH)


def _binary(name: str) -> InputError:
    return refusal(name, "holds NUL or control characters and so is binary", "give it as text, PDF, DOCX or ODT")
