"""The calculators of the arena labour: examples worked by hand, limits, wrong input and a draft's own figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from relational_screen_labour.tools import TOOLS, two_figures

from relational_screen.drafts.draft import Draft
from relational_screen.errors import ScreenError
from relational_screen.screening.tools import Outcome, run_tool
from tests.builders import draft
from tests.plugins.ways import content

EVENINGS, PEOPLE = TOOLS
SOURCE = "Skriv i begrundelsen, hvor andelen kommer fra: befolkning, år og mål. Den skal gælde svær ensomhed."
EQUAL = "Tallene er ens før og efter. De taler ikke for, at forslaget har en virkning."


def _evenings(*numbers: str, about: Draft | None = None) -> Outcome:
    names = ("evenings-before", "evenings-after", "weekends-before", "weekends-after")
    return run_tool(EVENINGS, dict(zip(names, numbers, strict=True)), about, "da")


def _people(low: str, high: str, percent: str, about: Draft | None = None) -> Outcome:
    return run_tool(PEOPLE, {"people-low": low, "people-high": high, "percent": percent}, about, "da")


def _remarks(outcome: Outcome) -> list[str]:
    return [remark.da for remark in outcome.remarks]


def test_tools_belong_to_questions_of_their_arena() -> None:
    ours = {question.id for question in content().checklist("labour").questions}
    assert {tool.question for tool in TOOLS} <= ours


@pytest.mark.parametrize(
    ("numbers", "figures", "da", "en"),
    [
        # 6 - 4 = 2 evenings more; 1.5 - 1 = 0.5 weekend more
        (
            ("4", "6", "1", "1,5"),
            ("2", "0.5"),
            "6 aftener mod 4 i dag (2 flere) og 1,5 weekender mod 1 i dag (0,5 flere)",
            "6 evenings against 4 today (2 more) and 1.5 weekends against 1 today (0.5 more)",
        ),
        # from nothing to one, and from two to nothing
        (
            ("0", "1", "2", "0"),
            ("1", "-2"),
            "1 aften mod 0 i dag (1 mere) og ingen weekender mod 2 i dag (2 færre)",
            "1 evening against 0 today (1 more) and no weekends against 2 today (2 fewer)",
        ),
        # 3 - 4 = 1 evening fewer; weekends unchanged
        (
            ("4", "3", "2", "2"),
            ("-1", "0"),
            "3 aftener mod 4 i dag (1 færre) og 2 weekender som i dag",
            "3 evenings against 4 today (1 fewer) and 2 weekends as today",
        ),
        # both limits
        (
            ("0", "28", "0", "4"),
            ("28", "4"),
            "28 aftener mod 0 i dag (28 flere) og 4 weekender mod 0 i dag (4 flere)",
            "28 evenings against 0 today (28 more) and 4 weekends against 0 today (4 more)",
        ),
    ],
)
def test_evenings_and_weekends_are_compared(
    numbers: tuple[str, ...], figures: tuple[str, str], da: str, en: str
) -> None:
    outcome = _evenings(*numbers)
    assert tuple(outcome.figures.values()) == tuple(map(Decimal, figures))
    assert outcome.sentence.da == f"På fire uger arbejder en ansat {da}."
    assert outcome.sentence.en == f"In four weeks an employee works {en}."
    assert outcome.remarks == ()


def test_equal_numbers_do_not_speak_for_an_effect() -> None:
    # 2.04 and 2.0 are the same to one decimal
    outcome = _evenings("2,04", "2", "0", "0")
    assert outcome.sentence.da == "På fire uger arbejder en ansat 2 aftener som i dag og ingen weekender som i dag."
    assert _remarks(outcome) == [EQUAL]


def test_evenings_that_the_draft_tells_otherwise_are_remarked() -> None:
    # two a week are eight in four weeks, which was given; five a week and three weekends were not
    about = draft("Værten arbejder to aftener om ugen.", "Vagten er fem aftener om ugen og 3 weekender.", "En aften.")
    outcome = _evenings("4", "8", "1", "2", about=about)
    assert _remarks(outcome) == [
        "§ 2 nævner »fem aftener om ugen«, som ikke svarer til tallene her. Se, om perioden er den samme.",
        "§ 2 nævner »3 weekender«, som ikke svarer til tallene her. Se, om perioden er den samme.",
    ]


@pytest.mark.parametrize("number", ["28,1", "-1", "mange", "", "nan"])
def test_an_impossible_number_of_evenings_is_refused(number: str) -> None:
    with pytest.raises(ScreenError, match=r"Aftener efter forslaget: .*\(aftener på fire uger\)"):
        _evenings("4", number, "1", "1")


@pytest.mark.parametrize(
    ("given_numbers", "figures", "da"),
    [
        # 12,000 x 0.23 = 2,760 -> 2,800; 15,000 x 0.23 = 3,450 -> 3,500 (half up)
        (
            ("12000", "15000", "23"),
            ("2800", "3500"),
            "Hvis 23 pct. af de 12.000-15.000 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "2.800-3.500 mennesker. ",
        ),
        # 10,000 x 0.124 = 1,240 -> 1,200; one number, not a range
        (
            ("10000", "10000", "12,4"),
            ("1200", "1200"),
            "Hvis 12,4 pct. af de 10.000 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "1.200 mennesker. ",
        ),
        # 1,000 x 0.124 = 124 -> 120; 1,010 x 0.124 = 125.24 -> 130
        (
            ("1000", "1010", "12.4"),
            ("120", "130"),
            "Hvis 12,4 pct. af de 1.000-1.010 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "120-130 mennesker. ",
        ),
        # 40 x 0.124 = 4.96 -> 5, told as under 10; 100 x 0.124 = 12.4 -> 12
        (
            ("40", "100", "12,4"),
            ("5", "12"),
            "Hvis 12,4 pct. af de 40-100 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "op til 12 mennesker. ",
        ),
        # 70 x 0.124 = 8.68 -> 9, the most that is told as under 10; 80 x 0.124 = 9.92 -> 10
        (
            ("70", "70", "12,4"),
            ("9", "9"),
            "Hvis 12,4 pct. af de 70 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "under 10 mennesker. ",
        ),
        (
            ("80", "80", "12,4"),
            ("10", "10"),
            "Hvis 12,4 pct. af de 80 mennesker, som forslaget angår, lever med svær ensomhed, er det 10 mennesker. ",
        ),
        # 10 x 0.001 = 0.01 -> 0
        (
            ("10", "10", "0,1"),
            ("0", "0"),
            "Hvis 0,1 pct. af de 10 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "under 10 mennesker. ",
        ),
        # everybody, up to the highest number allowed
        (
            ("6000000", "6000000", "100"),
            ("6000000", "6000000"),
            "Hvis 100 pct. af de 6.000.000 mennesker, som forslaget angår, lever med svær ensomhed, er det "
            "6.000.000 mennesker. ",
        ),
    ],
)
def test_people_concerned_times_prevalence_is_told_with_two_figures(
    given_numbers: tuple[str, str, str], figures: tuple[str, str], da: str
) -> None:
    outcome = _people(*given_numbers)
    assert tuple(outcome.figures.values()) == tuple(map(Decimal, figures))
    assert outcome.sentence.da == da + "Tallet beskriver situationen i dag og siger ikke, hvad forslaget fører til."
    assert _remarks(outcome) == [SOURCE]


def test_the_sentence_is_context_and_no_forecast_in_english_too() -> None:
    assert _people("12000", "15000", "23").sentence.en == (
        "If 23 per cent of the 12,000 to 15,000 people whom the proposal concerns live with severe loneliness, that is "
        "2,800 to 3,500 people. The figure describes the situation today and does not say what the proposal leads to."
    )


def test_a_range_given_the_wrong_way_round_is_turned_and_said() -> None:
    turned = _people("15000", "12000", "23")
    assert turned.sentence == _people("12000", "15000", "23").sentence
    assert _remarks(turned)[0].startswith("Det laveste antal var større end det højeste")


def test_numbers_of_people_in_the_draft_outside_the_range_are_remarked() -> None:
    about = draft(
        "Forslaget berører 12.000-15.000 personer og mindst 12 personer i hver kommune.",
        "Det skønnes, at 4.500 ledige kontanthjælpsmodtagere får en lavere ydelse, i 2027 dog 13.000 personer.",
    )
    assert _remarks(_people("12000", "15000", "23", about)) == [
        SOURCE,
        "§ 2 nævner »4.500 ledige kontanthjælpsmodtagere«, som ligger uden for tallene her. "
        "Se, om det er de samme mennesker.",
    ]


def test_a_draft_full_of_numbers_gives_a_few_remarks_only() -> None:
    about = draft(*(f"Her nævnes {number} personer." for number in range(200, 260)))
    assert len(_people("100", "110", "23", about).remarks) == 5
    about = draft(*(f"Vagten er {number} aftener." for number in range(10, 28)))
    assert len(_evenings("1", "2", "0", "1", about=about).remarks) == 5


@pytest.mark.parametrize(
    ("given_numbers", "says"),
    [
        (("9", "100", "23"), "Berørte, laveste skøn: the number must lie between 10 and 6.000.000 (mennesker)"),
        (("10", "6000001", "23"), "Berørte, højeste skøn: the number must lie between 10 and 6.000.000 (mennesker)"),
        (("10,5", "100", "23"), "Berørte, laveste skøn: a whole number is wanted"),
        (("10", "100", "0"), "Andel, der lever med svær ensomhed: the number must lie between 0,1 and 100 (pct.)"),
        (("10", "100", "100,1"), "Andel, der lever med svær ensomhed: the number must lie between 0,1 and 100 (pct.)"),
        (("10", "mange", "23"), "Berørte, højeste skøn: a number is missing (mennesker)"),
    ],
)
def test_numbers_that_cannot_be_are_refused_with_a_clear_message(
    given_numbers: tuple[str, str, str], says: str
) -> None:
    with pytest.raises(ScreenError) as caught:
        _people(*given_numbers)
    assert says in str(caught.value)


@given(some.decimals(min_value=0, max_value=6_000_000, places=3))
def test_two_figures_lie_within_five_per_cent_and_hold_whole_people(number: Decimal) -> None:
    rounded = two_figures(number)
    assert rounded == rounded.to_integral_value()
    assert len(str(rounded).rstrip("0")) <= 2
    assert abs(rounded - number) <= max(Decimal("0.5"), number / 20)
