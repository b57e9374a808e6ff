"""How everything looks and speaks at the moment, handed to each item when it is built."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from kiosk.content.language import Language, Localised
from kiosk.content.strings import Strings
from kiosk.toolkit.fonts import Face, Fonts
from kiosk.toolkit.icons import Icons
from kiosk.toolkit.palette import Palette


@dataclass(frozen=True)
class Look:
    """Colours, faces, icons, interface strings and the language they are shown in."""

    palette: Palette
    fonts: Fonts
    icons: Icons
    strings: Strings
    language: Language

    def text(self, localised: Localised) -> str:
        """`localised` in the present language."""
        return localised.text(self.language)

    def font(self, face: Face, size_px: float) -> QFont:
        """A font for the present language."""
        return self.fonts.font(face, size_px, self.language)
