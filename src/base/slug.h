// Heading slugs as the systems make them that people write Markdown for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace runbookc {

// How the text of a heading becomes a name.
enum class SlugStyle : std::uint8_t {
  github,     // html-pipeline and github-slugger: lower case, everything but word characters,
              // spaces and hyphens removed, each space a hyphen, hyphens not collapsed
  gitlab,     // the same with hyphens collapsed; digits alone get `anchor-` in front
  hugo,       // letters, decimal digits and `_` of Unicode, each space a hyphen; else `heading`
  tech_docs,  // of the heading's HTML: a-z and 0-9, all between them one hyphen
  mkdocs,     // Python-Markdown: what Unicode makes ASCII of it, spaces and hyphens one hyphen
};

// What tells headings of one name apart.
enum class RepeatStyle : std::uint8_t {
  hyphen_number,      // `-1`, `-2`, …
  underscore_number,  // `_1`, `_2`, …
  parent_then_number  // the name of the heading above in front; then `-2`, `-3`, …
};

struct SlugRules {
  SlugStyle style = SlugStyle::github;
  RepeatStyle repeats = RepeatStyle::hyphen_number;
};

// The slug of one heading's plain text, before repeats are told apart. May be empty.
std::string heading_slug(SlugStyle style, std::string_view plain_text);
std::string github_slug(std::string_view plain_text);

// Hands out anchors that are unique within one document.
class AnchorNames {
 public:
  explicit AnchorNames(SlugRules rules = {}) : rules_(rules) {}

  // The slug of `plain_text`, a heading of this level, made unique.
  std::string claim_slug(std::string_view plain_text, unsigned level = 1);
  // An explicit `{#id}`; taken as written, so that a repeat is possible and is the author's.
  void claim_explicit(std::string_view id, unsigned level = 1);

 private:
  static constexpr unsigned kLevels = 7;

  std::string made_unique(const std::string& slug, unsigned level);
  std::string numbered(const std::string& slug);
  std::string below_parent(const std::string& slug, unsigned level) const;
  void note(std::string_view name, unsigned level);

  SlugRules rules_;
  std::unordered_map<std::string, int> next_suffix_;
  std::unordered_set<std::string> taken_;
  std::array<std::string, kLevels> last_names_;  // of each level
  std::array<int, kLevels> last_turns_{};        // when, counted from 1; 0: never
  int turn_ = 0;
};

}  // namespace runbookc
