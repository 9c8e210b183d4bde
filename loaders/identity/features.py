"""What a comparison of two names answers, and the reasons it gives, in Chinese and in English.

Always true: every answer carries at least one reason; a reason names the characters that it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loaders.identity.usage import Usage


class Verdict(StrEnum):
    """The three answers."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Reason(StrEnum):
    """What can speak for or against two names being one case."""

    SPELLING = "spelling"
    REMARK = "remark"
    OTHER_REMARK = "other_remark"
    NUMBER = "number"
    PLACE = "place"
    KIND = "kind"
    OPPOSITE = "opposite"
    FILLER = "filler"
    OTHER_FILLER = "other_filler"
    ABBREVIATION = "abbreviation"
    SYNONYM = "synonym"
    ORDER = "order"
    OTHER_ORDER = "other_order"
    SUBTITLE = "subtitle"
    VARIANT = "variant"
    DOUBLED = "doubled"
    SLIP = "slip"
    ALIKE_WORDS = "alike_words"
    OTHER_WORD = "other_word"
    LONGER = "longer"
    ALIAS = "alias"
    NEIGHBOURS = "neighbours"
    TOGETHER = "together"
    USAGE = "usage"
    BOTH_USED = "both_used"


_SENTENCES: dict[Reason, tuple[str, str]] = {
    Reason.SPELLING: ("去除寫法差異後完全相同", "equal once spelling is taken away"),
    Reason.REMARK: ("括號註記「{}」「{}」不屬名稱", "a remark in brackets ({} / {}) is no part of the name"),
    Reason.OTHER_REMARK: ("括號註記不同：「{}」與「{}」", "the remarks differ: {} and {}"),
    Reason.NUMBER: ("年度、期別或數目不同：「{}」與「{}」", "other year, phase or number: {} and {}"),
    Reason.PLACE: ("地點不同：「{}」與「{}」", "other places: {} and {}"),
    Reason.KIND: ("同類異事：「{}」與「{}」", "two of one kind that exclude each other: {} and {}"),
    Reason.OPPOSITE: ("相對的字：「{}」與「{}」", "characters that exclude each other: {} and {}"),
    Reason.FILLER: ("只差虛詞：「{}」與「{}」", "only words that say nothing differ: {} and {}"),
    Reason.OTHER_FILLER: ("泛稱不同：「{}」與「{}」", "other general words: {} and {}"),
    Reason.ABBREVIATION: ("「{}」是「{}」的簡稱", "{} abbreviates {}"),
    Reason.SYNONYM: ("「{}」與「{}」是同一事物的兩種說法", "{} and {} are two words for one thing"),
    Reason.ORDER: ("用字相同，只是次序不同", "the same words in another order"),
    Reason.OTHER_ORDER: (
        "次序不同，意思可能也不同：「{}」與「{}」",
        "another order, which may mean another thing: {} and {}",
    ),
    Reason.SUBTITLE: ("一方多了副題：「{}{}」", "one side has a subtitle: {}{}"),
    Reason.VARIANT: ("異體或簡體字：「{}」與「{}」", "two forms of one character: {} and {}"),
    Reason.DOUBLED: ("重複或漏字：「{}{}」", "doubled or dropped: {}{}"),
    Reason.SLIP: (
        "「{}」與「{}」形音相近，且只有一方成詞：筆誤",
        "{} and {} sound or look alike and one is no word: a slip",
    ),
    Reason.ALIKE_WORDS: (
        "「{}」與「{}」形音相近，但看不出是筆誤",
        "{} and {} sound or look alike, but neither is clearly a slip",
    ),
    Reason.OTHER_WORD: ("「{}」與「{}」是兩個詞", "{} and {} are two words"),
    Reason.LONGER: ("一方多了「{}{}」", "one side also says {}{}"),
    Reason.ALIAS: ("明言是同一案的別稱", "one is said to be short for the other"),
    Reason.NEIGHBOURS: ("相鄰兩次會議的同一項次", "the same item of neighbouring sittings"),
    Reason.USAGE: ("會議紀錄中各寫 {} 次與 {} 次", "minutes write so {} and {} times"),
    Reason.BOTH_USED: ("會議紀錄中兩種寫法都常見（{} 次與 {} 次）", "minutes write both ({} and {} times)"),
    Reason.TOGETHER: ("同一次會議分列兩者", "one sitting lists both"),
}


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """One reason, and the characters of the two names that it is about."""

    reason: Reason
    left: str = ""
    right: str = ""

    @property
    def chinese(self) -> str:
        """The reason in a short sentence."""
        return _SENTENCES[self.reason][0].format(self.left, self.right)

    @property
    def english(self) -> str:
        """The same in English."""
        return _SENTENCES[self.reason][1].format(self.left, self.right)

    def turned(self) -> Feature:
        """The reason with the names exchanged."""
        return Feature(self.reason, self.right, self.left)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What minutes say besides the names; None where it is not known."""

    neighbours: bool | None = None
    """The two stand in neighbouring sittings of one group."""
    same_item: bool | None = None
    same_proposer: bool | None = None
    shared_program: bool | None = None
    alias: bool | None = None
    """The minutes quote one as short for the other (以下簡稱)."""
    listed_together: bool | None = None
    """One sitting lists both."""
    usage: Usage | None = None
    """How often minutes write what."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two names mean one case, how much alike they are, and why."""

    left: str
    right: str
    verdict: Verdict
    score: float
    features: tuple[Feature, ...]
