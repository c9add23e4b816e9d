// RB208: a procedure written as bullets.
#include <string>
#include <vector>

#include "check/rule.h"
#include "check/section_content.h"

namespace runbookc {
namespace {

// The items of each list that hold a shell command, by the list's block.
std::vector<std::uint32_t> commands_by_list(const Document& document) {
  const std::vector<Block>& blocks = document.blocks;
  std::vector<std::uint32_t> counts(blocks.size(), 0);
  Index last_item = kNone;
  for (const CodeBlock& code : document.code_blocks) {
    const Index item = code.block == kNone ? kNone : blocks[code.block].parent;
    if (code.role != CodeRole::shell || item == kNone || blocks[item].kind != BlockKind::item ||
        item == last_item) {
      continue;
    }
    last_item = item;
    ++counts[blocks[item].parent];
  }
  return counts;
}

// Sections whose contract asks for steps, with their subsections.
std::vector<bool> procedure_sections(const PageContext& context) {
  std::vector<bool> is_procedure(context.document.sections.size(), false);
  for (const ContractMatch& match : context.contracts) {
    if (match.section == kNone || !match.contract->steps ||
        holds_step(context.document, match.section)) {
      continue;
    }
    for (Index index = match.section; index < context.document.sections[match.section].end;
         ++index) {
      is_procedure[index] = true;
    }
  }
  return is_procedure;
}

bool has_tasks(const Document& document, Index list) {
  return list + 1 < document.blocks[list].end && document.blocks[list + 1].task;
}

std::vector<Finding> check(const PageContext& context) {
  const std::vector<Block>& blocks = context.document.blocks;
  const std::vector<std::uint32_t> commands = commands_by_list(context.document);
  const std::vector<bool> is_procedure = procedure_sections(context);
  std::vector<Finding> findings;
  for (Index index = 0; index < blocks.size(); ++index) {
    const Block& block = blocks[index];
    if (block.kind != BlockKind::list || block.ordered || block.parent != kNone ||
        has_tasks(context.document, index)) {
      continue;
    }
    const bool stands_in_procedure = block.section != kNone && is_procedure[block.section];
    if (commands[index] >= 2 || stands_in_procedure) {
      const Position start = block.span.start;
      findings.push_back({.span = {.start = start, .end = {start.line, start.column + 1}},
                          .message = "the steps of this list have no numbers",
                          .help = "write '1.', '2.', … so that people can say where they are",
                          .subject = block.section == kNone
                                         ? std::string()
                                         : context.document.sections[block.section].title});
    }
  }
  return findings;
}

}  // namespace

const Rule& step_unnumbered_rule() {
  static const Rule rule = {
      .code = "RB208",
      .name = "step-unnumbered",
      .recommended = Severity::off,
      .summary = "the steps of a procedure are bullets instead of numbers",
      .why =
          "\"I am at step 4 and it failed\" is how people help each other on a call. Bullets give "
          "them nothing to say, and do not tell whether the order matters.\n\n"
          "Reported is a bullet list, outside of other lists, of which two items or more hold "
          "shell commands; and any bullet list in a section whose contract asks for steps, if that "
          "section has no numbered ones. Task lists are left alone.",
      .bad = {"# Restart\n\n- Drain it:\n\n  ```bash\n  kubectl drain node-1\n  ```\n\n"
              "- Restart it:\n\n  ```bash\n  kubectl delete pod gateway-0\n  ```\n"},
      .good = {"# Restart\n\n1. Drain it:\n\n   ```bash\n   kubectl drain node-1\n   ```\n\n"
               "2. Restart it:\n\n   ```bash\n   kubectl delete pod gateway-0\n   ```\n"},
      .check_page = check,
      .reach = {.section = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
