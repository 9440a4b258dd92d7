"""The three questions that a politician can ask: of what must be addressed, what is open, and what rests on least."""

from collections.abc import Iterator
from itertools import chain

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.answers import DIRECTIONS, PassageRef
from relational_screen.screening.document import Block, Bullets, Heading
from relational_screen.screening.note.one_page_closing import asked, open_questions
from relational_screen.screening.note.shortening import Page, cut
from relational_screen.screening.scope import open_gates

QUESTIONS = 3
WEAKEST_FIRST = ("assumption", "practice", "research")
ADDRESSEES = {"bill": "minister", "executive_order": "minister", "local_plan": "administration"}


Asked = tuple[str, str]
"""What a question is about, and its words."""


def questions(page: Page) -> Iterator[Block]:
    """Yield three questions, rather of three subjects; each names its subject and the place in the draft."""
    kind = page.wording.screening.state.proposal.kind
    urgent = list(_must(page)), list(_open(page)), list(_weak(page))
    chosen: dict[str, str] = {}
    for candidates in urgent * QUESTIONS:
        new = next((asked for asked in candidates if asked[0] not in chosen), None)
        if new:
            chosen.setdefault(*new)
    rest = (words for _, words in chain(*urgent, _other(page)))
    found = dict.fromkeys([*chosen.values(), *rest])
    yield Heading(page.get(f"ask-{ADDRESSEES.get(kind, 'either')}"), 2)
    yield Bullets(tuple(found)[:QUESTIONS])


def _must(page: Page) -> Iterator[Asked]:
    """Ask how what must be addressed can be limited."""
    for must in page.wording.result.must_be_addressed:
        question = page.wording.screening.catalogue.question(must.question)
        effect = page.wording.screening.state.answers[must.question].effects[must.effect]
        yield _of(page, "ask-must", question, effect.passages)


def _open(page: Page) -> Iterator[Asked]:
    """Ask of what depends, of what is not known and not examined, and of open gates."""
    screening = page.wording.screening
    for why, found in open_questions(page).items():
        for question in found:
            answer = screening.answer(question.id)
            words = " ".join(answer.depends_on.split()).rstrip(".?") if answer else ""
            name = "ask-depends-unsaid" if why == "depends" and not words else f"ask-{why}"
            yield _of(page, name, question, depends_on=cut(words, page.room.question))
    for gate in open_gates(screening.state, screening.catalogue):
        yield gate, page.get("ask-gate", gate=_gate(page, gate))


def _weak(page: Page) -> Iterator[Asked]:
    """Ask what is known of the effects that rest on an assumption, then those that rest on practice, then research."""
    found = [item for direction in reversed(DIRECTIONS) for item in page.strongest(direction)]
    for item in sorted(found, key=lambda item: WEAKEST_FIRST.index(item.effect.basis)):
        yield _of(page, f"ask-{item.effect.basis}", item.question, item.effect.passages)


def _other(page: Page) -> Iterator[Asked]:
    """Ask what is left to ask where little was found: of no effect, of the relevance test, and of what comes after."""
    state, catalogue = page.wording.screening.state, page.wording.screening.catalogue
    for question in asked(page):
        answer = state.answers.get(question.id)
        if answer and answer.status == "no_effect":
            yield _of(page, "ask-no-effect", question)
    for checklist in catalogue.checklists:
        denied = [
            gate.id for gate in checklist.applicable_gates(state.proposal.kind) if state.gates.get(gate.id) == "no"
        ]
        for gate in denied[:1]:
            yield gate, page.get("ask-gate-no", gate=_gate(page, gate))
    for name in ("ask-follow-up", "ask-heard", "ask-again"):
        yield name, page.get(name)


def _of(page: Page, name: str, question: Question, passages: tuple[PassageRef, ...] = (), **values: str) -> Asked:
    """Ask of a question's subject, with the first place in the draft that it is about."""
    title = page.wording.quoted(question.title.get(page.wording.language))
    return question.id, page.get(name, title=title, where=page.where(passages[:1]), **values)


def _gate(page: Page, gate: str) -> str:
    text = page.wording.screening.catalogue.gate(gate).question.get(page.wording.language)
    return page.wording.quoted(cut(text, page.room.question))
