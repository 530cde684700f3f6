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
    if let catalog, xmlLoadCatalog(catalog) != 0 {
      throw XMLProblem("The catalog `\(catalog)` can't be read.")
    }
    guard let context = xmlSchemaNewParserCtxt(path) else {
      throw XMLProblem("The schema `\(path)` can't be opened.")
    }
    defer { xmlSchemaFreeParserCtxt(context) }
    let problems = ProblemList()
    let list = Unmanaged.passUnretained(problems).toOpaque()
    xmlSchemaSetParserStructuredErrors(context, ProblemList.add, list)
    guard let schema = xmlSchemaParse(context) else {
      throw problems.all.first ?? XMLProblem("`\(path)` isn't a schema.")
    }
    withExtendedLifetime(problems) {}
    self.schema = schema
  }

  deinit { xmlSchemaFree(schema) }

  /// Everything in a document that the schema doesn't allow, by line; empty when it is valid.
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
  var all: [XMLProblem] = []

  /// Adds a problem; the first argument is the list.
  static let add: xmlStructuredErrorFunc = { list, error in
    guard let list, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
      return
    }
    let message = error.pointee.message.map { String(cString: $0) } ?? ""
    Unmanaged<ProblemList>.fromOpaque(list).takeUnretainedValue().all
      .append(XMLProblem(message.trimmedLine + ".", line: Int(error.pointee.line)))
  }
}
