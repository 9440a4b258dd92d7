"""Invented bundles, whole and spoiled. Nothing here is real content."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from relational_screen.registry.bundle.bundle import BundleParts, make_bundle
from relational_screen.registry.bundle.manifest import EVENTS, MANIFEST, SIGNATURE
from relational_screen.registry.bundle.packing import packed, unpacked
from relational_screen.registry.bundle.signature import signed
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.screening.canonical import canonical, digest
from relational_screen.screening.events import Event
from tests.builders import Chain

CATALOGUE = canonical({"invented": "catalogue of æ, ø and å"})
FIRST, SECOND = canonical({"passages": ["invented"]}), canonical({"passages": ["invented", "anew"]})
NOTE = b"an invented note"


@cache
def office() -> SigningKey:
    """The key of an invented office, the same in every run."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.from_private_bytes(b"an invented office, not a secret"))


def chain(answers: int = 3, screening: str = "s1", content: str = digest(CATALOGUE)) -> Chain:
    found = Chain(screening)
    found.events.clear()
    found.add("started", content=content, proposal={"title": "Invented"})
    for version in (FIRST, SECOND):
        found.add("draft_attached", name="x.txt", format="txt", sha256="0" * 64, passages=digest(version), moved=[])
    for number in range(answers):
        found.add("question_answered", question=f"q{number}", answer={"status": "no_effect"})
    return found


def parts(*content: bytes, answers: int = 3, attachments: Mapping[str, bytes] | None = None) -> BundleParts:
    """What a bundle is made of; with all content when none is named."""
    held = content or (CATALOGUE, FIRST, SECOND)
    notes = {"Notat æøå 1.docx": NOTE, "note.json": b"{}"} if attachments is None else attachments
    return BundleParts(chain(answers).events, {digest(data): data for data in held}, notes, "0.1.0")


def bundle(key: SigningKey | None = None) -> bytes:
    return make_bundle(parts(), key or office())


def files_of(data: bytes) -> dict[str, bytes]:
    """All parts of a bundle, to be spoiled."""
    return unpacked(data)


def resigned(files: Mapping[str, bytes], key: SigningKey | None = None, **changes: Any) -> bytes:
    """A bundle of any files with a manifest and signature that fit them, but for `changes` to the manifest.

    It is what one could make who holds an office's key and wants to deceive.
    """
    held = {name: data for name, data in files.items() if name not in (MANIFEST, SIGNATURE)}
    log = held.get(EVENTS, b"").split(b"\n")[:-1]
    manifest = json.loads(files[MANIFEST])
    manifest["parts"] = {name: {"sha256": digest(data), "size": len(data)} for name, data in held.items()}
    manifest["events"] = {"count": len(log), "head": digest(log[-1]) if log else "0" * 64}
    spelled = canonical({**manifest, **changes})
    return packed({**held, MANIFEST: spelled, SIGNATURE: signed(spelled, key or office())})


def with_events(lines: list[bytes]) -> bytes:
    """A bundle signed anew over other events."""
    return resigned({**files_of(bundle()), EVENTS: b"".join(line + b"\n" for line in lines)})


def relinked(events: list[Event], **changes: Any) -> list[bytes]:
    """Chain the fields of events anew, with changes to those of the last: what a forger of a whole chain does."""
    lines: list[bytes] = []
    for event in events:
        fields = json.loads(event.content)
        if event is events[-1]:
            fields |= changes
        fields["previous"] = digest(lines[-1]) if lines else ""
        lines.append(json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
    return lines
