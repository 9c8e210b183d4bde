"""What a document's lines gave rise to, and which sentences that look like decisions gave nothing.

Always true: coverage is a pure function of one parsed document; it reads, and changes nothing.
"""

from loaders.coverage.account import Coverage, Gap, Line, Part, Why, coverage
from loaders.coverage.labels import Unknown
from loaders.coverage.passages import Gave

__all__ = ["Coverage", "Gap", "Gave", "Line", "Part", "Unknown", "Why", "coverage"]
