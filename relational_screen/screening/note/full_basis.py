"""What the answers rest on: passages of the draft, facts, sources and remedies (form `full`)."""

from collections.abc import Iterator

from relational_screen.catalogue.checklist import Question
from relational_screen.catalogue.facts import Fact
from relational_screen.catalogue.model import document_of
from relational_screen.catalogue.remedies import Remedy
from relational_screen.drafts.draft import same_label
from relational_screen.screening.answers import PassageRef
from relational_screen.screening.document import Block, Heading, Paragraph
from relational_screen.screening.note.tables import table
from relational_screen.screening.note.wording import Wording
from relational_screen.screening.passages import refs_of
from relational_screen.screening.scope import questions_in_scope


def passages(wording: Wording) -> Iterator[Block]:
    """Yield every passage that an answer points at, in the draft's order, with its text and the questions it bears."""
    draft = wording.screening.draft
    if draft is None:
        return
    order = {same_label(passage.label): number for number, passage in enumerate(draft.passages)}
    cited = _cited(wording)
    for label in sorted(cited, key=lambda name: order.get(same_label(name), len(order))):
        yield Heading(label, 3)
        passage = draft.find(label)
        refs = [ref for ref, _ in cited[label]]
        if passage is None:
            yield Paragraph(wording.get("full-passage-gone"))
        else:
            yield Paragraph(passage.text)
            if any(ref.hash not in ("", passage.hash) for ref in refs):
                yield Paragraph(wording.get("full-passage-changed"))
        titles = list(dict.fromkeys(title for _, title in cited[label]))
        yield Paragraph(wording.get("full-passage-bears", titles=wording.join(titles)))


def basis(wording: Wording) -> Iterator[Block]:
    """Yield for every question its weight with the reason, its facts by number and its sources; then the facts."""
    facts: list[str] = []
    rows = [_basis(wording, question, facts) for question in _asked(wording)]
    yield from table(wording, "full-basis", ("question-weight", "facts", "sources"), rows)
    told = [_fact(wording, number, name) for number, name in enumerate(facts, start=1)]
    yield from table(wording, "full-facts", ("number", "fact", "measured", "source"), told)


def remedies(wording: Wording) -> Iterator[Block]:
    """Yield the remedies of the catalogue that measures took up, with sources and what is known of their effect."""
    catalogue = wording.screening.catalogue
    chosen = [catalogue.remedy(name) for name in _chosen(wording)]
    yield from table(wording, "full-remedies", ("remedy", "sources"), [_remedy(wording, remedy) for remedy in chosen])
    for name in dict.fromkeys(remedy.strategy for remedy in chosen if remedy.strategy):
        strategy = catalogue.strategy(name)
        told = _sources(wording, strategy.sources)
        yield Paragraph(wording.get("full-strategy", label=strategy.label, evidence=strategy.evidence, sources=told))


def _asked(wording: Wording) -> tuple[Question, ...]:
    return questions_in_scope(wording.screening.state, wording.screening.catalogue)


def _cited(wording: Wording) -> dict[str, list[tuple[PassageRef, str]]]:
    """Return for every label that an answer points at the references and the titles of their questions."""
    cited: dict[str, list[tuple[PassageRef, str]]] = {}
    for question in _asked(wording):
        answer = wording.screening.answer(question.id)
        for ref in refs_of(answer) if answer else ():
            cited.setdefault(ref.label, []).append((ref, question.title.get(wording.language)))
    return cited


def _basis(wording: Wording, question: Question, facts: list[str]) -> tuple[str, ...]:
    facts += [name for name in question.facts if name not in facts]
    weight = wording.label("weight", question.weight)
    return (
        wording.get("full-weighed", title=question.title, weight=weight, reason=question.weight_reason or "").strip(),
        ", ".join(f"[{facts.index(name) + 1}]" for name in question.facts) or "–",
        _sources(wording, question.sources),
    )


def _fact(wording: Wording, number: int, name: str) -> tuple[str, ...]:
    fact: Fact = wording.screening.catalogue.fact(name)
    return (
        f"[{number}]",
        fact.text.get(wording.language),
        wording.get("full-population", population=fact.population, year=fact.year),
        wording.source(fact.source),
    )


def _chosen(wording: Wording) -> dict[str, None]:
    answers = [answer for question in _asked(wording) if (answer := wording.screening.answer(question.id))]
    effects = [effect for answer in answers for effect in answer.effects]
    return dict.fromkeys(one.remedy for effect in effects for one in effect.measures if one.remedy)


def _remedy(wording: Wording, remedy: Remedy) -> tuple[str, ...]:
    title, text = remedy.title.get(wording.language), remedy.text.get(wording.language)
    told = wording.get("full-asked", title=title, question=text)
    return told, _sources(wording, remedy.sources)


def _sources(wording: Wording, sources: tuple[str, ...]) -> str:
    """Return sources by document: its title once, and every place in it that is referred to."""
    places: dict[str, list[str]] = {}
    for source in sources:
        places.setdefault(document_of(source), []).append(source.partition(": ")[2])
    return "; ".join(wording.source(f"{document}: {', '.join(found)}") for document, found in places.items())
