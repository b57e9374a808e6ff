"""What stands in Chinese because nobody wrote it in the visitor's language: the screen says so.

The texts themselves stay as they are. A scene says it once, over its title, and so does a page that
lies open, among its notes: each of the words that are read there.
"""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.content.language import Localised
from kiosk.content.model import Person, Scene
from kiosk.content.texts import texts_in
from kiosk.toolkit.look import Look

_OPENED_ONLY = ("whole", "take_away", "answers")
"""The keys of what a card says once it is opened."""


def untranslated_note(texts: Iterable[Localised], look: Look) -> str:
    """What is said beside `texts`; empty where all of them are in the visitor's language."""
    found = any(text.falls_back(look.language) for text in texts)
    return look.text(look.strings.not_translated) if found else ""


def read_on_scene(scene: Scene, people: Mapping[str, Person]) -> Iterator[Localised]:
    """Every text that is read on a scene while none of its cards lies open.

    Args:
        scene: says them, also those that a touch on an exhibit or a turn of the cards brings.
        people: everybody, by id.
    """
    named = {*(scene.hero.sources if scene.hero else ())}
    named |= {key for exhibit in scene.exhibits for key in exhibit.sources}
    sources = tuple(scene.sources[key] for key in named)
    own = (scene.title, scene.lead, scene.hero, scene.exhibits, sources)
    yield from (text for _, text in texts_in(own))
    for card in scene.cards:
        yield from (text for steps, text in texts_in(card) if steps[0] not in _OPENED_ONLY)
        yield from (people[key].name for key in card.people())
