"""Encodes a course as the engine blob: a second implementation of docs/engine.md, for the tests."""

import zlib

KINDS = {"single": 0, "multiple": 1, "trueFalse": 2}
NODES = {"question": 0, "step": 1, "end": 2, "today": 3, "emergency": 4}


def tag(identifier: bytes) -> int:
    """FNV-1a with 32 bits, folded to 16."""
    value = 2166136261
    for byte in identifier:
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return (value >> 16) ^ (value & 0xFFFF)


def option_tags(options: list[str]) -> list[int]:
    """Tags of options; a later one that meets an earlier one is salted with zero bytes."""
    tags: list[int] = []
    for option in options:
        salted = option.encode()
        while tag(salted) in tags:
            salted += b"\0"
        tags.append(tag(salted))
    return tags


def fixed16(value: int) -> bytes:
    return value.to_bytes(2, "little")


def number(value: int) -> bytes:
    """LEB128."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def numbers(values: list[int]) -> bytes:
    return number(len(values)) + b"".join(number(value) for value in values)


def question(item: dict) -> bytes:
    tags = option_tags(item["options"])
    flags = KINDS[item["kind"]]
    flags |= 0x10 if item.get("critical") else 0
    flags |= 0x20 if item.get("partial") else 0
    correct = sum(1 << option for option in item["correct"])
    return (
        bytes([flags, item.get("tries", 0), item.get("weight", 1)])
        + number(len(tags))
        + b"".join(fixed16(value) for value in tags)
        + correct.to_bytes((len(tags) + 7) // 8, "little")
    )


def quiz(item: dict) -> bytes:
    advice = item.get("advice", [])
    return (
        bytes([item["pass"], item.get("tries", 0)])
        + numbers(item["questions"])
        + number(len(advice))
        + b"".join(bytes(band) for band in advice)
    )


def target(answer: int | dict) -> bytes:
    if isinstance(answer, int):
        return number(answer * 2)
    return number(answer["node"] * 2 + 1) + number(answer["file"]) + number(answer["activity"])


def tree(item: dict) -> bytes:
    out = number(len(item["nodes"]))
    for node in item["nodes"]:
        answers = node.get("answers", [])
        out += fixed16(tag(node["id"].encode())) + bytes([NODES[node["kind"]]])
        out += number(len(answers)) + b"".join(target(answer) for answer in answers)
    return out


def activity(item: dict) -> bytes:
    out = fixed16(tag(item["id"].encode()))
    if "question" in item:
        return out + b"\0" + question(item["question"])
    if "quiz" in item:
        return out + b"\1" + quiz(item["quiz"])
    return out + b"\2" + tree(item["tree"])


def section(item: dict) -> bytes:
    elsewhere = item.get("elsewhere", [])
    return (
        fixed16(tag(item["id"].encode()))
        + bytes([item.get("counted", True)])
        + numbers(item.get("activities", []))
        + number(len(elsewhere))
        + b"".join(number(file) + number(index) for file, index in elsewhere)
    )


def encode(course: dict) -> bytes:
    """The engine blob of a course described as in Tests/Vectors."""
    out = b"\xa6\1" + number(len(course["files"]))
    for file in course["files"]:
        out += fixed16(tag(file["id"].encode())) + bytes([file.get("counted", True)])
        sections = file.get("sections", [])
        out += number(len(sections)) + b"".join(section(item) for item in sections)
        activities = file.get("activities", [])
        out += number(len(activities)) + b"".join(activity(item) for item in activities)
    return out + zlib.crc32(out).to_bytes(4, "little")
