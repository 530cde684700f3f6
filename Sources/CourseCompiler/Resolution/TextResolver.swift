internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax
internal import MarkupTree

/// Turns a parsed file into text that exporters can trust: links lead somewhere, images exist, slots
/// are filled, comments are gone.
struct TextResolver {
  /// What the texts may refer to and what fills their slots.
  final class Context: Sendable {
    let index: IDIndex
    let slots: SlotValues

    init(index: IDIndex, slots: SlotValues) {
      self.index = index
      self.slots = slots
    }
  }

  private let outline: Outline
  private let links: LinkResolver
  private let slots: SlotValues
  private let language: Language
  private var markup: Markup
  /// Whether any text was put in the place of another.
  private var hasReplaced = false
  private var references: [Markup.NodeID: Reference] = [:]
  private var stepMinutes: [Markup.NodeID: Int] = [:]
  private var credits: [Markup.NodeID: String] = [:]
  private var diagnostics: [Diagnostic] = []

  private init(_ outline: Outline, file: FileID?, language: Language, context: Context) {
    self.outline = outline
    self.language = language
    slots = context.slots
    markup = outline.document.markup
    links = LinkResolver(index: context.index, file: file, path: outline.document.source.path)
  }

  /// Resolves a file.
  static func resolve(
    _ outline: Outline, file: FileID?, language: Language, context: Context
  ) -> (TextSource, [Diagnostic]) {
    var resolver = TextResolver(outline, file: file, language: language, context: context)
    resolver.run()
    let source = TextSource(
      outline: outline,
      text: ResolvedText(markup: resolver.markup, references: resolver.references),
      stepMinutes: resolver.stepMinutes, credits: resolver.credits, language: language)
    return (source, resolver.diagnostics)
  }

  private mutating func run() {
    let facilitatorText = FacilitatorText(in: outline)
    for node in markup.nodes.indices {
      let kind = markup.nodes[node].kind
      switch kind {
      case .link: resolveLink(node, forLearners: !facilitatorText.contains(node))
      case .image: resolveImage(node)
      case .text: resolveText(node)
      case .htmlBlock, .htmlInline: resolveHTML(node)
      case .item: takeStepMinutes(node)
      case .document, .paragraph, .heading, .blockQuote, .list, .codeBlock, .thematicBreak,
        .table, .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .softBreak, .lineBreak,
        .code, .emphasis, .strong, .strikethrough, .footnoteReference:
        break
      }
    }
    diagnostics += MisplacedBlocks(
      outline: outline, markup: markup, stepMinutes: stepMinutes
    ).find()
  }

  private mutating func resolveLink(_ node: Markup.NodeID, forLearners: Bool) {
    let address = markup.string(markup.nodes[node].text)
    switch links.link(address, at: outline.document.range(of: node), forLearners: forLearners) {
    case .found(let reference): references[node] = reference
    case .problem(let diagnostic): diagnostics.append(diagnostic)
    }
  }

  private mutating func resolveImage(_ node: Markup.NodeID) {
    let range = outline.document.range(of: node)
    let address = markup.string(markup.nodes[node].text)
    switch links.image(address, at: range) {
    case .found(let reference): references[node] = reference
    case .problem(let diagnostic): diagnostics.append(diagnostic)
    }
    let alternative = markup.plainText(markup.subtree(node))
    if alternative.allSatisfy(\.isWhitespace) {
      diagnostics.append(
        Diagnostic(
          .missingAltText, path: outline.document.source.path, range: range,
          "This image has no text for those who can't see it.",
          help: "Say in the square brackets what it shows: `![The path to the tap](…)`."))
    }
  }

  // MARK: Text

  private mutating func resolveText(_ node: Markup.NodeID) {
    let span = markup.nodes[node].text
    fillSlots(node, span)
    takeCredit(node)
  }

  /// Puts values in the place of `{{slot}}`.
  private mutating func fillSlots(_ node: Markup.NodeID, _ span: Markup.Span) {
    let bytes = markup.utf8(span)
    guard bytes.holds(UInt8(ascii: "{")) || bytes.holds(UInt8(ascii: "}")) else { return }
    let places = SlotScanner.slots(in: bytes)
    if let stray = StraySlots.find(in: bytes, slots: places, isKnown: slots.has) {
      diagnostics.append(
        Diagnostic(
          .unfilledSlot, path: outline.document.source.path,
          range: slotRange(node, offset: stray.offset, length: stray.length),
          "Learners would read `\(stray.text)` as it is typed here.", help: stray.help))
    }
    guard !places.isEmpty else { return }
    var filled: [UInt8] = []
    var next = bytes.startIndex
    for place in places {
      filled.append(contentsOf: bytes[next..<place.range.lowerBound])
      next = place.range.upperBound
      let offset = place.range.lowerBound - bytes.startIndex
      let range = slotRange(node, offset: offset, length: place.range.count)
      switch slots.value(place.name, language: language) {
      case .value(let text): filled.append(contentsOf: Array(text.utf8))
      case .unfilled(let help):
        diagnostics.append(
          Diagnostic(
            .unfilledSlot, path: outline.document.source.path, range: range,
            "Nothing fills the slot `\(place.name)`.", help: help))
      }
    }
    filled.append(contentsOf: bytes[next...])
    replaceText(of: node, with: filled)
  }

  /// Where a slot stands; the whole text when the text isn't written as it reads.
  private func slotRange(_ node: Markup.NodeID, offset: Int, length: Int) -> SourceRange {
    let whole = outline.document.range(of: node)
    guard whole.upper - whole.lower == markup.nodes[node].text.range.count else { return whole }
    return SourceRange(whole.lower + offset, whole.lower + offset + length)
  }

  /// Cuts `© …` from the line under a picture and keeps it as the picture's credit.
  private mutating func takeCredit(_ node: Markup.NodeID) {
    let parent = Int(markup.nodes[node].parent)
    guard markup.nodes.indices.contains(parent), markup.nodes[parent].kind == .paragraph,
      parent + 1 < markup.nodes.count, markup.nodes[parent + 1].kind == .image
    else { return }
    let bytes = markup.utf8(markup.nodes[node].text)
    let sign = Array("©".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: sign) }) else {
      return
    }
    let rest = markup.plainText((node + 1)..<Int(markup.nodes[parent].end))
    credits[node] = String(decoding: bytes[start...], as: UTF8.self) + rest
    var end = start
    while end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    markup.nodes[node].text = Markup.Span(Int(markup.nodes[node].text.lower), end)
  }

  // MARK: HTML and steps

  /// Takes comments out; what is left is shown as it is typed, and said.
  private mutating func resolveHTML(_ node: Markup.NodeID) {
    let bytes = markup.utf8(markup.nodes[node].text)
    let rest = HTMLComments.removed(from: bytes)
    if rest.count != bytes.count { replaceText(of: node, with: rest) }
    guard rest.contains(where: { $0 > 32 }) else {
      markup.nodes[node].text = .empty
      return
    }
    diagnostics.append(
      Diagnostic(
        .rawHTML, path: outline.document.source.path, range: outline.document.range(of: node),
        "HTML is not run; learners will see it as it is typed here.",
        help: "Use Markdown instead, or put it in code: `` `<b>` ``."))
  }

  /// Reads `7′` in front of a numbered item and takes it out of the text.
  private mutating func takeStepMinutes(_ item: Markup.NodeID) {
    let list = Int(markup.nodes[item].parent)
    let text = item + 2
    guard markup.nodes[list].flags.contains(.ordered), text < markup.nodes.count,
      markup.nodes[item + 1].kind == .paragraph, markup.nodes[text].kind == .text,
      let (minutes, length) = StepTime.read(markup.utf8(markup.nodes[text].text))
    else { return }
    stepMinutes[item] = minutes
    let span = markup.nodes[text].text
    markup.nodes[text].text = Markup.Span(Int(span.lower) + length, Int(span.upper))
  }

  private mutating func replaceText(of node: Markup.NodeID, with bytes: [UInt8]) {
    let start = markup.bytes.count
    if !hasReplaced {
      // Arrays that grow double their room; few slots need little.
      markup.bytes.reserveCapacity(start + start / 16 + bytes.count)
      hasReplaced = true
    }
    markup.bytes.append(contentsOf: bytes)
    markup.nodes[node].text = Markup.Span(start, markup.bytes.count)
  }
}
