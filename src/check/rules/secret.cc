// RB608: what should be known to few, for all to read.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::secret);
}

}  // namespace

const Rule& secret_rule() {
  static const Rule rule = {
      .code = "RB608",
      .name = "secret",
      .recommended = Severity::error,
      .summary = "a page holds a key, a token or a password",
      .why =
          "Whoever can read the page can use it, and so can whoever reads the history of the "
          "repository, for years. The finding says what it looks like and where it stands; its "
          "value is shown in no report, by no command and on no page of the site: dots stand for "
          "it.\n\nKnown are the kinds that gitleaks knows: the keys and tokens of clouds and "
          "services by their form, wherever they stand; in code blocks private keys, too, "
          "passwords "
          "in addresses, options, input and SQL, and what is given to a name such as "
          "`DB_PASSWORD`. "
          "Obvious "
          "examples, placeholders and variables are none. Revoke what was published: taking it out "
          "of the page does not take it out of the history. What is no secret is shown once a "
          "directive says so (`<!-- runbookc-disable-next-line secret: a sample -->`).",
      .bad = {"# Login\n\n```bash\nmysql --host db --user root --password=tR4fmq81xZ\n```\n"},
      .good =
          {"# Login\n\n```bash\nmysql --host db --user root --password=\"$DB_PASSWORD\"\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
