// RB101: nothing tells who owns a document, how urgent it is, or when somebody last read it.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

// An empty or oversized file has its own finding, and the project's defaults may fill all in.
bool is_excused(const PageContext& context) {
  return is_unread(context.document) ||
         !context.corpus.front_matter_of(context.page).members.empty();
}

constexpr std::uint32_t kMostLines = 64;  // looked at: front matter is short, and stands at the top

bool is_heading_or_comment(std::string_view line) {
  return line.starts_with('#') || (line.starts_with("<!--") && line.ends_with("-->"));
}

// "key: value", an item, a comment or a line that goes on.
bool reads_as_yaml(std::string_view line) {
  if (trim(line).empty() || line.starts_with(' ') || line.starts_with("- ") ||
      line.starts_with('#')) {
    return true;
  }
  const std::size_t colon = line.find(':');
  const std::string_view key = line.substr(0, colon);
  const bool is_key = key.find_first_of(" \t`[(") == std::string_view::npos;
  return colon != std::string_view::npos && colon > 0 && is_key &&
         (colon + 1 == line.size() || line[colon + 1] == ' ');
}

// The line `---` that closes what `---` in `first` opens, if all between reads as YAML; else 0.
std::uint32_t closing_line(const SourceFile& source, std::uint32_t first) {
  const std::uint32_t end = std::min(source.line_count(), first + kMostLines);
  for (std::uint32_t line = first + 1; line <= end; ++line) {
    const std::string_view text = trim_end(source.line(line));
    if (text == "---") {
      return trim(source.line(first + 1)).empty() || line == first + 1 ? 0 : line;
    }
    if (!reads_as_yaml(text)) {
      return 0;
    }
  }
  return 0;
}

// A line that is put above makes it late.
std::vector<Reference> lines_above(std::uint32_t first) {
  return {{ReferenceKind::lines, {}, {}, {{1, 1}, {first, 1}}}};
}

Finding misplaced(const SourceFile& source, std::uint32_t first, bool after_blanks) {
  const std::uint32_t last = closing_line(source, first);
  return {.span = {.start = {first, 1}, .end = {first, 4}},
          .message = "front matter counts only from the first line of the file",
          .help = after_blanks ? "remove the blank lines above '---'"
                               : "move lines " + std::to_string(first) + " to " +
                                     std::to_string(last) + " to the start of the file",
          .subject = "---",
          .references = lines_above(first)};
}

// Front matter that other tools may read and we do not: in TOML, or below blank lines, a heading or
// a comment.
std::optional<Finding> late_front_matter(const SourceFile& source) {
  std::uint32_t first = 1;
  bool after_blanks = true;
  const std::uint32_t end = std::min(source.line_count(), kMostLines);
  for (; first <= end; ++first) {
    const std::string_view line = trim(source.line(first));
    if (!line.empty() && !is_heading_or_comment(line)) {
      break;
    }
    after_blanks = after_blanks && line.empty();
  }
  const std::string_view line = first > end ? std::string_view() : trim_end(source.line(first));
  if (line == "+++" && after_blanks) {
    return Finding{.span = {.start = {first, 1}, .end = {first, 4}},
                   .message = "front matter in TOML is not read",
                   .help = "write it in YAML: 'key: value' between two lines '---'",
                   .subject = "+++",
                   .references = lines_above(first)};
  }
  if (line != "---" || first == 1 || closing_line(source, first) == 0) {
    return std::nullopt;
  }
  return misplaced(source, first, after_blanks);
}

// What the document's type asks for: "title, severity, owner and last_reviewed".
std::string fields_to_write(const PageContext& context) {
  std::vector<std::string> fields = {"title"};
  const auto add = [&](const std::string& field) {
    if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
  };
  if (const Value* required =
          context.type == nullptr ? nullptr : context.type->schema_value.find("required")) {
    for (const Value& field : required->items) add(field.text);
  }
  if (needs_upkeep(context)) {
    add("owner");
    add("last_reviewed");
  }
  const std::string last = fields.back();
  fields.pop_back();
  return fields.empty() ? last : join(fields, ", ") + " and " + last;
}

std::vector<Finding> check(const PageContext& context) {
  if (context.document.front_matter.present || is_excused(context)) {
    return {};
  }
  if (const auto late = late_front_matter(context.source)) {
    return {*late};
  }
  return {Finding{.span = kFileStart,
                  .message = "the document has no front matter",
                  .help = "start the file with a line '---', then " + fields_to_write(context) +
                          ", then another '---'"}};
}

}  // namespace

const Rule& front_matter_missing_rule() {
  static const Rule rule = {
      .code = "RB101",
      .name = "front-matter-missing",
      .recommended = Severity::warning,
      .summary = "a document has no front matter",
      .why =
          "Front matter says who owns a runbook, which alerts it answers and when it was last "
          "reviewed. Without it the document has no owner to ask, never comes up for review, and "
          "is not found by its alert.\n\n"
          "Three lines are enough to start with. The file must begin with them: not even a blank "
          "line or the title may come first.",
      .bad = {"# Restart the gateway\n\nRestart one pod at a time.\n"},
      .good = {"---\ntitle: Restart the gateway\nowner: platform\n---\n\n"
               "Restart one pod at a time.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
