"""Laws of bundles, tried with many invented ones."""

from random import Random
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import BundleParts, make_bundle, open_bundle
from relational_screen.screening.canonical import canonical, digest, plain
from relational_screen.screening.events import EventType
from tests.registry.independent_verifier import verify
from tests.registry.samples import FIRST, bundle, chain, office, relinked, with_events

BUNDLE = bundle()
EFFECT = {"direction": "raises", "passages": [{"label": "§ 1", "hash": "0"}]}
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.from_regex(r"\A[a-zæøå0-9][a-zæøå0-9 .,()-]{0,20}\.(docx|pdf|json|txt)\Z")


def _is_refused(data: bytes) -> bool:
    try:
        open_bundle(data)
    except ScreenError:
        return True
    return False


@MANY
@given(st.integers(0, len(BUNDLE) - 1), st.integers(1, 255))
def test_a_bundle_with_any_one_byte_changed_is_refused(at: int, difference: int) -> None:
    data = bytearray(BUNDLE)
    data[at] ^= difference
    assert _is_refused(bytes(data))


@MANY
@given(st.integers(0, len(BUNDLE)), st.integers(0, 40), st.binary(max_size=40))
def test_a_bundle_with_any_bytes_put_in_or_taken_out_is_refused(at: int, gone: int, put: bytes) -> None:
    data = BUNDLE[:at] + put + BUNDLE[at + gone :]
    assert _is_refused(data) == (data != BUNDLE)


@MANY
@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused_and_never_a_fault(data: bytes) -> None:
    assert _is_refused(data)
    assert _is_refused(data + BUNDLE[-22:])


SPOILED: dict[str, dict[str, Any]] = {
    "proposal_changed": {"proposal": {"title": "Invented"}},
    "draft_attached": {"name": "x", "format": "txt", "sha256": "0", "passages": digest(FIRST), "moved": []},
    "gate_answered": {"gate": "g", "answer": "yes"},
    "relevance_reasoned": {"reason": "Invented"},
    "group_set": {"group": "g", "low": 1, "high": 2},
    "group_removed": {"group": "g"},
    "question_answered": {"question": "q0", "answer": {"status": "effects", "effects": [{"direction": "raises"}]}},
    "suggestion_judged": {"item": "q0", "hash": "0", "judgement": "accepted"},
    "exported": {"form": "bill", "language": "da", "format": "pdf", "content_hash": "0"},
    "commented": {"place": "q0", "text": "Invented"},
    "comment_settled": {"comment": 7},
    "review_asked": {"reader": "Invented Reader"},
    "review_given": {"outcome": "approved", "text": "", "content_hash": "0" * 64},
    "signed_off": {
        "content_hash": "0" * 64,
        "review_date": "",
        "indicators": [{"question": "q0", "effect": 0, "text": "Invented"}],
    },
    "reopened": {"reason": "Invented"},
    "followed_up": {
        "text": "Invented",
        "outcomes": [{"question": "q0", "effect": 0, "direction": "raises", "came": "less", "text": "Invented"}],
    },
    "undone": {"event": 6},
    "redone": {"event": 6},
}
STEPS: tuple[EventType, ...] = ("commented", "review_asked", "review_given", "signed_off")
STEPS_BEFORE = {"comment_settled": 1, "review_given": 2, "signed_off": 3, "reopened": 4, "followed_up": 4}
"""How many of the steps come before an event that only then has a meaning."""

WORDS = st.sampled_from(["label", "hash", "to", "status", "effects", "passages", "groups", "kind", "low"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)


def test_every_type_of_event_is_spoiled() -> None:
    assert {"started", *SPOILED} == set(get_args(EventType))


def _last(kind: str, data: dict[str, Any]) -> bytes:
    """A bundle whose last event holds this data, and whose other events are such that it may come."""
    made = chain()
    for step in STEPS[: STEPS_BEFORE.get(kind, 0)]:
        made.add(step, **SPOILED[step])
    made.add("gate_answered", gate="g", answer="yes")
    return with_events(relinked(made.events, type=kind, data=plain(data)))


@pytest.mark.parametrize("kind", sorted(SPOILED.keys() - {"redone"}))
def test_what_is_spoiled_is_read_as_long_as_it_is_whole(kind: str) -> None:
    assert not _is_refused(_last(kind, SPOILED[kind]))


@MANY
@given(st.sampled_from(sorted(SPOILED)), st.data())
def test_an_event_that_holds_anything_in_a_field_is_read_or_refused_and_never_a_fault(
    kind: str, drawn: st.DataObject
) -> None:
    data = {**SPOILED[kind], drawn.draw(st.sampled_from(sorted(SPOILED[kind]))): drawn.draw(JSON)}
    _is_refused(_last(kind, data))


@MANY
@given(JSON, st.sampled_from(["label", "hash", "to"]))
def test_moves_that_hold_anything_are_read_or_refused_and_never_a_fault(value: Any, field: str) -> None:
    made = chain(0)
    made.add("question_answered", question="q0", answer={"status": "effects", "effects": [EFFECT]})
    move = {"label": "§ 1", "hash": "0", "to": "§ 2", field: value}
    made.add("draft_attached", **{**SPOILED["draft_attached"], "moved": [move]})
    _is_refused(with_events([event.content for event in made.events]))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.text(min_size=1, max_size=30), max_size=5),
    st.dictionaries(NAMES, st.binary(max_size=100), max_size=4),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_what_goes_in_comes_out_in_the_same_bytes_whatever_the_order(
    reasons: list[str], notes: dict[str, bytes], with_draft: bool, order: Random
) -> None:
    catalogue, draft = canonical({"of": reasons}), canonical({"draft": reasons})
    made = chain(0, content=digest(catalogue))
    del made.events[1:]
    made.add("draft_attached", name="x", format="txt", sha256="0" * 64, passages=digest(draft), moved=[])
    for reason in reasons:
        made.add("relevance_reasoned", reason=reason)
    content = {digest(data): data for data in ((catalogue, draft) if with_draft else (catalogue,))}
    data = make_bundle(BundleParts(made.events, content, notes), office())
    shuffled = list(notes.items())
    order.shuffle(shuffled)
    assert make_bundle(BundleParts(made.events, content, dict(shuffled)), office()) == data
    opened = open_bundle(data)
    assert (list(opened.events), opened.content, opened.attachments) == (made.events, content, notes)
    assert verify(data) == opened.signed_by.fingerprint
