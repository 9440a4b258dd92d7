"""How far a reading has come, and how it is ended. All texts here are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

from relational_screen.drafts.pdf import PDFIUM_LOCK
from relational_screen.drafts.reading import read_draft
from tests.drafts.files import odt_file, pdf_lines, word_file

LINES = ["Lov om haver og stier", *(f"§ {n}. Haver er åbne." for n in range(1, 200))]


def as_text(path: Path) -> Path:
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def as_html(path: Path) -> Path:
    path.write_text("<!DOCTYPE html><html>" + "".join(f"<p>{line}</p>" for line in LINES), encoding="utf-8")
    return path


def as_word(path: Path) -> Path:
    return word_file(path, LINES)


def as_odt(path: Path) -> Path:
    return odt_file(path, "".join(f"<text:p>{line}</text:p>" for line in LINES))


def as_pdf(path: Path) -> Path:
    return pdf_lines(path, [LINES[start : start + 20] for start in range(0, 200, 20)])


every_format = pytest.mark.parametrize("written", [as_text, as_html, as_word, as_odt, as_pdf])


@every_format
def test_progress_never_goes_back_and_ends_when_all_is_done(tmp_path: Path, written: Callable[[Path], Path]) -> None:
    told: list[tuple[int, int]] = []
    read_draft(written(tmp_path / "udkast"), lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(set(shares)) >= 9


def test_the_steps_of_a_pdf_are_its_pages(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    read_draft(as_pdf(tmp_path / "a.pdf"), lambda done, total: told.append((done, total)))
    assert told[:11] == [(done, 10) for done in range(11)]


class Cancelled(Exception):
    """What a caller raises to end a reading."""


@every_format
def test_a_reading_can_be_ended_at_any_time_and_nothing_stays_locked(
    tmp_path: Path, written: Callable[[Path], Path]
) -> None:
    path = written(tmp_path / "udkast")
    all_told: list[int] = []
    read_draft(path, lambda done, total: all_told.append(done))
    for last in range(0, len(all_told), 5):
        told: list[int] = []

        def cancel(done: int, total: int, last: int = last, told: list[int] = told) -> None:
            told.append(done)
            assert not PDFIUM_LOCK.locked()
            if len(told) > last:
                raise Cancelled

        with pytest.raises(Cancelled):
            read_draft(path, cancel)
        assert not PDFIUM_LOCK.locked()
        assert len(told) == last + 1
    assert read_draft(path).passages
