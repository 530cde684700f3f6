extension RemoteAddresses {
  /// What an SVG would fetch from elsewhere when it is opened, by line.
  ///
  /// It is XML: any element may be closed in its own tag, any prefix may stand for XLink, and most
  /// attributes of its look may hold `url()`.
  public static func inPicture(_ svg: [UInt8]) -> [Place] {
    var places: [Place] = []
    var scanner = TagScanner(svg)
    while let tag = scanner.next() {
      for attribute in tag.attributes {
        let found =
          addresses(in: attribute, of: tag).filter(isRemote)
          + inStyles(Array(attribute.value.utf8)).map(\.address)
        places += found.map {
          place(svg, attribute.offset, "\(tag.name) \(attribute.name)", $0)
        }
      }
    }
    // Elements with styles hold them as text. A quotation mark that is written as `&quot;` was read
    // with its attribute.
    let lines = Set(places.map(\.line))
    places += inStyles(svg).filter { !$0.address.hasPrefix("&") || !lines.contains($0.line) }
    places += styleSheets(svg)
    var seen: Set<String> = []
    return places.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    .map(\.element).filter { seen.insert("\($0.line) \($0.address)").inserted }
  }

  /// Addresses in an attribute that are fetched without a person's doing.
  private static func addresses(
    in attribute: TagScanner.Attribute, of tag: TagScanner.Tag
  ) -> [String] {
    if attribute.name == "xml:base" { return [attribute.value] }
    if ["to", "from", "by", "values"].contains(attribute.name) {
      let changesLink = tag.attributes.contains {
        $0.name == "attributename" && $0.value.lowercased().hasSuffix("href")
      }
      return changesLink ? attribute.value.split(separator: ";").map(String.init) : []
    }
    let name = attribute.name.split(separator: ":").last.map(String.init) ?? attribute.name
    let element = tag.name.split(separator: ":").last.map(String.init) ?? tag.name
    let own = TagScanner.Attribute(
      name: name, value: attribute.value, offset: attribute.offset)
    return fetches(element, own, tag.attributes) ? addresses(in: own) : []
  }

  /// `<?xml-stylesheet href="…"?>`, which browsers read before anything else.
  private static func styleSheets(_ svg: [UInt8]) -> [Place] {
    let mark = Array("<?xml-stylesheet".utf8)
    return svg.indices.filter { svg[$0] == mark[0] && svg[$0...].starts(with: mark) }
      .compactMap { start in
        let end = svg[start...].firstIndex(of: UInt8(ascii: ">")) ?? svg.endIndex
        // Its pseudo-attributes are read as those of an element.
        var scanner = TagScanner(Array("<".utf8) + svg[(start + 2)..<end] + Array(">".utf8))
        let address = scanner.next()?.attributes.first { $0.name == "href" }?.value
        guard let address, isRemote(address) else { return nil }
        return place(svg, start, "xml-stylesheet href", address)
      }
  }
}
