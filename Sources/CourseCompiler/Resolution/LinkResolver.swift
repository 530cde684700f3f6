internal import CourseModel
internal import Diagnostics
internal import MarkdownSyntax

/// Finds what the address of a link or an image stands for.
struct LinkResolver {
  /// What can be pointed at.
  let index: IDIndex
  /// The file that the link stands in, by id; nil for the glossary and for included files.
  let file: FileID?
  /// Path of that file; addresses of media are relative to its folder.
  let path: String

  /// What an address leads to, or why it leads nowhere.
  enum Outcome {
    case found(Reference)
    case problem(Diagnostic)
  }

  /// Resolves a link's address.
  ///
  /// - Parameter forLearners: whether learners read the link; then it must not lead to
  ///   facilitators' text.
  func link(_ address: String, at range: SourceRange, forLearners: Bool) -> Outcome {
    if address.isEmpty {
      return .problem(
        unknown("This link leads nowhere.", range, help: "Write an address in `( )`."))
    }
    if address.hasPrefix("#") {
      guard let file else {
        return .problem(
          unknown(
            "`\(address)` means a heading of the same file, but this text is "
              + "read inside other files.", range,
            help: "Write `m01\(address)`, with the file's id."))
      }
      return place(Anchor(file, String(address.dropFirst())), range, forLearners)
    }
    if let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), isScheme(address[..<colon]) {
      let scheme = String(address[..<colon])
      return schemed(address, scheme: Self.isLower(scheme) ? scheme : scheme.lowercased(), range)
    }
    if index.modules[address] != nil || index.trees[address] != nil {
      return .found(.place(Anchor(FileID(address))))
    }
    if let mark = address.utf8.firstIndex(of: UInt8(ascii: "#")) {
      let file = address[..<mark]
      if !file.utf8.contains(UInt8(ascii: "/")), !file.utf8.contains(UInt8(ascii: ".")) {
        let element = address[address.utf8.index(after: mark)...]
        return place(Anchor(FileID(String(file)), String(element)), range, forLearners)
      }
    }
    return .problem(
      unknown(
        "There is no module or tree `\(address)`.", range,
        help: Suggestion.help(for: address, in: fileIDs)
          ?? "Link to an id (`m08`, `m08#q-say`), a term (`glossary:consent`), guidance "
          + "(`guidance:…`) or a web address (`https://…`)."))
  }

  /// Resolves an image's address.
  func image(_ address: String, at range: SourceRange) -> Outcome {
    if let colon = address.firstIndex(of: ":"), isScheme(address[..<colon]) {
      return .problem(
        Diagnostic(
          .remoteImage, path: path, range: range,
          "This image is not in the content folder: `\(address.prefix(80))`. Learners without a "
            + "network would not see it.",
          help: "Save the image beside the module, for example as `media/site.svg`, and check that "
            + "its licence allows it."))
    }
    guard let target = ContentPath.resolve(address, from: path) else {
      return .problem(
        Diagnostic(
          .outsideContent, path: path, range: range,
          "`\(address)` leads out of the content folder.",
          help: "Put the file beside the module and link to it there."))
    }
    guard let size = index.media[target] else {
      return .problem(
        Diagnostic(
          .missingMedia, path: path, range: range, "There is no file `\(target)`.",
          help: Suggestion.help(for: target, in: index.media.keys)))
    }
    guard MediaType.of(target) != nil else {
      return .problem(
        Diagnostic(
          .unknownMediaType, path: path, range: range,
          "Pages can't show files like `\(target)`.",
          help: "Use SVG, PNG, JPEG, WebP or GIF."))
    }
    guard ContentPath.isPortable(target) else {
      return .problem(
        Diagnostic(
          .unsafeFileName, path: path, range: range,
          "Not every disk and web server can hold a file named `\(target)`.",
          help: "Rename the file with the letters a to z, digits, `-` and `_`, and link to the new "
            + "name."))
    }
    if size > MediaType.largestImage {
      return .problem(
        Diagnostic(
          .mediaTooLarge, path: path, range: range,
          "`\(target)` has \(size / 1024) kB; images may have up to "
            + "\(MediaType.largestImage / 1024) kB. Every learner carries it.",
          help: "Make it smaller, or draw it as SVG."))
    }
    return .found(.media(target))
  }

  private func schemed(_ address: String, scheme: String, _ range: SourceRange) -> Outcome {
    let rest = String(decoding: address.utf8.dropFirst(scheme.utf8.count + 1), as: UTF8.self)
    switch scheme {
    case "glossary":
      if index.terms[rest] != nil { return .found(.glossary(rest)) }
      if let condition = index.variants(withTerm: rest) {
        return .problem(leftOut("The term `\(rest)`", condition, range))
      }
      return .problem(
        unknown(
          "The glossary has no term `\(rest)`.", range,
          help: Suggestion.help(for: rest, in: index.terms.keys)
            ?? "Add `## Term {#\(rest)}` to the glossary."))
    case "guidance":
      if index.guidance.contains(rest) { return .found(.guidance(rest)) }
      return .problem(
        unknown(
          "The guidance register has no entry `\(rest)`.", range,
          help: Suggestion.help(for: rest, in: index.guidance.keys) ?? "Add it to guidance.yml."))
    case "https", "http", "mailto", "tel":
      return .found(.external(address))
    default:
      return .problem(
        Diagnostic(
          .unsafeLink, path: path, range: range,
          "A link may not begin with `\(scheme):`. It could run something on a learner's device, "
            + "or lead to a place that exists only on yours.",
          help: "Use a web address (`https://…`) or an id of this toolkit."))
    }
  }

  private static func isLower(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 65 || ($0 > 90 && $0 < 128) }
  }

  private func place(_ anchor: Anchor, _ range: SourceRange, _ forLearners: Bool) -> Outcome {
    let file = anchor.file.text
    guard index.modules[file] != nil || index.trees[file] != nil else {
      return .problem(
        unknown(
          "There is no module or tree `\(file)`.", range,
          help: Suggestion.help(for: file, in: fileIDs)))
    }
    let id = anchor.element ?? ""
    guard let place = index.place(of: id, in: file) else {
      return .problem(
        unknown(
          "There is no `#\(id)` in `\(file)`.", range,
          help: Suggestion.help(for: id, in: index.elementNames(in: file))
            ?? "Write `{#\(id)}` behind the heading that you mean."))
    }
    switch place.standing {
    case .learner: break
    case .inOtherVariants: return .problem(leftOut("`#\(id)`", place.condition, range))
    case .facilitator:
      guard forLearners else { break }
      return .problem(
        unknown(
          "`#\(id)` is text for facilitators; learners don't have it.", range,
          help: "Link to a place that learners can read."))
    case .leftOut:
      return .problem(
        unknown(
          "`#\(id)` is of a kind that this version of Amparo leaves out.", range,
          help: "Link to another place for now."))
    }
    return .found(.place(anchor))
  }

  private func leftOut(
    _ what: String, _ condition: VariantCondition, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .targetLeftOut, path: path, range: range,
      "\(what) is only there with `\(condition.text)`, and readers without that get this link, too.",
      help: "Mark what holds the link `{\(condition.text)}`, or link to something that all have.")
  }

  private var fileIDs: [String] { Array(index.modules.keys) + Array(index.trees.keys) }

  private func unknown(_ message: String, _ range: SourceRange, help: String?) -> Diagnostic {
    Diagnostic(.unknownTarget, path: path, range: range, message, help: help)
  }

  /// A letter, then letters, digits, `+`, `-`, `.` (RFC 3986).
  private func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (first | 0x20) >= 97, (first | 0x20) <= 122 else {
      return false
    }
    return text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 43 || $0 == 45 || $0 == 46 }
  }
}

/// Paths inside the content folder.
enum ContentPath {
  /// The path that an address means when it stands in a file; nil when it leaves the content
  /// folder.
  ///
  /// `%20` and the like are decoded; `\` counts as `/`, since trainers copy such paths.
  static func resolve(_ address: String, from file: String) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    return join(&parts, address)
  }

  /// The path that an address means from the top of the content folder.
  static func resolve(_ address: String) -> String? {
    var parts: [String] = []
    return join(&parts, address)
  }

  /// Whether a path can be kept by any disk: ASCII letters, digits, `-`, `_` and `.`, at most 200
  /// bytes.
  static func isPortable(_ path: String) -> Bool {
    path.utf8.count <= 200
      && path.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-_./".utf8.contains($0) }
  }

  private static func join(_ parts: inout [String], _ address: String) -> String? {
    let decoded = percentDecoded(address)
    guard !decoded.hasPrefix("/"), !decoded.hasPrefix("\\"), !decoded.utf8.contains(0) else {
      return nil
    }
    for part in decoded.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  private static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Kinds of files that pages can show.
enum MediaType {
  /// Largest image: 512 KiB.
  static let largestImage = 512 << 10

  /// The media type of drawings.
  static let svg = "image/svg+xml"

  /// What people call a media type: "PNG".
  static func name(of type: String) -> String {
    type == svg ? "SVG" : type.split(separator: "/").last.map { $0.uppercased() } ?? type
  }

  /// The media type that a file's name says; nil for a kind that pages can't show.
  static func of(_ path: String) -> String? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "svg": return svg
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    case "webp": return "image/webp"
    case "gif": return "image/gif"
    default: return nil
    }
  }
}
