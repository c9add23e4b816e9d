// RB206: a document with several titles.
#include <string>
#include <vector>

#include "base/text.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<const Section*> titles;
  for (const Section& section : context.document.sections) {
    if (section.level == 1 && !section.nested) {
      titles.push_back(&section);
    }
  }
  if (titles.size() < 2) {
    return {};
  }
  return {{.span = titles[1]->span,
           .message = "the document has " + count_of(titles.size(), "heading") +
                      " of level 1, the first in line " +
                      std::to_string(titles[0]->span.start.line),
           .help = "keep the first as the title and put the rest one level down",
           .subject = titles[1]->title}};
}

}  // namespace

const Rule& heading_multiple_h1_rule() {
  static const Rule rule = {
      .code = "RB206",
      .name = "heading-multiple-h1",
      .recommended = Severity::info,
      .summary = "a document has more than one heading of level 1",
      .why =
          "The heading of level 1 is the title of the page. With several of them, the page has "
          "several names, and the sections below belong to different documents. It is reported "
          "once, at the second one.",
      .bad = {"# Gateway\n\nText.\n\n# Rollback\n\nText.\n"},
      .good = {"# Gateway\n\nText.\n\n## Rollback\n\nText.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
