"""`NamedTuple` as in `typing`, made without compiling source.

A start makes nearly ninety such classes. For each of them Python's own writes a constructor as text and compiles
it, and sets what the class body holds piece by piece: together a tenth of a short run. Here the constructors of
all classes with as many fields share one compiled function, under the names of their own fields.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):  # where annotations lie elsewhere
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    _new_tuple = tuple.__new__
    _GLOBALS = {"_new_tuple": _new_tuple}

    class _Fields(tuple):
        """What all named tuples can do, as in `collections.namedtuple`."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = _new_tuple(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = zip(self._fields, self, strict=True)
            return (
                f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values)})"
            )

        def __getnewargs__(self):
            return tuple(self)

    @cache
    def _constructor(number):
        """Return the code of a constructor with so many fields."""
        names = "".join(f"f{i}, " for i in range(number))
        return eval(f"lambda _cls, {names}: _new_tuple(_cls, ({names}))").__code__  # noqa: S307

    class _Maker(type):
        def __new__(cls, name, bases, body):
            if bases != (NamedTuple,):
                raise TypeError("a named tuple has no other base")
            types = body.get("__annotations__", {})
            fields = tuple(types)
            defaults = {field: body[field] for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError("a field without a default stands behind one with a default")
            code = _constructor(len(fields)).replace(
                co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
            )
            new = FunctionType(code, _GLOBALS, "__new__", tuple(defaults.values()))
            new.__annotations__ = types
            body.update(
                (field, _tuplegetter(at, f"Alias for field number {at}"))
                for at, field in enumerate(fields)
            )
            body.update(
                __slots__=(),
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
                __new__=new,
            )
            return type(name, (_Fields,), body)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
