"""Keys: what a fingerprint is, how public keys travel, and that private ones are never shown."""

from hashlib import sha256

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.registry.keys.public_key_text import public_key_text, read_public_key
from tests.registry.samples import office

PASSWORD = "an invented password"


def _text(owner: str = "Invented Ministry of Æ, Ø and Å") -> str:
    return public_key_text(office().public, owner)


def test_a_fingerprint_is_of_the_public_key_and_shown_in_groups_of_four() -> None:
    public = office().public
    assert public.fingerprint == sha256(public.raw).hexdigest()[:32]
    assert public.groups.replace(" ", "") == public.fingerprint
    assert [len(group) for group in public.groups.split(" ")] == [4] * 8


def test_a_signature_is_good_for_its_message_and_key_only() -> None:
    signature = office().sign(b"invented")
    assert office().public.verifies(signature, b"invented")
    assert not office().public.verifies(signature, b"inverted")
    assert not office().public.verifies(signature[:-1], b"invented")
    assert not SigningKey.created().public.verifies(signature, b"invented")


def test_every_new_key_is_another() -> None:
    assert SigningKey.created().public != SigningKey.created().public


@pytest.mark.parametrize("password", [None, PASSWORD])
def test_a_private_key_is_read_back_from_what_is_kept(password: str | None) -> None:
    assert SigningKey.from_secret(office().secret(password), password).public == office().public


def test_a_protected_private_key_needs_its_password() -> None:
    for wrong in (None, "", "another password"):
        with pytest.raises(ValueError):
            SigningKey.from_secret(office().secret(PASSWORD), wrong)
    with pytest.raises(ValueError):
        SigningKey.from_secret(office().secret(), PASSWORD)


def test_a_private_key_of_another_kind_is_refused() -> None:
    from cryptography.hazmat.primitives import serialization as to
    from cryptography.hazmat.primitives.asymmetric import ec

    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        to.Encoding.PEM, to.PrivateFormat.PKCS8, to.NoEncryption()
    )
    with pytest.raises(ValueError):
        SigningKey.from_secret(pem)


def test_a_private_key_is_not_shown_when_printed() -> None:
    assert repr(office()) == str(office()) == "SigningKey()"


def test_a_public_key_is_read_back_from_its_text() -> None:
    assert read_public_key(_text()) == (office().public, "Invented Ministry of Æ, Ø and Å")


def test_a_public_key_survives_the_line_ends_and_blanks_of_a_letter() -> None:
    letter = "\ufeff\n" + _text().replace("\n", " \r\n") + "\n\n"
    assert read_public_key(letter.lstrip("\ufeff")) == read_public_key(_text())


def test_a_public_key_text_holds_nothing_private() -> None:
    assert "PRIVATE" not in _text()
    assert office().public.groups in _text()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Fingerprint: ", "Fingerprint: 0"),
        ("Owner: ", "Owned by: "),
        ("Relational Screen public key", "Another public key"),
        ("MCow", "MCox"),
        ("-----BEGIN PUBLIC KEY-----", ""),
        ("-----END", "More\n-----END"),
        (_text(), ""),
        (_text(), "An invented letter.\n" * 200),
        (_text(), _text() * 2),
    ],
)
def test_a_text_that_is_no_public_key_or_was_changed_is_refused(old: str, new: str) -> None:
    changed = _text().replace(old, new, 1)
    assert changed != _text()
    with pytest.raises(ScreenError, match="no public key"):
        read_public_key(changed)


def test_a_public_key_of_another_kind_is_refused() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    pem = (
        ec.generate_private_key(ec.SECP256R1())
        .public_key()
        .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    with pytest.raises(ScreenError, match="no public key"):
        read_public_key(_text()[: _text().index("-----")] + pem.decode())


@pytest.mark.parametrize("owner", ["", " ", "two\nlines", "\u202ereversed", "x" * 201, "-----BEGIN PUBLIC KEY-----"])
def test_an_owner_that_is_not_one_plain_line_is_refused(owner: str) -> None:
    with pytest.raises(ScreenError, match="a name of one line"):
        _text(owner)
