"""What is not known, and the foot that every form ends with (note form, Every form ends with)."""

import re
from collections.abc import Iterator, Sequence

from relational_screen.catalogue.checklist import Question
from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Bullets, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.shortening import cut
from relational_screen.screening.note.signed import read_and_signed
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.review import rests_on_changed_text
from relational_screen.screening.scope import open_gates, questions_in_scope

SHORT_HASH = 12
LONGEST_TITLE = 300
"""Letters of a title in the foot, which a title may not crowd out."""


def unknown(wording: Wording, most: int | None = None, longest: int | None = None) -> Iterator[Block]:
    """Yield what depends, what is not known and what has not been examined.

    With `most`, the weightiest of so many questions are told and the rest counted; with `longest`, what was written
    about each is cut to so many letters.
    """
    screening = wording.screening
    asked = questions_in_scope(screening.state, screening.catalogue)
    weights = screening.catalogue.method.factors("weight")
    by_weight = sorted(asked, key=lambda question: -weights[question.weight]) if most else asked
    items = [text for question in by_weight if (text := _open_question(wording, question, longest))]
    if most and len(items) > most:
        items[most - 1 :] = [wording.get("unknown-more", count=wording.count(len(items) - most + 1))]
    missing = [question.title.get(wording.language) for question in asked if screening.answer(question.id) is None]
    if missing:
        number, titles = wording.result.progress.asked, wording.join(missing)
        items.append(wording.get("unknown-not-examined", count=len(missing), asked=number, titles=titles))
    gates = open_gates(screening.state, screening.catalogue)
    if gates:
        items.append(wording.get("unknown-gates", count=len(gates)))
    if items:
        yield Bullets(tuple(items))


def _open_question(wording: Wording, question: Question, longest: int | None) -> str:
    """Return what is said of a question whose answer leaves it open, or nothing."""
    answer, title = wording.screening.answer(question.id), question.title.get(wording.language)
    if answer is None or not answer.is_open:
        return ""
    reason = _after(_within(sentence(answer.reason), longest))
    if answer.status != "depends":
        return wording.get("unknown-unknown", title=title, reason=reason)
    depends_on, decided_by = (
        _clause(_within(text, longest), wording.language) for text in (answer.depends_on, answer.decided_by)
    )
    text = wording.get("unknown-depends", title=title, depends_on=depends_on, decided_by=decided_by, reason=reason)
    return text.replace("….", "…")


def _within(text: str, longest: int | None) -> str:
    return text if longest is None else cut(" ".join(text.split()), longest)


def contradictions(wording: Wording, findings: Sequence[Finding], most: int | None = None) -> Iterator[Block]:
    """Yield the contradictions that a review found and that are left open; with `most`, the rest are counted."""
    texts = [item.text.get(wording.language) for item in findings if item.level == "contradiction"]
    if most and len(texts) > most:
        texts[most - 1 :] = [wording.get("contradictions-more", count=wording.count(len(texts) - most + 1))]
    if texts:
        yield Bullets(tuple(texts))


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
        title=wording.quoted(cut(proposal.title, LONGEST_TITLE)),
        stage=wording.label("stage", proposal.stage),
        dated=wording.get("foot-dated", date=wording.date(proposal.date)) if proposal.date else "",
        date=day(wording),
        responsible=_responsible(wording),
        reader=read_and_signed(wording),
    )


def _responsible(wording: Wording) -> str:
    proposal = wording.screening.state.proposal
    parts = [part for part in (proposal.responsible, proposal.unit, proposal.authority) if part]
    return ", ".join(parts) if parts else wording.get("foot-no-responsible")


def _from_draft(wording: Wording) -> str:
    draft = wording.screening.state.draft
    if draft is None:
        return wording.get("foot-no-draft")
    sha, number = draft.sha256[:SHORT_HASH], len(wording.screening.state.drafts)
    if number == 1:
        return wording.get("foot-draft", name=draft.name, hash=sha)
    date = wording.date(draft.attached)
    return wording.get("foot-draft-version", name=draft.name, number=number, date=date, hash=sha)


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


def _clause(text: str, language: Language) -> str:
    """Return a user's text as it goes on inside a sentence; in Danish a clause is set off by a comma."""
    inside = " ".join(text.split()).rstrip(".")
    is_clause = language == "da" and re.match(r"(hv\w+|om|at)\b", inside, re.IGNORECASE)
    return f", {inside}" if is_clause else f" {inside}"


def _after(text: str) -> str:
    return f" {text}" if text else ""
