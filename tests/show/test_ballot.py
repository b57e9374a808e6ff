import pytest

from kiosk.show.ballot import Ballot, Votes

ANSWERS = ("sun", "wind")


@pytest.fixture
def ballot() -> Ballot:
    return Ballot(ANSWERS, {"sun": 4, "tide": 9})


def test_it_goes_on_from_the_votes_there_are(ballot: Ballot) -> None:
    assert ballot.votes == Votes({"sun": 4, "wind": 0})


def test_a_vote_counts_at_once(ballot: Ballot) -> None:
    ballot.vote("wind")
    assert ballot.votes == Votes({"sun": 4, "wind": 1}, own="wind")


def test_a_visit_has_one_vote_however_often_it_changes_its_mind(ballot: Ballot) -> None:
    for answer in ("wind", "wind", "sun", "wind", "sun"):
        ballot.vote(answer)
    assert ballot.votes == Votes({"sun": 5, "wind": 0}, own="sun")
    assert ballot.take_vote() == "sun"
    assert ballot.votes == Votes({"sun": 5, "wind": 0})


def test_every_visit_may_vote(ballot: Ballot) -> None:
    taken = []
    for answer in ("wind", "sun", "wind"):
        ballot.vote(answer)
        taken.append(ballot.take_vote())
    assert taken == ["wind", "sun", "wind"]
    assert ballot.votes.tally == {"sun": 5, "wind": 2}


def test_a_visit_without_a_vote_leaves_none(ballot: Ballot) -> None:
    assert ballot.take_vote() is None
    ballot.vote("sun")
    ballot.take_vote()
    assert ballot.take_vote() is None, "nor is one taken twice"
    assert ballot.votes.tally == {"sun": 5, "wind": 0}


@pytest.mark.parametrize("answers", [ANSWERS, ()])
def test_there_is_no_vote_for_what_is_no_answer(answers: tuple[str, ...]) -> None:
    ballot = Ballot(answers, {})
    with pytest.raises(ValueError, match="no answer 'tide'"):
        ballot.vote("tide")
    assert ballot.take_vote() is None


def test_what_was_told_before_does_not_change(ballot: Ballot) -> None:
    before = ballot.votes
    ballot.vote("sun")
    assert before == Votes({"sun": 4, "wind": 0})
