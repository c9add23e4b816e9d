// RB209: a procedure that does not say how long it takes.
#include <algorithm>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "check/folder_listing.h"
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

constexpr std::size_t kFewestSteps = 3;

bool asks_for_steps(const DocumentType& type) {
  std::vector<const SectionContract*> pending;
  for (const SectionContract& contract : type.sections) {
    pending.push_back(&contract);
  }
  while (!pending.empty()) {
    const SectionContract& contract = *pending.back();
    pending.pop_back();
    if (contract.steps) {
      return true;
    }
    for (const SectionContract& inner : contract.subsections) {
      pending.push_back(&inner);
    }
  }
  return false;
}

// "Proceed", "Feed", "Embed": verbs that end so in every tense.
bool is_no_past(std::string_view word) {
  const bool is_verb_of_eed =
      word.ends_with("eed") && word != "agreed" && word != "freed" && word != "guaranteed";
  return is_verb_of_eed || word.ends_with("embed") || word.ends_with("shred") || word == "hundred";
}

// "Toggled the setting off": an item that begins so tells what was done.
bool tells_past(std::string_view item) {
  const std::string word = to_lower(item.substr(0, item.find_first_of(" \t,:;.")));
  return word.size() > 4 && word.ends_with("ed") && !is_no_past(word);
}

// A list of what was done, as under "Resolution" at the end of an investigation.
bool is_account(const Document& document, Index section) {
  std::size_t items = 0;
  const Index end = section_tree_end(document, section);
  for (Index index = document.sections[section].first_block; index + 1 < end; ++index) {
    if (document.blocks[index].kind != BlockKind::item) {
      continue;
    }
    if (!tells_past(document.blocks[index + 1].text)) {
      return false;
    }
    ++items;
  }
  return items > 1;
}

// A numbered list in an index or a concept is no procedure.
bool is_procedure(const PageContext& context) {
  if (context.type == nullptr || !asks_for_steps(*context.type) ||
      is_folder_index(context.corpus, context.page)) {
    return false;
  }
  bool contracted = false;
  for (const ContractMatch& match : context.contracts) {
    if (!match.contract->steps || match.section == kNone) {
      continue;
    }
    // Then its numbered lists, wherever they stand, are an account's, too.
    if (is_account(context.document, match.section)) {
      return false;
    }
    contracted = true;
  }
  return contracted || context.document.steps.size() >= kFewestSteps;
}

// "Estimated time: 15 minutes", "| Duration | 2 h |" and the like.
bool tells_time(const Block& block) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::cell) {
    return false;
  }
  const std::string text = to_lower(block.text);
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"estimated time", "estimated duration",
                                              "time estimate", "duration:", "time required",
                                              "time to complete"},
      [&](std::string_view mark) { return text.find(mark) != std::string::npos; });
}

std::vector<Finding> check(const PageContext& context) {
  if (!context.page.metadata.estimated_time.value.empty() || !is_procedure(context) ||
      std::ranges::any_of(context.document.blocks, tells_time)) {
    return {};
  }
  return {{.span = title_place(context),
           .message = "nothing says how long the procedure takes",
           .help = "add 'estimated_time: 15-30 minutes' to the front matter",
           .subject = "estimated_time"}};
}

}  // namespace

const Rule& time_estimate_missing_rule() {
  static const Rule rule = {
      .code = "RB209",
      .name = "time-estimate-missing",
      .recommended = Severity::off,
      .summary = "a procedure does not say how long it takes",
      .why =
          "Whoever decides between failing over now and waiting for a fix needs to know how long "
          "each takes, and whoever follows the procedure needs to know when to worry.\n\n"
          "A procedure is a document of a type whose contract asks for steps, with the section "
          "that "
          "should hold them, or with three steps at least; no README and no index, nor an account "
          "whose items tell what was done ('Toggled the setting off'). "
          "`estimated_time` in the front matter answers it, as does a line such as "
          "'Estimated time: 15 minutes' in the text.",
      .bad = {"---\ntype: runbook\n---\n\n# Restart\n\n1. Drain the node.\n2. Restart the pod.\n3. "
              "Look at the graph.\n"},
      .good =
          {"---\ntype: runbook\nestimated_time: 5 minutes\n---\n\n# Restart\n\n1. Drain the node.\n"
           "2. Restart the pod.\n3. Look at the graph.\n"},
      .check_page = check,
      .reach = {.document = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
