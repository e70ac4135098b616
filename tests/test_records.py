"""Named tuples made without compiling source are as those of `typing`."""

import inspect
import pickle
import typing

import pytest

from plainlang import records


class Ours(records.NamedTuple):
    """A place."""

    name: str
    line: int = 1
    tags: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        return f"{self.name}:{self.line}"

    def moved(self, by: int) -> "Ours":
        return self._replace(line=self.line + by)


class Theirs(typing.NamedTuple):
    """A place."""

    name: str
    line: int = 1
    tags: tuple[str, ...] = ()


class Bare(records.NamedTuple):
    """Holds nothing."""


class One(records.NamedTuple):
    only: int


BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_values_are_given_in_order_or_by_name(kind: typing.Any) -> None:
    made = kind("a", tags=("x",))
    assert made == ("a", 1, ("x",)) == tuple(made)
    assert (made.name, made.line, made.tags) == made
    assert made._asdict() == {"name": "a", "line": 1, "tags": ("x",)}
    assert hash(made) == hash(tuple(made))


@BOTH
@pytest.mark.parametrize(
    ("args", "names", "problem"),
    [
        ((), {}, "missing 1 required positional argument: 'name'"),
        (("a", 1, (), 4), {}, "takes from 2 to 4 positional arguments but 5 were given"),
        (("a",), {"row": 2}, "got an unexpected keyword argument 'row'"),
        (("a",), {"name": "b"}, "got multiple values for argument 'name'"),
    ],
)
def test_wrong_values_are_refused_by_name(
    kind: typing.Any, args: tuple[object, ...], names: dict[str, object], problem: str
) -> None:
    with pytest.raises(TypeError, match=problem):
        kind(*args, **names)


@BOTH
def test_a_copy_with_other_values_leaves_the_first(kind: typing.Any) -> None:
    made = kind("a")
    assert made._replace(line=3) == kind("a", 3)
    assert made == kind("a")
    with pytest.raises((ValueError, TypeError), match="row"):  # Python's own since 3.13: TypeError
        made._replace(row=2)


@BOTH
def test_it_is_made_of_as_many_values_as_it_has_fields(kind: typing.Any) -> None:
    assert kind._make(["a", 2, ()]) == kind("a", 2)
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        kind._make(["a"])


@BOTH
def test_it_cannot_be_changed_and_takes_no_other_attribute(kind: typing.Any) -> None:
    made = kind("a")
    for name in ("name", "other"):
        with pytest.raises(AttributeError):
            setattr(made, name, "b")
    assert not hasattr(made, "__dict__")


@BOTH
def test_it_is_told_apart_by_pattern(kind: typing.Any) -> None:
    match kind("a", 2):
        case (kind_name, 2, ()):
            assert kind_name == "a"
        case _:
            pytest.fail("it matches no pattern")


def test_what_tells_of_it_is_the_same() -> None:
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__"):
        assert getattr(Ours, name) == getattr(Theirs, name)
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert inspect.signature(Ours).parameters == inspect.signature(Theirs).parameters
    assert repr(Ours("a")) == repr(Theirs("a")).replace("Theirs", "Ours")
    assert Ours.name.__doc__ == Theirs.name.__doc__  # type: ignore[attr-defined]


def test_it_goes_to_another_process() -> None:
    made = Ours("a", 2, ("x",))
    back = pickle.loads(pickle.dumps(made))
    assert type(back) is Ours
    assert back == made


def test_methods_and_properties_see_the_fields() -> None:
    assert Ours("a").moved(4).where == "a:5"


def test_one_field_or_none_is_enough() -> None:
    assert One(1) == (1,)
    assert Bare() == ()
    assert repr(Bare()) == "Bare()"


def test_a_subclass_can_keep_what_it_worked_out() -> None:
    class Wider(Ours):
        pass

    made = Wider("a")
    made.extra = 1  # type: ignore[attr-defined]
    assert made == Ours("a")
    assert type(made._replace(line=2)) is Wider


def test_a_field_without_a_default_may_not_follow_one_with_a_default() -> None:
    for base in (records.NamedTuple, typing.NamedTuple):
        with pytest.raises(TypeError, match="default"):
            exec("class Wrong(base):\n    a: int = 1\n    b: int", {"base": base})


def test_it_takes_no_other_base() -> None:
    for base in (records.NamedTuple, typing.NamedTuple):
        with pytest.raises(TypeError):
            exec("class Wrong(base, dict):\n    a: int", {"base": base})
