import ArgumentParser
import ContentTemplates
import CourseCompiler
import Diagnostics
import Disk

/// What a shell can offer from the content at hand.
extension CompletionKind {
  /// The languages of the toolkit that the command line is about.
  static var contentLanguages: CompletionKind {
    .custom { words, _, _ in
      let content = DiskContent(folder: contentFolder(in: words))
      guard let bytes = try? content.read("toolkit.yml") else { return [] }
      return ToolkitLanguages(SourceFile(path: "toolkit.yml", bytes: bytes))?.tags ?? []
    }
  }

  /// The variants of that toolkit.
  static var contentVariants: CompletionKind {
    .custom { words, _, _ in
      let content = DiskContent(folder: contentFolder(in: words))
      guard let bytes = try? content.read("toolkit.yml") else { return [] }
      return CourseCompiler.variants(in: SourceFile(path: "toolkit.yml", bytes: bytes))
    }
  }

  /// The modules of that toolkit.
  static var contentModules: CompletionKind {
    .custom { words, _, _ in
      let entries = (try? DiskContent(folder: contentFolder(in: words)).entries()) ?? []
      let ids = entries.compactMap { entry -> String? in
        let parts = entry.path.split(separator: "/")
        return parts.count > 2 && parts[0] == "modules" ? String(parts[1]) : nil
      }
      return Set(ids).sorted()
    }
  }

  /// The last word that names a folder with a toolkit.yml; `Content` when none does.
  private static func contentFolder(in words: [String]) -> String {
    words.last { word in
      !word.isEmpty && !word.hasPrefix("-")
        && (try? DiskContent(folder: word).read("toolkit.yml")) != nil
    } ?? "Content"
  }
}
