"""The page's lower end: why nothing is expected, what is not known, what was left out, and the foot."""

from collections.abc import Iterator

from relational_screen.catalogue.checklist import Question
from relational_screen.screening.document import Block, Bullets, Heading, Paragraph
from relational_screen.screening.note.closing import SHORT_HASH, day, short_hash
from relational_screen.screening.note.shortening import LEFT_OUT, Page, cut
from relational_screen.screening.note.signed import read_and_signed
from relational_screen.screening.review import rests_on_changed_text
from relational_screen.screening.scope import open_gates, questions_in_scope


def asked(page: Page) -> tuple[Question, ...]:
    """Return the questions that the screening asks, the weightiest first."""
    screening = page.wording.screening
    weights = screening.catalogue.method.factors("weight")
    return tuple(sorted(questions_in_scope(screening.state, screening.catalogue), key=lambda one: -weights[one.weight]))


def open_questions(page: Page) -> dict[str, list[Question]]:
    """Return the questions that are open, by why: it depends, it is not known, or it has not been examined."""
    found: dict[str, list[Question]] = {"depends": [], "not-known": [], "not-examined": []}
    for question in asked(page):
        answer = page.wording.screening.answer(question.id)
        if answer is None:
            found["not-examined"].append(question)
        elif answer.is_open:
            found["depends" if answer.status == "depends" else "not-known"].append(question)
    return found


def why_nothing(page: Page) -> Iterator[Block]:
    """Yield the reasons where the proposal is found not to be relevant, or to have no effect."""
    line, state = page.wording.result.bottom_line, page.wording.screening.state
    if line == "not_relevant" and state.relevance_reason.strip():
        yield Paragraph(page.told(state.relevance_reason, page.room.reason))
    if line != "no_effect":
        return
    answers = ((question, state.answers.get(question.id)) for question in asked(page))
    given = [(one, answer) for one, answer in answers if answer and answer.status == "no_effect" and answer.reason]
    page.left_out["reasons"] += len(given[page.room.effects :])
    told = [
        f"{question.title.get(page.wording.language)}: {page.told(answer.reason, page.room.reason)}"
        for question, answer in given[: page.room.effects]
    ]
    if told:
        yield Heading(page.get("why-nothing"), 2)
        yield Bullets(tuple(told))


def unknown(page: Page) -> Iterator[Block]:
    """Yield what depends, what is not known, what has not been examined, and what contradicts."""
    screening = page.wording.screening
    gates = len(open_gates(screening.state, screening.catalogue))
    contradictions = sum(finding.level == "contradiction" for finding in page.findings)
    told = [page.get(why, titles=page.titles(found)) for why, found in open_questions(page).items() if found]
    told += [page.counted("gates", gates)] if gates else []
    told += [page.counted("contradictions", contradictions)] if contradictions else []
    if page.wording.result.certainty == "open" and page.wording.result.bottom_line != "undetermined":
        told.append(page.wording.get("line-open"))
    if told or page.wording.result.arenas:
        yield Heading(page.wording.get("unknown"), 2)
        yield Bullets(tuple(told)) if told else Paragraph(page.get("nothing-open"))


def left_out(page: Page) -> Iterator[Block]:
    """Yield what the page has no room for; the parts before it have counted it."""
    told = [page.counted(f"left-{kind}", page.left_out[kind]) for kind in LEFT_OUT if page.left_out[kind]]
    if told:
        yield Paragraph(page.get("left-out", items=page.wording.join(told, longest=len(told))))


def foot(page: Page) -> Iterator[Block]:
    """Yield stage, dates, names, completeness, versions, id and hash (note form, Every form ends with)."""
    yield Paragraph(" ".join([_made(page), _complete(page), _versions(page)]), "small")


def _made(page: Page) -> str:
    wording, proposal = page.wording, page.wording.screening.state.proposal
    names = [cut(name, page.room.place) for name in (proposal.responsible, proposal.unit, proposal.authority) if name]
    return page.get(
        "foot-made",
        kind=wording.label("kind", proposal.kind),
        stage=wording.label("stage", proposal.stage),
        dated=wording.get("foot-dated", date=wording.date(proposal.date)) if proposal.date else "",
        date=day(wording),
        responsible=", ".join(names) or wording.get("foot-no-responsible"),
        reader=read_and_signed(wording, page.room.place),
    )


def _complete(page: Page) -> str:
    if not page.wording.result.arenas:
        return page.get("foot-none-asked")
    done = page.wording.result.progress
    told = page.get(
        "foot-complete",
        answered=done.answered,
        asked=done.asked,
        undecided=done.undecided,
        not_examined=done.not_examined,
    )
    answers = page.wording.screening.state.answers
    changed = [
        question
        for question in asked(page)
        if question.id in answers and rests_on_changed_text(page.wording.screening, answers[question.id])
    ]
    return f"{told} {page.counted('foot-changed', len(changed))}" if changed else told


def _versions(page: Page) -> str:
    wording, draft = page.wording, page.wording.screening.state.draft
    catalogue = wording.screening.catalogue
    used = [catalogue.checklist(arena) for arena in wording.result.arenas] or catalogue.checklists
    versions = [f"{checklist.title.get(wording.language)} {checklist.version}" for checklist in used]
    name = cut(draft.name, page.room.place) if draft else ""
    return page.get(
        "foot-versions",
        draft=page.get("foot-draft", name=name, hash=draft.sha256[:SHORT_HASH]) if draft else page.get("foot-no-draft"),
        method=wording.result.method,
        checklists=wording.join(versions, longest=8),
        id=wording.screening.state.id,
        hash=short_hash(wording),
    )
