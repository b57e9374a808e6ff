"""The words that the interface itself says, as opposed to the exhibition."""

from pathlib import Path

from kiosk.content.document import read_model
from kiosk.content.frozen import Frozen
from kiosk.content.language import Localised


class Strings(Frozen):
    """`resources/strings/interface.yaml`."""

    scene: Localised
    pause: Localised
    resume: Localised
    previous: Localised
    next: Localised
    read_more: Localised
    close: Localised
    source: Localised
    forecast: Localised
    missing: Localised
    translation: Localised
    illustration: Localised
    what_is_it: Localised
    cards: Localised
    more_cards: Localised
    heading_only: Localised
    more_entries: Localised

    # How what can be touched says what state it is in; what stands in braces is filled in.
    nth_scene: Localised
    shown_now: Localised
    shown_paused: Localised
    nth_page: Localised
    chosen: Localised

    # Attract, and whether somebody is still there
    invitation: Localised
    silent: Localised
    still_there: Localised
    seconds_left: Localised
    stay: Localised
    leave: Localised

    # Language and display
    access: Localised
    large_text: Localised
    high_contrast: Localised
    daylight: Localised
    reduced_motion: Localised
    reach: Localised
    read_aloud: Localised
    read_again: Localised
    louder: Localised
    softer: Localised
    volume: Localised
    reset: Localised
    switched_on: Localised
    switched_off: Localised

    # A layer deeper
    back: Localised
    take_away: Localised
    not_translated: Localised

    # The poll; what stands in braces is filled in.
    vote: Localised
    vote_for_one: Localised
    vote_taken: Localised
    votes_later: Localised
    votes_in_all: Localised
    votes_for: Localised

    # How charts describe themselves; what stands in braces is filled in.
    trend_up: Localised
    trend_down: Localised
    trend_level: Localised
    one_figure: Localised
    extremes: Localised
    missing_series: Localised
    play_moments: Localised
    moments: Localised
    counted: Localised
    each_icon: Localised
    events: Localised
    nth_picture: Localised

    # A model that comes apart
    take_apart: Localised
    turn_model: Localised
    assembled: Localised
    exploded: Localised
    model_parts: Localised

    # A network
    touch_node: Localised
    linked_pair: Localised
    linked_nodes: Localised
    most_links: Localised
    flow_with: Localised

    # What staff set
    less_of: Localised
    more_of: Localised
    not_now: Localised

    # In the safe show
    no_picture: Localised

    # Closed, paused by the venue, or being cleaned; what stands in braces is filled in.
    closed: Localised
    opens_today: Localised
    opens_tomorrow: Localised
    opens_on_weekday: Localised
    opens_on_date: Localised
    weekdays: Localised
    months: Localised
    held: Localised
    held_note: Localised
    cleaning: Localised
    cleaning_note: Localised


def load_strings(path: Path) -> Strings:
    """The interface's words in the file `path`.

    Raises:
        ContentError: with everything that is wrong with the file.
    """
    return read_model(Strings, path.parent, path.name)
