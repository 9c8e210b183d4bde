"""Whether a stretch of a name reads as words: a dictionary with frequencies, and what it makes of a text.

Always true: nothing is loaded before the first question; the same text always gets the same answer.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

from loaders.identity.likeness import simplified
from loaders.lexicon.data import read

_LONGEST = 5
_UNKNOWN = -18.0
_SINGLE = -9.0
_LEXICON = -12.0
_COMMON = -11.6
_CENTIBEL = math.log(10) / 100


@lru_cache(maxsize=65536)
def reading(text: str) -> tuple[float, tuple[str, ...]]:
    """The most plausible division of a text into words. In: some characters. Out: its log-likelihood, and the words."""
    plain, weigh = simplified(text), _weights().get
    likelihood, first = [0.0], [0]
    for end in range(1, len(plain) + 1):
        best, begins = likelihood[end - 1] + min(weigh(plain[end - 1], _UNKNOWN), _SINGLE), end - 1
        for start in range(max(0, end - _LONGEST), end - 1):
            weight = weigh(plain[start:end])
            if weight is not None and likelihood[start] + weight > best:
                best, begins = likelihood[start] + weight, start
        likelihood.append(best)
        first.append(begins)
    words, end = [], len(plain)
    while end:
        words.append(text[first[end] : end])
        end = first[end]
    return likelihood[-1], tuple(reversed(words))


def is_word(text: str) -> bool:
    """Whether the dictionary has a word."""
    return simplified(text) in _weights()


def is_common(text: str) -> bool:
    """Whether a word is so common that it means itself and is no abbreviation."""
    return _weights().get(simplified(text), _UNKNOWN) > _COMMON


@cache
def _weights() -> dict[str, float]:
    """Word → logarithm of its frequency, in simplified characters; a file of the package that is not to be imported."""
    import gzip

    import msgpack  # type: ignore[import-untyped]

    file = Path(str(distribution("wordfreq").locate_file("wordfreq/data/large_zh.msgpack.gz")))
    bins = msgpack.unpackb(gzip.decompress(file.read_bytes()))[1:]
    weights = {word: -step * _CENTIBEL for step, words in enumerate(bins) for word in words}
    for word in simplified(" ".join(read("words.toml")["words"].split())).split():
        weights[word] = max(weights.get(word, _LEXICON), _LEXICON)
    return weights
