"""Two screenings side by side: variants of a proposal, or one screening on two dates (method 1.0, Alternatives)."""

from collections.abc import Iterator
from dataclasses import dataclass

from relational_screen.catalogue.checklist import Question
from relational_screen.catalogue.model import Language
from relational_screen.screening.document import Block, Bullets, Heading, NoteDocument, Paragraph, Table
from relational_screen.screening.note.closing import day, short_hash
from relational_screen.screening.note.compare_answers import answer_told, must_told, pair_told
from relational_screen.screening.note.naming import SHORT_HASH, file_name
from relational_screen.screening.note.opening import bottom_line
from relational_screen.screening.note.people import people
from relational_screen.screening.note.tables import EVERYTHING
from relational_screen.screening.note.wording import Wording, sentence
from relational_screen.screening.result import Result
from relational_screen.screening.screening import Screening
from relational_screen.screening.turning import RELEVANCE, turning


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it is called (»A«, »før høringen«), the screening and its result."""

    label: str
    screening: Screening
    result: Result


@dataclass(frozen=True, slots=True)
class _Both:
    """The words of both sides. What both are called comes from the later one, whose catalogue is the reference."""

    labels: tuple[str, str]
    before: Wording
    after: Wording

    def get(self, name: str, **values: object) -> str:
        before, after = self.labels
        return self.after.get(name, before=before, after=after, **values)

    def table(self, name: str, first: str, rows: list[tuple[str, str, str]]) -> Iterator[Block]:
        """Yield a heading and a table with a column for each side, or nothing where there are no rows."""
        if rows:
            title, header = self.get(f"{name}-title"), (self.get(f"column-{first}"), *self.labels)
            yield Heading(title, 2)
            yield Table(self.get("compare-table", title=title), self.get(f"{name}-description"), header, tuple(rows))


def compare_note(before: Side, after: Side, language: Language) -> NoteDocument:
    """Return the comparison as a note: verdicts, groups, what must be addressed, and the answers that differ."""
    first, second = (Wording(side.screening, side.result, language, EVERYTHING) for side in (before, after))
    both = _Both((before.label, after.label), first, second)
    blocks: list[Block] = [
        Heading(both.get("compare-heading")),
        Paragraph(_line(both), "lead"),
        *_turned_by(both),
        Paragraph(f"{second.quoted(before.label)}: {bottom_line(first)}"),
        Paragraph(f"{second.quoted(after.label)}: {bottom_line(second)}"),
        *_arenas(both),
        *_groups(both),
        *_must_be_addressed(both),
        *_gates(both),
        *_answers(both),
        *_about(both),
    ]
    subject = second.screening.state.proposal.title
    return NoteDocument(
        title=f"{both.get('compare-heading')}: {subject}",
        language=language,
        subject=subject,
        footer=both.get("compare-footer", first=short_hash(first), second=short_hash(second)),
        blocks=tuple(blocks),
        name=f"{file_name(second, 'compare')}_{short_hash(first)[:SHORT_HASH]}",
    )


def _line(both: _Both) -> str:
    """Return the two bottom lines in one sentence."""
    first, second = (one.label("verdict", one.result.bottom_line) for one in (both.before, both.after))
    if both.before.result.bottom_line == both.after.result.bottom_line:
        return both.get("compare-same-line", line=second)
    return both.get("compare-other-line", first=first, second=second)


def _turned_by(both: _Both) -> Iterator[Block]:
    """Yield why the bottom lines differ."""
    if both.before.result.bottom_line == both.after.result.bottom_line:
        return
    screenings = both.before.screening, both.after.screening
    found = turning(screenings[0].state, screenings[1].state, screenings[1].catalogue)
    items = found.alone or found.together
    if not items:
        yield Paragraph(both.get("compare-turned-by-content"))
        return
    yield Paragraph(both.get("compare-turned-alone" if found.alone else "compare-turned-together", count=len(items)))
    yield Bullets(tuple(_turner(both, item) for item in items))


def _turner(both: _Both, item: str) -> str:
    if item == RELEVANCE:
        return both.get("compare-relevance")
    catalogue = both.after.screening.catalogue
    title = catalogue.question(item).title.get(both.after.language)
    return both.get("compare-turner", arena=both.after.arena(item.partition(".")[0]), title=title)


def _arenas(both: _Both) -> Iterator[Block]:
    """Yield the verdicts, with raising and lowering side by side."""
    arenas = dict.fromkeys([*both.before.result.arenas, *both.after.result.arenas])
    rows = []
    for arena in arenas:
        named = both.after if arena in both.after.result.arenas else both.before
        rows.append((named.arena(arena), _verdict(both.before, arena), _verdict(both.after, arena)))
    yield from both.table("compare-arenas", "arena", rows)


def _verdict(wording: Wording, arena: str) -> str:
    result = wording.result.arenas.get(arena)
    if result is None:
        return wording.get("compare-not-in-scope")
    verdict = wording.label("verdict", result.verdict)
    return wording.get("compare-verdict", verdict=sentence(verdict)[:-1], pair=pair_told(wording, result.pair))


def _groups(both: _Both) -> Iterator[Block]:
    """Yield who gains and who loses."""
    named = {group for one in (both.before, both.after) for group in (*one.result.groups, *one.screening.state.groups)}
    known = {group.id: one for one in (both.before, both.after) for group in one.screening.catalogue.groups}
    rows = [
        (sentence(known[name].group(name))[:-1], _group(both.before, name), _group(both.after, name))
        for name in known
        if name in named
    ]
    yield from both.table("compare-groups", "group", rows)


def _group(wording: Wording, name: str) -> str:
    pair, choice = wording.result.groups.get(name), wording.screening.state.groups.get(name)
    if pair is None and choice is None:
        return "–"
    told = wording.get("compare-people", people=people(wording, choice))
    return (
        f"{told} {sentence(pair_told(wording, pair))}" if pair else f"{told} {wording.get('compare-no-effect-named')}"
    )


def _must_be_addressed(both: _Both) -> Iterator[Block]:
    """Yield what must be addressed, question by question."""
    questions = dict.fromkeys(
        item.question for one in (both.before, both.after) for item in one.result.must_be_addressed
    )
    rows = [(_title(both, name), must_told(both.before, name), must_told(both.after, name)) for name in questions]
    yield from both.table("compare-must", "question", rows)


def _gates(both: _Both) -> Iterator[Block]:
    """Yield the gates that are answered differently."""
    sides = (both.before, both.after)
    gates = [gate for checklist in both.after.screening.catalogue.checklists for gate in checklist.gates]
    rows = []
    for gate in gates:
        given = [one.screening.state.gates.get(gate.id) for one in sides]
        if given[0] != given[1]:
            told = [both.after.label("gate", one) if one else both.get("full-not-examined") for one in given]
            rows.append((gate.question.get(both.after.language), told[0], told[1]))
    yield from both.table("compare-gates", "question", rows)


def _answers(both: _Both) -> Iterator[Block]:
    """Yield the questions whose answers differ, each with its reasons."""
    rows, only_once = [], 0
    for question in _questions(both):
        told = answer_told(both.before, question), answer_told(both.after, question)
        if _is_set_aside_once(both, question.id):
            only_once += 1
        elif told[0] != told[1]:
            rows.append((question.title.get(both.after.language), *told))
    yield from both.table("compare-answers", "question", rows)
    if not rows:
        yield Paragraph(both.get("compare-same-answers"))
    if only_once:
        yield Paragraph(both.get("compare-only-once", count=only_once))


def _is_set_aside_once(both: _Both, question: str) -> bool:
    """Whether a question is asked on one side only, and is answered there as if nothing changed."""
    asking = [one.screening for one in (both.before, both.after) if one.screening.asks(question)]
    answer = asking[0].answer(question) if len(asking) == 1 else None
    return answer is not None and answer.status in ("no_effect", "not_applicable")


def _questions(both: _Both) -> list[Question]:
    """Return the questions of both catalogues, each once, in the later one's order."""
    found: dict[str, Question] = {}
    for one in (both.after, both.before):
        for checklist in one.screening.catalogue.checklists:
            found |= {question.id: question for question in checklist.questions if question.id not in found}
    return list(found.values())


def _title(both: _Both, question: str) -> str:
    return next(item for item in _questions(both) if item.id == question).title.get(both.after.language)


def _about(both: _Both) -> Iterator[Block]:
    """Yield what the two are: proposal, stage, dates, draft, versions and hashes."""
    names = ("proposal", "stage", "date", "draft", "complete", "versions", "id", "hash")
    first, second = _facts(both.before), _facts(both.after)
    rows = [(both.get(f"compare-about-{name}"), first[name], second[name]) for name in names]
    yield from both.table("compare-about", "fact-of", rows)


def _facts(wording: Wording) -> dict[str, str]:
    state, catalogue, done = wording.screening.state, wording.screening.catalogue, wording.result.progress
    used = [catalogue.checklist(arena) for arena in wording.result.arenas]
    versions = [f"{checklist.title.get(wording.language)} {checklist.version}" for checklist in used]
    return {
        "proposal": state.proposal.title,
        "stage": wording.label("stage", state.proposal.stage),
        "date": day(wording),
        "draft": f"{state.draft.name} ({state.draft.sha256[:12]})" if state.draft else "–",
        "complete": wording.get("compare-complete", answered=done.answered, asked=done.asked),
        "versions": wording.get(
            "compare-versions", method=wording.result.method, checklists=", ".join(versions) or "–"
        ),
        "id": state.id,
        "hash": short_hash(wording),
    }
