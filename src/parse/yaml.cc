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

// Control characters, which YAML does not allow (YAML 1.2, 5.1) and of which yaml-cpp takes some
// for the end of the text; and a carriage return that ends no CRLF.
std::size_t find_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) return i;
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return i;
    const bool c1 = c == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1 && text[i + 1] != '\x85') return i;
    const bool no_character =
        c == 0xEF && text[i + 1] == '\xBF' && (text[i + 2] == '\xBE' || text[i + 2] == '\xBF');
    if (no_character) return i;
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
    return {problem(YamlProblem::Kind::syntax, file, at, at + 1,
                    "a control character (" + printable(text.substr(bad, 1)) + ") stands here",
                    "remove it")};
  }
  return {};
}

}  // namespace

YamlOutcome parse_yaml(const SourceFile& file, ByteRange range, const YamlLimits& limits) {
  range.end = std::min<std::uint32_t>(range.end, static_cast<std::uint32_t>(file.bytes().size()));
  range.begin = std::min(range.begin, range.end);
  YamlOutcome outcome;
  if (file.bytes().substr(range.begin, range.size()).starts_with("\xEF\xBB\xBF")) range.begin += 3;
  outcome.problems = check_bytes(file, range, limits);
  if (!outcome.problems.empty()) return outcome;
  const std::string_view text = file.bytes().substr(range.begin, range.size());
  const YamlEvents events = read_yaml_events(text, limits);
  auto root = build_yaml_tree(file, range.begin, text, events, outcome.problems);
  outcome.valid = root.has_value();
  if (root) outcome.root = std::move(*root);
  return outcome;
}

}  // namespace runbookc
