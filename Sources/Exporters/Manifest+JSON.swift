import CourseModel
import FoundationEssentials

extension Manifest {
  /// The manifest as JSON with a fixed order of keys, ending with a line end.
  ///
  /// The form is that of `JSONEncoder` with sorted keys. Written by hand, since an encoder holds
  /// several values for each of ten thousand pages at once.
  ///
  /// - Throws: only what `JSONEncoder` throws; it has no reason to for texts.
  public func json() throws -> [UInt8] {
    var json: [UInt8] = []
    json.reserveCapacity(files.count * 400 + 256)
    Self.put("{\n  \"files\" : [", &json)
    for (position, file) in files.enumerated() {
      Self.put(position == 0 ? "\n    {\n" : ",\n    {\n", &json)
      try Self.put(file, &json)
      Self.put("    }", &json)
    }
    // An empty list stands as the encoder has it.
    Self.put(files.isEmpty ? "\n\n  ],\n" : "\n  ],\n", &json)
    try Self.member("format", Self.format, indent: 2, &json)
    try Self.member("toolkit", toolkit, indent: 2, &json)
    try Self.member("toolkitVersion", toolkitVersion, indent: 2, &json)
    if let variant { try Self.member("variant", variant, indent: 2, &json) }
    Self.put("  \"version\" : \(Self.version)\n}\n", &json)
    return json
  }

  private static func put(_ file: Entry, _ json: inout [UInt8]) throws {
    try member("path", file.path, indent: 6, &json)
    if file.isSelfContained { put("      \"selfContained\" : true,\n", &json) }
    try member("sha256", file.sha256, indent: 6, &json)
    put("      \"size\" : \(file.size),\n      \"sources\" : [\n", &json)
    for (position, source) in file.sources.enumerated() {
      put(position == 0 ? "        " : ",\n        ", &json)
      try text(source, &json)
    }
    put("\n      ],\n      \"target\" : ", &json)
    try text(file.target, &json)
    put("\n", &json)
  }

  /// A key and a text, on a line that others follow.
  private static func member(
    _ key: String, _ value: String, indent: Int, _ json: inout [UInt8]
  ) throws {
    put(String(repeating: " ", count: indent) + "\"\(key)\" : ", &json)
    try text(value, &json)
    put(",\n", &json)
  }

  /// A text; what isn't plain is written by the encoder.
  private static func text(_ text: String, _ json: inout [UInt8]) throws {
    let isPlain = text.utf8.allSatisfy {
      (32..<127).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard !isPlain else { return put("\"\(text)\"", &json) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    json += try encoder.encode(text)
  }

  private static func put(_ text: String, _ json: inout [UInt8]) { json += text.utf8 }

  /// The paths that a manifest lists; nil when the bytes aren't a manifest of ours, or list a path
  /// that we never write.
  ///
  /// No more is read, since a manifest of ten thousand pages takes its time.
  public static func paths(json: [UInt8]) -> [String]? {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(json)),
      stored.format == format, stored.version == version,
      stored.files.allSatisfy({ OutputPath($0.path) != nil })
    else { return nil }
    return stored.files.map(\.path)
  }

  /// What is read of the JSON.
  private struct Stored: Decodable {
    struct File: Decodable {
      let path: String
    }

    let format: String
    let version: Int
    let files: [File]
  }
}
