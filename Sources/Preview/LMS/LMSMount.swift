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
struct LMSMount: PreviewMount {
  let context: PreviewContext

  var prefix: [String] { ["_amparo", "lms"] }

  func response(to request: PreviewRequest, rest: [String]) async -> PreviewResponse {
    guard request.method == .get else { return .text("This is a page.", .methodNotAllowed) }
    let standard = rest.first.flatMap(PackageStandard.init(rawValue:))
    switch (rest.first, rest.count) {
    case (nil, _): return .redirect(to: "/_amparo/lms/")
    case (""?, 1): return list(PackageStandard.allCases, request)
    case ("player"?, 2): return player(rest[1])
    case (_, 1): return standard == nil ? .notFound : .redirect(to: "/_amparo/lms/\(rest[0])/")
    case (_, 2): return standard.map { list([$0], request) } ?? .notFound
    default:
      return standard.map {
        file(rest.dropFirst(2).joined(separator: "/"), in: rest[1], $0, request)
      } ?? .notFound
    }
  }

  private func list(
    _ standards: [PackageStandard], _ request: PreviewRequest
  ) -> PreviewResponse {
    let state = context.state
    let data = PreviewData(request, context, PageLook(path: [""], state), state)
    let title = LMSText.lmsTitle.phrase[data.language]
    let policy = PreviewPolicy.tool(host: context.host(of: request))
    guard let shown = state.shown else {
      let page = ToolPage(data.language, title: PageText.nothingYet.phrase[data.language])
      return .html(page.nothingYet(data: data), .unavailable, policy: policy)
    }
    let body = PackageList(language: data.language)
      .html(standards.map { ($0, shown.shelf($0)) })
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
    _ path: String, in name: String, _ standard: PackageStandard, _ request: PreviewRequest
  ) -> PreviewResponse {
    guard let shown = context.state.shown else { return .notFound }
    do {
      let files = try shown.shelf(standard).files(of: name)
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
