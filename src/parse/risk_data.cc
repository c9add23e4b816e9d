#include "parse/risk_data.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "base/embedded.h"
#include "parse/json.h"
#include "shell/rule_examples.h"

namespace runbookc {
namespace {

constexpr std::string_view kFolder = "data/risk/";

Error fault_in(const EmbeddedFile& file, const RiskProblem& problem) {
  return {std::string(file.path) + ":" + std::to_string(problem.span.start.line) + ": " +
              problem.message,
          problem.help};
}

Result<std::vector<RiskProgram>> read_shipped() {
  std::vector<RiskProgram> programs;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with(kFolder)) continue;
    const auto root = parse_json(SourceFile(std::string(file.path), std::string(file.bytes)));
    if (!root) return root.error();
    RiskProgramsOutcome outcome = read_risk_programs(*root);
    if (!outcome.problems.empty()) return fault_in(file, outcome.problems.front());
    for (RiskProgram& program : outcome.programs) programs.push_back(std::move(program));
  }
  return programs;
}

// Read once: a project's additions are checked against it before they are used with it.
const Result<std::vector<RiskProgram>>& shipped_programs() {
  static const Result<std::vector<RiskProgram>> programs = read_shipped();
  return programs;
}

std::vector<RiskProblem> strangers(const Value& list, const std::vector<RiskProgram>& programs) {
  std::set<std::string, std::less<>> known;
  const auto add = [&](const RiskProgram& program) {
    known.insert(program.names.all().begin(), program.names.all().end());
  };
  std::ranges::for_each(*shipped_programs(), add);
  std::ranges::for_each(programs, add);
  std::vector<RiskProblem> problems;
  for (std::size_t i = 0; i < programs.size(); ++i)
    if (!programs[i].like.empty() && !known.contains(programs[i].like))
      problems.push_back({list.items[i].find("like")->span,
                          "nothing is known of '" + programs[i].like + "'",
                          "name a program that has an entry"});
  return problems;
}

}  // namespace

Result<RiskTable> load_risk_table(std::vector<RiskProgram> extra) {
  const auto& shipped = shipped_programs();
  if (!shipped) return shipped.error();
  extra.insert(extra.end(), shipped->begin(), shipped->end());
  return RiskTable::build(std::move(extra));
}

std::vector<RiskProblem> check_project_programs(const Value& list,
                                                const std::vector<RiskProgram>& programs) {
  if (!shipped_programs()) return {};
  if (std::vector<RiskProblem> problems = strangers(list, programs); !problems.empty())
    return problems;
  const auto table = load_risk_table(programs);
  return table ? check_rule_examples(list, programs, *table) : std::vector<RiskProblem>();
}

}  // namespace runbookc
