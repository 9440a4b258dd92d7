"""Random checklists, answers, effects and measures."""

from hypothesis import strategies as st

from relational_screen.catalogue.checklist import Checklist, Weight
from relational_screen.screening.answers import DIRECTIONS, Answer, Direction, Effect, Measure, PassageRef, Residual
from tests.builders import DEPENDS, NO_EFFECT, NOT_APPLICABLE, OTHER_RISK, PLAIN, RISK, UNKNOWN, weighed

strengths = st.sampled_from(["some", "clear"])
reaches = st.sampled_from(["few", "some", "most"])
durations = st.sampled_from(["temporary", "lasting"])
weights: st.SearchStrategy[Weight] = st.sampled_from(["key", "normal", "minor"])
directions: st.SearchStrategy[Direction] = st.sampled_from(DIRECTIONS)
groups = st.lists(st.sampled_from([RISK, OTHER_RISK, PLAIN]), unique=True, max_size=3).map(tuple)

residuals = st.builds(
    Residual,
    strength=st.none() | strengths,
    reach=st.none() | reaches,
    duration=st.none() | durations,
)
measures = st.builds(
    Measure,
    status=st.sampled_from(["in_draft", "promised", "idea"]),
    passages=st.sampled_from([(), (PassageRef(label="§ 1"),)]),
    residual=residuals,
)


@st.composite
def effects(draw: st.DrawFn, direction: Direction | None = None, *, complete: bool = True) -> Effect:
    """An effect; one that is not complete may lack any of its three fields."""
    chosen = direction or draw(directions)

    def field(values: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
        return values if complete else st.none() | values

    return Effect.model_validate(
        {
            "direction": chosen,
            "strength": draw(field(strengths)),
            "reach": draw(field(reaches)),
            "duration": draw(field(durations)),
            "groups": draw(groups),
            "measures": draw(st.lists(measures, max_size=2)) if chosen == "lowers" else [],
        }
    )


def with_effects(*, complete: bool = True) -> st.SearchStrategy[Answer]:
    """An answer that holds effects."""
    held = st.lists(effects(complete=complete), min_size=1, max_size=3)
    return held.map(lambda found: Answer(status="effects", effects=tuple(found)))


still_open = st.sampled_from([None, UNKNOWN, DEPENDS])
closed = st.sampled_from([NO_EFFECT, NOT_APPLICABLE]) | with_effects()
answers: st.SearchStrategy[Answer | None] = still_open | closed | with_effects(complete=False)


@st.composite
def arenas(
    draw: st.DrawFn, name: str = "alpha", given: st.SearchStrategy[Answer | None] = answers, most: int = 6
) -> tuple[Checklist, dict[str, Answer]]:
    """A checklist with an answer, or none, to each of its questions."""
    checklist = weighed(name, *draw(st.lists(weights, min_size=1, max_size=most)))
    found = {question.id: draw(given) for question in checklist.questions}
    return checklist, {name: answer for name, answer in found.items() if answer is not None}
