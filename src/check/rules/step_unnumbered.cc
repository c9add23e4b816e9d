// RB208: a procedure written as bullets.
#include <vector>

#include "check/rule.h"
#include "check/unnumbered_steps.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  const Document& document = context.document;
  std::vector<Finding> findings;
  for (const Index list : unnumbered_step_lists(context)) {
    const Block& block = document.blocks[list];
    const Position start = block.span.start;
    findings.push_back({.span = {.start = start, .end = {start.line, start.column + 1}},
                        .message = "the steps of this list have no numbers",
                        .help = "write '1.', '2.', … so that people can say where they are",
                        .subject = document.sections[block.section].title});
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
          "Reported is a bullet list, outside of other lists, in a section whose contract asks for "
          "steps and that has no numbered ones, if it has three items at least and each begins "
          "with "
          "an imperative or a command. Task lists are left alone, and so are choices, inputs and "
          "requirements, if the sentence before the list calls them that ('one of', 'you need').",
      .bad = {"---\ntype: runbook\n---\n\n# Restart\n\n## Procedure\n\n- Drain the node.\n"
              "- Restart the pod.\n- Check the graph.\n"},
      .good = {"---\ntype: runbook\n---\n\n# Restart\n\n## Procedure\n\n1. Drain the node.\n"
               "2. Restart the pod.\n3. Check the graph.\n"},
      .check_page = check,
      .reach = {.section = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
