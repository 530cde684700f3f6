"""The case library as wasm: the native digests, the sizes, and bytes that are damaged."""

import random
import re

# The whole engine with this library may have 200 kB, 75 kB gzipped (docs/case-management.md).
LARGEST = 200_000
LARGEST_GZIPPED = 75_000


def test_sizes(build):
    """What a page needs leaves room for the rest of the engine, about 50 kB."""
    sizes = re.findall(r"(\d+) bytes, (\d+) gzipped", build[1])
    assert len(sizes) == 3, build[1]
    page, words, _ = [(int(size), int(gzipped)) for size, gzipped in sizes]
    assert page[0] < LARGEST - 80_000 and page[1] < LARGEST_GZIPPED - 30_000, page
    assert words[0] < LARGEST and words[1] < LARGEST_GZIPPED, words


def test_profile_has_no_problem(new_case):
    assert new_case().call("profile_problems") == 0


def test_stories_play_the_same(new_case, vectors):
    case = new_case()
    assert len(vectors["stories"]) == 12
    for story in vectors["stories"]:
        case.give(story["text"].encode())
        assert case.call("play_story") == 0, story["name"]
        assert case.digest() == int(story["digest"]), story["name"]


def test_random_cases_are_the_same(new_case, vectors):
    case = new_case()
    for run in vectors["random"]:
        assert case.call("play_random", run["from"], run["to"]) == 0
        assert case.digest() == int(run["digest"])


def test_a_log_replays(new_case, vectors):
    case = new_case()
    case.give(bytes.fromhex(vectors["log"]))
    assert case.call("replay_bytes") == vectors["logEvents"]


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


def test_damaged_bytes_never_trap(new_case, vectors, profile):
    """It may refuse them; a trap would end the instance and raise here."""
    case, dice = new_case(), random.Random(3)
    log = bytes.fromhex(vectors["log"])
    refused = 0
    for number in range(6000):
        entry = ("replay_bytes", "load_profile", "play_story")[number % 3]
        story = vectors["stories"][number % 12]["text"].encode()
        case.give(damaged((log, profile, story)[number % 3], dice))
        answer = case.call(entry)
        refused += entry == "replay_bytes" and answer < vectors["logEvents"]
        if entry == "load_profile":
            # The damaged profile stays for the next two rounds: rules with absurd numbers.
            continue
        if entry == "play_story":
            case.give(profile)
            assert case.call("load_profile") == 1
    assert refused > 500
