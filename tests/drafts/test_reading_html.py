"""Web pages: what is read, what is left out, how they are encoded. All texts here are invented."""

from pathlib import Path

import pytest

from relational_screen.drafts.draft import Draft
from relational_screen.drafts.reading import read_draft
from tests.drafts.files import labels, text_at, words
from tests.drafts.test_acts import ACT
from tests.drafts.test_reading_text import refused, written


def page(folder: Path, body: str, head: str = "") -> Draft:
    text = f"<!DOCTYPE html><html><head><title>x</title>{head}</head><body>{body}</body></html>"
    return read_draft(written(folder, text.encode(), "udkast.html"))


def texts(draft: Draft) -> list[str]:
    return [line for passage in draft.passages for line in passage.text.split("\n")]


def test_a_page_gives_the_same_passages_as_its_text(tmp_path: Path) -> None:
    draft = page(tmp_path, "".join(f"<p>{line}</p>\n" for line in ACT.splitlines() if line))
    assert draft.format == "html"
    assert words(draft) == ACT.split()
    assert labels(draft) == labels(read_draft(written(tmp_path, ACT.encode())))


def test_a_page_is_known_by_its_content_or_its_name(tmp_path: Path) -> None:
    assert read_draft(written(tmp_path, b"\n<!DOCTYPE html><p>x", "udkast.txt")).format == "html"
    assert read_draft(written(tmp_path, b"Ren <b>tekst</b>", "udkast.htm")).passages[0].text == "Ren tekst"
    assert read_draft(written(tmp_path, b"<html><p>Fra et websted", "udkast.doc")).format == "html"
    assert read_draft(written(tmp_path, b"a < b og <html> er tekst", "udkast.txt")).format == "txt"


def test_headings_come_from_the_page(tmp_path: Path) -> None:
    draft = page(tmp_path, "<h1>Strategi for haver:</h1><h2>Mål.</h2><p>Kort linje uden punktum<p>Vi vil mødes.")
    assert labels(draft) == ["Titel", "Mål", "Mål, afsnit 1", "Mål, afsnit 2"]


def test_numbers_that_the_page_counts_itself_are_read(tmp_path: Path) -> None:
    body = (
        "<p>Lov om haver<ol start=3><li>tre<ol type=a><li><p>roser<p>og græs<li>stier</ol><li>fire<li value=9>"
        "ni<ul><li>punkt</ul></ol><ol style='list-style-type: upper-roman'><li>Del</ol>"
    )
    assert texts(page(tmp_path, body))[1:] == [
        "3. tre", "a) roser", "og græs", "b) stier", "4. fire", "9. ni", "punkt", "I) Del",
    ]  # fmt: skip


def test_tables_line_breaks_and_entities_are_read(tmp_path: Path) -> None:
    body = (
        "<p>Lov om haver<p>&sect; 1. Haver, jf.\n§ 4. De er &aring;bne&nbsp;&mdash;<br>altid.<br>"
        "Stk. 2. &#79;gs&aring;.<table><tr><th>Navn<td>Tal</table>Slut."
    )
    assert texts(page(tmp_path, body))[1:] == [
        "§ 1. Haver, jf. § 4. De er åbne — altid.",
        "Stk. 2. Også.",
        "Navn",
        "Tal",
        "Slut.",
    ]


def test_lines_of_preformatted_text_are_lines(tmp_path: Path) -> None:
    assert labels(page(tmp_path, f"<pre>{ACT}</pre>")) == labels(read_draft(written(tmp_path, ACT.encode())))


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x</script>", "<style>p {}</style>", "<template><p>x</template>", "<nav><p>x</nav>",
        "<!-- x -->", "<p hidden>x</p>", "<span style='display : none'>x</span>", "<ol hidden><li>x</ol>",
        "<del>x</del>",
        "<select><option>x</select>", "<svg><text>x</text></svg>", "<h2 hidden>x</h2>",
        "<table class='Indholdsfortegnelse'>x</table>", "<a class='FodnoteHenvisning'>1)</a>", "<noscript>x</noscript>",
    ],
)  # fmt: skip
def test_what_is_no_text_of_the_draft_is_left_out_and_what_follows_it_is_not(tmp_path: Path, hidden: str) -> None:
    draft = page(tmp_path, f"<p>Lov om haver</p><p>§ 1. Haver {hidden} er åbne.</p><p>Slut.</p>")
    assert " ".join(words(draft)) == "Lov om haver § 1. Haver er åbne. Slut."


def test_only_the_main_part_is_read_where_the_page_names_one(tmp_path: Path) -> None:
    assert texts(page(tmp_path, "<header>Kommunen<main><p>Plan for alle.</main><footer>Kontakt")) == ["Plan for alle."]


def test_footnotes_are_read_under_their_own_labels(tmp_path: Path) -> None:
    draft = page(
        tmp_path, "<p>Lov om haver<p>§ 1. Haver er åbne.<p class=Fodnote>1) En note.<div role=doc-footnote>To.</div>"
    )
    assert (text_at(draft, "Fodnote 1"), text_at(draft, "Fodnote 2")) == ("1) En note.", "To.")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8", "macintosh"),
     ("cp1252", "iso-8859-1"), ("cp1252", "utf-8"), ("cp1252", "nonsens"),
     ("mac-roman", "macintosh"), ("cp865", "cp865"), ("utf-16", "utf-8"), ("utf-8-sig", "utf-16")],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_it_has(tmp_path: Path, encoding: str, declared: str) -> None:
    dash = "-" if encoding == "cp865" else "–"
    text = f"<!DOCTYPE html><html><meta charset='{declared}'><p>Lov om fælles små stier<p>Åben {dash} ø"
    assert texts(read_draft(written(tmp_path, text.encode(encoding), "a.html"))) == [
        "Lov om fælles små stier",
        f"Åben {dash} ø",
    ]


def test_nothing_outside_a_page_is_read(tmp_path: Path) -> None:
    secret = written(tmp_path, b"hemmelig", "andet.txt")
    entity = f"<!DOCTYPE html [<!ENTITY a SYSTEM '{secret.as_uri()}'>]><html><p>Plan &a; for alle."
    draft = read_draft(written(tmp_path, f"{entity}<iframe src='andet.txt'>x</iframe>".encode(), "a.html"))
    assert "hemmelig" not in " ".join(words(draft))
    assert draft.remarks == ("external-references",)


def test_a_page_nested_too_deep_is_refused(tmp_path: Path) -> None:
    assert "nested deeper" in refused(written(tmp_path, b"<html>" + b"<div>" * 5000 + b"x", "a.html"))


@pytest.mark.parametrize("text", [b"<html></html>", b"<!-- x -->", b"<!DOCTYPE html><html><script>x</script>"])
def test_a_page_without_text_is_refused(tmp_path: Path, text: bytes) -> None:
    assert "is empty" in refused(written(tmp_path, text, "a.html"))


def test_the_act_on_limitation_has_the_sections_counted_by_hand(shared_drafts: Path) -> None:
    draft = read_draft(next(shared_drafts.glob("2015-1238*.html")))
    assert draft.title == "Bekendtgørelse af lov om forældelse af fordringer (forældelsesloven)"
    found = labels(draft)
    assert sum(label.startswith("Kapitel ") for label in found) == 9
    sections = {label.split(",")[0] for label in found if label.startswith("§ ") and " i lov nr. " not in label}
    assert sections == {*(f"§ {n}" for n in range(1, 32)), "§ 2 a"}
    assert [sum(label.startswith(f"§ {n}, stk. ") for label in found) for n in (3, 19, 26)] == [8, 7, 4]
    assert sum(label.startswith("Fodnote ") for label in found) == 7
