#include "check/heading_likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/near_miss.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kSlip = 900;        // a letter or two differ
constexpr std::size_t kHoldsName = 700;   // "Rollback of the schema" for "Rollback"
constexpr std::size_t kHoldsWords = 650;  // "Procedures in an emergency" for "Emergency Procedures"
constexpr std::size_t kPartOfName = 600;  // "Contacts" for "Emergency Contacts"
constexpr std::size_t kKin = 450;         // "Diagnosing the fault" for "Diagnosis"
constexpr std::size_t kHalf = 300;        // "Escalation Contacts" for "Escalation Path"
constexpr std::size_t kAliasCost = 200;

// "Rollback of the schema" is a rollback; "Verify the access of roles and users" is a step.
constexpr std::size_t kMoreWords = 2;

constexpr std::size_t kSmallWord = 3;  // bytes: "AWS", "its"

enum class NameRole : std::uint8_t { title, alias };

// Words too common in titles to suggest that two of them mean the same.
bool is_telling(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kCommon = {
      "and", "the", "for", "with", "from", "steps", "step", "what", "this", "how", "you", "your"};
  return word.size() > 2 && std::ranges::find(kCommon, word) == kCommon.end();
}

bool is_word_byte(char c) {
  const bool is_ascii_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
  return is_ascii_word || static_cast<unsigned char>(c) >= 0x80;
}

// Letters by which a name may differ: fewer for an alias, as a page's headings meet a dozen of them
// ("Production" is no "Introduction", nor "Alerting" a "Reverting").
std::size_t slip_limit(const std::string& name, NameRole role) {
  return role == NameRole::title ? std::min<std::size_t>(name.size() / 3, 3)
                                 : std::min<std::size_t>(name.size() / 4, 2);
}

bool is_slip(const std::string& name, const std::string& heading, std::size_t limit) {
  return edit_distance(name, heading, limit) <= limit;
}

bool says_little_more(const TitleWords& heading, const TitleWords& name) {
  return heading.telling().size() <= name.telling().size() + kMoreWords;
}

// One word of the heading has the title's stem; stricter than a slip, since it has more chances.
bool has_kin(const TitleWords& title, const TitleWords& heading) {
  if (!says_little_more(heading, title)) return false;
  if (title.telling().size() != 1 || title.telling().front() != title.text()) return false;
  const std::size_t limit = std::min<std::size_t>(title.text().size() / 4, 2);
  return std::ranges::any_of(heading.telling(), [&](const std::string& word) {
    return edit_distance(title.text(), word, limit) <= limit;
  });
}

std::size_t shared_words(const TitleWords& a, const TitleWords& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a.telling(), [&](const auto& word) {
    return std::ranges::find(b.telling(), word) != b.telling().end();
  }));
}

bool is_article_or_number(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kArticles = {"a",    "an",  "the",
                                                                "this", "our", "your"};
  return std::ranges::find(kArticles, word) != kArticles.end() ||
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_joint(std::string_view word) { return word == "and" || word == "or"; }

// "Our checks", "AWS instructions" and "Checks and alerts" for "Checks"; not "Possible checks", nor
// "Disaster recovery types" for "Recovery": such a word means another thing in other company.
bool is_little_but(const TitleWords& heading, std::string_view name) {
  std::vector<std::string_view> words = split(heading.text(), ' ');
  std::erase_if(words, is_article_or_number);
  if (words.empty() || (words.front() != name && words.back() != name)) return false;
  words.erase(words.front() == name ? words.begin() : words.end() - 1);
  std::erase_if(words, is_joint);
  if (words.empty()) return true;
  const bool is_small = words.front().size() <= kSmallWord || !is_telling(words.front());
  return words.size() == 1 && (heading.joins() || is_small);
}

bool holds_name(const TitleWords& heading, const TitleWords& name, NameRole role) {
  const bool is_one_word = name.text().find(' ') == std::string::npos;
  return role == NameRole::alias && is_one_word ? is_little_but(heading, name.text())
                                                : is_mostly(heading, name);
}

std::size_t likeness_of_whole(const TitleWords& name, const TitleWords& heading, NameRole role) {
  if (name.empty() || heading.empty()) return 0;
  if (is_slip(name.text(), heading.text(), slip_limit(name.text(), role))) return kSlip;
  if (holds_name(heading, name, role)) return kHoldsName;
  if (!heading.telling().empty() && name.holds(heading)) return kPartOfName;
  return 0;
}

}  // namespace

TitleWords::TitleWords(std::string_view comparable) {
  std::string spaced(comparable);
  joins_ = spaced.find_first_of("/,+|") != std::string::npos;
  std::ranges::replace_if(spaced, [](char c) { return !is_word_byte(c); }, ' ');
  text_ = collapse_space(spaced);
  for (const std::string_view word : split(text_, ' ')) {
    joins_ = joins_ || word == "and" || word == "or";
    if (is_telling(word)) telling_.emplace_back(word);
  }
}

bool TitleWords::holds(const TitleWords& other) const {
  for (std::size_t at = text_.find(other.text_); at != std::string::npos;
       at = text_.find(other.text_, at + 1)) {
    const std::size_t end = at + other.text_.size();
    if ((at == 0 || text_[at - 1] == ' ') && (end == text_.size() || text_[end] == ' ')) {
      return true;
    }
  }
  return false;
}

bool is_mostly(const TitleWords& heading, const TitleWords& name) {
  return !name.telling().empty() && says_little_more(heading, name) && heading.holds(name);
}

std::size_t likeness_to_title(const TitleWords& title, const TitleWords& heading) {
  const std::size_t whole = likeness_of_whole(title, heading, NameRole::title);
  if (whole != 0 || title.telling().empty() || heading.telling().empty()) return whole;
  const std::size_t shared = shared_words(title, heading);
  if (shared == title.telling().size() && says_little_more(heading, title)) return kHoldsWords;
  if (has_kin(title, heading)) return kKin;
  const std::size_t longer = std::max(title.telling().size(), heading.telling().size());
  return shared * 2 >= longer ? kHalf : 0;
}

std::size_t likeness_to_alias(const TitleWords& alias, const TitleWords& heading) {
  const std::size_t whole = likeness_of_whole(alias, heading, NameRole::alias);
  return whole == 0 ? 0 : whole - kAliasCost;
}

}  // namespace runbookc
