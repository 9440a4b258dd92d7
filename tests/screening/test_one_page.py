"""The note for politicians holds what the note form asks for, in its order, and says what it leaves out."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relational_screen.app.application import Application
from relational_screen.app.examples import EXAMPLES, FOLDER
from relational_screen.catalogue.model import Kind, Language, Text
from relational_screen.screening.answers import Answer, Measure
from relational_screen.screening.document import Bars, Bullets, Heading, Paragraph
from relational_screen.screening.findings import Finding
from relational_screen.screening.note.one_page import LEVELS, one_page
from relational_screen.screening.note.readability import LIX_LIMIT, lix_of
from relational_screen.screening.note.shortening import cut
from tests.screening.one_page_cases import (
    MANY_GROUPS,
    all_answered,
    all_text,
    answer,
    below,
    content,
    effect,
    everything,
    items,
    page,
    screening,
)
from tests.screening.strategies import answers

DATA = Path(__file__).parent.parent / "data"
UP, DOWN = "Det øger muligheden for relationer", "Det mindsker muligheden for relationer"
GROUPS, MEASURES, UNKNOWN = "Hvem vinder, og hvem taber", "Det gøres der ved det, som mindsker", "Det ved vi ikke"
ASKED = "Tre spørgsmål til ministeren"
NO_EFFECT = Answer(status="no_effect", reason="Der sker intet opdigtet.")


def lead(note_of: dict[str, Answer], gates: str | None = "yes") -> str:
    found = screening(note_of, gates=gates, words="Opdigtet")  # type: ignore[arg-type]  # the parametrised values fit
    return next(block.text for block in page(found).blocks if isinstance(block, Paragraph) and block.style == "lead")


def test_everything_stands_in_the_order_of_the_note_form() -> None:
    given_answers = {"a0.q0": answer(effect("raises"), effect("lowers")), "a0.q1": Answer(status="unknown")}
    note = page(screening(given_answers, of=content(1, 2)))
    told = [
        block.style if isinstance(block, Paragraph) else "bars" if isinstance(block, Bars) else block.text
        for block in note.blocks
        if isinstance(block, Heading | Bars) or (isinstance(block, Paragraph) and block.style != "body")
    ]
    assert told[1:] == ["lead", "boxed", "bars", GROUPS, UP, DOWN, MEASURES, UNKNOWN, ASKED, "small"]


@pytest.mark.parametrize(
    ("given_answers", "gates", "words"),
    [
        (
            {"a0.q0": answer(effect("raises"))},
            "yes",
            "øge menneskers mulighed for relationer: Det vil do invented good",
        ),
        (
            {"a0.q0": answer(effect("lowers"))},
            "yes",
            "mindske menneskers mulighed for relationer: Det vil do invented harm",
        ),
        (
            {"a0.q0": answer(effect("raises"), effect("lowers"))},
            "yes",
            "trækker begge veje: Det vil do invented good, men",
        ),
        (all_answered(content(), NO_EFFECT), "yes", "vurderes ikke at have væsentlig virkning"),
        ({}, "yes", "Det kan ikke afgøres"),
        ({}, "no", "vurderes ikke at berøre"),
        ({}, None, "Det er endnu ikke prøvet"),
    ],
)
def test_the_bottom_line_is_one_sentence(given_answers: dict[str, Answer], gates: str | None, words: str) -> None:
    rest = all_answered(content(), NO_EFFECT) if "a0.q0" in given_answers else {}
    text = lead({**rest, **given_answers}, gates)
    assert words in text
    assert re.findall(r"[.!?](?=\s|$)", text) == ["."]


def test_all_that_must_be_addressed_stands_in_one_box_and_the_rest_is_counted() -> None:
    note = page(screening(everything("Opdigtet.")), level=LEVELS - 1)
    (box,) = [block for block in note.blocks if isinstance(block, Paragraph) and block.style == "boxed"]
    assert box.text.startswith(
        "Skal håndteres: Forslaget vil do invented harm (§ 0, nr. 0, jf. § 0 a, stk. 2, og 11 andre steder)"
    )
    assert "Yderligere 53 virkninger skal håndteres." in box.text


def test_what_must_be_addressed_is_never_left_out_on_any_level() -> None:
    for level in range(LEVELS):
        note = page(screening({"a0.q0": answer(effect("lowers", labels=["§ 7"]))}), level=level)
        assert "Skal håndteres: Forslaget vil do invented harm (§ 7)" in all_text(note)


def test_a_group_that_gains_and_loses_is_told_as_both_and_never_netted() -> None:
    gains, loses, both = MANY_GROUPS[:3]
    given_answers = {
        "a0.q0": answer(effect("raises", groups=[gains, both])),
        "a0.q1": answer(effect("lowers", groups=[loses, both])),
    }
    assert items(page(screening(given_answers)), GROUPS) == (
        f"Får bedre muligheder: {gains}.",
        f"Får dårligere muligheder: {loses}.",
        f"Får både bedre og dårligere muligheder: {both}.",
    )


def test_an_effect_is_told_with_its_place_and_its_reason_as_sentences() -> None:
    given_answers = {"a0.q0": answer(effect("lowers", "naboer mister hinanden", labels=["§ 1, nr. 2"]))}
    (told,) = items(page(screening(given_answers)), DOWN)
    assert told == "Forslaget vil do invented harm (§ 1, nr. 2). Naboer mister hinanden."


def test_an_effect_that_is_limited_says_so() -> None:
    (told,) = items(page(screening({"a0.q0": answer(effect("raises", strength="some"))})), UP)
    assert told.startswith("Forslaget vil til en vis grad do invented good")


@pytest.mark.parametrize("level", range(LEVELS))
def test_effects_shown_and_effects_left_out_are_all_effects(level: int) -> None:
    note = page(screening(everything("Opdigtet.")), level=level)
    shown = items(note, UP) + items(note, DOWN)
    (left,) = re.findall(r"Udeladt på siden: (\d+) virkninger", all_text(note))
    assert 2 <= len(shown) <= 6
    assert len(shown) + int(left) == 108


def test_a_second_effect_of_one_question_is_counted_as_left_out() -> None:
    note = page(screening({"a0.q0": answer(effect(), effect(strength="some"))}))
    assert len(items(note, DOWN)) == 1
    assert "Udeladt på siden: 1 virkning." in all_text(note)


def test_measures_shown_and_measures_left_out_are_all_measures() -> None:
    for level in range(LEVELS):
        note = page(screening(everything("Opdigtet.")), level=level)
        (left,) = re.findall(r"(\d+) tiltag", all_text(note))
        assert len(items(note, MEASURES)) + int(left) == 162


def test_measures_in_the_draft_come_first_and_it_is_said_where_there_are_none() -> None:
    idea = Measure(status="idea", text="En opdigtet idé")
    done = Measure.model_validate({"status": "in_draft", "text": "Et opdigtet greb", "passages": ["§ 3"]})
    given_answers = {
        "a0.q0": answer(effect(measures=[idea])),
        "a0.q1": answer(effect(measures=[done], strength="some")),
        "a0.q2": answer(effect()),
    }
    note = page(screening(given_answers))
    assert below(note, MEASURES)[0] == Paragraph("Udkastet begrænser 1 af de 3 mindskende virkninger.")
    assert items(note, MEASURES) == (
        "Invented a0.q1: Et opdigtet greb. Det står i udkastet (§ 3).",
        "Invented a0.q0: En opdigtet idé. Det kan overvejes, men er ikke en del af udkastet.",
        "Der er ikke anført tiltag under »Invented a0.q2«.",
    )


def test_what_is_not_known_is_told_by_why() -> None:
    given_answers = {
        **all_answered(content(1, 3), NO_EFFECT),
        "a0.q0": Answer(status="depends", depends_on="en opdigtet bekendtgørelse", decided_by="ministeren"),
        "a0.q1": Answer(status="unknown"),
    }
    note = page(screening(given_answers, of=content(1, 3)))
    told = items(note, UNKNOWN)
    assert "Afhænger af, hvordan det føres ud i livet: »Invented a0.q0«." in told
    assert "Virkningen kendes ikke: »Invented a0.q1«." in told
    assert any("en opdigtet bekendtgørelse" in text for text in items(note, ASKED))


def test_contradictions_are_counted_among_what_is_not_known() -> None:
    found = [Finding(level="contradiction", place="a0.q0", text=Text(da="Opdigtet.", en="Invented."))]
    note = page(screening({"a0.q0": answer(effect())}), findings=found)
    assert "Der er 1 forhold i svarene, som bør afklares." in items(note, UNKNOWN)


def test_the_three_questions_are_of_what_must_be_addressed_what_is_open_and_what_rests_on_least() -> None:
    given_answers = {
        "a0.q0": answer(effect(labels=["§ 4"])),
        "a0.q1": Answer(status="unknown"),
        "a0.q2": answer(effect("raises", basis="practice")),
        "a0.q3": answer(effect("raises", labels=["§ 5"])),
    }
    assert items(page(screening(given_answers, of=content(1, 4))), ASKED) == (
        "Hvordan kan virkningen under »Invented a0.q0« (§ 4) begrænses?",
        "Hvad skal der til, for at virkningen under »Invented a0.q1« kan vurderes?",
        "Hvilken erfaring eller forskning er der om virkningen under »Invented a0.q3« (§ 5)?",
    )


@pytest.mark.parametrize(
    ("kind", "whom"),
    [
        ("bill", "ministeren"),
        ("executive_order", "ministeren"),
        ("local_plan", "forvaltningen"),
        ("plan", "ministeren eller forvaltningen"),
    ],
)
def test_the_questions_go_to_whom_the_proposal_comes_from(kind: Kind, whom: str) -> None:
    assert len(items(page(screening({}, kind=kind)), f"Tre spørgsmål til {whom}")) == 3


@given(st.lists(answers, max_size=9), st.sampled_from(["yes", "no", None]), st.integers(0, LEVELS - 1))
def test_there_are_always_three_different_questions(found: list[Answer | None], gates: str | None, level: int) -> None:
    named = zip((f"a0.q{number}" for number in range(9)), found, strict=False)
    given_answers = {name: item.model_copy(update={"effects": ()}) for name, item in named if item}
    made = screening(given_answers, gates=gates, of=content(1, 9))  # type: ignore[arg-type]  # the sampled values fit
    assert len(set(items(page(made, level=level), ASKED))) == 3


def test_a_screening_of_one_question_still_has_three_different_questions() -> None:
    made = screening({"a0.q0": answer(effect("raises", basis="research"))}, of=content(1, 1))
    assert len(set(items(page(made), ASKED))) == 3


def test_reasons_for_no_effect_are_told_and_the_rest_counted() -> None:
    note = page(screening(all_answered(content(1, 5), NO_EFFECT), of=content(1, 5)))
    assert len(items(note, "Derfor ventes der ingen væsentlig virkning")) == 3
    assert "Udeladt på siden: 2 begrundelser." in all_text(note)


def test_why_a_proposal_is_not_relevant_is_told() -> None:
    assert "Opdigtet grund." in all_text(page(screening({}, gates="no", words="Opdigtet grund")))


def test_the_foot_carries_stage_dates_names_versions_id_and_hash() -> None:
    found = screening({"a0.q0": answer(effect())}, words="Opdigtet")
    foot = page(found).blocks[-1]
    assert isinstance(foot, Paragraph)
    assert foot.style == "small"
    for wanted in ("1. marts 2027", "1. januar 2027", "udkast", "Opdigtet", "Metode 1.0", found.state.id, "1 af 54"):
        assert wanted in foot.text
    assert found.state.content_hash[:12] in foot.text


@pytest.mark.parametrize("words", ["x" * 5000, "ord " * 1250, "En sætning med ord. " * 250])
def test_the_shortest_page_is_short_whatever_was_written(words: str) -> None:
    note = page(screening(everything(words), words=words), level=LEVELS - 1)
    assert len(all_text(note)) < 2700


@given(st.text(max_size=400), st.integers(1, 200))
def test_a_text_is_never_longer_than_there_is_room_for(words: str, longest: int) -> None:
    assert len(cut(words, longest)) <= longest


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1), st.integers(20, 80))
def test_a_text_is_cut_after_a_whole_word(words: list[str], longest: int) -> None:
    short = cut(" ".join(words), longest).removesuffix("…").split()
    assert short == words[: len(short)]


def test_a_text_is_cut_where_a_sentence_ends_and_no_abbreviation_ends_one() -> None:
    text = "Lejere kan blive opsagt. Det følger af stk. 2 Lejelovens regler om ophør gælder ikke."
    assert cut(text, 60) == "Lejere kan blive opsagt."
    assert cut("Efter stk. 2 X gælder der andre og meget længere regler", 30) == "Efter stk. 2 X gælder der…"


@pytest.mark.parametrize("language", ["da", "en"])
def test_both_languages_have_the_same_blocks(language: Language) -> None:
    found = screening(everything("Opdigtet."))
    kinds = [[type(block) for block in page(found, other).blocks] for other in ("da", language)]
    assert kinds[0] == kinds[1]


def test_the_file_of_the_page_is_named_by_its_form_and_the_note_has_one_page() -> None:
    note = page(screening({}))
    assert note.pages == 1
    assert "en-side" in note.name


def test_lix_counts_running_text_without_places_and_small_type() -> None:
    note = page(screening({}))
    blocks = (Heading("Overskrift"), Paragraph("Vi bor her (§ 1, nr. 2)."), Bullets(("De ser os.",)))
    small = Paragraph("Administrationsgrundlagets uoverskueligheder", "small")
    assert lix_of(replace(note, blocks=(*blocks, small))) == 3


@pytest.mark.parametrize("name", sorted(EXAMPLES))
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_examples_are_easy_enough_to_read(name: str, language: Language, tmp_path: Path) -> None:
    session = Application(tmp_path / "s.sqlite").screen(FOLDER / f"{name}.txt", FOLDER / f"{name}.toml")
    assert lix_of(one_page(session.screening, session.result, session.review(), language)) <= LIX_LIMIT


def test_real_screenings_are_easy_enough_to_read(shared_drafts: Path, tmp_path: Path) -> None:
    expected = tomllib.loads((DATA / "expected_scores.toml").read_text(encoding="utf-8"))
    app = Application(tmp_path / "s.sqlite")
    for name in sorted(expected.keys() - set(EXAMPLES)):
        session = app.screen(shared_drafts / f"{name}.txt", DATA / f"{name}.toml")
        for level in (0, LEVELS - 1):
            note = one_page(session.screening, session.result, session.review(), "da", level)
            assert lix_of(note) <= LIX_LIMIT, (name, level)
