import CourseCompiler
import Disk

/// The pictures of the content folder.
enum PictureFiles {
  /// Paths of all pictures, sorted.
  static func paths(in content: WatchedContent) -> [String] {
    ((try? content.entries()) ?? []).filter { $0.kind == .file && type(of: $0.path) != nil }
      .map(\.path).sorted()
  }

  /// A picture that the folder holds, with its type; nil for anything else.
  static func picture(
    _ path: String, in content: WatchedContent
  ) -> (type: String, bytes: [UInt8])? {
    guard let type = type(of: path), paths(in: content).contains(path),
      let bytes = try? content.disk.read(path)
    else { return nil }
    return (type, bytes)
  }

  /// What kind of picture a path names; nil when none that pages can show.
  static func type(of path: String) -> String? {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "webp": "image/webp"
    case "gif": "image/gif"
    default: nil
    }
  }
}
