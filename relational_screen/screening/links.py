"""What becomes of the passages that answers rest on when the draft comes in a new version."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from relational_screen.drafts.draft import Draft, Passage
from relational_screen.drafts.versions import Fate, match
from relational_screen.screening.answers import Answer, PassageRef
from relational_screen.screening.passages import refs_of


@dataclass(frozen=True, slots=True)
class Link:
    """A passage that an answer rests on: the label and text it had, its fate, and the passage it is now."""

    question: str
    label: str
    fate: Fate
    was: str
    now: Passage | None


def moves(answers: Mapping[str, Answer], draft: Draft) -> list[dict[str, str]]:
    """Return the references whose text stands unchanged at another label of a new version, as event data."""
    found = {}
    for ref in (ref for answer in answers.values() for ref in refs_of(answer)):
        to = _moved_to(ref, draft)
        if to is not None:
            found[ref.label, ref.hash] = {"label": ref.label, "hash": ref.hash, "to": to.label}
    return list(found.values())


def links(
    answers: Mapping[str, Answer], versions: Sequence[Draft], moved: Sequence[Mapping[str, str]] = ()
) -> tuple[Link, ...]:
    """Return every link of every answer, held against the last of the draft's versions.

    A link that does not stand there any more is followed from the latest version in which it stood. One that never
    stood anywhere is gone. `moved` are the moves that came with the last version.
    """
    if not versions:
        return ()
    before = {(move["to"], move["hash"]): move["label"] for move in moved}
    return tuple(_told_as_moved(link, before) for link in _links(answers, versions))


def _links(answers: Mapping[str, Answer], versions: Sequence[Draft]) -> Iterator[Link]:
    current, became = versions[-1], _Became(versions)
    for question, answer in answers.items():
        for ref in dict.fromkeys(refs_of(answer)):
            passage = current.find(ref.label)
            if passage is not None and ref.hash in ("", passage.hash):
                yield Link(question, ref.label, "unchanged", passage.text, passage)
            else:
                yield became.link(question, ref)


def _told_as_moved(link: Link, before: Mapping[tuple[str, str], str]) -> Link:
    """Return a link that went along with a passage as moved from the label it had."""
    came_from = before.get((link.label, link.now.hash)) if link.now and link.fate == "unchanged" else None
    return replace(link, label=came_from, fate="moved") if came_from else link


class _Became:
    """Follows references from older versions; versions are held against each other once."""

    def __init__(self, versions: Sequence[Draft]) -> None:
        self._older = tuple(reversed(versions[:-1]))
        self._matches = cache(lambda number: match(self._older[number], versions[-1]))

    def link(self, question: str, ref: PassageRef) -> Link:
        for number, version in enumerate(self._older):
            was = version.find(ref.label)
            if was is not None and was.hash == ref.hash:
                found = self._matches(number)[was.label]
                return Link(question, ref.label, found.fate, was.text, found.now)
        return Link(question, ref.label, "gone", "", None)


def _moved_to(ref: PassageRef, draft: Draft) -> Passage | None:
    """Return the passage that holds a reference's text under another label; of several the one labelled most alike."""
    if not ref.hash:
        return None
    alike = [passage for passage in draft.passages if passage.hash == ref.hash]
    if not alike or any(passage.label == ref.label for passage in alike):
        return None
    from rapidfuzz.fuzz import ratio

    return max(alike, key=lambda passage: ratio(passage.label, ref.label))
