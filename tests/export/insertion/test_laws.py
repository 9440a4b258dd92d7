"""Whatever stands around the place, it is the same afterwards."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from relational_screen.export.insertion.model import PilotRow
from tests.export.insertion.word_files import (
    BILL,
    LONG,
    OTHER,
    SUMMARY,
    canonical,
    inserted,
    rejected,
    root,
    texts,
    written,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="|;<>&"))
LINES = st.lists(
    st.one_of(
        st.builds("{}{}".format, st.sampled_from(["", "b:", "i:"]), WORDS.filter(lambda text: text[1:2] != ":")),
        st.sampled_from(["", LONG, "b:7. Andet", "h1:Overskrift", "t:a|b;c|d", SUMMARY, "Indholdsfortegnelse"]),
    ),
    max_size=6,
)


@settings(max_examples=30, deadline=None)
@given(before=LINES, between=LINES, after=LINES, again=st.booleans())
def test_refusing_gives_back_any_draft_exactly(
    before: list[str], between: list[str], after: list[str], again: bool
) -> None:
    with TemporaryDirectory() as folder:
        lines = (*before, *BILL[:7], *between, *BILL[7:11], *after)
        draft = written(Path(folder) / "udkast.docx", *lines)
        out, _ = inserted(draft, pilot_row=PilotRow("Ja", "Nej"))
        assert canonical(rejected(root(out))) == canonical(root(draft))
        if again:
            second, replaced = inserted(out, OTHER, name="igen.docx", pilot_row=PilotRow("Nej", "Ja"))
            assert replaced.replaced
            assert canonical(rejected(root(second))) == canonical(root(draft))
            assert sum("Et helt andet notat." in text for text in texts(root(second))) == 1
