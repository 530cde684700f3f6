internal import CourseModel
import Synchronization

/// Something that a page asks about the rest of its edition while it is written.
enum PageInquiry: Sendable, Hashable {
  /// The page behind, and the one before it, in reading order.
  case after(String), before(String)
  /// The first page behind a module.
  case afterModule(FileID)
  /// Where a module stands among all, and how many there are.
  case position(FileID)
  /// Title and language of a module or tree.
  case title(FileID)
  /// How the engine numbers a module or tree.
  case number(FileID)
  /// A whole tree.
  case tree(FileID)
  /// Title and language of a tree's node.
  case node(Anchor)
  /// A term with its explanation.
  case term(String)
  /// An entry of the register of guidance.
  case source(String)
  /// Which page a place is on.
  case place(Anchor)
  /// Whether there is a glossary entry, or an entry of the register, to link to.
  case hasTerm(String), hasSource(String)
  /// Which of the toolkit's own pages there are.
  case ownPages
  /// The modules and trees that the list of contents on a page of a file shows.
  case contents(FileID)
  /// Which other editions have a page.
  case editions(String)
}

/// What one page asks while it is written.
final class PageTrace: Sendable {
  private struct Asked {
    var inquiries: [PageInquiry] = []
    var known: Set<PageInquiry> = []

    // So many that few pages ask more.
    init() {
      inquiries.reserveCapacity(96)
      known.reserveCapacity(96)
    }

    mutating func note(_ inquiry: PageInquiry) {
      // The same is often asked twice in a row.
      if inquiry != inquiries.last, known.insert(inquiry).inserted { inquiries.append(inquiry) }
    }
  }

  private let asked = Mutex(Asked())

  /// Starts with nothing.
  init() {}

  /// Remembers a question.
  func note(_ inquiry: PageInquiry) { asked.withLock { $0.note(inquiry) } }

  /// Remembers questions.
  func note(_ inquiries: [PageInquiry]) {
    asked.withLock { asked in
      for inquiry in inquiries { asked.note(inquiry) }
    }
  }

  /// Everything that was asked, in the order in which it was asked first.
  var inquiries: [PageInquiry] { asked.withLock { $0.inquiries } }
}
