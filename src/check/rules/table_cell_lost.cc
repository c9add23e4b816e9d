// RB011: a table's row that says more than the page shows.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::lost_cell);
}

}  // namespace

const Rule& table_cell_lost_rule() {
  static const Rule rule = {
      .code = "RB011",
      .name = "table-cell-lost",
      .recommended = Severity::warning,
      .summary = "a table's row has more cells than the table has columns",
      .why =
          "What is in the cells past the last column is not shown, here as on GitHub. Most often "
          "it is one half of a command: a pipe divides cells in code, too, so that the reader "
          "gets ``kubectl get pods`` of a row that says ``kubectl get pods | grep web``, and an "
          "open backtick.\n\n"
          "Write `\\|` for a pipe within a cell: it is shown without the backslash. `fix` does "
          "that where the pipes in code are all that is too many. If the cells are meant, give "
          "the header a column for them.",
      .bad = {"# Gateway\n\n| for | run |\n| --- | --- |\n| pods | `kubectl get pods | grep "
              "gateway` |\n"},
      .good = {"# Gateway\n\n| for | run |\n| --- | --- |\n| pods | `kubectl get pods \\| grep "
               "gateway` |\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
