/// A whole toolkit, resolved: what exporters read.
public struct Toolkit: Sendable {
  /// The author's id of the toolkit; storage of learners' work is keyed by it.
  public let id: String
  /// The author's version of the content.
  public let version: String
  /// Whom it is for; the general one for everybody.
  public let variant: Variant
  /// The language that translations follow.
  public let defaultLanguage: Language
  /// One edition per language, the default language first, the rest in the author's order.
  public let editions: [Edition]
  /// Everything the engine needs, in the engine's codec; the same for every language.
  public let engine: [UInt8]
  /// Media files used by any edition, by their path in the content folder, sorted by path.
  public let media: [Media]
  /// How packages for learning systems are made.
  public let packages: PackageSettings
  /// Digest of all content that it was made from: equal digests, equal toolkits. Nil when nobody
  /// vouches for that.
  public let digest: ContentDigest?

  /// Gathers a toolkit.
  public init(
    id: String, version: String, variant: Variant = .general, defaultLanguage: Language,
    editions: [Edition], engine: [UInt8], media: [Media],
    packages: PackageSettings = PackageSettings(), digest: ContentDigest? = nil
  ) {
    self.variant = variant
    self.digest = digest
    self.id = id
    self.version = version
    self.defaultLanguage = defaultLanguage
    self.editions = editions
    self.engine = engine
    self.media = media
    self.packages = packages
  }
}

/// A file that texts show or play.
public struct Media: Sendable {
  /// Path in the content folder.
  public let path: String
  /// What it is: `image/svg+xml`.
  public let mediaType: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// Describes a media file.
  public init(path: String, mediaType: String, bytes: [UInt8]) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

/// The toolkit in one language.
public struct Edition: Sendable {
  /// The language.
  public let language: Language
  /// The toolkit's title, with the name of the variant behind it.
  public let title: String
  /// What authors call the variant in this language; nil for the general toolkit.
  public let variantName: String?
  /// Ways through the toolkit, in the author's order.
  public let tracks: [Track]
  /// Modules, in the order of their ids.
  public let modules: [Module]
  /// Decision trees, in the order of their ids.
  public let trees: [Tree]
  /// Terms, sorted as the language sorts them.
  public let glossary: [Term]
  /// Published guidance that texts point at, in the register's order.
  public let guidance: [Guidance]
  /// Text of the page "Support for you"; empty when the toolkit has none.
  public let support: [Block]
  /// The words around the texts.
  public private(set) var interface: InterfaceTexts
  /// The same in the default language, for parts that are still in it; nil for the built-in words.
  private var originalInterface: InterfaceTexts?

  /// Gathers an edition, with the built-in interface of its language.
  public init(
    language: Language, title: String, variantName: String? = nil, tracks: [Track],
    modules: [Module], trees: [Tree], glossary: [Term], guidance: [Guidance], support: [Block]
  ) {
    self.language = language
    self.title = title
    self.variantName = variantName
    self.tracks = tracks
    self.modules = modules
    self.trees = trees
    self.glossary = glossary
    self.guidance = guidance
    self.support = support
    interface = .texts(for: language)
  }

  /// The same edition with a toolkit's own interface.
  public func with(interface: InterfaceTexts, original: InterfaceTexts) -> Edition {
    var edition = self
    edition.interface = interface
    edition.originalInterface = original
    return edition
  }

  /// The words around a part in a language: the edition's, or the default language's.
  public func interface(for language: Language) -> InterfaceTexts {
    language == self.language ? interface : originalInterface ?? .texts(for: language)
  }
}

/// A way through the toolkit.
public struct Track: Sendable {
  /// The author's id.
  public let id: String
  /// Its title in the edition's language.
  public let title: String
  /// Modules and trees in the order to take them.
  public let items: [FileID]
  /// Describes a track.
  public init(id: String, title: String, items: [FileID]) {
    self.id = id
    self.title = title
    self.items = items
  }
}

/// A word explained.
public final class Term: Sendable {
  /// The author's id, the same in all languages.
  public let id: String
  /// The word.
  public let name: Prose
  /// What it means.
  public let definition: [Block]
  /// Language of the texts: the default language where the edition's has none yet.
  public let language: Language
  /// Digest of everything it was made from: equal digests, equal terms; nil when nobody vouches.
  public let digest: ContentDigest?
  /// Describes a term.
  public init(
    id: String, name: Prose, definition: [Block], language: Language,
    digest: ContentDigest? = nil
  ) {
    self.digest = digest
    self.id = id
    self.name = name
    self.definition = definition
    self.language = language
  }
}

/// An entry of the register of published guidance.
public final class Guidance: Sendable {
  /// The author's id.
  public let id: String
  /// Title of the publication.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// Year of publication.
  public let year: Int
  /// Edition, when it has one: "2nd edition".
  public let edition: String?
  /// Language of the publication.
  public let language: Language
  /// Where it is found; shown as text and link, never fetched.
  public let address: String?
  /// What it is good for.
  public let note: String?
  /// Describes an entry.
  public init(
    id: String, title: String, publisher: String, year: Int, edition: String?, language: Language,
    address: String?, note: String?
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.year = year
    self.edition = edition
    self.language = language
    self.address = address
    self.note = note
  }
}
