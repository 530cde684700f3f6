public import CourseModel
public import Diagnostics
public import HTMLRendering
internal import Synchronization

/// The packages of a toolkit for one standard, unpacked: to look at them without a zip.
public final class PackageShelf: Sendable {
  /// One package.
  public struct Package: Sendable, Equatable {
    /// Its zip's name without the ending: `m01-en`.
    public let name: String
    /// The title of the module, or of the toolkit.
    public let title: String
    /// The language of its words.
    public let language: Language
    /// Whether it holds the whole toolkit.
    public let isWhole: Bool
  }

  /// What a learning system gets.
  public let packages: [Package]
  /// What is wrong with packages of this standard.
  public let diagnostics: [Diagnostic]
  private let archives: [String: PackageArchive]
  /// Files of packages that were made: a page that opens asks for them one by one.
  private let made = Mutex<[String: [PackageArchive.File]]>([:])

  /// Plans the packages; none is made before somebody asks for its files.
  public init(_ toolkit: Toolkit, standard: PackageStandard, theme: Theme, assets: PageAssets) {
    let (contents, diagnostics) = PackagePlan(toolkit: toolkit, standard: standard).packages()
    let shared = SharedFiles()
    self.diagnostics = diagnostics
    packages = contents.map { content in
      Package(
        name: content.name, title: content.title, language: content.language,
        isWhole: content.module == nil)
    }
    archives = Dictionary(
      contents.map { content in
        let pages = ToolkitPages(toolkit: content.toolkit, theme: theme, assets: assets)
        return (
          content.name,
          PackageArchive(content: content, standard: standard, pages: pages, shared: shared)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The files of a package as they are in its zip, the manifest first; nil when there is no such
  /// package.
  public func files(of name: String) throws -> [(path: String, bytes: [UInt8])]? {
    if let known = made.withLock({ $0[name] }) { return known.map { ($0.path, $0.bytes) } }
    guard let files = try archives[name]?.files() else { return nil }
    made.withLock { $0[name] = files }
    return files.map { ($0.path, $0.bytes) }
  }
}
