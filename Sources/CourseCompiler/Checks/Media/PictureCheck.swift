internal import CourseModel
internal import Diagnostics
internal import OfflineChecks

/// Finds pictures that some learners would not see, or that cost them too much.
enum PictureCheck {
  /// The longest side in pixels that any page needs.
  private static let longestSide = 2560

  /// Everything there is to say about a picture that a text shows.
  static func findings(in media: Media) -> [Diagnostic] {
    let header = PictureHeader(media.bytes)
    guard header?.mediaType == media.mediaType else {
      return [wrongType(media, isReally: header?.mediaType)]
    }
    if media.mediaType == MediaType.svg { return remoteAddresses(media) }
    guard let size = header?.size, max(size.width, size.height) > longestSide else { return [] }
    return [
      Diagnostic(
        .tooManyPixels, path: media.path,
        "This picture has \(size.width) × \(size.height) pixels, which fill the memory of an old "
          + "phone.",
        help: "Make its longer side \(longestSide) pixels at most, or draw it as SVG.")
    ]
  }

  private static func wrongType(_ media: Media, isReally type: String?) -> Diagnostic {
    Diagnostic(
      .wrongMediaType, path: media.path,
      type.map {
        "This file is of the kind \(MediaType.name(of: $0)), not of the kind that its name says."
      }
        ?? "This file is no \(MediaType.name(of: media.mediaType)), and no other picture either.",
      help: type == nil
        ? "Save the picture anew. A copy may have been cut short."
        : "Rename it and change the link, or save it anew in the form that its name says.")
  }

  /// What an SVG would fetch when it is opened.
  private static func remoteAddresses(_ media: Media) -> [Diagnostic] {
    let source = SourceFile(path: media.path, bytes: media.bytes)
    return RemoteAddresses.inPicture(media.bytes).map { place in
      Diagnostic(
        .remoteAddressInPicture, path: media.path, range: range(of: place, in: source),
        "This picture would fetch `\(place.address.prefix(80))` from the network.",
        help: "Embed it into the SVG, or take it out.")
    }
  }

  /// The address in its line; the whole line when it is written in another way there.
  private static func range(
    of place: RemoteAddresses.Place, in source: SourceFile
  ) -> SourceRange? {
    let line = source.line(place.line)
    let address = Array(place.address.utf8)
    let start = line.indices.first { line[$0...].starts(with: address) }
    return start.map { SourceRange($0, $0 + address.count) }
      ?? SourceRange(line.startIndex, line.endIndex)
  }
}
