// What the passes over one body share while a Document is filled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/slug.h"
#include "model/document.h"
#include "parse/markdown_definitions.h"
#include "parse/markdown_lines.h"
#include "parse/parse_options.h"

namespace runbookc {

// A bare address within the literal of one text node.
struct BareRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  Index link = kNone;
};

struct MarkdownBuild {
  const ParseOptions* options = nullptr;
  Document* document = nullptr;
  const BodyLines* lines = nullptr;
  const Definitions* definitions = nullptr;
  AnchorNames anchors;
  Index section = kNone;  // that holds what is being read
  Index block = kNone;
  bool links_over_limit = false;
  // What the renderer needs besides the tree. A node's user data is an index into the part of the
  // Document, or into this, that belongs to its type, plus one.
  std::vector<std::vector<BareRange>> bare_urls;

  Block& current_block() const { return document->blocks[block]; }
  // Counts the words of prose that a reader reads.
  void add_words(std::string_view text) const;
  // The index of the new link, or kNone over the limit, which is reported once.
  Index add_link(Link link);
  // Sets the kind of a link whose target holds a template tag: a page that the tag names, or nobody
  // knows what.
  void judge_target(Link& link) const;
  void add_problem(ProblemKind kind, Span span, std::string message, std::string help,
                   std::string subject);
};

}  // namespace runbookc
