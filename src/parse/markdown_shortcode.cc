#include "parse/markdown_shortcode.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "parse/markdown_link_syntax.h"

namespace runbookc {
namespace {

constexpr std::string_view kOpening = "]({{";
constexpr std::size_t kMostBytes = 1024;  // of one destination

struct Shortcode {
  ContentRange path;
  bool has_escapes = false;  // `\"` for `"`
  std::size_t end = 0;       // behind the `)`
};

// The end of what stands in `quote`s at the beginning of `text`: only `"` can be escaped.
std::size_t quoted_end(std::string_view text, char quote) {
  std::size_t end = text.find(quote);
  while (quote == '"' && end != std::string_view::npos && end > 0 && text[end - 1] == '\\') {
    end = text.find(quote, end + 1);
  }
  return end;
}

// What `{{< ref "PATH" >}})` at `at` names; `%` may stand for the angle brackets.
std::optional<Shortcode> scan_shortcode(std::string_view content, std::size_t at) {
  const std::string_view window = content.substr(at, kMostBytes);
  const std::size_t close = window.find("}})");
  if (close == std::string_view::npos || close < 4) return std::nullopt;
  const std::string_view inner = window.substr(3, close - 4);
  const bool is_paired = (window[2] == '<' && window[close - 1] == '>') ||
                         (window[2] == '%' && window[close - 1] == '%');
  const std::size_t word = inner.find_first_not_of(" \t\n");
  if (!is_paired || word == std::string_view::npos) return std::nullopt;
  const std::size_t word_end = std::min(inner.find_first_of(" \t\n", word), inner.size());
  const std::string_view name = inner.substr(word, word_end - word);
  if (name != "ref" && name != "relref") return std::nullopt;
  const std::string_view argument = trim(inner.substr(word_end));
  if (argument.empty()) return std::nullopt;
  const bool is_quoted = argument.front() == '"' || argument.front() == '`';
  const std::string_view rest = argument.substr(is_quoted ? 1 : 0);
  const std::size_t end =
      is_quoted ? quoted_end(rest, argument.front()) : rest.find_first_of(" \t\n\"`=");
  // `path="x.md"` and the like name their arguments.
  const bool is_named = !is_quoted && end != std::string_view::npos && rest[end] == '=';
  if (is_named || (is_quoted && end == std::string_view::npos)) return std::nullopt;
  const std::string_view path = rest.substr(0, end);
  if (path.empty() || path.find("{{") != std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::size_t>(path.data() - content.data());
  return Shortcode{.path = {begin, begin + path.size()},
                   .has_escapes = argument.front() == '"',
                   .end = at + close + 3};
}

std::string target_of(const Shortcode& shortcode, std::string_view content) {
  const ContentRange path = shortcode.path;
  const std::string_view written = content.substr(path.begin, path.end - path.begin);
  return shortcode.has_escapes ? replace_all(written, "\\\"", "\"") : std::string(written);
}

// Where the `[` stands in content[from, at) that the `]` at `at` closes.
std::optional<std::size_t> opening_bracket(std::string_view content, std::size_t from,
                                           std::size_t at) {
  if (is_escaped(content, at)) return std::nullopt;
  std::size_t closed = 0;  // pairs within
  for (std::size_t i = at; i > from; --i) {
    const char c = content[i - 1];
    if ((c != '[' && c != ']') || is_escaped(content, i - 1)) continue;
    if (c == ']') {
      ++closed;
    } else if (closed-- == 0) {
      return i - 1;
    }
  }
  return std::nullopt;
}

}  // namespace

void find_shortcode_links(MarkdownBuild& build, std::string_view content, const ContentMap& map,
                          std::vector<ContentRange> skipped) {
  std::size_t at = content.find(kOpening);
  if (at == std::string_view::npos) return;
  std::ranges::sort(skipped, {}, &ContentRange::begin);
  auto skip = skipped.begin();
  std::size_t from = 0;  // where the text of a link may begin
  for (; at != std::string_view::npos; at = content.find(kOpening, std::max(at + 1, from))) {
    while (skip != skipped.end() && skip->end <= at) ++skip;
    const bool is_skipped = skip != skipped.end() && skip->begin <= at;
    const auto opening = opening_bracket(content, from, at);
    const auto found = scan_shortcode(content, at + 2);
    from = std::max(from, at);
    if (is_skipped || !opening || !found) continue;
    Link link;
    link.kind = LinkKind::shortcode;
    link.target = target_of(*found, content);
    link.text = collapse_space(content.substr(*opening + 1, at - *opening - 1));
    link.span = map.span(*opening, found->end);
    link.target_span = map.span(found->path.begin, found->path.end);
    build.add_link(std::move(link));
    from = found->end;
  }
}

}  // namespace runbookc
