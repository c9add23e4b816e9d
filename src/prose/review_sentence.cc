#include "prose/review_sentence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "prose/self_description.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 9> kDocuments = {"runbook",  "runbooks",  "document",
                                                        "page",     "playbook",  "guide",
                                                        "handbook", "procedure", "manual"};
constexpr std::array<std::string_view, 6> kReview = {"reviewed",  "review",      "reviews",
                                                     "revisited", "revalidated", "re-reviewed"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Lower-case words, without what ends a clause.
std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : sentence) {
    if (is_letter(c) || is_digit(c) || c == '-') {
      word += lower_ascii(std::string_view(&c, 1));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

struct FoundInterval {
  Interval every;
  std::string text;
};

// "quarterly", "every 6 months", "every quarter": words from `begin` on.
std::optional<FoundInterval> interval_at(const std::vector<std::string>& words, std::size_t begin) {
  const bool every = words[begin] == "every" || words[begin] == "each";
  const bool adverb = words[begin].ends_with("ly");
  if (!every && !adverb) return std::nullopt;
  if (adverb) {
    const auto interval = parse_interval(words[begin]);
    return interval ? std::optional(FoundInterval{*interval, words[begin]}) : std::nullopt;
  }
  const auto word = [&](std::size_t at) { return at < words.size() ? words[at] : std::string(); };
  if (word(begin + 1) == "quarter") return FoundInterval{{.months = 3, .days = 0}, "every quarter"};
  const std::string counted = word(begin + 1) + " " + word(begin + 2);
  if (const auto interval = parse_interval(counted); interval && is_digit(counted.front())) {
    return FoundInterval{*interval, "every " + counted};
  }
  const auto interval = parse_interval("1 " + word(begin + 1));
  if (!interval) return std::nullopt;
  return FoundInterval{*interval, "every " + word(begin + 1)};
}

// Of a sentence that is about reviewing documents. "daily" is said of dashboards, and of no
// document.
std::optional<FoundInterval> interval_in(std::string_view sentence) {
  const std::vector<std::string> words = words_of(sentence);
  const auto review =
      std::ranges::find_if(words, [](const std::string& word) { return is_one_of(word, kReview); });
  const bool is_about_documents = std::ranges::any_of(
      words, [](const std::string& word) { return is_one_of(word, kDocuments); });
  if (review == words.end() || !is_about_documents) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (auto found = interval_at(words, i); found && approximate_days(found->every) >= 7) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ReviewSentence> find_review_sentence(const Document& document) {
  std::optional<ReviewSentence> found;
  for (const BlockRange& range : self_description(document)) {
    for (Index i = range.begin; i < range.end; ++i) {
      const Block& block = document.blocks[i];
      if (block.kind != BlockKind::paragraph) continue;
      for (const std::string_view sentence : split(block.text, '.')) {
        auto interval = interval_in(sentence);
        if (!interval) continue;
        if (found && !(found->every == interval->every)) return std::nullopt;
        if (!found) {
          found = {.every = interval->every, .text = std::move(interval->text), .span = block.span};
        }
      }
    }
  }
  return found;
}

}  // namespace runbookc
