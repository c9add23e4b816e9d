// What parsing depends on besides the bytes. Part of the identity of a cached Document.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "model/dialect.h"
#include "parse/command_judge.h"

namespace runbookc {

// Caps on untrusted input. Each is diagnosed where it is hit (RB004, RB005), and what is over it is
// shown as plain text, never dropped.
struct ParseLimits {
  std::size_t document_bytes = std::size_t{512} * 1024;
  std::size_t front_matter_bytes = std::size_t{64} * 1024;
  std::size_t front_matter_depth = 8;
  std::size_t front_matter_values = 500;                   // of one list
  std::size_t inline_block_bytes = std::size_t{8} * 1024;  // one paragraph, heading or table row
  std::size_t table_columns = 32;
  std::size_t table_cells = 20'000;
  std::size_t nesting_depth = 64;                           // of block containers
  std::size_t links = 10'000;                               // in one document
  std::size_t commands = 5'000;                             // in one document
  std::size_t output_bytes = std::size_t{8} * 1024 * 1024;  // of rendered HTML

  friend bool operator==(const ParseLimits&, const ParseLimits&) = default;
};

struct ParseOptions {
  ParseLimits limits;
  const DialectRules* dialect = &default_dialect();  // a row of the table
  std::vector<KeyMeaning> keys = {};                 // front matter keys of other systems
  bool render = true;  // false: Document::html stays empty (`check` needs none)
  // Without one nothing is said of what commands do, and no untagged block without prompts is
  // shell.
  std::shared_ptr<const CommandJudge> judge = {};

  friend bool operator==(const ParseOptions&, const ParseOptions&) = default;
};

}  // namespace runbookc
