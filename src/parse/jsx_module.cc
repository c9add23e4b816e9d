#include "parse/jsx_module.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "parse/prose_lines.h"

namespace runbookc {
namespace {

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

bool begins_statement(std::string_view line) {
  return line.starts_with("import ") || line.starts_with("export ");
}

// `import x from 'y'`, `import 'y'`, `export const x`.
bool is_module_line(std::string_view line) {
  constexpr auto kExported = std::to_array<std::string_view>(
      {"async ", "class ", "const ", "default ", "function ", "let ", "var ", "{", "*"});
  if (line.starts_with("import ")) {
    return line.find(" from ") != std::string_view::npos || line.find_first_of("\"'") == 7;
  }
  if (!line.starts_with("export ")) return false;
  const std::string_view rest = line.substr(7);
  return std::ranges::any_of(kExported,
                             [&](std::string_view word) { return rest.starts_with(word); });
}

// `import {` and `import React, {`, whose names stand on lines of their own.
bool opens_import(std::string_view line) {
  return line.starts_with("import ") && trim_end(line).ends_with('{');
}

// Reads JavaScript as far as it must be to tell where a statement ends.
class StatementReader {
 public:
  explicit StatementReader(std::string_view text) : text_(text) {}

  // Where the line ending stands that ends the statement, if there is one.
  std::optional<std::size_t> end() {
    while (at_ < text_.size()) {
      if (text_[at_] == '\n') {
        if (depth_ == 0 && ends_here()) return at_;
        const std::string_view next = line_at(text_, at_ + 1);
        if (begins_statement(next) || is_fence_line(next)) return std::nullopt;
      }
      step();
    }
    return depth_ == 0 ? std::optional(text_.size()) : std::nullopt;
  }

 private:
  // A line goes on that ends or begins with what joins two parts of an expression.
  bool ends_here() const {
    const std::string_view done = trim_end(text_.substr(0, at_));
    const std::string_view next = line_at(text_, at_ + 1);
    if (trim(next).empty() || done.ends_with(';')) return true;
    const bool joins = std::string_view("=,(&|?:+>").find(done.back()) != std::string_view::npos;
    return !joins && std::string_view(" \t.?:&|}").find(next.front()) == std::string_view::npos;
  }

  void step() {
    const char c = text_[at_];
    const std::string_view two = text_.substr(at_, 2);
    if (two == "//") {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (two == "/*") {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else if (c == '"' || c == '\'' || c == '`') {
      skip_string(c);
    } else {
      if (c == '(' || c == '[' || c == '{') ++depth_;
      if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
      ++at_;
    }
  }

  // In quotes only up to the end of the line: an apostrophe may stand in JSX's text.
  void skip_string(char quote) {
    const std::size_t most = quote == '`' ? text_.size() : at_ + line_at(text_, at_).size();
    ++at_;
    while (at_ < most && text_[at_] != quote) at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ < most ? at_ + 1 : most, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::size_t module_statement_size(std::string_view text) {
  if (!begins_statement(text)) return 0;
  const std::string_view line = line_at(text, 0);
  const bool is_whole = is_module_line(line);
  if (!is_whole && !opens_import(line)) return 0;
  const std::size_t end = StatementReader(text).end().value_or(0);
  if (end != 0 && (is_whole || text.substr(0, end).find("from") != std::string_view::npos))
    return end;
  return is_whole ? line.size() : 0;
}

}  // namespace runbookc
