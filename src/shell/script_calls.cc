#include "shell/script_calls.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace runbookc {
namespace {

ShellWord plain_word(std::string_view text) {
  ShellWord word;
  word.value = text;
  word.literal = !text.starts_with('$');
  return word;
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

// The name of a member in brackets that begin at `at`: `db["dropDatabase"]`. "" if it is none, as
// in a list of strings.
std::string_view bracketed_name(std::string_view text, std::size_t at) {
  const bool member =
      at > 0 && (is_name(text[at - 1]) || text[at - 1] == ']' || text[at - 1] == ')');
  if (!member || at + 1 >= text.size()) return {};
  const char quote = text[at + 1];
  if (quote != '"' && quote != '\'' && quote != '`') return {};
  std::size_t end = at + 2;
  while (end < text.size() && is_name(text[end])) ++end;
  const bool closed = end + 1 < text.size() && text[end] == quote && text[end + 1] == ']';
  return closed ? text.substr(at + 2, end - at - 2) : std::string_view();
}

// Past the string or comment that begins at `at`, or `at` itself if none does.
std::size_t skip_silent(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'' || c == '`') {
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != c && (c == '`' || text[end] != '\n'))
      end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
  }
  if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
  if (text.substr(at, 2) == "/*") return std::min(text.find("*/", at + 2), text.size() - 2) + 2;
  return at;
}

}  // namespace

std::vector<std::vector<ShellWord>> script_calls(std::string_view text, std::string_view program) {
  std::vector<ShellWord> words = {plain_word(program)};
  std::size_t at = 0;
  while (at < text.size()) {
    if (const std::string_view name =
            text[at] == '[' ? bracketed_name(text, at) : std::string_view();
        !name.empty()) {
      words.push_back(plain_word(name));
      at += name.size() + 4;
    } else if (const std::size_t past = skip_silent(text, at); past != at) {
      at = past;
    } else if (is_name(text[at])) {
      const std::size_t begin = at;
      while (at < text.size() && is_name(text[at])) ++at;
      words.push_back(plain_word(text.substr(begin, at - begin)));
    } else {
      const std::size_t next = text[at] == '{' ? text.find_first_not_of(" \t\n", at + 1) : at;
      const bool empty = next < text.size() && text[at] == '{' && text[next] == '}';
      if (empty) words.push_back(plain_word("{}"));
      at = empty ? next + 1 : at + 1;
    }
  }
  if (words.size() == 1) return {};
  return {std::move(words)};
}

std::vector<std::vector<ShellWord>> line_commands(std::string_view text, std::string_view program) {
  std::vector<std::vector<ShellWord>> commands;
  for (const std::string_view line : split_lines(text)) {
    std::vector<ShellWord> words = {plain_word(program)};
    const std::string spaced = collapse_space(line);
    for (std::string_view piece : split(spaced, ' ')) {
      if (piece.size() > 1 && piece.front() == piece.back() &&
          (piece.front() == '"' || piece.front() == '\''))
        piece = piece.substr(1, piece.size() - 2);
      if (!piece.empty()) words.push_back(plain_word(piece));
    }
    if (words.size() > 1) commands.push_back(std::move(words));
  }
  return commands;
}

}  // namespace runbookc
