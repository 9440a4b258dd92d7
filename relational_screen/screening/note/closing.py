"""What is not known, and the foot that every form ends with (note form, Every form ends with)."""

import re
from collections.abc import Iterator, Sequence

from relational_screen.catalogue.model import Language
from relational_screen.screening.answers import Answer
from relational_screen.screening.document import Block, Bullets, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.review import rests_on_changed_text
from relational_screen.screening.scope import open_gates, questions_in_scope

SHORT_HASH = 12


def unknown(wording: Wording) -> Iterator[Block]:
    """Yield what depends, what is not known and what has not been examined."""
    screening = wording.screening
    items: list[str] = []
    missing: list[str] = []
    for question in questions_in_scope(screening.state, screening.catalogue):
        answer, title = screening.answer(question.id), question.title.get(wording.language)
        if answer is None:
            missing.append(title)
        elif answer.status == "depends":
            items.append(_depends(wording, title, answer))
        elif answer.is_open:
            items.append(wording.get("unknown-unknown", title=title, reason=_after(sentence(answer.reason))))
    asked = wording.result.progress.asked
    if missing:
        items.append(wording.get("unknown-not-examined", count=len(missing), asked=asked, titles=wording.join(missing)))
    gates = open_gates(screening.state, screening.catalogue)
    if gates:
        items.append(wording.get("unknown-gates", count=len(gates)))
    if items:
        yield Bullets(tuple(items))


def contradictions(wording: Wording, findings: Sequence[Finding]) -> Iterator[Block]:
    """Yield the contradictions that a review found and that are left open."""
    texts = tuple(item.text.get(wording.language) for item in findings if item.level == "contradiction")
    if texts:
        yield Bullets(texts)


def foot(wording: Wording) -> Iterator[Block]:
    """Yield when, by whom, from what and how completely the screening was made."""
    yield Paragraph(" ".join([_made(wording), _from_draft(wording)]), "small")
    if wording.result.bottom_line not in ("not_relevant", "not_tested"):
        yield Paragraph(_complete(wording), "small")
    yield Paragraph(_versions(wording), "small")
    changed = [
        question.title.get(wording.language)
        for question in questions_in_scope(wording.screening.state, wording.screening.catalogue)
        if (answer := wording.screening.answer(question.id)) and rests_on_changed_text(wording.screening, answer)
    ]
    if changed:
        yield Paragraph(wording.get("foot-changed", titles=wording.join(changed)), "small")


def short_hash(wording: Wording) -> str:
    """Return the beginning of the content hash, as it is printed."""
    return wording.screening.state.content_hash[:SHORT_HASH]


def day(wording: Wording) -> str:
    """Return the date the note speaks of: that of the last change."""
    return wording.date(wording.screening.state.changed)


def _made(wording: Wording) -> str:
    proposal = wording.screening.state.proposal
    return wording.get(
        "foot",
        kind=wording.label("kind", proposal.kind),
        title=proposal.title,
        stage=wording.label("stage", proposal.stage),
        dated=wording.get("foot-dated", date=wording.date(proposal.date)) if proposal.date else "",
        date=day(wording),
        responsible=_responsible(wording),
        reader=wording.get("foot-no-reader"),
    )


def _responsible(wording: Wording) -> str:
    proposal = wording.screening.state.proposal
    parts = [part for part in (proposal.responsible, proposal.unit, proposal.authority) if part]
    return ", ".join(parts) if parts else wording.get("foot-no-responsible")


def _from_draft(wording: Wording) -> str:
    draft = wording.screening.state.draft
    if draft is None:
        return wording.get("foot-no-draft")
    return wording.get("foot-draft", name=draft.name, hash=draft.sha256[:SHORT_HASH])


def _complete(wording: Wording) -> str:
    done = wording.result.progress
    return wording.get(
        "foot-complete",
        answered=done.answered,
        asked=done.asked,
        undecided=done.undecided,
        not_examined=done.not_examined,
    )


def _versions(wording: Wording) -> str:
    catalogue = wording.screening.catalogue
    used = [catalogue.checklist(arena) for arena in wording.result.arenas] or list(catalogue.checklists)
    return wording.get(
        "foot-versions",
        method=wording.result.method,
        checklists=", ".join(f"{checklist.title.get(wording.language)} {checklist.version}" for checklist in used),
        id=wording.screening.state.id,
        hash=short_hash(wording),
    )


def _depends(wording: Wording, title: str, answer: Answer) -> str:
    return wording.get(
        "unknown-depends",
        title=title,
        depends_on=_clause(answer.depends_on, wording.language),
        decided_by=_clause(answer.decided_by, wording.language),
        reason=_after(sentence(answer.reason)),
    )


def _clause(text: str, language: Language) -> str:
    """Return a user's text as it goes on inside a sentence; in Danish a clause is set off by a comma."""
    inside = " ".join(text.split()).rstrip(".")
    is_clause = language == "da" and re.match(r"(hv\w+|om|at)\b", inside, re.IGNORECASE)
    return f", {inside}" if is_clause else f" {inside}"


def _after(text: str) -> str:
    return f" {text}" if text else ""
