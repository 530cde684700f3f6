internal import Diagnostics
internal import MarkupTree

/// Finds links whose words don't say where they lead.
///
/// Those who listen to a page hear its links one after the other, without the text around them.
enum VagueLinks: FileCheck {
  static func findings(in file: CheckedFile) -> [Diagnostic] {
    file.nodes.links.compactMap { link in
      let inside = link + 1..<Int(file.markup.nodes[link].end)
      if hasNoWords(inside, in: file.markup) {
        return file.problem(
          .vagueLink, file.range(of: link),
          "This link has no words, so nobody can see or hear it.",
          help: "Write what a learner finds there: `[the referral form](…)`.")
      }
      let isAddress = isAddress(file, link, inside)
      guard isAddress || isVague(inside, in: file.markup),
        !(file.written.role == .tree && isAnswer(link, in: file.markup))
      else { return nil }
      return file.problem(
        .vagueLink, file.range(of: link),
        isAddress
          ? "The words of this link are an address, which nobody can listen to."
          : "`\(file.markup.plainText(inside))` doesn't say where this link leads.",
        help: "Write what a learner finds there: `[the referral form](…)`.")
    }
  }

  /// Whether there is nothing to click at; a picture is something.
  private static func hasNoWords(_ inside: Range<Markup.NodeID>, in markup: Markup) -> Bool {
    // Nearly every link ends here, at its first piece of text.
    markup.nodes[inside].allSatisfy { node in
      switch node.kind {
      case .text, .code, .htmlInline: markup.utf8(node.text).allSatisfy { $0 <= 32 }
      case .image: false
      case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .document, .paragraph,
        .heading, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table,
        .tableHeader, .tableRow, .tableCell, .footnoteDefinition, .link, .footnoteReference:
        true
      }
    }
  }

  private static func isVague(_ inside: Range<Markup.NodeID>, in markup: Markup) -> Bool {
    // Nearly every link ends here, at its first word.
    guard let first = markup.firstWord(inside), firstWords.contains(FoldedText.words(first)) else {
      return false
    }
    return words.contains(FoldedText.words(markup.plainText(inside)))
  }

  /// Whether a link begins an item: in a tree it is an answer, and `Yes` says all there is to say.
  private static func isAnswer(_ link: Markup.NodeID, in markup: Markup) -> Bool {
    link >= 2 && markup.nodes[link - 1].kind == .paragraph && markup.nodes[link - 2].kind == .item
  }

  /// Whether a link shows an address and nothing else.
  private static func isAddress(
    _ file: CheckedFile, _ link: Markup.NodeID, _ inside: Range<Markup.NodeID>
  ) -> Bool {
    guard let first = inside.first, file.markup.nodes[first].kind == .text else { return false }
    let start = file.markup.utf8(file.markup.nodes[first].text)
    guard let letter = start.first, letter == UInt8(ascii: "h") || letter == UInt8(ascii: "w")
    else { return false }
    return ["http://", "https://", "www."].contains { start.starts(with: $0.utf8) }
      && !file.markup.plainText(inside).contains(" ")
  }

  /// Words that say nothing, folded: English, French, Spanish and Arabic.
  private static let words: Set<String> = Set(
    [
      "here", "click here", "click", "tap here", "press here", "link", "this link", "the link",
      "more", "read more", "see more", "learn more", "find out more", "more here", "see here",
      "this", "this page", "website", "go here", "follow this link", "download",
      "ici", "cliquez ici", "cliquer ici", "clique ici", "lien", "ce lien", "le lien", "plus",
      "lire plus", "en savoir plus", "lire la suite", "voir ici", "voir plus", "par ici",
      "cette page", "site web", "suivez ce lien", "télécharger",
      "aquí", "haz clic aquí", "haga clic aquí", "clic aquí", "pulse aquí", "enlace",
      "este enlace", "el enlace", "más", "leer más", "ver más", "saber más", "más información",
      "ver aquí", "esta página", "sitio web", "siga este enlace", "descargar",
      "هنا", "اضغط هنا", "انقر هنا", "اضغطي هنا", "انقري هنا", "رابط", "الرابط", "هذا الرابط",
      "المزيد", "اقرأ المزيد", "للمزيد", "لمزيد من المعلومات", "من هنا", "هذه الصفحة", "الموقع",
      "تحميل",
    ].map(FoldedText.words))

  /// The first words of these.
  private static let firstWords = Set(words.map { String($0.prefix { $0 != " " }) })
}
