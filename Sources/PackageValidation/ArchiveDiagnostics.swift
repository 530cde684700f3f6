import Diagnostics
import ZipArchives

/// Says in plain words what is wrong with an archive.
enum ArchiveDiagnostics {
  private static let zipAgain =
    "Zip the folder again, with the program of your system, or ask for the package again."

  /// Why a file isn't read as a package.
  static func diagnostic(for refusal: ZipRefusal, path: String) -> Diagnostic {
    switch refusal {
    case .unreadable(let reason):
      Diagnostic(
        .unreadableFile, path: path, "This file can't be read: \(reason).",
        help: "Give the path of a zip file.")
    case .empty:
      Diagnostic(
        .notAnArchive, path: path, "This file is empty.",
        help: "Copy or download the package again.")
    case .notZip(let form):
      Diagnostic(
        .notAnArchive, path: path,
        "This isn't a zip archive" + (form.map { "; it looks like \($0)." } ?? "."),
        help: "A package is a zip. Ask for the package itself, or zip its folder's content.")
    case .cutOff:
      Diagnostic(
        .damagedArchive, path: path, "The end of this archive is missing.",
        help: "It was copied or downloaded in part only. Copy or download it again.")
    case .extraBytes(let count):
      Diagnostic(
        .damagedArchive, path: path,
        "\(count) bytes stand before or behind the archive; systems read it differently or not "
          + "at all.", help: zipAgain)
    case .split:
      Diagnostic(
        .unusualPacking, path: path, "This is one part of an archive in several files.",
        help: "Put the parts together, unpack them and zip them as one file.")
    case .damaged(let what):
      Diagnostic(
        .damagedArchive, path: path, "This archive is damaged. \(what)",
        help: "Copy or download it again.")
    case .tooManyEntries(let count):
      Diagnostic(
        .archiveTooLarge, path: path, "This archive says that it holds \(count) files.",
        help: "At most \(ZipLimits().entries) are looked at. Leave out what nobody needs.")
    case .directoryTooLarge(let count):
      Diagnostic(
        .archiveTooLarge, path: path, "The list of files alone has \(count >> 20) MB.",
        help: "A package with so many long names can't be imported. Leave out what nobody needs.")
    }
  }

  /// What is wrong inside an archive.
  static func diagnostic(for fault: ZipFault, path: String) -> Diagnostic {
    let name = "`\((fault.path ?? "").prefix(200))`"
    let (code, message, help) = text(for: fault.kind, name)
    return Diagnostic(code, path: path, message, help: help)
  }

  private static func text(
    for kind: ZipFault.Kind, _ name: String
  ) -> (DiagnosticCode, String, String?) {
    switch kind {
    case .leavesFolder, .oddPath, .backslash, .controlCharacter:
      (.unsafePathInArchive, pathText(kind, name), pathHelp(kind))
    case .pathTooLong(let count):
      (.archiveTooLarge, "The path \(name) has \(count) bytes.", "Shorten it to 200 characters.")
    case .pathTooDeep(let count):
      (.archiveTooLarge, "\(name) lies \(count) folders deep.", "Use fewer folders.")
    case .notUTF8:
      (
        .nameNotUTF8, "The name \(name) isn't UTF-8; systems show and find it differently.",
        "Rename the file with plain letters and digits, and zip again."
      )
    case .notAFile:
      (
        .linkInArchive, "\(name) is a link or a device, not a file.",
        "Put the file itself into the package."
      )
    case .encrypted:
      (.lockedArchive, "\(name) is locked with a password.", "Zip the package without one.")
    case .method(let number):
      (
        .unusualPacking,
        "\(name) is packed by a method that learning systems don't know (\(number)).",
        "Zip with the method Deflate, which zip programs call \"normal\"."
      )
    case .large:
      (
        .largeArchiveForm, "This archive is written in the form for large archives (ZIP64).",
        "Some learning systems can't read it. Keep packages below 4 GB and zip without ZIP64."
      )
    case .twice:
      (.pathTwiceInArchive, "There are two files \(name).", "Leave one out.")
    case .fileAndFolder:
      (
        .pathTwiceInArchive, "\(name) is the name of a file and of a folder.", "Rename one of them."
      )
    case .overlap, .contradiction:
      (.deceptiveArchive, deceptionText(kind, name), zipAgain)
    case .tooLarge, .totalTooLarge, .ratio:
      (.archiveTooLarge, sizeText(kind, name), "Nothing was unpacked. Don't import this package.")
    case .damaged(let reason):
      (
        .damagedArchive, "\(name) can't be unpacked. \(reason)",
        "Copy or download the package again."
      )
    }
  }

  private static func pathText(_ kind: ZipFault.Kind, _ name: String) -> String {
    if kind == .leavesFolder {
      return "\(name) would be unpacked outside the folder of the package."
    }
    if kind == .backslash { return "\(name) has `\\` where `/` must stand." }
    if kind == .controlCharacter { return "\(name) holds a character that can't be seen." }
    return "\(name) isn't the path of a file: a part of it is empty or `.`."
  }

  private static func pathHelp(_ kind: ZipFault.Kind) -> String {
    kind == .leavesFolder
      ? "Don't import this package. Ask where it comes from; no zip program makes such a path."
      : zipAgain
  }

  private static func deceptionText(_ kind: ZipFault.Kind, _ name: String) -> String {
    kind == .overlap
      ? "\(name) shares its bytes with another file, or lies where no file can."
      : "The list of files says something else of \(name) than what stands before the file itself, "
        + "so that programs see different files."
  }

  private static func sizeText(_ kind: ZipFault.Kind, _ name: String) -> String {
    switch kind {
    case .ratio(let ratio): "Unpacked, the files are \(ratio) times larger than the archive."
    case .totalTooLarge(let size): "Unpacked, the files have \(size >> 20) MB together."
    case .tooLarge(let size): "Unpacked, \(name) has \(size >> 20) MB."
    case .leavesFolder, .oddPath, .backslash, .controlCharacter, .pathTooLong, .pathTooDeep,
      .notUTF8, .notAFile, .encrypted, .method, .large, .twice, .fileAndFolder, .overlap,
      .contradiction, .damaged:
      ""
    }
  }
}
