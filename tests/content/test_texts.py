from kiosk.content.language import Localised
from kiosk.content.model import Person, Term
from kiosk.content.texts import texts_in, with_texts

ANN = Person.model_validate({"name": "安", "office": "館長"})
TERM = Term.model_validate({"term": "詞"})


def renamed(text: Localised) -> Localised:
    return Localised.model_validate("新") if text.zh_hant == "安" else text


def test_every_text_is_found_by_the_steps_that_lead_to_it() -> None:
    found = {steps: text.zh_hant for steps, text in texts_in({"people": (ANN,), "a": TERM})}
    assert found == {
        ("people", 0, "name"): "安",
        ("people", 0, "office"): "館長",
        ("a", "term"): "詞",
    }


def test_texts_are_changed_where_they_are() -> None:
    changed = with_texts({"people": (TERM, ANN), "a": 1}, renamed)
    assert [text.zh_hant for _, text in texts_in(changed)] == ["詞", "新", "館長"]
    assert changed["a"] == 1


def test_what_has_nothing_to_change_is_not_copied() -> None:
    whole = {"people": (TERM, ANN)}
    assert with_texts(TERM, renamed) is TERM
    assert with_texts(whole, renamed)["people"][0] is TERM
    assert whole == {"people": (TERM, ANN)}
