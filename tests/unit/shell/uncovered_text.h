// What no statement and no comment of a script holds: nothing but blanks, line ends, continuations
// and `;` if the extents are exact.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "shell/shell_script.h"

namespace runbookc {

inline std::string uncovered_text(std::string_view text, const ShellScript& script) {
  std::string rest(text);
  const auto blank = [&rest](ByteRange range) {
    for (std::size_t at = range.begin; at < range.end; ++at) rest[at] = ' ';
  };
  for (const ShellStatement& statement : script.statements) {
    blank(statement.range);
    for (const ByteRange comment : statement.comments) blank(comment);
  }
  std::erase_if(rest, [](char c) {
    return std::string_view(" \t\r\n;\\").find(c) != std::string_view::npos;
  });
  return rest;
}

}  // namespace runbookc
