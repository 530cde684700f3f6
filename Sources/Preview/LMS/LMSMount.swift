import CourseModel
import Exporters
import HTMLRendering

/// Packages in a practice learning system: a list, the system's own page, and the packages
/// unpacked as they stand in their zips (docs/player.md).
///
///     lms/                                all standards
///     lms/scorm12/                        packages for one
///     lms/scorm12/m01-en/index.html       a file of a package
///     lms/player/player.html              the practice system
///     lms/~sector=wash/…                  the same of a variant, but for the practice system
struct LMSMount: PreviewMount {
  let context: PreviewContext

  var prefix: [String] { ["_amparo", "lms"] }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse {
    guard request.method == .get else { return .text("This is a page.", .methodNotAllowed) }
    let place = VariantPath(rest)
    let rest = place.rest
    let standard = rest.first.flatMap(PackageStandard.init(rawValue:))
    switch (rest.first, rest.count) {
    case (nil, _): return .redirect(to: PackageList.address(place.variant))
    case (""?, 1): return list(PackageStandard.allCases, nil, place.variant, request)
    case ("player"?, 2) where place.variant.isEmpty: return player(rest[1])
    case (_, 1):
      return standard.map { .redirect(to: PackageList.address(place.variant, $0)) } ?? .notFound
    case (_, 2): return standard.map { list([$0], $0, place.variant, request) } ?? .notFound
    default:
      return standard.map { file(of: rest, $0, place.variant, request) } ?? .notFound
    }
  }

  private func list(
    _ standards: [PackageStandard], _ chosen: PackageStandard?, _ variant: String,
    _ request: PreviewRequest
  ) -> PreviewResponse {
    let state = context.state
    let data = PreviewData(request, context, PageLook(path: [""], state), state)
    let title = LMSText.lmsTitle.phrase[data.language]
    let policy = PreviewPolicy.tool(host: context.host(of: request))
    guard let general = state.shown else {
      let page = ToolPage(data.language, title: PageText.nothingYet.phrase[data.language])
      return .html(page.nothingYet(data: data), .unavailable, policy: policy)
    }
    guard let shown = general.variant(variant) else {
      // The variant was taken out of the content while its packages were looked at.
      return .redirect(to: PackageList.address("", chosen))
    }
    let body = PackageList(
      language: data.language, variant: variant,
      variants: PreviewData.variants(general, data.language), chosen: chosen
    ).html(standards.map { ($0, shown.shelf($0)) })
    return .html(
      ToolPage(data.language, title: title).document(body, data: data), policy: policy)
  }

  private func player(_ name: String) -> PreviewResponse {
    guard let (type, bytes) = PreviewAssets.file("player/\(name)") else { return .notFound }
    return PreviewResponse(
      .ok, "\(type); charset=utf-8",
      policy: type == "text/html" ? PreviewPolicy.practice : PreviewPolicy.nothing, body: bytes)
  }

  private func file(
    of rest: [String], _ standard: PackageStandard, _ variant: String, _ request: PreviewRequest
  ) -> PreviewResponse {
    guard let shown = context.state.shown?.variant(variant) else { return .notFound }
    let path = rest.dropFirst(2).joined(separator: "/")
    do {
      let files = try shown.shelf(standard).files(of: rest[1])
      guard let file = files?.first(where: { $0.path == path }) else { return .notFound }
      guard path == "index.html" else {
        return PreviewResponse(.ok, Self.type(of: path), body: file.bytes)
      }
      let scripts = PracticeScripts(request.query, standard)
      return .html(scripts.page(file.bytes) ?? file.bytes, policy: PreviewPolicy.packaged)
    } catch {
      return .text("This package can't be made. \(error)", .unavailable)
    }
  }

  private static func type(of path: String) -> String {
    if let type = PictureFiles.type(of: path) { return type }
    return switch path.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "xml", "xsd": "application/xml"
    default: "application/octet-stream"
    }
  }
}

/// Scripts of the practice system in a package's page: they have to be there before its own run.
private struct PracticeScripts {
  private let addresses: [String]

  /// What the address asks for: one of the two clocks of docs/player.md, and the record store.
  init(_ query: [String: String], _ standard: PackageStandard) {
    var addresses: [String] = []
    if let fault = query["clock"], ["clock-behind", "clock-jumps"].contains(fault) {
      let delay = query["delay"].flatMap(UInt32.init) ?? 5000
      addresses.append("clock.js?clock=\(fault)&amp;delay=\(delay)")
    }
    if standard == .cmi5, query["practice"] == standard.rawValue {
      addresses.append("cmi5-fetch.js")
    }
    self.addresses = addresses
  }

  /// The page with them in front of its scripts; nil when it stays as it is.
  func page(_ html: [UInt8]) -> [UInt8]? {
    let text = String(decoding: html, as: UTF8.self)
    guard !addresses.isEmpty, let place = text.firstRange(of: "<script") else { return nil }
    let scripts = addresses.map { "<script src=\"/_amparo/lms/player/\($0)\"></script>" }
    return Array(
      (text[..<place.lowerBound] + scripts.joined() + text[place.lowerBound...]).utf8)
  }
}
