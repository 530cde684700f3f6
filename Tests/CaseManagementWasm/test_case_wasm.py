"""The case library as wasm: the native digests, the sizes, and bytes that are damaged."""

import random
import re

# The whole engine with this library may have 200 kB, 75 kB gzipped (docs/case-management.md).
LARGEST = 200_000
LARGEST_GZIPPED = 75_000


def test_sizes(build):
    """One wasm with the learner's engine, the library, and the effects of parsed commands."""
    sizes = re.findall(r"(\d+) bytes, (\d+) gzipped", build[1])
    assert len(sizes) == 6, build[1]
    engine, core, play, page, words, _ = [(int(size), int(gzipped)) for size, gzipped in sizes]
    assert page[0] <= LARGEST and page[1] <= LARGEST_GZIPPED, build[1]
    # What is linked is really there: each step adds something.
    assert engine[0] < core[0] < play[0] < page[0] < words[0], build[1]


def test_the_whole_engine_runs(page):
    """The learner's engine and the library answer in one instance, from one memory."""
    page.call("begin")
    # The first command (`received hotline`), and stages as conditions.
    for number, answer in ((0, 1), (0, 0), (255, -1)):
        page.give(numbers(number, [], [3]))
        assert page.call("play_command") == answer, number
    for stage, answer in ((1, 1), (2, 0)):
        page.give(numbers(5, [stage]))
        assert page.call("ask_condition") == answer, stage
    page.give(b"no blob", "reserve")
    assert page.call("call", 1, 7) == 1
    assert page.result(1) != b"\0"


def numbers(first, *lists):
    """A number and lists of numbers, as `takeNumbers` reads them."""
    data = bytes([first])
    for values in lists:
        data += b"".join(value.to_bytes(8, "little") for value in (len(values), *values))
    return data


def test_words_mean_the_same_as_numbers(new_case):
    """What a compiler parsed plays as what was typed."""
    typed, parsed = new_case(), new_case()
    for case in (typed, parsed):
        case.call("begin")
    for words, data in ((b"received hotline", numbers(0, [], [3])),
                        (b"confirm safe contact", numbers(2, [], [], [])),
                        (b"start assessment", numbers(20, [], []))):
        typed.give(words)
        parsed.give(data)
        assert typed.call("parse_command") == parsed.call("play_command"), words
    for words, data in ((b"received", numbers(5, [1])), (b"contact safe", numbers(0, [], [1]))):
        typed.give(words)
        parsed.give(data)
        assert typed.call("parse_condition") == parsed.call("ask_condition") == 1, words


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
