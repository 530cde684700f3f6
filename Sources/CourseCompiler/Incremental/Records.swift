internal import CourseModel
internal import Diagnostics
internal import Learning
internal import MarkdownSyntax
internal import MarkupTree

/// What is known of one text without looking at any other.
///
/// A class, as `FileRecord` is: thousands of records go from table to table.
final class TextRecord: Sendable {
  /// Digest of its bytes.
  let digest: ContentDigest
  /// What is wrong with it by itself.
  let diagnostics: [Diagnostic]
  /// The ids it gives.
  let declarations: [IDTable.Declaration]
  /// What picks variants in it, in document order.
  let marks: [VariantMark]
  /// What its marked parts ask for, each once, sorted.
  let conditions: [VariantCondition]
  /// Addresses of the pictures in it, as paths in the content folder, sorted.
  let shown: [String]
  /// What was put right in it without a word.
  let corrections: [TextEdit]
  /// The text itself, kept where every run needs it.
  let document: MarkdownDocument?

  /// Puts a record together.
  init(
    digest: ContentDigest, diagnostics: [Diagnostic], declarations: [IDTable.Declaration],
    marks: [VariantMark], conditions: [VariantCondition], shown: [String],
    corrections: [TextEdit], document: MarkdownDocument?
  ) {
    self.digest = digest
    self.diagnostics = diagnostics
    self.declarations = declarations
    self.marks = marks
    self.conditions = conditions
    self.shown = shown
    self.corrections = corrections
    self.document = document
  }

  /// Gathers what is known of a parsed text.
  convenience init(
    _ document: MarkdownDocument, _ problems: [Diagnostic], digest: ContentDigest,
    keepsDocument: Bool
  ) {
    let outline = Outline(document) { $0?.isActivity ?? false }
    let conditions = VariantMarks(document).conditions(in: outline)
    self.init(
      digest: digest,
      diagnostics: problems + VariantChecks.ofText(conditions, in: document),
      declarations: IDTable.declarations(in: outline, conditions),
      marks: conditions.marked.flatMap { document.variantMarks(of: $0.node) },
      conditions: Set(conditions.marked.map(\.condition)).sorted { $0.text < $1.text },
      shown: Self.shown(in: document), corrections: document.corrections,
      document: keepsDocument ? document : nil)
  }

  private static func shown(in document: MarkdownDocument) -> [String] {
    let markup = document.markup
    var paths: Set<String> = []
    for node in markup.nodes where node.kind == .image {
      if let path = ContentPath.resolve(markup.string(node.text), from: document.source.path) {
        paths.insert(path)
      }
    }
    return paths.sorted()
  }
}

/// What is known of one module or tree in all its languages, and what that rests on.
final class FileRecord: Sendable {
  /// Digests of its texts by language, the default language's first.
  let texts: [TextVersion]
  /// What it asked about the rest of the toolkit, with the answers.
  let inquiries: Inquiries
  /// What is wrong with it.
  let diagnostics: [Diagnostic]
  /// What the engine must know.
  let draft: EngineDraft
  /// The same as bytes; nil when its activities don't fit together.
  let draftBytes: [UInt8]?
  /// It in every language of the toolkit, in the toolkit's order.
  let parts: [ComposedFile.Part]
  /// Media that learners' texts show, by language.
  let media: [[String]]
  /// What checks of the whole content look at, for each text.
  let facts: [FileFacts]
  /// How far it is translated into each language but the first, without what composing found.
  let translations: [TranslationState]
  /// Digest of its texts and of the answers.
  let digest: ContentDigest

  /// A text by its language and bytes.
  struct TextVersion: Sendable, Equatable {
    let language: Language
    let digest: ContentDigest
    /// Digest of the record of what it was translated from, when there is one.
    let record: ContentDigest?
  }

  /// Puts a record together.
  init(
    texts: [TextVersion], inquiries: Inquiries, diagnostics: [Diagnostic], draft: EngineDraft,
    draftBytes: [UInt8]?, parts: [ComposedFile.Part], media: [[String]], facts: [FileFacts],
    translations: [TranslationState], digest: ContentDigest
  ) {
    self.texts = texts
    self.inquiries = inquiries
    self.diagnostics = diagnostics
    self.draft = draft
    self.draftBytes = draftBytes
    self.parts = parts
    self.media = media
    self.facts = facts
    self.translations = translations
    self.digest = digest
  }
}

extension FileRecord {
  /// Keeps what came of composing a file; nil when no digest can be made.
  convenience init?(_ input: FileInput, _ composed: ComposedFile) {
    guard let digest = Self.digest(input, composed.inquiries) else { return nil }
    self.init(
      texts: input.versions, inquiries: composed.inquiries, diagnostics: composed.diagnostics,
      draft: composed.draft, draftBytes: composed.draft.encoded(), parts: composed.parts,
      media: composed.media, facts: composed.facts, translations: composed.translations,
      digest: digest)
  }

  /// The same record, its parts with their number and their way back to the text.
  convenience init(_ record: FileRecord, parts: [ComposedFile.Part]) {
    self.init(
      texts: record.texts, inquiries: record.inquiries, diagnostics: record.diagnostics,
      draft: record.draft, draftBytes: record.draftBytes, parts: parts, media: record.media,
      facts: record.facts, translations: record.translations, digest: record.digest)
  }

  private static func digest(_ input: FileInput, _ inquiries: Inquiries) -> ContentDigest? {
    var writer = ByteWriter()
    writer.flag(input.key.isTree)
    writer.text(input.key.id)
    writer.text(input.defaultLanguage.tag)
    writer.list(input.texts) { text, writer in
      writer.text(text.language.tag)
      writer.digest(text.digest)
    }
    writer.block(inquiries.bytes)
    return ContentDigest.of(writer.bytes)
  }
}

extension ComposedFile.Part {
  /// The part with its number in the engine, a digest, and a way to make its text again.
  func bound(
    to input: FileInput, _ language: Language, engineIndex: Int, digest: ContentDigest,
    facts: Facts
  ) -> ComposedFile.Part {
    let digest = ContentDigest.of(digest.bytes + Array(language.tag.utf8))
    switch self {
    case .module(let module):
      let text = module.text.remade {
        let again = FileComposer.recompose(input, language, facts: facts)
        guard case .module(let module)? = again else {
          return ModuleText.Content(outcomes: [], opening: [], sections: [])
        }
        return module.text.content
      }
      return .module(Module(module, engineIndex: engineIndex, digest: digest, text: text))
    case .tree(let tree): return .tree(Tree(tree, engineIndex: engineIndex, digest: digest))
    }
  }
}

extension FileInput {
  /// Its texts by digest.
  var versions: [FileRecord.TextVersion] {
    texts.map {
      .init(language: $0.language, digest: $0.digest, record: $0.record?.digest)
    }
  }
}
