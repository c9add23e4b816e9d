#include "parse/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/stage_clock.h"
#include "base/text.h"
#include "parse/yaml.h"

namespace runbookc {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_marker(std::string_view line, std::string_view marker) {
  return line.starts_with(marker) &&
         line.find_first_not_of(" \t", marker.size()) == std::string_view::npos;
}

// `key:`, as front matter has it: an identifier, a colon, and then white space or nothing.
bool is_key_line(std::string_view line) {
  const auto is_key_character = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  const auto colon =
      static_cast<std::size_t>(std::ranges::find_if_not(line, is_key_character) - line.begin());
  if (colon == 0 || colon >= line.size() || line[colon] != ':') return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t';
}

bool may_be_yaml(std::string_view line) {
  return line.starts_with(' ') || line.starts_with("- ") || line.starts_with('#') ||
         is_key_line(line);
}

struct Extent {
  bool opened = false;
  std::uint32_t close = 0;  // the closing line, or 0
  std::uint32_t dots = 0;   // a line `...` that follows on what may be YAML, or 0
  bool key_first = false;   // the first line with text is `key:`
  bool blank_first = false;
};

// Looks at the lines up to the closing one.
Extent find_extent(const SourceFile& file, std::size_t mark_size) {
  Extent extent;
  extent.opened = is_marker(file.line(1).substr(mark_size), "---");
  if (!extent.opened) return extent;
  extent.blank_first = trim(file.line(2)).empty();
  bool text_seen = false;
  bool all_yaml = true;
  for (std::uint32_t n = 2; n <= file.line_count(); ++n) {
    const std::string_view line = file.line(n);
    if (is_marker(line, "---")) {
      extent.close = n;
      break;
    }
    if (all_yaml && is_marker(line, "...")) extent.dots = n;
    all_yaml = all_yaml && may_be_yaml(line);
    const std::string_view text = trim(line);
    if (text_seen || text.empty() || text.starts_with('#')) continue;
    text_seen = true;
    extent.key_first = is_key_line(line);
  }
  return extent;
}

// `dots`: a line of `...`, with which pandoc's front matter may end; 0 if there is none.
Problem never_closed(const SourceFile& file, std::uint32_t dots) {
  return {.kind = ProblemKind::front_matter_syntax,
          .span = {{1, 1}, file.position(file.line_start(1) + file.line(1).size())},
          .message = "the front matter is never closed",
          .help = dots == 0
                      ? "end it with a line '---'; until then all of it is shown as text"
                      : fmt::format("write '---' instead of '...' in line {}: until then all of it "
                                    "is shown as text",
                                    dots),
          .subject = "---",
          .replacement = {}};
}

// Whether a line of [begin, end) holds anything.
bool has_text(const SourceFile& file, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t n = begin; n < end; ++n) {
    if (!trim(file.line(n)).empty()) return true;
  }
  return false;
}

// YAML ends in line `dots`, and a page perhaps begins, of which a reader of YAML may not say
// anything: a heading is a comment to it.
void tell_of_dots(std::uint32_t dots, FrontMatterOutcome& outcome) {
  std::erase_if(outcome.problems,
                [&](const Problem& problem) { return problem.span.start.line == dots; });
  outcome.problems.push_back(
      {.kind = ProblemKind::front_matter_syntax,
       .span = {{dots, 1}, {dots, 4}},
       .message = "'...' ends what is read as YAML, but more follows",
       .help = "write '---' here if the front matter ends here, else remove this line",
       .subject = "...",
       .replacement = {}});
}

// `title = "Gateway"` or `[params]`.
bool is_toml_line(std::string_view line) {
  const std::string_view text = trim(line);
  if (text.starts_with('[')) return text.ends_with(']');
  const std::size_t sign = text.find('=');
  return sign != std::string_view::npos && sign > 0 &&
         text.substr(0, sign).find_first_of("`<>()") == std::string_view::npos;
}

// The line that ends TOML as Hugo has it, `+++` to `+++`; 0 if there is none.
std::uint32_t find_toml_end(const SourceFile& file, std::size_t mark_size) {
  if (!is_marker(file.line(1).substr(mark_size), "+++")) return 0;
  bool text_seen = false;
  for (std::uint32_t n = 2; n <= file.line_count(); ++n) {
    const std::string_view text = trim(file.line(n));
    if (is_marker(file.line(n), "+++")) return n;
    if (text_seen || text.empty() || text.starts_with('#')) continue;
    if (!is_toml_line(text)) return 0;
    text_seen = true;
  }
  return 0;
}

Problem not_yaml(const SourceFile& file, std::size_t mark_size) {
  return {.kind = ProblemKind::front_matter_syntax,
          .span = {file.position(mark_size), file.position(mark_size + 3)},
          .message = "the front matter is TOML, which is not read",
          .help = "write it as YAML: 'title: …' for 'title = …', between two lines '---'",
          .subject = "+++",
          .replacement = {}};
}

ProblemKind problem_kind(YamlProblem::Kind kind) {
  switch (kind) {
    case YamlProblem::Kind::duplicate_key:
      return ProblemKind::front_matter_duplicate_key;
    case YamlProblem::Kind::limit:
      return ProblemKind::limit_exceeded;
    case YamlProblem::Kind::syntax:
      break;
  }
  return ProblemKind::front_matter_syntax;
}

// "nested too deeply" and "too many values" with what it is said of.
std::string limit_message(std::string_view message) {
  return fmt::format("front matter {} {}", message.starts_with("nested") ? "is" : "has", message);
}

Problem from_yaml(YamlProblem& problem) {
  const bool limit = problem.kind == YamlProblem::Kind::limit;
  return {.kind = problem_kind(problem.kind),
          .span = problem.span,
          .message = limit ? limit_message(problem.message) : std::move(problem.message),
          .help = std::move(problem.help),
          .subject = std::move(problem.subject),
          .replacement = {}};
}

Problem no_pairs(const Value& root) {
  return {.kind = ProblemKind::front_matter_syntax,
          .span = root.span,
          .message =
              "front matter is " + std::string(kind_name(root.kind)) + ", not 'key: value' pairs",
          .help = "write 'title: …' and so on, one key a line",
          .subject = root.text,
          .replacement = {}};
}

// What stands in a list from there on makes no pages and is no field's value.
void cut_lists(FrontMatterOutcome& outcome, std::size_t most) {
  for (Member& member : outcome.front_matter.root.members) {
    std::vector<Value>& items = member.value.items;
    if (items.size() <= most) continue;
    outcome.problems.push_back({.kind = ProblemKind::limit_exceeded,
                                .span = items[most].span,
                                .message = fmt::format("'{}' lists {} values, more than {}",
                                                       member.key, items.size(), most),
                                .help = "the rest is not used; split the document",
                                .subject = member.key,
                                .replacement = {}});
    items.resize(most);
  }
}

void read_pairs(const SourceFile& file, ByteRange inner, const ParseLimits& limits,
                FrontMatterOutcome& outcome) {
  YamlLimits yaml_limits;
  yaml_limits.bytes = limits.front_matter_bytes;
  yaml_limits.depth = limits.front_matter_depth;
  YamlOutcome yaml = parse_yaml(file, inner, yaml_limits);
  for (YamlProblem& problem : yaml.problems) outcome.problems.push_back(from_yaml(problem));
  if (!yaml.valid) return;
  if (!yaml.root.is_object() && !yaml.root.is_null()) {
    outcome.problems.push_back(no_pairs(yaml.root));
    return;
  }
  outcome.front_matter.valid = true;
  outcome.front_matter.root = std::move(yaml.root);
  cut_lists(outcome, limits.front_matter_values);
}

std::uint32_t line_after(const SourceFile& file, std::uint32_t line) {
  return line < file.line_count() ? file.line_start(line + 1)
                                  : static_cast<std::uint32_t>(file.bytes().size());
}

// There, but not read: no text of the page.
FrontMatterOutcome toml_outcome(const SourceFile& file, std::size_t mark_size,
                                std::uint32_t close) {
  FrontMatterOutcome outcome;
  outcome.body = line_after(file, close);
  outcome.front_matter.present = true;
  outcome.front_matter.span = {file.position(mark_size),
                               file.position(file.line_start(close) + file.line(close).size())};
  outcome.problems.push_back(not_yaml(file, mark_size));
  return outcome;
}

}  // namespace

FrontMatterOutcome read_front_matter(const SourceFile& file, const ParseLimits& limits) {
  const StageScope stage(Stage::front_matter);
  const std::size_t mark_size =
      file.bytes().starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  FrontMatterOutcome outcome;
  outcome.body = static_cast<std::uint32_t>(mark_size);
  if (const std::uint32_t close = find_toml_end(file, mark_size); close != 0) {
    return toml_outcome(file, mark_size, close);
  }
  const Extent extent = find_extent(file, mark_size);
  if (!extent.opened) return outcome;
  if (extent.close == 0) {
    if (extent.key_first) {
      outcome.problems.push_back(never_closed(file, extent.dots));
      outcome.front_matter.present = true;
      outcome.front_matter.span = outcome.problems.back().span;
    }
    return outcome;
  }
  if (extent.blank_first && !extent.key_first && extent.close > 2) return outcome;
  outcome.front_matter.present = true;
  const std::uint32_t end = file.line_start(extent.close);
  outcome.body = line_after(file, extent.close);
  const Position close_end = file.position(end + file.line(extent.close).size());
  outcome.front_matter.span = {file.position(mark_size), close_end};
  read_pairs(file, {file.line_start(2), end}, limits, outcome);
  if (extent.dots != 0 && has_text(file, extent.dots + 1, extent.close))
    tell_of_dots(extent.dots, outcome);
  return outcome;
}

}  // namespace runbookc
