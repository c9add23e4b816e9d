// Heading slugs as GitHub makes them (html-pipeline's table_of_contents_filter and
// github-slugger): lower case, everything but word characters, spaces and hyphens removed, each
// space a hyphen, hyphens not collapsed; repeats get `-1`, `-2`, …
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace runbookc {

// The slug of one heading's plain text, before repeats are told apart. May be empty.
std::string github_slug(std::string_view plain_text);

// Hands out anchors that are unique within one document.
class AnchorNames {
 public:
  // The slug of `plain_text`, with the suffix that makes it unique.
  std::string claim_slug(std::string_view plain_text);
  // An explicit `{#id}`; taken as written, so that a repeat is possible and is the author's.
  void claim_explicit(std::string_view id);

 private:
  std::unordered_map<std::string, int> next_suffix_;
  std::unordered_set<std::string> taken_;
};

}  // namespace runbookc
