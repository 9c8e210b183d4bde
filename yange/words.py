"""How the terms of the graph are said to people, in English and in Chinese, and how days are written.

Always true: every event, lineage step, role, level and status has its words here; a day is ISO 8601 first, the ROC
calendar beside it.
"""

from __future__ import annotations

import re

from graph.vocabulary import EdgeType, Level, Role, Status

E = EdgeType
HAPPENED: dict[EdgeType, str] = {
    E.PROPOSED_AT: "proposed 提案",
    E.ESTABLISHED_AT: "established 成案",
    E.CONTINUED_AT: "continued 持續列管",
    E.DELISTING_RECOMMENDED_AT: "delisting recommended 提請解列",
    E.DELISTED_AT: "delisted 解除列管",
    E.ROUTINISED_AT: "made routine 轉為例行",
    E.DEFERRED_AT: "deferred 暫不列管",
    E.REFERRED_TO: "referred to another group 移請他組",
    E.REJECTED_AT: "rejected 不同意成案",
    E.WITHDRAWN_AT: "withdrawn 撤案",
    E.REOPENED_AT: "reopened 恢復列管",
    E.EXPANDED_AT: "expanded 擴大辦理",
    E.DISCUSSED_AT: "discussed 討論",
    E.RENAMED_TO: "renamed 更名",
    E.MERGES_INTO: "merged 合併",
    E.SPLITS_INTO: "split 分案",
    E.CHAIRS: "chair 主席",
    E.RECORDS: "recorder 紀錄",
    E.HOSTS: "host 主辦",
}
STANDS: dict[Status, str] = {
    Status.PROPOSED: "proposed 提案中",
    Status.ESTABLISHED: "established 已成案",
    Status.CONTINUED: "tracked 列管中",
    Status.DELISTING_RECOMMENDED: "delisting recommended 提請解列",
    Status.DELISTED: "delisted 已解列",
    Status.REJECTED: "rejected 未成案",
    Status.WITHDRAWN: "withdrawn 已撤案",
    Status.DEFERRED: "deferred 暫不列管",
    Status.RENAMED: "renamed 已更名",
    Status.MERGED: "merged 已合併",
    Status.SPLIT: "split 已分案",
    Status.LAPSED: "lapsed 未再列入",
}
DOES: dict[Role, str] = {
    Role.PROPOSER: "proposer 提案",
    Role.RESPONSIBLE: "responsible 主責",
    Role.HOST: "host 主辦",
    Role.INVITED: "invited 受邀",
    Role.PARTICIPANT: "participant 參與",
    Role.MENTIONED: "mentioned 提及",
}
SITS: dict[Level, str] = {
    Level.MAYOR: "mayors 市長層級",
    Level.DEPUTY_MAYOR: "deputy mayors 副市長層級",
    Level.WORKING_GROUP: "working group 小組",
    Level.OTHER: "other 其他",
}

_DAY = re.compile(r"(?:民國)?(\d{2,4})(?:[-./年](\d{1,2}))?(?:[-./月](\d{1,2})日?)?[年月]?")


def day(iso: str | None) -> str:
    """A day for a reader.

    >>> day("2024-02-27"), day(None)
    ('2024-02-27 (民國113.2.27)', '(no date 日期不詳)')
    """
    if iso is None:
        return "(no date 日期不詳)"
    year, *rest = iso.split("-")
    return f"{iso} (民國{'.'.join([str(int(year) - 1911), *(str(int(part)) for part in rest)])})"


def iso_day(text: str) -> str:
    """The ISO day a reader means, the last one of a month or year named alone; ValueError for what is no day.

    >>> iso_day("2024-02-27"), iso_day("113.2.27"), iso_day("民國113年2月"), iso_day("2023")
    ('2024-02-27', '2024-02-27', '2024-02-29', '2023-12-31')
    """
    from calendar import monthrange
    from datetime import date

    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no day; write 2024-02-27 or 113.2.27")
    year = int(match[1]) + (1911 if int(match[1]) < 1000 else 0)
    month = int(match[2] or 12)
    return date(year, month, int(match[3] or monthrange(year, month)[1])).isoformat()
