"""Bundles made to exhaust or to be misread: what swells in memory, what two programs read differently, weak keys."""

import json
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from relational_screen.errors import ScreenError
from relational_screen.registry.bundle.bundle import make_bundle, open_bundle
from relational_screen.registry.bundle.chain import MAX_CARRIED, MAX_DEPTH, MAX_EVENTS, MAX_VALUES, read_log
from relational_screen.registry.bundle.manifest import EVENTS, SIGNATURE
from relational_screen.registry.bundle.packing import packed
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.keys.keys import WEAK, PublicKey
from relational_screen.registry.keys.sealing import MARK, MAX_HEAD, OpeningKey, sealed, unsealed
from relational_screen.screening.canonical import canonical, digest
from tests.registry.offices import everything, take
from tests.registry.samples import CATALOGUE, FIRST, SECOND, bundle, chain, files_of, office, parts, relinked, resigned
from tests.registry.samples import with_events as bundle_of
from tests.registry.test_hostile_bundles import refused

ORDER = 2**252 + 27742317777372353535851937790883648493
"""The order of Ed25519's group (RFC 8032, section 5.1)."""


@contextmanager
def cheaply(seconds: float, megabytes: int) -> Iterator[None]:
    """Fail when what is done inside takes more time, or more memory at once."""
    tracemalloc.start()
    started = perf_counter()
    try:
        yield
        assert perf_counter() - started < seconds
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
    finally:
        tracemalloc.stop()


def _chained(*events: dict[str, Any]) -> list[bytes]:
    """The invented chain, and more events that follow from it."""
    lines = [event.content for event in chain(0).events]
    for fields in events:
        told = {"screening": "s1", "seq": len(lines) + 1, "at": "2027-03-01T12:05:00+00:00", "by": "Invented Person"}
        lines.append(canonical({**told, **fields, "previous": digest(lines[-1])}))
    return lines


def _answered(question: str, passages: list[str]) -> dict[str, Any]:
    answer = {"status": "effects", "effects": [{"direction": "lowers", "passages": passages}]}
    return {"type": "question_answered", "data": {"question": question, "answer": answer}}


def _attached() -> dict[str, Any]:
    moved = [{"label": "a", "hash": "b", "to": "c"}]
    data = {"name": "x", "format": "txt", "sha256": "0" * 64, "passages": digest(FIRST), "moved": moved}
    return {"type": "draft_attached", "data": data}


def test_a_million_events_are_refused_at_once_and_change_nothing(registry: Registry, tmp_path: Path) -> None:
    before = everything(registry)
    lies = resigned({**files_of(bundle()), EVENTS: b"{}\n" * 1_000_000}, events={"count": 10**6, "head": "0" * 64})
    (tmp_path / "million.relscreen").write_bytes(lies)
    with cheaply(seconds=2, megabytes=40):
        ((_, error),) = take(registry, tmp_path).refused
    assert f"more than {MAX_EVENTS} events" in str(error)
    assert everything(registry) == before


def test_a_log_as_large_as_a_part_may_be_is_refused_at_once() -> None:
    line = chain().events[-1].content + b"\n"
    data = resigned({**files_of(bundle()), EVENTS: line * (63_000_000 // len(line))})
    with cheaply(seconds=2, megabytes=500):
        refused(data, f"more than {MAX_EVENTS} events")


def test_a_manifest_that_claims_a_million_events_of_six_is_refused() -> None:
    events = {"count": 1_000_000, "head": chain().events[-1].hash}
    refused(resigned(files_of(bundle()), events=events), "speaks of other events")


SWELLING = {
    "passages of one answer": [_answered("q", ["x"] * MAX_VALUES)],
    "passages of many answers": [_answered(f"q{number}", ["x"] * 1_000) for number in range(600)],
    "lists that mean nothing": [{"type": "relevance_reasoned", "data": {"reason": "x", "more": [[]] * MAX_VALUES}}],
    "objects that mean nothing": [{"type": "relevance_reasoned", "data": {"reason": "x", "more": [{}] * MAX_VALUES}}],
}


@pytest.mark.parametrize("events", SWELLING.values(), ids=SWELLING)
def test_small_events_that_would_take_much_memory_are_refused_before(events: list[dict[str, Any]]) -> None:
    data = bundle_of(_chained(*events))
    with cheaply(seconds=2, megabytes=40):
        refused(data, "more than a screening can")


def test_many_versions_of_the_draft_against_many_answers_are_refused_before_they_take_minutes() -> None:
    answers = [_answered(f"q{number}", ["x"]) for number in range(2_000)]
    data = bundle_of(_chained(*answers, *[_attached()] * 2_000))
    with cheaply(seconds=2, megabytes=40):
        refused(data, "more than a screening can")


def test_a_long_screening_with_many_versions_of_its_draft_is_read() -> None:
    answers = [_answered(f"q{number}", ["x"] * 5) for number in range(1_000)]
    lines = _chained(*answers, *[_attached()] * 200)
    assert len(read_log(b"".join(line + b"\n" for line in lines))) == len(lines)
    assert MAX_CARRIED >= 40 * MAX_VALUES  # as long as can be, forty versions at least


@pytest.mark.parametrize("deep", [True, False])
def test_how_deep_an_event_may_be_nested_does_not_depend_on_the_program_around(deep: bool) -> None:
    value: list[Any] = []
    for _ in range(MAX_DEPTH - 3 + deep):
        value = [value]
    lines = _chained({"type": "relevance_reasoned", "data": {"reason": "x", "more": value}})
    if deep:
        refused(bundle_of(lines), "Event 4 is damaged or was changed")
    else:
        assert open_bundle(bundle_of(lines)).state.relevance_reason == "x"


@pytest.mark.parametrize("name", [1, None, True, 10**15])
def test_a_name_that_is_a_number_is_refused_though_json_would_spell_it_as_text(name: object) -> None:
    lines = relinked(chain().events, type="gate_answered", data={"gate": name, "answer": "yes"})
    refused(bundle_of(lines), "do not add up to a screening")


@pytest.mark.parametrize("number", [b"9" * 4_000, b"-1", b"1e400", b"1.0"])
def test_huge_and_odd_numbers_in_a_manifest_are_refused(number: bytes) -> None:
    files = files_of(bundle())
    for key in (b'"count":6', b'"version":1'):
        assert key in files["manifest.json"]
        spelled = files["manifest.json"].replace(key, key.split(b":")[0] + b":" + number)
        from relational_screen.registry.bundle.signature import signed

        refused(packed({**files, "manifest.json": spelled, SIGNATURE: signed(spelled, office())}), "bundle")


@pytest.mark.parametrize("number", [2**53, -(2**53), 10**4_000])
def test_a_number_that_other_programs_round_is_refused(number: int) -> None:
    def lines(value: int) -> list[bytes]:
        return _chained({"type": "relevance_reasoned", "data": {"reason": "x", "more": value}})

    refused(bundle_of(lines(number)), "Event 4 is damaged or was changed")
    assert len(open_bundle(bundle_of(lines(2**53 - 1))).events) == 4


@pytest.mark.parametrize("at", ["2027-03-01T12:05:00+00:00:30", "2027-03-01T12:05:00Z", "2027-03-01T12:05:00.5+00:00"])
def test_a_time_in_another_spelling_is_refused(at: str) -> None:
    refused(bundle_of(relinked(chain().events, at=at)), "Event 6 is damaged or was changed")


TWO_WAYS = {
    "a repeated key": b'{"invented":1,"invented":2}',
    "a space": b'{"invented": 1}',
    "a float": b'{"invented":1.5}',
    "not-a-number": b'{"invented":NaN}',
    "infinity": b'{"invented":Infinity}',
    "unordered keys": b'{"b":1,"a":1}',
    "decomposed text": '{"invented":"A\u030a"}'.encode(),
    "a needless escape": b'{"invented":"\\u0061"}',
    "a byte order mark": b'\xef\xbb\xbf{"invented":1}',
    "no text": b"\xff\xfe",
    "nothing": b"",
    "a huge number": b'{"invented":' + b"9" * 5_000 + b"}",
    "a number that others round": b'{"invented":%d}' % (2**53),
    "depth": b'{"invented":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "depth that some read": b'{"invented":' + b"[" * 40 + b"]" * 40 + b"}",
    "many values": b"[" + b"[]," * 600_000 + b"[]]",
}


def with_passages(content: bytes) -> bytes:
    """The invented bundle with other passages for its last draft, hash and signature fitting."""
    files = files_of(bundle())
    del files[f"content/{digest(SECOND)}.json"]
    lines = [event.content for event in chain(0).events][:-1]
    attached = json.loads(chain(0).events[-1].content)
    lines.append(canonical({**attached, "data": {**attached["data"], "passages": digest(content)}}))
    log = b"".join(line + b"\n" for line in lines)
    return resigned({**files, EVENTS: log, f"content/{digest(content)}.json": content})


@pytest.mark.parametrize("content", TWO_WAYS.values(), ids=TWO_WAYS)
def test_content_that_two_programs_could_read_differently_is_refused(content: bytes) -> None:
    data = with_passages(content)
    with cheaply(seconds=2, megabytes=40):
        refused(data, "content/ does not hold what the format says")


def test_content_larger_than_any_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bundle()
    monkeypatch.setattr("relational_screen.registry.bundle.bundle.MAX_CONTENT", len(CATALOGUE) - 1)
    refused(data, "content/ does not hold what the format says")


@pytest.mark.parametrize("names", [("a.pdf", "A.pdf"), ("Æ.pdf", "æ.pdf"), ("stra\u00dfe.pdf", "strasse.pdf")])
def test_attachments_that_are_one_file_on_some_systems_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(ScreenError, match="one file on some systems"):
        make_bundle(parts(attachments=dict.fromkeys(names, b"x")), office())


@pytest.mark.parametrize("name", ["nul.txt", "CON.pdf", "com1.docx", "Aux .json", "LPT9.x.pdf"])
def test_an_attachment_that_is_a_device_on_some_systems_is_refused(name: str) -> None:
    refused(resigned({**files_of(bundle()), f"attachments/{name}": b"x"}), "does not hold what the format says")
    assert open_bundle(make_bundle(parts(attachments={f"x{name}": b"x"}), office())).attachments == {f"x{name}": b"x"}


def test_a_name_in_two_spellings_of_unicode_is_one_or_refused() -> None:
    for name in ("A\u030arhus.pdf", "\u212b.pdf"):  # decomposed, and a sign for å that no composed text has
        refused(resigned({**files_of(bundle()), f"attachments/{name}": b"x"}), "other parts|what the format says")


def signed_by(raw: bytes, signature: bytes) -> bytes:
    files = files_of(bundle())
    told = json.loads(files[SIGNATURE])
    key = PublicKey(raw)
    told |= {"public_key": raw.hex(), "key": key.fingerprint, "signature": signature.hex()}
    return packed({**files, SIGNATURE: canonical(told)})


@pytest.mark.parametrize("sign", [0, 1])
@pytest.mark.parametrize("y", sorted(WEAK))
def test_a_key_under_which_anybody_can_sign_is_refused(y: int, sign: int) -> None:
    raw = (y | sign << 255).to_bytes(32, "little")
    for point in WEAK:
        refused(signed_by(raw, point.to_bytes(32, "little") + bytes(32)), "signature is not valid")
        signature = point.to_bytes(32, "little") + bytes(32)
        assert not any(PublicKey(raw).verifies(signature, b"%d" % number) for number in range(8))


def test_such_keys_would_be_believed_by_the_library_alone() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    one = (1).to_bytes(32, "little")
    Ed25519PublicKey.from_public_bytes(one).verify(one + bytes(32), b"invented")


def test_a_signature_in_another_spelling_is_refused() -> None:
    signature = bytes.fromhex(json.loads(files_of(bundle())[SIGNATURE])["signature"])
    larger = int.from_bytes(signature[32:], "little") + ORDER
    other = signature[:32] + larger.to_bytes(32, "little")
    refused(signed_by(office().public.raw, other), "signature is not valid")
    assert open_bundle(signed_by(office().public.raw, signature)).signed_by == office().public


def test_a_sealed_file_for_very_many_readers_is_refused_at_once() -> None:
    mine, other = OpeningKey.created(), OpeningKey.created()
    head, _, rest = sealed(bundle(), other.recipient).partition(b"\n--- ")
    reader = head[len(MARK) :] + b"\n"
    many = MARK + reader * 1_000 + b"--- " + rest
    with cheaply(seconds=2, megabytes=10), pytest.raises(ScreenError, match="cannot be opened"):
        unsealed(many, mine)


def test_a_sealed_file_without_an_end_of_its_head_is_refused_at_once() -> None:
    data, mine = MARK + b"-> X25519 " + b"a" * 50_000_000, OpeningKey.created()
    with cheaply(seconds=2, megabytes=10), pytest.raises(ScreenError, match="cannot be opened"):
        unsealed(data, mine)


def test_sealing_stays_far_below_the_longest_head() -> None:
    mine = OpeningKey.created()
    longest = max(sealed(b"", mine.recipient).index(b"\n--- ") for _ in range(200))
    assert longest < MAX_HEAD / 2


def test_a_sealed_bomb_is_no_bomb_and_what_is_sealed_twice_no_bundle(registry: Registry, tmp_path: Path) -> None:
    mine = OpeningKey.created()
    inner = sealed(bytes(5_000_000), mine.recipient)
    assert len(inner) > 5_000_000  # nothing is packed by sealing, so nothing swells
    for data in (unsealed(inner, mine), unsealed(sealed(inner, mine.recipient), mine)):
        refused(data, "is not a bundle")
