from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.figures.columns import Columns, empty, table_of
from reports.figures.fingerprint import CHUNK, fingerprint
from tests.reports.figures.cascades import organisations
from tests.reports.plain import Organisation
from tests.reports.snapshot import take


def arrays(columns: Columns) -> dict[str, Any]:
    return {field.name: getattr(columns, field.name) for field in fields(columns)}


def reordered(columns: Columns, chance: np.random.Generator) -> Columns:
    lengths = {table_of(name): len(array) for name, array in arrays(columns).items()}
    orders = {table: chance.permutation(length) for table, length in lengths.items()}
    return Columns(
        **{name: array[orders[table_of(name)]] for name, array in arrays(columns).items()}
    )


@settings(max_examples=15, deadline=None)
@given(organisations(), st.integers(0, 9))
def test_the_order_of_rows_does_not_matter(drawn: Organisation, seed: int) -> None:
    columns, _ = take(drawn)

    assert fingerprint(columns) == fingerprint(reordered(columns, np.random.default_rng(seed)))


@settings(max_examples=40, deadline=None)
@given(organisations(), st.data())
def test_any_other_value_makes_another_fingerprint(drawn: Organisation, data: Any) -> None:
    columns, _ = take(drawn)
    name = data.draw(st.sampled_from([it for it, array in arrays(columns).items() if len(array)]))
    changed = arrays(columns)[name].copy()
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1

    assert fingerprint(Columns(**{**arrays(columns), name: changed})) != fingerprint(columns)


def answerable(*people: int) -> Columns:
    """Objectives of unit 1 with these people answerable."""
    count = len(people)
    return Columns(
        **empty()
        | {
            "objective_id": np.arange(1, count + 1),
            "objective_unit": np.ones(count, dtype=np.int64),
            "objective_state": np.full(count, 4, dtype=np.int8),
            "objective_answerable": np.array(people, dtype=np.int64),
            "objective_is_local": np.zeros(count, dtype=bool),
        }
    )


def test_two_people_changing_places_is_a_change() -> None:
    assert fingerprint(answerable(5, 6)) != fingerprint(answerable(6, 5))


def test_an_objective_more_is_a_change() -> None:
    assert fingerprint(answerable(5)) != fingerprint(answerable(5, 0))


@pytest.mark.parametrize("row", [0, CHUNK - 1, CHUNK, CHUNK + 4])
def test_rows_past_the_first_chunk_count(row: int) -> None:
    people = [7] * (CHUNK + 5)
    before = fingerprint(answerable(*people))

    people[row] = 8

    assert fingerprint(answerable(*people)) != before
