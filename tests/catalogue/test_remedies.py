"""The remedies that ship: what each is for, how it works, and where it has been done."""

import pytest

from relational_screen.catalogue.catalogue import Catalogue
from relational_screen.catalogue.checklist import Checklist
from relational_screen.catalogue.model import document_of
from relational_screen.catalogue.reading import read_record
from relational_screen.catalogue.remedies import Remedy, RemedyExample
from relational_screen.catalogue.shipped import add_checklists, shipped_folder
from tests.builders import core

ARENAS = ("housing", "education", "leisure", "labour", "health")
STRATEGIES = {
    "social-network",
    "personal-support",
    "skills",
    "psychological-treatment",
    "psychoeducation",
    "structural",
}


def _whole() -> Catalogue:
    folder = shipped_folder()
    return add_checklists(core(), [read_record(folder / f"{arena}.toml", Checklist) for arena in ARENAS])


WHOLE = _whole()
EXAMPLES = [(remedy.id, example) for remedy in WHOLE.remedies for example in remedy.examples]


@pytest.mark.parametrize("remedy", WHOLE.remedies, ids=lambda remedy: remedy.id)
def test_every_remedy_says_its_purpose_its_level_and_its_strategy(remedy: Remedy) -> None:
    assert remedy.purpose, "say whether it prevents, detects or relieves"
    assert remedy.level, "say on which of WHO's three levels it works"
    assert remedy.strategy in {strategy.id for strategy in WHOLE.strategies}


def test_the_strategies_are_the_five_of_the_meta_study_and_changed_conditions() -> None:
    assert {strategy.id for strategy in WHOLE.strategies} == STRATEGIES


def test_every_strategy_is_used() -> None:
    used = {remedy.strategy for remedy in WHOLE.remedies}
    assert [strategy.id for strategy in WHOLE.strategies if strategy.id not in used] == []


def test_every_source_of_a_strategy_is_among_the_documents() -> None:
    documents = {document.id for document in WHOLE.documents}
    sources = [source for strategy in WHOLE.strategies for source in strategy.sources]
    assert [source for source in sources if document_of(source) not in documents] == []


@pytest.mark.parametrize(("remedy", "example"), EXAMPLES, ids=lambda item: item if isinstance(item, str) else "")
def test_no_example_is_younger_than_the_document_that_tells_of_it(remedy: str, example: RemedyExample) -> None:
    document = WHOLE.document(document_of(example.source))
    assert example.year <= document.year, f"{remedy}: {example.text.da}"


@pytest.mark.parametrize(("remedy", "example"), EXAMPLES, ids=lambda item: item if isinstance(item, str) else "")
def test_an_example_says_its_year_or_that_it_is_only_mentioned(remedy: str, example: RemedyExample) -> None:
    mentioned = example.year == WHOLE.document(document_of(example.source)).year
    for words, phrase in ((example.text.da, "nævnt i"), (example.text.en, "mentioned in")):
        assert str(example.year) in words or (mentioned and phrase in words), f"{remedy}: {words}"


def test_at_least_sixty_remedies_have_been_done_somewhere() -> None:
    assert len({remedy for remedy, _ in EXAMPLES}) >= 60


@pytest.mark.parametrize("checklist", WHOLE.checklists, ids=lambda item: item.id)
def test_every_question_that_can_lower_has_two_to_four_remedies(checklist: Checklist) -> None:
    if not checklist.complete:
        pytest.skip(f"{checklist.id}.toml says complete = false: its remedies are still being written")
    counts = {question.id: len(question.remedies) for question in checklist.questions}
    wrong = {name: count for name, count in counts.items() if not 2 <= count <= 4}
    assert wrong == {}, f"{checklist.id}.toml is complete, so each question needs 2-4 remedies for a lowering effect"
