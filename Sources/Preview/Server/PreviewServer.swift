import FlyingFox
import FlyingSocks
import Foundation

/// Serves a preview on this computer. The only type that knows the web server.
public struct PreviewServer: Sendable {
  /// Where to listen.
  public enum Port: Sendable, Equatable {
    /// Exactly here, because somebody asked for it.
    case exactly(UInt16)
    /// Here, or at the next free port.
    case from(UInt16)
  }

  /// Why nothing can be served.
  public enum Failure: Error, Sendable, Equatable {
    /// Another program listens there.
    case portTaken(UInt16)
    /// This and all ports tried behind it are taken.
    case allPortsTaken(UInt16, UInt16)
    /// The system refused; its reason.
    case refused(UInt16, String)
  }

  /// How many ports are tried.
  private static let tries: UInt16 = 50

  private let session: PreviewSession
  private let routes: PreviewRoutes

  /// Prepares a server for a session.
  public init(_ session: PreviewSession, editor: EditorChoice) {
    self.session = session
    routes = PreviewRoutes(session, editor: editor)
  }

  /// Listens, and compiles and serves until the task is cancelled.
  ///
  /// - Parameter onListening: told the port when pages can be asked for.
  public func run(
    at port: Port, onListening: @escaping @Sendable (UInt16) -> Void
  ) async throws(Failure) {
    switch port {
    case .exactly(let number):
      try await run(number, onListening)
    case .from(let first):
      let last = UInt16(min(Int(first) + Int(Self.tries) - 1, Int(UInt16.max)))
      for number in first...last {
        do throws(Failure) {
          return try await run(number, onListening)
        } catch {
          guard case .portTaken = error else { throw error }
        }
      }
      throw .allPortsTaken(first, last)
    }
  }

  private func run(
    _ port: UInt16, _ onListening: @escaping @Sendable (UInt16) -> Void
  ) async throws(Failure) {
    let server = HTTPServer(
      address: thisComputer(port), timeout: 60, logger: .disabled,
      handler: PreviewHandler(routes: routes, session: session))
    let serving = Task { () -> Failure? in
      do {
        try await server.run()
      } catch SocketError.failed(_, let number, _) where number == EADDRINUSE {
        return .portTaken(port)
      } catch SocketError.failed(_, _, let message) {
        return .refused(port, message)
      } catch is CancellationError {
        return nil
      } catch SocketError.disconnected {
        // What closing the socket looks like from inside.
        return nil
      } catch {
        return .refused(port, error.localizedDescription)
      }
      return nil
    }
    let watching = Task {
      guard (try? await server.waitUntilListening()) != nil else { return }
      onListening(port)
      await session.run()
    }
    let failure = await withTaskCancellationHandler {
      await serving.value
    } onCancel: {
      watching.cancel()
      Task {
        await server.stop(timeout: 0.2)
        serving.cancel()
      }
    }
    watching.cancel()
    if let failure { throw failure }
  }
}

/// 127.0.0.1, which no other computer can reach.
private func thisComputer(_ port: UInt16) -> sockaddr_in {
  var address = sockaddr_in.inet(port: port)
  address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
  return address
}

/// Turns the web server's requests into ours, and our answers into the web server's.
private struct PreviewHandler: HTTPHandler {
  let routes: PreviewRoutes
  let session: PreviewSession
  /// More than any request of ours holds.
  private static let largestBody = 1 << 16

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard (request.bodySequence.count ?? Int.max) <= Self.largestBody else {
      return Self.answer(.text("Too much was sent.", .tooLarge))
    }
    guard let path = PreviewRequest.parts(ofPath: request.target.path()) else {
      return Self.answer(.notFound)
    }
    let own = PreviewRequest(
      Self.method(request.method), path: path,
      query: Dictionary(
        request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
      headers: Dictionary(
        request.headers.map { ($0.key.rawValue.lowercased(), $0.value) },
        uniquingKeysWith: { first, _ in first }),
      body: Array(try await request.bodyData))
    if path == ["_amparo", "live"] {
      if let refusal = RequestGuard.refusal(of: own) { return Self.answer(refusal) }
      let socket = MessageFrameWSHandler(handler: LiveHandler(session: session))
      return try await WebSocketHTTPHandler(handler: socket).handleRequest(request)
    }
    return Self.answer(await routes.response(to: own))
  }

  private static func method(_ method: HTTPMethod) -> PreviewRequest.Method {
    switch method {
    case .GET: .get
    case .POST: .post
    default: .other(method.rawValue)
    }
  }

  private static func answer(_ response: PreviewResponse) -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: response.contentType,
      .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"): response.policy,
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
    ]
    if let location = response.location { headers[.location] = location }
    return HTTPResponse(
      statusCode: HTTPStatusCode(response.status.rawValue, phrase: "\(response.status)"),
      headers: headers,
      body: HTTPBodySequence(
        data: Data(response.body), suggestedBufferSize: max(4096, response.body.count)))
  }
}

/// Tells a page, over its WebSocket, that there is a new state.
private struct LiveHandler: WSMessageHandler {
  let session: PreviewSession

  func makeMessages(for client: AsyncStream<WSMessage>) async throws -> AsyncStream<WSMessage> {
    let changes = session.changes()
    return AsyncStream { continuation in
      let telling = Task {
        for await revision in changes { continuation.yield(.text(String(revision))) }
        continuation.finish()
      }
      continuation.onTermination = { _ in telling.cancel() }
    }
  }
}
