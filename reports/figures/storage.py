"""Named arrays in one compressed value, each part read without unpacking the others."""

import json
import struct
import zlib
from collections.abc import Collection, Mapping

import numpy as np

from reports.figures.places import Array

MAGIC = b"TLA1"
HEAD = struct.Struct("<4sI")
FASTEST = 1


def pack(parts: Mapping[str, Array], *, by_steps: Collection[str] = ()) -> bytes:
    """Pack whole-number and yes/no arrays.

    Numbers take the least bytes that hold them; those named in `by_steps` (ids that mostly climb)
    are kept as the first and the steps from one to the next.
    """
    index: dict[str, tuple[int, int, str, list[int], int | None]] = {}
    bodies: list[bytes] = []
    start = 0
    for name, array in parts.items():
        first = int(array[0]) if name in by_steps and len(array) else None
        kept = _least(array if first is None else np.diff(array, prepend=first))
        body = zlib.compress(np.ascontiguousarray(kept).data, FASTEST)
        index[name] = (start, len(body), kept.dtype.str, list(array.shape), first)
        bodies.append(body)
        start += len(body)
    header = json.dumps(index, separators=(",", ":")).encode()
    return b"".join([HEAD.pack(MAGIC, len(header)), header, *bodies])


def _least(array: Array) -> Array:
    """The same numbers in the smallest type that holds them, least byte first."""
    if array.dtype == np.bool_:
        return array.astype(np.uint8)
    low, high = int(array.min(initial=0)), int(array.max(initial=0))
    kind = np.result_type(np.min_scalar_type(low), np.min_scalar_type(high))
    return array.astype(kind.newbyteorder("<"), copy=False)


class Packed:
    """What `pack` made: `packed["name"]` unpacks that part alone."""

    def __init__(self, stored: bytes | memoryview) -> None:
        self._stored = memoryview(stored)
        magic, length = HEAD.unpack_from(self._stored)
        if magic != MAGIC:
            raise ValueError("This is not a stored report")
        self._bodies = HEAD.size + length
        self._index = json.loads(bytes(self._stored[HEAD.size : self._bodies]))

    def __contains__(self, name: str) -> bool:
        return name in self._index

    def __getitem__(self, name: str) -> Array:
        start, length, kind, shape, first = self._index[name]
        start += self._bodies
        body = zlib.decompress(self._stored[start : start + length])
        array = np.frombuffer(body, dtype=kind).reshape(shape)
        return array if first is None else first + np.cumsum(array, dtype=np.int64)
