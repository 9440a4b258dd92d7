"""Places in a draft as a lawyer cites them: »§ 1, nr. 2 og 4«, »§ 3, stk. 1-3«, »§ 2, nr. 10, jf. § 24 i«."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise

Join = Callable[[Sequence[str]], str]

SHORTEST_RUN = 3
"""How many numbers in a row are written as »1-3«; two are written »1 og 2«."""

_NUMBERED = re.compile(r"(.*\b(?:nr\.|stk\.|litra|pkt\.|afsnit) )([\w.]+)|(§ )(\d+(?: [a-zæøå])?)")


def cited(labels: Iterable[str], join: Join) -> list[str]:
    """Return labels with those of one provision that follow each other put together.

    Only labels that are alike up to their last number are put together, so that nothing is cited that is not meant.
    """
    parted = [label.partition(", jf. ") for label in dict.fromkeys(labels)]
    return [
        text
        for item, found in groupby(parted, key=lambda parts: parts[0] if parts[1] else "")
        for text in _of_item(item, list(found), join)
    ]


def _of_item(item: str, found: Sequence[tuple[str, str, str]], join: Join) -> list[str]:
    """Return the provisions that an amending item inserts as one text, other provisions each by itself."""
    inside = _together([inserted or whole for whole, _by, inserted in found], join)
    return [f"{item}, jf. {_listed(inside, join)}"] if item else inside


def _listed(parts: list[str], join: Join) -> str:
    """Join provisions; where one has a comma of its own, a comma stands before the last: »§ 1, stk. 2, og § 3«."""
    if len(parts) < 2 or not any(", " in part for part in parts):
        return join(parts)
    return join([", ".join(parts[:-1]) + ",", parts[-1]])


def _together(labels: Sequence[str], join: Join) -> list[str]:
    together = []
    for stem, parts in groupby(map(_split, labels), key=lambda part: part[0]):
        lasts = sorted((last for _stem, last in parts), key=_order)
        together.append(f"{_plural(stem, lasts)}{join(_runs(lasts))}")
    return together


def _split(label: str) -> tuple[str, str]:
    """Return a label's stem and its last number or letter: »§ 2, nr. « and »1«."""
    found = _NUMBERED.fullmatch(label)
    return (found[1] or found[3], found[2] or found[4]) if found else (label, "")


def _plural(stem: str, lasts: Sequence[str]) -> str:
    return "§§ " if stem == "§ " and len(lasts) > 1 else stem


def _order(number: str) -> list[tuple[int, str]]:
    """Return what numbers are sorted by, so that 10 comes after 9 and 24 h after 24."""
    return [(int(digits or 0), letters) for digits, letters in re.findall(r"(\d+)|([^\W\d]+)", number)]


def _runs(numbers: Sequence[str]) -> list[str]:
    """Return sorted numbers with those in a row as »1-3«."""
    runs: list[list[str]] = [[numbers[0]]]
    for before, number in pairwise(numbers):
        if number.isdecimal() and before.isdecimal() and int(number) == int(before) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [part for run in runs for part in ([f"{run[0]}-{run[-1]}"] if len(run) >= SHORTEST_RUN else run)]
