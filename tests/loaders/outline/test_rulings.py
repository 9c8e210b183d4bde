"""A ruling at the end of a list's last member hangs where what it speaks of hangs."""

from __future__ import annotations

import pytest

from loaders.lexicon.headings import Heading
from loaders.outline.tree import Section
from tests.loaders.outline._reading import tree

LIST = "壹、列管案件\n一、夜航渡輪加班\n辦理情形：已完成。\n二、燈塔聯合開放\n辦理情形：施工中。\n"


def _ruling_at(text: str) -> Section:
    """The section right above the only ruling of a text."""

    def holders(section: Section) -> list[Section]:
        here = [section] if any(child.heading is Heading.RESOLUTION for child in section.children) else []
        return [*here, *(found for child in section.children for found in holders(child))]

    (holder,) = (found for section in tree(text) for found in holders(section))
    return holder


@pytest.mark.parametrize(
    "ruling", ["以上2案均持續列管。", "第一案解除列管，第二案持續列管。", "各案均洽悉，持續列管。"]
)
def test_a_ruling_about_earlier_members_hangs_on_the_list(ruling: str) -> None:
    assert _ruling_at(f"{LIST}決議：{ruling}\n").body.text == "列管案件"


def test_a_ruling_about_its_own_member_stays_there() -> None:
    assert _ruling_at(f"{LIST}決議：本案持續列管。\n").body.text == "燈塔聯合開放"


def test_where_earlier_members_have_rulings_each_keeps_its_own() -> None:
    text = LIST.replace("已完成。\n", "已完成。\n決議：解除列管。\n") + "決議：以上2案均持續列管。\n"
    rulings = [child.heading for member in tree(text)[0].children for child in member.children]
    assert rulings.count(Heading.RESOLUTION) == 2
