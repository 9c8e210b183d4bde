"""Folded text → the cities, agencies and organisations it names: full names, short names, 本市, 四市, 該局."""

from loaders.bodies.finder import BodyFinder
from loaders.bodies.setting import NOWHERE, Found, Setting

__all__ = ["NOWHERE", "BodyFinder", "Found", "Setting"]
