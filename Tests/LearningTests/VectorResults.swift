import Learning

// What the session answers, in the shape of the page's interface.

extension ResumeReport {
  var json: JSONValue {
    let reasons: [Failure: String] = [.damaged: "damaged", .newer: "newer", .empty: "empty"]
    return .object([
      "ok": .flag(failure == nil),
      "reason": failure.flatMap { reasons[$0] }.map { .text($0) } ?? .null,
      "kept": .number(kept), "dropped": .number(dropped),
    ])
  }
}

extension QuestionStatus {
  var json: JSONValue {
    .object([
      "kind": .text("\(kind)"), "tries": .number(Int(tries)), "triesUsed": .number(Int(triesUsed)),
      "answered": .flag(chosen != nil), "locked": .flag(isLocked),
      "chosen": .list(verdicts.indices.map { .flag((chosen ?? 0) & (1 << UInt64($0)) != 0) }),
      "verdicts": .list(verdicts.map { $0 == .none ? .null : .text("\($0)") }),
      "score": .number(Int(score.milli)), "correct": .flag(score.isRight),
      "hintUsed": .flag(hintUsed),
    ])
  }
}

extension QuizStatus {
  var json: JSONValue {
    .object([
      "attempt": .number(Int(attempt)), "tries": .number(Int(tries)),
      "answered": .number(result.answered), "total": .number(result.total),
      "finished": .flag(result.isFinished), "percent": .number(Int(result.percent)),
      "passed": .flag(result.isPassed), "criticalMissed": .number(result.criticalMissed),
      "bestPercent": best.map { .number(Int($0.percent)) } ?? .null,
      "bestPassed": .flag(best?.isPassed ?? false), "advice": .number(advice ?? -1),
      "canRetry": .flag(canRetry),
    ])
  }
}

extension TreeStatus {
  var json: JSONValue {
    var elsewhere = JSONValue.null
    if case .elsewhere(let reference, let node)? = walk.left {
      elsewhere = .object([
        "file": .number(reference.file), "activity": .number(reference.activity),
        "node": .number(node),
      ])
    }
    return .object([
      "path": .list(
        walk.path.map { .object(["node": .number($0.node), "answer": .number($0.answer)]) }),
      "node": .number(walk.node), "kind": .text("\(kind)"), "finished": .flag(isFinished),
      "reachedEnd": .flag(reachedEnd), "canGoBack": .flag(!walk.path.isEmpty),
      "elsewhere": elsewhere,
    ])
  }
}

extension CourseProgress {
  var json: JSONValue {
    .object([
      "done": .number(parts.done), "total": .number(parts.total),
      "files": .list(
        files.map { file in
          .object([
            "done": .number(file.parts.done), "total": .number(file.parts.total),
            "sections": .list(
              file.sections.map {
                .object(["opened": .flag($0.isOpened), "done": .flag($0.isDone)])
              }),
          ])
        }),
    ])
  }
}

extension SearchHit {
  /// The hit with the marked texts instead of ranges.
  func json(_ documents: [(title: [UInt8], body: [UInt8])]) -> JSONValue {
    let (title, body) = documents[document]
    func text(_ bytes: [UInt8], _ range: Range<Int>) -> JSONValue {
      .text(String(decoding: bytes[range], as: UTF8.self))
    }
    return .object([
      "document": .number(document), "score": .number(Int(score)),
      "titleMarks": .list(titleRanges.map { text(title, $0) }),
      "marks": .list(snippetRanges.map { text(body, $0) }), "snippet": text(body, snippet),
      "cutBefore": .flag(snippet.lowerBound > 0),
      "cutAfter": .flag(snippet.upperBound < body.count),
    ])
  }
}
