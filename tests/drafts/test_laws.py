"""Laws that hold for any text: nothing is lost, labels are unique."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relational_screen.drafts.draft import same_label
from relational_screen.drafts.paragraph import Paragraph, evened
from relational_screen.drafts.structure import structured
from relational_screen.drafts.text import read_text

_STARTS = (
    "§ 1", "§ 1.", "§ 2. ", "§ 2", "§ 24 a. ", "»§ 3. ", "§§ 7-8. ", "§ 4 Formål", "Stk. 2. ", "Stk. 1.", "»Stk. 3. ",
    "1) ", "2) ", "a) ", "b) ", "1. ", "2. ", "3. I § 4 ", "7.1 ", "7.2. Om ", "Kapitel 1",
    "Afsnit II ", "Bilag 1", "Til § 1",
    "Til nr. 2", "Bemærkninger til lovforslaget", "Under Vor Kongelige Hånd", "Indhold", "Formål", "- ", "", "og ", "(",
    "I lov om x foretages følgende ændringer:", "§ 5 bliver herefter § 6.",
)  # fmt: skip
_ends = st.text(alphabet="abcæøå §»«.,;:-123\u00ad\u00a0ABC", max_size=30)
_lines = st.tuples(st.sampled_from(_STARTS), _ends).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.lists(_lines, min_size=1, max_size=30), st.lists(st.booleans(), min_size=30, max_size=30))
def test_every_word_stands_in_the_passages_in_order_and_labels_are_unique(lines: list[str], gaps: list[bool]) -> None:
    text = "".join(line + ("\n\n" if gap else "\n") for line, gap in zip(lines, gaps, strict=False))
    paragraphs = read_text(text.encode(), "udkast.txt")
    if not paragraphs:
        return
    _, passages = structured(paragraphs)
    assert " ".join(passage.text for passage in passages).split() == [
        word for line in text.splitlines() for word in evened(line).split()
    ]
    assert len({same_label(passage.label) for passage in passages}) == len(passages)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.builds(Paragraph, _lines.map(evened).filter(bool), heading=st.booleans()), min_size=1, max_size=20))
def test_headings_of_a_file_lose_nothing_either(paragraphs: list[Paragraph]) -> None:
    _, passages = structured(paragraphs)
    assert "\n".join(passage.text for passage in passages) == "\n".join(one.text for one in paragraphs)
    assert all(passage.label.strip() for passage in passages)
