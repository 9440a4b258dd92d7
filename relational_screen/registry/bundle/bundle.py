"""A bundle (`.relscreen`): one screening in one signed file, for those who audit it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from relational_screen import __version__
from relational_screen.drafts.draft import Draft
from relational_screen.errors import N_, ScreenError
from relational_screen.registry.bundle.chain import (
    MAX_VALUES,
    clock_went_back,
    folded,
    log_of,
    read_log,
    reads_alike,
    values_in,
)
from relational_screen.registry.bundle.manifest import (
    ATTACHMENT,
    ATTACHMENTS,
    CONTENT,
    EVENTS,
    FORMAT,
    MANIFEST,
    SIGNATURE,
    VERSION,
    Log,
    Manifest,
    Part,
    read_manifest,
)
from relational_screen.registry.bundle.packing import packed, unpacked
from relational_screen.registry.bundle.refusing import refused
from relational_screen.registry.bundle.signature import signed, signer
from relational_screen.registry.keys.keys import PublicKey, SigningKey
from relational_screen.screening.canonical import canonical, digest, plain
from relational_screen.screening.events import Event
from relational_screen.screening.state import State

MAX_CONTENT = 16_000_000
"""Bytes; the catalogue takes half a million, a draft of 200 pages about one."""


@dataclass(frozen=True, slots=True)
class BundleParts:
    """What goes into a bundle: the chain, the content it pins by hash, and attachments by file name.

    The draft's passages are withheld by leaving them out of `content`; their hash stays in the chain.
    """

    events: Sequence[Event]
    content: Mapping[str, bytes]
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    program: str = __version__


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that passed every check. Whether `signed_by` is a known office's key is for the caller to decide.

    `id` is the SHA-256 of the manifest, so equal bundles have equal ids.
    """

    id: str
    signed_by: PublicKey
    manifest: Manifest
    events: tuple[Event, ...]
    state: State
    content: Mapping[str, bytes]
    attachments: Mapping[str, bytes]

    @property
    def screening(self) -> str:
        """The id of the screening."""
        return self.manifest.screening

    @property
    def drafts(self) -> tuple[Draft | None, ...]:
        """The versions of the draft; None where the text was withheld, or is none that can be read."""
        return tuple(_draft(self.content.get(version.passages)) for version in self.state.drafts)

    @property
    def clock_went_back(self) -> tuple[int, ...]:
        """The numbers of events dated before the one they follow: shown, not refused, since clocks are set."""
        return clock_went_back(self.events)


def make_bundle(parts: BundleParts, key: SigningKey) -> bytes:
    """Return the bundle of a screening, signed; equal parts and an equal key give equal bytes.

    Raises:
        ScreenError: an attachment's name will not do, or the parts are not a whole screening.
    """
    files = {EVENTS: log_of(event.content for event in parts.events)}
    files |= {f"{CONTENT}{name}.json": data for name, data in parts.content.items()}
    files |= {_attachment(name): data for name, data in parts.attachments.items()}
    manifest = _manifest(parts, files).spelled()
    bundle = packed({**files, MANIFEST: manifest, SIGNATURE: signed(manifest, key)})
    open_bundle(bundle)  # nothing leaves that would be refused where it arrives
    return bundle


def open_bundle(data: bytes) -> OpenedBundle:
    """Verify a bundle wholly and return what it holds.

    Raises:
        ScreenError: anything in it is changed, missing, repeated, unnamed or unknown; nothing of it is to be used then.
    """
    files = unpacked(data)
    spelled, signature = files.pop(MANIFEST, b""), files.pop(SIGNATURE, b"")
    manifest = read_manifest(spelled)
    signed_by = signer(signature, spelled)
    _check_parts(manifest, files)
    events = read_log(files[EVENTS])
    if (events[0].screening, _log(events)) != (manifest.screening, manifest.events):
        raise refused(N_("The bundle's manifest speaks of other events than the bundle holds."))
    state = folded(events)
    content = {name.removesuffix(".json"): part for name, part in _inside(files, CONTENT).items()}
    _check_content(manifest, state, content)
    attachments = _inside(files, ATTACHMENTS)
    return OpenedBundle(digest(spelled), signed_by, manifest, tuple(events), state, content, attachments)


def _draft(data: bytes | None) -> Draft | None:
    """Return the draft that bytes hold: the chain vouches for the bytes, not for their sense."""
    try:
        return Draft.model_validate_json(data) if data else None
    except ValueError:
        return None


def _manifest(parts: BundleParts, files: Mapping[str, bytes]) -> Manifest:
    _, passages = _pinned(folded(parts.events))
    return Manifest(
        format=FORMAT,
        version=VERSION,
        program=parts.program,
        screening=parts.events[0].screening,
        events=_log(parts.events),
        withheld=tuple(sorted(passages - parts.content.keys())),
        parts={name: _part(data) for name, data in files.items()},
    )


def _part(data: bytes) -> Part:
    return Part(sha256=digest(data), size=len(data))


def _log(events: Sequence[Event]) -> Log:
    return Log(count=len(events), head=events[-1].hash)


def _inside(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {name.removeprefix(folder): data for name, data in files.items() if name.startswith(folder)}


def _attachment(name: str) -> str:
    if not ATTACHMENT.fullmatch(plain(name)):
        raise ScreenError(
            N_("The file name {name} cannot stand in a bundle."),
            N_("Use letters, digits, spaces and . , ( ) - _ only, and one of the endings .docx, .pdf, .json and .txt."),
            name=name,
        )
    return f"{ATTACHMENTS}{plain(name)}"


def _check_parts(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Refuse parts that the manifest does not name, and those that it names otherwise than they are."""
    if files.keys() != manifest.parts.keys() or EVENTS not in files:
        raise refused(N_("The bundle holds other parts than its manifest names."))
    if len({name.casefold() for name in files}) < len(files):
        raise refused(N_("The bundle holds two parts that are one file on some systems."))
    for name, data in files.items():
        if manifest.parts[name] != _part(data):
            raise refused(N_("The bundle's {part} was changed."), part=name)


def _check_content(manifest: Manifest, state: State, content: Mapping[str, bytes]) -> None:
    """Refuse content that is not what the chain pins; only the draft's passages may be withheld."""
    catalogue, passages = _pinned(state)
    withheld = tuple(sorted(passages - content.keys()))
    if not {catalogue} <= content.keys() <= {catalogue} | passages or withheld != manifest.withheld:
        raise refused(N_("The bundle holds other content than its events pin."))
    if any(digest(data) != name for name, data in content.items()):
        raise refused(N_("The bundle holds content under a hash that is not its own."))
    if not all(len(data) <= MAX_CONTENT and _is_canonical(data) for data in content.values()):
        raise refused(N_("The bundle's {part} does not hold what the format says."), part=CONTENT)


@lru_cache(maxsize=8)
def _is_canonical(data: bytes) -> bool:
    """Whether content is JSON that two readers cannot read differently; most bundles hold one of a few catalogues."""
    if values_in(data) > MAX_VALUES:
        return False
    try:
        found = json.loads(data)
        return canonical(found) == data and reads_alike(found)
    except (ValueError, TypeError, RecursionError):
        return False


def _pinned(state: State) -> tuple[str, set[str]]:
    """Return the hashes that a screening pins: of its catalogue, and of the passages of each version of its draft."""
    return state.content, {version.passages for version in state.drafts}
