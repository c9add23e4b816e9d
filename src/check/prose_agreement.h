// Metadata that a document states twice: in its front matter and in its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/context.h"
#include "check/rule.h"
#include "prose/labelled_values.h"

namespace runbookc {

// A finding at each value in the text (`**Version:** 1.0`) that says otherwise than the front
// matter: versions, dates, and an owner whom the directory knows. What only one of the two says,
// and what cannot be compared, is no finding.
std::vector<Finding> find_prose_disagreements(const PageContext& context);

// What the two say of each other, to mend one by the other. Reads the text once.
class ProseAnswers {
 public:
  explicit ProseAnswers(const PageContext& context);

  // What the front matter says of the field whose value in the text holds `place`; "" if nothing
  // does.
  std::string in_front_matter(const Span& place) const;
  // A date or a version: it can stand in the text as it is.
  bool is_plain(const Span& place) const;
  // What the text says of the field `key`; "" if it says nothing, or was not filled in either.
  std::string in_text(std::string_view key) const;

 private:
  const LabelledValue* value_at(const Span& place) const;

  const Metadata& metadata_;
  bool has_front_matter_;
  std::vector<LabelledValue> values_;  // in document order
};

}  // namespace runbookc
