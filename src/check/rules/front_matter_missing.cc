// RB101: nothing tells who owns a document, how urgent it is, or when somebody last read it.
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// An empty or oversized file has its own finding, and the project's defaults may fill all in.
bool is_excused(const PageContext& context) {
  return is_unread(context.document) || !context.page.front_matter.members.empty();
}

std::vector<Finding> check(const PageContext& context) {
  if (context.document.front_matter.present || is_excused(context)) {
    return {};
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
      .check_page = check};
  return rule;
}

}  // namespace runbookc
