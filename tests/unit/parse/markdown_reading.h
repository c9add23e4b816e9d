// Reads a body in memory for the Markdown tests.
#pragma once

#include <string>
#include <utility>

#include "parse/markdown.h"

namespace runbookc {

struct Reading {
  SourceFile file;
  Document document;

  std::string text(Span span) const { return std::string(file.text(span)); }
};

inline Reading read_markdown(std::string bytes, const ParseOptions& options = {},
                             std::uint32_t begin = 0) {
  Reading reading{SourceFile("page.md", std::move(bytes)), {}};
  parse_markdown(reading.file, begin, options, reading.document);
  return reading;
}

}  // namespace runbookc
