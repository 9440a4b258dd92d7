"""What a draft may touch, and what a new version of it did to the answers, in words for the command line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from relational_screen.app.files import read_draft
from relational_screen.app.language import _, language_in_use, ngettext
from relational_screen.app.session import Session
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.drafts.signals import THRESHOLD, Pointer
from relational_screen.drafts.suggestions import Suggestions, suggest
from relational_screen.drafts.versions import Change, Fate, changes
from relational_screen.screening.links import Link

MOST_PASSAGES = 3


def suggestions_of(catalogue: Catalogue, draft: Path) -> Suggestions:
    """Return what a draft file may touch.

    Raises:
        ScreenError: the draft cannot be read.
    """
    return suggest(read_draft(draft), catalogue.checklists)


def told_suggestions(found: Suggestions, catalogue: Catalogue, language: Language) -> Iterator[str]:
    """Yield the arenas that a draft seems to touch, each with what was found for its gates and questions."""
    for checklist in catalogue.checklists:
        arena = found.arenas[checklist.id]
        title = checklist.title.get(language)
        if not arena.in_scope:
            yield _("{arena}: nothing found.").format(arena=title)
            continue
        yield f"{title}:"
        for gate in checklist.gates:
            yield f"  {gate.question.get(language)} {told_gate(found.gates[gate.id])}"
        for question in checklist.questions:
            best = [one for one in found.questions[question.id][:MOST_PASSAGES] if one.words and one.score >= THRESHOLD]
            if best:
                yield f"    {question.title.get(language)}: {'; '.join(map(_told, best))}"


def told_gate(pointers: tuple[Pointer, ...]) -> str:
    """Return what the draft says to a gate."""
    if not pointers:
        return _("Nothing found.")
    return _("Yes, because {passage}.").format(passage=_told(pointers[0]))


def told_links(session: Session) -> Iterator[str]:
    """Yield every passage that answers rest on, with its fate and, where it changed, the difference."""
    for link in session.links():
        title = session.catalogue.question(link.question).title
        yield f"{link.label}: {fate(link)} ({title.get(language_in_use())})"
        if link.fate == "changed" and link.now:
            yield "    " + " ".join(map(_marked, changes(link.was, link.now.text)))


def links_json(session: Session) -> list[dict[str, Any]]:
    """Return the same as JSON data; the README documents the keys."""
    return [
        {
            "question": link.question,
            "label": link.label,
            "fate": link.fate,
            "now": link.now.label if link.now else None,
            "difference": [
                {"kind": change.kind, "words": change.words}
                for change in (changes(link.was, link.now.text) if link.fate == "changed" and link.now else ())
            ],
        }
        for link in session.links()
    ]


def fates(links: Sequence[Link]) -> str:
    """Return how many passages met which fate, in words."""
    found = Counter(link.fate for link in links)
    told: dict[Fate, str] = {
        "unchanged": ngettext("{count} unchanged", "{count} unchanged", found["unchanged"]),
        "moved": ngettext("{count} moved", "{count} moved", found["moved"]),
        "changed": ngettext("{count} changed", "{count} changed", found["changed"]),
        "gone": ngettext("{count} gone", "{count} gone", found["gone"]),
    }
    return ", ".join(words.format(count=found[name]) for name, words in told.items() if found[name])


def fate(link: Link) -> str:
    """Return what became of a passage, in words."""
    words = {
        "unchanged": _("unchanged"),
        "moved": _("moved to {label}"),
        "changed": _("changed"),
        "gone": _("gone from the draft"),
    }
    if link.fate == "changed" and link.now and link.now.label != link.label:
        return _("changed, now {label}").format(label=link.now.label)
    return words[link.fate].format(label=link.now.label if link.now else "")


def _told(pointer: Pointer) -> str:
    return _("{label} mentions »{words}«").format(label=pointer.label, words=", ".join(pointer.words))


def _marked(change: Change) -> str:
    """Return a run of words as a plain terminal shows it: [-gone-] and {+come+}."""
    return {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}[change.kind].format(change.words)
