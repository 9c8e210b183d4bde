"""Whether two names mean one case, and why: spelling, vetoes, filler, abbreviation, order, and at last single edits.

Always true: the order of the names does not matter; SAME is answered only where every difference is explained as
spelling, filler, abbreviation, order or slip; a veto outweighs everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Indel, Levenshtein

from loaders.identity import likeness
from loaders.identity.edits import judged
from loaders.identity.features import Comparison, Evidence, Feature, Reason, Verdict
from loaders.identity.normal import unspelt
from loaders.identity.remarks import Bare, bare
from loaders.identity.shortening import contracted, subtitle
from loaders.identity.vetoes import listed, vetoes
from loaders.identity.words import is_word
from loaders.lexicon.discriminators import discriminators

_BOTH_USED, _OFTEN = 3, 20
"""How often both spellings of a slip are written when it is none, and how often one when the other is a slip."""
_NOTHING_KNOWN = Evidence()
_BANDS = {Verdict.DIFFERENT: (0.0, 0.3), Verdict.UNSURE: (0.3, 0.4), Verdict.SAME: (0.7, 0.3)}
_VETOES = frozenset({Reason.NUMBER, Reason.PLACE, Reason.KIND, Reason.OPPOSITE})
_APART = _VETOES | {Reason.OTHER_WORD}
_EDITS = frozenset({Reason.SLIP, Reason.DOUBLED})
_OPEN = frozenset({Reason.OTHER_REMARK, Reason.OTHER_FILLER, Reason.OTHER_ORDER, Reason.ALIKE_WORDS, Reason.LONGER})


def compare(left: str, right: str, evidence: Evidence = _NOTHING_KNOWN) -> Comparison:
    """Compare two names. In: the names as written, and what else is known. Out: the answer with its reasons.

    >>> compare("公車轉乘優惠", "公車轉乘優惠案").verdict.value, compare("捷運第一期", "捷運第二期").verdict.value
    ('same', 'different')
    """
    a, b = bare(left), bare(right)
    x, y = unspelt(a.name), unspelt(b.name)
    if (len(x), x) <= (len(y), y):
        features = tuple(_features(a, b, x, y))
    else:
        features = tuple(feature.turned() for feature in _features(b, a, y, x))
    verdict = _verdict(features)
    more: tuple[Feature, ...] = ()
    if evidence is not _NOTHING_KNOWN:
        verdict, more = _weighed(verdict, features, evidence)
    if not more and evidence.usage:
        verdict, more = _used(verdict, features, *evidence.usage.compare(x, y))
    low, width = _BANDS[verdict]
    score = round(low + width * Indel.normalized_similarity(x, y), 3)
    return Comparison(left, right, verdict, score, (*features, *more))


def _weighed(verdict: Verdict, features: tuple[Feature, ...], known: Evidence) -> tuple[Verdict, tuple[Feature, ...]]:
    """The answer when what is known besides the names is counted in."""
    reasons = {feature.reason for feature in features}
    if reasons & _VETOES:
        return verdict, ()
    if known.alias:
        return Verdict.SAME, (Feature(Reason.ALIAS),)
    if known.listed_together and Reason.SPELLING not in reasons:
        less = Verdict.UNSURE if verdict is Verdict.SAME else Verdict.DIFFERENT
        return less, (Feature(Reason.TOGETHER),)
    told = (known.same_item, known.same_proposer, known.shared_program)
    if verdict is Verdict.UNSURE and known.neighbours and any(told) and False not in told:
        return Verdict.SAME, (Feature(Reason.NEIGHBOURS),)
    return verdict, ()


def _used(verdict: Verdict, features: tuple[Feature, ...], one: int, other: int) -> tuple[Verdict, tuple[Feature, ...]]:
    """The answer when it counts how often either spelling is written."""
    reasons = {feature.reason for feature in features}
    seldom, often = sorted((one, other))
    if verdict is Verdict.SAME and Reason.SLIP in reasons and seldom >= _BOTH_USED:
        return Verdict.UNSURE, (Feature(Reason.BOTH_USED, str(one), str(other)),)
    if verdict is Verdict.UNSURE and reasons & _OPEN == {Reason.ALIKE_WORDS} and seldom <= 1 and often >= _OFTEN:
        return Verdict.SAME, (Feature(Reason.USAGE, str(one), str(other)),)
    return verdict, ()


def prepare(names: Iterable[str]) -> None:
    """Load what comparing these names may need, so that no comparison has to wait for it."""
    likeness.prepare("".join(names))
    is_word("")
    discriminators()


def _verdict(features: tuple[Feature, ...]) -> Verdict:
    verdict = Verdict.SAME
    for feature in features:
        if feature.reason in _APART:
            return Verdict.DIFFERENT
        if feature.reason in _OPEN:
            verdict = Verdict.UNSURE
    edits = [feature.reason for feature in features if feature.reason in _EDITS]
    shortened = any(feature.reason is Reason.ABBREVIATION for feature in features)
    return Verdict.UNSURE if shortened and len(edits) > 1 else verdict  # what an abbreviation leaves is no slip


def _features(a: Bare, b: Bare, x: str, y: str) -> Iterator[Feature]:
    if x == y:
        yield from _remarks(a, b)
        return
    if not x or not y:
        yield Feature(Reason.OTHER_WORD, x, y)
        return
    if (a.remarks and y in a.aliases) or (b.remarks and x in b.aliases):
        yield Feature(Reason.ALIAS)
        return
    after = subtitle(a.name, b.name, x, y)
    written = x, y
    x, y = discriminators().common(x), discriminators().common(y)
    if x == y:
        yield from _synonyms(*written)
        return
    u, v, short = contracted(x, y)
    against = vetoes(u, v)
    if against:
        yield from against
        return
    if after and (a.remarks or b.remarks) and after.reason is Reason.SUBTITLE:
        yield Feature(Reason.OTHER_REMARK, after.left, after.right)  # A（甲） and A（乙）
        return
    if after:
        yield after
        return
    here, there = set(x), set(y)
    if len(here & there) * 2 < min(len(here), len(there)):
        yield Feature(Reason.OTHER_WORD, x, y)
        return
    yield from short
    yield from _differences(u, v)


def _remarks(a: Bare, b: Bare) -> Iterator[Feature]:
    one, other = "、".join(a.remarks), "、".join(b.remarks)
    if _places(one) and _places(other) and _places(one) != _places(other):
        yield Feature(Reason.OTHER_REMARK, one, other)
    elif one != other:
        yield Feature(Reason.REMARK, one, other)
    yield Feature(Reason.SPELLING)


def _differences(x: str, y: str) -> Iterator[Feature]:
    """What is left between two names when synonyms and empty words are taken out, step by step."""
    said = discriminators()
    u, v = (said.particles.sub("", name) for name in (x, y))
    if u != v and (u, v) != (x, y) and Levenshtein.distance(x, y, score_cutoff=2) <= 2:
        whole = tuple(judged(x, y))
        if _verdict(whole) is Verdict.SAME:
            yield from whole
            return
    if u == v:
        if x != y:
            yield Feature(Reason.FILLER, *_around(x, y))
        return
    if min(len(u), len(v)) < 2:
        yield Feature(Reason.LONGER, *_around(x, y))
        return
    if (u, v) != (x, y):
        u, v, short = contracted(u, v)
        yield from short
    p, q = (said.kinds.sub("", name) for name in (u, v))
    if _jumbled(u, v):
        yield from _order(u, v)
    elif min(len(p), len(q)) >= 4 and (p, q) != (u, v) and _jumbled(p, q):
        yield from _order(p, q)
        yield _kinds(said.kinds.findall(u), said.kinds.findall(v))
    else:
        yield from judged(u, v)


def _jumbled(u: str, v: str) -> bool:
    """Whether two names are made of the same characters."""
    return len(u) == len(v) and sorted(u) == sorted(v)


def _kinds(here: list[str], there: list[str]) -> Feature:
    """General words that one side has, or that one has for another."""
    more, less = Counter(here) - Counter(there), Counter(there) - Counter(here)
    return Feature(Reason.OTHER_FILLER if more and less else Reason.FILLER, "".join(more), "".join(less))


def _places(name: str) -> list[str]:
    row_of = discriminators().row_of
    return [word for word in listed(name) if row_of[word] == "place"]


def _synonyms(x: str, y: str) -> Iterator[Feature]:
    """The words for one thing of which each side has one."""
    for other, usual in discriminators().synonyms.items():
        if (other in x) != (other in y):
            yield Feature(Reason.SYNONYM, *((other, usual) if other in x else (usual, other)))


def _around(x: str, y: str) -> tuple[str, str]:
    """The stretches in which two names differ."""
    start = next((i for i, (a, b) in enumerate(zip(x, y, strict=False)) if a != b), min(len(x), len(y)))
    end = 0
    while end < min(len(x), len(y)) - start and x[-1 - end] == y[-1 - end]:
        end += 1
    return x[start : len(x) - end], y[start : len(y) - end]


def _order(u: str, v: str) -> Iterator[Feature]:
    """The same characters in another order: words exchanged, or a slip of the pen."""
    if u == v:
        return
    one, other = _around(u, v)
    here, there = _places(u), _places(v)
    swapped_words = len(one) == 2 and not one.isascii() and is_word(one) and is_word(other)
    swapped_places = here != there and (sorted(here) != sorted(there) or discriminators().towards.search(u))
    yield Feature(Reason.OTHER_ORDER if swapped_words or swapped_places else Reason.ORDER, one, other)
