#include "cli/change_facts.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "corpus/document_stem.h"

namespace runbookc {
namespace {

// git ends lines at LF; a lone CR ends one of ours, too. The n-th line of git begins where?
class LineMap {
 public:
  explicit LineMap(const SourceFile* source) {
    if (source == nullptr) return;
    const std::string_view bytes = source->bytes();
    for (std::uint32_t line = 1; line <= source->line_count(); ++line) {
      const std::uint32_t start = source->line_start(line);
      if (start == 0 || bytes[start - 1] == '\n') begins_.push_back(line);
    }
    count_ = source->line_count();
  }

  std::uint32_t first_line(std::uint32_t git_line) const {
    if (begins_.empty() || git_line == 0) return git_line;
    return git_line <= begins_.size() ? begins_[git_line - 1] : count_ + 1;
  }
  std::uint32_t last_line(std::uint32_t git_line) const {
    const std::uint32_t next = first_line(git_line + 1);
    return git_line == 0 ? 0 : std::max(next, 1U) - 1;
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::uint32_t count_ = 0;
};

ChangedLines lines_of(const Hunk& hunk, const LineMap& map) {
  if (hunk.new_count == 0) {
    return {std::max(map.last_line(hunk.new_first), 1U), map.first_line(hunk.new_first + 1)};
  }
  return {map.first_line(hunk.new_first), map.last_line(hunk.new_first + hunk.new_count - 1)};
}

bool is_run_of(std::string_view line, char c) {
  return !line.empty() && line.find_first_not_of(c) == std::string_view::npos;
}

bool is_underline(std::string_view line) { return is_run_of(line, '=') || is_run_of(line, '-'); }

// Without what a quote puts before a line.
std::string_view line_text(std::string_view line) {
  return trim(line.substr(std::min(line.find_first_not_of("> \t"), line.size())));
}

bool holds_any(std::string_view line, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(
      marks, [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

// What makes text of the headings after it, or headings of text.
bool is_edge(std::string_view line) { return holds_any(line, {"```", "~~~", "<!--", "-->"}); }

bool is_structure(std::string_view text) {
  const std::string_view line = line_text(text);
  return line.starts_with('#') || is_underline(line) || is_edge(line);
}

// A heading's letters and digits, so that mark-up and punctuation do not count.
std::string letters_of(std::string_view text) {
  std::string letters;
  while (!text.empty()) {
    const CodePoint next = decode_utf8(text);
    if (is_word_character(next.value) && next.value != '_') {
      append_utf8(letters, to_lower(next.value));
    }
    text.remove_prefix(next.size);
  }
  return letters;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' ||
         c == '-' || c == '_';
}

std::vector<std::string_view> words_in(std::string_view lower) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= lower.size(); ++i) {
    if (i < lower.size() && is_word_byte(lower[i])) continue;
    if (i > begin) words.push_back(lower.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

// "failover.md." at the end of a sentence, and "failover" for a link that leaves out the ending.
std::string_view bare_word(std::string_view word) {
  while (word.ends_with('.')) word.remove_suffix(1);
  return document_stem(word);
}

// A line with mark-up shows only some of its letters.
bool has_markup(std::string_view line) {
  return line.find_first_of("[<&") != std::string_view::npos;
}

// Each broken link may be compared with each removed heading: past so many, all may have gone.
constexpr std::size_t kMostAnchors = 256;

// The removed lines of a hunk that may have held an anchor; of an underline alone its text is not
// known.
void take_anchors(FileFacts& facts, const std::vector<std::string>& removed) {
  for (std::size_t i = 0; i < removed.size(); ++i) {
    const std::string_view line = line_text(removed[i]);
    const bool underlined = i + 1 < removed.size() && is_underline(line_text(removed[i + 1]));
    const bool heading = line.starts_with('#') || underlined;
    if (heading || holds_any(line, {"id=", "id =", "name=", "name =", "{#"})) {
      facts.removed_anchors.push_back(letters_of(line));
    }
    facts.any_anchor_removed = facts.any_anchor_removed || (heading && has_markup(line)) ||
                               (i == 0 && is_underline(line)) ||
                               facts.removed_anchors.size() > kMostAnchors;
  }
}

void take_removed(FileFacts& facts, const std::vector<std::string>& removed) {
  for (const std::string& line : removed) {
    facts.structure = facts.structure || is_structure(line);
    facts.directives = facts.directives || holds_any(line, {"runbookc-"});
    facts.any_anchor_removed = facts.any_anchor_removed || is_edge(line);
  }
  facts.removed_words.merge(words_of_lines(removed));
  take_anchors(facts, removed);
}

// Deleting what follows the front matter does not change it.
bool is_in_front_matter(const Hunk& hunk, const LineMap& map, const Document& document) {
  const std::uint32_t end = document.front_matter.present ? document.front_matter.span.end.line : 0;
  if (end == 0) {
    return hunk.old_first <= 1 && !hunk.removed.empty() && trim(hunk.removed.front()) == "---";
  }
  const std::uint32_t first =
      hunk.new_count == 0 ? map.last_line(hunk.new_first) + 1 : map.first_line(hunk.new_first);
  return first <= end;
}

}  // namespace

bool FileFacts::touches(ChangedLines range) const {
  const auto near = std::ranges::lower_bound(lines, range.first, {}, &ChangedLines::last);
  return near != lines.end() && near->first <= range.last;
}

bool FileFacts::removed_anchor(std::string_view anchor) const {
  if (any_anchor_removed) return true;
  std::string letters = letters_of(anchor);
  const std::size_t suffix = anchor.rfind('-');  // a second heading of the same text has "-1"
  const bool numbered =
      suffix != std::string_view::npos && suffix + 1 < anchor.size() &&
      anchor.find_first_not_of("0123456789", suffix + 1) == std::string_view::npos;
  if (numbered) letters = letters_of(anchor.substr(0, suffix));
  return std::ranges::any_of(removed_anchors, [&](const std::string& removed) {
    return removed.find(letters) != std::string::npos;
  });
}

std::set<std::string, std::less<>> words_of_lines(std::span<const std::string> lines) {
  std::set<std::string, std::less<>> words;
  for (const std::string& line : lines) {
    const std::string lower = to_lower(line);
    for (const std::string_view word : words_in(lower)) words.emplace(bare_word(word));
  }
  return words;
}

bool holds_last_word(const std::set<std::string, std::less<>>& words, std::string_view text) {
  const std::string lower = to_lower(text);
  const std::vector<std::string_view> named = words_in(lower);
  return !named.empty() && words.contains(bare_word(named.back()));
}

FileFacts facts_of(const FileChange& change, const SourceFile* source, const Document* document) {
  FileFacts facts;
  facts.whole = change.whole;
  facts.renamed = !change.renamed_from.empty();
  const LineMap map(source);
  for (const Hunk& hunk : change.hunks) {
    facts.lines.push_back(lines_of(hunk, map));
    take_removed(facts, hunk.removed);
    for (const std::string& line : hunk.added) {
      facts.structure = facts.structure || is_structure(line);
      facts.directives = facts.directives || holds_any(line, {"runbookc-"});
      facts.any_anchor_removed = facts.any_anchor_removed || is_edge(line);
    }
    if (document != nullptr && is_in_front_matter(hunk, map, *document)) {
      facts.front_matter = true;
      facts.removed_fields.merge(words_of_lines(hunk.removed));
    }
  }
  return facts;
}

}  // namespace runbookc
