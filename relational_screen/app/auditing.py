"""Bundles and keys: a screening in one signed file for the secretariat, and files that are verified anywhere."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from relational_screen.app.application import Application
from relational_screen.app.language import _
from relational_screen.app.session import Session
from relational_screen.catalogue.model import Language
from relational_screen.errors import readable
from relational_screen.export.writing import export_note, write_whole
from relational_screen.screening.note.forms import form_of

if TYPE_CHECKING:
    from relational_screen.registry.keeping import Kept
    from relational_screen.registry.keys import SigningKey
    from relational_screen.registry.sealing import OpeningKey

AskPassword = Callable[[], str]
STORE = b"SQLite format 3\x00"


def write_bundle(
    application: Application,
    session: Session,
    key: "SigningKey",
    out: Path,
    *,
    with_draft: bool,
    to: str | None,
    language: Language,
) -> None:
    """Write a screening's bundle with its note; `to` is the secretariat's public key where it is to be sealed.

    Raises:
        ScreenError: the note lacks something, the key does not fit, or the file cannot be written.
    """
    from relational_screen.registry.bundle import make_bundle
    from relational_screen.registry.collecting import collect
    from relational_screen.registry.sealing import sealed

    parts = collect(application.store, session.id, _notes(session, language), with_draft=with_draft)
    data = make_bundle(parts, key)
    whole = data if to is None else sealed(data, to)
    write_whole(out, lambda unfinished: unfinished.write_bytes(whole))


def create_keys(folder: Path, password: AskPassword) -> "list[Kept[SigningKey] | Kept[OpeningKey]]":
    """Make the office's two keys, one to sign with and one to open what is sealed for it, or the one that lacks.

    Raises:
        ScreenError: both are there already, the password is too short, or keyring or disk refuse.
    """
    from relational_screen.registry.keeping import create_key, has_key
    from relational_screen.registry.keys import SigningKey
    from relational_screen.registry.sealing import OpeningKey

    made: list[Kept[SigningKey] | Kept[OpeningKey]] = []
    there = has_key(SigningKey, folder) and has_key(OpeningKey, folder)
    if there or not has_key(SigningKey, folder):
        made.append(create_key(SigningKey, folder, password))
    if not has_key(OpeningKey, folder):
        made.append(create_key(OpeningKey, folder, password))
    return made


def signing_key(folder: Path, password: AskPassword) -> "SigningKey":
    """Return the office's key to sign with."""
    from relational_screen.registry.keeping import load_key
    from relational_screen.registry.keys import SigningKey

    return load_key(SigningKey, folder, password).key


def opening_key(folder: Path, password: AskPassword) -> "OpeningKey":
    """Return the office's key to open what is sealed for it."""
    from relational_screen.registry.keeping import load_key
    from relational_screen.registry.sealing import OpeningKey

    return load_key(OpeningKey, folder, password).key


def told_keys(folder: Path, password: AskPassword) -> Iterator[str]:
    """Yield what others need of the office's keys: the fingerprint, and the public key to seal for."""
    yield _("Signs with {fingerprint}").format(fingerprint=signing_key(folder, password).public.groups)
    yield _("Opens what is sealed for {recipient}").format(recipient=opening_key(folder, password).recipient)


def export_public_key(folder: Path, password: AskPassword, owner: str, out: Path) -> None:
    """Write the small file by which others know the office's signatures."""
    from relational_screen.registry.public_key_text import public_key_text

    data = public_key_text(signing_key(folder, password).public, owner).encode()
    write_whole(out, lambda unfinished: unfinished.write_bytes(data))


def verify_file(path: Path, folder: Path, password: AskPassword) -> list[str]:
    """Verify a store, a bundle or a note, and say what was found.

    Raises:
        ScreenError: what is wrong, the first of it.
    """
    with readable(path):
        data = path.read_bytes()
    if data.startswith(STORE):
        problems = Application(path).verify()
        if problems:
            raise problems[0]
        return [_("{name}: a store; every chain is whole.").format(name=path.name)]
    if path.suffix == ".relscreen":
        return _verify_bundle(path.name, data, folder, password)
    from relational_screen.app.note_files import read_back

    record = read_back(path)
    told = _("{name}: a note of screening {id}; its record is whole, content hash {hash}.")
    return [told.format(name=path.name, id=record["screening"], hash=record["content_hash"])]


def _verify_bundle(name: str, data: bytes, folder: Path, password: AskPassword) -> list[str]:
    from relational_screen.registry.bundle import open_bundle
    from relational_screen.registry.sealing import is_sealed, unsealed

    opened = open_bundle(unsealed(data, opening_key(folder, password)) if is_sealed(data) else data)
    lines = [
        _("{name}: a bundle of screening {id}; the chain of {count} events is whole.").format(
            name=name, id=opened.screening, count=len(opened.events)
        ),
        _("Signed by {fingerprint}").format(fingerprint=opened.signed_by.groups),
    ]
    if opened.clock_went_back:
        numbers = ", ".join(map(str, opened.clock_went_back))
        lines.append(_("The clock went back before events {numbers}.").format(numbers=numbers))
    return [*lines, *_verify_notes(opened.attachments, opened.state.content_hash)]


def _verify_notes(attachments: Mapping[str, bytes], content_hash: str) -> Iterator[str]:
    """Yield for each note whether it says what the screening says."""
    from relational_screen.app.note_files import read_back

    with TemporaryDirectory() as folder:
        for name, data in attachments.items():
            file = Path(folder) / name
            file.write_bytes(data)
            same = read_back(file)["content_hash"] == content_hash
            words = _("{name}: matches the screening.") if same else _("{name}: was made before a later change.")
            yield words.format(name=name)


def _notes(session: Session, language: Language) -> dict[str, bytes]:
    """Return the note as the files that go along."""
    note = session.note(form_of(session.state.proposal.kind), language)
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"note{suffix}" for suffix in (".docx", ".pdf", ".json")]
        for file in files:
            export_note(note, file)
        return {file.name: file.read_bytes() for file in files}
