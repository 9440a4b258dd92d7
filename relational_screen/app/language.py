"""The language of the program's own words: English in the code, Danish on screen unless chosen otherwise."""

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from relational_screen.errors import ScreenError

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
_LOCALES = Path(__file__).parent.parent / "locale"
_language: Language = "da"
_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: Language) -> None:
    """Put the program's words in a language from here on."""
    global _language, _translations  # noqa: PLW0603 - gettext's own way: one language for the process
    _language = language
    _translations = gettext.translation("relational_screen", _LOCALES, [language], fallback=True)


def language_in_use() -> Language:
    """Return the language that was last chosen."""
    return _language


def _(text: str) -> str:
    """Return a text of the program in the language in use."""
    return _translations.gettext(text)


def words_in(language: Language) -> Callable[[str], str]:
    """Return what gives a text of the program in a language, whichever is in use."""
    return gettext.translation("relational_screen", _LOCALES, [language], fallback=True).gettext


def in_words(marked: str) -> str:
    """Return a text that was marked with `N_` where it is kept, in the language in use."""
    return _translations.gettext(marked)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the singular or plural text for a number, in the language in use."""
    return _translations.ngettext(one, many, number)


def told(error: ScreenError) -> str:
    """Return what a user is told of an error, in the language in use."""
    return error.message(_)
