"""Words that say what a body does in a case's item, as compiled patterns. The words are data (roles.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import Pattern

from loaders.lexicon.data import compiled, read


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Every pattern of roles.toml."""

    nobody: Pattern[str]
    proposer_before: Pattern[str]
    proposer_after: Pattern[str]
    proposes_together: Pattern[str]
    proposes_quoted: Pattern[str]
    undecided_before: Pattern[str]
    invited_before: Pattern[str]
    responsible_before: Pattern[str]
    charged_before: Pattern[str]
    charged_after: Pattern[str]
    sends_in: Pattern[str]
    does: Pattern[str]
    leads_before: Pattern[str]
    leads_after: Pattern[str]
    helps_before: Pattern[str]
    helps_after: Pattern[str]
    host_after: Pattern[str]
    participant: Pattern[str]
    proposer_remark: Pattern[str]
    proposing_group: Pattern[str]
    group_proposes: Pattern[str]


@cache
def role_words() -> RoleWords:
    """The patterns."""
    return compiled(RoleWords, read("roles.toml"))
