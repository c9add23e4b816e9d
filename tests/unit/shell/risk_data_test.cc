#include "parse/risk_data.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/embedded.h"
#include "base/text.h"
#include "parse/json.h"
#include "schema/json_schema.h"
#include "shell/risk.h"
#include "shell/risk_reader.h"
#include "shell/script_calls.h"
#include "shell/sql_statements.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

constexpr const char* kThisRule = "this very rule";

struct WrittenProgram {
  std::string file;
  Value value;
  RiskProgram program;
};

std::vector<WrittenProgram> written_programs() {
  std::vector<WrittenProgram> programs;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("data/risk/")) continue;
    const auto root = parse_json(SourceFile(std::string(file.path), std::string(file.bytes)));
    REQUIRE(root);
    RiskProgramsOutcome outcome = read_risk_programs(*root);
    for (const RiskProblem& problem : outcome.problems)
      FAIL_CHECK(file.path << ":" << problem.span.start.line << ": " << problem.message);
    const auto& values = root->find("programs")->items;
    REQUIRE(values.size() == outcome.programs.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      programs.push_back({std::string(file.path), values[i], outcome.programs[i]});
  }
  return programs;
}

std::vector<std::string> texts(const Value* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return {value->text};
  std::vector<std::string> all;
  for (const Value& item : value->items) all.push_back(item.text);
  return all;
}

// An example as commands; for the languages, as their statements.
std::vector<SimpleCommand> commands_of(const std::string& name, const std::string& example) {
  if (!name.starts_with('(')) return shell_commands(example);
  auto statements =
      name == kSqlProgram ? sql_statements(example, name, false) : script_calls(example, name);
  std::vector<SimpleCommand> commands;
  for (auto& words : statements) {
    commands.emplace_back();
    commands.back().words = std::move(words);
  }
  return commands;
}

RiskVerdict judge(const RiskTable& table, const std::string& name, const std::string& example) {
  const RiskContext context{table, shell_commands, {}};
  return judge_risk(commands_of(name, example), context);
}

// The tables with a verdict of its own for one rule, and the same harmless one for all others.
RiskTable table_for(const std::vector<WrittenProgram>& all, std::size_t program, std::size_t rule) {
  std::vector<RiskProgram> programs;
  for (std::size_t i = 0; i < all.size(); ++i) {
    RiskProgram copy = all[i].program;
    for (RiskRule& other : copy.rules) {
      if (other.risk) other.risk = Risk::read;
      other.reason.clear();
      other.interactive = other.blocking = false;
    }
    programs.push_back(std::move(copy));
  }
  RiskRule& target = programs[program].rules[rule];
  if (target.risk || target.run != RunSource::none) {
    target.risk = Risk::destroy;
    target.reason = kThisRule;
  }
  target.interactive = true;
  auto table = RiskTable::build(std::move(programs));
  REQUIRE(table);
  return std::move(*table);
}

bool decides(const RiskTable& table, const RiskRule& rule, const std::string& name,
             const std::string& example) {
  const RiskVerdict verdict = judge(table, name, example);
  const bool note = !rule.risk && rule.run == RunSource::none;
  return note ? verdict.interactive : verdict.reason == kThisRule;
}

// The entries stand in the files once a name; only those of the program at hand are looked at, and
// of other programs what examples need, so that 1,000 tables are not 1,000 copies of everything.
std::vector<WrittenProgram> needed_for(const std::vector<WrittenProgram>& all, std::size_t index,
                                       std::size_t& own) {
  std::vector<WrittenProgram> needed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool like = all[index].program.like.empty()
                          ? false
                          : all[i].program.names.contain(all[index].program.like);
    if (i != index && !like) continue;
    if (i == index) own = needed.size();
    needed.push_back(all[i]);
    if (i != index) needed.back().program.like.clear();
  }
  return needed;
}

}  // namespace

TEST_CASE("the risk tables load") {
  const auto table = load_risk_table();
  if (!table) FAIL(table.error().message);
  CHECK(table->programs().size() > 100);
}

TEST_CASE("a program has one entry in the risk tables") {
  std::map<std::string, std::string> seen;
  for (const WrittenProgram& written : written_programs())
    for (const std::string& name : written.program.names.all()) {
      const auto [first, fresh] = seen.emplace(name, written.file);
      INFO(name << " in " << written.file << " and " << first->second);
      CHECK(fresh);
    }
}

TEST_CASE("each rule of the risk tables decides its examples and no counter-example") {
  const auto all = written_programs();
  std::size_t rules = 0;
  for (std::size_t p = 0; p < all.size(); ++p) {
    std::size_t own = 0;
    const auto needed = needed_for(all, p, own);
    const std::string name = all[p].value.find("name")->text;
    for (std::size_t r = 0; r < all[p].program.rules.size(); ++r) {
      ++rules;
      const RiskRule& rule = all[p].program.rules[r];
      const Value& written = all[p].value.find("rules")->items[r];
      const RiskTable table = table_for(needed, own, r);
      INFO(all[p].file << ":" << written.span.start.line << ": " << name);
      for (const std::string& example : texts(written.find("example"))) {
        INFO("example: " << example);
        CHECK(decides(table, rule, name, example));
      }
      const auto counters = texts(written.find("not"));
      for (const std::string& counter : counters) {
        INFO("counter-example: " << counter);
        CHECK_FALSE(decides(table, rule, name, counter));
      }
      if (rule.pattern.asks_for_options()) CHECK_FALSE(counters.empty());
    }
  }
  CHECK(rules > 500);
}

TEST_CASE("each example of the risk tables gets its rule's risk") {
  const auto all = written_programs();
  const auto table = load_risk_table();
  REQUIRE(table);
  for (const WrittenProgram& written : all) {
    const std::string name = written.value.find("name")->text;
    for (std::size_t r = 0; r < written.program.rules.size(); ++r) {
      const RiskRule& rule = written.program.rules[r];
      const Value& value = written.value.find("rules")->items[r];
      for (const std::string& example : texts(value.find("example"))) {
        const RiskVerdict verdict = judge(*table, name, example);
        INFO(written.file << ":" << value.span.start.line << ": " << example);
        if (rule.risk) CHECK_FALSE(is_worse(*rule.risk, verdict.risk));
        if (rule.risk && rule.run == RunSource::none && example.find('|') == std::string::npos &&
            example.find('>') == std::string::npos && example.find("$(") == std::string::npos)
          CHECK(verdict.risk == *rule.risk);
        if (rule.interactive) CHECK(verdict.interactive);
        if (rule.blocking) CHECK(verdict.blocking);
        if (verdict.risk != Risk::read) CHECK_FALSE(verdict.reason.empty());
      }
    }
  }
}

TEST_CASE("the risk tables are what their schema describes") {
  const SourceFile schema_file("schema", std::string(*find_embedded("schemas/output/risk.json")));
  const auto schema = parse_json(schema_file);
  REQUIRE(schema);
  const auto compiled = JsonSchema::compile(*schema);
  REQUIRE(compiled);
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("data/risk/")) continue;
    const auto root = parse_json(SourceFile(std::string(file.path), std::string(file.bytes)));
    REQUIRE(root);
    for (const Violation& violation : compiled->validate(*root))
      FAIL_CHECK(file.path << ":" << violation.span.start.line << ": " << violation.message);
  }
}

}  // namespace runbookc
