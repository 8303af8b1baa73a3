import copy
import pickle

import pytest
import wortfeld as wf
from wortfeld import _core, errors

testing = _core._testing
Kind = testing.ErrorKind

CLASSES = {
    Kind.bad_argument: (wf.BadArgument, ValueError),
    Kind.unknown_name: (wf.UnknownName, LookupError),
    Kind.bad_input: (wf.BadInput, ValueError),
    Kind.bad_file: (wf.BadFile, OSError),
    Kind.memory_limit: (wf.MemoryLimit, MemoryError),
}
PLACE = {"source": "news.jsonl", "line": 1204, "byte_offset": 2**40}
WITH_FIELDS = [
    errors.WortfeldError("message"),
    errors.BadArgument("message"),
    errors.UnknownName("message", suggestions=["log_dice", "log_odds"]),
    errors.BadInput("message", **PLACE),
    errors.BadFile("message", **PLACE),
    errors.MemoryLimit("message"),
]


def raised(kind, message=b"message", **details):
    try:
        testing.raise_error(kind, message, **details)
    except (wf.WortfeldError, KeyboardInterrupt) as error:
        return error
    pytest.fail("nothing was raised")


def copies(error):
    yield copy.copy(error)
    yield copy.deepcopy(error)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(error, protocol))


def test_every_kind_of_the_core_is_tested_here():
    assert set(Kind) == {*CLASSES, Kind.cancelled}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.name)
def test_a_kind_becomes_its_class_and_the_built_in_one(kind):
    ours, built_in = CLASSES[kind]
    error = raised(kind, b"unknown measure 'logdyce'")
    assert type(error) is ours
    assert isinstance(error, wf.WortfeldError)
    assert isinstance(error, built_in)
    assert str(error) == "unknown measure 'logdyce'"


def test_cancelled_is_a_plain_keyboard_interrupt():
    error = raised(Kind.cancelled)
    assert type(error) is KeyboardInterrupt
    assert error.args == ()


def test_suggestions_arrive():
    error = raised(Kind.unknown_name, suggestions=["log_dice", "Größe"])
    assert error.suggestions == ("log_dice", "Größe")
    assert raised(Kind.unknown_name).suggestions == ()


@pytest.mark.parametrize("kind", [Kind.bad_input, Kind.bad_file], ids=lambda kind: kind.name)
def test_the_place_arrives(kind):
    error = raised(kind, **PLACE)
    assert (error.source, error.line, error.byte_offset) == tuple(PLACE.values())
    nowhere = raised(kind)
    assert (nowhere.source, nowhere.line, nowhere.byte_offset) == (None, None, None)


def test_the_first_byte_is_a_place():
    assert raised(Kind.bad_input, byte_offset=0).byte_offset == 0


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (b"unknown term 'Gr\xc3\xb6\xc3\x9fe'", "unknown term 'Größe'"),
        (b"unknown term 'a\x00b'", "unknown term 'a\0b'"),
        (b"ill-formed '\xff\xc3'", "ill-formed '\\xff\\xc3'"),
        (b"", ""),
    ],
)
def test_a_message_arrives_whole_whatever_it_quotes(message, shown):
    assert str(raised(Kind.bad_argument, message)) == shown


@pytest.mark.parametrize("error", WITH_FIELDS, ids=lambda error: type(error).__name__)
def test_errors_survive_copying_and_pickling(error):
    error.add_note("while reading line 1,204")
    for other in copies(error):
        assert type(other) is type(error)
        assert str(other) == "message"
        assert other.args == ("message",)
        assert vars(other) == vars(error)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.name)
def test_errors_of_the_core_survive_copying_and_pickling(kind):
    details = PLACE if kind in {Kind.bad_input, Kind.bad_file} else {"suggestions": ["near"]}
    error = raised(kind, **details)
    for other in copies(error):
        assert (type(other), str(other), vars(other)) == (type(error), "message", vars(error))


@pytest.mark.parametrize("threads", [0, 1, 3])
def test_a_bug_is_reported_as_one(threads):
    with pytest.raises(RuntimeError) as caught:
        testing.break_pass("logic_error", threads=threads)
    assert str(caught.value) == "internal error, please report: a broken invariant"
    assert not isinstance(caught.value, wf.WortfeldError)
    with pytest.raises(RuntimeError, match=r"^internal error, please report: unknown exception$"):
        testing.break_pass("something else", threads=threads)


@pytest.mark.parametrize("threads", [0, 1, 3])
def test_lack_of_memory_is_a_memory_limit(threads):
    with pytest.raises(wf.MemoryLimit, match=r"^not enough memory; .*min_count") as caught:
        testing.break_pass("bad_alloc", threads=threads)
    assert "std::" not in str(caught.value)


def test_wrong_types_are_type_errors():
    with pytest.raises(TypeError):
        testing.quick_sum("a text")
