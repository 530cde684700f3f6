import CGraphviz
import Synchronization

extension TreeDrawing {
  /// A point, in tenths of a pixel, y downwards.
  package struct Point: Sendable, Equatable {
    package var x: Int
    package var y: Int
  }

  /// The way of a line: curves, and the tip of its arrow.
  package struct Route: Sendable, Equatable {
    /// For each curve its start and then three points for each Bézier piece.
    package var curves: [[Point]]
    /// Where the arrow points; the last curve ends at the arrow's base.
    package var tip: Point
  }

  /// Where everything stands.
  package struct Layout: Sendable, Equatable {
    /// Size of the whole drawing with a margin.
    package let size: Size
    /// Upper left corner of each box.
    package var corners: [Point]
    /// Sizes of the boxes.
    package let sizes: [Size]
    /// Way of each line.
    package var routes: [Route]

    /// The mirror image.
    func mirrored() -> Layout {
      func flip(_ point: Point) -> Point { Point(x: size.width - point.x, y: point.y) }
      var result = self
      for (index, box) in sizes.enumerated() {
        result.corners[index].x = size.width - corners[index].x - box.width
      }
      result.routes = routes.map { route in
        Route(curves: route.curves.map { $0.map(flip) }, tip: flip(route.tip))
      }
      return result
    }
  }
}

extension TreeDrawing.Layout {
  /// Lays out boxes and lines with graphviz, from top to bottom.
  ///
  /// - Parameters:
  ///   - sizes: the boxes.
  ///   - links: the lines; the order of those from one box is kept from left to right.
  ///   - engine: the layout engine of graphviz.
  /// - Throws: `Failure.layout` when graphviz refuses or warns, or a line names no box.
  package init(
    sizes: [TreeDrawing.Size], links: [TreeDrawing.Link], engine: String = "dot"
  ) throws(TreeDrawing.Failure) {
    // libgvc keeps state of its own outside its contexts: one drawing at a time.
    self = try graphvizLock.withLock { _ throws(TreeDrawing.Failure) in
      var run = try GraphvizRun()
      try run.add(sizes: sizes, links: links)
      return try run.layout(engine: engine)
    }
  }
}

/// Held while graphviz works.
private let graphvizLock = Mutex(())

/// What graphviz has said since the run began.
///
/// It reports through a C function without a context,
/// so this can't live in the run; `graphvizLock` is held whenever it is used.
private let graphvizMessages = Mutex("")

/// A pixel is a fiftieth of an inch for graphviz, so 1.44 of its points.
///
/// Graphviz rounds some coordinates to points; this keeps them finer than a pixel. Much finer ones
/// would reach its limit of 65,535 points between neighbours sooner.
private let pointsPerPixel = 1.44

/// One layout: owns the context and the graph.
private struct GraphvizRun: ~Copyable {
  private let context: OpaquePointer
  private let graph: UnsafeMutablePointer<Agraph_t>
  private var sizes: [TreeDrawing.Size] = []
  private var nodes: [UnsafeMutablePointer<Agnode_t>] = []
  private var edges: [UnsafeMutablePointer<Agedge_t>] = []

  init() throws(TreeDrawing.Failure) {
    guard let context = gvContext() else { throw .layout("graphviz did not start") }
    guard let graph = amparo_graph_open() else {
      gvFreeContext(context)
      throw .layout("graphviz made no graph")
    }
    self.context = context
    self.graph = graph
  }

  deinit {
    gvFreeLayout(context, graph)
    agclose(graph)
    gvFreeContext(context)
  }

  /// Puts the boxes and lines into the graph.
  mutating func add(
    sizes: [TreeDrawing.Size], links: [TreeDrawing.Link]
  ) throws(TreeDrawing.Failure) {
    self.sizes = sizes
    setDefaults()
    for size in sizes {
      guard let node = amparo_node_add(graph) else { throw .layout("graphviz made no node") }
      amparo_node_set(node, "width", Self.inches(size.width))
      amparo_node_set(node, "height", Self.inches(size.height))
      nodes.append(node)
    }
    for link in links {
      guard sizes.indices.contains(link.from), sizes.indices.contains(link.to),
        let edge = amparo_edge_add(graph, nodes[link.from], nodes[link.to])
      else { throw .layout("graphviz made no edge") }
      edges.append(edge)
    }
  }

  private func setDefaults() {
    for (name, value) in [
      ("rankdir", "TB"), ("ordering", "out"), ("nodesep", Self.inches(220)),
      ("ranksep", Self.inches(300)), ("splines", "spline"),
      // Bounds on the search for a better place, so that a tangle doesn't take minutes.
      ("nslimit", "2"), ("nslimit1", "2"), ("mclimit", "1"),
    ] {
      amparo_graph_default(graph, AGRAPH, name, value)
    }
    for (name, value) in [
      ("shape", "box"), ("fixedsize", "true"), ("label", ""), ("width", "1"), ("height", "1"),
    ] {
      amparo_graph_default(graph, AGNODE, name, value)
    }
    amparo_graph_default(graph, AGEDGE, "arrowsize", "13e-1")
  }

  /// A length in inches without a decimal point, which some locales read as a comma: `225e-3`.
  private static func inches(_ tenths: Int) -> String { "\(tenths * 2)e-3" }

  /// Runs graphviz and reads the places back.
  func layout(engine: String) throws(TreeDrawing.Failure) -> TreeDrawing.Layout {
    graphvizMessages.withLock { $0 = "" }
    let before = agseterrf { message in
      guard let message else { return 0 }
      let text = String(cString: message)
      graphvizMessages.withLock { $0 += text }
      return 0
    }
    let status = gvLayout(context, graph, engine)
    _ = agseterrf(before)
    let messages = graphvizMessages.withLock { TreeDrawing.clean($0) }
    guard status == 0, messages.isEmpty else {
      throw .layout(messages.isEmpty ? "graphviz failed" : messages)
    }
    return try read()
  }

  private func read() throws(TreeDrawing.Failure) -> TreeDrawing.Layout {
    let scale = try Scale(bounds: amparo_graph_bounds(graph))
    var corners: [TreeDrawing.Point] = []
    for (node, size) in zip(nodes, sizes) {
      let centre = try scale.point(amparo_node_centre(node))
      corners.append(.init(x: centre.x - size.width / 2, y: centre.y - size.height / 2))
    }
    var routes: [TreeDrawing.Route] = []
    for edge in edges { routes.append(try route(of: edge, scale)) }
    return .init(size: scale.size, corners: corners, sizes: sizes, routes: routes)
  }

  private func route(
    of edge: UnsafeMutablePointer<Agedge_t>, _ scale: Scale
  ) throws(TreeDrawing.Failure) -> TreeDrawing.Route {
    var curves: [[TreeDrawing.Point]] = []
    var tip: TreeDrawing.Point?
    for index in 0..<amparo_edge_curve_count(edge) {
      let curve = amparo_edge_curve(edge, index)
      var points: [TreeDrawing.Point] = []
      for point in UnsafeBufferPointer(start: curve.list, count: Int(curve.size)) {
        points.append(try scale.point(point))
      }
      guard points.count >= 4, points.count % 3 == 1 else { throw .layout("a line has no curve") }
      tip = curve.eflag != 0 ? try scale.point(curve.ep) : points.last
      curves.append(points)
    }
    guard let tip else { throw .layout("a line has no way") }
    return .init(curves: curves, tip: tip)
  }
}

/// From graphviz's points, y upwards, to tenths of a pixel, y downwards, with a margin.
private struct Scale {
  private let left: Double
  private let top: Double
  private let margin = 120
  let size: TreeDrawing.Size

  init(bounds: boxf) throws(TreeDrawing.Failure) {
    left = bounds.LL.x
    top = bounds.UR.y
    size = TreeDrawing.Size(
      width: try Self.tenths(bounds.UR.x - bounds.LL.x) + 2 * margin,
      height: try Self.tenths(bounds.UR.y - bounds.LL.y) + 2 * margin)
  }

  func point(_ point: pointf) throws(TreeDrawing.Failure) -> TreeDrawing.Point {
    .init(
      x: try Self.tenths(point.x - left) + margin, y: try Self.tenths(top - point.y) + margin)
  }

  private static func tenths(_ points: Double) throws(TreeDrawing.Failure) -> Int {
    guard let value = Int(exactly: (points * 10 / pointsPerPixel).rounded()),
      abs(value) < 1 << 30
    else { throw .layout("a coordinate is out of range") }
    return value
  }
}
