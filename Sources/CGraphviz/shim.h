#pragma once
#include <graphviz/gvc.h>

// What Swift can't call: macros, a global descriptor, and parameters that are `char *` although
// graphviz only reads them. Sizes go in and coordinates come out as numbers, so no text of an
// author ever reaches graphviz, and nothing is read back from text that a locale could change.

/// Opens an empty directed graph.
static inline Agraph_t *amparo_graph_open(void) { return agopen((char *)"", Agdirected, NULL); }

/// Declares an attribute of graphs, nodes or edges (`AGRAPH`, `AGNODE`, `AGEDGE`) with its default.
static inline void amparo_graph_default(Agraph_t *graph, int kind, const char *name,
                                        const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}

/// Sets an attribute of one node.
static inline void amparo_node_set(Agnode_t *node, const char *name, const char *value) {
  agsafeset(node, (char *)name, (char *)value, (char *)"");
}

/// Adds a node without a name.
static inline Agnode_t *amparo_node_add(Agraph_t *graph) { return agnode(graph, NULL, 1); }

/// Adds an edge without a name.
static inline Agedge_t *amparo_edge_add(Agraph_t *graph, Agnode_t *tail, Agnode_t *head) {
  return agedge(graph, tail, head, NULL, 1);
}

/// The rectangle around the laid-out graph, in points, y upwards.
static inline boxf amparo_graph_bounds(Agraph_t *graph) { return GD_bb(graph); }

/// Where a laid-out node's middle is, in points, y upwards.
static inline pointf amparo_node_centre(Agnode_t *node) { return ND_coord(node); }

/// How many curves a laid-out edge has.
static inline int amparo_edge_curve_count(Agedge_t *edge) {
  return ED_spl(edge) ? ED_spl(edge)->size : 0;
}

/// One curve of a laid-out edge; `index` must be below the count.
static inline bezier amparo_edge_curve(Agedge_t *edge, int index) {
  return ED_spl(edge)->list[index];
}
