internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Everything that can be pointed at: files, headings, terms, guidance, media.
///
/// Built from the files of the default language; translations point at the same ids. Composers see
/// it through an `IDIndex`, which remembers what they asked.
struct IDTable: Sendable {
  /// What becomes of a place in the outputs for learners.
  enum Standing: UInt8, Sendable, Hashable {
    case learner, facilitator
    /// Its kind isn't built yet.
    case leftOut
    /// The variant that is compiled leaves it out.
    case inOtherVariants
  }

  /// An id as a file gives it, before anybody asks whether it is the only one.
  struct Declaration: Sendable {
    let word: Word
    let standing: Standing
    /// Which variants have it.
    let condition: VariantCondition
  }

  /// What askers get of a place: they must not learn where it stands.
  struct Place {
    /// What learners get of it.
    let standing: Standing
    /// Which variants have it.
    let condition: VariantCondition
  }

  /// A place that an id names.
  struct Definition: Sendable {
    let path: String
    let range: SourceRange
    let standing: Standing
    /// Which variants have it.
    let condition: VariantCondition
  }

  /// Where each module's front matter or file is.
  private(set) var modules: [String: String] = [:]
  /// Where each tree is.
  private(set) var trees: [String: String] = [:]
  /// Places by file id, then element id.
  private(set) var elements: [String: [String: Definition]] = [:]
  /// Ids of terms, each leading to itself.
  private(set) var terms: [String: String] = [:]
  /// Terms that the variant leaves out, with what must be chosen to have them.
  private(set) var otherTerms: [String: VariantCondition] = [:]
  private var termPlaces: [String: Definition] = [:]
  /// Ids of the guidance register, each leading to itself.
  var guidance: [String: String] = [:]
  /// Paths and sizes of files that texts may show.
  var media: [String: Int] = [:]

  /// All ids that a module's or tree's file gives: headings in the order of the text, then the rest.
  static func declarations(
    in outline: Outline, _ conditions: VariantConditions
  ) -> [Declaration] {
    var found: [Declaration] = []
    var stack = outline.headings.reversed().map { ($0, Standing.learner) }
    while let (heading, inherited) = stack.popLast() {
      let standing = standing(of: heading, inside: inherited)
      if let word = heading.id {
        found.append(
          Declaration(word: word, standing: standing, condition: conditions(heading.node)))
      }
      stack.append(contentsOf: heading.headings.reversed().map { ($0, standing) })
    }
    for (node, attributes) in outline.document.attributes.sorted(by: { $0.key < $1.key }) {
      guard let word = attributes.id, outline.document.markup.nodes[node].kind != .heading else {
        continue
      }
      found.append(Declaration(word: word, standing: .learner, condition: conditions(node)))
    }
    return found
  }

  /// Adds a module's or tree's file and all ids in it, also those that a variant leaves out.
  ///
  /// - Returns: an id given twice in the file, malformed use of one, or a file id used before.
  mutating func add(
    _ declarations: [Declaration], path: String, id: String, isTree: Bool, in variant: Variant
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let earlier = modules[id] ?? trees[id] {
      diagnostics.append(.duplicate(id, path: path, range: nil, earlier: (earlier, nil)))
    }
    if isTree { trees[id] = path } else { modules[id] = path }
    var known = elements[id] ?? [:]
    known.reserveCapacity(declarations.count)
    for declaration in declarations {
      let word = declaration.word
      if let earlier = known[word.text] {
        diagnostics.append(
          .duplicate(
            word.text, path: path, range: word.range, earlier: (earlier.path, earlier.range)))
      } else {
        let condition = declaration.condition
        known[word.text] = Definition(
          path: path, range: word.range,
          standing: condition.holds(in: variant) ? declaration.standing : .inOtherVariants,
          condition: condition)
      }
    }
    elements[id] = known
    return diagnostics
  }

  /// Adds the terms of the default language's glossary, also those that a variant leaves out.
  mutating func add(glossary outline: Outline, in variant: Variant) -> [Diagnostic] {
    let conditions = VariantMarks(outline.document).conditions(in: outline)
    var diagnostics: [Diagnostic] = []
    let path = outline.document.source.path
    for heading in outline.headings {
      guard let word = heading.id else { continue }
      if let earlier = termPlaces[word.text] {
        diagnostics.append(
          .duplicate(
            word.text, path: path, range: word.range, earlier: (earlier.path, earlier.range)))
      } else {
        let condition = conditions(heading.node)
        termPlaces[word.text] = Definition(
          path: path, range: word.range, standing: .learner, condition: condition)
        if condition.holds(in: variant) {
          terms[word.text] = word.text
        } else {
          otherTerms[word.text] = condition
        }
      }
    }
    return diagnostics
  }

  /// Whether learners get what stands under a heading.
  private static func standing(of heading: Heading, inside outer: Standing) -> Standing {
    guard outer == .learner else { return outer }
    if heading.isForFacilitators { return .facilitator }
    let isLater = (heading.attributes?.classes ?? []).contains { word in
      if case .later? = HeadingKind(word: word.text) { true } else { false }
    }
    return isLater ? .leftOut : .learner
  }
}

/// What composers and resolvers may ask about the whole toolkit; every question is remembered, so
/// that a file is composed again when an answer changes.
///
/// There is no other way for them to learn something about another file.
struct IDIndex: Sendable {
  private let facts: Facts
  private let trace: Trace?

  /// Answers from facts.
  /// - Parameter trace: remembers the questions; nil for texts that are composed in every run.
  init(_ facts: Facts, trace: Trace?) {
    self.facts = facts
    self.trace = trace
  }

  /// Where each module is.
  var modules: Lookup<String> { Lookup(facts.ids.modules, .modules, trace) }
  /// Where each tree is.
  var trees: Lookup<String> { Lookup(facts.ids.trees, .trees, trace) }
  /// Terms of the glossary.
  var terms: Lookup<String> { Lookup(facts.ids.terms, .terms, trace) }
  /// Entries of the register of guidance.
  var guidance: Lookup<String> { Lookup(facts.ids.guidance, .guidance, trace) }
  /// Sizes of files that texts may show.
  var media: Lookup<Int> { Lookup(facts.ids.media, .media, trace) }
  /// Files that texts may include.
  var includes: Lookup<Outline> { Lookup(facts.includes, .includes, trace) }

  /// The place that an id in a file names; nil when there is none.
  func place(of id: String, in file: String) -> IDTable.Place? {
    trace?.note(.element(file: file, id: id))
    return facts.ids.elements[file]?[id].map {
      IDTable.Place(standing: $0.standing, condition: $0.condition)
    }
  }

  /// Which variants have a term that this one leaves out; nil for all other names.
  func variants(withTerm name: String) -> VariantCondition? {
    trace?.note(.named(.terms, name))
    return facts.ids.otherTerms[name]
  }

  /// All ids in a file, for suggestions.
  func elementNames(in file: String) -> [String] {
    trace?.note(.elements(file: file))
    return Array((facts.ids.elements[file] ?? [:]).keys)
  }
}

/// A table whose every use is remembered.
struct Lookup<Value> {
  private let table: [String: Value]
  private let kind: Inquiry.Kind
  private let trace: Trace?

  fileprivate init(_ table: [String: Value], _ kind: Inquiry.Kind, _ trace: Trace?) {
    self.table = table
    self.kind = kind
    self.trace = trace
  }

  /// What a name stands for.
  subscript(name: String) -> Value? {
    trace?.note(.named(kind, name))
    return table[name]
  }

  /// Whether there is such a name.
  func contains(_ name: String) -> Bool { self[name] != nil }

  /// All names: for suggestions, since the answer changes with every name that comes or goes.
  var keys: Dictionary<String, Value>.Keys {
    trace?.note(.all(kind))
    return table.keys
  }
}

extension Heading {
  /// Whether its kind is for facilitators, and with it everything under it.
  var isForFacilitators: Bool {
    (attributes?.classes ?? []).contains { word in
      guard case .callout(let kind)? = HeadingKind(word: word.text) else { return false }
      return kind.audience == .facilitator
    }
  }
}
