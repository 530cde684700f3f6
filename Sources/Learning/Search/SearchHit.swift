/// A document that holds every word of a query.
public struct SearchHit: Equatable, Sendable {
  /// Number of the document, from 0.
  public var document: Int
  /// Points; only their order means something.
  public var score: Int32
  /// Bytes of the title to mark, in order, from the title's first byte.
  public var titleRanges: [Range<Int>]
  /// Bytes of the body to show: the part with most words of the query, or its beginning.
  public var snippet: Range<Int>
  /// Bytes of the body to mark, in order and inside the snippet, from the body's first byte.
  public var snippetRanges: [Range<Int>]
}
