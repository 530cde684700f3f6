"""The shared vectors under wasmtime."""

import base64
import json
from pathlib import Path

import pytest
from course_blob import encode
from engine import Engine, Refused
from wasmtime import Engine as Machine
from wasmtime import Module

VECTORS = sorted((Path(__file__).resolve().parents[1] / "Vectors").glob("*.json"))
SETS = {path.stem: json.loads(path.read_text()) for path in VECTORS}
CASES = [(name, case) for name, data in SETS.items() for case in data["cases"]]


def holds(expected: object, actual: object) -> bool:
    """Whether the value is as expected; of objects only the named members are compared."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            key in actual and holds(value, actual[key]) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(actual, list)
            and len(expected) == len(actual)
            and all(holds(one, other) for one, other in zip(expected, actual))
        )
    return type(expected) is type(actual) and expected == actual


def perform(engine: Engine, step: dict, saved: dict[str, bytes], courses: dict) -> object:
    """Performs one step of a case."""
    call = step["call"]
    if call == "load":
        return engine.load(base64.b64decode(courses[step["course"]]["blob"]))
    if call == "resume":
        data = saved[step["from"]] if "from" in step else base64.b64decode(step.get("base64", ""))
        return engine.resume(data)
    result = getattr(engine, call)(*step.get("arguments", []))
    if call == "snapshot":
        saved[step["as"]] = result
    return result


def test_there_are_vectors() -> None:
    assert set(SETS) == {"progress", "questions", "quizzes", "search", "state", "trees"}
    assert len(CASES) > 50


@pytest.mark.parametrize("name", SETS)
def test_blobs_are_as_documented(name: str) -> None:
    """The encoder of these tests, written from the documentation, makes the blobs of the file."""
    for course in SETS[name]["courses"].values():
        assert encode(course) == base64.b64decode(course["blob"])


@pytest.fixture(scope="module")
def module(wasm: bytes) -> tuple[Module, Machine]:
    machine = Machine()
    return Module(machine, wasm), machine


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{n}: {c['name']}" for n, c in CASES])
def test_case(module: tuple[Module, Machine], name: str, case: dict) -> None:
    courses = SETS[name]["courses"]
    engine = Engine(*module)
    engine.load(base64.b64decode(courses[case["course"]]["blob"]))
    saved: dict[str, bytes] = {}
    for number, step in enumerate(case["steps"]):
        for _ in range(step.get("times", 1)):
            try:
                result = perform(engine, step, saved, courses)
            except Refused as refusal:
                assert refusal.code == step.get("error"), f"step {number}: {step}"
                continue
            assert "error" not in step, f"step {number} was not refused: {step}"
            if "expect" in step:
                assert holds(step["expect"], result), f"step {number}: {step}\n{result}"
