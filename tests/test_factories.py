import pytest

from tests import factories


@pytest.mark.parametrize("name", [n for n in factories.__all__])
def test_every_factory_makes_something_that_says_what_it_is(name: str, inside: None) -> None:
    thing = vars(factories)[name].create()

    assert str(thing)
    assert " object (" not in str(thing)
