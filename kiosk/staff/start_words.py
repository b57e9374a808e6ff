"""The words of the page «Access and language»."""

from kiosk.content.language import Localised
from kiosk.content.poll import PollPlace
from kiosk.settings.model import Corner
from kiosk.staff.words import PageWords


class StartWords(PageWords):
    """`start.yaml`."""

    start: Localised
    wall: Localised
    language: Localised
    theme: Localised
    sound: Localised
    volume: Localised
    corner: Localised
    corners: dict[Corner, Localised]
    poll: Localised
    polls: dict[PollPlace, Localised]
    diagonal: Localised
    inches: Localised
    centimetres: Localised
    floor: Localised
    unmeasured: Localised
    measure_both: Localised
    target_good: Localised
    target_small: Localised
    reach_good: Localised
    reach_high: Localised
    floor_low: Localised
    reach_band: Localised
    highest: Localised
    adult: Localised
    seated: Localised
