"""What is drawn in a document: the picture and the text box, as Word writes them."""

from copy import deepcopy

from lxml import etree

from tests.data.drafts.wordml import NS, Element, name_in

DOT = 9525
"""English Metric Units of a dot at 96 dots an inch."""

_SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in NS.items())

_PICTURE = """<w:drawing {spaces}><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="Billede {number}" descr=""/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{number}" name="Billede {number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="image1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>
</a:graphicData></a:graphic></wp:inline></w:drawing>"""

_BOX = """<mc:AlternateContent {spaces}><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5760000" cy="756000"/>
<wp:docPr id="{number}" name="Tekstfelt {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5760000" cy="756000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="F2F2F2"/></a:solidFill>
<a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr rot="0" wrap="square" lIns="91440" tIns="45720" rIns="91440"
bIns="45720" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>
</mc:Choice><mc:Fallback><w:pict>
<v:shape id="Tekstfelt_{number}" type="#_x0000_t202" style="width:453.5pt;height:59.5pt" fillcolor="#f2f2f2"
strokecolor="#7f7f7f"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent>"""


def picture(number: int, width: int, height: int, description: str) -> Element:
    """Return the picture `image1`, width and height in dots; each drawing of a document has a number of its own."""
    found = _parsed(_PICTURE.format(spaces=_SPACES, number=number, width=width * DOT, height=height * DOT))
    (properties,) = found.iter(name_in("wp", "docPr"))
    properties.set("descr", description)
    return found


def text_box(number: int, paragraphs: list[Element]) -> Element:
    """Return a text box in the two forms that Word saves: the present one and the one for older programs."""
    found = _parsed(_BOX.format(spaces=_SPACES, number=number))
    for content in found.iter(name_in("w", "txbxContent")):
        content.extend(deepcopy(paragraphs))
    return found


def _parsed(xml: str) -> Element:
    return etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
