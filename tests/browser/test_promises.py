"""What every page is held to finds fault where there is some."""

from __future__ import annotations

import pytest

from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import small_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _said_of(visitor: Visitor, change: str) -> str:
    visitor.go("/accounts/login/")
    visitor.look()
    visitor.page.evaluate(change)
    with pytest.raises(AssertionError) as failure:
        visitor.look()
    return str(failure.value)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("document.querySelector('label').remove()", "Form elements must have labels"),
        ("document.documentElement.lang = ''", "element must have a lang attribute"),
        ("document.querySelector('main').style.width = '1400px'", "px too wide"),
        (
            "document.body.append(Object.assign(document.createElement('img'),"
            " {alt: '', src: 'https://example.org/pixel.png'}))",
            "img-src",
        ),
        ("setTimeout(() => { throw new Error('astray'); })", "astray"),
    ],
)
def test_a_page_at_fault_is_found_out(new_visitor: NewVisitor, change: str, named: str) -> None:
    small_world()

    assert named in _said_of(new_visitor(width=375), change)
