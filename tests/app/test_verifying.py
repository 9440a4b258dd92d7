"""What `verify` says of a store, a bundle and a note. The screening is the invented example."""

import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from relational_screen.app.application import Application
from relational_screen.app.examples import start_example
from relational_screen.app.language import use_language
from relational_screen.app.registering import open_registry, registry_path
from relational_screen.app.verifying import verify_file
from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import make_bundle
from relational_screen.registry.bundle.collecting import collect
from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.screening.canonical import canonical
from relational_screen.screening.note.record import hash_of
from tests.registry.offices import LOWERS, key, laid, no, screened

Change = Mapping[str, Any]


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No registry or setting of the one who runs the tests is looked at; the language is English meanwhile."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    use_language("en")
    yield
    use_language("da")


class Desk:
    """A store with the example, whose notes and bundles are verified."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "s.sqlite"
        self.application = Application(self.store, "Invented Person")
        self.session = start_example(self.application)

    def verified(self, path: Path, application: Application | None = None) -> str:
        def no_password() -> str:
            pytest.fail("no password is asked for")

        return "\n".join(verify_file(application or self.application, path, self.folder / "keys", no_password))

    def note(self, name: str = "note.json") -> Path:
        self.session.export(self.folder / name, "bill", "en")
        return self.folder / name

    def bundle(self, attachments: Mapping[str, bytes], *, with_draft: bool = False) -> Path:
        path = self.folder / "x.relscreen"
        parts = collect(self.application.store, self.session.id, attachments, with_draft=with_draft)
        path.write_bytes(make_bundle(parts, key(1)))
        return path

    def forged(self, **changes: Any) -> bytes:
        """The note's record with changes, and a hash that fits them."""
        record = {**json.loads(self.note().read_bytes()), **changes}
        return canonical({**record, "hash": hash_of(record)})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_store_is_told_chain_by_chain_and_stays_as_it_was(desk: Desk) -> None:
    other = start_example(desk.application)
    desk.application.store.close()
    before, files = desk.store.read_bytes(), sorted(desk.folder.iterdir())
    told = desk.verified(desk.store)
    assert "a store of 2 screenings; every chain is whole" in told
    for session in (desk.session, other):
        assert f"{session.id}: a chain of {len(session.events)} events" in told
    assert desk.store.read_bytes() == before
    assert sorted(desk.folder.iterdir()) == files


def test_a_store_that_another_program_has_open_is_read_with_its_latest_events(desk: Desk) -> None:
    assert f"a chain of {len(desk.session.events)} events" in desk.verified(desk.store)


def test_a_store_that_was_changed_by_hand_is_refused(desk: Desk) -> None:
    desk.application.store.close()
    with sqlite3.connect(desk.store) as by_hand:
        for (trigger,) in by_hand.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            by_hand.execute(f"drop trigger {trigger}")
        changed = "cast(replace(cast(content as text), 'effects', 'effectz') as blob)"
        by_hand.execute(f"update event set content = {changed} where seq > 30")
    by_hand.close()
    with pytest.raises(ScreenError, match="chain is broken at event"):
        desk.verified(desk.store)


def test_a_bundle_of_an_unknown_key_says_so_and_no_registry_is_made(desk: Desk) -> None:
    told = desk.verified(desk.bundle({}))
    assert f"Signed by {key(1).public.groups}, a key that is not known here" in told
    assert not registry_path().exists()


def test_a_bundle_names_the_owner_that_the_registry_knows(desk: Desk) -> None:
    path = desk.bundle({})
    owner = desk.session.state.proposal.authority
    with open_registry(registry_path()) as registry:
        import_bundles([path], registry, no)
    assert f"nobody has confirmed; its first bundle claims: {owner}" in desk.verified(path)
    with open_registry(registry_path()) as registry:
        registry.keys.confirm(key(1).public.fingerprint)
    assert f"Signed by {key(1).public.groups}, the confirmed key of {owner}." in desk.verified(path)
    with open_registry(registry_path()) as registry:
        registry.keys.revoke(key(1).public.fingerprint)
    with pytest.raises(ScreenError, match="revoked"):
        desk.verified(path)


def test_notes_in_a_bundle_are_compared_with_what_its_events_give(desk: Desk) -> None:
    note = desk.note().read_bytes()
    assert "a.json: its record matches the screening." in desk.verified(desk.bundle({"a.json": note}))
    desk.session.answer_gate(next(iter(desk.session.state.gates)), "unsure")
    assert "a.json: was made before a later change." in desk.verified(desk.bundle({"a.json": note}))


def _other_verdict(desk: Desk) -> Change:
    return {"result": {**json.loads(desk.note().read_bytes())["result"], "bottom_line": "raises"}}


@pytest.mark.parametrize("field", ["result", "completeness", "gates", "content"])
def test_a_note_with_another_result_than_its_screening_is_refused_though_its_hash_fits(desk: Desk, field: str) -> None:
    changes = _other_verdict(desk) if field == "result" else {field: "0" * 64 if field == "content" else {}}
    forged = desk.forged(**changes)
    with pytest.raises(ScreenError, match="says otherwise than the screening"):
        desk.verified(desk.bundle({"a.json": forged}))
    (desk.folder / "a.json").write_bytes(forged)
    with pytest.raises(ScreenError, match="says otherwise than the screening"):
        desk.verified(desk.folder / "a.json")


def test_a_note_of_another_screening_in_a_bundle_is_refused(desk: Desk) -> None:
    with pytest.raises(ScreenError, match="says otherwise than the screening"):
        desk.verified(desk.bundle({"a.json": desk.forged(screening="another")}))


@pytest.mark.parametrize("record", [{}, {"screening": 1, "content_hash": 2}, {"screening": "\x1b", "content_hash": ""}])
def test_a_record_of_any_fields_with_a_hash_that_fits_is_refused(desk: Desk, record: Change) -> None:
    (desk.folder / "a.json").write_bytes(canonical({**record, "hash": hash_of(dict(record))}))
    with pytest.raises(ScreenError, match="says otherwise than the screening"):
        desk.verified(desk.folder / "a.json")


@pytest.mark.parametrize("name", ["note.docx", "note.pdf", "note.json"])
def test_a_note_is_compared_with_the_screening_in_the_store(desk: Desk, name: str) -> None:
    note = desk.note(name)
    told = desk.verified(note)
    assert "its record is whole" in told
    assert f"{name}: its record matches the screening." in told
    desk.session.answer_gate(next(iter(desk.session.state.gates)), "unsure")
    assert f"{name}: was made before a later change." in desk.verified(note)


@pytest.mark.parametrize("name", ["note.docx", "note.pdf", "note.json"])
def test_the_pages_of_a_note_are_held_against_those_that_the_screening_gives(desk: Desk, name: str) -> None:
    note = desk.note(name)
    desk.session.signing.comment("", "An invented comment, after the note was written.")
    assert f"{name}: its pages are those that the screening gives, to the last byte." in desk.verified(note)
    desk.session.answer_gate(next(iter(desk.session.state.gates)), "unsure")
    assert "to the last byte" in desk.verified(note)


def test_a_note_whose_words_were_changed_by_hand_says_so_though_its_record_is_whole(desk: Desk) -> None:
    note, changed = desk.note("note.docx"), desk.folder / "changed.docx"
    with ZipFile(note) as whole, ZipFile(changed, "w") as other:
        for part in whole.namelist():
            data = whole.read(part)
            other.writestr(part, data.replace(b"lowers", b"raises") if part == "word/document.xml" else data)
    told = desk.verified(changed)
    assert "changed.docx: its record matches the screening." in told
    assert "changed.docx: its pages are not those that this program writes" in told


def test_the_pages_of_notes_in_a_bundle_are_compared_where_the_draft_came_along(desk: Desk) -> None:
    note = desk.note("note.pdf").read_bytes()
    told = desk.verified(desk.bundle({"a.pdf": note}, with_draft=True))
    assert "a.pdf: its pages are those that the screening gives, to the last byte." in told
    told = desk.verified(desk.bundle({"a.pdf": note}))
    assert "a.pdf: its pages cannot be compared without the text of the draft" in told


def test_a_note_that_was_never_written_from_the_screening_says_so(desk: Desk) -> None:
    (desk.folder / "a.json").write_bytes(desk.forged(content_hash="0" * 64))
    assert "not among the notes written from it" in desk.verified(desk.folder / "a.json")


def test_a_note_of_a_screening_that_is_kept_elsewhere_is_verified_alone_and_no_store_is_made(desk: Desk) -> None:
    note, elsewhere = desk.note(), Application(desk.folder / "none.sqlite")
    told = desk.verified(note, elsewhere)
    assert "its record is whole" in told
    assert "matches" not in told
    assert not (desk.folder / "none.sqlite").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
def test_a_pipe_or_device_is_refused_and_never_waited_for(desk: Desk) -> None:
    os.mkfifo(desk.folder / "pipe.relscreen")
    for path in (desk.folder / "pipe.relscreen", Path("/dev/zero"), desk.folder):
        with pytest.raises(ScreenError, match="cannot be read"):
            desk.verified(path)


def filled_registry(folder: Path) -> Path:
    """A registry of two invented bundles of one office, whose key nobody confirmed."""
    path = folder / "registry.sqlite"
    with open_registry(path) as registry:
        import_bundles([laid(folder / "inbox", name, screened(name, LOWERS).events) for name in "ab"], registry, no)
    return path


def test_a_registry_is_told_with_its_keys_and_stays_as_it_was(desk: Desk, tmp_path: Path) -> None:
    path = filled_registry(tmp_path)
    before, files = path.read_bytes(), sorted(tmp_path.iterdir())
    told = desk.verified(path)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files
    assert "registry.sqlite: a registry of 2 bundles; every one verifies, and every figure is what they give." in told
    assert f"Signed by {key(1).public.groups}, a key that nobody has confirmed" in told
    with open_registry(path) as registry:
        registry.keys.revoke(key(1).public.fingerprint)
    assert f"Signed by {key(1).public.groups}, the revoked key of Invented Ministry" in desk.verified(path)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("update entry set day = '2020-01-01' where screening = 'a'", "Of screening a, the day is not what"),
        ("update part set bytes = x'00'", "of screening a does not verify"),
    ],
)
def test_a_registry_that_was_changed_by_hand_is_refused(desk: Desk, tmp_path: Path, statement: str, words: str) -> None:
    path = filled_registry(tmp_path)
    with sqlite3.connect(path) as by_hand:
        by_hand.execute(statement)
    by_hand.close()
    with pytest.raises(ScreenError, match=words):
        desk.verified(path)
