"""A report made by hand from the bundled samples: pictures, many footnotes, a table of several pages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from visualizations.drawing.profile import PROFILES, Profile, ProfileName
from visualizations.drawing.shapes import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Group,
    Rect,
    Shape,
    Text,
    curve,
    polyline,
)
from visualizations.drawing.shapes import (
    Path as Line,
)
from visualizations.drawing.style import BAND, CITIES, ENDED, GRID, INK, LANE, MERGED, PAPER
from visualizations.drawing.typography import shorten
from visualizations.report.blocks import Block, Column, Figure, Heading, Note, Paragraph, Report, Span, Table
from visualizations.words import Language

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])(「?[^：。]{4,40}?」?(?:一?案)?)：(.{12,}。)$"
)


def decisions() -> list[tuple[str, str, str]]:
    """Every listed decision of the samples: sitting, case, words."""
    found, sitting = [], ""
    for path in sorted(SAMPLES.glob("*教育文化組*.txt")) + sorted(SAMPLES.glob("*產業民生組*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.endswith("紀錄") and not line.startswith(("壹", "案")):
                sitting = line.strip()
            elif match := _ITEM.match(line.strip()):
                found.append((sitting, match[1].strip("「」案一 "), match[2]))
    return found


def note(sitting: str, words: str) -> Note:
    return Note(f"{sitting}：「{words}」")


def lanes(profile: Profile, cases: int = 8) -> Drawing:
    """Lanes on an axis, as wide as the profile's page allows."""
    width, text, small = profile.width, profile.text, profile.small
    meetings = ("112-1", "112-2", "112-3", "113-1", "113-2", "113-3", "114-1")
    left, top, pitch = width * 0.26, profile.title * 3.6, text * 3.4
    xs = [left + 16 + (width - left - 90) * index / (len(meetings) - 1) for index in range(len(meetings))]
    height = top + cases * pitch + text * 2
    shapes: list[Shape] = [Text(0, profile.title, "教育文化組合作案沿革", profile.title, INK, bold=True)]
    names = list(dict.fromkeys(case for _, case, _ in decisions()))[:cases]
    for lane in range(0, cases, 2):
        shapes.append(Rect(Box(0, top + lane * pitch, width, pitch), BAND))
    for x, meeting in zip(xs, meetings, strict=True):
        shapes.append(Line(polyline([(x, top - 4), (x, top + cases * pitch)]), stroke=GRID))
        shapes.append(Text(x, top - 10, meeting, text, INK, Anchor.MIDDLE, bold=True))
    for lane, name in enumerate(names):
        y = top + (lane + 0.62) * pitch
        last = 3 + lane % 4
        held: list[Shape] = [
            Line(
                curve((left - 30, y - 8), (left - 8, y - 8), (left - 8, y), (xs[0] - 6, y)),
                stroke=MERGED,
                stroke_width=1.6,
            ),
            Line(polyline([(xs[0], y), (xs[last], y)]), stroke=LANE, stroke_width=3),
            *(Circle(x, y, 3.6, PAPER, LANE, 1.6) for x in xs[:last]),
            Rect(Box(xs[last] - 2.5, y - 7, 5, 14), ENDED, radius=1),
            Text(xs[last] + 8, y + small * 0.35, "解列", small, ENDED),
            Text(left - 34, y - 5, shorten(name, small, left - 40), small, INK, Anchor.END),
            Text(xs[0] + 8, y - 7, shorten(name, text, (xs[last] - xs[0]) * 0.9), text, INK, bold=True),
        ]
        shapes.append(Group(tuple(held), f"case-{lane}", "case", name))
    return Drawing(
        width,
        height,
        "教育文化組合作案沿革",
        f"{len(names)} 案自 112-1 至 114-1 會議之沿革，皆已解列。",
        tuple(shapes),
        0,
    )


def matrix(profile: Profile) -> Drawing:
    """Agencies by cases."""
    agencies = [
        f"{city}政府{bureau}" for city in ("臺北市", "新北市", "桃園市", "基隆市") for bureau in ("教育局", "文化局")
    ]
    cases = list(dict.fromkeys(case for _, case, _ in decisions()))[:9]
    text, size = profile.text, profile.text * 2.2
    left, top = 11 * text, 8 * text
    shapes: list[Shape] = []
    for column, case in enumerate(cases):
        x = left + (column + 0.5) * size
        shapes.append(
            Text(
                x,
                top - text * (2.2 if column % 2 else 1),
                shorten(case, profile.small, size * 1.9),
                profile.small,
                INK,
                Anchor.MIDDLE,
            )
        )
    for row, agency in enumerate(agencies):
        y = top + row * size
        shapes.append(Text(left - 8, y + size * 0.62, agency, text, INK, Anchor.END))
        for column in range(len(cases)):
            shapes.append(Rect(Box(left + column * size, y, size, size), stroke=GRID, stroke_width=0.6))
            if (row * 5 + column * 3) % 4 < 2:
                shapes.append(Circle(left + (column + 0.5) * size, y + size / 2, size * 0.28, CITIES[row // 2]))
    return Drawing(
        left + len(cases) * size + 2,
        top + len(agencies) * size + 2,
        "機關與合作案",
        "八個機關參與九案之情形。",
        tuple(shapes),
        0,
    )


def tall(profile: Profile) -> Drawing:
    """A picture that leaves a page room for little but its caption."""
    high = (profile.height or 1200) - 4 * profile.text
    return replace(
        lanes(profile, cases=int((high - profile.title * 3.6 - profile.text * 2) / (profile.text * 3.4))),
        title="全頁圖",
    )


def demo(name: ProfileName = ProfileName.A4_PORTRAIT, language: Language = Language.ZH, rows: int = 60) -> Report:
    """The report."""
    profile = PROFILES[name]
    told = decisions()
    notes = [note(sitting, words) for sitting, _, words in told]
    blocks: list[Block] = [
        Heading("摘要"),
        Paragraph(
            (
                Span("本期間教育文化組共召開 7 次工作小組會議"),
                Span("，新增合作案 5 案", (notes[0],)),
                Span("、更名 1 案", (notes[1], notes[2])),
                Span("、解除列管 3 案", (notes[3],)),
                Span("；其餘各案", (notes[0],)),
                Span("持續列管", bold=True),
                Span("，逐案說明如后。各縣市執行情形依會議紀錄所載，未載明者不予推定。"),
            )
        ),
        Paragraph(
            (Span("資料來源：「基北北桃合作交流平臺」教育文化組 112 年至 114 年工作小組會議紀錄；日期以民國紀年。"),),
            small=True,
        ),
        Heading("案件沿革"),
    ]
    for index, (sitting, case, words) in enumerate(told[4:10], 4):
        blocks += [
            Heading(case, 2),
            Paragraph(
                (
                    Span(f"{sitting}就本案作成決議", (notes[index],)),
                    Span(f"：{words}"),
                    Span("同前次會議", (notes[index - 3],)),
                    Span("。"),
                )
            ),
        ]
        if index == 6:
            blocks.append(
                Figure(lanes(profile), (Span("教育文化組合作案沿革，民國 112 年至 114 年", (notes[12], notes[13])),))
            )
    blocks += [
        Heading("跨機關合作"),
        Paragraph((Span("各機關參與情形如圖，圓點表示該機關於該案之會議紀錄中具名。"),)),
        Figure(matrix(profile), (Span("機關與合作案之關係"),)),
        Heading("列管表"),
        Table(
            "各案最近一次決議",
            (Column("項次", 0.7, number=True), Column("合作案", 2), Column("會議", 2), Column("決議", 5)),
            tuple(
                (
                    (Span(str(number)),),
                    (Span(case, bold=number % 7 == 0),),
                    (Span(sitting),),
                    (Span(words, (notes[(number * 3) % 25],) if number % 2 else ()),),
                )
                for number, (sitting, case, words) in enumerate((told * 4)[:rows], 1)
            ),
        ),
        Figure(tall(profile), (Span("全部案件沿革"),)),
        Heading("結語"),
        Paragraph((Span("以上各項均可查對原紀錄。", tuple(notes[14:25])),)),
    ]
    return Report(
        "教育文化組合作案沿革報告",
        "基北北桃合作交流平臺，民國 112 年 6 月至 114 年 3 月",
        language,
        profile,
        tuple(blocks),
    )
