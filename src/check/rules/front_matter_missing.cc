// RB101: nothing tells who owns a document, how urgent it is, or when somebody last read it.
#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// An empty or oversized file has its own finding, and the project's defaults may fill all in.
bool is_excused(const PageContext& context) {
  return is_unread(context.document) || !context.page.front_matter.members.empty();
}

// Front matter that other tools may read and we do not: below blank lines, or in TOML.
std::optional<Finding> late_front_matter(const SourceFile& source) {
  std::uint32_t first = 1;
  while (first <= source.line_count() && trim(source.line(first)).empty()) {
    ++first;
  }
  const std::string_view line = trim_end(source.line(first));
  const Span span{.start = {first, 1}, .end = {first, 4}};
  if (line == "+++") {
    return Finding{.span = span,
                   .message = "front matter in TOML is not read",
                   .help = "write it in YAML: 'key: value' between two lines '---'",
                   .subject = "+++"};
  }
  if (first == 1 || line != "---" || source.line(first + 1).find(':') == std::string_view::npos) {
    return std::nullopt;
  }
  return Finding{.span = span,
                 .message = "front matter counts only from the first line of the file",
                 .help = "remove the blank lines above '---'",
                 .subject = "---"};
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
                  .help = "start the file with a line '---', then title, owner and last_reviewed, "
                          "then another '---'"}};
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
          "line may come first.",
      .bad = {"# Restart the gateway\n\nRestart one pod at a time.\n"},
      .good = {"---\ntitle: Restart the gateway\nowner: platform\n---\n\n"
               "Restart one pod at a time.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
