#include "parse/yaml.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/yaml_events.h"
#include "parse/yaml_tree.h"

namespace runbookc {
namespace {

YamlProblem problem(YamlProblem::Kind kind, const SourceFile& file, std::size_t begin,
                    std::size_t end, std::string message, std::string help) {
  return {.kind = kind,
          .span = {file.position(begin), file.position(end)},
          .message = std::move(message),
          .help = std::move(help),
          .subject = std::string(file.bytes().substr(begin, end - begin))};
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool ends_no_crlf(std::string_view text, std::size_t at) {
  return text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
}

// U+0080 to U+009F, U+2028, U+2029, U+FFFE, U+FFFF: YAML 1.1 ends lines at some, YAML 1.2 does not
// allow others.
bool is_refused_character(std::string_view rest) {
  if (rest.starts_with('\xC2')) return static_cast<unsigned char>(rest[1]) < 0xA0;
  return rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9") ||
         rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

// libyaml skips it, where YAML has a character of the text.
bool starts_line_with_mark(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with(kByteOrderMark) && (at == 0 || text[at - 1] == '\n');
}

// The first control character, which YAML does not allow (YAML 1.2, 5.1), or one that YAML's
// versions or readers take for different things. `text` is valid UTF-8.
std::size_t find_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool plain_space = c == '\t' || c == '\n' || c == '\r';
    if ((c < 0x20 && !plain_space) || c == 0x7F || ends_no_crlf(text, i)) return i;
    if (c < 0x80) continue;
    if (is_refused_character(text.substr(i)) || starts_line_with_mark(text, i)) return i;
  }
  return std::string_view::npos;
}

// What rules the text out before any YAML is read in it.
std::vector<YamlProblem> check_bytes(const SourceFile& file, ByteRange range,
                                     const YamlLimits& limits) {
  const std::string_view text = file.bytes().substr(range.begin, range.size());
  if (text.size() > limits.bytes)
    return {problem(YamlProblem::Kind::limit, file, range.begin, range.begin,
                    "over the limit of " + count_of(limits.bytes, "byte"),
                    "move long text into the body")};
  if (const auto bad = find_invalid_utf8(text)) {
    const std::size_t at = range.begin + *bad;
    return {problem(YamlProblem::Kind::syntax, file, at, at + 1, "these bytes are not UTF-8",
                    "save the file as UTF-8")};
  }
  if (const std::size_t bad = find_control(text); bad != std::string_view::npos) {
    const std::size_t at = range.begin + bad;
    const std::string_view found = text.substr(bad, decode_utf8(text.substr(bad)).size);
    const std::string name = found == kByteOrderMark
                                 ? "a byte order mark"
                                 : "a control character (" + printable(found) + ")";
    return {problem(YamlProblem::Kind::syntax, file, at, at + found.size(), name + " stands here",
                    "remove it")};
  }
  return {};
}

}  // namespace

YamlOutcome parse_yaml(const SourceFile& file, ByteRange range, const YamlLimits& limits) {
  range.end = std::min<std::uint32_t>(range.end, static_cast<std::uint32_t>(file.bytes().size()));
  range.begin = std::min(range.begin, range.end);
  YamlOutcome outcome;
  if (file.bytes().substr(range.begin, range.size()).starts_with(kByteOrderMark)) range.begin += 3;
  outcome.problems = check_bytes(file, range, limits);
  if (!outcome.problems.empty()) return outcome;
  const std::string_view text = file.bytes().substr(range.begin, range.size());
  YamlEventReader events(text, limits);
  auto root = build_yaml_tree(file, range.begin, text, events, outcome.problems);
  outcome.valid = root.has_value();
  if (root) outcome.root = std::move(*root);
  return outcome;
}

}  // namespace runbookc
