"""Help for the tests of body finding: one call that reads a sentence and says whom it names."""

from __future__ import annotations

from loaders.bodies import BodyFinder, Found, Setting
from loaders.folding import flow, fold

FOUR = "基北北桃合作交流平臺"
TWO = "雙北合作交流平臺"


def read(
    text: str,
    host: str | None = None,
    agency: str | None = None,
    platform: str = FOUR,
    document: str | None = None,
    subject: tuple[str, ...] = (),
) -> tuple[Found, ...]:
    """What a finder made from ``document`` (else the text) finds in the text."""
    finder = BodyFinder(fold(document or text))
    setting = Setting(host, agency, platform, finder.members(platform, None))
    return finder.find(flow(fold(text), [(0, len(text))]).text, setting, subject)


def named(text: str, host: str | None = None, agency: str | None = None, **rest: object) -> list[str]:
    """Names of all bodies found, in order."""
    return [body.name for found in read(text, host, agency, **rest) for body in found.bodies]  # type: ignore[arg-type]
