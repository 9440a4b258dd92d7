"""Marks as a person writes them, KIND:NAME[:PART], so that every cell of a table leads to its screenings."""

from relational_screen.errors import N_, ScreenError
from relational_screen.registry.inbox.bitmaps import Mark

PLAIN = ("authority", "kind", "stage", "method", "relevance", "certainty", "month", "verdict", "quality")
"""The kinds with a name, which is all that stands after the first colon."""

PARTED = ("arena", "raises", "lowers", "group_raises", "group_lowers", "remedy", "follow_up")
"""The kinds with a name and a part: verdict, mechanism, band, measure, or what came of it."""

BARE = ("must_be_addressed",)
"""The kinds without a name."""


def read_mark(text: str) -> Mark:
    """Return the mark that a text names, such as `lowers:housing:places`; without its part it stands for any part.

    Raises:
        ScreenError: there is no such kind of mark, or its name is missing.
    """
    kind, colon, rest = text.partition(":")
    if kind in BARE and not colon:
        return Mark(kind)
    if kind in PLAIN and colon:
        return Mark(kind, rest)
    name, _, part = rest.partition(":")
    if kind in PARTED and name:
        return Mark(kind, name, part)
    raise ScreenError(
        N_("{mark} names nothing that screenings are counted by."),
        N_("Write it as KIND:NAME or KIND:NAME:PART. The kinds are {kinds}; {bare} has no name."),
        mark=text,
        kinds=", ".join((*PLAIN, *PARTED)),
        bare=", ".join(BARE),
    )


def written(mark: Mark) -> str:
    """Return a mark as it is written; `read_mark` gives it back."""
    if mark.kind in BARE:
        return mark.kind
    return ":".join(mark if mark.part else mark[:2])


def bears(mark: Mark, wanted: Mark) -> bool:
    """Whether a mark is the wanted one, which without a part stands for any part."""
    return mark[:2] == wanted[:2] and wanted.part in ("", mark.part)
