/// Details of screenings, apart from the log: the log holds results and the numbers of seals.
///
/// A detail is written once and read only with a ``ReadLeave`` for protection data. It is not
/// ``Archivable``, so it can't enter a log, a page or an export.
public struct SealedVault: Sendable {
  /// A detail of a screening.
  public struct Detail: Equatable, Sendable {
    /// The topic.
    public let topic: ScreeningTopic
    /// What the person wanted to be known, and nothing more.
    public let text: UTF8Text

    /// A detail.
    public init(topic: ScreeningTopic, text: UTF8Text) {
      self.topic = topic
      self.text = text
    }
  }

  private var details: [Detail] = []

  /// An empty vault.
  public init() {}

  /// Seals a detail and gives its number, for the screening event.
  public mutating func seal(_ detail: Detail) -> SealID {
    details.append(detail)
    return SealID(UInt32(truncatingIfNeeded: details.count))
  }

  /// Reads a detail, and gives the audit event that must be appended to the log.
  ///
  /// - Throws: ``AccessRefusal`` without leave for protection data, or without such a seal.
  public func open(
    _ seal: SealID, with leave: ReadLeave
  ) throws(AccessRefusal) -> (detail: Detail, audit: CaseEvent) {
    guard leave.field == .protection else { throw .otherField }
    guard let index = seal.index(in: details.count) else { throw .unknownRecord }
    let audit = CaseEvent.recordAccessed(
      AuditEntry(record: .sealedScreening, purpose: leave.purpose))
    return (details[index], audit)
  }

  /// Deletes every detail: what closure sets the date for.
  public mutating func deleteAll() { details = [] }
}

extension CaseState {
  /// Whether the record must be deleted by now.
  public func deletionDue(at moment: Moment) -> Bool {
    guard let day = safeguards.closure?.deleteOn else { return false }
    return moment.day >= day
  }
}
