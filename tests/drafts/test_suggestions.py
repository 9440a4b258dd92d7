"""What a draft may touch. The small drafts are invented; the labelled ones are real."""

import tomllib
from pathlib import Path

import pytest

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist, Gate, Signals, Terms
from relational_screen.catalogue.shipped import read_catalogue, shipped_folder
from relational_screen.drafts.draft import Draft
from relational_screen.drafts.reading import read_draft
from relational_screen.drafts.suggestions import Suggestions, suggest
from relational_screen.plugin_loader import load_plugins
from tests.benchmarks.suggestions import AT, LABELS, LIMITS, Labelled, figures, measured
from tests.builders import checklist, question, text
from tests.drafts.files import draft_of

LABELLED = sorted(LABELS.glob("*.toml"))
BENCH = Signals(da=Terms(strong=("bænk*",), weak=("gård",)), en=Terms(strong=("bench*",)))


def arena(name: str, signals: Signals = BENCH) -> Checklist:
    gate = Gate(id=f"{name}.gate-any", question=text("Is it touched?"), signals=signals)
    asked = question(f"{name}.benches").model_copy(update={"signals": signals})
    return checklist(name, [asked]).model_copy(update={"gates": (gate,)})


def suggested(folder: Path, content: str) -> Suggestions:
    return suggest(draft_of(folder, content), [arena("a")])


def test_an_arena_is_suggested_with_its_reasons(tmp_path: Path) -> None:
    found = suggested(tmp_path, "Lov om gårde\n\n§ 1. Der opstilles bænke.\n\n§ 2. En bænk males.\n").arenas["a"]
    assert found.in_scope
    assert {(one.label, one.words) for one in found.reasons} == {("§ 1", ("bænke",)), ("§ 2", ("bænk",))}


def test_a_draft_without_any_of_the_words_suggests_nothing(tmp_path: Path) -> None:
    found = suggested(tmp_path, "Lov om skat\n\n§ 1. Satsen er 25 pct.\n")
    assert not found.arenas["a"].in_scope
    assert found.gates == {"a.gate-any": ()}
    assert found.ranked() == []


def test_one_word_in_a_long_draft_is_not_enough(tmp_path: Path) -> None:
    filling = "".join(f"§ {number}. Satsen er {number} pct.\n\n" for number in range(2, 60))
    found = suggested(tmp_path, f"Lov om skat\n\n§ 1. Der opstilles bænke.\n\n{filling}").arenas["a"]
    assert found.reasons
    assert not found.in_scope


def test_the_title_weighs_more_than_a_passage(tmp_path: Path) -> None:
    rest = "\n\n§ 1. Satsen er 25 pct.\n\n§ 2. Der opstilles bænke.\n"
    plain, titled = (suggested(tmp_path, title + rest).arenas["a"].score for title in ("Lov om x", "Lov om bænke"))
    assert titled > plain


def test_new_law_weighs_more_than_law_that_is_repeated(tmp_path: Path) -> None:
    bill = (
        "Forslag til lov om ændring af lov om gårde\n\n§ 1\n\n"
        "I lov om gårde foretages følgende ændringer:\n\n1. I § 5 indsættes efter »træer«: »og bænke«.\n\n"
        "Almindelige bemærkninger\n\n2.1. Gældende ret\n\nEfter reglerne er der bænke.\n"
    )
    scores = {one.label: one.score for one in suggested(tmp_path, bill).gates["a.gate-any"]}
    new = scores.pop("§ 1, nr. 1")
    assert scores
    assert all(new >= 3 * old for old in scores.values())


def test_a_heading_lends_its_words_to_the_passages_below(tmp_path: Path) -> None:
    content = (
        "Lov om gårde\n\nKapitel 1\n\nBænke\n\n§ 1. Der er én i hver gård.\n\nKapitel 2\n\nTræer\n\n§ 2. En gård.\n"
    )
    found = suggested(tmp_path, content).questions["a.benches"]
    assert [one.label for one in found] == ["§ 1", "§ 2"]
    assert found[0].score > found[1].score


def test_a_passage_that_no_signal_names_is_ranked_by_likeness(tmp_path: Path) -> None:
    alike = arena("a").model_copy(
        update={
            "questions": (
                question("a.one").model_copy(update={"question": text("Ændrer forslaget vaskeriet for beboerne?")}),
                question("a.two").model_copy(update={"question": text("Ændrer forslaget taksten for parkering?")}),
            )
        }
    )
    draft = draft_of(tmp_path, "Lov om x\n\n§ 1. Der er parkering.\n\n§ 2. Der er et vaskeri.\n\n§ 3. Der er intet.\n")
    found = suggest(draft, [alike]).questions
    assert [one.label for one in found["a.one"]] == ["§ 2"]
    assert found["a.one"][0].words == ("vaskeri",)
    assert [one.label for one in found["a.two"]] == ["§ 1"]


def test_commencement_never_ranks_before_what_the_draft_does(tmp_path: Path) -> None:
    content = "Lov om x\n\n§ 1. Loven om bænke træder i kraft den 1. juli.\n\n§ 2. Der opstilles en bænk.\n"
    assert [one.label for one in suggested(tmp_path, content).questions["a.benches"]] == ["§ 2", "§ 1"]


def test_questions_of_suggested_arenas_are_ranked_before_all_others(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "Lov om gårde\n\n§ 1. Der opstilles bænke.\n")
    silent = arena("b").model_copy(update={"gates": (Gate(id="b.gate-any", question=text("Is it?")),)})
    found = suggest(draft, [silent, arena("a")])
    assert found.ranked() == ["a.benches", "b.benches"]


def test_a_passage_tells_the_questions_it_may_touch(tmp_path: Path) -> None:
    found = suggested(tmp_path, "Lov om gårde\n\n§ 1. Der opstilles bænke.\n\n§ 2. Satsen er 25 pct.\n")
    assert found.of_passage("§ 1") == ("a.benches",)
    assert found.of_passage("§ 9") == ()


def test_an_english_draft_is_read_by_english_words(tmp_path: Path) -> None:
    found = suggested(tmp_path, "The Courtyards Act\n\n§ 1. There shall be benches in the yards of the town.\n")
    assert found.arenas["a"].in_scope


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The content that ships."""
    return load_plugins(read_catalogue(shipped_folder())).catalogue


@pytest.fixture(scope="module")
def real(shared_drafts: Path, catalogue: Catalogue) -> list[Labelled]:
    """Every labelled draft with what is suggested for it."""
    return measured(shared_drafts, catalogue)


def test_suggestions_meet_the_labels_well_enough(real: list[Labelled]) -> None:
    found = figures(real)
    assert {name: found[name] for name in LIMITS if found[name] < LIMITS[name]} == {}


def test_no_negative_gets_an_arena(real: list[Labelled]) -> None:
    negatives = [one for one in real if not one.wanted]
    assert len(negatives) == 5
    assert [one.name for one in negatives if one.arenas] == []


def test_enough_drafts_are_labelled(real: list[Labelled], shared_drafts: Path) -> None:
    assert {one.labels["draft"] for one in real} == {file.name for file in shared_drafts.iterdir()}
    assert sum(bool(one.labels.get("questions")) for one in real) >= 12


@pytest.mark.parametrize("file", LABELLED, ids=[file.stem[:24] for file in LABELLED])
def test_labels_name_questions_and_passages_that_are_there(
    file: Path, shared_drafts: Path, catalogue: Catalogue
) -> None:
    labels = tomllib.loads(file.read_text("utf-8"))
    draft: Draft = read_draft(shared_drafts / labels["draft"])
    assert set(labels["arenas"]) <= {checklist.id for checklist in catalogue.checklists} - {"common"}
    for item, passages in labels.get("questions", {}).items():
        assert catalogue.question(item)
        assert 0 < len(passages) <= AT
        assert [label for label in passages if draft.find(label) is None] == []


def test_a_passage_that_only_its_neighbour_speaks_for_names_the_neighbours_words(tmp_path: Path) -> None:
    found = suggested(tmp_path, "Lov om gårde\n\n§ 1. Der opstilles bænke.\n\nStk. 2. Det sker i maj.\n")
    assert {one.label: one.words for one in found.questions["a.benches"]}["§ 1, stk. 2"] == ("bænke",)
