// Commands that a reader would paste (PRODUCT section 4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/block.h"
#include "source/span.h"

namespace runbookc {

enum class Risk : std::uint8_t { read, mutate, destroy, unknown };
std::string_view risk_name(Risk risk);

enum class SyntaxVerdict : std::uint8_t { ok, error, skipped };
std::string_view syntax_name(SyntaxVerdict verdict);

// A part of a command that the reader replaces: name `CLUSTER`, text `<CLUSTER>`.
struct Placeholder {
  std::string name;
  std::string text;
  std::vector<std::uint32_t> offsets = {};  // where that text begins, ascending

  friend bool operator==(const Placeholder&, const Placeholder&) = default;
};

struct Command {
  std::string text;         // what is pasted: LF endings, no final newline, no prompt
  std::string description;  // the comment or sentence that introduces it
  std::string language;     // the block's, "" if untagged
  Span span;                // in the source
  Index section = kNone;
  Index step = kNone;
  Index code_block = kNone;
  std::vector<std::string> programs;
  std::vector<std::string> tools;  // of them, those that the reader's own machine has to have
  std::vector<Placeholder> placeholders;
  std::vector<std::string> environment;
  std::string expected_output;
  Risk risk = Risk::unknown;
  std::string risk_reason;
  bool interactive = false;
  bool blocking = false;
  bool unseen = false;  // what it runs, or a part of that, is written nowhere in it
  bool standalone = true;
  SyntaxVerdict syntax = SyntaxVerdict::skipped;
  std::string syntax_message;
  Span syntax_span;  // of what is wrong, in the source

  friend bool operator==(const Command&, const Command&) = default;
};

// A fenced message (status update, post-mortem) that a reader fills and copies.
struct MessageTemplate {
  std::string text;
  Span span;
  Index code_block = kNone;
  std::vector<Placeholder> placeholders;

  friend bool operator==(const MessageTemplate&, const MessageTemplate&) = default;
};

}  // namespace runbookc
