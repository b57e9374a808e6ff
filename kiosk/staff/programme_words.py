"""What the page «Programme and timing» says."""

from kiosk.content.language import Localised
from kiosk.content.model import ExhibitSpec
from kiosk.staff.words import PageWords
from kiosk.toolkit.look import Look

MINUTES_FROM_S = 120


class ProgrammeWords(PageWords):
    """`programme.yaml`."""

    blurb_waiting: Localised
    blurb_preview: Localised

    programme: Localised
    tab: Localised
    other: Localised
    seconds: Localised
    minutes: Localised
    automatic: Localised
    too_short: Localised
    chart: Localised
    image: Localised
    interactive: Localised
    gone: Localised
    last_shown: Localised

    dwell: Localised
    shown: Localised
    handle: Localised
    preview: Localised
    preview_of: Localised
    more: Localised
    by_itself: Localised
    up: Localised
    down: Localised
    duplicate: Localised
    remove: Localised
    done: Localised
    previous_page: Localised
    next_page: Localised
    page_of: Localised

    waits: Localised
    attract: Localised
    attract_note: Localised
    never: Localised
    idle: Localised
    idle_note: Localised
    warning: Localised
    warning_note: Localised
    programmes: Localised
    no_programme: Localised
    scene_count: Localised
    in_use: Localised
    make: Localised

    back: Localised
    previous_scene: Localised
    next_scene: Localised

    def length(self, look: Look, seconds: float) -> str:
        """A time as it is said: in seconds, or in minutes and seconds where it is long."""
        whole = round(seconds)
        if whole < MINUTES_FROM_S:
            return look.text(self.seconds).format(seconds=whole)
        minutes, rest = divmod(whole, 60)
        return look.text(self.minutes).format(minutes=minutes, seconds=rest)

    def picture(self, look: Look, exhibit: ExhibitSpec) -> str:
        """What a scene shows, and how."""
        kinds = {"image": self.image, "prototype": self.interactive}
        told = kinds.get(exhibit.kind, self.chart)
        return look.text(told).format(title=look.text(exhibit.title))
