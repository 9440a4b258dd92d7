"""Real drafts: counts made by hand, nothing lost, and fast enough."""

import re
import time
import tomllib
from pathlib import Path

import pytest

from relational_screen.catalogue.checklist import Signals, Terms
from relational_screen.drafts.draft import Draft, same_label
from relational_screen.drafts.paragraph import evened
from relational_screen.drafts.reading import read_draft
from relational_screen.drafts.signals import language_of, point
from tests.drafts.files import labels, pdf_file, text_at, word_file, words

COUNTS = tomllib.loads((Path(__file__).parents[1] / "data" / "structure_counts.toml").read_text(encoding="utf-8"))


def real(folder: Path, start: str) -> Draft:
    return read_draft(next(folder.glob(f"{start}*")))


def own_sections(draft: Draft) -> set[str]:
    """The draft's §§, or an English draft's regulations: no further §§ of a number, none of a later act."""
    own = [label for label in labels(draft) if not re.search(r" \(\d+\)|, i lov nr\. ", label)]
    return {match[0] for label in own if (match := re.match(r"§§? ?[^,]+|regulation \d+", label))}


def chapters(draft: Draft) -> int:
    return sum(p.level == "chapter" and re.fullmatch(r"Kapitel \d+ ?\w?", p.label) is not None for p in draft.passages)


def items(draft: Draft) -> int:
    """The items of amending §§: each says which provision it changes."""
    return sum(bool(p.changes) and re.fullmatch(r"§ \d+, nr\. \d+", p.label) is not None for p in draft.passages)


def inserted_sections(draft: Draft) -> int:
    return len({match[0] for label in labels(draft) if (match := re.match(r"§ \d+, nr\. \d+, jf\. § [^,]+", label))})


def provisions(draft: Draft) -> int:
    return sum(re.fullmatch(r"punkt [\d.]+", label) is not None for label in labels(draft))


def test_no_word_of_a_real_draft_is_lost_and_labels_are_unique(shared_drafts: Path) -> None:
    files = sorted(shared_drafts.glob("*.txt"))
    assert files
    for file in files:
        draft = read_draft(file)
        assert words(draft) == evened(file.read_text(encoding="utf-8")).split(), file.name
        assert len({same_label(label) for label in labels(draft)}) == len(draft.passages), file.name


@pytest.mark.parametrize("name", COUNTS)
def test_a_draft_has_the_sections_items_and_chapters_counted_by_hand(shared_drafts: Path, name: str) -> None:
    draft, counted = read_draft(shared_drafts / name), COUNTS[name]
    found = {
        "sections": len(own_sections(draft)),
        "chapters": chapters(draft),
        "items": items(draft),
        "inserted": inserted_sections(draft),
        "provisions": provisions(draft),
    }
    assert found == {key: counted.get(key, 0) for key in found}


def test_every_real_draft_is_counted(shared_drafts: Path) -> None:
    assert {file.name for file in shared_drafts.iterdir()} == set(COUNTS)


def test_new_text_of_law_is_kept_apart_from_what_is_instruction(shared_drafts: Path) -> None:
    draft = real(shared_drafts, "2015-528")
    item = draft.find("§ 1, nr. 2")
    assert item
    assert item.changes == "§ 3"
    assert [line[:8] for line in item.inserted.splitlines()] == ["Stk. 3. ", "Stk. 4. "]
    repeal, new = draft.find("§ 1, nr. 1"), draft.find("§ 2, nr. 10, jf. § 24 h, stk. 4")
    assert repeal
    assert new
    assert (repeal.changes, repeal.inserted) == ("§ 3, stk. 2, 2. og 3. pkt.", "")
    assert (new.changes, new.inserted) == ("§ 24 h, stk. 4", new.text)


def test_the_act_on_visits_inserts_four_sections(shared_drafts: Path) -> None:
    draft = real(shared_drafts, "2011-627")
    inserted = [label for label in labels(draft) if label.startswith("§ 1, nr. 2, jf. §")]
    assert [sum(f"§ 137 {letter}" in label for label in inserted) for letter in "abcd"] == [1, 5, 2, 6]
    assert labels(draft)[-3:] == ["§ 2, stk. 1", "§ 2, stk. 2", "Slutformel"]
    assert draft.title == "Lov om ændring af lov om social service"


def test_the_act_on_shared_homes_keeps_inserted_text_with_its_item(shared_drafts: Path) -> None:
    draft = real(shared_drafts, "2015-528")
    assert "Et kollektivt bofællesskab skal bestå af mindst tre værelser." in text_at(draft, "§ 1, nr. 2")
    assert text_at(draft, "§ 1, nr. 2").endswith("Stk. 3 og 4 bliver herefter stk. 5 og 6.")
    assert text_at(draft, "§ 2, nr. 10, jf. § 24 i, stk. 3").startswith("Stk. 3. § 15 finder")
    assert sum("jf. § 24 " in label for label in labels(draft)) == 10


def test_the_order_on_companions_has_twelve_sections(shared_drafts: Path) -> None:
    draft = real(shared_drafts, "2023-1468")
    found = labels(draft)
    assert found[:2] == ["Titel", "Kapitel 1"]
    assert [sum(f"{label}, ".startswith(f"§ {n}, ") for label in found) for n in range(1, 13)] == [
        5, 4, 2, 1, 2, 5, 1, 1, 5, 2, 2, 3,
    ]  # fmt: skip


def test_an_act_of_its_own_keeps_chapters_headings_and_closing_amendments(shared_drafts: Path) -> None:
    draft = real(shared_drafts, "2015-525")
    assert sum(passage.level == "chapter" for passage in draft.passages) == 11
    assert text_at(draft, "Overskriften før § 45") == "Territorial gyldighed"
    assert text_at(draft, "§ 41, nr. 1, jf. § 21").startswith("§ 21. Erhvervs- og vækstministeren")
    assert [label for label in labels(draft) if label.startswith("§ 44, nr.")] == [
        f"§ 44, nr. {n}" for n in range(1, 5)
    ]


def test_the_building_regulations_are_cut_by_section(shared_drafts: Path) -> None:
    draft = real(shared_drafts, "br18-16")
    found = [label for label in labels(draft) if label.startswith("§")]
    assert sorted({label.split(",")[0] for label in found}) == [f"§ {n}" for n in range(358, 368)]
    assert text_at(draft, "Overskriften før § 360").startswith("§ 360 - § 365")


def test_the_languages_of_the_drafts_are_told(shared_drafts: Path) -> None:
    assert language_of(real(shared_drafts, "en_")) == "en"
    assert language_of(real(shared_drafts, "2015-528")) == "da"


@pytest.mark.parametrize("start", ["2011-627", "2015-528", "2010-1537"])
def test_the_same_draft_as_word_and_pdf_has_the_same_labels(shared_drafts: Path, tmp_path: Path, start: str) -> None:
    draft = real(shared_drafts, start)
    lines = [line for passage in draft.passages for line in passage.text.splitlines()]
    assert labels(read_draft(word_file(tmp_path / "a.docx", lines))) == labels(draft)
    assert labels(read_draft(pdf_file(tmp_path / "a.pdf", lines))) == labels(draft)


def test_the_longest_draft_is_read_and_searched_in_time(shared_drafts: Path) -> None:
    started = time.perf_counter()
    draft = real(shared_drafts, "2026-207")
    assert time.perf_counter() - started < 2
    assert len(draft.passages) > 1000
    assert {"§ 96 a", "§§ 143 a-143 h", "Kapitel 11b"} <= {label.split(",")[0] for label in labels(draft)}
    signals = [
        Signals(da=Terms(strong=(f"flytte{n}*", "genhus*"), weak=("bolig*", f"*hus{n}")), en=Terms()) for n in range(90)
    ]
    started = time.perf_counter()
    assert all(point(draft, one) for one in signals)
    assert time.perf_counter() - started < 8
