#include "parse/markdown_undefined.h"

#include <algorithm>

#include "base/text.h"
#include "parse/markdown_link_syntax.h"

namespace runbookc {
namespace {

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (c & 0x80) != 0;
}

class ReferenceScan {
 public:
  ReferenceScan(MarkdownBuild& build, std::string_view content, const ContentMap& map)
      : build_(&build), content_(content), map_(&map) {}

  void run(const std::vector<ContentRange>& skipped) {
    auto skip = skipped.begin();
    for (std::size_t at = 0; at < content_.size(); ++at) {
      while (skip != skipped.end() && skip->end <= at) ++skip;
      if (skip != skipped.end() && at >= skip->begin) {
        at = skip->end - 1;
      } else if (content_[at] == '\\') {
        ++at;
      } else if (content_[at] == '[') {
        open_.push_back(at);
      } else if (content_[at] == ']' && !open_.empty()) {
        at = close(at);
      }
    }
  }

 private:
  // Handles the bracket at `at`; returns the last byte that belongs to what was found.
  std::size_t close(std::size_t at) {
    const std::size_t begin = open_.back();
    open_.pop_back();
    if (at + 1 >= content_.size() || content_[at + 1] != '[') return at;
    const auto end = scan_label(content_, at + 1);
    if (!end || begin + 1 == at || (begin > 0 && is_word_byte(content_[begin - 1]))) return at;
    const bool collapsed = *end == at + 3;
    const std::string_view label = collapsed ? content_.substr(begin + 1, at - begin - 1)
                                             : content_.substr(at + 2, *end - at - 3);
    const bool is_label = !trim(label).empty() && label.front() != '^' &&
                          label.find_first_of(collapsed ? "[]" : "") == std::string_view::npos;
    if (!is_label || build_->definitions->target(label)) return at;
    build_->document->undefined_references.push_back(
        {collapse_space(label), map_->span(begin, *end)});
    return *end - 1;
  }

  MarkdownBuild* build_;
  std::string_view content_;
  const ContentMap* map_;
  std::vector<std::size_t> open_;
};

}  // namespace

void find_undefined_references(MarkdownBuild& build, std::string_view content,
                               const ContentMap& map, std::vector<ContentRange> skipped) {
  if (content.find("][") == std::string_view::npos) return;
  std::ranges::sort(skipped, {}, &ContentRange::begin);
  ReferenceScan(build, content, map).run(skipped);
}

}  // namespace runbookc
