"""What only the registry can say of a screening: whose key it came with, and when. All are invented."""

from datetime import timedelta
from pathlib import Path

import pytest

from relational_screen.registry.inbox.inbox import import_bundles
from relational_screen.registry.inbox.registry import Registry
from relational_screen.registry.statistics.statistics import statistics
from relational_screen.screening.events import Event, make_event
from tests.builders import NOON
from tests.registry.offices import LOWERS, key, laid, no, screened, take

OWN, OTHER = "Invented Ministry", "Another Ministry"


def _quality(registry: Registry, trait: str) -> list[str]:
    return registry.screenings_in(statistics(registry).quality[trait].bits)


def _dated(screening: str, after: timedelta) -> list[Event]:
    """A screening that was last signed off or exported so long after noon, when the registry receives it."""
    events = screened(screening, LOWERS).events
    note = {"form": "bill", "language": "da", "format": "pdf", "content_hash": "c" * 64}
    return [*events, make_event(screening, events[-1], "exported", note, "Invented Person", NOON + after)]


def test_a_screening_signed_with_the_key_of_another_authority_is_told_and_marked(
    registry: Registry, tmp_path: Path
) -> None:
    take(registry, laid(tmp_path, "own", screened("own", authority=OWN).events))
    report = take(registry, laid(tmp_path, "other", screened("other", authority=OTHER).events))
    assert (report.added, report.other_authority) == (["other.relscreen"], ["other.relscreen"])
    assert report.as_json()["other_authority"] == ["other.relscreen"]
    assert _quality(registry, "other_authority") == ["other"]
    (chain,) = registry.screening("other")["chains"]
    assert (chain["authority"], chain["signer"], chain["other_authority"]) == (OTHER, OWN, True)


@pytest.mark.parametrize("authority", [OWN, "Ministry, INVENTED", ""])
def test_other_spellings_of_an_authority_and_none_at_all_are_no_other_authority(
    registry: Registry, tmp_path: Path, authority: str
) -> None:
    take(registry, laid(tmp_path, "own", screened("own", authority=OWN).events))
    report = take(registry, laid(tmp_path, "again", screened("again", authority=authority).events))
    assert report.other_authority == _quality(registry, "other_authority") == []


def test_a_key_that_nobody_confirmed_vouches_for_nothing(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path, "own", screened("own", authority=OWN).events))
    claimed = screened("claimed", authority=OTHER).events
    import_bundles([laid(tmp_path / "first", "claimed", claimed, office=2)], registry, no)
    take(registry, laid(tmp_path / "then", "claimed", claimed))
    assert _quality(registry, "other_authority") == ["claimed"]
    registry.keys.confirm(key(2).public.fingerprint)
    assert _quality(registry, "other_authority") == []
    registry.keys.revoke(key(2).public.fingerprint)
    assert _quality(registry, "other_authority") == ["claimed"]


def test_each_authority_may_sign_with_its_own_key(registry: Registry, tmp_path: Path) -> None:
    for number, authority in enumerate((OWN, OTHER), start=1):
        chain = screened(f"s{number}", authority=authority)
        assert take(registry, laid(tmp_path, f"s{number}", chain.events, number)).other_authority == []
    assert _quality(registry, "other_authority") == []


def test_a_key_whose_first_bundle_named_no_authority_signs_for_another(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path, "none", screened("none", authority="").events))
    take(registry, laid(tmp_path, "named", screened("named", authority=OWN).events))
    assert _quality(registry, "other_authority") == ["named"]


def test_what_is_dated_more_than_a_day_after_it_came_is_told_and_marked(registry: Registry, tmp_path: Path) -> None:
    take(registry, laid(tmp_path, "near", _dated("near", timedelta(days=1))))
    report = take(registry, laid(tmp_path, "ahead", _dated("ahead", timedelta(days=1, seconds=1))))
    assert (report.added, report.dated_ahead) == (["ahead.relscreen"], ["ahead.relscreen"])
    assert report.as_json()["dated_ahead"] == ["ahead.relscreen"]
    assert _quality(registry, "dated_ahead") == ["ahead"]


def test_a_chain_is_dated_ahead_by_its_latest_event_also_where_the_clock_went_back_since(
    registry: Registry, tmp_path: Path
) -> None:
    events = _dated("s1", timedelta(days=9))
    note = {"form": "bill", "language": "da", "format": "pdf", "content_hash": "c" * 64}
    back = make_event("s1", events[-1], "exported", note, "Invented Person", NOON)
    report = take(registry, laid(tmp_path, "s1", [*events, back]))
    assert (report.dated_ahead, report.clock_went_back) == (["s1.relscreen"], ["s1.relscreen"])
