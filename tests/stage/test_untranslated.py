"""What stands in Chinese for want of English is said to stand there, once, where it is read."""

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtWidgets import QGraphicsItem

from kiosk.cards.directory import DirectoryItem
from kiosk.content.language import Localised
from kiosk.content.model import Exhibition, Scene
from kiosk.content.texts import with_texts
from kiosk.stage.layers import CardLayer, Layer, PersonLayer, TermLayer
from kiosk.stage.layout import layout_for
from kiosk.stage.overlay import Overlay
from kiosk.toolkit.text import TextBlock
from tests.conftest import KioskFactory, Rig
from tests.stage.visitor import box
from tests.toolkit.drawn import inside

NOTE = "Partly in Chinese"
LAYOUTS = [layout_for(*manner) for manner in product((False, True), repeat=3)]
Without = Callable[..., Exhibition]


@pytest.fixture
def without(exhibition: Exhibition) -> Without:
    """The exhibition, in which some texts have no English."""

    def left_out(*english: str) -> Exhibition:
        found = set()

        def cut(text: Localised) -> Localised:
            if text.en not in english:
                return text
            found.add(text.en)
            return text.model_copy(update={"en": None})

        cut_out = with_texts(exhibition, cut)
        assert found == set(english)
        return cut_out

    return left_out


def notes(root: QGraphicsItem) -> list[TextBlock]:
    blocks = (item for item in inside(root) if isinstance(item, TextBlock))
    return [block for block in blocks if block.text == NOTE]


def opened(rig: Rig, *layers: Layer) -> Overlay:
    rig.stage.close_card()
    for layer in layers:
        rig.stage.open_layer(layer)
    page = rig.stage.overlay()
    assert isinstance(page, Overlay)
    return page


def english(scene: Scene, of: str) -> str:
    """A text of a scene that is read in some way."""
    exhibit, card = scene.exhibits[0], scene.cards[1]
    text = {
        "title": scene.title,
        "lead": scene.lead,
        "the number": scene.hero and scene.hero.label,
        "its unit": scene.hero and scene.hero.unit.name,
        "a chart's title": exhibit.title,
        "another exhibit's title": scene.exhibits[1].title,
        "a source": scene.sources[exhibit.sources[0]].name,
        "a card": next(iter(card.texts())),
    }[of]
    assert text and text.en
    return text.en


# --- on a scene --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "of",
    [
        "title",
        "lead",
        "the number",
        "its unit",
        "a chart's title",
        "another exhibit's title",
        "a source",
        "a card",
    ],
)
def test_a_scene_says_once_that_it_is_partly_in_chinese(
    kiosk: KioskFactory, exhibition: Exhibition, without: Without, of: str
) -> None:
    rig = kiosk("en", shown=without(english(exhibition.scenes[0], of)))
    assert len(notes(rig.scene)) == 1


def test_a_scene_names_people_whose_names_have_no_english(
    kiosk: KioskFactory, without: Without
) -> None:
    assert len(notes(kiosk("en", shown=without("So Cheung-wing")).scene)) == 1


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_who_reads_chinese_is_told_nothing(
    kiosk: KioskFactory, without: Without, language: str
) -> None:
    rig = kiosk(language, shown=without("New energy"))
    assert not any("譯文" in word or "译文" in word for word in words(rig))


def words(rig: Rig) -> list[str]:
    return [item.text for item in inside(rig.scene) if isinstance(item, TextBlock)]


def test_where_everything_was_written_nothing_is_said(kiosk: KioskFactory) -> None:
    assert notes(kiosk("en").scene) == []


def test_what_only_an_opened_card_says_is_no_matter_of_the_scene(
    kiosk: KioskFactory, exhibition: Exhibition, without: Without
) -> None:
    whole = exhibition.scenes[0].cards[0].whole.en
    rig = kiosk("en", shown=without(whole))
    assert notes(rig.scene) == []
    assert len(notes(opened(rig, CardLayer(0)))) == 1


def test_the_prologue_says_it_too(kiosk: KioskFactory, without: Without) -> None:
    rig = kiosk("en", shown=without("Into the Work Report within months"))
    assert notes(rig.scene) == []
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    assert len(notes(rig.scene)) == 1


def test_it_comes_and_goes_with_the_language(kiosk: KioskFactory, without: Without) -> None:
    rig = kiosk(shown=without("New energy"))
    rig.wear("en", "ink-atlas")
    assert len(notes(rig.scene)) == 1
    rig.wear("zh-Hant", "ink-atlas")
    assert notes(rig.scene) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
def test_it_stands_in_a_line_over_the_title_in_every_layout(
    kiosk: KioskFactory, without: Without, layout: object
) -> None:
    rig = kiosk("en", shown=without("New energy"), layout=layout)
    (note,) = notes(rig.scene)
    assert len(note.lines) == 1
    zone = rig.stage.layout.kicker
    assert zone.left() < note.x() and note.x() + note.width <= zone.right()
    place = next(item for item in inside(rig.scene) if getattr(item, "text", "") == "/  4")
    assert note.x() > place.x() + place.width
    assert box(note).center().y() == pytest.approx(box(place).center().y(), abs=1)


# --- on an opened page -------------------------------------------------------------------------


def test_a_card_says_it_among_its_notes_and_aloud(
    kiosk: KioskFactory, exhibition: Exhibition, without: Without
) -> None:
    rig = kiosk("en", shown=without("Mobile third space"))
    assert opened(rig, CardLayer(1)).describe().endswith(NOTE)
    assert NOTE not in opened(rig, CardLayer(2)).describe()


def test_a_card_says_it_of_who_speaks_and_of_where_it_stands(
    kiosk: KioskFactory, without: Without
) -> None:
    assert NOTE in opened(kiosk("en", shown=without("So Cheung-wing")), CardLayer(0)).describe()
    assert NOTE in opened(kiosk("en", shown=without("Ta Kung Pao")), CardLayer(0)).describe()


def test_a_person_s_page_says_it(kiosk: KioskFactory, without: Without) -> None:
    rig = kiosk("en", shown=without("So Cheung-wing"))
    assert NOTE in opened(rig, CardLayer(0), PersonLayer("so-cheung-wing")).describe()
    assert NOTE not in opened(rig, CardLayer(0), PersonLayer("nancy-ip")).describe()


def test_a_term_s_page_says_it(kiosk: KioskFactory, without: Without) -> None:
    rig = kiosk("en", shown=without("new growth drivers"))
    assert NOTE in opened(rig, CardLayer(0), TermLayer("new-growth-drivers")).describe()
    assert NOTE not in opened(rig, CardLayer(0), TermLayer("new-industrialisation")).describe()


@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
def test_under_a_list_there_is_room_for_it(
    kiosk: KioskFactory, without: Without, layout: object
) -> None:
    rig = kiosk("en", shown=without("So Cheung-wing", "new growth drivers"), layout=layout)
    rig.stage.prologue_requested.emit()
    rig.come_to_rest()
    cards = rig.scene.all_cards()
    lists = [index for index, card in enumerate(cards) if isinstance(card, DirectoryItem)]
    assert len(lists) == 2
    for index in lists:
        page = opened(rig, CardLayer(index))
        (note,) = notes(page)
        rows = page._list
        assert rows is not None
        assert page.needed_px <= page.panel_px + 0.5
        assert all(box(row).bottom() <= box(note).bottom() for row in rows.touchables())
        assert not any(box(row).intersects(line(note)) for row in rows.touchables())


def line(note: TextBlock) -> object:
    """Where the letters of a note stand, without the margin around them."""
    return note.mapRectToScene(note.boundingRect().adjusted(12, 6, -12, -6))
