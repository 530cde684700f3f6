internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// One module or decision tree with its translations, as it goes into composing.
struct FileInput: Sendable {
  /// A text of it.
  struct Text: Sendable {
    let language: Language
    let path: String
    let bytes: [UInt8]
    let digest: ContentDigest
    /// What is wrong with it by itself.
    let diagnostics: [Diagnostic]
    /// The record of what it was translated from, when there is one beside it.
    let record: Record?
  }

  /// A record of what a translation was made from.
  struct Record: Sendable {
    let path: String
    let bytes: [UInt8]
    let digest: ContentDigest
  }

  /// A file's id and its kind: a module and a tree that share an id are reported, not mixed up.
  struct Key: Sendable, Hashable, Comparable {
    let isTree: Bool
    let id: String

    /// Modules, then trees, both by id.
    static func < (left: Key, right: Key) -> Bool {
      (left.isTree ? 1 : 0, left.id) < (right.isTree ? 1 : 0, right.id)
    }
  }

  let key: Key
  /// The texts of the toolkit's languages, in the toolkit's order.
  let texts: [Text]
  /// The language that translations follow.
  let defaultLanguage: Language
  /// Which variant to compose.
  let variant: Variant

  var id: FileID { FileID(key.id) }
  /// The text that translations follow; without it there is nothing to compose.
  var original: Text? { texts.first { $0.language == defaultLanguage } }
}

/// What came of composing one file in all languages.
struct ComposedFile: Sendable {
  /// The file in one language.
  enum Part: Sendable {
    case module(Module)
    case tree(Tree)
  }

  /// By language, in the order in which they were asked for.
  var parts: [Part] = []
  /// Paths of media that learners' texts show, by language.
  var media: [[String]] = []
  /// What the engine must know.
  var draft: EngineDraft
  /// What checks of the whole content look at, for each text.
  var facts: [FileFacts] = []
  /// How far it is translated.
  var translations: [TranslationState] = []
  var diagnostics: [Diagnostic] = []
  /// What was asked about other files.
  var inquiries = Inquiries([:])

  /// Leaves the texts of modules out; `Part.bound` says how to make them again.
  mutating func putTextsAway() {
    parts = parts.map { part in
      switch part {
      case .module(let module): .module(module.withoutText)
      case .tree: part
      }
    }
  }
}

extension Module {
  /// All but the text.
  var withoutText: Module {
    Module(
      self, engineIndex: engineIndex, digest: digest,
      text: ModuleText(nil) { .init(outcomes: [], opening: [], sections: []) })
  }
}

/// Composes one file in some languages; depends on nothing but its texts and what it asks.
struct FileComposer {
  private let input: FileInput
  /// Texts that are parsed already, by path.
  private let documents: [String: MarkdownDocument]
  private let facts: Facts
  private let trace: Trace
  private let context: TextResolver.Context
  private var result: ComposedFile

  private init(
    _ input: FileInput, _ documents: [String: MarkdownDocument], _ facts: Facts
  ) {
    self.input = input
    self.documents = documents
    self.facts = facts
    trace = Trace(facts)
    context = facts.context(trace: trace)
    result = ComposedFile(draft: EngineDraft(file: input.id))
  }

  /// Checks, composes and reviews a file.
  /// - Parameter documents: its texts by path, as far as they are parsed already.
  static func compose(
    _ input: FileInput, documents: [String: MarkdownDocument], languages: [Language],
    facts: Facts
  ) -> ComposedFile {
    var composer = FileComposer(input, documents, facts)
    let outlines = composer.outlines(languages)
    let shown = composer.shown(outlines)
    composer.check(shown)
    composer.run(languages, shown)
    composer.review(languages, outlines)
    composer.leaveOutFollowOns(outlines)
    composer.result.inquiries = Inquiries(composer.trace.inquiries)
    return composer.result
  }

  /// Composes a file in one language again, saying nothing.
  static func recompose(
    _ input: FileInput, _ language: Language, facts: Facts
  ) -> ComposedFile.Part? {
    var composer = FileComposer(input, [:], facts)
    composer.run([language], composer.shown(composer.outlines([language])))
    return composer.result.parts.first
  }

  /// The texts of some languages and the original, by their headings, as they are written.
  private func outlines(_ languages: [Language]) -> [Language: Outline] {
    let original = input.original.map { text in
      Outline(document(of: text)) { $0?.isActivity ?? false }
    }
    var outlines: [Language: Outline] = [:]
    let endsAtBreak = endsAtBreak(like: original)
    outlines[input.defaultLanguage] = original
    for text in input.texts
    where languages.contains(text.language) && text.language != input.defaultLanguage {
      outlines[text.language] = Outline(document(of: text), endsAtBreak: endsAtBreak)
    }
    return outlines
  }

  /// The same texts as the variant shows them.
  private mutating func shown(_ outlines: [Language: Outline]) -> [Language: Outline] {
    guard let original = outlines[input.defaultLanguage] else { return outlines }
    let marks = VariantMarks(original.document)
    let isTree = input.key.isTree
    let questions = isTree ? [] : original.document.questionIDs
    let endsAtBreak = endsAtBreak(like: original)
    var shown = outlines
    for text in input.texts {
      guard let outline = outlines[text.language] else { continue }
      var own = marks
      if text.language != input.defaultLanguage {
        let (inherited, problems) = VariantInheritance.marks(of: outline, like: original, marks)
        own = inherited
        result.diagnostics += problems
      }
      let document = VariantFilter.document(of: outline, own, for: input.variant) { heading in
        isTree || heading.id.map { questions.contains($0.text) } ?? false
      }
      if let document { shown[text.language] = Outline(document, endsAtBreak: endsAtBreak) }
    }
    return shown
  }

  /// Looks at each text as it is written.
  private mutating func check(_ outlines: [Language: Outline]) {
    let rules = facts.rules(trace: trace)
    for text in input.texts {
      guard let outline = outlines[text.language] else { continue }
      let (diagnostics, facts) = CheckList.findings(
        in: WrittenFile(
          role: input.key.isTree ? .tree : .module, id: input.key.id, language: text.language,
          outline: outline,
          original: text.language == input.defaultLanguage
            ? nil : outlines[input.defaultLanguage]), rules)
      result.diagnostics += diagnostics
      result.facts.append(facts)
    }
  }

  /// Compares each translation with the original and with the record of what it was made from.
  private mutating func review(_ languages: [Language], _ outlines: [Language: Outline]) {
    guard let original = outlines[input.defaultLanguage] else { return }
    for language in languages where language != input.defaultLanguage {
      let record = input.texts.first { $0.language == language }?.record
      let (state, problems) = TranslationReview(
        language: language, original: original, translation: outlines[language],
        record: record.map { SourceFile(path: $0.path, bytes: $0.bytes) }
      ).run()
      result.translations.append(state)
      result.diagnostics += problems
    }
  }

  /// Says each thing once: see `FollowOns`.
  private mutating func leaveOutFollowOns(_ outlines: [Language: Outline]) {
    let first = input.defaultLanguage
    result.diagnostics = FollowOns.removed(
      from: result.diagnostics, known: input.texts.flatMap(\.diagnostics),
      original: outlines[first],
      translations: input.texts.filter { $0.language != first }
        .compactMap { outlines[$0.language] })
  }

  private mutating func run(_ languages: [Language], _ outlines: [Language: Outline]) {
    let first = input.defaultLanguage
    guard let outline = outlines[first] else { return }
    let original = resolve(outline, first)
    let includes = IncludeLibrary(context: context)
    for language in languages {
      let text = language == first ? nil : outlines[language]
      let translation = text.map { resolve($0, language) }
      let file = PairedFile(file: input.id, original: original, translation: translation)
      if input.key.isTree {
        composeTree(file, includes, language, isDefault: language == first)
      } else {
        composeModule(file, includes, language, isDefault: language == first)
      }
    }
  }

  private mutating func composeModule(
    _ file: PairedFile, _ includes: IncludeLibrary, _ language: Language, isDefault: Bool
  ) {
    var composer = ModuleComposer(
      file: file, index: context.index, includes: includes, engineIndex: 0)
    let (module, draft) = composer.compose()
    result.diagnostics += composer.findings.all
    if isDefault {
      result.draft = draft
      result.diagnostics += ModuleCheck(module: module, source: file.original).run()
    }
    result.media.append(MediaUse.paths(in: [module], []))
    result.parts.append(.module(module))
  }

  private mutating func composeTree(
    _ file: PairedFile, _ includes: IncludeLibrary, _ language: Language, isDefault: Bool
  ) {
    var composer = TreeComposer(
      file: file, index: context.index, includes: includes, engineIndex: 0)
    let (tree, draft) = composer.compose()
    result.diagnostics += composer.findings.all
    if isDefault { result.draft = draft }
    result.media.append(MediaUse.paths(in: [], [tree]))
    result.parts.append(.tree(tree))
  }

  private func document(of text: FileInput.Text) -> MarkdownDocument {
    // What there is to say about a text alone was said when it was read first.
    documents[text.path]
      ?? MarkdownParser.parse(SourceFile(path: text.path, bytes: text.bytes)).0
  }

  /// In a module's translation braces are rare, so which heading is an activity comes from the
  /// original.
  private func endsAtBreak(like original: Outline?) -> (Attributes?) -> Bool {
    var activityIDs: Set<String> = []
    if !input.key.isTree, let original {
      let activities = original.document.attributes.values.filter(\.isActivity)
      activityIDs = Set(activities.compactMap { $0.id?.text })
    }
    return { [activityIDs] attributes in
      (attributes?.isActivity ?? false)
        || (attributes?.id).map { activityIDs.contains($0.text) } ?? false
    }
  }

  private mutating func resolve(_ outline: Outline, _ language: Language) -> TextSource {
    let (source, problems) = TextResolver.resolve(
      outline, file: input.id, language: language, context: context)
    result.diagnostics += problems
    return source
  }
}

extension MarkdownDocument {
  /// Ids of headings whose lists are options.
  fileprivate var questionIDs: Set<String> {
    Set(
      attributes.values.filter { attributes in
        attributes.classes.contains { word in
          HeadingKind(word: word.text)?.hasOptions ?? false
        }
      }.compactMap { $0.id?.text })
  }
}
