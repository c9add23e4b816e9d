#include "parse/program_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/path.h"
#include "base/text.h"
#include "parse/prompts.h"

namespace runbookc {
namespace {

// Programs whose names are words that sentences, lists and configurations begin with.
constexpr auto kPlainWords = std::to_array<std::string_view>(
    {"restart",  "start",   "stop",  "status",  "reload", "shutdown", "reboot",  "sleep",
     "run",      "at",      "batch", "cap",     "case",   "cat",      "command", "consul",
     "continue", "convert", "cut",   "date",    "dig",    "edit",     "exit",    "expect",
     "fail",     "file",    "find",  "flask",   "fold",   "free",     "group",   "head",
     "history",  "host",    "if",    "install", "invoke", "join",     "just",    "kill",
     "last",     "less",    "link",  "local",   "look",   "mail",     "make",    "more",
     "mount",    "nice",    "open",  "patch",   "read",   "return",   "screen",  "script",
     "select",   "service", "set",   "sort",    "split",  "task",     "test",    "time",
     "top",      "users",   "wait",  "watch",   "who"});

bool is_program_line(std::string_view line, const RiskTable& table) {
  constexpr ByteSet kBlanks(" \t");
  const std::string_view program = line.substr(0, kBlanks.find_in(line));
  return !program.empty() && (table.find(program) != nullptr || is_path_program(program, table));
}

bool is_assignment(std::string_view line) {
  const auto end = std::ranges::find_if_not(line, is_word);
  return end != line.begin() && end != line.end() && *end == '=';
}

}  // namespace

bool is_plain_word(std::string_view word) {
  return std::ranges::find(kPlainWords, word) != kPlainWords.end();
}

bool is_path_program(std::string_view word, const RiskTable& table) {
  if (word.starts_with("./") || word.starts_with("../") || word.starts_with("~/")) return true;
  if (!word.starts_with('/')) return false;
  const std::string_view name = file_name(word);
  if (name.empty()) return false;
  return word.find("bin/") != std::string_view::npos || name.ends_with(".sh") ||
         name.ends_with(".py") || name.ends_with(".rb") || table.find(name) != nullptr;
}

bool ends_a_sentence(const SimpleCommand& command) {
  if (command.words.size() < 3) return false;
  const ShellWord& last = command.words.back();
  return !last.quoted && last.value.size() > 1 &&
         std::string_view(".:,!?").find(last.value.back()) != std::string_view::npos;
}

bool begins_with_program(std::string_view text, const RiskTable& table) {
  for (const std::string_view line : split_lines(text)) {
    const std::string_view words = trim(line);
    if (!words.empty() && !words.starts_with('#')) return is_program_line(words, table);
  }
  return false;
}

bool holds_program(std::string_view text, const RiskTable& table) {
  return std::ranges::any_of(split_lines(text), [&](std::string_view line) {
    const std::string_view words = trim(line.substr(prompt_size(line)));
    return is_assignment(words) || is_program_line(words, table);
  });
}

}  // namespace runbookc
