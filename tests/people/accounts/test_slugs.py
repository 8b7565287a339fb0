import pytest

from people.accounts.slugs import guess_slug, trouble_with_slug

TAKEN = frozenset({"accounts", "set-up"})


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Northvale Care", "northvale-care"),
        ("St. Anne's Hospital & Clinics", "st-annes-hospital-clinics"),
        ("Béal Átha Health", "beal-atha-health"),
        ("医療", ""),
        ("Royal " + "Very " * 12 + "Long Trust", "royal-very-very-very-very-very-very-very"),
        ("x" * 60, "x" * 40),
    ],
)
def test_a_short_name_is_guessed_from_the_name(name: str, slug: str) -> None:
    assert guess_slug(name) == slug


@pytest.mark.parametrize("slug", ["nv", "northvale", "rx1", "a-b-c", "x" * 40])
def test_plain_words_will_do(slug: str) -> None:
    assert trouble_with_slug(slug, taken=TAKEN) == ""


@pytest.mark.parametrize(
    ("slug", "part"),
    [
        ("n", "2 to 40 characters"),
        ("x" * 41, "2 to 40 characters"),
        ("North", "small letters"),
        ("north vale", "small letters"),
        ("-north", "small letters"),
        ("north--vale", "small letters"),
        ("north\n", "small letters"),
        ("set-up", "its own pages"),
    ],
)
def test_other_words_are_refused_with_the_reason(slug: str, part: str) -> None:
    assert part in trouble_with_slug(slug, taken=TAKEN)
