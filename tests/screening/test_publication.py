"""The public copy names nobody, and leaves out remarks that are meant for the official alone."""

from dataclasses import replace
from pathlib import Path
from typing import get_args
from unicodedata import normalize
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.catalogue.model import Language
from relational_screen.export.text import text
from relational_screen.export.writing import export_note
from relational_screen.screening.answers import Answer
from relational_screen.screening.document import Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.events import Event
from relational_screen.screening.findings import LEVELS, Finding
from relational_screen.screening.note.full import full_note
from relational_screen.screening.note.names import without_names
from relational_screen.screening.note.publication import publication_note, with_texts
from relational_screen.screening.note.record_model import Record
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.score import score
from relational_screen.screening.screening import Screening
from relational_screen.screening.state import DraftRef
from tests.builders import NOON, Chain, answer, catalogue, draft, effect, measure, state, weighed
from tests.builders import text as both

RESPONSIBLE, EARLIER, WORKER = "Fornavn Mellemnavn Efternavn", "Førstnævnte Kollega", "brugernavn7"
NAMES = (RESPONSIBLE, EARLIER, WORKER)
SPELLINGS = (
    *NAMES,
    "Efternavn, Fornavn Mellemnavn",
    "Fornavn Efternavn",
    "FORNAVN MELLEMNAVN EFTERNAVN",
    "fornavn.mellemnavn.efternavn@example.org",
    "Fornavn\nMellemnavn  Efternavn",
    "Fornavn_Mellemnavn_Efternavn",
    "Førstnævnte Kollegas",
    "Brugernavn7s",
)
EVERYONE = " og ".join(SPELLINGS)
PARTS = ("fornavn", "efternavn", "førstnævnte", "kollega", "brugernavn7")


def _history() -> list[Event]:
    chain = Chain()
    for name in (EARLIER, RESPONSIBLE):
        chain.add("proposal_changed", proposal=Proposal(title="Invented", responsible=name).model_dump())
    return [replace(event, by=WORKER) for event in chain.events]


def _screening() -> Screening:
    """A screening with the names wherever a user can write or read anything."""
    content = catalogue(weighed("a", "key", "normal", "normal"))
    named = measure(passages=["§ 1"]).model_copy(update={"text": EVERYONE})
    found = effect("lowers", measures=[named]).model_copy(update={"reason": EVERYONE})
    depends = Answer(status="depends", depends_on=EVERYONE, decided_by=EVERYONE, reason=EVERYONE)
    answers = {"a.q0": answer(found), "a.q1": depends, "a.q2": Answer(status="no_effect", reason=EVERYONE)}
    proposal = Proposal(title=EVERYONE, authority=EVERYONE, unit=EVERYONE, responsible=RESPONSIBLE)
    file = DraftRef("Udkast_Fornavn_Mellemnavn_Efternavn.docx", "docx", "a" * 64, "b" * 64, NOON.isoformat())
    given = replace(
        state(content, answers), proposal=proposal, relevance_reason=EVERYONE, drafts=(file,), changed=NOON.isoformat()
    )
    return Screening(given, content, draft(EVERYONE))


def _public(screening: Screening, language: Language = "da", *findings: Finding) -> NoteDocument:
    result = score(screening.state, screening.catalogue)
    return publication_note(screening, result, findings, language, _history())


@pytest.fixture(params=get_args(Language))
def public(request: pytest.FixtureRequest) -> NoteDocument:
    return _public(_screening(), request.param, Finding("open", both(EVERYONE), "a.q1"))


def _assert_nobody(told: str) -> None:
    assert [part for part in PARTS if part in told.casefold()] == []


def test_nobody_is_named_in_text_title_footer_file_name_or_record(public: NoteDocument) -> None:
    for told in (text(public), public.title, public.subject, public.footer, public.name, repr(public.blocks)):
        _assert_nobody(told)
    _assert_nobody(public.record.decode())
    assert "[navn udeladt]" in text(public) or "[name omitted]" in text(public)


def test_nobody_is_named_in_any_part_of_the_word_file(public: NoteDocument, tmp_path: Path) -> None:
    export_note(public, tmp_path / "note.docx")
    with ZipFile(tmp_path / "note.docx") as package:
        for name in package.namelist():
            _assert_nobody(package.read(name).decode("utf-8", "ignore"))


def test_nobody_is_named_in_the_pdf(public: NoteDocument, tmp_path: Path) -> None:
    export_note(public, tmp_path / "note.pdf")
    pdf = pypdfium2.PdfDocument(tmp_path / "note.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    _assert_nobody("\n".join(pages))
    _assert_nobody(repr(pdf.get_metadata_dict()))
    _assert_nobody((tmp_path / "note.pdf").read_bytes().decode("latin-1"))


def test_the_full_record_of_the_same_screening_does_name_them() -> None:
    screening = _screening()
    note = full_note(screening, score(screening.state, screening.catalogue), (), "da", _history())
    told = text(note).casefold()
    assert all(part in told for part in PARTS)


def test_the_content_hash_is_that_of_the_screening() -> None:
    screening = _screening()
    note = _public(screening)
    assert screening.state.content_hash[:12] in text(note)
    assert screening.state.content_hash[:12] in note.footer
    assert Record.model_validate_json(note.record).content_hash == screening.state.content_hash


def test_only_what_is_unresolved_is_left_of_the_review() -> None:
    findings = [Finding(level, both(f"Remark of level {level}."), "a.q0") for level in LEVELS]
    note = _public(_screening(), "da", *findings)
    told = [level for level in LEVELS if f"Remark of level {level}." in text(note)]
    assert told == ["contradiction", "open"]
    assert {finding.level for finding in Record.model_validate_json(note.record).findings} == set(told)


def test_the_history_is_not_told() -> None:
    headings = [block.text for block in _public(_screening()).blocks if isinstance(block, Heading)]
    assert "Tekststeder i udkastet" in headings
    assert "Screeningens historie" not in headings


@pytest.mark.parametrize("login", ["som", "for", "da", "lead", "..."])
def test_a_login_that_is_a_common_word_or_no_word_at_all_leaves_the_note_as_it_is(login: str, tmp_path: Path) -> None:
    session = start_example(Application(tmp_path / "s.sqlite", "xyzzy"))
    arguments = session.screening, session.result, session.review(), "da"
    plain = publication_note(*arguments, session.events)  # type: ignore[arg-type]  # a language by its name
    history = [replace(event, by=login) for event in session.events]
    assert publication_note(*arguments, history) == plain  # type: ignore[arg-type]  # as above


def test_a_word_that_only_begins_like_a_name_stays() -> None:
    screening = _screening()
    answers = {"a.q0": Answer(status="no_effect", reason="Førstnævnte Kollegaer er noget andet, brugernavn7s9 også.")}
    note = _public(replace(screening, state=replace(screening.state, answers=answers)))
    assert "Førstnævnte Kollegaer er noget andet, brugernavn7s9 også." in text(note)


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(categories=["L", "P"]), min_size=1), min_size=2, max_size=4))
def test_any_name_of_several_words_is_found_however_it_is_parted(words: list[str]) -> None:
    screening, name = _screening(), " ".join(words)
    assume(sum(any(letter.isalnum() for letter in word) for word in words) > 1)
    history = [replace(event, by=name) for event in _history()]
    change = without_names(screening, history, "…")
    for told in (name, f"Set af {name}.", f"({name})", "_".join(words), name.upper()):
        assert normalize("NFC", told) not in change(told)


def test_style_and_language_are_not_taken_for_text() -> None:
    note = NoteDocument("body", "da", "da", "", (Paragraph("body", "body"), Bullets(("da", "small"))))
    changed = with_texts(note, lambda _text: "x")
    assert changed == NoteDocument("x", "da", "x", "x", (Paragraph("x", "body"), Bullets(("x", "x"))), name="x")
