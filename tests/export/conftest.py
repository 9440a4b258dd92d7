"""Two whole notes that the tests write. The bills in them are invented."""

from decimal import Decimal

import pytest

from relational_screen.screening.document import (
    Bar,
    BarPair,
    Bars,
    Bullets,
    Heading,
    NoteDocument,
    Paragraph,
    Table,
)


def _pair(label: str, raises: int, up: str, lowers: int, down: str) -> BarPair:
    return BarPair(label, Bar(Decimal(raises), up), Bar(Decimal(lowers), down))


DANISH = NoteDocument(
    title="Relationelle konsekvenser: Forslag til lov om nye fællesboliger (opdigtet)",
    language="da",
    subject="Relationel bundlinje",
    footer="Relationelle konsekvenser · Forslag til lov om nye fællesboliger (opdigtet)",
    blocks=(
        Heading("Relationelle konsekvenser", 1),
        Paragraph(
            "Forslaget trækker begge veje. Det vil øge muligheden for fællesskab mellem beboerne i de nye boliger, men "
            "mindske muligheden for at bevare naboskaber for dem, der skal fraflytte.",
            "lead",
        ),
        Paragraph(
            "Skal håndteres: Lejere kan opsiges uden ret til genhusning i samme kvarter (§ 1, nr. 4). Skønsmæssigt "
            "120 til 180 husstande, herunder mange, der bor alene, mister den daglige kontakt med naboer.",
            "boxed",
        ),
        Bars(
            "Øger og mindsker, arena for arena",
            "Hjem og bolig øges tydeligt og mindskes tydeligt; de øvrige arenaer berøres noget eller slet ikke.",
            "Øger",
            "Mindsker",
            (
                _pair("Hjem og bolig", 62, "tydeligt · 62", 71, "tydeligt · 71"),
                _pair("Dagtilbud, skole og uddannelse", 8, "lidt · 8", 24, "noget · 24"),
                _pair("Fritid og fællesskaber", 35, "noget · 35", 0, "ingen · 0"),
                _pair("Arbejdsliv og beskæftigelse", 0, "ingen · 0", 0, "ingen · 0"),
                _pair("Sundhed og pleje", 100, "meget · 100", 12, "lidt · 12"),
                _pair("På tværs", 0, "ikke undersøgt", 0, "ikke undersøgt"),
            ),
        ),
        Heading("4.1. Hjem og bolig", 2),
        Paragraph(
            "Efter forslaget kan kommunalbestyrelsen give tilsagn til boliger med fælles køkken og opholdsrum (§ 1, "
            "nr. 2). Det vil give de fleste kommende beboere daglige anledninger til at mødes, og virkningen vurderes "
            "at være varig. Vurderingen bygger på praksiserfaring fra lignende boliger."
        ),
        Paragraph(
            "Samtidig kan boligorganisationen opsige lejere i de berørte blokke med henblik på ombygning (§ 1, nr. 4). "
            "Virkningen vurderes at være tydelig og varig. Ensomhed er mere end dobbelt så udbredt blandt mennesker, "
            "der bor alene, som blandt samboende (Sundhedsprofilen 2021, jf. strategien mod ensomhed, kap. 5)."
        ),
        Heading("4.2. Fritid og fællesskaber", 2),
        Paragraph("Fællesrummene vil kunne bruges af foreninger, når vedtægterne tillader det (§ 1, nr. 3)."),
        Heading("Foreninger", 3),
        Paragraph("To foreninger i kvarteret mangler lokaler. Virkningen vurderes at være noget og varig."),
        Heading("4.3. Sundhed og pleje", 2),
        Paragraph("Plejepersonalet vil i kortere tid ad gangen være hos den enkelte, men komme igen oftere (§ 2)."),
        Heading("4.4. Hvem vinder, hvem mister", 2),
        Table(
            "Virkninger for grupper",
            "For hver gruppe: hvad der øges, hvad der mindskes, og hvor mange det gælder.",
            ("Gruppe", "Øger", "Mindsker", "Hvor mange"),
            (
                ("Mennesker, der bor alene", "Daglige anledninger til at mødes", "Mister naboer", "En del"),
                ("Børn og unge", "Legeplads i gården", "Skoleskift for dem, der flytter", "Få"),
                ("Ældre over 75 år", "Fælles spisning", "Lang vej til det gamle kvarter", "De fleste"),
                ("Mennesker med handicap", "Niveaufri adgang", "Ingen", "Få"),
                ("Nytilflyttede", "Et sted at blive kendt", "Ingen", "En del"),
                ("Pårørende", "Ingen", "Længere til besøg", "Ved ikke"),
            ),
        ),
        Heading("4.5. Afhjælpning", 2),
        Bullets(
            (
                "Ret til genhusning i samme kvarter kan indsættes i § 1, nr. 4 (handlingsplanen, initiativ 20).",
                "Fællesrum åbnes for foreninger uden for husets egne tider.",
                "Flytning lægges uden for skoleåret, så børn ikke skifter klasse midt i det.",
            )
        ),
        Heading("4.6. Det ved vi ikke", 2),
        Paragraph(
            "Om fællesrummene også kan bruges af foreninger, afhænger af boligorganisationernes vedtægter. To "
            "spørgsmål af 26 er ikke besvaret."
        ),
        Paragraph(
            "Screening foretaget på høringsudkastet den 12. marts 2027 · metode 1.0 · tjekliste for bolig 1.0 · "
            "id 7f3c · 24 af 26 spørgsmål besvaret",
            "small",
        ),
        Paragraph("Udkastet er ikke ændret siden.", "small"),
    ),
)

ENGLISH = NoteDocument(
    title="Relational consequences: Bill on new shared homes (invented)",
    language="en",
    subject="Relational bottom line",
    footer="Relational consequences · Bill on new shared homes (invented)",
    blocks=(
        Heading("Relational consequences", 1),
        Paragraph(
            "The bill pulls both ways: new homes bring people together, and rebuilding parts neighbours.", "lead"
        ),
        Paragraph("Must be addressed: tenants can be given notice without a home nearby (§ 1, no. 4).", "boxed"),
        Bars(
            "Raises and lowers, arena by arena",
            "Home and housing is clearly raised and clearly lowered.",
            "Raises",
            "Lowers",
            (
                _pair("Home and housing", 62, "clearly · 62", 71, "clearly · 71"),
                _pair("Leisure and communities", 35, "somewhat · 35", 0, "none · 0"),
            ),
        ),
        Heading("4.1. Home and housing", 2),
        Paragraph("Most new residents will meet daily; the effect is assessed to be lasting."),
        Table(
            "Effects on groups",
            "For each group what is raised and what is lowered.",
            ("Group", "Raises", "Lowers"),
            (("People who live alone", "Daily meetings", "Lose neighbours"), ("Children", "A playground", "None")),
        ),
        Bullets(("A right to a home in the same quarter.", "Shared rooms open to associations.")),
        Paragraph("Made on the draft in hearing, 12 March 2027 · method 1.0 · 24 of 26 questions answered", "small"),
    ),
)


@pytest.fixture(scope="session")
def danish() -> NoteDocument:
    return DANISH


@pytest.fixture(scope="session")
def english() -> NoteDocument:
    return ENGLISH


@pytest.fixture(params=[DANISH, ENGLISH], ids=["da", "en"])
def note(request: pytest.FixtureRequest) -> NoteDocument:
    """The Danish note, then the English."""
    found: NoteDocument = request.param
    return found
