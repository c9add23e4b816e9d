// RB607: destruction without a way back.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "check/rule.h"
#include "check/way_back.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

bool leads_back(const Section& section) {
  constexpr std::array<std::string_view, 8> kWords = {
      "rollback", "roll back", "rolling back", "undo", "revert", "restor", "recover", "back out"};
  const std::string title = comparable_title(section.title);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return title.find(word) != std::string::npos; });
}

std::string help_for(const Command& command) {
  constexpr std::string_view kAdd =
      "add a section 'Rollback', if only to say that there is no way back";
  return has_unread_kind(command)
             ? "write its kind ('pod'); if that does not come back by itself, " + std::string(kAdd)
             : std::string(kAdd);
}

std::vector<Finding> check(const PageContext& context) {
  const Document& document = context.document;
  const auto destroys = [](const Command& command) { return command.risk == Risk::destroy; };
  if (std::ranges::none_of(document.commands, destroys) ||
      std::ranges::any_of(document.sections, leads_back))
    return {};
  const WayBack back(document);
  const auto first = std::ranges::find_if(document.commands, [&](const Command& command) {
    return destroys(command) && !back.is_told(command);
  });
  if (first == document.commands.end()) return {};
  return {
      {.span = first->span,
       .message = "this command " + first->risk_reason + ", and no section says how to get back",
       .help = help_for(*first),
       .subject = first->text}};
}

}  // namespace

const Rule& danger_without_rollback_rule() {
  static const Rule rule = {
      .code = "RB607",
      .name = "danger-without-rollback",
      .recommended = Severity::info,
      .summary = "a document destroys something and does not say how to get it back",
      .why =
          "Whoever has pasted the wrong name needs the way back at once: the backup that is "
          "restored, the snapshot that is attached, or the plain word that there is none.\n\nAny "
          "section about it counts: Rollback, Undo, Revert, Restore, Recovery. So does the text "
          "beside "
          "the command, if it says how what is destroyed comes back or that it is lost, a backup "
          "that its block takes before, and that the document itself made what it deletes. The "
          "finding comes once a document, at the first command that destroys.",
      .bad = {"# Clean up\n\n> [!WARNING]\n> The volume is gone.\n\n```bash\nkubectl delete pvc "
              "data-orders-0\n```\n"},
      .good = {"# Clean up\n\n> [!WARNING]\n> The volume is gone.\n\n```bash\nkubectl delete pvc "
               "data-orders-0\n```\n\n## Rollback\n\nRestore the snapshot of the night.\n"},
      .check_page = check,
      .reach = {.document = true}};
  return rule;
}

}  // namespace runbookc
