internal import CLibXML2

/// A schema from files on disk (XSD), to validate documents against.
public struct XMLSchema: ~Copyable {
  private let schema: xmlSchemaPtr

  /// Reads a schema and those that it imports, from files only.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - catalog: a file (OASIS XML catalog) that says where copies of schemas are that the schema
  ///     names by an address of the network. It stays in use for the rest of the process.
  /// - Throws: when it can't be read or isn't a schema.
  public init(path: String, catalog: String? = nil) throws(XMLProblem) {
    try Self.useFilesOnly(catalog)
    guard let context = xmlSchemaNewParserCtxt(path) else {
      throw XMLProblem("The schema `\(path)` can't be opened.")
    }
    schema = try Self.parse(context, path)
  }

  /// Reads several schemas together.
  ///
  /// - Parameters:
  ///   - imports: their files by the namespaces that they describe.
  ///   - catalog: as above.
  /// - Throws: when one can't be read or isn't a schema.
  public init(
    importing imports: [(namespace: String, path: String)], catalog: String? = nil
  ) throws(XMLProblem) {
    try Self.useFilesOnly(catalog)
    let driver = XMLElement(
      "xs:schema",
      [
        .init("xmlns:xs", "http://www.w3.org/2001/XMLSchema"),
        .init("targetNamespace", "urn:amparo:driver"),
      ],
      children: imports.map { item in
        XMLElement(
          "xs:import",
          [
            .init("namespace", item.namespace),
            .init("schemaLocation", Self.address(of: item.path)),
          ])
      })
    let bytes = try driver.document()
    // The bytes are read while the schema is parsed.
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(XMLProblem) in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        guard let context = xmlSchemaNewMemParserCtxt(start, Int32(buffer.count)) else {
          throw XMLProblem("There is no memory left.")
        }
        return try Self.parse(context, imports.first?.path ?? "")
      }
    }
    schema = try result.get()
  }

  /// Nothing is fetched from a network, whatever a schema imports.
  private static func useFilesOnly(_ catalog: String?) throws(XMLProblem) {
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader)
    if let catalog, xmlLoadCatalog(catalog) != 0 {
      throw XMLProblem("The catalog `\(catalog)` can't be read.")
    }
  }

  private static func parse(
    _ context: xmlSchemaParserCtxtPtr, _ path: String
  ) throws(XMLProblem) -> xmlSchemaPtr {
    defer { xmlSchemaFreeParserCtxt(context) }
    let problems = ProblemList()
    let list = Unmanaged.passUnretained(problems).toOpaque()
    xmlSchemaSetParserStructuredErrors(context, ProblemList.add, list)
    // What reading a file has to say would go to standard error.
    xmlSetStructuredErrorFunc(list, ProblemList.add)
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let schema = xmlSchemaParse(context) else {
      throw problems.all.first ?? XMLProblem("`\(path)` isn't a schema.")
    }
    withExtendedLifetime(problems) {}
    return schema
  }

  /// The address of a file, relative or not.
  private static func address(of path: String) -> String {
    guard let text = xmlPathToURI(path) else { return path }
    defer { amparo_xml_free(text) }
    return String(cString: text)
  }

  deinit { xmlSchemaFree(schema) }

  /// What the schema doesn't allow in a document, by line, the first 200; empty when it is valid.
  ///
  /// - Throws: when the document can't be read at all.
  public func problems(in document: [UInt8]) throws(XMLProblem) -> [XMLProblem] {
    let parsed = try ParsedDocument(document)
    guard let context = xmlSchemaNewValidCtxt(schema) else {
      throw XMLProblem("There is no memory left.")
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    let problems = ProblemList()
    xmlSchemaSetValidStructuredErrors(
      context, ProblemList.add, Unmanaged.passUnretained(problems).toOpaque())
    let status = xmlSchemaValidateDoc(context, parsed.tree)
    let found = withExtendedLifetime(problems) { problems.all }
    if status != 0, found.isEmpty {
      return [XMLProblem("The document isn't valid.")]
    }
    return found.sorted { $0.line < $1.line }
  }
}

/// Gathers what libxml2 reports while it works; used on one thread.
private final class ProblemList {
  /// Nobody reads more, and each holds a piece of the document.
  static let most = 200

  var all: [XMLProblem] = []

  /// Adds a problem; the first argument is the list.
  static let add: xmlStructuredErrorFunc = { list, error in
    guard let list, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
      return
    }
    let problems = Unmanaged<ProblemList>.fromOpaque(list).takeUnretainedValue()
    guard problems.all.count < most else { return }
    let message = error.pointee.message.map { String(cString: $0) } ?? ""
    problems.all.append(
      XMLProblem(message.trimmedLine.cut + ".", line: Int(error.pointee.line)))
  }
}

extension String {
  /// No more of a message than anybody reads.
  fileprivate var cut: String { count > 500 ? prefix(500) + "…" : self }
}
