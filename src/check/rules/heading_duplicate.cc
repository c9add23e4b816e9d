// RB204: two headings of the same name under one parent.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  std::map<std::pair<Index, std::string>, std::uint32_t> first_lines;
  for (const Section& section : context.document.sections) {
    if (section.nested) {
      continue;
    }
    const std::uint32_t line = section.span.start.line;
    const auto [first, is_new] =
        first_lines.try_emplace({section.parent, to_lower(collapse_space(section.title))}, line);
    if (!is_new) {
      findings.push_back({.span = section.span,
                          .message = "heading '" + section.title + "' repeats the one in line " +
                                     std::to_string(first->second),
                          .help = "say what tells the two apart, or merge them",
                          .subject = section.title});
    }
  }
  return findings;
}

}  // namespace

const Rule& heading_duplicate_rule() {
  static const Rule rule = {
      .code = "RB204",
      .name = "heading-duplicate",
      .recommended = Severity::info,
      .summary = "two headings under the same parent have the same text",
      .why =
          "In the table of contents and in search results nobody can tell them apart, and a link "
          "to the second (`#check-1`) breaks when the first is renamed. The same name under "
          "different parents is fine: 'Symptoms' may recur for each alert.",
      .bad = {"# Gateway\n\n## Check\n\nLook at the pods.\n\n## Check\n\nLook at the logs.\n"},
      .good = {"# Gateway\n\n## Check the pods\n\nAll ready.\n\n## Check the logs\n\nNo errors.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
