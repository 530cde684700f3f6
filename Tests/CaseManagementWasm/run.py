"""Runs the case library as wasm and compares it with the native vectors.

Usage: run.py CASE.wasm VECTORS.json PROFILE.bin

The native tests write the vectors (CASE_VECTORS=folder swift test --filter VectorTests): a digest
per story and one for a run of random cases. The same source must give the same digests here. Then
the wasm itself is fuzzed with damaged bytes: it may refuse them, it may not trap.
Needs `wasmtime` from PyPI.
"""

import json
import pathlib
import random
import sys

from wasmtime import Engine, Instance, Module, Store


class Case:
    """One instance of the library; a trap makes an exception of it."""

    def __init__(self, module):
        self.store = Store(module_engine)
        self.exports = Instance(self.store, module, []).exports(self.store)

    def call(self, name, *arguments):
        return self.exports[name](self.store, *arguments)

    def give(self, data):
        place = self.call("input", len(data))
        self.exports["memory"].write(self.store, bytes(data), place)

    def digest(self):
        return self.call("digest") & 0xFFFF_FFFF_FFFF_FFFF


def damaged(data, dice):
    """A copy with some bytes changed, cut or added."""
    data = bytearray(data)
    for _ in range(dice.randrange(1, 6)):
        kind = dice.randrange(4)
        place = dice.randrange(len(data)) if data else 0
        if kind == 0 and data:
            data[place] = dice.randrange(256)
        elif kind == 1 and data:
            data[place] ^= 1 << dice.randrange(8)
        elif kind == 2:
            del data[place:place + dice.randrange(1, 40)]
        else:
            data[place:place] = dice.randbytes(dice.randrange(1, 20))
    return bytes(data)


module_engine = Engine()


def main(wasm, vectors_path, profile_path):
    module = Module(module_engine, pathlib.Path(wasm).read_bytes())
    vectors = json.loads(pathlib.Path(vectors_path).read_text())
    profile = pathlib.Path(profile_path).read_bytes()
    passed = failed = 0

    def check(what, good):
        nonlocal passed, failed
        if good:
            passed += 1
        else:
            failed += 1
            print("FAILED:", what)

    case = Case(module)
    case.give(profile)
    check("the profile loads", case.call("load_profile") == 1)
    check("the profile has no problem", case.call("profile_problems") == 0)
    for story in vectors["stories"]:
        case.give(story["text"].encode())
        check(story["name"] + ": mismatches", case.call("play_story") == 0)
        check(story["name"] + ": digest", case.digest() == int(story["digest"]))
    for run in vectors["random"]:
        check("random cases hold", case.call("play_random", run["from"], run["to"]) == 0)
        check("random digest", case.digest() == int(run["digest"]))

    dice = random.Random(3)
    log = bytes.fromhex(vectors["log"])
    case.give(log)
    check("the whole log replays", case.call("replay_bytes") == vectors["logEvents"])
    rounds = 3000
    for number in range(rounds):
        source = (log, profile, vectors["stories"][number % 12]["text"].encode())[number % 3]
        entry = ("replay_bytes", "load_profile", "play_story")[number % 3]
        case.give(damaged(source, dice))
        try:
            case.call(entry)
            if entry == "load_profile":
                case.give(profile)
                case.call("load_profile")
        except Exception as trap:  # noqa: BLE001: every trap is a failure
            check(f"{entry} trapped in round {number}: {trap}", False)
            case = Case(module)
            case.give(profile)
            case.call("load_profile")
    check(f"{rounds} damaged inputs", failed == 0)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
