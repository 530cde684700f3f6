internal import CourseModel
internal import Learning

// What pages leave, as bytes for a cache on disk. Whatever the bytes are, reading them never traps.

extension PageMemory {
  /// Everything that can be kept on disk: what learners' pages show of modules, and what each page
  /// rests on. Entries of the search data are kept as their places in the file that was written.
  public func encoded() -> [UInt8] {
    let state = content
    var writer = ByteWriter()
    let summaries = state.summaries.filter { $0.key.audience == .learner }
      .map { ($0.key.module.bytes, $0.value) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    writer.count(summaries.count)
    for (digest, summary) in summaries {
      writer.raw(digest)
      var entry = ByteWriter()
      summary.encode(to: &entry)
      writer.block(entry.bytes)
    }
    let pages = state.pages.sorted { $0.key < $1.key }
    writer.count(pages.count)
    for (path, page) in pages {
      writer.text(path)
      writer.raw(page.basis.bytes)
      writer.block(page.inquiries)
      writer.fixed64(page.world)
      writer.flag(page.searchPlace != nil)
      writer.count(page.searchPlace?.part ?? 0)
      writer.count(page.searchPlace?.range.lowerBound ?? 0)
      writer.count(page.searchPlace?.range.upperBound ?? 0)
    }
    return writer.bytes
  }

  /// Reads such bytes; nil when they aren't such.
  public convenience init?(encoded bytes: [UInt8]) {
    do throws(CodecError) {
      var reader = ByteReader(bytes)
      var state = State()
      var summaries: [(key: SummaryKey, place: Range<Int>)] = []
      for _ in 0..<(try reader.count(upTo: 1 << 24, eachAtLeast: 33)) {
        let key = SummaryKey(module: try reader.digest(), audience: .learner)
        summaries.append((key, try reader.blockRange(upTo: 1 << 28)))
      }
      for _ in 0..<(try reader.count(upTo: 1 << 26, eachAtLeast: 33)) {
        let path = try reader.text()
        state.pages[path] = try Page(from: &reader)
      }
      try reader.finish()
      let read = summaries.inParallel { entry -> ModuleSummary? in
        var reader = ByteReader(bytes, in: entry.place)
        return try? ModuleSummary(from: &reader)
      }
      // One that can't be read is one that isn't known.
      for (entry, summary) in zip(summaries, read) { state.summaries[entry.key] = summary }
      self.init(state)
    } catch {
      return nil
    }
  }
}

extension PageMemory.Page {
  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    basis = try reader.digest()
    inquiries = try reader.block(upTo: 1 << 28)
    world = try reader.fixed64()
    search = nil
    let hasPlace = try reader.flag()
    let part = try reader.number(upTo: 1 << 31)
    let lower = try reader.number(upTo: 1 << 31)
    let upper = try reader.number(upTo: 1 << 31)
    guard lower <= upper else { throw .wrongOrder }
    searchPlace = hasPlace ? SearchPlace(part: part, range: lower..<upper) : nil
  }
}

extension ModuleSummary {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.count(sections.count)
    for section in sections {
      writer.text(section.id)
      writer.text(section.title)
      writer.text(section.language.tag)
    }
    writer.count(places.count)
    for (place, page) in places {
      writer.place(place)
      writer.text(page)
    }
    writer.count(listed.count)
    for entry in listed {
      writer.place(entry.quiz)
      writer.place(entry.question)
    }
    writer.count(questions)
    writer.count(trees)
    writer.block(course.before)
    writer.block(course.behind)
  }

  fileprivate convenience init(from reader: inout ByteReader) throws(CodecError) {
    var sections: [Section] = []
    for _ in 0..<(try reader.count(upTo: 1 << 24, eachAtLeast: 3)) {
      sections.append(
        Section(
          id: try reader.text(), title: try reader.text(), language: Language(try reader.text())))
    }
    var places: [(place: Anchor, page: String)] = []
    for _ in 0..<(try reader.count(upTo: 1 << 24, eachAtLeast: 3)) {
      places.append((try reader.place(), try reader.text()))
    }
    var listed: [Listed] = []
    for _ in 0..<(try reader.count(upTo: 1 << 24, eachAtLeast: 4)) {
      listed.append(Listed(quiz: try reader.place(), question: try reader.place()))
    }
    self.init(
      sections: sections, places: places, listed: listed,
      questions: try reader.number(upTo: 1 << 24), trees: try reader.number(upTo: 1 << 24),
      course: (try reader.block(upTo: 1 << 28), try reader.block(upTo: 1 << 28)))
  }
}

extension ByteReader {
  fileprivate mutating func digest() throws(CodecError) -> ContentDigest {
    guard let digest = ContentDigest(try raw(32)) else { throw .truncated }
    return digest
  }
}
