"""Invented offices, and bundles of invented screenings that can be scored. Nothing here is real content."""

import sqlite3
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from relational_screen.app.pinned import pin
from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.registry.bundle.bundle import BundleParts, make_bundle
from relational_screen.registry.inbox.inbox import ImportReport, import_bundles
from relational_screen.registry.inbox.known_keys import KnownKey
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.screening.answers import Answer
from relational_screen.screening.events import Event
from relational_screen.screening.proposal import Proposal
from relational_screen.screening.state import fold
from tests.builders import Chain, answer, catalogue, checklist, effect, question

LOWERS = answer(effect("lowers", groups=["people-at-risk"]))
RAISES = answer(effect("raises", groups=["people-not-at-risk"]))


@cache
def content() -> Catalogue:
    homes = checklist("homes", [question("homes.one", "key"), question("homes.two", "key", "time")])
    return catalogue(homes, checklist("common", order=99))


@cache
def key(number: int) -> SigningKey:
    """The key of an invented office, the same in every run."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.from_private_bytes(f"invented office {number:>5}, no secret".encode()))


def started(screening: str, title: str = "", authority: str = "Invented Ministry") -> Chain:
    chain = Chain(screening)
    chain.events.clear()
    proposal = Proposal(title=title or screening, authority=authority, stage="consultation")
    chain.add("started", content=pin(content())[0], proposal=proposal.model_dump())
    return chain


def screened(screening: str, *answers: Answer | None, authority: str = "Invented Ministry") -> Chain:
    """A screening whose questions have these answers, in order; without any no arena is touched."""
    chain = started(screening, authority=authority)
    for gate in ("homes.gate-any", "common.gate-any"):
        chain.gate(gate, "yes" if answers and gate.startswith("homes") else "no")
    for name, given in zip(("homes.one", "homes.two", "common.one"), answers, strict=False):
        chain.answer(name, given)
    return chain


def sign_off(chain: Chain) -> None:
    """Let a second reader approve a screening as it stands, and sign it off."""
    content_hash = fold(chain.events).content_hash
    chain.add("review_asked", reader="Invented Reader")
    chain.add("review_given", outcome="approved", text="", content_hash=content_hash)
    chain.add("signed_off", content_hash=content_hash, review_date="", indicators=[])


def follow_up(chain: Chain, *outcomes: tuple[str, str]) -> None:
    """Say of expected directions what came of them, as for example `("lowers", "less")`."""
    told = [
        {"question": "homes.one", "effect": number, "direction": direction, "came": came, "text": "Invented."}
        for number, (direction, came) in enumerate(outcomes)
    ]
    chain.add("followed_up", text="Invented.", outcomes=told)


def bundled(events: list[Event], office: int = 1, attachments: Mapping[str, bytes] | None = None) -> bytes:
    name, data = pin(content())
    return make_bundle(BundleParts(events, {name: data}, attachments or {}), key(office))


def laid(folder: Path, name: str, events: list[Event], office: int = 1) -> Path:
    """A bundle as a file in an inbox."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.relscreen"
    path.write_bytes(bundled(events, office))
    return path


def yes(_: KnownKey) -> bool:
    return True


def no(_: KnownKey) -> bool:
    return False


def take(registry: Registry, *paths: Path) -> ImportReport:
    """Take bundles in, every key confirmed."""
    return import_bundles(paths, registry, yes)


def everything(registry: Registry) -> list[str]:
    """All that the registry holds but the list of refusals."""
    with sqlite3.connect(registry.path) as by_hand:
        found = [line for line in by_hand.iterdump() if "refusal" not in line and "sqlite_sequence" not in line]
    by_hand.close()
    return found
