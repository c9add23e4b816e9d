// Reads a document of a dialect for its tests, and shows its blocks.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "parse/document_parser.h"

namespace runbookc {

struct Parsed {
  SourceFile file;
  Document document;

  std::string text(Span span) const { return std::string(file.text(span)); }
};

inline Parsed parse(std::string_view dialect, std::string text) {
  Parsed parsed{SourceFile("page.md", std::move(text)), {}};
  ParseOptions options;
  options.dialect = find_dialect(dialect);
  REQUIRE(options.dialect != nullptr);
  for (const auto& [foreign, own] : options.dialect->keys) {
    options.keys.push_back({std::string(foreign), std::string(own)});
  }
  parsed.document = parse_document(parsed.file, "page.md", options);
  return parsed;
}

inline const Block& first(const Document& document, BlockKind kind) {
  for (const Block& block : document.blocks) {
    if (block.kind == kind) return block;
  }
  FAIL("no such block");
  return document.blocks.front();
}

inline std::string name_of(const Block& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
      return "p";
    case BlockKind::heading:
      return "h";
    case BlockKind::quote:
      return "quote";
    case BlockKind::alert:
      return "alert";
    case BlockKind::list:
      return "list";
    case BlockKind::item:
      return "item";
    case BlockKind::code:
      return "code";
    case BlockKind::html:
      return "html";
    default:
      return "other";
  }
}

// A line for each block, with its line in the file: `alert warning "Title" 1`, and `code 5: text`.
inline std::string outline(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    for (Index up = block.parent; up != kNone; up = document.blocks[up].parent) text += "  ";
    text += name_of(block);
    if (block.kind == BlockKind::alert) text += " " + block.text;
    if (block.kind == BlockKind::alert && block.number > 0)
      text += " \"" + std::string(alert_title(document, block)) + "\"";
    text += " " + std::to_string(block.span.start.line);
    if (block.kind == BlockKind::code) text += ": " + document.code_blocks[block.payload].text;
    if (block.kind == BlockKind::paragraph) text += ": " + block.text;
    if (!text.ends_with('\n')) text += "\n";
  }
  return text;
}

}  // namespace runbookc
