import pytest

from people.accounts.browsers import in_plain_words

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/140.0 Safari/537.36", "Chrome on Windows"),
        (
            f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (f"Mozilla/5.0 (iPhone; CPU like Mac OS X) {WEBKIT} Safari/604.1", "Safari on an iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/2010 Firefox/140.0", "Firefox on Linux"),
        ("A shared ward computer", "A shared ward computer"),
        ("Chrome/1", "Chrome"),
        ("", "Not known"),
    ],
)
def test_a_browser_is_told_in_plain_words(says: str, words: str) -> None:
    assert in_plain_words(says) == words
