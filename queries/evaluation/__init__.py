"""How well an extracted graph agrees with what careful readers wrote down by hand."""

from queries.evaluation.score import Evaluation, Score, TypeScore, evaluate

__all__ = ["Evaluation", "Score", "TypeScore", "evaluate"]
