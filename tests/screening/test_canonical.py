"""One spelling for data that is hashed."""

import json
from decimal import Decimal
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.screening.canonical import canonical, digest

plain_text = st.text(st.characters(exclude_categories=["Cs"]))
data = st.recursive(
    st.none() | st.booleans() | st.integers() | plain_text,
    lambda inner: st.lists(inner) | st.dictionaries(plain_text, inner),
    max_leaves=10,
)


@given(data)
def test_what_was_spelled_once_is_spelled_the_same_ever_after(found: object) -> None:
    once = canonical(found)
    assert canonical(json.loads(once)) == once
    assert is_normalized("NFC", once.decode())


@given(st.dictionaries(st.sampled_from("abcdef"), data), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(found: dict[str, object], random: object) -> None:
    items = list(found.items())
    random.shuffle(items)  # type: ignore[attr-defined]  # hypothesis hands out a random.Random
    assert canonical(dict(items)) == canonical(found)


def test_composed_and_decomposed_letters_are_spelled_the_same() -> None:
    assert canonical({"a\u030a": "e\u0301"}) == canonical({"\u00e5": "\u00e9"}) == '{"å":"é"}'.encode()


def test_letters_beyond_ascii_stand_as_themselves_without_spaces_between() -> None:
    assert canonical({"b": [1, True, None], "a": "§ 1"}) == '{"a":"§ 1","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("wrong", [0.5, {"deep": [1.0]}, Decimal(1), {1, 2}, b"bytes", object()])
def test_floats_and_whatever_json_cannot_repeat_exactly_are_refused(wrong: object) -> None:
    with pytest.raises(TypeError):
        canonical(wrong)


def test_a_digest_is_the_sha_256_in_hexadecimal() -> None:
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
