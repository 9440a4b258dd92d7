"""The bill's and the local plan's forms over invented screenings of every size."""

import re
from dataclasses import replace
from itertools import cycle

import pytest

from relational_screen.catalogue.model import Kind, Language
from relational_screen.screening.answers import Answer, Measure
from relational_screen.screening.document import Bars, Block, Bullets, Heading, NoteDocument, Paragraph
from relational_screen.screening.note.bill import bill_note
from relational_screen.screening.note.local_plan import local_plan_note
from relational_screen.screening.note.naming import file_name
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.proposal import Proposal
from tests.screening.sentences import MEASURES, PLACES, made, questions, refs, wording


def effects(count: int, reason: str = "Naboer ses sjældnere.", **fields: object) -> dict[str, Answer]:
    """Return answers to so many questions, every one with a raising and a lowering effect."""
    against, places = cycle(MEASURES), cycle(PLACES)
    return {
        question.id: Answer(
            status="effects",
            effects=tuple(
                made(
                    direction, passages=refs(next(places)), measures=next(against) if direction == "lowers" else ()
                ).model_copy(update={"reason": reason, **fields})
                for direction in ("raises", "lowers")
            ),
        )
        for question in questions()[:count]
    }


def note_of(writes: Wording, form: str = "bill") -> NoteDocument:
    make = bill_note if form == "bill" else local_plan_note
    return make(writes.screening, writes.result, [], writes.language)


def texts(note: NoteDocument, *kinds: type[Block]) -> list[str]:
    found: list[str] = []
    for block in note.blocks:
        if kinds and not isinstance(block, kinds):
            continue
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.items
    return found


def headings(note: NoteDocument) -> list[str]:
    return [block.text for block in note.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("kind", "form"), [("bill", "bill"), ("executive_order", "bill"), ("local_plan", "plan")])
def test_sub_points_are_numbered_in_a_bill_alone(kind: Kind, form: str, language: Language) -> None:
    found = headings(note_of(wording(language, kind, answers=effects(30)), form))
    numbers = [re.match(r"4\.(\d+\. )?", heading) for heading in found]
    assert len(found) > 3
    if kind == "bill":
        assert [match[0] for match in numbers if match] == ["4.", *(f"4.{n}. " for n in range(1, len(found)))]
    else:
        assert not any(numbers)


def test_the_weightiest_effects_are_told_in_full_and_the_rest_in_brief() -> None:
    answers = effects(30)
    weak = {"strength": "some", "reach": "few", "reason": "En mindre grund."}
    for question in list(answers)[5:]:
        weaker = tuple(effect.model_copy(update=weak) for effect in answers[question].effects)
        answers[question] = Answer(status="effects", effects=weaker)
    told = "\n".join(texts(note_of(wording("da", answers=answers))))
    assert "Naboer ses sjældnere." in told
    assert "En mindre grund." not in told
    assert "Desuden vil forslaget" in told
    assert re.search(r"Hertil kommer \w+ andre virkninger, der mindsker", told)


def test_a_lowering_effect_is_told_whenever_a_raising_one_is() -> None:
    answers = effects(12)
    for question in list(answers)[1:]:
        answers[question] = Answer(status="effects", effects=answers[question].effects[:1])
    told = "\n".join(texts(note_of(wording("da", answers=answers)), Paragraph))
    lowering = questions()[0].phrase.lowers.da
    assert f"Samtidig vil forslaget {lowering}" in told or f"Forslaget vil {lowering}" in told


def test_what_must_be_addressed_is_told_in_full_though_it_weighs_less() -> None:
    answers = effects(20)
    minor = next(question for question in reversed(questions()) if question.weight != "key")
    effect = made("lowers", reach="few", groups=("living-alone",), reason="Det må ikke glemmes.")
    writes = wording("da", answers={**answers, minor.id: Answer(status="effects", effects=(effect,))})
    assert minor.id in [item.question for item in writes.result.must_be_addressed]
    assert "Det må ikke glemmes." in "\n".join(texts(note_of(writes)))


@pytest.mark.parametrize("form", ["bill", "plan"])
@pytest.mark.parametrize("kind", ["bill", "local_plan"])
def test_no_list_has_more_than_five_items(form: str, kind: Kind) -> None:
    answers = {
        question.id: Answer(status="unknown") if number % 3 else effects(number + 1)[question.id]
        for number, question in enumerate(questions()[:60])
    }
    note = note_of(wording("da", kind, answers=answers), form)
    for block in note.blocks:
        if isinstance(block, Bullets):
            assert len(block.items) <= 6  # five and, after them, what has not been examined
        if isinstance(block, Paragraph):
            assert "6) " not in block.text


def test_a_cut_reason_is_said_to_be_cut() -> None:
    reason = "Naboerne mister den daglige kontakt med hinanden. " * 40
    assert texts(note_of(wording("da", answers=effects(2, reason))))[-1].endswith(
        "Nogle begrundelser er forkortet her."
    )
    assert "forkortet" not in texts(note_of(wording("da", answers=effects(2))))[-1]


@pytest.mark.parametrize("verdict", ["no_effect", "not_relevant"])
def test_a_bill_without_effect_has_one_paragraph_and_the_foot(verdict: str) -> None:
    no_effect = {question.id: Answer(status="no_effect", reason="Intet.") for question in questions()}
    found = {"answers": no_effect} if verdict == "no_effect" else {"gates": dict.fromkeys(gates(), "no")}
    note = note_of(wording("da", **found))
    assert [type(block) for block in note.blocks] == [Heading, Paragraph, Paragraph]
    assert texts(note)[1].count(".") == 1
    assert "anføres det normalt ikke" in texts(note)[2]
    assert "anføres det normalt ikke" not in texts(note_of(wording("da", "plan", **found)))[2]


def gates() -> list[str]:
    return list(wording("da").screening.state.gates)


def test_every_remedy_of_a_local_plan_names_what_may_carry_it() -> None:
    given = [
        Measure(status="idea", text="Stier lægges", remedy="path-connections"),
        Measure(status="idea", text="En vært findes"),
        Measure(status="promised", text="Klubben får et lokale"),
        Measure(status="in_draft", text="Huset ligger midt i", remedy="shared-house-area", passages=refs(["pkt. 3"])),
        Measure(status="in_draft", text="Huset er åbent", passages=refs(["pkt. 4"])),
    ]
    answer = Answer(status="effects", effects=(made("lowers", measures=given),))
    writes = wording("da", "local_plan", answers={questions()[0].id: answer})
    told = [text for text in texts(note_of(writes, "plan"), Bullets) if questions()[0].title.da in text]
    endings = (
        "planloven § 15, stk. 2, nr. 4 (veje og stier).",
        "Tiltaget er en anbefaling uden hjemmel i planen.",
        "Tiltaget er en aftale uden hjemmel i planen.",
        "planloven § 15, stk. 2, nr. 2 (områdets anvendelse).",
        "en anbefaling eller en aftale uden hjemmel i planen.",
    )
    for text, ending in zip(told, endings, strict=True):
        assert text.endswith(ending)
    assert "Numrene i planloven er forslag." in "\n".join(texts(note_of(writes, "plan"), Paragraph))
    assert "planloven" not in "\n".join(texts(note_of(writes)))


def test_an_effect_of_a_local_plan_without_measures_is_said_to_have_none() -> None:
    writes = wording(
        "da", "local_plan", answers={questions()[0].id: Answer(status="effects", effects=(made("lowers"),))}
    )
    assert f"Der er ikke anført tiltag mod virkningerne for {questions()[0].title.da}." in texts(
        note_of(writes, "plan")
    )
    assert any(isinstance(block, Bars) for block in note_of(writes, "plan").blocks)


def test_a_file_name_carries_form_title_stage_date_and_hash() -> None:
    proposal = Proposal(
        kind="bill", title="Forslag til lov om Ærø, Øer & Åer: »bofællesskaber« og meget andet", stage="consultation"
    )
    writes = wording("da", proposal=proposal)
    short = writes.screening.state.content_hash[:6]
    expected = f"forslag-til-lov-om-aeroe-oeer-aaer_hoering_2027-03-01_{short}"
    assert file_name(writes, "bill") == f"relationel-bundlinje_{expected}"
    assert file_name(writes, "local-plan") == f"relationel-bundlinje-lokalplan_{expected}"
    assert note_of(writes).name == file_name(writes, "bill")
    assert note_of(writes, "plan").name == file_name(writes, "local-plan")
    assert file_name(replace(writes, language="en"), "bill").startswith("relational-bottom-line_")


@pytest.mark.parametrize("title", ["", "///", "x" * 300, "日本", "CON", "../../etc"])
def test_a_file_name_is_plain_ascii_whatever_the_title(title: str) -> None:
    name = file_name(wording("da", proposal=Proposal(title=title)), "full")
    assert re.fullmatch(r"[a-z0-9_-]{10,120}", name)
    assert "__" not in name
