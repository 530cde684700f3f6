// What the engine answers, as bytes; docs/engine.md has the layouts, 10-engine.js reads them.

extension ResumeReport {
  func encode(to writer: inout ByteWriter) {
    writer.byte(failure?.rawValue ?? 0)
    writer.count(kept)
    writer.count(dropped)
  }
}

extension QuestionStatus {
  func encode(to writer: inout ByteWriter) {
    writer.byte(kind.rawValue)
    writer.byte(tries)
    writer.byte(triesUsed)
    writer.flag(chosen != nil)
    writer.flag(isLocked)
    writer.flag(score.isRight)
    writer.flag(hintUsed)
    writer.fixed16(UInt16(clamping: score.milli))
    writer.count(verdicts.count)
    for (option, verdict) in verdicts.enumerated() {
      let isChosen = (chosen ?? 0) & (1 << UInt64(option)) != 0
      writer.byte(verdict.rawValue << 1 | (isChosen ? 1 : 0))
    }
  }
}

extension QuizStatus {
  func encode(to writer: inout ByteWriter) {
    writer.fixed16(attempt)
    writer.byte(tries)
    writer.count(result.answered)
    writer.count(result.total)
    writer.flag(result.isFinished)
    writer.byte(result.percent)
    writer.flag(result.isPassed)
    writer.count(result.criticalMissed)
    writer.flag(best != nil)
    writer.byte(best?.percent ?? 0)
    writer.flag(best?.isPassed ?? false)
    // 0 for none, else the band plus one.
    writer.count(advice.map { $0 + 1 } ?? 0)
    writer.flag(canRetry)
  }
}

extension TreeStatus {
  func encode(to writer: inout ByteWriter) {
    writer.count(walk.path.count)
    for step in walk.path {
      writer.count(step.node)
      writer.count(step.answer)
    }
    writer.count(walk.node)
    writer.byte(kind.rawValue)
    writer.flag(isFinished)
    writer.flag(reachedEnd)
    if case .elsewhere(let reference, let node)? = walk.left {
      writer.flag(true)
      reference.encode(to: &writer)
      writer.count(node)
    } else {
      writer.flag(false)
    }
  }
}

extension CourseProgress {
  func encode(to writer: inout ByteWriter) {
    writer.count(parts.done)
    writer.count(parts.total)
    writer.count(files.count)
    for file in files {
      writer.count(file.parts.done)
      writer.count(file.parts.total)
      writer.count(file.sections.count)
      for section in file.sections {
        writer.byte((section.isOpened ? 1 : 0) | (section.isDone ? 2 : 0))
      }
    }
  }
}

extension SearchHit {
  func encode(to writer: inout ByteWriter) {
    writer.count(document)
    writer.fixed32(UInt32(bitPattern: score))
    writer.ranges(titleRanges)
    writer.count(snippet.lowerBound)
    writer.count(snippet.upperBound)
    writer.ranges(snippetRanges)
  }
}

extension ByteWriter {
  /// Appends a count, and of each range its bounds.
  fileprivate mutating func ranges(_ ranges: [Range<Int>]) {
    count(ranges.count)
    for range in ranges {
      count(range.lowerBound)
      count(range.upperBound)
    }
  }
}
