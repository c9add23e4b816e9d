#include "base/slug.h"

#include "base/unicode.h"

namespace runbookc {

std::string github_slug(std::string_view plain_text) {
  std::string kept;
  kept.reserve(plain_text.size());
  for (std::string_view rest = plain_text; !rest.empty();) {
    const CodePoint next = decode_utf8(rest);
    if (next.value == U' ' || next.value == U'-') {
      kept += '-';
    } else if (is_word_character(next.value)) {
      kept += rest.substr(0, next.size);
    }
    rest.remove_prefix(next.size);
  }
  return to_lower(kept);
}

// github-slugger's loop: the suffix counts up from the last one that this slug was given, and past
// names that other headings took. Each taken name stands in the way of one slug only, so that all
// headings of a document together cost linear time.
std::string AnchorNames::claim_slug(std::string_view plain_text) {
  const std::string slug = github_slug(plain_text);
  std::string name = slug;
  if (taken_.contains(name)) {
    int& suffix = next_suffix_[slug];
    while (taken_.contains(name)) name = slug + "-" + std::to_string(++suffix);
  }
  taken_.insert(name);
  return name;
}

void AnchorNames::claim_explicit(std::string_view id) { taken_.emplace(id); }

}  // namespace runbookc
