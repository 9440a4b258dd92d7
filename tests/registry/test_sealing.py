"""Sealed bundles: only who they are sealed for opens them."""

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import open_bundle
from relational_screen.registry.keys.sealing import OpeningKey, is_sealed, sealed, unsealed
from tests.registry.samples import NOTE, bundle

SECRETARIAT = OpeningKey.created()


def test_a_sealed_bundle_is_opened_by_whom_it_is_for() -> None:
    closed = sealed(bundle(), SECRETARIAT.recipient)
    assert unsealed(closed, SECRETARIAT) == bundle()
    assert NOTE not in closed


def test_a_sealed_bundle_is_told_from_an_open_one() -> None:
    assert is_sealed(sealed(bundle(), SECRETARIAT.recipient))
    assert not is_sealed(bundle())
    with pytest.raises(ScreenError, match="is not a bundle"):
        open_bundle(sealed(bundle(), SECRETARIAT.recipient))


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(ScreenError, match="sealed for another key"):
        unsealed(sealed(bundle(), SECRETARIAT.recipient), OpeningKey.created())


def test_a_sealed_bundle_that_was_changed_is_refused() -> None:
    closed = sealed(bundle(), SECRETARIAT.recipient)
    for changed in (closed[:-1] + bytes([closed[-1] ^ 1]), closed[:-1], closed + b"x", b"", bundle()):
        with pytest.raises(ScreenError, match="or damaged"):
            unsealed(changed, SECRETARIAT)


@pytest.mark.parametrize(
    "text", ["", "age1", "age1invented", "AGE-SECRET-KEY-1", "ssh-ed25519 AAAA", "æøå", "x" * 9999]
)
def test_a_text_that_is_no_key_to_seal_for_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ScreenError, match="not a public key that can be sealed for") as caught:
        sealed(b"", text)
    assert caught.value.values == {}


def test_a_private_key_given_by_mistake_is_refused() -> None:
    with pytest.raises(ScreenError, match="not a public key"):
        sealed(b"", SECRETARIAT.secret().decode())


def test_the_key_to_seal_for_may_have_blanks_around_it() -> None:
    assert unsealed(sealed(b"invented", f" {SECRETARIAT.recipient}\r\n"), SECRETARIAT) == b"invented"


def test_an_opening_key_is_not_shown_when_printed() -> None:
    assert repr(SECRETARIAT) == str(SECRETARIAT) == "OpeningKey()"
