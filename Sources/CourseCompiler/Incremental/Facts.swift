internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
import Synchronization

/// Something that a file asks about the rest of the toolkit while it is composed.
enum Inquiry: Sendable, Hashable {
  /// Tables that are asked by name.
  enum Kind: UInt8, Sendable, CaseIterable {
    case modules, trees, terms, guidance, media, includes, slots
  }

  /// What a name stands for.
  case named(Kind, String)
  /// Which names there are.
  case all(Kind)
  /// What an id in another file names.
  case element(file: String, id: String)
  /// Which ids another file has.
  case elements(file: String)
  /// What fills a slot.
  case slot(String, language: String)
  /// How hard a text may be.
  case readability
  /// Whether readers of a language know an acronym.
  case acronym(String, language: String)
}

/// Everything that files may ask of each other in one run.
final class Facts: Sendable {
  /// What can be pointed at.
  let ids: IDTable
  /// Files that others may take in, by path.
  let includes: [String: Outline]
  private let slots: SlotValues.Table
  private let wording: WordingRules.Table
  private let includeDigests: [String: ContentDigest]
  /// Changes with every answer there is.
  let world: ContentDigest?

  /// Gathers the facts.
  init(
    ids: IDTable, includes: [String: Outline], includeDigests: [String: ContentDigest],
    slots: SlotValues.Table, wording: WordingRules.Table
  ) {
    self.ids = ids
    self.includes = includes
    self.includeDigests = includeDigests
    self.slots = slots
    self.wording = wording
    world = Self.world(ids, includeDigests, slots, wording)
  }

  private init(withoutIncludes facts: Facts) {
    ids = facts.ids
    includes = [:]
    includeDigests = [:]
    slots = facts.slots
    wording = facts.wording
    // Nothing is kept of what asks these facts.
    world = nil
  }

  /// A digest of all facts: every name with what stands behind it.
  private static func world(
    _ ids: IDTable, _ includes: [String: ContentDigest], _ slots: SlotValues.Table,
    _ wording: WordingRules.Table
  ) -> ContentDigest? {
    var writer = ByteWriter()
    // Tables have no order; the sum of their entries' hashes needs none.
    func add<Value>(_ table: [String: Value], _ hash: (Value) -> UInt64) {
      writer.count(table.count)
      writer.fixed64(
        table.reduce(0) { sum, entry in
          var entryHash = StableHash()
          entryHash.add(entry.key)
          entryHash.add(hash(entry.value))
          return sum &+ entryHash.value
        })
    }
    for table in [ids.modules, ids.trees, ids.terms, ids.guidance] {
      add(table) { StableHash.of($0) }
    }
    add(ids.elements) { elements in
      elements.reduce(0) { $0 &+ StableHash.of($1.key, $1.value.answer) }
    }
    add(ids.otherTerms) { StableHash.of($0.text) }
    add(ids.media) { UInt64($0) }
    add(includes) { $0.short }
    writer.text(slots.defaultLanguage.tag)
    writer.text(slots.place?.path)
    add(slots.place?.slots ?? [:]) { texts in
      texts.reduce(0) { $0 &* 31 &+ StableHash.of($1.key, $1.value.text) }
    }
    writer.fixed64(wording.everything)
    return ContentDigest.of(writer.bytes)
  }

  /// The same facts without files to include, for texts in toolkit.yml.
  func withoutIncludes() -> Facts { Facts(withoutIncludes: self) }

  /// What texts are resolved with.
  func context(trace: Trace?) -> TextResolver.Context {
    TextResolver.Context(index: IDIndex(self, trace: trace), slots: SlotValues(slots, trace: trace))
  }

  /// What the checks of words keep to.
  func rules(trace: Trace?) -> WordingRules { WordingRules(wording, trace: trace) }

  /// A number that changes when the answer to a question changes; 0 for "there is no such thing".
  func answer(_ inquiry: Inquiry) -> UInt64 {
    switch inquiry {
    case .named(let kind, let name): answer(kind, name)
    case .all(let kind): answer(all: kind)
    case .element(let file, let id):
      ids.elements[file]?[id].map { StableHash.of($0.answer) } ?? 0
    case .elements(let file): ids.elements[file].map { Self.hash(names: $0.keys) } ?? 0
    case .slot(let name, let language):
      switch SlotValues(slots, trace: nil).value(name, language: Language(language)) {
      case .value(let text): StableHash.of("value", text)
      case .unfilled(let help): StableHash.of("help", help)
      }
    case .readability: wording.limits
    case .acronym(let acronym, let language):
      rules(trace: nil).isKnown(acronym, in: Language(language)) ? 1 : 0
    }
  }

  private func answer(_ kind: Inquiry.Kind, _ name: String) -> UInt64 {
    switch kind {
    case .modules: ids.modules[name].map { StableHash.of($0) } ?? 0
    case .trees: ids.trees[name].map { StableHash.of($0) } ?? 0
    case .terms:
      ids.terms[name] == nil ? ids.otherTerms[name].map { StableHash.of($0.text) } ?? 0 : 1
    case .guidance: ids.guidance[name] == nil ? 0 : 1
    case .media: ids.media[name].map { StableHash.of(String($0)) } ?? 0
    case .includes: includeDigests[name].map { max(1, $0.short) } ?? 0
    case .slots: slots.place?.slots[name] == nil ? 0 : 1
    }
  }

  private func answer(all kind: Inquiry.Kind) -> UInt64 {
    switch kind {
    case .modules: Self.hash(names: ids.modules.keys)
    case .trees: Self.hash(names: ids.trees.keys)
    case .terms: Self.hash(names: ids.terms.keys)
    case .guidance: Self.hash(names: ids.guidance.keys)
    case .media: Self.hash(names: ids.media.keys)
    case .includes: Self.hash(names: includes.keys)
    case .slots: Self.hash(names: (slots.place?.slots ?? [:]).keys)
    }
  }

  private static func hash(names: some Sequence<String>) -> UInt64 {
    var hash = StableHash()
    for name in names.sorted() { hash.add(name) }
    return hash.value
  }
}

/// What one file asked while it was composed, with the answers it got.
final class Trace: Sendable {
  private let facts: Facts
  private let answers = Mutex<[Inquiry: UInt64]>([:])

  /// Starts with no questions.
  init(_ facts: Facts) { self.facts = facts }

  /// Remembers a question.
  func note(_ inquiry: Inquiry) {
    answers.withLock { answers in
      if answers[inquiry] == nil { answers[inquiry] = facts.answer(inquiry) }
    }
  }

  /// Everything that was asked.
  var inquiries: [Inquiry: UInt64] { answers.withLock { $0 } }
}

extension IDTable.Definition {
  /// What askers learn of it.
  fileprivate var answer: String {
    condition.isAlways
      ? String(standing.rawValue) : "\(standing.rawValue) \(condition.text)"
  }
}
