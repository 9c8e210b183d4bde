"""For what a picture is laid out.

Always true: lengths are points; no text of a profile is smaller than 8 points, and a picture is drawn in its size: it
is split over pages where it is too large, never shrunk.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
"""Points in a millimetre."""


class ProfileName(StrEnum):
    """Where a picture will be seen."""

    SCREEN = "screen"
    A4_PORTRAIT = "a4-portrait"
    A4_LANDSCAPE = "a4-landscape"
    SLIDE = "slide"


EDGE = 6.0
"""The border that every drawing leaves empty around its shapes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A page and the sizes of its text."""

    name: ProfileName
    page_width: float
    page_height: float | None
    """None: as high as it needs."""
    margin: float
    title: float
    text: float
    small: float

    @property
    def width(self) -> float:
        """Room for a picture between the margins."""
        return self.page_width - 2 * self.margin

    @property
    def height(self) -> float | None:
        """Room for a picture and its caption between the margins."""
        return None if self.page_height is None else self.page_height - 2 * self.margin

    @property
    def inner_width(self) -> float:
        """Room for the shapes of a picture."""
        return self.width - 2 * EDGE

    @property
    def inner_height(self) -> float | None:
        """Room for the shapes of a picture."""
        return None if self.height is None else self.height - 2 * EDGE


PROFILES: dict[ProfileName, Profile] = {
    profile.name: profile
    for profile in (
        Profile(ProfileName.SCREEN, 1100, None, 10, 18, 10.5, 9),
        Profile(ProfileName.A4_PORTRAIT, 210 * MM, 297 * MM, 18 * MM, 13, 9, 8),
        Profile(ProfileName.A4_LANDSCAPE, 297 * MM, 210 * MM, 15 * MM, 14, 9.5, 8),
        Profile(ProfileName.SLIDE, 960, 540, 24, 20, 12, 10.5),
    )
}
