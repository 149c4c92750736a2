"""JSON of any depth as grids: lists of records, objects of records, objects of columns, several of them in one file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from audit.series.days import is_date, month_of

__all__ = ["Records", "records_of"]

ALIKE = 0.5
"""Objects are records of one kind if each has this share of all their fields on average."""
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Records:
    """Flat records, where in the file they stand, and what was assumed to get there."""

    name: str
    rows: list[dict[str, Any]]
    notes: list[str] = field(default_factory=list)


def records_of(content: Any) -> tuple[list[Records], list[str]]:
    """All tables in a JSON value, and the names of the single values that stand beside them."""
    found = [one for one in _tables(content, "", 0) if one.rows]
    beside: list[str] = []
    listed = len(found) == 1 and not found[0].name and "key" in found[0].rows[0]
    if isinstance(content, Mapping) and content.get("type") != "FeatureCollection" and found and not listed:
        beside = [str(key) for key, value in content.items() if not isinstance(value, (Mapping, list))]
    return found, beside


def _tables(content: Any, name: str, depth: int) -> Iterator[Records]:
    if depth > DEEPEST:
        return
    if isinstance(content, list):
        yield from _of_list(content, name, depth)
    elif isinstance(content, Mapping):
        yield from _of_object(content, name, depth)


def _of_list(content: list[Any], name: str, depth: int) -> Iterator[Records]:
    if content and all(isinstance(row, list) for row in content):
        head, *rows = content
        named = [dict(zip(map(str, head), row, strict=False)) for row in rows]
        yield Records(name, named, ["The first list gives the names of the columns."])
        return
    records = [record for record in content if isinstance(record, Mapping)]
    if records and all(record.get("type") == "Feature" for record in records):
        yield Records(name, [_flat(record.get("properties") or {}) for record in records])
        return
    yield Records(name, [_flat(record) for record in records])
    yield from _inner_lists(records, name, depth)


def _inner_lists(records: list[Mapping[str, Any]], name: str, depth: int) -> Iterator[Records]:
    """Lists of records within records, each row with the first plain field of the record that holds it."""
    for key in dict.fromkeys(key for record in records for key in record):
        inner: list[dict[str, Any]] = []
        for record in records:
            value = record.get(key)
            if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
                of = next(((k, v) for k, v in record.items() if not isinstance(v, (list, Mapping))), None)
                inner += [{**({f"of {of[0]}": of[1]} if of else {}), **_flat(one)} for one in value]
        if inner and depth < DEEPEST:
            yield Records(_under(name, key), inner)


def _of_object(content: Mapping[str, Any], name: str, depth: int) -> Iterator[Records]:
    if content.get("type") == "FeatureCollection":
        yield from _of_list(list(content.get("features", ())), name, depth)
        return
    if isinstance(content.get("columns"), list) and isinstance(content.get("data"), list):
        yield from _of_list([content["columns"], *content["data"]], name, depth)
        return
    lists = {key: value for key, value in content.items() if isinstance(value, list) and value}
    plain = {key: value for key, value in lists.items() if not any(isinstance(one, (Mapping, list)) for one in value)}
    if len(plain) > 1 and len({len(value) for value in plain.values()}) == 1:
        yield Records(name, [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)])
    for key, records in lists.items():
        if isinstance(records[0], (Mapping, list)):
            yield from _tables(records, _under(name, key), depth + 1)
    inner = {str(key): value for key, value in content.items() if isinstance(value, Mapping) and value}
    if len(inner) == 1 and not lists:
        key = next(iter(inner))
        yield from _tables(inner[key], _under(name, key), depth + 1)
    elif inner and _is_columns(inner):
        # an object of columns, each an object of rows, as pandas writes it
        rows = list(next(iter(inner.values())))
        yield Records(name, [{"key": row, **{name: column[row] for name, column in inner.items()}} for row in rows])
    elif inner and _alike(list(inner.values())):
        levels, rows_ = _levelled(inner, 0)
        said = f"The names of the outer {'object' if len(levels) == 1 else 'objects'} became the column"
        yield Records(name, rows_, [f"{said}{'s' if len(levels) > 1 else ''} {', '.join(map(repr, levels))}."])
        yield from _inner_lists(list(inner.values()), name, depth)
    else:
        for key, value in inner.items():
            yield from _tables(value, _under(name, key), depth + 1)
    if content and not lists and not inner:
        yield Records(
            name,
            [{"key": key, "value": value} for key, value in content.items()],
            ["The names of the object became the column 'key'."],
        )


def _alike(records: list[Mapping[str, Any]]) -> bool:
    fields = {key for record in records for key in record}
    return sum(len(record) for record in records) >= ALIKE * len(fields) * len(records) or _levels(records)


def _levels(records: list[Mapping[str, Any]]) -> bool:
    """Whether the objects hold nothing but objects that all have the same fields: a further level of names."""
    inner = [value for record in records for value in record.values()]
    if not all(isinstance(value, Mapping) and value for value in inner):
        return False
    first = set(inner[0])
    return all(set(value) == first for value in inner) and len(inner) > 1


def _levelled(content: Mapping[str, Any], depth: int) -> tuple[list[str], list[dict[str, Any]]]:
    """The names of the levels, and a record for each object of the lowest one."""
    name = _level_name(list(content), depth)
    if depth < DEEPEST and _levels(list(content.values())):
        below = [(key, _levelled(value, depth + 1)) for key, value in content.items()]
        return [name, *below[0][1][0]], [{name: key, **record} for key, (_, records) in below for record in records]
    return [name], [{name: key, **_flat(value)} for key, value in content.items()]


def _level_name(keys: list[str], depth: int) -> str:
    if all(key.isdecimal() and len(key) == 4 for key in keys):
        return "year"
    if all(month_of(key) for key in keys):
        return "month"
    if all(map(is_date, keys)):
        return "date"
    return "key" if depth == 0 else f"key {depth + 1}"


def _is_columns(inner: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether the outer names are those of columns: the inner ones are one and the same run of row numbers or days."""
    first = list(next(iter(inner.values())))
    if any(list(value) != first for value in inner.values()) or len(first) < 2:
        return False
    if any(isinstance(cell, (Mapping, list)) for value in inner.values() for cell in value.values()):
        return False
    numbered = all(key.isdecimal() for key in first) and [int(key) for key in first] == list(
        range(int(first[0]), int(first[0]) + len(first))
    )
    return numbered or (all(map(is_date, first)) and not all(map(is_date, inner)))


def _flat(record: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in record.items():
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{before}{key}."))
        elif isinstance(value, list):
            flat[f"{before}{key}"] = json.dumps(value, ensure_ascii=False)
        else:
            flat[f"{before}{key}"] = value
    return flat


def _under(name: str, key: str) -> str:
    return f"{name}.{key}" if name else str(key)
