"""The program's words: every one has its Danish, and none of them breaks what it stands for."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from relational_screen.app import language
from relational_screen.errors import N_, ScreenError

PACKAGE = Path(language.__file__).parent.parent
PO = PACKAGE / "locale" / "da" / "LC_MESSAGES" / "relational_screen.po"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
SAME_IN_BOTH = {
    "Status",
    "Mine",
    "Screening",
    "Register",
    "Re&gister",
    "{count} screening",
    "{name}, {date}",
    "{arena}. {cells}.",
}
RAIL = "gui/window.py"
SCREENING = ("gui/screening_page.py", "gui/draft_pane.py", "gui/result_bar.py")
QUESTION = ("gui/steps/questions.py", "gui/steps/effects.py", "gui/steps/measures.py", "gui/steps/chips.py")


@cache
def extracted() -> dict[tuple[str, ...], set[str]]:
    """Every text of the program that is marked for translation, with the files it stands in."""
    found: dict[tuple[str, ...], set[str]] = {}
    for file, _line, words, _comments, _context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        found.setdefault(texts(words), set()).add(Path(file).as_posix())
    return found


@pytest.fixture(scope="module")
def danish() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="da")


@pytest.fixture
def in_danish(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_language", "_translations"):
        monkeypatch.setattr(language, name, getattr(language, name))
    language.use_language("da")


def texts(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text, or the singular and the plural of one."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def pairs(messages: Iterable[Message]) -> list[tuple[str, str]]:
    """Each English text with its Danish."""
    return [pair for one in messages for pair in zip(texts(one.id), texts(one.string), strict=True)]


def content(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def frame(text: str) -> tuple[object, ...]:
    """What a translation may not change: the places that values fill, line breaks, spaces around, an open end."""
    places = sorted(name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None)
    return places, text.count("\n"), text[:1].isspace(), text[-1:].isspace(), text.endswith("…")


def marked(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node


def test_every_marked_text_is_one_that_the_extraction_can_see() -> None:
    seen = {text for words in extracted() for text in words}
    unseen = []
    for file in PACKAGE.rglob("*.py"):
        for call in marked(ast.parse(file.read_text(encoding="utf-8"))):
            for argument in call.args[: 2 if ast.unparse(call.func) == "ngettext" else 1]:
                if not isinstance(argument, ast.Constant) or argument.value not in seen:
                    unseen.append(f"{file.name}:{call.lineno}: {ast.unparse(argument)}")
    assert unseen == []


def test_the_catalogue_holds_exactly_the_texts_of_the_program(danish: Catalog) -> None:
    assert {texts(message.id) for message in content(danish)} == set(extracted())
    assert not danish.obsolete


def test_every_text_has_its_danish(danish: Catalog) -> None:
    assert [english for english, translation in pairs(content(danish)) if not translation] == []
    assert [message.id for message in content(danish) if message.fuzzy] == []
    assert {english for english, translation in pairs(content(danish)) if english == translation} <= SAME_IN_BOTH


def test_a_translation_has_the_same_places_line_breaks_and_ends_as_its_text(danish: Catalog) -> None:
    assert [pair for pair in pairs(content(danish)) if frame(pair[0]) != frame(pair[1])] == []


def test_the_compiled_catalogue_is_that_of_the_source(danish: Catalog) -> None:
    compiled = BytesIO()
    write_mo(compiled, danish)
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_danish_counts_one_and_many(danish: Catalog, in_danish: None) -> None:
    assert danish.plural_forms == "nplurals=2; plural=(n != 1);"
    told = [language.ngettext("{count} page", "{count} pages", count).format(count=count) for count in (0, 1, 2)]
    assert told == ["0 sider", "1 side", "2 sider"]


def test_an_error_is_told_in_danish_with_its_values(in_danish: None) -> None:
    error = ScreenError(N_("The folder {folder} does not exist."), N_("Choose a folder that exists."), folder="a/b")
    assert language.told(error) == "Mappen a/b findes ikke. Vælg en mappe, der findes."


def mnemonics(text: str) -> list[str]:
    return [letter.lower() for letter in re.findall(r"(?<!&)&(\w)", text)]


def page_of(module: str) -> set[str]:
    """The modules whose words stand on screen together with a module's; the rail is always there."""
    if module not in SCREENING and not module.startswith("gui/steps/"):
        return {RAIL, module}
    return {RAIL, *SCREENING, *(QUESTION if module in QUESTION else (module,))}


def on_page(modules: set[str], catalog: Catalog) -> list[tuple[str, str]]:
    return pairs(message for message in content(catalog) if extracted().get(texts(message.id), set()) & modules)


WINDOW = sorted({file for files in extracted().values() for file in files if file.startswith("gui/")})


@pytest.mark.parametrize("module", WINDOW)
def test_no_two_words_on_a_page_have_the_same_mnemonic(module: str, danish: Catalog) -> None:
    for words in zip(*on_page(page_of(module), danish), strict=True):
        letters = Counter(letter for text in words for letter in mnemonics(text))
        assert [letter for letter, count in letters.items() if count > 1] == []


def test_danish_has_mnemonics_where_english_has(danish: Catalog) -> None:
    found = on_page(set(WINDOW), danish)
    assert any(mnemonics(english) for english, _translation in found)
    assert [pair for pair in found if len(mnemonics(pair[0])) != len(mnemonics(pair[1]))] == []
