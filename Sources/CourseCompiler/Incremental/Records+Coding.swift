internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax

// Records as bytes, for a cache on disk. Whatever the bytes are, reading them never traps: counts
// are checked against what is left, and nothing is nested.

extension TextRecord {
  func encode(to writer: inout ByteWriter) {
    writer.digest(digest)
    writer.list(diagnostics) { $0.encode(to: &$1) }
    writer.list(declarations) { declaration, writer in
      writer.word(declaration.word)
      writer.byte(declaration.standing.rawValue)
      declaration.condition.encode(to: &writer)
    }
    writer.list(marks) { mark, writer in
      writer.text(mark.key.rawValue)
      writer.word(mark.keyWord)
      writer.list(mark.values) { $1.word($0) }
    }
    writer.list(conditions) { $0.encode(to: &$1) }
    writer.list(shown) { $1.text($0) }
    writer.list(corrections) { edit, writer in
      writer.range(edit.range)
      writer.text(edit.replacement)
    }
  }

  convenience init(from reader: inout ByteReader) throws(CodecError) {
    let digest = try reader.digest()
    let diagnostics = try reader.list { reader throws(CodecError) in try Diagnostic(from: &reader) }
    let declarations = try reader.list { reader throws(CodecError) in
      let word = try reader.word()
      guard let standing = IDTable.Standing(rawValue: try reader.byte()) else {
        throw .unknownValue
      }
      return IDTable.Declaration(
        word: word, standing: standing, condition: try VariantCondition(from: &reader))
    }
    let marks = try reader.list { reader throws(CodecError) in
      VariantMark(
        key: try reader.variantKey(), keyWord: try reader.word(),
        values: try reader.list { reader throws(CodecError) in try reader.word() })
    }
    let conditions = try reader.list { reader throws(CodecError) in
      try VariantCondition(from: &reader)
    }
    let shown = try reader.list { reader throws(CodecError) in try reader.text() }
    let corrections = try reader.list { reader throws(CodecError) in
      TextEdit(try reader.range(), try reader.text())
    }
    self.init(
      digest: digest, diagnostics: diagnostics, declarations: declarations, marks: marks,
      conditions: conditions, shown: shown, corrections: corrections, document: nil)
  }
}

extension FileRecord {
  /// Writes a module's record; false when it isn't one, or its activities don't fit together.
  func encode(to writer: inout ByteWriter) -> Bool {
    let modules = parts.compactMap { if case .module(let module) = $0 { module } else { nil } }
    guard modules.count == parts.count, let draftBytes else { return false }
    writer.list(texts) { text, writer in
      writer.text(text.language.tag)
      writer.digest(text.digest)
      writer.digest(text.record)
    }
    writer.block(inquiries.bytes)
    writer.list(diagnostics) { $0.encode(to: &$1) }
    writer.block(draftBytes)
    writer.list(modules) { $0.encode(to: &$1) }
    writer.list(media) { paths, writer in writer.list(paths) { $1.text($0) } }
    writer.list(facts) { $0.encode(to: &$1) }
    writer.list(translations) { $0.encode(to: &$1) }
    writer.digest(digest)
    return true
  }

  convenience init(from reader: inout ByteReader) throws(CodecError) {
    let texts = try reader.list { reader throws(CodecError) in
      TextVersion(
        language: Language(try reader.text()), digest: try reader.digest(),
        record: try reader.optionalDigest())
    }
    let inquiries = Inquiries(bytes: try reader.block(upTo: 1 << 28))
    let diagnostics = try reader.list { reader throws(CodecError) in try Diagnostic(from: &reader) }
    let draftBytes = try reader.block(upTo: 1 << 28)
    let draft = try EngineDraft(encoded: draftBytes)
    let parts: [ComposedFile.Part] = try reader.list { reader throws(CodecError) in
      .module(try Module(from: &reader))
    }
    let media = try reader.list { reader throws(CodecError) in
      try reader.list { reader throws(CodecError) in try reader.text() }
    }
    let facts = try reader.list { reader throws(CodecError) in try FileFacts(from: &reader) }
    let translations = try reader.list { reader throws(CodecError) in
      try TranslationState(from: &reader)
    }
    self.init(
      texts: texts, inquiries: inquiries, diagnostics: diagnostics, draft: draft,
      draftBytes: draftBytes, parts: parts, media: media, facts: facts,
      translations: translations, digest: try reader.digest())
  }
}

extension Module {
  /// Writes all but the text, which is made again when somebody asks for it.
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.text(id.text)
    writer.text(title)
    writer.text(language.tag)
    writer.flag(minutes != nil)
    writer.count(minutes ?? 0)
    writer.list(prerequisites) { $1.text($0.text) }
    writer.list(guidance) { $1.text($0) }
    writer.text(contentWarning)
    writer.text(version)
    writer.flag(review != nil)
    writer.text(review?.status ?? "")
    writer.text(review?.date)
  }

  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    let id = FileID(try reader.text())
    let title = try reader.text()
    let language = Language(try reader.text())
    let hasMinutes = try reader.flag()
    let minutes = try reader.number(upTo: 1 << 20)
    let prerequisites = try reader.list { reader throws(CodecError) in FileID(try reader.text()) }
    let guidance = try reader.list { reader throws(CodecError) in try reader.text() }
    let warning = try reader.optionalText()
    let version = try reader.optionalText()
    let hasReview = try reader.flag()
    let (status, date) = (try reader.text(), try reader.optionalText())
    let module = Module(
      id: id, engineIndex: 0, title: title, language: language,
      minutes: hasMinutes ? minutes : nil, prerequisites: prerequisites, guidance: guidance,
      contentWarning: warning, version: version,
      review: hasReview ? Review(status: status, date: date) : nil, outcomes: [], sections: [])
    self = module.withoutText
  }
}

extension FileFacts {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.byte(role.rawValue)
    writer.text(id)
    writer.text(path)
    writer.flag(isOriginal)
    writer.flag(isDraft)
    writer.range(idRange)
    writer.list(prerequisites) { $1.word($0) }
    writer.list(also) { $1.word($0) }
    writer.list(terms) { $1.word($0) }
    writer.list(cited) { $1.text($0) }
  }

  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    guard let role = WrittenFile.Role(rawValue: try reader.byte()) else { throw .unknownValue }
    self.role = role
    id = try reader.text()
    path = try reader.text()
    isOriginal = try reader.flag()
    isDraft = try reader.flag()
    idRange = try reader.optionalRange()
    prerequisites = try reader.list { reader throws(CodecError) in try reader.word() }
    also = try reader.list { reader throws(CodecError) in try reader.word() }
    terms = try reader.list { reader throws(CodecError) in try reader.word() }
    cited = try reader.list { reader throws(CodecError) in try reader.text() }
  }
}

extension TranslationState {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.text(language.tag)
    writer.text(original)
    writer.text(path)
    writer.list(parts) { part, writer in
      writer.text(part.key)
      writer.text(part.title)
      writer.text(part.standing.rawValue)
      writer.range(part.originalRange)
      writer.range(part.range)
      writer.text(part.digest)
      writer.text(part.recorded)
      part.condition.encode(to: &writer)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    let language = Language(try reader.text())
    let original = try reader.text()
    let path = try reader.optionalText()
    let parts = try reader.list { reader throws(CodecError) in
      let (key, title) = (try reader.text(), try reader.optionalText())
      guard let standing = Standing(rawValue: try reader.text()) else { throw .unknownValue }
      return Part(
        key: key, title: title, standing: standing, originalRange: try reader.range(),
        range: try reader.optionalRange(), digest: try reader.text(),
        recorded: try reader.optionalText(), condition: try VariantCondition(from: &reader))
    }
    // The rest is counted after all files are composed.
    self.init(
      language: language, original: original, path: path, parts: parts, different: 0, orphans: 0)
  }
}

extension Diagnostic {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.text(code.rawValue)
    writer.text(path)
    writer.range(range)
    writer.text(message)
    writer.text(help)
    writer.list(notes) { note, writer in
      writer.text(note.message)
      writer.text(note.path)
      writer.range(note.range)
    }
    writer.list(fixes) { fix, writer in
      writer.text(fix.summary)
      writer.range(fix.range)
      writer.text(fix.replacement)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    guard let code = DiagnosticCode(rawValue: try reader.text()) else { throw .unknownValue }
    let path = try reader.text()
    let range = try reader.optionalRange()
    let message = try reader.text()
    let help = try reader.optionalText()
    let notes = try reader.list { reader throws(CodecError) in
      Note(
        try reader.text(), path: try reader.optionalText(), range: try reader.optionalRange())
    }
    let fixes = try reader.list { reader throws(CodecError) in
      Fix(try reader.text(), range: try reader.range(), replacement: try reader.text())
    }
    self.init(code, path: path, range: range, message, help: help, notes: notes, fixes: fixes)
  }
}

extension VariantCondition {
  fileprivate func encode(to writer: inout ByteWriter) {
    writer.list(parts) { part, writer in
      writer.text(part.key.rawValue)
      writer.list(part.values) { $1.text($0) }
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(CodecError) {
    parts = try reader.list { reader throws(CodecError) in
      Part(
        key: try reader.variantKey(),
        values: try reader.list { reader throws(CodecError) in try reader.text() })
    }
  }
}

extension ByteWriter {
  fileprivate mutating func word(_ word: Word) {
    text(word.text)
    range(word.range)
  }
}

extension ByteReader {
  fileprivate mutating func variantKey() throws(CodecError) -> VariantKey {
    guard let key = VariantKey(rawValue: try text()) else { throw .unknownValue }
    return key
  }

  fileprivate mutating func word() throws(CodecError) -> Word {
    Word(try text(), range: try range())
  }
}
