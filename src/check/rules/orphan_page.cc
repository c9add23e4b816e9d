// RB307: a page that nobody comes across.
#include "base/path.h"
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// README and index; and at the content's root, a page of an index type, whatever its file is
// called.
bool is_entry(const PageContext& context) {
  const bool lists = context.type != nullptr && context.type->links_folder;
  return file_name(context.page.url) == "index.html" ||
         (lists && parent_path(context.document.content_path).empty());
}

std::vector<Finding> check(const PageContext& context) {
  if (!context.page.backlinks.empty() || is_entry(context) || !context.page.published) {
    return {};
  }
  return {Finding{
      .span = title_place(context),
      .message = "no other page links here",
      .help = "link to it from an index or from the pages that lead to it",
      .subject = context.page.id,
      .references = {
          {ReferenceKind::mention, "*", std::string(file_name(context.document.path)), {}}}}};
}

}  // namespace

const Rule& orphan_page_rule() {
  static const Rule rule = {
      .code = "RB307",
      .name = "orphan-page",
      .recommended = Severity::off,
      .summary = "no page links to a page",
      .why =
          "Who does not know that a runbook exists finds it by a link from what comes "
          "before: the alert's page, the service's index, the procedure that ends where "
          "this one starts. A page without any is found by search alone, if the reader "
          "guesses its words.\n\n"
          "Indexes (README, index, a page of an index type at the content's root) are where "
          "readers start and need no link.",
      .bad = {"=== README.md\n"
              "# Runbooks\n"
              "\n"
              "None yet.\n"
              "=== restart.md\n"
              "# Restart the gateway\n"},
      .good = {"=== README.md\n"
               "# Runbooks\n"
               "\n"
               "- [Restart the gateway](restart.md)\n"
               "=== restart.md\n"
               "# Restart the gateway\n"},
      .check_page = check,
      .reach = {.schema = true}};
  return rule;
}

}  // namespace runbookc
