"""Files that are verified anywhere: a store, a registry, a bundle or a note, and what is known here of who made it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from relational_screen.app.application import Application
from relational_screen.app.auditing import AskPassword, opening_key
from relational_screen.app.language import _, ngettext
from relational_screen.app.registering import open_registry, registry_path
from relational_screen.app.verifying_notes import told_attachments, told_note
from relational_screen.errors import raise_all
from relational_screen.registry.bundle.bundle import open_bundle
from relational_screen.registry.inbox.checking import problems
from relational_screen.registry.inbox.database import is_registry
from relational_screen.registry.inbox.files import SUFFIX, file_name, opened_plainly, read_bundle_file
from relational_screen.registry.inbox.inbox import Told
from relational_screen.registry.inbox.known_keys import KnownKey
from relational_screen.registry.inbox.one_line import one_line
from relational_screen.registry.keys.keys import PublicKey
from relational_screen.registry.keys.sealing import is_sealed, unsealed
from relational_screen.store.copying import copy_untouched

STORE = b"SQLite format 3\x00"


def verify_file(
    application: Application, path: Path, folder: Path, password: AskPassword, progress: Told | None = None
) -> list[str]:
    """Verify a store, registry, bundle or note, and say what was found; the file stays as it was to the last byte.

    Keys are looked up in the registry, and the screenings of notes in the store, where these are there. `folder` and
    `password` are those of the office's keys, for a bundle that is sealed for it. `progress` is told of a registry's
    bundles.

    Raises:
        ScreenError: what is wrong.
    """
    with opened_plainly(path) as file:
        is_store = file.read(len(STORE)) == STORE
    if is_store:
        return list(_told_copy(path, progress))
    if path.suffix.lower() == SUFFIX:
        return list(_told_bundle(application, path, folder, password))
    return list(told_note(application, path))


def _told_copy(path: Path, progress: Told | None) -> Iterator[str]:
    """Yield what a store or registry holds, verified in a copy: opening could bring it up to date and so change it."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy_untouched(path, copy)
        if is_registry(copy):
            yield from _told_registry(copy, progress)
        else:
            yield from _told_store(copy)


def _told_registry(path: Path, progress: Told | None) -> Iterator[str]:
    with open_registry(path) as registry:
        raise_all(list(problems(registry, progress)))
        keys = registry.keys.all()
    count = sum(known.bundles for known in keys)
    words = ngettext(
        "{name}: a registry of {count} bundle; it verifies, and every figure is what it gives.",
        "{name}: a registry of {count} bundles; every one verifies, and every figure is what they give.",
        count,
    )
    yield words.format(name=file_name(path), count=count)
    for known in keys:
        yield _told_key(known)


def _told_store(path: Path) -> Iterator[str]:
    application = Application(path)
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


def _told_signer(key: PublicKey) -> str:
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
    return _told_key(known[0])


def _told_key(known: KnownKey) -> str:
    words = {
        "pending": _("Signed by {fingerprint}, a key that nobody has confirmed; its first bundle claims: {owner}."),
        "confirmed": _("Signed by {fingerprint}, the confirmed key of {owner}."),
        "revoked": _("Signed by {fingerprint}, the revoked key of {owner}; nothing of it counts."),
    }
    return words[known.status].format(fingerprint=known.key.groups, owner=known.owner)
