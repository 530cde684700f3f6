internal import CourseModel
internal import MarkupTree

/// Everything that writing one page needs to know of its surroundings.
///
/// Handed to every piece of the page, so it holds few values.
struct PageScope {
  /// What all pages of the edition share.
  private let writer: ArticleWriter
  private let state: State
  /// Language of the element that is written into.
  var language: Language

  /// Begins a page.
  init(writer: ArticleWriter, page: String, language: Language) {
    self.writer = writer
    self.language = language
    state = State(page: page)
  }

  /// The edition.
  var edition: Edition { writer.edition }
  /// Look-ups in it.
  var index: EditionIndex { writer.index }
  /// Whom the page is for.
  var audience: Audience { writer.audience }
  /// Where places are.
  var map: PageMap { writer.map }
  /// Interface texts of the edition's language.
  var texts: InterfaceTexts { writer.texts }
  /// Address of every media file, by its path in the content folder.
  var media: [String: String] { writer.media }
  /// Id of the page.
  var page: String { state.page }
  /// Footnotes of this page, in the order of their references.
  var footnotes: FootnoteLedger { state.footnotes }
  /// Numbers for ids on this page.
  var counters: Counters { state.counters }
  /// Terms that the page links to, in order of their first link.
  var linkedTerms: LinkedTerms { state.linkedTerms }

  /// What belongs to one page.
  private final class State {
    let page: String
    let footnotes = FootnoteLedger()
    let counters = Counters()
    let linkedTerms = LinkedTerms()
    /// Whether the links around what is being written were written, outermost first.
    var links: [Bool] = []

    init(page: String) { self.page = page }
  }

  /// Notes the start of a link, of which only the words are written where it leads nowhere.
  func beginLink(isWritten: Bool) { state.links.append(isWritten) }
  /// Notes its end; returns whether it was written.
  func endLink() -> Bool { state.links.popLast() ?? false }

  /// The same page with text in a language inside it.
  func within(_ language: Language) -> PageScope {
    var scope = self
    scope.language = language
    return scope
  }

  /// Counts what needs a number on one page.
  final class Counters {
    private var next: [String: Int] = [:]
    /// The next number of a kind, from 1.
    func number(_ kind: String) -> Int {
      next[kind, default: 0] += 1
      return next[kind, default: 1]
    }
  }

  /// Remembers the terms that a page links to.
  final class LinkedTerms {
    private(set) var ids: [String] = []
    private var known: Set<String> = []
    /// Notes a link.
    func add(_ id: String) {
      if known.insert(id).inserted { ids.append(id) }
    }
  }
}

/// Footnotes of one page: numbered in the order in which the page refers to them.
final class FootnoteLedger {
  /// One footnote.
  struct Entry {
    let text: ResolvedText
    let definition: Markup.NodeID
    var references: Int
  }

  /// Footnotes in order; number n stands at n - 1.
  private(set) var entries: [Entry] = []
  private var numbers: [Key: Int] = [:]

  private struct Key: Hashable {
    let text: ObjectIdentifier
    let definition: Markup.NodeID
  }

  /// Notes a reference.
  /// - Returns: The footnote's number and the how-manieth reference to it this is, from 1.
  func refer(to definition: Markup.NodeID, in text: ResolvedText) -> (number: Int, occurrence: Int)
  {
    let key = Key(text: ObjectIdentifier(text), definition: definition)
    if let number = numbers[key] {
      entries[number - 1].references += 1
      return (number, entries[number - 1].references)
    }
    entries.append(Entry(text: text, definition: definition, references: 1))
    numbers[key] = entries.count
    return (entries.count, 1)
  }
}
