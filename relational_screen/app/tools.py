"""The calculators that arenas bring, as data and by name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from relational_screen.app.files import read_draft
from relational_screen.catalogue.model import Language
from relational_screen.errors import N_, ScreenError
from relational_screen.screening.tools import Tool, run_tool


def list_tools(tools: Sequence[Tool], language: Language) -> list[dict[str, Any]]:
    """Return every tool with its inputs, units and limits."""
    return [
        {
            "id": tool.id,
            "question": tool.question,
            "title": tool.title.get(language),
            "help": tool.help.get(language),
            "inputs": [
                {
                    "id": item.id,
                    "label": item.label.get(language),
                    "unit": item.unit.get(language),
                    "low": float(item.low),
                    "high": float(item.high),
                    "whole": item.whole,
                }
                for item in tool.inputs
            ],
        }
        for tool in tools
    ]


def calculate(
    tools: Sequence[Tool], name: str, inputs: Sequence[str], draft: Path | None, language: Language
) -> list[str]:
    """Run a tool by its id on `NAME=NUMBER` texts; return its sentence, figures and remarks as lines.

    Raises:
        ScreenError: there is no such tool, or everything that is wrong with the input at once.
    """
    tool = next((tool for tool in tools if tool.id == name), None)
    if tool is None:
        raise ScreenError(N_("There is no calculator {name}."), N_("See their names with tools."), name=name)
    given = dict(_pair(text) for text in inputs)
    outcome = run_tool(tool, given, read_draft(draft) if draft else None, language)
    figures = [f"{figure}: {number}" for figure, number in outcome.figures.items()]
    return [outcome.sentence.get(language), *figures, *(remark.get(language) for remark in outcome.remarks)]


def _pair(text: str) -> tuple[str, str]:
    name, sign, number = text.partition("=")
    if not sign:
        raise ScreenError(N_("{text} is not of the form NAME=NUMBER. Correct it."), text=text)
    return name, number
