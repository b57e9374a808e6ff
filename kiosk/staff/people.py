"""Two people as plain shapes, in millimetres: x to the right, y up from the floor."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

HEIGHT_MM = 1700.0
"""How tall the standing one is."""

LIMB_MM = 110.0


def standing() -> QPainterPath:
    """An adult who stands, seen from the front."""
    body = _disc(0, HEIGHT_MM - 115, 115)
    body |= _rounded(QRectF(-215, 830, 430, 600), 150)
    for side in (-1, 1):
        body |= _limb(130, (side * 88, 900), (side * 88, 65))
        body |= _limb(LIMB_MM - 20, (side * 205, 1340), (side * 250, 800))
    return body


def seated() -> QPainterPath:
    """Somebody in a wheelchair, seen from the side and reaching to the right."""
    body = _disc(-40, 1225, 105)
    body |= _limb(210, (-110, 950), (-140, 620))
    body |= _limb(140, (-140, 560), (290, 560))
    body |= _limb(LIMB_MM, (290, 560), (350, 150), (440, 120))
    body |= _limb(LIMB_MM - 30, (-90, 960), (130, 840), (400, 960))
    wheel = _disc(-130, 305, 305).subtracted(_disc(-130, 305, 255))
    caster = _disc(330, 75, 75).subtracted(_disc(330, 75, 35))
    frame = _limb(40, (-330, 960), (-260, 470), (250, 470), (330, 80))
    return body | wheel | caster | frame


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _limb(thickness: float, first: tuple[float, float], *more: tuple[float, float]) -> QPainterPath:
    """A line of some thickness with round ends and joints."""
    path = QPainterPath(QPointF(*first))
    for point in more:
        path.lineTo(QPointF(*point))
    pen = QPainterPathStroker()
    pen.setWidth(thickness)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen.createStroke(path).simplified()
