internal import CourseModel

extension HTMLBuffer {
  /// A block for people up to its content: its frame, and its name in words.
  mutating func start(_ callout: Callout, _ scope: PageScope) {
    let id =
      callout.anchor?.htmlID ?? "\(scope.page)_callout\(scope.counters.number("callout"))"
    open(
      "div", callout.anchor == nil ? nil : .id(id), .classes("callout \(callout.kind.rawValue)"),
      .value("role", "note"), .labelledBy("\(id)_name"))
    var name = scope.texts.page.callout.name(of: callout.kind)
    if let situation = callout.situation { name += ": \(situation)" }
    element("p", .id("\(id)_name"), .classes("callout-name"), text: name)
    if let title = callout.title, !title.isEmpty {
      element("h2", .classes("callout-title"), prose: title, scope)
    }
    if callout.kind == .safeguard { skipRoute(from: scope) }
    raw("\n")
  }

  /// Ways round something hard to read: to the next page, and to support for oneself.
  mutating func skipRoute(from scope: PageScope) {
    let texts = scope.texts
    let support = scope.map.address(of: .support, from: scope.page)
    // Without scripts, the system around the page leads on.
    let next = scope.map.form.isStill ? nil : scope.index.page(after: scope.page)
    guard support != nil || next != nil else { return }
    raw("<p class=\"skip-route\">")
    if let next {
      element(
        "a", .href(scope.map.address(of: next.id, on: next.id, from: scope.page)),
        text: texts.page.module.skipTo.filling(
          title: next.title, next.language, in: scope.edition.language))
      raw(" ")
      text(texts.page.module.partOf)
      raw(" ")
    }
    if let support { element("a", .href(support), text: texts.page.module.findSupport) }
    raw("</p>")
  }

  /// A picture with its words.
  mutating func figure(_ figure: Figure, _ scope: PageScope) {
    raw("<figure>")
    if let source = scope.media[figure.media] {
      open("img", .value("src", source), .value("alt", figure.alternative))
    } else {
      element("p", .classes("no-image"), text: figure.alternative)
    }
    if figure.caption != nil || figure.credit != nil {
      raw("<figcaption>")
      if let caption = figure.caption { inline(caption, scope) }
      if let credit = figure.credit {
        raw(" ")
        element("span", .classes("credit"), text: credit)
      }
      raw("</figcaption>")
    }
    raw("</figure>\n")
  }
}
