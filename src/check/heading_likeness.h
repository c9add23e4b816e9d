// How much a heading reads like the name of a section.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// A title taken apart once, to be compared often.
class TitleWords {
 public:
  // `comparable` is in comparable_title's form.
  explicit TitleWords(std::string_view comparable);

  const std::string& text() const { return text_; }                     // words, one space between
  const std::vector<std::string>& telling() const { return telling_; }  // without "and", "the" …
  bool empty() const { return text_.empty(); }
  // `other` as a run of whole words.
  bool holds(const TitleWords& other) const;
  // "diagnosis and mitigation", "symptoms / impact": may name two things.
  bool joins() const { return joins_; }

 private:
  std::string text_;
  std::vector<std::string> telling_;
  bool joins_ = false;
};

// `heading` holds `name` as whole words and at most two more that are telling. False for a name
// without telling words.
bool is_mostly(const TitleWords& heading, const TitleWords& name);

// 0: not at all. An alias is an unlikelier source of a slip than the title, and is only taken as a
// whole: single words of it ("steps to check") occur in any document. An alias of one word is the
// heading but for articles, numbers and one small word, or one that "and" joins to it.
std::size_t likeness_to_title(const TitleWords& title, const TitleWords& heading);
std::size_t likeness_to_alias(const TitleWords& alias, const TitleWords& heading);

}  // namespace runbookc
