#include "corpus/name_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "base/near_miss.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxLength = 128;       // longer names are not worth a guess
constexpr std::size_t kMaxComparisons = 128;  // edit distances worked out for one question
constexpr std::size_t kMaxEdits = 3;
constexpr std::size_t kMinLength = 4;   // below it any word resembles any other
constexpr std::size_t kSureLength = 5;  // below it one letter is too much of the name

bool is_separator(char c) { return c == '-' || c == '_' || c == ' '; }

std::string squeeze(std::string_view name) {
  std::string squeezed = lower_ascii(name);
  std::erase_if(squeezed, is_separator);
  return squeezed;
}

// What a slug leaves out: `docs-&-video` is `docs--video`.
bool is_dropped(std::string_view text, std::size_t at) {
  return at < text.size() &&
         std::string_view("&+,:;!?()'\"").find(text[at]) != std::string_view::npos;
}

// Whether the first difference of two names in lower case lies behind the first letter of a word.
// Slips seldom hit that, and other things are often called so.
bool within_word(std::string_view a, std::string_view b) {
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  if (is_dropped(a, at) || is_dropped(b, at)) return true;
  return at > 0 && !is_separator(a[at - 1]) && a[at - 1] != '.' &&
         (at >= a.size() || !is_separator(a[at])) && (at >= b.size() || !is_separator(b[at]));
}

std::uint64_t letter_set(std::string_view text) {
  std::uint64_t letters = 0;
  for (const char c : text) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64);
  return letters;
}

// `disk1` and `disk2` are two things, not a slip.
bool same_digits(std::string_view a, std::string_view b) {
  const auto digits = [](std::string_view text) {
    std::string found;
    std::ranges::copy_if(text, std::back_inserter(found),
                         [](char c) { return c >= '0' && c <= '9'; });
    return found;
  };
  return digits(a) == digits(b);
}

// The distance of what is left without a common beginning and end: most of a long name.
std::size_t distance_apart(std::string_view a, std::string_view b, std::size_t limit) {
  const auto start = std::ranges::mismatch(a, b).in1 - a.begin();
  a.remove_prefix(static_cast<std::size_t>(start));
  b.remove_prefix(static_cast<std::size_t>(start));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  return edit_distance(a, b, limit);
}

constexpr std::string_view kBetweenWords = "-_ .";

// Takes the words off both that they begin with alike.
void drop_shared_words(std::string_view& a, std::string_view& b) {
  std::size_t words = 0;  // bytes up to the last end of a word
  const std::size_t shortest = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < shortest && a[i] == b[i]; ++i) {
    if (kBetweenWords.find(a[i]) != std::string_view::npos) words = i + 1;
  }
  // One ends with what they share, and the other goes on with a word of its own.
  const std::string_view longer = a.size() > b.size() ? a : b;
  const bool is_whole = longer.starts_with(a.size() > b.size() ? b : a) &&
                        longer.size() > shortest && is_separator(longer[shortest]);
  if (is_whole) words = shortest;
  a.remove_prefix(words);
  b.remove_prefix(words);
}

// Takes off the words that they end with alike.
void drop_shared_end(std::string_view& a, std::string_view& b) {
  std::size_t words = 0;
  const std::size_t shortest = std::min(a.size(), b.size());
  for (std::size_t i = 1; i <= shortest && a[a.size() - i] == b[b.size() - i]; ++i) {
    if (kBetweenWords.find(a[a.size() - i]) != std::string_view::npos) words = i;
  }
  const std::string_view longer = a.size() > b.size() ? a : b;
  const bool is_whole = longer.ends_with(a.size() > b.size() ? b : a) && longer.size() > shortest &&
                        is_separator(longer[longer.size() - shortest - 1]);
  if (is_whole) words = shortest;
  a.remove_suffix(words);
  b.remove_suffix(words);
}

// What turns a word into its opposite.
constexpr auto kNegations =
    std::to_array<std::string_view>({"non", "not", "no", "un", "in", "im", "dis", "de", "anti"});

// Whether one is the other with a negation before it: `#unhealthy` is no slip of `#healthy`.
bool is_opposite(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty() || !b.ends_with(a)) return false;
  const std::string_view more = b.substr(0, b.size() - a.size());
  return std::ranges::find(kNegations, more) != kNegations.end();
}

// Whether what differs, word by word, is near: a long word in common makes no slip of the others.
bool words_are_near(std::string_view a, std::string_view b, std::size_t distance) {
  drop_shared_words(a, b);
  drop_shared_end(a, b);
  if (is_opposite(a, b)) return false;
  return distance <= std::max<std::size_t>(1, std::max(a.size(), b.size()) / 3);
}

}  // namespace

NameIndex::NameIndex(const std::vector<std::string>& names) : by_length_(kMaxLength + 1) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string squeezed = squeeze(names[i]);
    if (squeezed.empty() || squeezed.size() > kMaxLength) continue;
    by_squeezed_[squeezed].push_back(i);
    const std::size_t length = squeezed.size();
    const std::uint64_t letters = letter_set(squeezed);
    by_length_[length].push_back({std::move(squeezed), lower_ascii(names[i]), letters, i});
  }
}

std::optional<NearName> NameIndex::same_letters(const std::string& squeezed) const {
  const auto found = by_squeezed_.find(squeezed);
  if (found == by_squeezed_.end()) return std::nullopt;
  return NearName{found->second.front(), found->second.size() == 1};
}

std::optional<NearName> NameIndex::nearest(std::string_view name) const {
  if (name.size() > 2 * kMaxLength) return std::nullopt;
  const std::string squeezed = squeeze(name);
  if (const auto same = same_letters(squeezed)) return same;
  if (squeezed.size() < kMinLength) return std::nullopt;
  const std::size_t limit = std::min(kMaxEdits, squeezed.size() / 3);
  const std::string lower = lower_ascii(name);
  const std::uint64_t letters = letter_set(squeezed);
  const Entry* best = nullptr;
  std::size_t best_distance = limit + 1;
  bool tie = false;
  std::size_t comparisons = 0;
  const std::size_t last = std::min(squeezed.size() + limit, kMaxLength);
  for (std::size_t length = squeezed.size() - limit; length <= last; ++length) {
    for (const Entry& entry : by_length_[length]) {
      // An edit takes away and adds at most one letter each.
      if (std::popcount(entry.letters ^ letters) > static_cast<int>(2 * limit)) continue;
      if (++comparisons > kMaxComparisons) break;
      const std::size_t enough = std::min(limit, best_distance);
      const std::size_t distance = distance_apart(squeezed, entry.squeezed, enough);
      if (distance > enough || !words_are_near(lower, entry.lower, distance)) continue;
      tie = distance == best_distance;
      if (tie && best->index < entry.index) continue;
      best = &entry;
      best_distance = distance;
    }
  }
  if (best == nullptr) return std::nullopt;
  const bool slip = best_distance == 1 && squeezed.size() >= kSureLength &&
                    within_word(lower, best->lower) && same_digits(squeezed, best->squeezed);
  return NearName{best->index, slip && !tie && comparisons <= kMaxComparisons};
}

}  // namespace runbookc
