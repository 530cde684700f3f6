// swift-tools-version: 6.2
// Times the fold of the case library. A package of its own, so that the library stays lean.
import PackageDescription

let package = Package(
  name: "CaseFold",
  dependencies: [.package(name: "Amparo", path: "../..")],
  targets: [
    .executableTarget(
      name: "case-fold",
      dependencies: [
        .product(name: "CaseManagement", package: "Amparo")
      ],
      path: "Sources",
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
