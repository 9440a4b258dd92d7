"""Scores worked out by hand from method.md."""

from decimal import Decimal

import pytest

from relational_screen.catalogue.checklist import Checklist
from relational_screen.screening.answers import Answer, Effect
from relational_screen.screening.result import ArenaResult, MustAddress, Result
from relational_screen.screening.score import score
from tests.builders import (
    DEPENDS,
    NO_EFFECT,
    NOT_APPLICABLE,
    OTHER_RISK,
    PLAIN,
    RISK,
    UNKNOWN,
    answer,
    catalogue,
    checklist,
    effect,
    measure,
    question,
    state,
    weighed,
)


def _result(given: dict[str, Answer], *checklists: Checklist) -> Result:
    content = catalogue(*checklists)
    return score(state(content, given), content)


def _arena(given: dict[str, Answer], asked: Checklist) -> ArenaResult:
    return _result(given, asked).arenas[asked.id]


def _one(found: Effect, weight: str = "normal") -> ArenaResult:
    return _arena({"a.q0": answer(found)}, weighed("a", weight))  # type: ignore[arg-type]  # a weight by its name


def test_a_quarter_of_a_normal_question_is_10_00_and_slight() -> None:
    side = _one(effect("lowers", "clear", "few", "temporary")).pair.lowers
    assert str(side.net) == "10.00"
    assert side.band == "slight"


def test_half_of_a_key_question_is_30_00_and_moderate() -> None:
    side = _one(effect("raises", "some", "most", "lasting"), "key").pair.raises
    assert (str(side.net), side.band) == ("30.00", "moderate")


def test_a_score_of_55_00_is_strong() -> None:
    given = {
        "a.q0": answer(effect()),  # 0.4 · 1
        "a.q1": answer(effect("lowers", "clear", "few", "lasting", [RISK])),  # 0.4 · 0.625 = 0.25
    }
    side = _arena(given, weighed("a", "normal", "normal")).pair.lowers  # 1 − 0.6 · 0.75
    assert (str(side.net), side.band) == ("55.00", "strong")


def test_a_score_just_below_an_edge_is_in_the_lower_band() -> None:
    given = {
        "a.q0": answer(effect("lowers", "some", "few", "lasting")),  # 0.2 · 0.25 = 0.05
        "a.q1": answer(effect("lowers", "some", "few", "lasting")),
    }
    side = _arena(given, weighed("a", "minor", "minor")).pair.lowers  # 1 − 0.95²
    assert (str(side.net), side.band) == ("9.75", "negligible")


def test_a_score_is_rounded_half_up() -> None:
    given = {
        "a.q0": answer(effect("lowers", "some", "few", "lasting")),  # 0.2 · 0.25
        "a.q1": answer(effect("lowers", "some", "some", "lasting")),  # 0.2 · 0.375
    }
    assert str(_arena(given, weighed("a", "minor", "minor")).pair.lowers.net) == "12.13"  # 1 − 0.95 · 0.925 = 12.125


def test_risk_multiplies_by_a_quarter_more_and_stops_at_one() -> None:
    assert _one(effect("lowers", "some", "most", "lasting", [RISK])).pair.lowers.net == Decimal(25)  # 0.4 · 0.625
    assert _one(effect("lowers", "some", "most", "lasting", [PLAIN])).pair.lowers.net == Decimal(20)
    assert _one(effect("lowers", "some", "most", "lasting", [RISK, OTHER_RISK])).pair.lowers.net == Decimal(25)
    assert _one(effect(groups=[RISK])).pair.lowers.net == Decimal(40)


def test_of_several_effects_on_one_question_the_largest_counts() -> None:
    weak, strong = effect(strength="some"), effect(reach="some")
    found = _arena({"a.q0": answer(weak, strong, effect("raises", "some"))}, weighed("a", "normal"))
    assert found.pair.lowers.net == Decimal(30)
    assert found.pair.raises.net == Decimal(20)


def test_open_questions_widen_the_interval_upwards_in_both_directions() -> None:
    asked = weighed("a", "normal", "minor", "normal", "normal", "key", "key", "key")
    given = {"a.q0": answer(effect()), "a.q1": UNKNOWN, **dict.fromkeys(["a.q4", "a.q5", "a.q6"], NO_EFFECT)}
    pair = _arena({**given, "a.q2": DEPENDS}, asked).pair  # raises 1 − 0.8 · 0.6², lowers 1 − 0.6 · 0.8 · 0.6²
    assert (pair.lowers.low, pair.lowers.net, str(pair.lowers.high)) == (
        Decimal(40),
        Decimal(40),
        "82.72",
    )
    assert (pair.raises.low, pair.raises.net, str(pair.raises.high)) == (Decimal(0), Decimal(0), "71.20")


def test_an_effect_that_lacks_a_field_leaves_its_question_open() -> None:
    found = _one(effect(reach=None))
    assert (found.pair.lowers.low, found.pair.lowers.high) == (Decimal(0), Decimal(40))
    assert found.open_questions == ("a.q0",)


def test_a_measure_counts_only_when_it_stands_in_the_draft_with_a_passage() -> None:
    def net(*measures: object) -> Decimal:
        return _one(effect(measures=measures)).pair.lowers.net  # type: ignore[arg-type]  # measures of any kind

    assert net(measure(strength="some")) == Decimal(20)
    assert net(measure(strength="some", passages=())) == Decimal(40)
    assert net(measure(strength="some", status="promised")) == Decimal(40)
    assert net(measure(strength="some", status="idea")) == Decimal(40)
    assert net(measure(strength="some"), measure(reach="few", duration="temporary")) == Decimal(10)


def test_a_measure_that_would_leave_more_than_there_is_changes_nothing() -> None:
    weak = effect(strength="some", measures=[measure(strength="clear")])
    assert _one(weak).pair.lowers.net == Decimal(20)


def test_the_verdict_uses_net_and_gross_is_still_shown() -> None:
    found = _one(effect(measures=[measure("some", "few", "temporary")]))
    assert (found.verdict, found.pair.lowers.gross, found.pair.lowers.net) == ("no_effect", Decimal(40), Decimal(5))


@pytest.mark.parametrize(
    ("effects", "verdict"),
    [
        ([], "no_effect"),
        ([effect("raises")], "raises"),
        ([effect("lowers")], "lowers"),
        ([effect("raises"), effect("lowers")], "both_ways"),
        ([effect("raises"), effect("lowers", "some", "few", "temporary")], "raises"),
    ],
)
def test_an_arena_s_verdict_follows_from_its_two_bands(effects: list[Effect], verdict: str) -> None:
    given = answer(*effects) if effects else NO_EFFECT
    found = _arena({"a.q0": given}, weighed("a", "normal"))
    assert (found.verdict, found.certainty) == (verdict, "firm")


def test_exactly_a_third_open_is_still_decided() -> None:
    found = _arena({"a.q0": answer(effect()), "a.q1": UNKNOWN}, weighed("a", "normal", "minor"))
    assert (found.verdict, found.certainty, found.open_questions) == ("lowers", "open", ("a.q1",))


@pytest.mark.parametrize("undecided", [UNKNOWN, DEPENDS, None])
def test_just_above_a_third_open_is_undetermined(undecided: Answer | None) -> None:
    given = {"a.q0": answer(effect()), "a.q1": NO_EFFECT, "a.q2": NO_EFFECT}  # 0.6 + 0.2 + 0.2; 0.6 of 1.6 is open
    given |= {"a.q3": undecided} if undecided else {}
    found = _arena(given, weighed("a", "key", "minor", "minor", "key"))
    assert found.verdict == "undetermined"
    less = _arena({**given, "a.q4": NO_EFFECT}, weighed("a", "key", "minor", "minor", "key", "minor"))
    assert less.verdict == "lowers"  # 0.6 of 1.8


def test_questions_that_do_not_apply_are_no_part_of_the_weight() -> None:
    asked = weighed("a", "key", "normal", "key")
    assert _arena({"a.q0": NO_EFFECT, "a.q2": NOT_APPLICABLE}, asked).verdict == "undetermined"  # 0.4 of 1.0
    assert _arena({"a.q0": NO_EFFECT, "a.q2": NO_EFFECT}, asked).verdict == "no_effect"  # 0.4 of 1.6


def test_questions_for_other_kinds_of_proposal_are_neither_asked_nor_scored() -> None:
    plans = question("a.plans", "key", kinds=("local_plan",))
    content = catalogue(checklist("a", [question("a.all"), plans]))
    given = {"a.all": NO_EFFECT, "a.plans": answer(effect())}
    assert score(state(content, given), content).bottom_line == "no_effect"
    assert score(state(content, given, kind="local_plan"), content).bottom_line == "lowers"


_RAISES = answer(effect("raises"))
_LOWERS = answer(effect("lowers"))
_BOTH = answer(effect("raises"), effect("lowers"))


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ([_RAISES, NO_EFFECT], "raises"),
        ([_LOWERS, NO_EFFECT], "lowers"),
        ([_RAISES, _LOWERS], "both_ways"),
        ([_BOTH, NO_EFFECT], "both_ways"),
        ([_BOTH, _LOWERS], "both_ways"),
        ([NO_EFFECT, NO_EFFECT], "no_effect"),
        ([UNKNOWN, NO_EFFECT], "undetermined"),
        ([UNKNOWN, _LOWERS], "lowers"),
        ([UNKNOWN, UNKNOWN], "undetermined"),
    ],
)
def test_the_bottom_line_follows_from_the_arenas(given: list[Answer], line: str) -> None:
    found = _result({"a.q0": given[0], "b.q0": given[1]}, weighed("a", "normal"), weighed("b", "normal"))
    assert found.bottom_line == line


@pytest.mark.parametrize(
    ("raises", "lowers", "lean"),
    [("clear", "clear", "even"), ("clear", "some", "raises"), ("some", "clear", "lowers")],
)
def test_both_ways_says_which_side_has_the_higher_band(raises: str, lowers: str, lean: str) -> None:
    pair = answer(effect("raises", raises), effect("lowers", lowers))  # type: ignore[arg-type]  # a strength by its name
    found = _result({"a.q0": pair}, weighed("a", "normal"))  # 40 is moderate, 20 slight
    assert (found.arenas["a"].lean, found.lean) == (lean, lean)


def test_the_lean_of_the_bottom_line_compares_the_highest_bands_and_never_sums() -> None:
    given = {"a.q0": _LOWERS, "b.q0": answer(effect("raises", "some")), "c.q0": answer(effect("raises", "some"))}
    found = _result(given, weighed("a", "normal"), weighed("b", "normal"), weighed("c", "normal"))
    assert (found.bottom_line, found.lean) == ("both_ways", "lowers")
    assert [arena.lean for arena in found.arenas.values()] == [None, None, None]


def test_only_both_ways_has_a_lean() -> None:
    assert _result({"a.q0": _LOWERS}, weighed("a", "normal")).lean is None


def test_the_worst_lowering_and_the_best_raising_arena_are_named() -> None:
    given = {
        "a.q0": _LOWERS,
        "b.q0": answer(effect("lowers", "some"), effect("raises", "some")),
        "c.q0": _RAISES,
    }
    found = _result(given, weighed("a", "normal"), weighed("b", "key"), weighed("c", "normal"))
    assert (found.worst_arena, found.best_arena) == ("a", "c")
    none = _result({"a.q0": NO_EFFECT}, weighed("a", "normal"))
    assert (none.worst_arena, none.best_arena) == (None, None)


_SEVERE = effect("lowers", "clear", "few", "lasting", [PLAIN, RISK])


def test_a_clear_lasting_lowering_effect_on_people_at_risk_must_be_addressed_whatever_the_scores() -> None:
    found = _result({"a.q0": answer(effect("raises"), _SEVERE)}, weighed("a", "minor"))
    assert found.must_be_addressed == (MustAddress("a.q0", 1, (RISK,)),)


@pytest.mark.parametrize(
    "milder",
    [
        _SEVERE.model_copy(update={"direction": "raises"}),
        _SEVERE.model_copy(update={"strength": "some"}),
        _SEVERE.model_copy(update={"duration": "temporary"}),
        _SEVERE.model_copy(update={"groups": (PLAIN,)}),
        _SEVERE.model_copy(update={"groups": ()}),
        _SEVERE.model_copy(update={"measures": (measure(),)}),
    ],
)
def test_lacking_any_one_condition_an_effect_need_not_be_addressed(milder: Effect) -> None:
    assert _result({"a.q0": answer(milder)}, weighed("a", "minor")).must_be_addressed == ()


@pytest.mark.parametrize("weak", [measure(status="promised"), measure(status="idea"), measure(passages=())])
def test_a_measure_that_does_not_stand_in_the_draft_does_not_address_an_effect(weak: object) -> None:
    given = answer(_SEVERE.model_copy(update={"measures": (weak,)}))
    assert len(_result({"a.q0": given}, weighed("a", "minor")).must_be_addressed) == 1


def test_a_group_s_score_gathers_the_effects_that_name_it_across_arenas() -> None:
    given = {
        "a.q0": answer(effect("lowers", "some", groups=[PLAIN])),  # 0.4 · 0.5
        "b.q0": answer(effect("lowers", groups=[PLAIN, RISK])),  # 0.4 · 1
        "b.q1": answer(effect("raises", groups=[RISK])),
    }
    found = _result(given, weighed("a", "normal"), weighed("b", "normal", "normal")).groups
    assert list(found) == sorted([PLAIN, RISK])
    assert (str(found[PLAIN].lowers.net), found[PLAIN].raises.net) == ("52.00", Decimal(0))  # 1 − 0.8 · 0.6
    assert (found[RISK].lowers.net, found[RISK].raises.net) == (Decimal(40), Decimal(40))


def test_the_mechanism_view_scores_each_cell_by_itself() -> None:
    asked = checklist("a", [question("a.x", mechanism="places"), question("a.y", mechanism="time")])
    found = _result({"a.x": _LOWERS, "a.y": answer(effect("raises", "some"))}, asked).mechanisms["a"]
    assert {name: (pair.raises.net, pair.lowers.net) for name, pair in found.items()} == {
        "places": (Decimal(0), Decimal(40)),
        "time": (Decimal(20), Decimal(0)),
    }


def test_the_result_names_the_version_of_the_method() -> None:
    assert _result({}, weighed("a", "normal")).method == "1.0"
