/// A part of a section, in reading order.
public indirect enum Block: Sendable {
  /// Ordinary text: paragraphs, lists, tables, code, quotes.
  case prose(Prose)
  /// A heading inside a section. `level` is the Markdown level, 3 to 6.
  case heading(level: Int, anchor: Anchor?, title: Prose)
  /// A block for people: a key message, an example, a note for facilitators.
  case callout(Callout)
  /// A picture on a line of its own.
  case figure(Figure)
  /// A numbered list whose steps carry their time.
  case steps([Step])
  /// A question to answer here.
  case question(Question)
  /// A decision tree to play here.
  case tree(FileID)
  /// Text taken in from another file, with the language it is in.
  case passage(language: Language, blocks: [Block])
}

/// A block for people: `> [!KEY]`, or a heading of the same kind and what stands under it.
public final class Callout: Sendable {
  /// What it is for.
  public let kind: Kind
  /// Its own heading, when it has one.
  public let title: Prose?
  /// Its place, when the author gave it an id.
  public let anchor: Anchor?
  /// For `adapt`: the situation it is for: "large-group".
  public let situation: String?
  /// Its content.
  public let blocks: [Block]

  /// Describes a callout.
  public init(
    kind: Kind, title: Prose?, anchor: Anchor?, situation: String?, blocks: [Block]
  ) {
    self.kind = kind
    self.title = title
    self.anchor = anchor
    self.situation = situation
    self.blocks = blocks
  }

  /// Kinds of callouts.
  public enum Kind: String, Sendable, CaseIterable {
    case key, example, note, tip, warning, safeguard, handout
    case facilitator, cofacilitator, materials, adapt, slide

    /// Whom it is for.
    public var audience: Audience {
      switch self {
      case .key, .example, .note, .tip, .warning, .safeguard, .handout: .learner
      case .facilitator, .cofacilitator, .materials, .adapt, .slide: .facilitator
      }
    }
  }
}

/// A picture with its words.
public struct Figure: Sendable {
  /// Path of the file in the content folder.
  public let media: String
  /// What it shows, for those who don't see it.
  public let alternative: String
  /// Text under it.
  public let caption: Prose?
  /// Who made it and under which licence, from `©` on.
  public let credit: String?
  /// Describes a picture.
  public init(media: String, alternative: String, caption: Prose?, credit: String?) {
    self.media = media
    self.alternative = alternative
    self.caption = caption
    self.credit = credit
  }
}

/// A step of a session.
public struct Step: Sendable {
  /// Minutes it takes; nil when the author gave none.
  public let minutes: Int?
  /// What to do.
  public let blocks: [Block]
  /// Describes a step.
  public init(minutes: Int?, blocks: [Block]) {
    self.minutes = minutes
    self.blocks = blocks
  }
}
