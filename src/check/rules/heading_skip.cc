// RB205: a heading two or more levels below the one before it.
#include <string>
#include <vector>

#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  unsigned previous = 1;  // the page's title, which may stand in the front matter
  for (const Section& section : context.document.sections) {
    if (section.nested) {
      continue;
    }
    const unsigned level = section.level;
    if (level > previous + 1) {
      findings.push_back({.span = section.span,
                          .message = "heading of level " + std::to_string(level) +
                                     " follows level " + std::to_string(previous),
                          .help = "make it level " + std::to_string(previous + 1) + ": '" +
                                  std::string(previous + 1, '#') + " " + section.title + "'",
                          .subject = section.title});
    }
    previous = level;
  }
  return findings;
}

}  // namespace

const Rule& heading_skip_rule() {
  static const Rule rule = {
      .code = "RB205",
      .name = "heading-skip",
      .recommended = Severity::info,
      .summary = "a heading skips a level",
      .why =
          "Screen readers and tables of contents take the level for the structure: a level that is "
          "skipped is a part that seems to be missing. If the size is the reason, the style sheet "
          "is the place to change it.",
      .bad = {"# Gateway\n\n### Check\n\nAll ready.\n"},
      .good = {"# Gateway\n\n## Check\n\nAll ready.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
