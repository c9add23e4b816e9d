#include "shell/joined_secret.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "shell/secret_value.h"

namespace runbookc {
namespace {

std::string_view raw_text(std::string_view text, const ShellWord& word) {
  return text.substr(word.range.begin, word.range.size());
}

bool is_quote(char c) { return c == '"' || c == '\'' || c == '\\' || c == '$'; }

// Not in one piece, nor one with a quoted end (`--password="abc"`), as find_secrets reads them.
bool is_joined(std::string_view text, const ShellWord& word) {
  if (!word.quoted || word.placeholder || word.range.end > text.size()) return false;
  const std::string_view raw = raw_text(text, word);
  const std::size_t quote = raw.find_first_of("\"'");
  if (quote == std::string_view::npos) return false;
  const std::string_view value = word.value;
  const std::size_t head = std::min(quote, value.size());
  const std::string one = std::string(value.substr(0, head)) + raw[quote] +
                          std::string(value.substr(head)) + raw[quote];
  const bool read_in_one = head == 0 || value[head - 1] == '=' || value[head - 1] == ':';
  return raw != one || !read_in_one;
}

// The place of a part of a word's value, widened until no quote is cut in two.
ByteRange place_of(std::string_view text, const ShellWord& word, ByteRange part) {
  const std::string_view raw = raw_text(text, word);
  const std::size_t behind = word.value.size() - part.end;
  const auto plain = [](std::string_view bytes) { return std::ranges::none_of(bytes, is_quote); };
  ByteRange place = word.range;
  if (part.begin <= raw.size() && plain(raw.substr(0, part.begin))) place.begin += part.begin;
  if (behind <= raw.size() && plain(raw.substr(raw.size() - behind)))
    place.end -= static_cast<std::uint32_t>(behind);
  return place;
}

void add_assigned(std::vector<Secret>& found, std::string_view text,
                  const ShellAssignment& assignment) {
  const ShellWord& value = assignment.value;
  if (!is_joined(text, value)) return;
  const Held held = held_by(assignment.name);
  if (const auto known = find_known_secrets(value.value); !known.empty())
    found.push_back({known.front().kind, value.range});
  else if (is_held_secret(held, value.value, Quoting::other))
    found.push_back({std::string(kind_of(held)), value.range});
}

void add_in_word(std::vector<Secret>& found, std::string_view text, const ShellWord& word) {
  for (const Secret& secret : find_secrets(word.value))
    found.push_back({secret.kind, place_of(text, word, secret.range)});
}

// `--password abc"def"`
void add_of_option(std::vector<Secret>& found, const ShellWord& option, const ShellWord& value) {
  if (!option.value.starts_with('-') || option.value.find('=') != std::string::npos) return;
  const Held held = held_by(option.value);
  if (is_held_secret(held, value.value, Quoting::other))
    found.push_back({std::string(kind_of(held)), value.range});
}

}  // namespace

std::vector<Secret> find_joined_secrets(std::string_view text,
                                        std::span<const SimpleCommand> commands) {
  std::vector<Secret> found;
  for (const SimpleCommand& command : commands) {
    for (const ShellAssignment& assignment : command.assignments)
      add_assigned(found, text, assignment);
    for (std::size_t i = 0; i < command.words.size(); ++i) {
      if (!is_joined(text, command.words[i])) continue;
      add_in_word(found, text, command.words[i]);
      if (i > 0) add_of_option(found, command.words[i - 1], command.words[i]);
    }
  }
  return found;
}

}  // namespace runbookc
