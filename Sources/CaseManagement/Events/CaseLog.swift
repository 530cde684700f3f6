/// An event that a log let in, with its moment and its actor.
///
/// There is no public way to make one: only a ``CaseLog`` does, after its guards agreed.
public struct RecordedEvent: Equatable, Sendable {
  /// When it happened.
  public let at: Moment
  /// Who acted.
  public let by: StaffMember
  /// What happened.
  public let event: CaseEvent

  fileprivate init(at: Moment, by: StaffMember, event: CaseEvent) {
    self.at = at
    self.by = by
    self.event = event
  }
}

/// An event that somebody wants to append.
public struct ProposedEvent: Archivable {
  /// When it happens.
  public var at: Moment
  /// Who acts.
  public var by: StaffMember
  /// What happens.
  public var event: CaseEvent

  /// An empty proposal, to be filled.
  public init() { self.init(at: Moment(minutes: 0), by: StaffMember(), event: CaseEvent()) }

  /// A proposal.
  public init(at: Moment, by: StaffMember, event: CaseEvent) {
    self.at = at
    self.by = by
    self.event = event
  }

  /// The proposal that made a record.
  public init(_ recorded: RecordedEvent) {
    self.init(at: recorded.at, by: recorded.by, event: recorded.event)
  }

  /// Hands every field to the archive.
  public mutating func visitFields<A: FieldArchive>(_ archive: inout A) throws(A.Failure) {
    try archive.value("at", &at)
    try archive.record("by", &by)
    try archive.record("what", &event)
  }
}

/// The answer of a log to a proposal.
public enum Verdict: Equatable, Sendable {
  /// It was appended; the failures are advice, and block nothing.
  case accepted(advice: [GuardFailure])
  /// Nothing was appended; at least one failure blocks.
  case refused([GuardFailure])

  /// Whether the proposal was appended.
  public var isAccepted: Bool {
    switch self {
    case .accepted: true
    case .refused: false
    }
  }

  /// The failures, advice or not.
  public var failures: [GuardFailure] {
    switch self {
    case .accepted(let advice): advice
    case .refused(let failures): failures
    }
  }
}

/// Why a stored log can't be replayed.
public enum ReplayError: Error, Equatable {
  /// The log was checked against another profile.
  case otherProfile
  /// The log was checked against another version of the profile.
  case otherProfileVersion(logged: Int32, present: Int32)
  /// An event of the log is illegal, counted from 0.
  case illegalEvent(index: Int64, failures: [GuardFailure])
}

/// The append-only log of one case.
///
/// A log holds only legal events: each passed the guards in the state the events before it made.
public struct CaseLog: Equatable, Sendable {
  /// Case number and profile.
  public let header: CaseHeader
  /// The events, oldest first.
  public private(set) var events: [RecordedEvent] = []
  /// The state after all events.
  public private(set) var state: CaseState

  /// An empty log.
  public init(id: CaseID, profile: AgencyProfile) {
    header = CaseHeader(id: id, profile: profile.id, profileVersion: profile.version)
    state = CaseState(profile: profile)
  }

  /// The log that stored proposals make, each checked again.
  ///
  /// - Throws: ``ReplayError``, naming the first event that is not legal. Nothing is half applied.
  public init(
    header: CaseHeader, replaying proposals: [ProposedEvent], profile: AgencyProfile
  ) throws(ReplayError) {
    guard header.profile == profile.id else { throw .otherProfile }
    guard header.profileVersion == profile.version else {
      throw .otherProfileVersion(logged: header.profileVersion, present: profile.version)
    }
    self.init(id: header.id, profile: profile)
    for (index, proposal) in proposals.enumerated() {
      if case .refused(let failures) = append(proposal) {
        throw .illegalEvent(index: Int64(index), failures: failures)
      }
    }
  }

  /// What stands in the way of a proposal, advice included.
  ///
  /// Nothing changes.
  public func failures(of proposal: ProposedEvent) -> [GuardFailure] {
    state.failures(of: proposal.event, by: proposal.by, at: proposal.at)
  }

  /// Appends an event, or says by name why not.
  public mutating func append(_ proposal: ProposedEvent) -> Verdict {
    let failures = failures(of: proposal)
    for failure in failures where failure.blocks { return .refused(failures) }
    let recorded = RecordedEvent(at: proposal.at, by: proposal.by, event: proposal.event)
    events.append(recorded)
    state.apply(recorded)
    return .accepted(advice: failures)
  }

  /// Appends all proposals, or none when one of them is refused.
  public mutating func append(all proposals: [ProposedEvent]) -> Verdict {
    var copy = self
    var advice: [GuardFailure] = []
    for proposal in proposals {
      switch copy.append(proposal) {
      case .accepted(let more): advice += more
      case .refused(let failures): return .refused(failures)
      }
    }
    self = copy
    return .accepted(advice: advice)
  }
}

/// A log with a clock: what a caseworker acts on.
public struct CaseDesk<Clock: CaseClock> {
  /// The log.
  public private(set) var log: CaseLog
  /// The clock; scenarios move it by hand.
  public var clock: Clock

  /// A desk for a log.
  public init(log: CaseLog, clock: Clock) {
    self.log = log
    self.clock = clock
  }

  /// The state now: what expired since the last event has expired.
  public var state: CaseState { log.state.asOf(clock.now()) }

  /// Appends an event at the clock's moment, or says by name why not.
  public mutating func record(_ event: CaseEvent, by actor: StaffMember) -> Verdict {
    log.append(ProposedEvent(at: clock.now(), by: actor, event: event))
  }
}
