// The entry points of the engine in the page. This file is compiled only as wasm, in one module
// with the sources of Learning.
//
// A page writes a request to `reserve(n)`, calls `call(operation, n)`, and reads as many bytes as
// that returns at `result()`. Both places are valid until the next call.

/// The memory that a page and the engine share.
///
/// One page has one engine, and wasm has one thread, so this is the one place with global state.
private struct Exchange {
  var engine = Engine()
  var request: UnsafeMutablePointer<UInt8>?
  var capacity = 0
  var result: UnsafeMutablePointer<UInt8>?
}

nonisolated(unsafe) private var exchange = Exchange()

/// Makes room for a request of `count` bytes and returns where it is; 0 when it is too long.
@_cdecl("reserve")
public func reserve(_ count: UInt32) -> UnsafeMutablePointer<UInt8>? {
  exchange.request?.deallocate()
  exchange.request = nil
  exchange.capacity = 0
  guard count <= UInt32(truncatingIfNeeded: SearchIndex.byteLimit) else { return nil }
  let capacity = Int(truncatingIfNeeded: max(1, count))
  exchange.request = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  exchange.capacity = capacity
  return exchange.request
}

/// Performs an operation with the first `length` bytes of the request; returns the number of bytes
/// of the response.
@_cdecl("call")
public func call(_ operation: UInt32, _ length: UInt32) -> UInt32 {
  let length = Int(truncatingIfNeeded: min(length, UInt32(truncatingIfNeeded: exchange.capacity)))
  let request = [UInt8](UnsafeBufferPointer(start: exchange.request, count: length))
  let response = exchange.engine.call(UInt8(clamping: operation), request)
  exchange.result?.deallocate()
  let result = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, response.count))
  for index in response.indices {
    result[index] = response[index]
  }
  exchange.result = result
  return UInt32(truncatingIfNeeded: response.count)
}

/// Where the last response is.
@_cdecl("result")
public func result() -> UnsafeMutablePointer<UInt8>? {
  exchange.result
}
