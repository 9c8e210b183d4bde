"""How the terms of the graph are said to people, and how days are written.

Always true: every event, lineage step, role, level and status has its words here, Chinese and English; nothing else
says them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph.vocabulary import EdgeType, Level, Role, Status

E = EdgeType


class Language(StrEnum):
    """In which language a picture or a report speaks; quotes stay in that of the minutes."""

    ZH = "zh"
    EN = "en"


class Calendar(StrEnum):
    """In which calendar days are written."""

    ROC = "roc"
    ISO = "iso"


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in both languages.

    >>> Words("更名", "renamed").both
    'renamed 更名'
    """

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """The words in this language."""
        return self.zh if language is Language.ZH else self.en

    @property
    def both(self) -> str:
        """English first, Chinese beside it, as a terminal shows them."""
        return f"{self.en} {self.zh}"


HAPPENED: dict[EdgeType, Words] = {
    E.PROPOSED_AT: Words("提案", "proposed"),
    E.ESTABLISHED_AT: Words("成案", "established"),
    E.CONTINUED_AT: Words("持續列管", "continued"),
    E.DELISTING_RECOMMENDED_AT: Words("提請解列", "delisting recommended"),
    E.DELISTED_AT: Words("解除列管", "delisted"),
    E.ROUTINISED_AT: Words("轉為例行", "made routine"),
    E.DEFERRED_AT: Words("暫不列管", "deferred"),
    E.REFERRED_TO: Words("移請他組", "referred to another group"),
    E.REJECTED_AT: Words("不同意成案", "rejected"),
    E.WITHDRAWN_AT: Words("撤案", "withdrawn"),
    E.REOPENED_AT: Words("恢復列管", "reopened"),
    E.EXPANDED_AT: Words("擴大辦理", "expanded"),
    E.DISCUSSED_AT: Words("討論", "discussed"),
    E.RENAMED_TO: Words("更名", "renamed"),
    E.MERGES_INTO: Words("合併", "merged"),
    E.SPLITS_INTO: Words("分案", "split"),
    E.CHAIRS: Words("主席", "chair"),
    E.RECORDS: Words("紀錄", "recorder"),
    E.HOSTS: Words("主辦", "host"),
}
STANDS: dict[Status, Words] = {
    Status.PROPOSED: Words("提案中", "proposed"),
    Status.ESTABLISHED: Words("已成案", "established"),
    Status.CONTINUED: Words("列管中", "tracked"),
    Status.DELISTING_RECOMMENDED: Words("提請解列", "delisting recommended"),
    Status.DELISTED: Words("已解列", "delisted"),
    Status.REJECTED: Words("未成案", "rejected"),
    Status.WITHDRAWN: Words("已撤案", "withdrawn"),
    Status.DEFERRED: Words("暫不列管", "deferred"),
    Status.RENAMED: Words("已更名", "renamed"),
    Status.MERGED: Words("已合併", "merged"),
    Status.SPLIT: Words("已分案", "split"),
    Status.LAPSED: Words("未再列入", "lapsed"),
}
DOES: dict[Role, Words] = {
    Role.PROPOSER: Words("提案", "proposer"),
    Role.RESPONSIBLE: Words("主責", "responsible"),
    Role.HOST: Words("主辦", "host"),
    Role.INVITED: Words("受邀", "invited"),
    Role.PARTICIPANT: Words("參與", "participant"),
    Role.MENTIONED: Words("提及", "mentioned"),
}
SITS: dict[Level, Words] = {
    Level.MAYOR: Words("市長層級", "mayors"),
    Level.DEPUTY_MAYOR: Words("副市長層級", "deputy mayors"),
    Level.WORKING_GROUP: Words("小組", "working group"),
    Level.OTHER: Words("其他", "other"),
}

_DAY = re.compile(r"(?:民國)?(\d{2,4})(?:[-./年](\d{1,2}))?(?:[-./月](\d{1,2})日?)?[年月]?")


def day(iso: str, calendar: Calendar) -> str:
    """A day in a picture or a table.

    >>> day("2024-02-27", Calendar.ROC), day("2024-02-27", Calendar.ISO)
    ('113/2/27', '2024-02-27')
    """
    if calendar is Calendar.ISO:
        return iso
    year, *rest = iso.split("-")
    return "/".join([str(int(year) - 1911), *(str(int(part)) for part in rest)])


def day_in_both(iso: str | None) -> str:
    """A day as a terminal shows it: ISO 8601 first, the ROC calendar beside it.

    >>> day_in_both("2024-02-27"), day_in_both(None)
    ('2024-02-27 (民國113.2.27)', '(no date 日期不詳)')
    """
    if iso is None:
        return "(no date 日期不詳)"
    return f"{iso} (民國{day(iso, Calendar.ROC).replace('/', '.')})"


def day_before(iso: str) -> str:
    """The ISO day before a day.

    >>> day_before("2024-01-01")
    '2023-12-31'
    """
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def iso_day(text: str, *, first: bool = False) -> str:
    """The ISO day a reader means; ValueError for what is no day.

    A month or year named alone means its last day, or its first one where asked for.

    >>> iso_day("2024-02-27"), iso_day("113.2.27"), iso_day("民國113年2月"), iso_day("2023", first=True)
    ('2024-02-27', '2024-02-27', '2024-02-29', '2023-01-01')
    """
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no day; write 2024-02-27 or 113.2.27")
    year = int(match[1]) + (1911 if int(match[1]) < 1000 else 0)
    month = int(match[2] or (1 if first else 12))
    last = 1 if first else monthrange(year, month)[1]
    return date(year, month, int(match[3] or last)).isoformat()
