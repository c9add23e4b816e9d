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
constexpr std::array<std::string_view, 4> kReviewed = {"reviewed", "revisited", "revalidated",
                                                       "re-reviewed"};
constexpr std::array<std::string_view, 12> kAuxiliaries = {
    "is", "must", "should", "shall", "will", "be", "gets", "needs", "has", "to", "being", "are"};
// What else is done at a review.
constexpr std::array<std::string_view, 11> kBesides = {
    "and",      "updated", "tested",   "validated", "verified", "revised",
    "approved", "update",  "validate", "at",        "least"};
constexpr std::array<std::string_view, 12> kDenials = {
    "not", "no", "never", "non", "unless", "isn", "without", "if", "t", "except", "only", "cannot"};

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

using Words = std::vector<std::string>;

std::size_t skip(const Words& words, std::size_t at, std::span<const std::string_view> skipped) {
  while (at < words.size() && is_one_of(words[at], skipped)) ++at;
  return at;
}

// Past "this runbook", "the document", "this operations runbook" at `at`; 0 if nothing of the kind
// stands there.
std::size_t past_document(const Words& words, std::size_t at) {
  if (at + 1 >= words.size() || (words[at] != "this" && words[at] != "the")) return 0;
  if (is_one_of(words[at + 1], kDocuments)) return at + 2;
  const bool has_kind = words[at] == "this" && at + 2 < words.size();
  return has_kind && is_one_of(words[at + 2], kDocuments) ? at + 3 : 0;
}

// Where the interval of "This runbook must be tested and reviewed …" stands; 0 if it is no such
// sentence: "this runbook's alerts are reviewed" is about alerts.
std::size_t past_statement(const Words& words) {
  const std::size_t subject = past_document(words, 0);
  if (subject == 0) return 0;
  const std::size_t verb = skip(words, subject, kAuxiliaries);
  const std::size_t review = skip(words, verb, kBesides);
  if (verb == subject || review >= words.size() || !is_one_of(words[review], kReviewed)) return 0;
  return skip(words, review + 1, kBesides);
}

// Of "Review this page …", "Review and update the runbook …"; 0 if it is no such sentence.
std::size_t past_demand(const Words& words) {
  const std::size_t begin = !words.empty() && words[0] == "please" ? 1 : 0;
  if (begin >= words.size() || (words[begin] != "review" && words[begin] != "revisit")) return 0;
  const std::size_t past = past_document(words, skip(words, begin + 1, kBesides));
  return past == 0 ? 0 : skip(words, past, kBesides);
}

// Of a sentence that says of this document how often it is reviewed, and nothing that bounds it.
// "daily" is said of dashboards, and of no document.
std::optional<FoundInterval> interval_in(std::string_view sentence) {
  const Words words = words_of(sentence);
  const std::size_t at = std::max(past_statement(words), past_demand(words));
  const bool denies =
      std::ranges::any_of(words, [](const std::string& word) { return is_one_of(word, kDenials); });
  if (at == 0 || at >= words.size() || denies) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != at && interval_at(words, i)) return std::nullopt;
  }
  auto found = interval_at(words, at);
  return found && approximate_days(found->every) >= 7 ? std::move(found) : std::nullopt;
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
