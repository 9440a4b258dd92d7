"""Files that are verified anywhere: a store, a bundle or a note, and what is known here of who made it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from relational_screen.app.application import Application
from relational_screen.app.auditing import AskPassword, opening_key
from relational_screen.app.language import _, ngettext
from relational_screen.app.registering import open_registry, registry_path
from relational_screen.app.verifying_notes import told_attachments, told_note
from relational_screen.errors import raise_all
from relational_screen.registry.files import file_name, opened_plainly, read_bundle_file
from relational_screen.registry.one_line import one_line
from relational_screen.store.copying import copy_untouched

if TYPE_CHECKING:
    from relational_screen.registry.keys import PublicKey

STORE = b"SQLite format 3\x00"
BUNDLE = ".relscreen"


def verify_file(application: Application, path: Path, folder: Path, password: AskPassword) -> list[str]:
    """Verify a store, a bundle or a note, and say what was found; the file stays as it was to the last byte.

    Keys are looked up in the registry, and the screenings of notes in the store, where these are there. `folder` and
    `password` are those of the office's keys, for a bundle that is sealed for it.

    Raises:
        ScreenError: what is wrong.
    """
    with opened_plainly(path) as file:
        is_store = file.read(len(STORE)) == STORE
    if is_store:
        return list(_told_store(path))
    if path.suffix.lower() == BUNDLE:
        return list(_told_bundle(application, path, folder, password))
    return list(told_note(application, path))


def _told_store(path: Path) -> Iterator[str]:
    """Yield what a store holds, verified in a copy: opening it could bring it up to date and so change it."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy_untouched(path, copy)
        application = Application(copy)
        with closing(application.store) as store:
            raise_all(application.verify())
            chains = {screening: len(store.events(screening)) for screening in store.ids()}
    words = ngettext(
        "{name}: a store of {count} screening; every chain is whole.",
        "{name}: a store of {count} screenings; every chain is whole.",
        len(chains),
    )
    yield words.format(name=file_name(path), count=len(chains))
    for screening, count in chains.items():
        words = ngettext("{id}: a chain of {count} event.", "{id}: a chain of {count} events.", count)
        yield words.format(id=one_line(screening), count=count)


def _told_bundle(application: Application, path: Path, folder: Path, password: AskPassword) -> Iterator[str]:
    from relational_screen.registry.bundle import open_bundle
    from relational_screen.registry.sealing import is_sealed, unsealed

    data = read_bundle_file(path)
    opened = open_bundle(unsealed(data, opening_key(folder, password)) if is_sealed(data) else data)
    yield _("{name}: a bundle of screening {id}; the chain of {count} events is whole.").format(
        name=file_name(path), id=opened.screening, count=len(opened.events)
    )
    yield _told_signer(opened.signed_by)
    if opened.clock_went_back:
        numbers = ", ".join(map(str, opened.clock_went_back))
        yield _("The clock went back before events {numbers}.").format(numbers=numbers)
    yield from told_attachments(application, opened)


def _told_signer(key: "PublicKey") -> str:
    """Return who signed, as far as the registry knows; where there is none, none is made.

    Raises:
        ScreenError: the key was revoked.
    """
    known = []
    if registry_path().exists():
        with open_registry(registry_path()) as registry:
            registry.keys.refuse_revoked(key)
            known = [one for one in registry.keys.all() if one.key == key]
    if not known:
        words = _("Signed by {fingerprint}, a key that is not known here: compare it with the office's own.")
        return words.format(fingerprint=key.groups)
    if known[0].status == "pending":
        words = _("Signed by {fingerprint}, a key that nobody has confirmed; its first bundle claims: {owner}.")
    else:
        words = _("Signed by {fingerprint}, the confirmed key of {owner}.")
    return words.format(fingerprint=key.groups, owner=known[0].owner)
