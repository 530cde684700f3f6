import Diagnostics
import HTMLRendering

extension BuildReport {
  /// The report as a page that works by itself.
  public func html() -> [UInt8] {
    var page = HTMLBuffer()
    page.raw(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">

      """)
    page.element("title", text: "Build report: \(title)")
    page.raw("\n<style>")
    page.raw(Self.styles)
    page.raw("</style>\n</head>\n<body>\n<main>\n")
    summary(&page)
    builtTable(&page)
    languageTable(&page)
    offline(&page)
    lossList(&page)
    budgetTable(&page)
    findingList(&page)
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  // MARK: Sections

  private func summary(_ page: inout HTMLBuffer) {
    page.raw("<header>\n")
    page.element("p", .classes("kind"), text: "Build report")
    page.element("h1", text: title)
    let variant = variant.isEmpty ? "" : "Variant \(variant) · "
    page.element(
      "p", .classes("facts"),
      text:
        "Version \(version) · \(variant)\(count(modules, "module")) · \(count(trees, "decision tree")) · "
        + count(languages.count, "language"))
    let warnings = findings.count { $0.severity == .warning }
    page.element(
      "p", .classes("verdict"),
      text: warnings == 0
        ? "Ready to hand out."
        : "Ready to hand out, with \(count(warnings, "thing")) to look at below.")
    page.raw("</header>\n")
  }

  private func builtTable(_ page: inout HTMLBuffer) {
    page.element("h2", text: "What was built")
    let rows = targets.map { target -> [Cell] in
      let size = target.files.reduce(0) { $0 + $1.size }
      let largest = target.files.max { ($0.size, $1.path) < ($1.size, $0.path) }
      return [
        Cell(target.name, address: start(of: target)), Cell(target.summary),
        Cell(grouped(target.files.count), isNumber: true), Cell(bytes(size), isNumber: true),
        Cell(largest.map { "\($0.path), \(bytes($0.size))" } ?? ""),
      ]
    }
    table(&page, ["Output", "What it is", "Files", "Size", "Largest file"], rows)
    let alone = targets.flatMap(\.files).filter(\.isSelfContained)
    if !alone.isEmpty {
      page.element("h3", text: "Files that can be copied alone")
      table(
        &page, ["File", "Size"],
        alone.map { [Cell($0.path, address: $0.path), Cell(bytes($0.size), isNumber: true)] })
    }
    page.raw(
      """
      <p>Copy all else in whole folders. <code>manifest.json</code> holds the SHA-256 of every \
      file, to check a copy with.</p>

      """)
  }

  /// Where a person opens an output; nil for one that isn't opened.
  private func start(of target: Target) -> String? {
    target.files.map(\.path).first { $0 == "\(target.name)/index.html" }
  }

  private func languageTable(_ page: inout HTMLBuffer) {
    page.element("h2", text: "Languages")
    let rows = languages.map { language -> [Cell] in
      let whole =
        language.missing == 0 && language.stale == 0 && language.different == 0
        ? "complete" : "not complete"
      return [
        Cell(language.name, language: language.tag), Cell(whole),
        Cell(grouped(language.parts), isNumber: true),
        Cell(grouped(language.missing), isNumber: true),
        Cell(grouped(language.stale), isNumber: true),
        Cell(grouped(language.different), isNumber: true),
      ]
    }
    table(
      &page, ["Language", "State", "Parts", "Not translated", "Out of date", "Built differently"],
      rows)
    page.raw(
      """
      <p>A part is a heading with the text under it. Learners read what isn't translated in the \
      default language. <code>amparo languages</code> names each part.</p>

      """)
  }

  private func offline(_ page: inout HTMLBuffer) {
    let files = targets.flatMap(\.files)
    let pages = files.count { $0.path.hasSuffix(".html") }
    let whole = files.count { $0.isSelfContained }
    page.element("h2", text: "Works without a network")
    page.element(
      "p",
      text:
        "Amparo looked at every page before it was written. It writes nothing when one of these "
        + "is not so.")
    page.raw("<ul class=\"checks\">\n")
    for line in [
      "No remote address: no picture, style, font or script of \(count(pages, "page")) comes from "
        + "elsewhere.",
      "No fetch: the learner's scripts hold no call that uses a network, and the policy in each page "
        + "makes the browser refuse one.",
      "No sibling file: \(count(whole, "page")) \(whole == 1 ? "holds" : "hold") everything inside "
        + "and can be copied alone.",
    ] + (targets.contains { $0.name == "cmi5" && !$0.files.isEmpty } ? [Self.cmi5Network] : []) {
      page.element("li", text: line)
    }
    page.raw("</ul>\n")
  }

  private static let cmi5Network =
    "Only packages for cmi5 use a network, as that standard asks: they send results to the record "
    + "store that the learning system names."

  private func lossList(_ page: inout HTMLBuffer) {
    page.element("h2", text: "What did not fit")
    let lost = targets.filter { !$0.losses.isEmpty }
    guard !lost.isEmpty else {
      page.element("p", text: "Nothing. Each output holds everything that it is made for.")
      return
    }
    for target in lost {
      page.element("h3", text: target.name)
      findings(target.losses, &page)
    }
  }

  private func budgetTable(_ page: inout HTMLBuffer) {
    guard !budgets.isEmpty else { return }
    let safe = PackageBudget.safe
    page.element("h2", text: "Learners' work in packages")
    page.element(
      "p",
      text: "How many characters a learning system must keep at most. Up to "
        + "\(grouped(safe.scorm12)) are safe in SCORM 1.2, up to \(grouped(safe.scorm2004)) in "
        + "SCORM 2004.")
    let rows = budgets.map { budget in
      [
        Cell(budget.id), Cell(grouped(budget.characters), isNumber: true),
        Cell("\(budget.characters * 100 / safe.scorm12) %", isNumber: true),
        Cell("\(budget.characters * 100 / safe.scorm2004) %", isNumber: true),
        Cell(budget.dearest),
      ]
    }
    table(&page, ["Package", "At most", "SCORM 1.2", "SCORM 2004", "What needs most"], rows)
  }

  private func findingList(_ page: inout HTMLBuffer) {
    page.element("h2", text: "To look at")
    guard !findings.isEmpty else {
      page.element("p", text: "Nothing: the compiler has no remarks.")
      return
    }
    findings(findings, &page)
  }

  // MARK: Pieces

  /// More would hide what matters; `amparo check` shows all.
  private static let mostFindings = 300

  private func findings(_ all: [Diagnostic], _ page: inout HTMLBuffer) {
    let shown = all.sorted { $0.severity < $1.severity }.prefix(Self.mostFindings)
    page.raw("<ul class=\"findings\">\n")
    for finding in shown {
      page.open("li", .classes(finding.severity.rawValue))
      page.element(
        "p", .classes("place"),
        text: ([finding.severity.rawValue, finding.code.rawValue] + place(of: finding))
          .joined(separator: " · "))
      page.element("p", text: finding.message)
      if let help = finding.help { page.element("p", .classes("help"), text: help) }
      // Notes with a place show lines of files, which this page doesn't.
      for note in finding.notes where note.path == nil && note.range == nil {
        page.element("p", .classes("help"), text: note.message)
      }
      page.raw("</li>\n")
    }
    page.raw("</ul>\n")
    if all.count > shown.count {
      page.element(
        "p", text: "And \(grouped(all.count - shown.count)) more: `amparo check` shows them all.")
    }
  }

  private func place(of finding: Diagnostic) -> [String] {
    guard !finding.path.isEmpty else { return [] }
    guard let range = finding.range, let source = sources[finding.path] else {
      return [finding.path]
    }
    return ["\(finding.path), line \(source.position(of: range.lower).line)"]
  }

  private struct Cell {
    let text: String
    var isNumber = false
    var address: String?
    var language: String?

    init(_ text: String, isNumber: Bool = false, address: String? = nil, language: String? = nil) {
      self.text = text
      self.isNumber = isNumber
      self.address = address
      self.language = language
    }
  }

  private func table(_ page: inout HTMLBuffer, _ heads: [String], _ rows: [[Cell]]) {
    page.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\"")
    page.raw(" aria-label=\"Table\"><table>\n<thead><tr>")
    for (index, head) in heads.enumerated() {
      let isNumber = rows.first.map { $0[index].isNumber } ?? false
      page.element(
        "th", .value("scope", "col"), isNumber ? .classes("number") : nil, text: head)
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for row in rows {
      page.raw("<tr>")
      for cell in row {
        page.open("td", cell.isNumber ? .classes("number") : nil)
        if let address = cell.address {
          page.element("a", .href(address), text: cell.text)
        } else if let language = cell.language {
          page.element("bdi", .value("lang", language), text: cell.text)
        } else {
          page.text(cell.text)
        }
        page.close("td")
      }
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table></div>\n")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Thousands apart: "10,000".
  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digit)
    }.joined()
  }

  /// Thousands of bytes, as file managers show them.
  private func bytes(_ size: Int) -> String {
    if size < 1000 { return "\(size) B" }
    if size < 999_500 { return "\((size + 500) / 1000) kB" }
    return "\(size / 1_000_000).\(size / 100_000 % 10) MB"
  }
}
