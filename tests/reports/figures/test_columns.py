import numpy as np
import pytest

from reports.figures.columns import Columns, empty


def test_columns_without_rows_are_a_snapshot_too() -> None:
    assert len(Columns(**empty()).unit_id) == 0


def test_a_column_of_another_type_is_refused_by_name() -> None:
    columns = empty() | {"link_state": np.zeros(0, dtype=np.int64)}

    with pytest.raises(ValueError, match="link_state has type int64"):
        Columns(**columns)


def test_a_column_read_with_the_other_byte_order_is_refused() -> None:
    columns = empty() | {"unit_id": np.zeros(0, dtype=">i8")}

    with pytest.raises(ValueError, match="unit_id has type >i8"):
        Columns(**columns)


def test_a_column_shorter_than_its_tables_others_is_refused() -> None:
    columns = empty() | {"person_unit": np.zeros(1, dtype=np.int64)}

    with pytest.raises(ValueError, match="person_unit is not as long"):
        Columns(**columns)
