// RB203: a heading that promises an answer and holds none.
#include <algorithm>
#include <string>
#include <vector>

#include "check/page_place.h"
#include "check/rule.h"
#include "check/section_content.h"
#include "check/unnumbered_steps.h"

namespace runbookc {
namespace {

// The contract's entry for each section; null where there is none.
std::vector<const SectionContract*> contracts_by_section(const PageContext& context) {
  std::vector<const SectionContract*> contracts(context.document.sections.size(), nullptr);
  for (const ContractMatch& match : context.contracts) {
    if (match.section != kNone && contracts[match.section] == nullptr) {
      contracts[match.section] = match.contract;
    }
  }
  return contracts;
}

std::string remedy_for(const SectionContract* contract) {
  if (contract == nullptr || (contract->description.empty() && !contract->required)) {
    return "write it, or remove the heading";
  }
  return contract->description.empty()
             ? "write it, or say in one sentence why there is nothing to say"
             : "write it: " + contract->description;
}

Finding empty_section(const Section& section, const SectionContract* contract,
                      std::string_view fact) {
  return {.span = section.span,
          .message = "section '" + section.title + "' " + std::string(fact),
          .help = remedy_for(contract),
          .subject = section.title};
}

// The heading beside the section, right after it, that begins its steps ("## 1. Drain the node").
const Section* step_beside(const Document& document, Index index) {
  const Section& section = document.sections[index];
  if (section.end >= document.sections.size()) {
    return nullptr;
  }
  const Section& next = document.sections[section.end];
  const auto step = std::ranges::lower_bound(document.steps, next.first_block, {}, &Step::block);
  const bool is_step = step != document.steps.end() && step->block == next.first_block;
  return is_step && next.level == section.level ? &next : nullptr;
}

Finding steps_beside(const Section& section, const Section& first) {
  return {.span = section.span,
          .message = "the steps of '" + section.title + "' stand beside it, from '" + first.title +
                     "' on, not in it",
          .help = "make '" + first.title + "' and the step headings after it one level deeper",
          .subject = section.title};
}

// Whether there are steps in it, without numbers. RB208 says so, too, but is off for most.
bool holds_unnumbered_steps(const PageContext& context, Index section) {
  const std::vector<Index> lists = unnumbered_step_lists(context);
  const auto first =
      std::ranges::lower_bound(lists, context.document.sections[section].first_block);
  return first != lists.end() && *first < section_tree_end(context.document, section);
}

// What the contract asks of a section that is not empty.
void check_demands(const PageContext& context, Index index, const SectionContract& contract,
                   std::vector<Finding>& findings) {
  const Section& section = context.document.sections[index];
  const auto report = [&](std::string_view what, std::string_view remedy) {
    findings.push_back({.span = section.span,
                        .message = "section '" + section.title + "' holds no " + std::string(what),
                        .help = std::string(remedy),
                        .subject = section.title + "/" + std::string(what)});
  };
  if (contract.steps && !holds_step(context.document, index)) {
    if (const Section* beside = step_beside(context.document, index)) {
      findings.push_back(steps_beside(section, *beside));
    } else if (holds_unnumbered_steps(context, index)) {
      report("numbered step", "number the list: '1.' in place of the bullets");
    } else {
      report("step", "write the steps as a numbered list, or under headings 'Step 1', 'Step 2'");
    }
  }
  if (contract.commands && !holds_command(context.document, index)) {
    report("command", "put the commands in a fence that starts with ```bash");
  }
  if (contract.checklist && !holds_task(context.document, index)) {
    report("checklist", "write items that start with '- [ ]'");
  }
}

void check_section(const PageContext& context, Index index, const SectionContract* contract,
                   std::vector<Finding>& findings) {
  const Section& section = context.document.sections[index];
  const bool may_be_empty = contract != nullptr && !contract->not_empty;
  if (!may_be_empty && own_content(context.document, index) == SectionContent::placeholder &&
      tree_content(context.document, index) == SectionContent::placeholder) {
    findings.push_back(empty_section(section, contract, "holds only a placeholder"));
  } else if (contract != nullptr) {
    const SectionContent content = tree_content(context.document, index);
    if (content == SectionContent::something) {
      check_demands(context, index, *contract, findings);
    } else if (!may_be_empty && content == SectionContent::nothing) {
      const Section* beside = contract->steps ? step_beside(context.document, index) : nullptr;
      findings.push_back(beside != nullptr ? steps_beside(section, *beside)
                                           : empty_section(section, contract, "is empty"));
    }
  }
}

std::vector<Finding> check(const PageContext& context) {
  if (is_unread(context.document) || is_rest_swallowed(context.document) ||
      (context.type != nullptr && context.type->placeholders_meant)) {
    return {};
  }
  const std::vector<const SectionContract*> contracts = contracts_by_section(context);
  std::vector<Finding> findings;
  for (Index index = 0; index < context.document.sections.size(); ++index) {
    if (!context.document.sections[index].nested) {
      check_section(context, index, contracts[index], findings);
    }
  }
  return findings;
}

}  // namespace

const Rule& section_empty_rule() {
  static const Rule rule = {
      .code = "RB203",
      .name = "section-empty",
      .recommended = Severity::warning,
      .summary = "a section holds nothing, or only TODO",
      .why =
          "A heading in the table of contents is a promise. Whoever follows it during an incident "
          "and finds 'TODO' has lost the time and the trust.\n\n"
          "Reported are sections with only a placeholder (TODO, TBD, 'check logs'), in any "
          "document; "
          "sections with nothing at all, where the type's contract names them; and contracted "
          "sections that lack the steps, commands or checklist that the contract asks for (steps "
          "as "
          "bullets count: see step-unnumbered). "
          "Comments "
          "do not count as content. A section whose subsections hold text is not empty.",
      .bad = {"# Remote storage failures\n\n## Mitigation\n\nTODO\n"},
      .good = {"# Remote storage failures\n\n## Mitigation\n\nRestart the receiver.\n"},
      .check_page = check,
      .reach = {.section = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
