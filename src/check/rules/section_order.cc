// RB202: a section stands elsewhere than in the other documents of its type.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

using Present = std::vector<const ContractMatch*>;

// The sections that are there, by the one that they stand in: each has an order of its own.
std::map<Index, Present> present_sections(const PageContext& context) {
  std::map<Index, Present> present;
  for (const ContractMatch& match : context.contracts) {
    if (match.section != kNone) {
      present[match.within].push_back(&match);
    }
  }
  return present;
}

// Marks the members of one longest run of sections that stand in the contract's order; what is
// left is the least that has to move. (Patience sorting: O(n log n).)
std::vector<bool> in_order(const Present& present) {
  std::vector<std::size_t> piles;  // of each length, the run that ends earliest in the document
  std::vector<std::size_t> before(present.size(), present.size());
  for (std::size_t i = 0; i < present.size(); ++i) {
    const auto place = std::ranges::lower_bound(
        piles, present[i]->section, {}, [&](std::size_t top) { return present[top]->section; });
    if (place != piles.begin()) {
      before[i] = *(place - 1);
    }
    if (place == piles.end()) {
      piles.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> kept(present.size(), false);
  for (std::size_t i = piles.empty() ? present.size() : piles.back(); i < present.size();
       i = before[i]) {
    kept[i] = true;
  }
  return kept;
}

void check_order(const PageContext& context, const Present& present,
                 std::vector<Finding>& findings) {
  const std::vector<bool> kept = in_order(present);
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (kept[i] || (i > 0 && present[i]->section == present[i - 1]->section)) {
      continue;
    }
    const Section& section = context.document.sections[present[i]->section];
    const std::string remedy = i > 0 ? "after '" + present[i - 1]->contract->title + "'"
                                     : "before '" + present[1]->contract->title + "'";
    findings.push_back({.span = section.span,
                        .message = "section '" + section.title + "' is not where type '" +
                                   context.type->name + "' has it",
                        .help = "move it " + remedy,
                        .subject = section.title});
  }
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  if (context.type == nullptr || !context.type->strict_order) {
    return findings;
  }
  for (const auto& [within, present] : present_sections(context)) {
    check_order(context, present, findings);
  }
  return findings;
}

}  // namespace

const Rule& section_order_rule() {
  static const Rule rule = {
      .code = "RB202",
      .name = "section-order",
      .recommended = Severity::warning,
      .summary = "a section is not in the order that the document's type asks for",
      .why =
          "Somebody who has used ten runbooks knows where to scroll in the eleventh. Only types "
          "whose schema says `x-section-order: strict` ask for an order; the finding names the "
          "fewest sections that have to move.",
      .bad = {"=== schemas/types/change.json\n"
              "{ \"type\": \"object\", \"x-section-order\": \"strict\",\n"
              "  \"x-sections\": [ { \"title\": \"Procedure\" }, { \"title\": \"Rollback\" } ] }\n"
              "=== change.md\n---\ntype: change\n---\n\n## Rollback\n\nUndo it.\n\n"
              "## Procedure\n\nDo it.\n"},
      .good = {"=== schemas/types/change.json\n"
               "{ \"type\": \"object\", \"x-section-order\": \"strict\",\n"
               "  \"x-sections\": [ { \"title\": \"Procedure\" }, { \"title\": \"Rollback\" } ] }\n"
               "=== change.md\n---\ntype: change\n---\n\n## Procedure\n\nDo it.\n\n"
               "## Rollback\n\nUndo it.\n"},
      .check_page = check,
      .reach = {.structure = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
