"""Reads one TOML file of the catalogue and reports everything that is wrong with it at once."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from relational_screen.errors import N_, ScreenError, raise_all

R = TypeVar("R", bound=BaseModel)

_WORDS = {
    "extra_forbidden": N_("{file}: {where}: the field is unknown. Remove it, or correct its name."),
    "missing": N_("{file}: {where}: the field is missing. Add it."),
    "string_type": N_("{file}: {where}: a text in quotation marks is wanted. Put the value in quotation marks."),
    "literal_error": N_("{file}: {where}: the value must be one of {expected}. Correct it."),
    "string_too_short": N_("{file}: {where}: the text is empty. Write it, or leave the field out."),
}
_OTHER = N_("{file}: {where}: {detail}. Correct the value.")


def load_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file, decimal numbers kept exact.

    Raises:
        ScreenError: the file is missing, is not UTF-8 or is not TOML.
    """
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=Decimal)
    except OSError as error:
        raise ScreenError(
            N_("The file {file} cannot be read ({detail})."),
            N_("Check the name and that you may open it."),
            file=path.name,
            detail=error.strerror,
        ) from error
    except UnicodeDecodeError as error:
        raise ScreenError(
            N_("The file {file} is not text in UTF-8."), N_("Save it again as UTF-8."), file=path.name
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ScreenError(
            N_("The file {file} is not valid TOML: {detail}."),
            N_("Correct that line and try again."),
            file=path.name,
            detail=error,
        ) from error


def read_record(path: Path, kind: type[R]) -> R:
    """Read a file as one kind of record.

    Raises:
        ScreenError: the file cannot be read, or everything that is wrong in it, one problem each.
    """
    content = load_toml(path)
    record, problems = validate(content, kind, path.name)
    raise_all(problems)
    assert record is not None
    return record


def validate(content: dict[str, Any], kind: type[R], file: str) -> tuple[R | None, list[ScreenError]]:
    """Hold content against a kind of record; return the record, or None and every problem."""
    try:
        return kind.model_validate(content), []
    except ValidationError as error:
        return None, [problem_of(detail, content, file) for detail in error.errors() if not _follows(detail, error)]


def _follows(detail: ErrorDetails, error: ValidationError) -> bool:
    """Whether a list is only called too short because its items, each with its own problem, were refused."""
    place = detail["loc"]
    places = [other["loc"] for other in error.errors() if other["loc"] != place]
    return detail["type"] == "too_short" and any(other[: len(place)] == place for other in places)


def problem_of(detail: ErrorDetails, content: dict[str, Any], file: str) -> ScreenError:
    """Return one thing that is wrong in a file, in words an official can act on."""
    words = _WORDS.get(detail["type"], _OTHER)
    where = _where(detail["loc"], content)
    told = detail["msg"].removeprefix("Value error, ")
    expected = detail.get("ctx", {}).get("expected", "")
    return ScreenError(words, file=file, where=where, detail=told, expected=expected.replace(" or ", ", "))


def _where(location: tuple[int | str, ...], content: Any) -> str:
    """Name an item by its id where it has one, else by its number in the list, counted from 1."""
    parts: list[str] = []
    for step in location:
        content = _inside(content, step)
        if isinstance(step, int):
            name = content.get("id") or content.get("question") if isinstance(content, dict) else None
            parts.append(str(name) if isinstance(name, str) else f"no. {step + 1}")
        else:
            parts.append(step)
    return ".".join(parts) or "the file"


def _inside(content: Any, step: int | str) -> Any:
    if isinstance(content, dict):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int) and step < len(content):
        return content[step]
    return None
