import CourseCompiler

/// Random numbers from a seed, the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A small toolkit in which everything refers to everything, and random edits of it.
///
/// Most edits leave it whole; some break a link or a file, as authors do, and a later one mends it.
struct RandomContent {
  private(set) var content: InMemoryContent
  private var random: SeededRandom
  private var serial = 0
  /// Whether the toolkit has variants, and edits concern them.
  private let hasVariants: Bool

  init(seed: UInt64, hasVariants: Bool = false) {
    random = SeededRandom(seed: seed)
    self.hasVariants = hasVariants
    content = InMemoryContent([:])
    for (path, text) in start { put(path, text) }
    for number in 1...5 { put("modules/m0\(number)/en.md", module("m0\(number)")) }
    put("modules/m02/ar.md", Self.translation("m02"))
  }

  /// Everything but modules.
  private var start: [String: String] {
    hasVariants ? Self.start.merging(["toolkit.yml": toolkit]) { $1 } : Self.start
  }

  private var toolkit: String { Self.toolkit + (hasVariants ? Self.variants : "") }

  private func module(_ id: String) -> String {
    Self.module(id) + (hasVariants ? Self.parts(of: id) : "")
  }

  /// What the last edit did, for the report of a failure.
  private(set) var story: [String] = []

  /// Changes something.
  mutating func edit() {
    serial += 1
    if hasVariants, Bool.random(using: &random) { return changeVariants() }
    switch Int.random(in: 0..<33, using: &random) {
    case 0..<6: changeModule()
    case 6: addModule()
    case 7: remove(from: "modules/", keeping: 3)
    case 8: rename()
    case 9: swap()
    case 10, 11: change("glossary/en.md", [("A free yes", "A free and informed yes")], "A term.")
    case 12: toggle("glossary/ar.md", "## الرضا {#consent}\n\nنعم حرة \(serial).\n")
    case 13: change("places/here.yml", [("extension", "room")], nil)
    case 14: toggleText("places/here.yml", "  extra: more\n")
    case 15: toggleText("guidance.yml", Self.secondSource)
    case 16: change("guidance.yml", [("Guidance", "Handbook")], nil)
    case 17, 18: changeToolkit()
    case 19: put("shared/site.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"i\(serial)\"/>")
    case 20: toggle("shared/site.svg", Self.picture)
    case 21: change("shared/rules.md", [("Ask first", "Always ask first")], "More rules.")
    case 22: toggle("shared/rules.md", Self.start["shared/rules.md"] ?? "")
    case 23: changeTree()
    case 24: toggle("trees/t2/en.md", Self.start["trees/t2/en.md"] ?? "")
    case 25: translate()
    case 26: touch()
    case 27:
      toggle(
        "trees/t1/ar.md", "---\nid: t1\ntitle: شجرة\n---\n\n## خطر؟ {#danger}\n\n- نعم\n- لا\n")
    case 28: put("toolkit.yml", toolkit)
    case 30: toggle("interface/en.yml", "frame:\n  contents: What is in it\n")
    case 31: toggle("interface/ar.yml", "frame:\n  contents: ما فيه\n")
    case 29: toggle("modules/m02/ar.source.tsv", "risk\t0123456789abcdef\ngone\t01\n")
    default: mend()
    }
  }

  /// Back to a whole toolkit, with the modules that are there.
  mutating func mend() {
    note("mend everything")
    for (path, text) in start { put(path, text) }
    content.files["trees/t1/ar.md"] = nil
    for id in ["m01", "m02"] { put("modules/\(id)/en.md", module(id)) }
    for path in modulePaths where path.hasSuffix("/en.md") { put(path, module(id(of: path))) }
    for path in modulePaths where path.hasSuffix("/ar.md") { content.files[path] = nil }
  }

  private mutating func note(_ text: String) { story.append("\(serial): \(text)") }

  private mutating func put(_ path: String, _ text: String) {
    note("write \(path)")
    content.files[path] = Array(text.utf8)
  }

  private func text(_ path: String) -> String {
    String(decoding: content.files[path] ?? [], as: UTF8.self)
  }

  private func id(of path: String) -> String { String(path.split(separator: "/")[1]) }

  private var modulePaths: [String] {
    content.files.keys.filter { $0.hasPrefix("modules/") }.sorted()
  }

  private mutating func oneModule() -> String? {
    modulePaths.filter { $0.hasSuffix("/en.md") }.randomElement(using: &random)
  }

  // MARK: Edits

  /// Marks something for a variant, or for another, or no longer.
  private mutating func changeVariants() {
    let marks = ["", " sector=wash", " sector=health,general", " format=online", " sector=health"]
    let mark = marks.randomElement(using: &random) ?? ""
    let places: [(path: String, old: String)] = [
      (oneModule() ?? "", "## Why {#risk"), (oneModule() ?? "", "## For some {#some"),
      (oneModule() ?? "", "### First? {#q-first .single outcome=o1"),
      (oneModule() ?? "", "> [!TIP] {"), (oneModule() ?? "", "- Carry {#i-carry"),
      (oneModule() ?? "", "- [ ] Go {#go"), ("glossary/en.md", "## Risk {#risk"),
      ("shared/rules.md", "- Wait {#i-wait"), ("trees/t2/en.md", "## Go {#go .today"),
    ]
    switch Int.random(in: 0..<12, using: &random) {
    case 0: change("toolkit.yml", [("wash: Water", "wash: Tap")], nil)
    case 1: toggleText("toolkit.yml", "  without: { lead: No lead }\n")
    case 2: change("toolkit.yml", [("    health: Health\n", "    food: Food\n")], nil)
    case 3: change(oneModule() ?? "", [("Only for some.", "For a few, \(serial).")], nil)
    default:
      guard let place = places.randomElement(using: &random) else { return }
      let old = text(place.path)
      guard let start = old.firstRange(of: place.old)?.upperBound,
        let end = old[start...].firstIndex(of: "}")
      else { return }
      put(place.path, old[..<start] + mark + old[end...])
    }
  }

  private mutating func changeModule() {
    guard let path = oneModule() else { return }
    let changes: [(String, String)] = [
      ("Listen well.", "Listen well and long, \(serial)."),
      ("title: Module", "title: Chapter"), ("title: Chapter", "title: Module"),
      ("{#risk}", "{#danger}"), ("{#danger}", "{#risk}"), ("- [x] Ask", "- [x] Ask twice"),
      ("minutes: 30", "minutes: 45"), ("## Why", "## Why and how"),
      ("(glossary:consent)", "(glossary:risk)"), ("](t1)", "](t2)"),
      ("[!KEY]", "[!FACILITATOR]"), ("[!FACILITATOR]", "[!KEY]"), ("{{phone}}", "{{extra}}"),
      ("## Why", "## New {#new}\n\nA new part.\n\n## Why"), ("(m01#risk)", "(m02#risk)"),
      ("prerequisites: []", "prerequisites: [m01]"), ("#q-first", "#q-second"),
    ]
    guard let change = changes.randomElement(using: &random) else { return }
    put(path, text(path).replacing(change.0, with: change.1, maxReplacements: 1))
  }

  private mutating func addModule() {
    let id = "n\(Int.random(in: 1...6, using: &random))"
    put("modules/\(id)/en.md", module(id))
  }

  private mutating func remove(from prefix: String, keeping least: Int) {
    let paths = content.files.keys.filter { $0.hasPrefix(prefix) }.sorted()
    guard paths.count > least, let path = paths.randomElement(using: &random) else { return }
    note("remove \(path)")
    content.files[path] = nil
  }

  private mutating func rename() {
    guard let path = oneModule() else { return }
    let id = "r\(serial)"
    put("modules/\(id)/en.md", text(path).replacing("id: \(self.id(of: path))", with: "id: \(id)"))
    content.files[path] = nil
  }

  private mutating func swap() {
    guard let first = oneModule(), let second = oneModule() else { return }
    note("swap \(first) and \(second)")
    content.files.swapValues(first, second)
  }

  private mutating func change(_ path: String, _ changes: [(String, String)], _ more: String?) {
    var new = text(path)
    guard !new.isEmpty else { return }
    for (old, replacement) in changes {
      new =
        new.contains(replacement)
        ? new.replacing(replacement, with: old) : new.replacing(old, with: replacement)
    }
    if let more, Bool.random(using: &random) { new += "\n\(more) \(serial)\n" }
    put(path, new)
  }

  private mutating func toggle(_ path: String, _ text: String) {
    if content.files[path] == nil {
      put(path, text)
    } else {
      note("remove \(path)")
      content.files[path] = nil
    }
  }

  private mutating func toggleText(_ path: String, _ part: String) {
    let old = text(path)
    put(path, old.contains(part) ? old.replacing(part, with: "") : old + part)
  }

  private mutating func changeToolkit() {
    let changes: [(String, String)] = [
      ("title: Test", "title: Trial"), ("version: \"1\"", "version: \"2\""),
      ("languages: [en, ar]", "languages: [en]"), ("languages: [en]", "languages: [en, ar, fr]"),
      ("Talk to", "Call"), ("items: [m01, t1]", "items: [m02]"), ("id: test", "id: other"),
    ]
    guard let change = changes.randomElement(using: &random) else { return }
    let old = text("toolkit.yml")
    put(
      "toolkit.yml",
      old.contains(change.1)
        ? old.replacing(change.1, with: change.0) : old.replacing(change.0, with: change.1))
  }

  private mutating func changeTree() {
    let path = Bool.random(using: &random) ? "trees/t1/en.md" : "trees/t2/en.md"
    change(path, [("title: Tree", "title: Way")], nil)
    if Bool.random(using: &random) { change(path, [("Look around", "Look back")], nil) }
  }

  private mutating func translate() {
    guard let path = oneModule() else { return }
    toggle(path.replacing("/en.md", with: "/ar.md"), Self.translation(id(of: path)))
  }

  /// Takes a file away and puts it back as it was.
  private mutating func touch() {
    guard let path = oneModule() else { return }
    note("touch \(path)")
    content.files[path] = content.files[path].map { Array($0) }
  }
}

extension Dictionary {
  /// Exchanges two values.
  fileprivate mutating func swapValues(_ first: Key, _ second: Key) {
    let value = self[first]
    self[first] = self[second]
    self[second] = value
  }
}
