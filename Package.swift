// swift-tools-version: 6.2
// The targets stand in pipeline order: bytes -> diagnostics -> Markdown -> model -> pages -> disk.
// docs/architecture.md says who may import whom, and why.
import PackageDescription

/// Settings of every Swift target: Swift 6 mode with the strict upcoming features.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "Amparo",
  products: [
    .executable(name: "amparo", targets: ["amparo"]),
    .library(name: "CaseManagement", targets: ["CaseManagement"]),
    .library(name: "CaseExchange", targets: ["CaseExchange"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // What the compiler says to people: source files, ranges, diagnostics, formatters.
    .target(name: "Diagnostics", swiftSettings: strict),

    // What docs/diagnostics.md says of every code, embedded: `amparo explain`, SARIF.
    .target(
      name: "DiagnosticTexts", dependencies: ["Diagnostics"], swiftSettings: strict,
      plugins: ["EmbedTextsPlugin"]),
    .plugin(name: "EmbedTextsPlugin", capability: .buildTool()),

    // The flat arena that every Markdown document lives in. Imports nothing.
    .target(name: "MarkupTree", swiftSettings: strict),

    // cmark-gfm as Debian packages it.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // Markdown as trainers type it -> arena, front matter, braces, alerts.
    .target(
      name: "MarkdownSyntax",
      dependencies: [
        "CCMarkGFM", "Diagnostics", "MarkupTree", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),

    // The engine: scoring, trees, learner state, search. Also built as Embedded Swift for wasm32.
    .target(name: "Learning", swiftSettings: strict),

    // The domain library: a migrant protection case from referral to handover, and protection
    // monitoring. Imports nothing; also built as Embedded Swift for wasm32.
    .target(name: "CaseManagement", swiftSettings: strict),

    // Case logs, de-identified exports and forms as files: JSON, CSV with HXL tags, XLSForm.
    .target(name: "CaseExchange", dependencies: ["CaseManagement"], swiftSettings: strict),

    // Content/profiles/*.yml -> agency profile and its texts, with diagnostics.
    .target(
      name: "ProfileLoading",
      dependencies: ["CaseManagement", "Diagnostics", "MarkdownSyntax"],
      swiftSettings: strict),

    // What a page needs to run: the engine as wasm, the learner's scripts, the default theme.
    .target(
      name: "LearnerRuntime", exclude: ["Scripts"], swiftSettings: strict,
      plugins: ["LearnerWasmPlugin"]),
    .plugin(
      name: "LearnerWasmPlugin", capability: .buildTool(),
      exclude: ["build-engine.sh", "embed-texts.sh"]),

    // The typed, resolved model that exporters read.
    .target(name: "CourseModel", dependencies: ["MarkupTree"], swiftSettings: strict),

    // What a page, a picture or a style sheet would fetch from the network. Imports nothing.
    .target(name: "OfflineChecks", swiftSettings: strict),

    // Content/ -> model, with every diagnostic of the run.
    .target(
      name: "CourseCompiler",
      dependencies: [
        "CourseModel", "Diagnostics", "Learning", "MarkdownSyntax", "MarkupTree", "OfflineChecks",
        "ProfileLoading", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),

    // graphviz lays out decision trees.
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),

    // XML written, read and validated through libxml2.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "XMLDocuments", dependencies: ["CLibXML2"], swiftSettings: strict),

    // Zip archives written and read through libzip.
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "ZipArchives", dependencies: ["CLibZip"], swiftSettings: strict),

    // Model -> HTML fragments and pages.
    .target(
      name: "HTMLRendering",
      dependencies: [
        "CGraphviz", "CourseModel", "Learning", "MarkupTree", "OfflineChecks",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),

    // What no schema says of a package for learning systems, ours or anybody's.
    .target(name: "PackageChecks", dependencies: ["XMLDocuments"], swiftSettings: strict),

    // Packages of anybody: archive, manifest, schemas -> diagnostics.
    .target(
      name: "PackageValidation",
      dependencies: ["Diagnostics", "PackageChecks", "XMLDocuments", "ZipArchives"],
      swiftSettings: strict),

    // One folder per output; returns bytes, never writes.
    .target(
      name: "Exporters",
      dependencies: [
        "CourseModel", "Diagnostics", "HTMLRendering", "Learning", "MarkupTree", "OfflineChecks",
        "PackageChecks", "XMLDocuments", "ZipArchives",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),

    // System calls that Swift can't reach: exchange two folders at once, flush a file system.
    .target(name: "CPlatform"),

    // The only target that reads and writes the disk: content in, a whole output tree out.
    .target(
      name: "Disk",
      dependencies: ["CourseCompiler", "CourseModel", "CPlatform", "Diagnostics", "Exporters"],
      swiftSettings: strict),

    // Live preview: compiles on every save, serves pages with what is wrong in them. The only target
    // that imports a web server.
    .target(
      name: "Preview",
      dependencies: [
        "CourseCompiler", "CourseModel", "DiagnosticTexts", "Diagnostics", "Disk", "Exporters",
        "HTMLRendering", "LearnerRuntime", .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      exclude: ["Assets"], swiftSettings: strict, plugins: ["EmbedTextsPlugin"]),

    // Small complete texts that `amparo new` begins with, in the languages of the interface.
    .target(
      name: "ContentTemplates", dependencies: ["Diagnostics", "MarkdownSyntax", "MarkupTree"],
      exclude: ["Templates"], swiftSettings: strict, plugins: ["EmbedTextsPlugin"]),

    // The command line.
    .executableTarget(
      name: "amparo",
      dependencies: [
        "ContentTemplates", "CourseCompiler", "CourseModel", "CPlatform", "DiagnosticTexts",
        "Diagnostics", "Disk", "Exporters", "HTMLRendering", "LearnerRuntime",
        "PackageChecks", "PackageValidation", "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // One case walked from the hotline to handover, with every refusal explained.
    .executableTarget(
      name: "case-walk", dependencies: ["CaseManagement", "Diagnostics", "ProfileLoading"],
      path: "Examples/CaseWalk", swiftSettings: strict),

    // Stories, random cases and a byte codec that run natively and in wasm.
    .target(
      name: "CaseVectors", dependencies: ["CaseManagement"], path: "Tests/CaseVectors",
      swiftSettings: strict),
    .testTarget(
      name: "CaseManagementTests",
      dependencies: ["CaseManagement", "CaseVectors", "Diagnostics", "ProfileLoading"],
      swiftSettings: strict),
    .testTarget(
      name: "CaseExchangeTests",
      dependencies: [
        "CaseExchange", "CaseManagement", "CaseVectors", "Diagnostics", "ProfileLoading",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["DiagnosticTexts", "Diagnostics"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "ContentTemplatesTests",
      dependencies: ["ContentTemplates", "CourseCompiler", "CourseModel", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(name: "MarkupTreeTests", dependencies: ["MarkupTree"], swiftSettings: strict),
    .testTarget(
      name: "MarkdownSyntaxTests",
      dependencies: ["CCMarkGFM", "Diagnostics", "HTMLRendering", "MarkdownSyntax", "MarkupTree"],
      swiftSettings: strict),
    .testTarget(name: "LearningTests", dependencies: ["Learning"], swiftSettings: strict),
    .testTarget(
      name: "LearnerRuntimeTests", dependencies: ["LearnerRuntime", "Learning"],
      swiftSettings: strict),
    // Content folders written as one text file each.
    .target(
      name: "ContentFixtures", dependencies: ["CourseCompiler"], path: "Tests/ContentFixtures",
      swiftSettings: strict),
    .testTarget(
      name: "CourseCompilerTests",
      dependencies: [
        "ContentFixtures", "CourseCompiler", "CourseModel", "Diagnostics", "Learning",
      ],
      swiftSettings: strict),
    .testTarget(name: "XMLDocumentsTests", dependencies: ["XMLDocuments"], swiftSettings: strict),
    // Zips that no program would write.
    .target(name: "HandMadeZips", path: "Tests/HandMadeZips", swiftSettings: strict),
    .testTarget(
      name: "ZipArchivesTests", dependencies: ["HandMadeZips", "ZipArchives"],
      swiftSettings: strict),
    .testTarget(
      name: "PackageValidationTests",
      dependencies: ["Diagnostics", "HandMadeZips", "PackageValidation", "ZipArchives"],
      swiftSettings: strict),
    // A small toolkit with every kind of everything, for the tests of pages and exporters.
    .target(
      name: "SampleToolkit", dependencies: ["CourseModel", "MarkupTree"],
      path: "Tests/SampleToolkit", swiftSettings: strict),
    .testTarget(
      name: "HTMLRenderingTests",
      dependencies: [
        "CourseModel", "HTMLRendering", "MarkupTree", "OfflineChecks", "SampleToolkit",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "ExportersTests",
      dependencies: [
        "CourseModel", "Diagnostics", "Exporters", "HTMLRendering", "LearnerRuntime",
        "OfflineChecks",
      ],
      swiftSettings: strict),
    // Builds that reuse the one before, against clean ones.
    .testTarget(
      name: "IncrementalTests",
      dependencies: [
        "CourseCompiler", "CourseModel", "Diagnostics", "Disk", "Exporters", "HTMLRendering",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PackageChecksTests", dependencies: ["PackageChecks", "XMLDocuments"],
      swiftSettings: strict),
    // Whole content folders, through the compiler, to packages.
    .testTarget(
      name: "PackageTests",
      dependencies: [
        "ContentFixtures", "CourseCompiler", "CourseModel", "Diagnostics", "Disk", "Exporters",
        "HTMLRendering", "Learning", "LearnerRuntime", "PackageChecks",
        "PackageValidation", "XMLDocuments", "ZipArchives",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DiskTests",
      dependencies: ["CourseCompiler", "CPlatform", "Diagnostics", "Disk", "Exporters"],
      swiftSettings: strict),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "CourseCompiler", "Diagnostics", "Disk", "HTMLRendering", "LearnerRuntime", "Preview",
      ],
      swiftSettings: strict),
  ]
)
