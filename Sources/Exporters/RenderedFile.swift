public import Diagnostics
import OfflineChecks

/// A file of an output with its bytes, ready to be written.
public struct RenderedFile: Sendable {
  /// Where it goes, inside the output folder.
  public let path: OutputPath
  /// What is in it.
  public let bytes: [UInt8]
  /// Its line in the manifest.
  public let entry: Manifest.Entry
  /// What is wrong with it; an error here means that nothing of the build may be written.
  public let diagnostics: [Diagnostic]
}

extension OutputTree.File {
  /// Makes the file's bytes, and checks that a learner's device won't fetch anything for them.
  ///
  /// - Throws: what making the bytes throws.
  public func render(target: String) throws -> RenderedFile {
    let bytes = try bytes()
    return RenderedFile(
      path: path, bytes: bytes,
      entry: Manifest.Entry(
        target: target, path: path, sources: sources, isSelfContained: isSelfContained,
        bytes: bytes),
      diagnostics: remoteAddresses(in: bytes) + siblings(in: bytes))
  }

  private func siblings(in bytes: [UInt8]) -> [Diagnostic] {
    guard isSelfContained else { return [] }
    return SelfContained.siblings(bytes).map { address in
      Diagnostic(
        .siblingFileInOutput, path: "",
        "`\(path)` is to be copied alone, but it would load `\(address)` from beside it.",
        help: "Look for that address in the theme, and put a `data:` address in its place.")
    }
  }

  private func remoteAddresses(in bytes: [UInt8]) -> [Diagnostic] {
    let places =
      if path.text.hasSuffix(".html") {
        RemoteAddresses.inPage(bytes)
      } else if path.text.hasSuffix(".svg") {
        RemoteAddresses.inPicture(bytes)
      } else if path.text.hasSuffix(".css") {
        RemoteAddresses.inStyles(bytes)
      } else {
        [RemoteAddresses.Place]()
      }
    return places.map { place in
      Diagnostic(
        .remoteAddressInOutput, path: "",
        "Line \(place.line) of `\(path)` (\(place.element)) would fetch `\(place.address)` from the "
          + "network, where learners have none.",
        help: "Look for that address in the theme and in the content, and put a copy in its place.")
    }
  }
}
