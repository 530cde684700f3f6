import CourseModel
import Diagnostics
import Exporters

/// The list of packages that can be opened in the practice learning system.
struct PackageList {
  let language: PreviewLanguage
  /// The variant that the packages are of, as authors write it; empty for the general toolkit.
  let variant: String
  /// What can be chosen; none where the content has no variants.
  let variants: [PreviewData.Choice]
  /// The one standard that the list is about; nil when it is about all.
  let chosen: PackageStandard?

  /// Where the packages of a variant are, for one standard or for all.
  static func address(_ variant: String, _ standard: PackageStandard? = nil) -> String {
    "/_amparo/lms/" + (variant.isEmpty ? "" : "~\(variant)/")
      + (standard.map { "\($0.rawValue)/" } ?? "")
  }

  /// The body of the page.
  func html(_ shelves: [(standard: PackageStandard, shelf: PackageShelf)]) -> String {
    """
    <main class="tool"><h1>\(text(.lmsTitle))</h1>
    <p>\(text(.lmsExplained))</p>
    \(choices())\(shelves.map(section).joined())
    <p><a href="/">\(ToolPage.escaped(PageText.back.phrase[language]))</a></p></main>
    """
  }

  /// Links to the same list of each variant.
  private func choices() -> String {
    guard !variants.isEmpty else { return "" }
    let links = variants.map { choice in
      let present = choice.tag == variant ? " aria-current=\"page\"" : ""
      let address = ToolPage.escaped(Self.address(choice.tag, chosen))
      return "<li><a href=\"\(address)\"\(present)>\(ToolPage.escaped(choice.name))</a></li>"
    }
    let label = ToolPage.escaped(BarText.variant.phrase[language])
    return "<nav class=\"variants\" aria-label=\"\(label)\"><ul>\(links.joined())</ul></nav>\n"
  }

  private func section(_ standard: PackageStandard, _ shelf: PackageShelf) -> String {
    var html = "<h2>\(ToolPage.escaped(standard.title))</h2>\n"
    if shelf.packages.isEmpty {
      html += "<p>\(text(.lmsNone))</p>\n"
    } else {
      html += "<ul>\(shelf.packages.map { item($0, standard) }.joined())</ul>\n"
    }
    guard !shelf.diagnostics.isEmpty else { return html }
    let findings = shelf.diagnostics.map { diagnostic in
      let code = ToolPage.escaped(diagnostic.code.rawValue)
      return """
        <li lang="en" dir="ltr"><a href="/_amparo/explain/\(code)">\(code)</a> \
        \(ToolPage.escaped(diagnostic.message))</li>
        """
    }
    return html + "<h3>\(text(.lmsToKnow))</h3>\n<ul>\(findings.joined())</ul>\n"
  }

  private func item(_ package: PackageShelf.Package, _ standard: PackageStandard) -> String {
    let address =
      "/_amparo/lms/player/player.html?package=\(Self.address(variant, standard))\(package.name)/"
      + "&standard=\(standard.rawValue)&lang=\(language.rawValue)"
    let own = package.language
    let title = package.isWhole ? LMSText.lmsWhole.phrase[language] : package.title
    let words =
      package.isWhole
      ? ToolPage.escaped(title)
      : "<bdi lang=\"\(own.tag)\">\(ToolPage.escaped(title))</bdi>"
    return """
      <li><a href="\(ToolPage.escaped(address))">\(words)</a> \
      <span class="fine"><bdi lang="\(own.tag)">\(ToolPage.escaped(own.autonym))</bdi> · \
      <bdi class="path">\(ToolPage.escaped(package.name)).zip</bdi></span></li>
      """
  }

  private func text(_ text: LMSText) -> String { ToolPage.escaped(text.phrase[language]) }
}
