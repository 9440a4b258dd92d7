"""LibreOffice Calc, a spreadsheet of its own, finds texts and numbers in the tables and nothing to compute."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from relational_screen.registry.coverage.tables_in import read_sheet
from relational_screen.registry.statistics.tables_out import Table, csv_of, xlsx_of
from tests.registry.test_tables_out import DANGEROUS

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HAS_CALC = SOFFICE is not None and (Path(SOFFICE).resolve().parent / "libsclo.so").exists()

pytestmark = pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc is not installed")

TABLE = Table("Invented", ["Text", "Number"], [*((text, -7) for text in DANGEROUS), ("a;=1+1,=1+1\t=1+1", 2.5)])
DANISH, UNICODE, EVALUATED = 1030, 76, "1,,{language},false,true,false,false,false,0,true"


def _converted(file: Path, *options: str) -> bytes:
    """The file as Calc saves it as XLSX."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    target = file.parent / "read"
    command = [
        str(SOFFICE),
        profile,
        "--headless",
        *options,
        "--convert-to",
        "xlsx",
        "--outdir",
        str(target),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (target / f"{file.stem}.xlsx").read_bytes()


def _kinds(data: bytes) -> set[str]:
    return {cell.data_type for row in load_workbook(BytesIO(data)).active.iter_rows() for cell in row}


def test_calc_finds_the_same_texts_and_numbers_in_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    file.write_bytes(xlsx_of([TABLE]))
    read = _converted(file)
    assert _kinds(read) == {"s", "n"}
    assert read_sheet(read, "read").rows == read_sheet(file.read_bytes(), "written").rows


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_calc_computes_nothing_in_a_csv_file_even_parted_at_another_sign(delimiter: str, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(csv_of(TABLE))
    options = f"--infilter=CSV:{ord(delimiter)},34,{UNICODE},{EVALUATED.format(language=DANISH)}"
    read = _converted(file, options)
    assert "f" not in _kinds(read)
    if delimiter == ";":
        numbers = [row[1] for row in load_workbook(BytesIO(read)).active.iter_rows(min_row=2, values_only=True)]
        assert numbers == [-7] * len(DANGEROUS) + [2.5]


def test_calc_would_compute_a_formula_that_was_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text('"a"\n"=1+1"\n', encoding="utf-8")
    options = f"--infilter=CSV:59,34,{UNICODE},{EVALUATED.format(language=DANISH)}"
    assert "f" in _kinds(_converted(file, options))
