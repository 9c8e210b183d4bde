"""Outline → ParsedMinutes: what every sitting says of its cases, with the words that say so."""

from loaders.minutes.parser import parse

__all__ = ["parse"]
