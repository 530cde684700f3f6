internal import CCMarkGFM
internal import MarkupTree

/// Copies cmark's tree into a flat arena, in one pass without recursion.
struct ArenaBuilder {
  var markup = Markup()
  /// Where the text comes from, for positions.
  var positions: PositionFinder
  /// Levels of nesting at the deepest place.
  private(set) var deepest = 0
  /// Line of the block that holds the deepest place, from 0.
  private(set) var deepestLine = 0
  /// Headings underlined with `===` or `---`.
  private(set) var setextHeadings: [Markup.NodeID] = []
  /// Definitions by their address in cmark's tree, to resolve references at the end.
  private var definitions: [CMark.Node: Markup.NodeID] = [:]
  /// Definition of each entry in `markup.footnoteReferences`.
  private var referenced: [CMark.Node?] = []
  /// Column of the next table cell.
  private var nextColumn: Int32 = 0

  /// Whether a tick is read from the item's own box.
  ///
  /// cmark calls an item ticked when `[x]` stands anywhere in its line.
  private let correctsTicks: Bool

  init(positions: PositionFinder, correctsTicks: Bool) {
    self.positions = positions
    self.correctsTicks = correctsTicks
    markup.nodes.removeAll()
    markup.nodes.reserveCapacity(positions.text.count / 16 + 16)
    markup.bytes.reserveCapacity(positions.text.count)
  }

  /// Copies a whole tree.
  mutating func build(_ root: CMark.Node) {
    var current = root
    var parent: Int32 = -1
    var depth = 1
    while true {
      let id = append(current, parent: parent)
      if let child = current.pointee.first_child {
        parent = Int32(id)
        current = child
        depth += 1
        if depth > deepest {
          deepest = depth
          // Inline nodes may have no line of their own; then that of what holds them stays.
          let line = Int(current.pointee.start_line)
          if line > 0 { deepestLine = line - 1 }
        }
        continue
      }
      close(id, current)
      while current.pointee.next == nil, current != root, let above = current.pointee.parent {
        close(Int(parent), above)
        parent = markup.nodes[Int(parent)].parent
        current = above
        depth -= 1
      }
      guard current != root, let next = current.pointee.next else { break }
      current = next
    }
    resolveReferences()
  }

  /// Adds one node, without its end.
  private mutating func append(_ raw: CMark.Node, parent: Int32) -> Markup.NodeID {
    let id = markup.nodes.count
    let kind = Self.kind(of: raw.pointee.type)
    var node = Markup.Node(kind: kind, end: Int32(id + 1), parent: parent)
    fill(&node, id, raw)
    node.source = positions.open(node.kind, raw)
    if correctsTicks, node.flags.contains(.ticked), !positions.hasTick(node.source) {
      node.flags.remove(.ticked)
    }
    markup.nodes.append(node)
    if node.kind == .text, correctsTicks { takeBox(id) }
    return id
  }

  /// Ends a node: everything below it is in the arena.
  private mutating func close(_ id: Markup.NodeID, _ raw: CMark.Node) {
    var node = markup.nodes[id]
    node.end = Int32(markup.nodes.count)
    node.source = positions.close(node, raw)
    markup.nodes[id] = node
  }

  private mutating func fill(_ node: inout Markup.Node, _ id: Int, _ raw: CMark.Node) {
    switch node.kind {
    case .text, .code, .htmlInline, .htmlBlock:
      node.text = copy(raw.pointee.as.literal)
    case .footnoteDefinition: addDefinition(&node, id, raw)
    case .codeBlock:
      node.text = copy(raw.pointee.as.code.literal)
      addTitle(&node, raw.pointee.as.code.info)
      if raw.pointee.as.code.fenced != 0 { node.flags.insert(.fenced) }
    case .link, .image:
      node.text = copy(raw.pointee.as.link.url)
      addTitle(&node, raw.pointee.as.link.title)
    case .heading:
      node.level = UInt8(clamping: raw.pointee.as.heading.level)
      if raw.pointee.as.heading.setext { setextHeadings.append(id) }
    case .list:
      let list = raw.pointee.as.list
      if list.tight { node.flags.insert(.tight) }
      if list.list_type == CMARK_ORDERED_LIST {
        node.flags.insert(.ordered)
        node.detail = Int32(truncatingIfNeeded: list.start)
        if list.delimiter == CMARK_PAREN_DELIM { node.flags.insert(.parenthesis) }
      }
    case .item:
      if raw.pointee.extension != nil {
        node.flags.insert(.task)
        if raw.pointee.as.list.checked { node.flags.insert(.ticked) }
      }
    case .table: addAlignments(&node, raw)
    case .tableRow:
      if cmark_gfm_extensions_get_table_row_is_header(raw) != 0 { node.kind = .tableHeader }
      nextColumn = 0
    case .tableCell:
      node.detail = nextColumn
      nextColumn += 1
    case .footnoteReference: addReference(&node, raw)
    case .document, .paragraph, .blockQuote, .thematicBreak, .tableHeader, .softBreak,
      .lineBreak, .emphasis, .strong, .strikethrough:
      break
    }
  }

  private mutating func addTitle(_ node: inout Markup.Node, _ text: cmark_chunk) {
    let title = copy(text)
    guard !title.isEmpty else { return }
    markup.titles.append(title)
    node.detail = Int32(markup.titles.count)
  }

  private mutating func addAlignments(_ node: inout Markup.Node, _ raw: CMark.Node) {
    node.detail = Int32(markup.alignments.count)
    let columns = Int(cmark_gfm_extensions_get_table_columns(raw))
    guard let letters = cmark_gfm_extensions_get_table_alignments(raw) else { return }
    for column in 0..<columns {
      switch letters[column] {
      case UInt8(ascii: "l"): markup.alignments.append(.left)
      case UInt8(ascii: "c"): markup.alignments.append(.center)
      case UInt8(ascii: "r"): markup.alignments.append(.right)
      default: markup.alignments.append(.none)
      }
    }
  }

  private mutating func copy(_ chunk: cmark_chunk) -> Markup.Span {
    guard let data = chunk.data, chunk.len > 0 else { return .empty }
    let start = markup.bytes.count
    markup.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(chunk.len)))
    return Markup.Span(start, markup.bytes.count)
  }
}

extension ArenaBuilder {
  /// Makes a task of an item in a quote, where cmark leaves the box in the text.
  private mutating func takeBox(_ id: Markup.NodeID) {
    let paragraph = Int(markup.nodes[id].parent)
    guard paragraph == id - 1, paragraph > 0, markup.nodes[paragraph].kind == .paragraph else {
      return
    }
    let item = paragraph - 1
    guard markup.nodes[paragraph].parent == Int32(item), markup.nodes[item].kind == .item,
      !markup.nodes[item].flags.contains(.task)
    else { return }
    let text = markup.utf8(markup.nodes[id].text)
    guard text.count >= 4, text.first == UInt8(ascii: "[") else { return }
    let inner = text[text.startIndex + 1]
    let isTicked = inner | 32 == UInt8(ascii: "x")
    guard isTicked || inner == UInt8(ascii: " "), text[text.startIndex + 2] == UInt8(ascii: "]"),
      text[text.startIndex + 3] == UInt8(ascii: " ")
    else { return }
    markup.nodes[item].flags.insert(isTicked ? [.task, .ticked] : .task)
    markup.nodes[id].text.lower += 4
    markup.nodes[id].source.lower += 4
    markup.nodes[paragraph].source.lower += 4
  }

  private mutating func addDefinition(_ node: inout Markup.Node, _ id: Int, _ raw: CMark.Node) {
    node.text = copy(raw.pointee.as.literal)
    markup.footnotes.append(
      Markup.Footnote(
        definition: id, referenceCount: Int(raw.pointee.footnote.def_count)))
    node.detail = Int32(markup.footnotes.count)
    definitions[raw] = id
  }

  private mutating func addReference(_ node: inout Markup.Node, _ raw: CMark.Node) {
    // cmark has replaced the label by the number, in digits.
    let literal = raw.pointee.as.literal
    var number = 0
    for index in 0..<Int(max(0, literal.len)) {
      number = number &* 10 &+ Int(literal.data[index] &- UInt8(ascii: "0"))
    }
    if let definition = raw.pointee.parent_footnote_def {
      node.text = copy(definition.pointee.as.literal)
    }
    node.detail = Int32(markup.footnoteReferences.count)
    markup.footnoteReferences.append(
      Markup.FootnoteReference(
        number: number, occurrence: Int(raw.pointee.footnote.ref_ix), definition: Markup.root))
    referenced.append(raw.pointee.parent_footnote_def)
  }

  /// Definitions stand behind everything that refers to them, so their ids are known at the end.
  private mutating func resolveReferences() {
    for (index, definition) in referenced.enumerated() {
      guard let definition, let id = definitions[definition] else { continue }
      let reference = markup.footnoteReferences[index]
      markup.footnoteReferences[index] = Markup.FootnoteReference(
        number: reference.number, occurrence: reference.occurrence, definition: id)
    }
  }

  /// Our kind for cmark's node type.
  private static func kind(of type: UInt16) -> Markup.Kind {
    let index = Int(type & 0x1f) + (type & 0x4000 != 0 ? 32 : 0)
    return kinds[index]
  }

  /// Indexed by the low bits of cmark's type, inlines from 32.
  ///
  /// The numbers of extension types are given out at registration, so they are asked for.
  private static let kinds: [Markup.Kind] = {
    var table = [Markup.Kind](repeating: .text, count: 64)
    let blocks: [Markup.Kind] = [
      .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .htmlBlock, .paragraph,
      .heading, .thematicBreak, .footnoteDefinition,
    ]
    for (index, kind) in blocks.enumerated() { table[index + 1] = kind }
    let inlines: [Markup.Kind] = [
      .text, .softBreak, .lineBreak, .code, .htmlInline, .htmlInline, .emphasis, .strong, .link,
      .image, .footnoteReference,
    ]
    for (index, kind) in inlines.enumerated() { table[index + 33] = kind }
    table[Int(amparo_table_type() & 0x1f)] = .table
    table[Int(amparo_table_row_type() & 0x1f)] = .tableRow
    table[Int(amparo_table_cell_type() & 0x1f)] = .tableCell
    table[Int(amparo_strikethrough_type() & 0x1f) + 32] = .strikethrough
    return table
  }()
}
