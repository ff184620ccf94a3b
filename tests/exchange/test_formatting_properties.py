"""However an organisation is written, formatting it changes neither what it says nor what its comments speak of."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from orgmodel.exchange.formatting import UnformattableError, formatted
from orgmodel.model.document import document
from orgmodel.model.organisation import Org
from tests.exchange.formatting_support import OddWriter, comments_in, formatted_as_a_whole, waived
from tests.exchange.rewriting_support import loaded
from tests.strategies import organisations

WHATEVER = settings(deadline=None, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(random.Random)


def check(folder: Path, org: Org, chance: random.Random) -> None:
    """Write an organisation in an odd way, format it, and look at what became of it, parsed as a whole as well."""
    odd = OddWriter(chance, comments=chance.choice([0.0, 0.1, 0.3])).text(document(org))
    assert org == loaded(folder, {"org.yaml": odd})
    result = formatted(odd)
    assert org == loaded(folder, {"org.yaml": result})
    assert sorted(comments_in(odd)) == sorted(comments_in(result))
    assert result == formatted(result)
    assert result == formatted_as_a_whole(odd)
    assert result == formatted_as_a_whole(result)


@settings(WHATEVER, max_examples=15)
@given(org=organisations(most=3), chance=CHANCES)
def test_it_says_the_same_and_is_formatted(
    tmp_path_factory: pytest.TempPathFactory, org: Org, chance: random.Random
) -> None:
    """What is formatted loads to the same organisation, has the same comments, and stays as it is."""
    check(tmp_path_factory.mktemp("org"), org, chance)


@pytest.mark.slow
@settings(WHATEVER, max_examples=600)
@given(org=organisations(most=4), chance=CHANCES)
def test_so_it_does_for_many_more(tmp_path_factory: pytest.TempPathFactory, org: Org, chance: random.Random) -> None:
    """The same with more entities, and more often."""
    check(tmp_path_factory.mktemp("org"), org, chance)


@settings(WHATEVER, max_examples=15)
@given(org=organisations(most=3, lean=True), chance=CHANCES)
def test_waivers_speak_of_the_same(org: Org, chance: random.Random) -> None:
    """A waiver speaks of the line of the same entity or value; where it could not, the file stays as it is."""
    odd = OddWriter(chance, comments=0.15, waivers=0.5).text(document(org))
    try:
        result = formatted(odd)
    except UnformattableError as error:
        assume("waiver" not in error.reason)
        raise
    assert waived(odd) == waived(result)
