from __future__ import annotations

import pytest
from django.db import IntegrityError

from people.models import OrgUnit
from people.refusals import Refused, refusing
from tests.factories import OrgUnitFactory

SENTENCE = Refused("That code is taken", field="code")


def test_a_known_constraint_becomes_its_sentence(root: OrgUnit) -> None:
    with pytest.raises(Refused, match="That code is taken") as refusal:
        with refusing({"unit_code_is_unique": SENTENCE}):
            OrgUnitFactory.create(code=root.code)

    assert refusal.value.field == "code"
    assert OrgUnit.objects.count() == 1


def test_an_unknown_constraint_stays_an_error(root: OrgUnit) -> None:
    with pytest.raises(IntegrityError), refusing({"another_constraint": SENTENCE}):
        OrgUnitFactory.create(code=root.code)


def test_what_was_written_before_the_refusal_is_undone(root: OrgUnit) -> None:
    with pytest.raises(Refused), refusing({"unit_code_is_unique": SENTENCE}):
        OrgUnitFactory.create(code="NEW")
        OrgUnitFactory.create(code=root.code)

    assert not OrgUnit.objects.filter(code="NEW").exists()
