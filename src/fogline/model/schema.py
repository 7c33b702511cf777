"""Arrow schemas of the record types, and the way between records and Arrow tables.

One codec serves every frozen dataclass: it is derived from the type hints, works column by column and is
the identity there and back. Dataclasses become structs, ``tuple[X, ...]`` a list, ``tuple[X, Y]`` a
struct of ``first`` and ``second``, enumerations their value, ``datetime`` a UTC timestamp in microseconds.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from itertools import accumulate, chain, pairwise, starmap
from operator import attrgetter, itemgetter
from typing import Any, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

Record = TypeVar("Record")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ORDINALS = ("first", "second", "third", "fourth")


def schema_of(record_type: type) -> pa.Schema:
    """Give the Arrow schema of a record type, one field for each of its own, by the same name."""
    return pa.schema(_columns_of(record_type).arrow)


def to_table(record_type: type[Record], records: Sequence[Record]) -> pa.Table:
    """Give the records as an Arrow table, in their order.

    Raises ValueError for a ``datetime`` without a time zone: the ledger keeps moments, not wall clocks.
    """
    columns = _columns_of(record_type).encode(records)
    return pa.table(columns.flatten(), schema=schema_of(record_type))


def from_table(record_type: type[Record], table: pa.Table) -> Iterator[Record]:
    """Give the records of an Arrow table, batch by batch; columns that the record has not are left aside.

    Raises ValueError for a value that the record cannot hold, such as an unknown enumeration value.
    """
    for batch in table.to_batches():
        yield from from_batch(record_type, batch)


def from_batch(record_type: type[Record], batch: pa.RecordBatch) -> list[Record]:
    """Give the records of one Arrow record batch, as :func:`from_table` does for a table."""
    codec = _columns_of(record_type)
    return list(codec.rows([batch.column(field.name) for field in codec.arrow]))


class _Codec(Protocol):
    """The way between one column of Python values and one Arrow array; None stands for null."""

    @property
    def arrow(self) -> pa.DataType: ...

    def encode(self, values: Sequence[Any]) -> pa.Array: ...

    def decode(self, array: pa.Array) -> list[Any]: ...


@dataclass(frozen=True)
class _Plain:
    """Text, numbers, truth values, days: Arrow knows them by itself."""

    arrow: pa.DataType

    def encode(self, values: Sequence[Any]) -> pa.Array:
        return pa.array(values, self.arrow)

    def decode(self, array: pa.Array) -> list[Any]:
        values: list[Any] = array.to_pylist()
        return values


@dataclass(frozen=True)
class _Choice:
    """An enumeration, kept as its value."""

    choices: type[Enum]
    arrow: pa.DataType

    def encode(self, values: Sequence[Any]) -> pa.Array:
        return pa.array([value and value.value for value in values], self.arrow)

    def decode(self, array: pa.Array) -> list[Any]:
        known = {choice.value: choice for choice in self.choices} | {None: None}
        try:
            return [known[value] for value in array.to_pylist()]
        except KeyError as unknown:
            raise ValueError(f"{unknown} is no {self.choices.__name__}") from unknown


@dataclass(frozen=True)
class _Moment:
    """A time-zone-aware datetime, kept as microseconds since 1970 in UTC.

    Goes through integers both ways: faster than Arrow's own conversion, and it comes back in ``UTC``
    itself whatever the time zone of the session that wrote the array.
    """

    arrow: pa.DataType

    def encode(self, values: Sequence[Any]) -> pa.Array:
        return pa.array([None if value is None else _microseconds(value) for value in values], pa.int64()).cast(
            self.arrow
        )

    def decode(self, array: pa.Array) -> list[Any]:
        counts = array.cast(pa.int64()).to_pylist()
        return [None if count is None else _EPOCH + count * _MICROSECOND for count in counts]


@dataclass(frozen=True)
class _Several:
    """A tuple of any length, of one kind."""

    item: _Codec
    arrow: pa.DataType

    def encode(self, values: Sequence[Any]) -> pa.Array:
        rows = [value or () for value in values]
        offsets = list(accumulate(map(len, rows), initial=0))
        return pa.ListArray.from_arrays(
            pa.array(offsets, pa.int32()), self.item.encode(list(chain.from_iterable(rows)))
        )

    def decode(self, array: pa.Array) -> list[Any]:
        if not len(array):
            return []
        offsets = array.offsets.to_pylist()
        start = offsets[0]
        items = self.item.decode(array.values.slice(start, offsets[-1] - start))
        return [tuple(items[low - start : high - start]) for low, high in pairwise(offsets)]


@dataclass(frozen=True)
class _Parts:
    """A dataclass or a tuple of fixed length."""

    parts: tuple[tuple[_Codec, Callable[[Any], Any]], ...]
    """Codec of each part and what takes it from the whole."""
    make: Callable[..., Any]
    arrow: pa.DataType

    def encode(self, values: Sequence[Any]) -> pa.Array:
        absent = [value is None for value in values]
        columns = [
            part.encode([None if value is None else take(value) for value in values]) for part, take in self.parts
        ]
        mask = pa.array(absent, pa.bool_()) if any(absent) else None
        return pa.StructArray.from_arrays(columns, fields=list(self.arrow), mask=mask)

    def decode(self, array: pa.Array) -> list[Any]:
        rows = self.rows([array.field(nth) for nth in range(len(self.parts))])
        if not array.null_count:
            return list(rows)
        return [row if valid else None for row, valid in zip(rows, array.is_valid().to_pylist(), strict=True)]

    def rows(self, columns: Sequence[pa.Array]) -> Iterator[Any]:
        """Give the wholes that the columns of the parts make up."""
        decoded = (part.decode(column) for (part, _), column in zip(self.parts, columns, strict=True))
        return starmap(self.make, zip(*decoded, strict=True))


def _columns_of(record_type: Any) -> _Parts:
    codec: _Parts = _codec_of(record_type)
    return codec


@cache
def _codec_of(hint: Any) -> Any:
    """Give the codec of a type hint; raises TypeError for one that no record may use."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return _optional(arguments)
    if get_origin(hint) is tuple:
        return _tuple(arguments)
    if is_dataclass(hint):
        return _dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _Choice(hint, pa.string())
    if hint is datetime:
        return _Moment(pa.timestamp("us", "UTC"))
    return _Plain(_plain_type(hint))


def _optional(arguments: tuple[Any, ...]) -> _Codec:
    kinds = [argument for argument in arguments if argument is not types.NoneType]
    if len(kinds) != 1:
        raise TypeError(f"a record field holds one kind of value, not {arguments}")
    codec: _Codec = _codec_of(kinds[0])
    return codec


def _tuple(arguments: tuple[Any, ...]) -> _Codec:
    if arguments[-1] is Ellipsis:
        item = _codec_of(arguments[0])
        return _Several(item, pa.list_(item.arrow))
    codecs = [_codec_of(argument) for argument in arguments]
    takes = [itemgetter(nth) for nth in range(len(codecs))]
    return _parts(_ORDINALS[: len(codecs)], codecs, takes, lambda *row: row)


def _dataclass(hint: Any) -> _Codec:
    hints = get_type_hints(hint)
    names = [field.name for field in fields(hint)]
    return _parts(names, [_codec_of(hints[name]) for name in names], list(map(attrgetter, names)), hint)


def _parts(names: Sequence[str], codecs: Sequence[_Codec], takes: Sequence[Any], make: Callable[..., Any]) -> _Codec:
    arrow = pa.struct([(name, codec.arrow) for name, codec in zip(names, codecs, strict=True)])
    return _Parts(tuple(zip(codecs, takes, strict=True)), make, arrow)


def _plain_type(hint: Any) -> pa.DataType:
    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}
    if hint not in kinds:
        raise TypeError(f"no Arrow type for {hint!r}")
    return kinds[hint]


def _microseconds(moment: datetime) -> int:
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone; give it in UTC")
    return (moment - _EPOCH) // _MICROSECOND
