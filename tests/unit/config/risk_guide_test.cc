#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "config/project_config.h"
#include "parse/risk_data.h"
#include "shell/risk.h"

namespace runbookc {
namespace {

// The first ```yaml block of a page.
std::string yaml_of(std::string_view page) {
  std::ifstream in(std::string(RUNBOOKC_SOURCE_DIR) + "/docs/" + std::string(page));
  std::ostringstream text;
  text << in.rdbuf();
  const std::string all = text.str();
  const std::size_t begin = all.find("```yaml\n");
  REQUIRE(begin != std::string::npos);
  return all.substr(begin + 8, all.find("\n```", begin) - begin - 7);
}

ProjectConfig config_of(std::string_view page) {
  const SourceFile file("runbookc.yaml", yaml_of(page));
  ConfigOutcome outcome = read_config(file);
  for (const ConfigProblem& problem : outcome.problems)
    FAIL_CHECK(page << ": line " << problem.span.start.line << ": " << problem.message);
  return std::move(outcome.config);
}

RiskVerdict judge(const RiskTable& table, const std::string& text) {
  SimpleCommand command;
  for (const std::string_view piece : split(text, ' ')) {
    command.words.emplace_back();
    command.words.back().value = piece;
  }
  return judge_risk(std::vector<SimpleCommand>{command}, {table, {}, {}});
}

}  // namespace

TEST_CASE("the guide's project file is read, and its rules do what the guide says") {
  ProjectConfig config = config_of("risk.md");
  REQUIRE(config.programs.size() == 2);
  const auto table = load_risk_table(std::move(config.programs));
  REQUIRE(table);
  CHECK(judge(*table, "fernctl -w 3 wipe north").reason == "empties a warehouse");
  CHECK(judge(*table, "fernctl wipe north --dry-run").risk == Risk::read);
  CHECK(judge(*table, "fernctl run -- rm x").risk == Risk::destroy);
  CHECK(judge(*table, "fernctl tail -f").blocking);
  CHECK(judge(*table, "kubectl -n shop rollout restart deploy/payments").risk == Risk::destroy);
  CHECK(judge(*table, "kubectl rollout restart deploy/web").risk == Risk::mutate);
}

TEST_CASE("the project file on the page about configuration is read") {
  CHECK(config_of("configuration.md").programs.size() == 1);
}

}  // namespace runbookc
