// The one place that includes cmark-gfm and prepares it; only the .cc files of the Markdown parser
// include this header. cmark-gfm 0.29.0.gfm.6, with its tables, strikethrough and task lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

extern "C" {
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>

// Node types that the extensions register; the library exports them without a header.
// NOLINTBEGIN(readability-identifier-naming): its names
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
// NOLINTEND(readability-identifier-naming)
}

namespace runbookc {

struct CmarkDelete {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkParser = std::unique_ptr<cmark_parser, CmarkDelete>;
using CmarkTree = std::unique_ptr<cmark_node, CmarkDelete>;

// A parser with our extensions attached. Safe to call, and to use its results, on any number of
// threads: see cmark_setup.cc.
CmarkParser new_cmark_parser();

inline std::string_view chunk_text(const cmark_chunk& chunk) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): cmark's bytes are unsigned
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}
inline std::string_view buffer_text(const cmark_strbuf& buffer) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): cmark's bytes are unsigned
  return {reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)};
}
// The line of the body, from 1.
inline std::uint32_t start_line(const cmark_node* node) {
  return static_cast<std::uint32_t>(node->start_line);
}

inline std::string_view node_literal(const cmark_node* node) {
  return chunk_text(node->as.literal);
}
inline bool is_type(const cmark_node* node, cmark_node_type type) {
  return static_cast<cmark_node_type>(node->type) == type;
}

inline bool is_break(const cmark_node* node) {
  return is_type(node, CMARK_NODE_SOFTBREAK) || is_type(node, CMARK_NODE_LINEBREAK);
}
// The blocks below `root`.
std::size_t count_blocks(const cmark_node* root);

}  // namespace runbookc
