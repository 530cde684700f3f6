import CaseManagement
import CaseVectors
import Diagnostics
import Foundation
import ProfileLoading

/// The repository, found from this file.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// The shipped training profile, loaded once.
enum Training {
  static let loaded: Result<LoadedProfile, ProfileMissing> = load()

  static var profile: AgencyProfile { get throws { try loaded.get().profile } }

  struct ProfileMissing: Error { let diagnostics: [Diagnostic] }

  static func files() throws -> (SourceFile, [SourceFile]) {
    let main = SourceFile(
      path: "profiles/training-default.yml",
      text: try Repository.text("Content/profiles/training-default.yml"))
    let texts = try ["en", "fr", "es", "ar"].map {
      SourceFile(
        path: "profiles/training-default/\($0).yml",
        text: try Repository.text("Content/profiles/training-default/\($0).yml"))
    }
    return (main, texts)
  }

  private static func load() -> Result<LoadedProfile, ProfileMissing> {
    guard let (main, texts) = try? files() else { return .failure(ProfileMissing(diagnostics: [])) }
    let (value, diagnostics) = ProfileLoader.load(main, texts: texts)
    guard let value else { return .failure(ProfileMissing(diagnostics: diagnostics)) }
    return .success(value)
  }
}
