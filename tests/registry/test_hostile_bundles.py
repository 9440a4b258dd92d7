"""Bundles made to deceive, one kind at a time; each is refused, whoever signed it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import make_bundle, open_bundle
from relational_screen.registry.bundle.chain import MAX_EVENTS
from relational_screen.registry.bundle.manifest import EVENTS, MANIFEST, SIGNATURE
from relational_screen.registry.bundle.packing import packed
from relational_screen.registry.bundle.signature import signed
from relational_screen.registry.keys.keys import SigningKey
from relational_screen.screening.canonical import canonical, digest
from tests.registry.samples import (
    CATALOGUE,
    FIRST,
    bundle,
    chain,
    files_of,
    office,
    parts,
    relinked,
    resigned,
    with_events,
)

Lines = list[bytes]


def refused(data: bytes, why: str) -> None:
    with pytest.raises(ScreenError, match=why):
        open_bundle(data)


def _lines() -> Lines:
    return [event.content for event in chain().events]


def _changed(old: bytes, new: bytes) -> Lines:
    assert old in _lines()[-1]
    return [*_lines()[:-1], _lines()[-1].replace(old, new)]


def _log(lines: Lines) -> bytes:
    return b"".join(line + b"\n" for line in lines)


EVENT_TRICKS: dict[str, Callable[[Lines], Lines]] = {
    "changed": lambda lines: [lines[0].replace(b"Invented", b"Inverted"), *lines[1:]],
    "swapped": lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]],
    "first dropped": lambda lines: lines[1:],
    "one dropped": lambda lines: lines[:3] + lines[4:],
    "repeated": lambda lines: [*lines, lines[-1]],
    "repeated in the middle": lambda lines: [*lines[:3], *lines[2:]],
    "reversed": lambda lines: lines[::-1],
    "of another screening": lambda lines: [*lines, chain(9, "s2").events[len(lines)].content],
}


@pytest.mark.parametrize("trick", EVENT_TRICKS.values(), ids=EVENT_TRICKS)
def test_events_that_do_not_follow_are_refused_even_when_the_office_signs_them(trick: Callable[[Lines], Lines]) -> None:
    refused(with_events(trick(_lines())), r"chain is broken at event|was changed outside the program")


TRICKS: dict[str, Callable[[Lines], Lines]] = {
    **EVENT_TRICKS,
    "last dropped": lambda lines: lines[:-1],
    "none left": lambda lines: [],
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_events_that_others_than_the_office_touched_are_refused(trick: Callable[[Lines], Lines]) -> None:
    refused(packed({**files_of(bundle()), EVENTS: _log(trick(_lines()))}), r"events\.jsonl was changed")


SPELLINGS = {
    "with a space": (b'"seq":6', b'"seq": 6'),
    "with a repeated key": (b'"seq":6', b'"seq":6,"seq":6'),
    "with a float": (b'"seq":6', b'"seq":6.0'),
    "with a truth for a number": (b'"seq":6', b'"seq":true'),
    "with not-a-number": (b'"status":"no_effect"', b'"status":NaN'),
    "with an escape that is not needed": (b"no_effect", b"no\\u005feffect"),
    "with a lone surrogate": (b"no_effect", b"\\ud800"),
    "with a huge number": (b'"seq":6', b'"seq":' + b"9" * 5000),
    "with a missing key": (b'"by":"Invented Person",', b""),
    "with an unknown key": (b'"by":', b'"bx":1,"by":'),
    "with a number for a name": (b'"by":"Invented Person"', b'"by":1'),
    "not decomposed": (b"Invented Person", "A\u030a".encode()),
    "dated without a zone": (b"+00:00", b""),
    "dated in another way": (b"T", b" "),
    "not dated": (b"2027-03-01T12:05:00+00:00", b"noon"),
    "dated by a number": (b'"2027-03-01T12:05:00+00:00"', b"1"),
    "nested without end": (b'"no_effect"', b"[" * 100_000),
    "nested deeply": (b'"no_effect"', b"[" * 900 + b"]" * 900),
    "starting anew": (b"question_answered", b"started"),
    "no JSON": (b"{", b""),
    "a list": (b"{", b"["),
}


@pytest.mark.parametrize(("old", "new"), SPELLINGS.values(), ids=SPELLINGS)
def test_an_event_that_is_not_spelled_as_stored_is_refused(old: bytes, new: bytes) -> None:
    refused(with_events(_changed(old, new)), "Event 6 is damaged or was changed")


def test_an_event_in_utf_16_is_refused() -> None:
    refused(with_events([*_lines()[:-1], _lines()[-1].decode().encode("utf-16-le")]), "Event 6|does not hold")


def test_an_event_of_a_newer_program_is_told_as_such() -> None:
    refused(with_events(relinked(chain().events, type="dreamt")), "Event 6 was written by a newer version")


MEANINGLESS: dict[str, dict[str, Any]] = {
    "an answer that is none": {"data": {"question": "q2", "answer": {"status": "perhaps"}}},
    "an answer without a question": {"data": {"answer": None}},
    "a question that is a list": {"data": {"question": [], "answer": None}},
    "a gate answered by a number": {"type": "gate_answered", "data": {"gate": "g", "answer": 7}},
    "a reason that is an object": {"type": "relevance_reasoned", "data": {"reason": {}}},
    "an undo of what never was": {"type": "undone", "data": {"event": 99}},
    "an undo of the start": {"type": "undone", "data": {"event": 1}},
    "passages that are a list": {
        "type": "draft_attached",
        "data": {"name": "x", "format": "txt", "sha256": "0", "passages": [], "moved": []},
    },
    "moves that are a number": {
        "type": "draft_attached",
        "data": {"name": "x", "format": "txt", "sha256": "0", "passages": digest(FIRST), "moved": 5},
    },
    "an export of unknown fields": {"type": "exported", "data": {"form": "bill", "invented": 1}},
}


@pytest.mark.parametrize("changes", MEANINGLESS.values(), ids=MEANINGLESS)
def test_a_chain_that_is_whole_but_means_nothing_is_refused(changes: dict[str, Any]) -> None:
    refused(with_events(relinked(chain().events, **changes)), "do not add up to a screening")


@pytest.mark.parametrize("changes", [{"data": {}}, {"data": {"content": 1, "proposal": {}}}, {"data": {"content": []}}])
def test_a_start_that_pins_nothing_is_refused(changes: dict[str, Any]) -> None:
    refused(with_events(relinked(chain().events[:1], **changes)), "do not add up to a screening")


LIES: dict[str, dict[str, Any]] = {
    "count": {"events": {"count": 7, "head": chain().events[-1].hash}},
    "head": {"events": {"count": 6, "head": "0" * 64}},
    "screening": {"screening": "s2"},
    "withheld": {"withheld": [digest(FIRST)]},
    "parts": {"parts": {}},
    "part that is not there": {"parts": {"attachments/more.pdf": {"sha256": "0" * 64, "size": 0}}},
    "unknown key": {"invented": 1},
    "path in a name": {"parts": {"attachments/../x.pdf": {"sha256": "0" * 64, "size": 0}}},
    "negative size": {"parts": {EVENTS: {"sha256": "0" * 64, "size": -1}}},
    "id that is a path": {"screening": "../s1"},
    "program of many lines": {"program": "0.1.0\nbetter"},
    "true for one": {"version": True},
}
WHY = "speaks of other events|other content|other parts|does not hold what the format says"


@pytest.mark.parametrize("changes", LIES.values(), ids=LIES)
def test_a_manifest_that_lies_is_refused_even_when_the_office_signs_it(changes: dict[str, Any]) -> None:
    refused(resigned(files_of(bundle()), **changes), WHY)


@pytest.mark.parametrize("field", ["sha256", "size"])
def test_a_manifest_that_lies_of_a_part_is_refused(field: str) -> None:
    told = json.loads(files_of(bundle())[MANIFEST])["parts"]
    told["attachments/note.json"][field] = {"sha256": "0" * 64, "size": 3}[field]
    refused(resigned(files_of(bundle()), parts=told), r"note\.json was changed")


def test_a_manifest_in_another_spelling_is_refused() -> None:
    files = files_of(bundle())
    spelled = json.dumps(json.loads(files[MANIFEST])).encode()
    refused(packed({**files, MANIFEST: spelled, SIGNATURE: signed(spelled, office())}), "does not hold what the format")


@pytest.mark.parametrize("spelled", [b"", b"{", b"[]", b"1", b"[" * 100_000, b"\xff", b'{"format":"another"}'])
def test_a_manifest_that_is_none_is_refused(spelled: bytes) -> None:
    refused(packed({**files_of(bundle()), MANIFEST: spelled}), "does not hold what the format says|is not a bundle")


def test_a_bundle_of_an_unknown_format_version_is_told_as_such() -> None:
    refused(resigned(files_of(bundle()), version=2), r"another version than this program knows \(1\).*newer version")


@pytest.mark.parametrize("name", [EVENTS, MANIFEST, SIGNATURE, f"content/{digest(CATALOGUE)}.json"])
def test_a_bundle_without_one_of_its_parts_is_refused(name: str) -> None:
    files = files_of(bundle())
    del files[name]
    refused(packed(files), "other parts|is not a bundle|does not hold what the format says")


def test_a_bundle_without_events_is_refused_even_when_the_office_signs_it() -> None:
    files = files_of(bundle())
    del files[EVENTS]
    refused(resigned(files, events={"count": 1, "head": "0" * 64}), "other parts")


@pytest.mark.parametrize("log", [b"", b"\n", _log(_lines())[:-1], _log(_lines()) + b"\n"])
def test_a_log_that_is_not_one_event_a_line_is_refused(log: bytes) -> None:
    told = {"count": 6, "head": chain().events[-1].hash}
    refused(resigned({**files_of(bundle()), EVENTS: log}, events=told), "does not hold what the format says|damaged")


def test_a_part_that_the_manifest_does_not_name_is_refused() -> None:
    refused(packed({**files_of(bundle()), "attachments/more.pdf": b""}), "other parts than its manifest names")


def test_content_that_no_event_pins_is_refused_even_when_the_office_signs_it() -> None:
    refused(resigned({**files_of(bundle()), f"content/{digest(b'1')}.json": b"1"}), "other content")


def test_content_under_the_hash_of_other_content_is_refused_even_when_the_office_signs_it() -> None:
    refused(resigned({**files_of(bundle()), f"content/{digest(FIRST)}.json": CATALOGUE}), "a hash that is not its own")


def _signature(**changes: Any) -> bytes:
    files = files_of(bundle())
    return packed({**files, SIGNATURE: canonical({**json.loads(files[SIGNATURE]), **changes})})


def test_another_key_put_in_place_of_the_offices_is_refused() -> None:
    other = SigningKey.created().public
    refused(_signature(public_key=other.raw.hex(), key=other.fingerprint), "signature is not valid")


def test_a_fingerprint_of_another_is_refused() -> None:
    refused(_signature(key="0" * 32), "another bundle or another key")


def test_the_signature_of_another_bundle_is_refused() -> None:
    other = make_bundle(parts(answers=1), office())
    files = {**files_of(bundle()), SIGNATURE: files_of(other)[SIGNATURE]}
    refused(packed(files), "another bundle or another key")


def test_a_signature_that_was_made_for_another_purpose_is_refused() -> None:
    name = digest(files_of(bundle())[MANIFEST])
    refused(_signature(signature=office().sign(name.encode()).hex()), "signature is not valid")


@pytest.mark.parametrize("changes", [{"algorithm": "none"}, {"signature": ""}, {"public_key": "zz"}, {"more": 1}])
def test_a_signature_of_another_shape_is_refused(changes: dict[str, Any]) -> None:
    refused(_signature(**changes), "does not hold what the format says")


def test_a_bundle_that_another_signed_anew_shows_that_others_key() -> None:
    other = SigningKey.created()
    assert open_bundle(resigned(files_of(bundle()), other)).signed_by == other.public != office().public


def test_an_id_that_is_a_path_is_refused_even_when_the_whole_chain_has_it() -> None:
    log = _log([event.content for event in chain(screening="../s1").events])
    refused(resigned({**files_of(bundle()), EVENTS: log}, screening="../s1"), "does not hold what the format says")


@pytest.mark.parametrize("more", [0, 1])
def test_the_most_events_are_read_and_one_more_is_not(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relational_screen.registry.bundle.chain.MAX_EVENTS", 6)
    data = with_events([event.content for event in chain(3 + more).events])
    if more:
        refused(data, "more than 6 events")
    else:
        assert len(open_bundle(data).events) == 6
    assert MAX_EVENTS == 20_000
