"""Bundles and keys: a screening in one signed file for the secretariat."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from relational_screen.app.application import Application
from relational_screen.app.language import _
from relational_screen.app.session import Session
from relational_screen.catalogue.model import Language
from relational_screen.export.writing import export_note, write_whole
from relational_screen.screening.document import NoteDocument
from relational_screen.screening.note.forms import form_of

if TYPE_CHECKING:
    from relational_screen.registry.keys.keeping import Kept
    from relational_screen.registry.keys.keys import SigningKey
    from relational_screen.registry.keys.sealing import OpeningKey

AskPassword = Callable[[], str]


def bundle_work(
    application: Application,
    session: Session,
    key: "SigningKey",
    out: Path,
    *,
    with_draft: bool,
    to: str | None,
    language: Language,
) -> Callable[[], None]:
    """Return the work of writing a screening's bundle with its note, which may run on any thread.

    `to` is the secretariat's public key where the bundle is to be sealed. A screening that `lacks_note` is bundled
    without one: the secretariat counts what was begun, too.

    Raises:
        ScreenError: the screening was changed outside the program. The work itself raises it when the key does not fit
            or the file cannot be written.
    """
    from relational_screen.registry.bundle.bundle import make_bundle
    from relational_screen.registry.bundle.collecting import collect
    from relational_screen.registry.keys.sealing import sealed

    parts = collect(application.store, session.id, {}, with_draft=with_draft)
    note = None if lacks_note(session) else session.note_work(form_of(session.state.proposal.kind), language)

    def write() -> None:
        data = make_bundle(replace(parts, attachments=_note_files(note()) if note else {}), key)
        whole = data if to is None else sealed(data, to)
        write_whole(out, lambda unfinished: unfinished.write_bytes(whole))

    return write


def lacks_note(session: Session) -> bool:
    """Whether a screening lacks what a note must have.

    Raises:
        ScreenError: a plugin failed; it is named.
    """
    return any(finding.level == "required" for finding in session.review())


def create_keys(folder: Path, password: AskPassword) -> "list[Kept[SigningKey] | Kept[OpeningKey]]":
    """Make the office's two keys, one to sign with and one to open what is sealed for it, or the one that lacks.

    Raises:
        ScreenError: both are there already, the password is too short, or keyring or disk refuse.
    """
    from relational_screen.registry.keys.keeping import create_key, has_key
    from relational_screen.registry.keys.keys import SigningKey
    from relational_screen.registry.keys.sealing import OpeningKey

    made: list[Kept[SigningKey] | Kept[OpeningKey]] = []
    if not has_key(SigningKey, folder) or has_key(OpeningKey, folder):  # where both are there it is refused
        made.append(create_key(SigningKey, folder, password))
    if not has_key(OpeningKey, folder):
        made.append(create_key(OpeningKey, folder, password))
    return made


def told_kept(made: "Iterable[Kept[Any]]") -> Iterator[str]:
    """Yield where each new key is kept."""
    for kept in made:
        where = (
            _("The key is kept in the system's keyring: {place}")
            if kept.in_keyring
            else _("The key is kept in a file with a password: {place}")
        )
        yield where.format(place=kept.place)


def signing_key(folder: Path, password: AskPassword) -> "SigningKey":
    """Return the office's key to sign with."""
    from relational_screen.registry.keys.keeping import load_key
    from relational_screen.registry.keys.keys import SigningKey

    return load_key(SigningKey, folder, password).key


def opening_key(folder: Path, password: AskPassword) -> "OpeningKey":
    """Return the office's key to open what is sealed for it."""
    from relational_screen.registry.keys.keeping import load_key
    from relational_screen.registry.keys.sealing import OpeningKey

    return load_key(OpeningKey, folder, password).key


def told_keys(folder: Path, password: AskPassword) -> Iterator[str]:
    """Yield what others need of the office's keys, the fingerprint and the public key to seal for; and where they lie.

    Raises:
        ScreenError: one of them is not there, or cannot be read.
    """
    from relational_screen.registry.keys.keeping import load_key
    from relational_screen.registry.keys.keys import SigningKey
    from relational_screen.registry.keys.sealing import OpeningKey

    signs, opens = load_key(SigningKey, folder, password), load_key(OpeningKey, folder, password)
    yield _("Signs with {fingerprint}").format(fingerprint=signs.key.public.groups)
    yield _("Opens what is sealed for {recipient}").format(recipient=opens.key.recipient)
    yield from told_kept([signs, opens])


def export_public_key(folder: Path, password: AskPassword, owner: str, out: Path) -> None:
    """Write the small file by which others know the office's signatures."""
    from relational_screen.registry.keys.public_key_text import public_key_text

    data = public_key_text(signing_key(folder, password).public, owner).encode()
    write_whole(out, lambda unfinished: unfinished.write_bytes(data))


def _note_files(note: NoteDocument) -> dict[str, bytes]:
    """Return the note as the files that go along."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"note{suffix}" for suffix in (".docx", ".pdf", ".json")]
        for file in files:
            export_note(note, file)
        return {file.name: file.read_bytes() for file in files}
