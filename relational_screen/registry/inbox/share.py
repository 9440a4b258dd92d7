"""Shares as what they are: a part of a number, so that they can be added up over screenings and never hide how few."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a number of things."""

    part: int
    of: int

    @property
    def value(self) -> Fraction | None:
        """The share from 0 to 1, or None of nothing."""
        return Fraction(self.part, self.of) if self.of else None

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.of + other.of)

    def as_json(self) -> dict[str, Any]:
        """Return the share as JSON data, its value with three decimals."""
        return {"part": self.part, "of": self.of, "share": in_decimals(self.value)}


def in_decimals(number: Fraction | None) -> float | None:
    """Return a number rounded half up to three decimals, for JSON data."""
    return None if number is None else math.floor(number * 1000 + Fraction(1, 2)) / 1000
