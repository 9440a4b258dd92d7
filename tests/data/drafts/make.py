"""Makes the three invented drafts: `python -m tests.data.drafts.make`.

The text of each stands in its folder as `body.txt`, its other parts as XML beside it; `shared/` holds parts of all.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.data.drafts.blocks import Body
from tests.data.drafts.package import content_types, custom_relations, document_relations, root_relations
from tests.data.drafts.picture import Rectangle, png

HERE = Path(__file__).parent
NAMES = ("bill-heading-styles", "bill-bold-headings", "local-plan")
_STEPS: list[Rectangle] = [
    *((20, 20, 90, 80, 2), (135, 20, 90, 80, 1), (250, 20, 90, 80, 3)),
    *((110, 58, 25, 4, 4), (225, 58, 25, 4, 4)),
]
_MAP: list[Rectangle] = [
    *((0, 0, 460, 300, 1), (210, 0, 12, 300, 4), (0, 206, 460, 8, 4), (20, 0, 180, 7, 4), (235, 0, 205, 7, 4)),
    *((left, top, 70, 45, 2) for left in (30, 120) for top in (15, 80, 145)),
    *((left, top, 90, 75, 3) for left in (240, 350) for top in (15, 115)),
    *((left, top, 14, 10, 5) for left in range(20, 110, 20) for top in range(228, 290, 16)),
    *((130, 230, 60, 50, 6), (240, 230, 70, 50, 0), (350, 230, 90, 50, 7)),
]
PICTURES = {"bill-heading-styles": (360, 120, _STEPS), "local-plan": (460, 300, _MAP)}


def main() -> None:
    """Write all three drafts beside this file."""
    for name in NAMES:
        (HERE / f"{name}.docx").write_bytes(made(name))


def made(name: str) -> bytes:
    """Return the bytes of one draft; its members carry no time."""
    result = BytesIO()
    with ZipFile(result, "w") as archive:
        for path, content in members(name).items():
            member = ZipInfo(path)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, content)
    return result.getvalue()


def members(name: str) -> dict[str, bytes]:
    """Return the parts of one draft, each with its path in the package."""
    parts: dict[str, bytes] = {}
    for folder in (HERE / "shared", HERE / name):
        parts |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.xml"))}
    lines = (HERE / name / "body.txt").read_text(encoding="utf-8").splitlines()
    parts["word/document.xml"] = Body(lines).document()
    if name in PICTURES:
        parts["word/media/image1.png"] = png(*PICTURES[name])
    relations = root_relations() | document_relations(parts) | custom_relations(parts)
    return content_types(parts) | relations | dict(sorted(parts.items()))


if __name__ == "__main__":
    main()
