/// Writes one line for each diagnostic, in the form that editors know from other compilers:
///
/// ```
/// Content/modules/m01/en.md:12:5: error AMP0502: There is no `m99` in this toolkit. Did you mean `m09`?
/// ```
///
/// Every line has a path, a line and a column, so that one pattern fits all of them.
public struct ShortFormatter: Sendable {
  /// The content folder as the person gave it; paths begin with it.
  public let folder: String

  /// Creates a formatter.
  public init(folder: String) {
    self.folder = folder
  }

  /// All diagnostics in the order given.
  public func format(_ diagnostics: [Diagnostic], sources: [String: SourceFile]) -> String {
    diagnostics.map { diagnostic in
      let place = diagnostic.range.flatMap { sources[diagnostic.path]?.position(of: $0.lower) }
      let path = ContentPath.join(folder, diagnostic.path)
      let text = [diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: " ")
      return DisplayText.oneLine(path) + ":\(place?.line ?? 1):\(place?.column ?? 1): "
        + "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue): \(DisplayText.oneLine(text))\n"
    }.joined()
  }
}

/// Paths of content files as they are seen from outside the content folder.
public enum ContentPath {
  /// The path of a file in a folder; a folder `.` is left out. The folder's own for an empty path.
  public static func join(_ folder: String, _ path: String) -> String {
    var folder = folder[...]
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    while folder.hasPrefix("./") { folder = folder.dropFirst(2).drop { $0 == "/" } }
    if path.isEmpty { return folder.isEmpty ? "." : String(folder) }
    if folder.isEmpty || folder == "." { return path }
    return folder == "/" ? "/" + path : "\(folder)/\(path)"
  }
}
