// What the wasm build of the case library exports to `test_case_wasm.py`.
// Compiled as one module with Sources/CaseManagement and Tests/CaseVectors.

/// The last bytes handed in; the host writes them where `input` says.
nonisolated(unsafe) private var inputBytes: UnsafeMutablePointer<UInt8>?
nonisolated(unsafe) private var inputCount = 0

/// Makes room for bytes from the host and says where.
@_cdecl("input")
public func input(_ count: Int32) -> UnsafeMutablePointer<UInt8>? {
  inputBytes?.deallocate()
  inputCount = max(0, Int(count))
  inputBytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, inputCount))
  return inputBytes
}

private func takeInput() -> [UInt8] {
  guard let inputBytes else { return [] }
  return Array(UnsafeBufferPointer(start: inputBytes, count: inputCount))
}

nonisolated(unsafe) private var profile = AgencyProfile()

/// Takes the handed bytes as the profile. Returns 1, or 0 when they are no profile.
@_cdecl("load_profile")
public func loadProfile() -> Int32 {
  var reader = ByteReader(takeInput())
  var read = AgencyProfile()
  do throws(ByteError) {
    try read.visitFields(&reader)
  } catch {
    return 0
  }
  profile = read
  return 1
}

/// The number of problems of the loaded profile. The page never asks: the compiler has checked.
@_cdecl("profile_problems")
public func profileProblems() -> Int32 { Int32(truncatingIfNeeded: profile.problems.count) }

/// Plays the handed bytes as a story. Returns the number of mismatches; `digest` tells the rest.
@_cdecl("play_story")
public func playStory() -> Int32 {
  var story = Story(profile: profile)
  story.play(UTF8Text(bytes: takeInput()))
  lastDigest = story.digest.value
  return Int32(truncatingIfNeeded: story.mismatches.count)
}

/// The case that `play_command` plays and `ask_condition` asks about.
nonisolated(unsafe) private var played = CaseLog(id: CaseID(1), profile: AgencyProfile())

/// Begins a case to play, with the loaded profile.
@_cdecl("begin")
public func begin() { played = CaseLog(id: CaseID(1), profile: profile) }

/// Takes the handed bytes as the number of a command and its arguments, as a compiler would store
/// them, and does it at the moment of the last event. Returns 1, 0 when it is refused, or -1 when
/// the bytes are no command.
@_cdecl("play_command")
public func playCommand() -> Int32 {
  guard let (number, arguments) = takeNumbers(), let id = CommandID(number: number) else {
    return -1
  }
  return play(CaseCommand(id: id, arguments: arguments))
}

/// Takes the handed bytes as the words of a command, and does the same.
@_cdecl("parse_command")
public func parseCommand() -> Int32 {
  let text = UTF8Text(bytes: takeInput())
  guard let command = try? CommandCatalogue.command(text, names: ProviderNames()) else {
    return -1
  }
  return play(command)
}

private func play(_ command: CaseCommand) -> Int32 {
  guard case .event(let event) = command.effect(in: played.state) else { return 1 }
  let actor = StaffMember(id: StaffID(1), role: command.id.role)
  let at = max(played.state.lastAt, Moment(minutes: 0))
  return played.append(ProposedEvent(at: at, by: actor, event: event)).isAccepted ? 1 : 0
}

/// Takes the handed bytes as the number of a condition and its arguments. Returns 1 when it holds,
/// 0 when it does not, or -1 when the bytes are no condition.
@_cdecl("ask_condition")
public func askCondition() -> Int32 {
  guard let (number, arguments) = takeNumbers(), let id = ConditionID(number: number) else {
    return -1
  }
  return CaseCondition(id: id, arguments: arguments).holds(in: played.state) ? 1 : 0
}

/// Takes the handed bytes as the words of a condition, and does the same.
@_cdecl("parse_condition")
public func parseCondition() -> Int32 {
  let text = UTF8Text(bytes: takeInput())
  guard let condition = try? CommandCatalogue.condition(text, names: ProviderNames()) else {
    return -1
  }
  return condition.holds(in: played.state) ? 1 : 0
}

/// A number, and then lists of numbers up to the end.
private func takeNumbers() -> (Int64, CommandArguments)? {
  let bytes = takeInput()
  guard let first = bytes.first else { return nil }
  var reader = ByteReader(Array(bytes.dropFirst()))
  var values: [[Int64]] = []
  while values.count < 16 {
    var list: [Int32] = []
    do throws(ByteError) { try reader.values("", &list) } catch { break }
    values.append(list.map { Int64($0) })
  }
  return (Int64(first), CommandArguments(values: values))
}

/// Plays random cases from one seed up to another. Returns the first broken invariant, or 0.
@_cdecl("play_random")
public func playRandom(_ from: Int64, _ to: Int64) -> Int32 {
  let maker = RandomCase(profile: profile)
  var digest = Digest()
  var seed = from
  while seed < to {
    let broken = maker.play(seed: UInt64(bitPattern: seed), steps: 90, into: &digest)
    if broken != .none { return Int32(truncatingIfNeeded: broken.rawValue) }
    seed += 1
  }
  lastDigest = digest.value
  return 0
}

/// Takes the handed bytes as a stored log, as a hostile page might. Returns how many of its events
/// were accepted before the first illegal one, or -1 when the bytes are no log.
@_cdecl("replay_bytes")
public func replayBytes() -> Int32 {
  var reader = ByteReader(takeInput())
  var log = CaseLog(id: CaseID(1), profile: profile)
  while true {
    var proposal = ProposedEvent()
    do throws(ByteError) {
      try proposal.visitFields(&reader)
    } catch {
      return log.events.isEmpty ? -1 : Int32(truncatingIfNeeded: log.events.count)
    }
    if !log.append(proposal).isAccepted {
      return Int32(truncatingIfNeeded: log.events.count)
    }
  }
}

nonisolated(unsafe) private var lastDigest: UInt64 = 0

/// The digest of the last story or run.
@_cdecl("digest")
public func digest() -> Int64 { Int64(bitPattern: lastDigest) }
