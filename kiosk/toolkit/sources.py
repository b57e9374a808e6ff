"""How sources are named on screen, wherever they stand."""

from collections.abc import Sequence

from kiosk.content.model import Source
from kiosk.toolkit.look import Look


def source_line(look: Look, sources: Sequence[Source]) -> str:
    """`sources` in one line: 資料來源：中國汽車工業協會 2023."""
    stop, comma = (": ", ", ") if look.language == "en" else ("：", "、")
    names = comma.join(f"{look.text(source.name)} {source.year}" for source in sources)
    return look.text(look.strings.source) + stop + names
