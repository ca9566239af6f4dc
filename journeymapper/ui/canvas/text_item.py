"""The text of the editor in place as Qt's scene has it, and the font it is set in."""

from typing import cast

from PySide6.QtGui import QFont, QFontDatabase, QPainter
from PySide6.QtWidgets import QGraphicsTextItem, QStyle, QStyleOptionGraphicsItem, QWidget

from journeymapper.style.typography import FAMILIES, TextStyle
from journeymapper.text.engine import COMPANIONS
from journeymapper.text.runs import SCALE


class TextItem(QGraphicsTextItem):
    """The text, without the frame that Qt draws round an item that has the keyboard."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the text and the caret."""
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        super().paint(painter, option, cast(QWidget, widget))


def font_of(style: TextStyle) -> QFont:
    """Return the shaper's font for a style (see ``journeymapper.text.engine``)."""
    known = set(QFontDatabase.families())
    own = [family for family in FAMILIES if family in known]
    companions = [family for family in COMPANIONS if family in known]
    font = QFont()
    font.setFamilies([*own[:1], *companions, *own[1:]])
    font.setPixelSize(max(1, round(style.size * SCALE)))
    font.setWeight(QFont.Weight(style.weight))
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
