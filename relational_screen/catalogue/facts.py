"""The documents that are cited, and the figures taken from them."""

from decimal import Decimal

from pydantic import Field

from relational_screen.catalogue.model import Measure, Name, Record, Source, Text, Words


class Document(Record):
    """A source document."""

    id: Name
    title: Words
    year: int = Field(ge=1990, le=2100)
    publisher: Words
    file: Words


class Fact(Record):
    """One figure with its year, population, measure and place in a document."""

    id: Name
    text: Text
    figure: Decimal
    figure_high: Decimal | None = None
    unit: Words
    year: int = Field(ge=1990, le=2100)
    population: Text
    measure: Measure
    source: Source


class FactFile(Record):
    """The whole of `facts.toml`."""

    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
