"""What a snapshot is recognised by: the same rows in any order give the same fingerprint."""

import hashlib
from dataclasses import fields
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from reports.figures.columns import Columns, table_of

Words = npt.NDArray[np.uint64]

CHUNK = 32_768
"""Rows mixed at a time, so that the work stays in the processor's own memory."""

MULTIPLIER = 0xBF58476D1CE4E5B9
SECOND_MULTIPLIER = 0x94D049BB133111EB
SHIFT = 29


def fingerprint(columns: Columns) -> str:
    """64 hexadecimal characters over every value of the snapshot.

    Each row is mixed into one number, and a table is known by how many rows it has and two sums of
    those numbers: no sorting. It tells snapshots apart; it is no seal against a forger.
    """
    digest = hashlib.sha256()
    for table, members in groupby((field.name for field in fields(columns)), key=table_of):
        arrays = [getattr(columns, name) for name in members]
        digest.update(f"{table} {len(arrays[0])} {_sums(arrays)}\n".encode())
    return digest.hexdigest()


def _sums(arrays: list[npt.NDArray[Any]]) -> tuple[int, int]:
    first = second = 0
    for start in range(0, len(arrays[0]), CHUNK):
        rows = _mixed([array[start : start + CHUNK] for array in arrays])
        first += int(rows.sum(dtype=np.uint64))
        second += int(_stirred(rows, SECOND_MULTIPLIER).sum(dtype=np.uint64))
    return first % 2**64, second % 2**64


def _mixed(arrays: list[npt.NDArray[Any]]) -> Words:
    """One number a row, in which every column and its position has a say."""
    rows = np.zeros(len(arrays[0]), dtype=np.uint64)
    for position, array in enumerate(arrays, start=1):
        rows += array.astype(np.int64).view(np.uint64) + np.uint64(position)
        rows = _stirred(rows, MULTIPLIER)
    return rows


def _stirred(rows: Words, multiplier: int) -> Words:
    stirred = (rows ^ (rows >> np.uint64(SHIFT))) * np.uint64(multiplier)
    stirred ^= stirred >> np.uint64(SHIFT + 3)
    return stirred
