"""One open screening: changes are made durable, scored and told, in that order."""

import getpass
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relational_screen.app.changes import Change, Changes
from relational_screen.app.forms import write_form
from relational_screen.app.language import language_in_use
from relational_screen.app.pinned import pin, unpin_draft
from relational_screen.app.signing import Signing
from relational_screen.app.summary import summarise
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.model import Language
from relational_screen.drafts.draft import Draft, Passage
from relational_screen.errors import N_, ScreenError, raise_all
from relational_screen.plugin_loader import Plugins
from relational_screen.screening.answer_file import AnswerFile, read_answers
from relational_screen.screening.answers import Answer, GateAnswer, PassageRef
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.events import UNDOABLE, Event, EventType, make_event
from relational_screen.screening.findings import LEVELS, Finding
from relational_screen.screening.history import History, read_history
from relational_screen.screening.note.forms import Form, NoteInput, form_of
from relational_screen.screening.passages import with_hashes, with_refs
from relational_screen.screening.proposal import GroupChoice, Proposal
from relational_screen.screening.result import Result
from relational_screen.screening.review import review
from relational_screen.screening.robustness import Turn, robustness
from relational_screen.screening.score import Scorer
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import Judgement, State, apply, fold
from relational_screen.screening.tools import Tool
from relational_screen.store.store import Store

if TYPE_CHECKING:
    from relational_screen.export.insertion.model import Inserted
    from relational_screen.screening.links import Link

Step = tuple[EventType, dict[str, Any]]


def local_now() -> datetime:
    """Return the time with its zone, so that a note is dated as the calendar on the wall is."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session works with: where it is stored, which plugins review it, who works, and the clock."""

    store: Store
    plugins: Plugins
    user: str = ""
    now: Callable[[], datetime] = local_now

    @property
    def by(self) -> str:
        """Whose name an event carries: the user's own, else the name they are logged in by."""
        return self.user or getpass.getuser()


@dataclass(frozen=True, slots=True)
class Insertion:
    """How a note is put into a draft: tracked or plain, with a pilot row, after which heading (its words or number)."""

    tracked: bool = True
    pilot_row: bool = False
    after: str | None = None
    replace_changed: bool = False


def _required(finding: Finding) -> ScreenError:
    return ScreenError(N_("The note cannot be made yet. {text}"), text=finding.text.get(language_in_use()))


def _as_it_is(ref: PassageRef, now: Passage | None) -> PassageRef:
    return ref if now is None else PassageRef(label=now.label, hash=now.hash)


class Session:
    """A screening that is being worked on. Every method that changes it returns once the change is on the disk."""

    def __init__(self, events: list[Event], catalogue: Catalogue, draft: Draft | None, around: Surroundings) -> None:
        self.changes = Changes()
        self.catalogue = catalogue
        self.draft = draft
        self._around = around
        self._events = events
        self._scorer = Scorer(catalogue)
        self._take(events, fold(events))
        self._summary = summarise(self.state, self.result)
        self.signing = Signing(self, self._commit_signing)

    @property
    def id(self) -> str:
        """The screening's id."""
        return self.state.id

    @property
    def user(self) -> str:
        """Who works here."""
        return self._around.by

    @property
    def events(self) -> tuple[Event, ...]:
        """The whole chain so far."""
        return tuple(self._events)

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return read_history(self._events)

    @property
    def screening(self) -> Screening:
        """The screening as rules read it."""
        return Screening(self.state, self.catalogue, self.draft)

    def change_proposal(self, proposal: Proposal) -> None:
        """Change what is known of the proposal."""
        self._commit([("proposal_changed", {"proposal": proposal.model_dump()})], "proposal")

    def attach_draft(self, draft: Draft) -> None:
        """Attach a draft, or a new version of it; earlier versions stay in the chain.

        Answers go along with passages that only moved; the rest of what changed is told by `links`.
        """
        from relational_screen.screening.links import moves

        name, data = pin(draft)
        if self.state.draft and (self.state.draft.sha256, self.state.draft.passages) == (draft.sha256, name):
            return
        fields: dict[str, Any] = {"name": draft.name, "format": draft.format, "sha256": draft.sha256}
        fields |= {"passages": name, "moved": moves(self.state.answers, draft)}
        if self._write([("draft_attached", fields)], {name: data}):
            self.draft = draft
            self.changes.tell("draft")

    def answer_gate(self, gate: str, answer: GateAnswer | None) -> None:
        """Answer a gate, or withdraw its answer with None."""
        self.catalogue.gate(gate)
        self._commit([("gate_answered", {"gate": gate, "answer": answer})], "gates")

    def give_relevance_reason(self, reason: str) -> None:
        """Say why the proposal is not relevant."""
        self._commit([("relevance_reasoned", {"reason": reason})], "gates")

    def set_group(self, group: str, choice: GroupChoice) -> None:
        """Say that a group is concerned, optionally with a number of people."""
        self.catalogue.group(group)
        self._commit([("group_set", {"group": group, **choice.model_dump()})], "groups")

    def remove_group(self, group: str) -> None:
        """Say that a group is not concerned after all."""
        self._commit([("group_removed", {"group": group})], "groups")

    def answer(self, question: str, answer: Answer | None) -> None:
        """Answer a question, or withdraw its answer with None; passages keep the hash of their text."""
        self.catalogue.question(question)
        if answer is not None:
            answer = with_hashes(answer, self.draft)
        data = {"question": question, "answer": answer.model_dump() if answer else None}
        self._commit([("question_answered", data)], "answers")

    def links(self) -> "tuple[Link, ...]":
        """Return the passages that answers rest on: unchanged, moved, changed or gone in this version of the draft."""
        from relational_screen.screening.links import links

        attached = [event for event in self._events if event.type == "draft_attached"]
        moved = attached[-1].data.get("moved", ()) if attached else ()
        return links(self.state.answers, self.versions(), moved)

    def confirm(self, question: str) -> None:
        """Say that an answer holds for passages that changed; it then rests on their present text."""
        became = {link.label: link.now for link in self.links() if link.question == question}
        answer = self.state.answers.get(question)
        if answer is None:
            raise ScreenError(
                N_("There is no answer to a question {question}."),
                N_("See the answers with links."),
                question=question,
            )
        if became and not any(became.values()):
            raise ScreenError(
                N_("The passages that the answer to {question} rests on are gone from the draft."),
                N_("Remove them from the answer, or link others."),
                question=question,
            )
        self.answer(question, with_refs(answer, lambda ref: _as_it_is(ref, became.get(ref.label))))

    def judge(self, item: str, label: str, judgement: Judgement | None) -> None:
        """Accept or dismiss a passage that was suggested for a question or gate; None takes that back."""
        passage = self.draft.find(label) if self.draft else None
        if passage is None:
            raise ScreenError(N_("The draft has no passage {label}."), N_("See the labels with read."), label=label)
        fields = {"item": item, "label": passage.label, "hash": passage.hash, "judgement": judgement}
        self._commit([("suggestion_judged", fields)], "suggestions")

    def apply_file(self, path: Path) -> None:
        """Take over the answers of a TOML file, all or nothing.

        Raises:
            ScreenError: the file cannot be read, or everything that is wrong in it at once.
        """
        self.apply(read_answers(path, self.catalogue, self.draft))

    def apply(self, answers: AnswerFile) -> None:
        """Take over a whole file of answers, all or nothing; what it does not name stays."""
        proposal = self.state.proposal.model_copy(update=answers.proposal)
        steps: list[Step] = [("proposal_changed", {"proposal": proposal.model_dump()})]
        if answers.relevance_reason:
            steps.append(("relevance_reasoned", {"reason": answers.relevance_reason}))
        steps += [("gate_answered", {"gate": line.id, "answer": line.answer}) for line in answers.gates]
        steps += [("group_set", {"group": line.id, "low": line.low, "high": line.high}) for line in answers.groups]
        for line in answers.answers:
            answer = with_hashes(Answer.model_validate(line.model_dump(exclude={"question"})), self.draft)
            steps.append(("question_answered", {"question": line.question, "answer": answer.model_dump()}))
        self._commit(steps, "answers")

    def undo(self) -> None:
        """Take the last change back; nothing happens when there is none."""
        if self.history.to_undo:
            self._commit([("undone", {"event": self.history.to_undo[-1]})], "answers")

    def redo(self) -> None:
        """Put the change that was last undone in force again; nothing happens when there is none."""
        if self.history.to_redo:
            self._commit([("redone", {"event": self.history.to_redo[-1]})], "answers")

    def record_export(self, form: str, language: str, file_format: str) -> None:
        """Record that a note left the program."""
        fields = {"form": form, "language": language, "format": file_format, "content_hash": self.state.content_hash}
        self._commit([("exported", fields)], "exported")

    def review(self) -> list[Finding]:
        """Return what the core and the plugins find, the gravest first.

        Raises:
            ScreenError: a plugin failed; it is named.
        """
        found = [*review(self.screening), *self._around.plugins.review(self.screening)]
        return sorted(found, key=lambda finding: LEVELS.index(finding.level))

    def tools(self, question: str) -> list[Tool]:
        """Return the calculators that belong to a question."""
        return [tool for tool in self._around.plugins.tools if tool.question == question]

    def note(self, form: Form, language: Language) -> NoteDocument:
        """Return the note's content.

        Raises:
            ScreenError: answers lack something that a note must have, all of it at once; or a plugin failed.
        """
        return self.note_work(form, language)()

    def note_work(self, form: Form, language: Language) -> Callable[[], NoteDocument]:
        """Return the work of writing a note, which needs nothing of the session any more and may run on any thread.

        Raises:
            ScreenError: as for `note`.
        """
        if self._around.store.head(self.id) != self._events[-1].hash:
            raise ScreenError(
                N_("The screening was changed in another window or program, so no note is made of what stands here."),
                N_("Open the screening again."),
            )
        findings = self.review()
        raise_all([_required(finding) for finding in findings if finding.level == "required"])
        return partial(write_form, NoteInput(self.screening, self.result, findings, self.events), form, language)

    def export(self, path: Path, form: Form, language: Language) -> None:
        """Write the note to a .docx or .pdf file and record that it left.

        Raises:
            ScreenError: as for `note`, or the file cannot be written.
        """
        from relational_screen.export.writing import export_note

        export_note(self.note(form, language), path)
        self.record_export(form, language, path.suffix.removeprefix(".").lower())

    def insert(self, draft: Path, out: Path, language: Language, options: Insertion) -> "Inserted":
        """Write a copy of the draft's own Word file with the note in it, and record that the note left.

        Raises:
            ScreenError: as for `note`, or the draft's place for it is not found, or a file cannot be read or written.
        """
        inserted = self.insertion(draft, out, language, options)()
        self.record_insertion(language)
        return inserted

    def insertion(self, draft: Path, out: Path, language: Language, options: Insertion) -> "Callable[[], Inserted]":
        """Return the work of inserting, which needs nothing of the session any more and may run on any thread."""
        from relational_screen.export.insertion.insert import insert_note
        from relational_screen.export.insertion.model import PilotRow
        from relational_screen.screening.note.pilot import pilot_texts, with_pilot_remark

        note, row = self.note(form_of(self.state.proposal.kind), language), None
        if options.pilot_row:
            row = PilotRow(*pilot_texts(self.screening, self.result, language))
            note = with_pilot_remark(note, self.screening, self.result)
        return partial(
            insert_note,
            draft,
            note,
            out,
            author=self._around.by,
            at=self._around.now(),
            tracked=options.tracked,
            pilot_row=row,
            after=options.after,
            replace_changed=options.replace_changed,
        )

    def record_insertion(self, language: Language) -> None:
        """Record that a note left inside a draft."""
        self.record_export(form_of(self.state.proposal.kind), language, "inserted")

    def result_json(self) -> dict[str, Any]:
        """Return the result and its robustness as JSON data; the README documents the keys."""
        return {**self.result.as_json(), "robustness": [turn.as_json() for turn in self.robustness()]}

    def robustness(self) -> tuple[Turn, ...]:
        """Return the single steps that would turn the bottom line."""
        return robustness(self.state, self.catalogue, self.result)

    def versions(self) -> list[Draft]:
        """Return all versions of the draft, the present one last."""
        older = [unpin_draft(self._around.store.content(ref.passages)) for ref in self.state.drafts[:-1]]
        return [*older, self.draft] if self.draft else []

    def _commit(self, steps: list[Step], change: Change) -> None:
        """Make the steps durable, then tell of the change."""
        if self._write(steps, {}):
            self.changes.tell(change)

    def _commit_signing(self, event_type: EventType, data: dict[str, Any], by: str) -> None:
        """Make a step beside the answers durable, under another name where one is given, then tell of it."""
        if self._write([(event_type, data)], {}, by.strip()):
            self.changes.tell("signing")

    def _write(self, steps: list[Step], content: dict[str, bytes], by: str = "") -> bool:
        """Make the steps durable; return whether there were any, for a change to what already stands makes no event."""
        events = self._events[:]
        state = self.state
        for event_type, data in steps:
            event = make_event(self.id, events[-1], event_type, data, by or self._around.by, self._around.now())
            after = fold([*events, event]) if event_type in ("undone", "redone") else apply(state, event)
            if event_type not in UNDOABLE or replace(after, changed=state.changed) != state:
                events.append(event)
                state = after
        added = events[len(self._events) :]
        if not added:
            return False
        result = self._scorer.score(state)
        summary = summarise(state, result)
        self._around.store.append(added, content, None if summary == self._summary else summary)
        self._summary = summary
        self._take(events, state, result)
        return True

    def _take(self, events: list[Event], state: State, result: Result | None = None) -> None:
        self._events = events
        self.state = state
        self.result = result or self._scorer.score(state)
