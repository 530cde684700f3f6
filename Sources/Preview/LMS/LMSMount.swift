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
      return .html(
        WrongClock(request.query)?.page(file.bytes) ?? file.bytes, policy: PreviewPolicy.packaged)
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

/// A clock that is wrong on purpose: it has to be so before the page's own scripts run.
private struct WrongClock {
  private let script: String

  /// Nil when the address doesn't ask for one of the two faults of docs/player.md.
  init?(_ query: [String: String]) {
    guard let fault = query["clock"], ["clock-behind", "clock-jumps"].contains(fault) else {
      return nil
    }
    let delay = query["delay"].flatMap(UInt32.init) ?? 5000
    script =
      "<script src=\"/_amparo/lms/player/clock.js?clock=\(fault)&amp;delay=\(delay)\"></script>"
  }

  /// The page with the clock in front of its scripts.
  func page(_ html: [UInt8]) -> [UInt8]? {
    let text = String(decoding: html, as: UTF8.self)
    guard let place = text.firstRange(of: "<script") else { return nil }
    return Array((text[..<place.lowerBound] + script + text[place.lowerBound...]).utf8)
  }
}
