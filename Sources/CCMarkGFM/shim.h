#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
// The tree's own structure: the accessors of cmark-gfm.h copy every literal they hand out.
// Header and library come from the same Debian package, whose soname names the exact version.
#include <cmark-gfm/node.h>

// The library's globals that never change after registration, read where Swift can't.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;

static inline uint16_t amparo_table_type(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t amparo_table_row_type(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t amparo_table_cell_type(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t amparo_strikethrough_type(void) {
  return (uint16_t)CMARK_NODE_STRIKETHROUGH;
}
