"""Hostile bytes into the wasm itself: it may refuse, and never traps.

`Int` has 32 bits there, so what holds natively need not hold in the page.
"""

import base64
import random
import zlib

import pytest
from engine import OPERATIONS, Engine, leb
from test_vectors import SETS
from wasmtime import Engine as Machine
from wasmtime import Module

NUMBERS = {name: number for number, name in enumerate(OPERATIONS, 1)}
PIECES = ["consent", "إحالة", "ال", "é", "ช่วย", "同意", " ", ". ", "\u0301", "ـ", "😀", "72", "٧٢"]


def sealed(data: bytes) -> bytes:
    """With the checksum that makes the engine read on."""
    return data + zlib.crc32(data).to_bytes(4, "little")


def mutated(data: bytes, source: random.Random) -> bytes:
    """A few bytes changed, put in, taken out or cut off; most often sealed again."""
    out = bytearray(data[:-4])
    for _ in range(source.randint(1, 4)):
        place = source.randrange(len(out)) if out else 0
        kind = source.randrange(5)
        if kind == 0 or not out:
            out.insert(place, source.choice([0, 1, 0x7F, 0x80, 0xFF, source.randrange(256)]))
        elif kind == 1:
            del out[place]
        elif kind == 2:
            out[place:place] = b"\xff\xff\xff\xff\x0f"
        elif kind == 3:
            del out[len(out) - source.randrange(min(4, len(out))) :]
        else:
            out[place] = source.choice([0, 1, 0x7F, 0x80, 0xFF, source.randrange(256)])
    return sealed(bytes(out)) if source.random() < 0.9 else bytes(out) + data[-4:]


@pytest.fixture
def engine(wasm: bytes) -> Engine:
    machine = Machine()
    return Engine(Module(machine, wasm), machine)


def blobs() -> list[bytes]:
    return [
        base64.b64decode(course["blob"])
        for data in SETS.values()
        for course in data["courses"].values()
    ]


def hostile_blobs(engine: Engine, rounds: int) -> set[bytes]:
    """Loads damaged courses; the answers."""
    source, seeds = random.Random(1), blobs()
    outcomes = set()
    for _ in range(rounds):
        answer = engine.raw(NUMBERS["load"], mutated(source.choice(seeds), source))
        outcomes.add(answer)
        if answer == b"\0":
            engine.raw(NUMBERS["progress"], b"")
    return outcomes


def hostile_states(engine: Engine, rounds: int) -> set[int]:
    """Resumes from damaged states; the reasons that the engine gave."""
    source = random.Random(2)
    engine.load(blobs()[-1])
    seeds = []
    for round_number in range(60):
        if round_number % 20 == 0:
            engine.raw(NUMBERS["reset"], b"")
            engine.load(blobs()[round_number // 20 % len(blobs())])
        for _ in range(10):
            operation = source.choice(["open", "answer", "hint", "take", "restart", "back"])
            numbers = [source.randrange(3) for _ in range(source.randint(2, 4))]
            engine.raw(NUMBERS[operation], b"".join(leb(value) for value in numbers))
        seeds.append(engine.snapshot())
    reasons = set()
    for number in range(rounds):
        answer = engine.raw(NUMBERS["resume"], mutated(source.choice(seeds), source))
        reasons.add(answer[1])
        if answer[1] == 0 and number % 10 == 0:
            # What was accepted can be worked with and is written the same way again.
            engine.raw(NUMBERS["progress"], b"")
            again = engine.snapshot()
            assert engine.raw(NUMBERS["resume"], again)[1] == 0
            assert engine.snapshot() == again
    return reasons


def any_calls(engine: Engine, rounds: int) -> None:
    """Any operation with any request."""
    source, seeds = random.Random(3), blobs()
    for number in range(rounds):
        if number % 2000 == 0:
            engine.load(source.choice(seeds))
        operation = source.choice([*range(2, 20), 0, 255, 0xFFFF, 0x7FFFFFFF])
        request = source.choice(
            [
                b"".join(leb(source.randrange(7)) for _ in range(source.randrange(5))),
                source.randbytes(source.randrange(12)),
                b"\xff\xff\xff\xff\x0f" * source.randrange(3),
            ]
        )
        assert engine.raw(operation, request)


def any_searches(engine: Engine, rounds: int) -> int:
    """Any texts, searched for any text; the number of hits."""
    source = random.Random(4)
    engine.load(blobs()[0])

    def text(length: int) -> bytes:
        parts = []
        for _ in range(source.randrange(length)):
            broken = source.random() < 0.1
            parts.append(source.randbytes(1) if broken else source.choice(PIECES).encode())
        return b"".join(parts)

    hits = 0
    for _ in range(rounds):
        count = source.randrange(6)
        request = leb(count)
        for _ in range(count):
            for part in (text(6), text(300)):
                request += leb(len(part)) + part
        assert engine.raw(NUMBERS["index"], request) == b"\0"
        for _ in range(20):
            hits += engine.raw(NUMBERS["search"], leb(source.randrange(9)) + text(6))[1]
        # Damaged requests are refused or understood otherwise.
        if request:
            place = source.randrange(len(request))
            damaged = request[:place] + source.randbytes(1) + request[place + 1 :]
            assert engine.raw(NUMBERS["index"], damaged) in (b"\0", b"\2")
    return hits


def test_blobs(engine: Engine) -> None:
    assert hostile_blobs(engine, 30_000) == {b"\0", b"\3"}


def test_states(engine: Engine) -> None:
    assert hostile_states(engine, 100_000) == {0, 1, 2}


def test_calls(engine: Engine) -> None:
    any_calls(engine, 40_000)


def test_search(engine: Engine) -> None:
    assert any_searches(engine, 300) > 1000


class Recorder(Engine):
    """Remembers every call and its answer."""

    def __init__(self, wasm: bytes) -> None:
        machine = Machine()
        super().__init__(Module(machine, wasm), machine)
        self.rows: list[tuple[int, str, str]] = []

    def raw(self, operation: int, request: bytes) -> bytes:
        answer = super().raw(operation, request)
        texts = (base64.b64encode(data).decode() for data in (request, answer))
        self.rows.append((operation, *texts))
        return answer


def recorded_runs(wasm: bytes) -> list[list[tuple[int, str, str]]]:
    """Shorter runs of the tests above: operation, request and answer of each call, in base64."""
    runs = []
    for act, rounds in [
        (hostile_blobs, 20_000), (hostile_states, 20_000), (any_calls, 20_000), (any_searches, 100)
    ]:
        recorder = Recorder(wasm)
        act(recorder, rounds)
        runs.append(recorder.rows)
    return runs


def test_memory_is_used_again(engine: Engine) -> None:
    """A page that stays open for hours doesn't grow."""
    engine.load(blobs()[0])
    documents = [{"title": f"Title {n}", "body": "words of a long text " * 500} for n in range(50)]
    sizes = []
    for _ in range(30):
        engine.index(documents)
        for _ in range(50):
            engine.search("text", 10)
            engine.raw(NUMBERS["answer"], b"\0\1\0")
            engine.snapshot()
        sizes.append(engine.exports["memory"].data_len(engine.store))
    assert sizes[-1] == sizes[4]


def test_too_long_a_request_gets_no_memory(engine: Engine) -> None:
    for count in (67_108_865, 0x7FFFFFFF, -1):
        assert engine.exports["reserve"](engine.store, count) == 0
    assert engine.raw(NUMBERS["revision"], b"") == b"\1"
