#include "search/command_phrases.h"

#include <algorithm>

#include "base/ascii.h"

namespace runbookc {

namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostDistant = 4;
constexpr std::string_view kEndsWord = " \t\n|;&()`\"'";
constexpr std::string_view kEndsProgram = "\n|;&()`";

bool is_plain_word(std::string_view word) {
  return !word.empty() && is_lower(word.front()) &&
         std::ranges::all_of(word, [](char c) { return is_lower(c) || c == '-'; });
}

void add_phrases(std::vector<std::string>& phrases, const std::vector<std::string_view>& words) {
  if (words.size() < 2) return;
  std::string all(words.front());
  for (std::size_t i = 1; i < words.size(); ++i) (all += ' ') += words[i];
  phrases.push_back(std::move(all));
  for (std::size_t i = 2; i < std::min(words.size(), kMostDistant); ++i) {
    phrases.push_back(std::string(words.front()) + ' ' + std::string(words[i]));
  }
}

}  // namespace

std::vector<std::string> command_phrases(std::string_view command) {
  std::vector<std::string> phrases;
  std::vector<std::string_view> words;
  while (!command.empty()) {
    const std::size_t end = std::min(command.find_first_of(kEndsWord), command.size());
    const std::string_view word = command.substr(0, end);
    if (is_plain_word(word) && words.size() < kMostWords) words.push_back(word);
    const bool goes_on = word == "\\";  // before the end of a line
    if (end < command.size() && !goes_on &&
        kEndsProgram.find(command[end]) != std::string_view::npos) {
      add_phrases(phrases, words);
      words.clear();
    }
    command.remove_prefix(std::min(end + 1, command.size()));
  }
  add_phrases(phrases, words);
  return phrases;
}

}  // namespace runbookc
