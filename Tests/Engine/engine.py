"""The binding for wasmtime: the same calls as 10-engine.js, written from docs/engine.md."""

from wasmtime import Engine as Machine
from wasmtime import Instance, Module, Store

OPERATIONS = (
    "load resume snapshot revision open question answer hint quiz retry tree take back restart "
    "progress index search reset"
).split()
ERRORS = (
    "ok noCourse badRequest badCourse unknownOperation noSuchFile noSuchSection noSuchActivity "
    "wrongKind noSuchOption nothingChosen tooManyChosen locked notFinished noTriesLeft "
    "noSuchAnswer atStart noSuchNode"
).split()
REASONS = [None, "damaged", "newer", "empty"]
QUESTION_KINDS = ["single", "multiple", "trueFalse"]
NODE_KINDS = ["question", "step", "end", "today", "emergency"]
VERDICTS = [None, "right", "wrong", "missed"]


class Refused(Exception):
    """The engine refused a call; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Reader:
    """Reads what the engine answers."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def byte(self) -> int:
        self.position += 1
        return self.data[self.position - 1]

    def flag(self) -> bool:
        value = self.byte()
        assert value in (0, 1)
        return value == 1

    def fixed(self, size: int) -> int:
        self.position += size
        return int.from_bytes(self.data[self.position - size : self.position], "little")

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def finish(self) -> None:
        assert self.position == len(self.data), "bytes are left over in a response"


def leb(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


class Engine:
    """One learner's engine, fresh from the module."""

    def __init__(self, module: Module, machine: Machine) -> None:
        self.store = Store(machine)
        assert not module.imports, "the engine needs nothing from its host"
        self.exports = Instance(self.store, module, []).exports(self.store)
        self.documents: list[dict] = []

    def raw(self, operation: int, request: bytes) -> bytes:
        """Bytes in, bytes out."""
        exports, store = self.exports, self.store
        start = exports["reserve"](store, len(request)) & 0xFFFFFFFF
        exports["memory"].write(store, request, start)
        length = exports["call"](store, operation, len(request)) & 0xFFFFFFFF
        result = exports["result"](store) & 0xFFFFFFFF
        return bytes(exports["memory"].read(store, result, result + length))

    def perform(self, name: str, request: bytes = b"") -> Reader:
        """Performs an operation; the reader stands behind the status byte."""
        response = self.raw(OPERATIONS.index(name) + 1, request)
        reader = Reader(response)
        status = reader.byte()
        if status:
            reader.finish()
            raise Refused(ERRORS[status])
        return reader

    def load(self, blob: bytes) -> None:
        self.perform("load", blob).finish()

    def resume(self, data: bytes) -> dict:
        reader = self.perform("resume", data)
        reason = REASONS[reader.byte()]
        kept, dropped = reader.number(), reader.number()
        reader.finish()
        return {"ok": reason is None, "reason": reason, "kept": kept, "dropped": dropped}

    def snapshot(self) -> bytes:
        return self.perform("snapshot").data[1:]

    def revision(self) -> int:
        return self.perform("revision").fixed(4)

    def reset(self) -> None:
        self.perform("reset").finish()

    def open(self, *place: int) -> None:
        self._numbers("open", place).finish()

    def question(self, *place: int) -> dict:
        return question(self._numbers("question", place))

    def answer(self, file: int, activity: int, chosen: list[int]) -> dict:
        return question(self._numbers("answer", (file, activity, *chosen)))

    def hint(self, *place: int) -> dict:
        return question(self._numbers("hint", place))

    def quiz(self, *place: int) -> dict:
        return quiz(self._numbers("quiz", place))

    def retry(self, *place: int) -> dict:
        return quiz(self._numbers("retry", place))

    def tree(self, *place: int) -> dict:
        return tree(self._numbers("tree", place))

    def take(self, *place: int) -> dict:
        return tree(self._numbers("take", place))

    def back(self, *place: int) -> dict:
        return tree(self._numbers("back", place))

    def restart(self, file: int, activity: int, node: int = 0) -> dict:
        return tree(self._numbers("restart", (file, activity, node)))

    def progress(self) -> dict:
        reader = self.perform("progress")
        done, total, files = reader.number(), reader.number(), []
        for _ in range(reader.number()):
            file = {"done": reader.number(), "total": reader.number(), "sections": []}
            for _ in range(reader.number()):
                bits = reader.byte()
                file["sections"].append({"opened": bits & 1 == 1, "done": bits & 2 == 2})
            files.append(file)
        reader.finish()
        return {"done": done, "total": total, "files": files}

    def index(self, documents: list[dict]) -> None:
        request = leb(len(documents))
        for document in documents:
            for text in (document["title"].encode(), document["body"].encode()):
                request += leb(len(text)) + text
        self.perform("index", request).finish()
        self.documents = documents

    def search(self, text: str, limit: int) -> list[dict]:
        """Hits with the marked texts instead of ranges."""
        reader = self.perform("search", leb(limit) + text.encode())
        hits = [self._hit(reader) for _ in range(reader.number())]
        reader.finish()
        return hits

    def _numbers(self, name: str, numbers: tuple[int, ...]) -> Reader:
        return self.perform(name, b"".join(leb(value) for value in numbers))

    def _hit(self, reader: Reader) -> dict:
        number = reader.number()
        title = self.documents[number]["title"].encode()
        body = self.documents[number]["body"].encode()
        score = reader.fixed(4)
        title_ranges = ranges(reader)
        start, end = reader.number(), reader.number()
        marks = ranges(reader)
        assert all(start <= first <= last <= end for first, last in marks)
        return {
            "document": number,
            "score": score,
            "titleMarks": [title[first:last].decode() for first, last in title_ranges],
            "marks": [body[first:last].decode() for first, last in marks],
            "snippet": body[start:end].decode(),
            "cutBefore": start > 0,
            "cutAfter": end < len(body),
        }


def ranges(reader: Reader) -> list[tuple[int, int]]:
    return [(reader.number(), reader.number()) for _ in range(reader.number())]


def question(reader: Reader) -> dict:
    status = {
        "kind": QUESTION_KINDS[reader.byte()],
        "tries": reader.byte(),
        "triesUsed": reader.byte(),
        "answered": reader.flag(),
        "locked": reader.flag(),
        "correct": reader.flag(),
        "hintUsed": reader.flag(),
        "score": reader.fixed(2),
    }
    options = [reader.byte() for _ in range(reader.number())]
    status["chosen"] = [option & 1 == 1 for option in options]
    status["verdicts"] = [VERDICTS[option >> 1] for option in options]
    reader.finish()
    return status


def quiz(reader: Reader) -> dict:
    status = {
        "attempt": reader.fixed(2),
        "tries": reader.byte(),
        "answered": reader.number(),
        "total": reader.number(),
        "finished": reader.flag(),
        "percent": reader.byte(),
        "passed": reader.flag(),
        "criticalMissed": reader.number(),
    }
    has_best, percent = reader.flag(), reader.byte()
    status["bestPercent"] = percent if has_best else None
    status["bestPassed"] = reader.flag()
    status["advice"] = reader.number() - 1
    status["canRetry"] = reader.flag()
    reader.finish()
    return status


def tree(reader: Reader) -> dict:
    path = [{"node": reader.number(), "answer": reader.number()} for _ in range(reader.number())]
    status = {
        "path": path,
        "node": reader.number(),
        "kind": NODE_KINDS[reader.byte()],
        "finished": reader.flag(),
        "reachedEnd": reader.flag(),
        "canGoBack": bool(path),
        "elsewhere": None,
    }
    if reader.flag():
        names = ("file", "activity", "node")
        status["elsewhere"] = {name: reader.number() for name in names}
    reader.finish()
    return status
