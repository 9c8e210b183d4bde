"""Documents that tests of identity are made of: the samples, and short minutes of an invented platform."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.interchange import ParsedDocument
from loaders.minutes import parse
from loaders.reading.document import Document

ROOT = Path(__file__).parents[3]
HEADER = """{platform}合作交流平臺「海洋組」114年第{ordinal}次工作會議紀錄
時間：114年{month}月6日下午2時
地點：801會議室
主席：施副局長若梅
"""


@cache
def samples() -> tuple[ParsedDocument, ...]:
    paths = sorted((ROOT / "samples").glob("*.txt"))
    return tuple(parse(Document(path.read_text("utf-8"), path.name, path.stem)) for path in paths)


def sitting(ordinal: int, *rows: str, platform: str = "霧嵐") -> ParsedDocument:
    """Minutes of a sitting whose list has these rows."""
    head = HEADER.format(platform=platform, ordinal=ordinal, month=ordinal + 2)
    lines = ["壹、列管案件辦理情形", *(f"{n}、{row}" for n, row in zip("一二三四五", rows, strict=False))]
    return parse(Document(head + "\n".join(lines) + "\n", f"{platform}{ordinal}.txt", ""))


def tracked(*cases: str) -> list[str]:
    return [f"「{case}」：持續列管。" for case in cases]
