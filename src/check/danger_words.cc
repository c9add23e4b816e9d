#include "check/danger_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace runbookc {
namespace {

struct Word {
  std::string_view text;
  std::string lower;
  bool starts_sentence = false;
  char next = '\0';  // what follows it, white space passed over; 0 at the end
};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '\'' || c == '_';
}

bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".!?:;\n") != std::string_view::npos ||
         gap.find(" - ") != std::string_view::npos ||
         gap.find("\u2014") != std::string_view::npos ||
         gap.find("\u2013") != std::string_view::npos;
}

// Dashes at a word's ends are none of it.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t gap = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!in_word(text[at]) || text[at] == '-') {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && in_word(text[at])) ++at;
    while (text[at - 1] == '-') --at;
    const std::string_view word = text.substr(begin, at - begin);
    const bool starts = words.empty() || ends_sentence(text.substr(gap, begin - gap));
    gap = at;
    const std::size_t next = text.find_first_not_of(" \t\n*_", at);
    words.push_back(
        {word, lower_ascii(word), starts, next == std::string_view::npos ? '\0' : text[next]});
  }
  return words;
}

bool is_signal(std::string_view lower) {
  constexpr std::array<std::string_view, 4> kSignals = {"warning", "danger", "caution", "beware"};
  return contains(kSignals, lower);
}

// Whether one of the `count` words before `i` in its sentence is in `list`.
template <std::size_t size>
bool follows(const std::vector<Word>& words, std::size_t i, std::size_t count,
             const std::array<std::string_view, size>& list) {
  for (; count > 0 && i > 0 && !words[i].starts_sentence; --count)
    if (contains(list, words[--i].lower)) return true;
  return false;
}

bool is_denied(const std::vector<Word>& words, std::size_t i, std::size_t count) {
  constexpr std::array<std::string_view, 20> kDenials = {
      "no",      "not",     "never",    "without",  "avoid",   "avoids",  "avoiding",
      "prevent", "nothing", "prevents", "isn't",    "aren't",  "doesn't", "don't",
      "won't",   "cannot",  "neither",  "minimise", "against", "nor"};
  return follows(words, i, count, kDenials);
}

// Of logs, alerts and checks.
bool is_level(const std::vector<Word>& words, std::size_t i) {
  constexpr std::array<std::string_view, 23> kOfLevels = {
      "error",    "errors",  "info",   "critical", "fatal",  "debug",     "level",     "levels",
      "severity", "state",   "status", "line",     "lines",  "log",       "logs",      "message",
      "messages", "entries", "entry",  "events",   "alerts", "threshold", "thresholds"};
  if (follows(words, i, 2, kOfLevels)) return true;
  for (std::size_t k = i + 1; k < words.size() && k <= i + 2 && !words[k].starts_sentence; ++k)
    if (contains(kOfLevels, words[k].lower)) return true;
  return false;
}

bool is_capitals(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool signals(const std::vector<Word>& words, std::size_t i) {
  const Word& word = words[i];
  if (!is_signal(word.lower) || is_denied(words, i, 2)) return false;
  if (is_capitals(word.text)) return !is_level(words, i);
  const bool stands_out = word.next == ':' || word.next == '!';
  const bool set_off = stands_out || word.next == '\0' || word.next == '-' || word.next == ',' ||
                       (word.next & 0x80) != 0;
  const bool capital = word.text.front() < 'a';
  return (word.starts_sentence && set_off) || (capital && stands_out);
}

bool is_phrase(const std::vector<Word>& words, std::size_t i, std::string_view phrase) {
  for (const std::string_view piece : split(phrase, ' ')) {
    if (i >= words.size() || words[i].lower != piece) return false;
    ++i;
  }
  return true;
}

// "TAKE CARE!", "Be careful here"; not "Take care of the pods".
bool asks_for_care(const std::vector<Word>& words, std::size_t i) {
  constexpr std::array<std::string_view, 4> kPhrases = {"take care", "be careful",
                                                        "be very careful", "extreme care"};
  for (const std::string_view phrase : kPhrases) {
    if (!is_phrase(words, i, phrase)) continue;
    const std::size_t behind = i + 1 + static_cast<std::size_t>(std::ranges::count(phrase, ' '));
    const bool about =
        behind < words.size() && words[behind].lower == "of" && !words[behind].starts_sentence;
    const bool stands_out = words[i].starts_sentence || is_capitals(words[i].text);
    if (stands_out && !about) return !is_denied(words, i, 2);
  }
  return false;
}

bool tells_of_loss(const std::vector<Word>& words, std::size_t i) {
  constexpr std::array<std::string_view, 20> kLosses = {"data loss",
                                                        "cannot be undone",
                                                        "can't be undone",
                                                        "can not be undone",
                                                        "irreversible",
                                                        "irreversibly",
                                                        "irrecoverable",
                                                        "unrecoverable",
                                                        "permanently",
                                                        "permanent loss",
                                                        "as lost",
                                                        "will be lost",
                                                        "is lost",
                                                        "are lost",
                                                        "be lost for good",
                                                        "destroys",
                                                        "destructive",
                                                        "no way back",
                                                        "wipes",
                                                        "erases"};
  return std::ranges::any_of(
             kLosses, [&](std::string_view phrase) { return is_phrase(words, i, phrase); }) &&
         !is_denied(words, i, 3);
}

}  // namespace

bool has_danger_words(std::string_view text) {
  constexpr std::array<std::string_view, 3> kSigns = {"\u26A0", "\U0001F6A8", "\U0001F6D1"};
  if (std::ranges::any_of(
          kSigns, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; }))
    return true;
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (signals(words, i) || asks_for_care(words, i) || tells_of_loss(words, i)) return true;
  return false;
}

bool has_loss_words(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (tells_of_loss(words, i)) return true;
  return false;
}

}  // namespace runbookc
