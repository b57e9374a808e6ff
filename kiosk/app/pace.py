"""How soon the kiosk looks again: a frame later while something moves, and seldom at rest."""

from kiosk.show.animator import Animator
from kiosk.show.speech import Speech
from kiosk.show.tour import Tour
from kiosk.show.visit import Visit, VisitState
from kiosk.stage.stage import Stage
from kiosk.toolkit.ticker import FRAME_MS

RAIL_MS = 100.0
"""How often the rail's progress is drawn while nothing else moves."""

DRIFT_MS = 32.0
"""How often what never stands still is drawn while nothing else moves."""

SPEECH_MS = 100.0
"""How often it is looked whether what is being said is at its end."""

COUNTDOWN_MS = 100.0
"""How often the countdown is drawn."""

REST_MS = 1000.0
"""How long it sleeps at most: the clock it is handed may run faster than the timer's."""


def rest_ms(visit: Visit, tour: Tour, stage: Stage, speech: Speech, animator: Animator) -> float:
    """How long there is nothing to do, in milliseconds, while nothing moves to an end."""
    if stage.waiting:
        return FRAME_MS
    longest_ms = SPEECH_MS if speech.busy else REST_MS
    due_ms = min(visit.next_due_ms(), stage.next_due_ms(), longest_ms)
    if animator.drifting:
        return FRAME_MS if visit.state is VisitState.ATTRACT else min(DRIFT_MS, due_ms)
    if visit.state is VisitState.STILL_THERE:
        return min(COUNTDOWN_MS, due_ms)
    return min(RAIL_MS, due_ms) if tour.playing and not stage.unseen else due_ms
