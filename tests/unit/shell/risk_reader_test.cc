#include "shell/risk_reader.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "parse/yaml.h"
#include "shell/risk.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

RiskProgramsOutcome read(std::string text) {
  const SourceFile file("risk.yaml", std::move(text));
  const YamlOutcome yaml = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
  REQUIRE(yaml.valid);
  return read_risk_programs(yaml.root);
}

std::string problems(std::string text) {
  std::string all;
  for (const RiskProblem& problem : read(std::move(text)).problems)
    all += std::to_string(problem.span.start.line) + ": " + problem.message + " (" + problem.help +
           ")\n";
  return all;
}

// `text` judged by the shipped tables and what a project adds.
RiskVerdict judge(std::string extra, std::string_view text) {
  RiskProgramsOutcome outcome = read(std::move(extra));
  REQUIRE(outcome.problems.empty());
  const auto table = load_risk_table(std::move(outcome.programs));
  REQUIRE(table);
  return judge_risk(shell_commands(text), {*table, shell_commands, {}});
}

constexpr const char* kFern = R"(programs:
  - name: fernctl
    values: -w
    inner: { run: 1 }
    rules:
      - { match: wipe, risk: destroy, why: empties a warehouse, example: fernctl wipe x }
      - { match: run, run: words, example: fernctl run ls }
      - { match: list, risk: read, example: fernctl list }
)";

}  // namespace

TEST_CASE("a project teaches its own programs, in YAML") {
  CHECK(judge(kFern, "fernctl -w 3 wipe all").reason == "empties a warehouse");
  CHECK(judge(kFern, "fernctl list").risk == Risk::read);
  CHECK(judge(kFern, "fernctl run rm x").risk == Risk::destroy);
  CHECK(judge(kFern, "fernctl frobnicate").reason == "does something that is not known");
}

TEST_CASE("a project's rules for a known program are asked first") {
  constexpr const char* kStrict = R"(programs:
  - name: kubectl
    rules:
      - match: rollout restart deploy/payments
        risk: destroy
        why: loses payments that are under way
        example: kubectl rollout restart deploy/payments
)";
  CHECK(judge(kStrict, "kubectl -n shop rollout restart deploy/payments").risk == Risk::destroy);
  CHECK(judge(kStrict, "oc rollout restart deploy/payments").risk == Risk::destroy);
  CHECK(judge(kStrict, "kubectl rollout restart deploy/web").risk == Risk::mutate);
  CHECK(judge(kStrict, "kubectl get pods").risk == Risk::read);
}

TEST_CASE("what is wrong in a table is told at its place, all at once") {
  CHECK(problems("[]") ==
        "1: expected a map with 'programs', found a list (schemas/output/risk.json describes "
        "it)\n");
  CHECK(problems("rules: []") ==
        "1: 'rules' is no key here (known are $schema, programs)\n"
        "1: 'programs' is missing (list what programs do under 'programs')\n");
  CHECK(problems("programs:\n- rulse: []\n") ==
        "2: 'rulse' is no key here (did you mean 'rules'?)\n"
        "2: a program without a name (give it its 'name')\n");
  CHECK(problems("programs:\n- name: x\n  rules:\n  - match: a $ b\n    risk: reed\n"
                 "    example: x\n") ==
        "4: something follows '$' in 'a $ b' (end with '$')\n"
        "5: 'reed' is no risk (one of read, mutate, destroy, unknown)\n");
  CHECK(problems("programs:\n- name: x\n  rules:\n  - match: a\n    example: x a\n") ==
        "4: a rule that says nothing (give it a 'risk')\n");
  CHECK(problems("programs:\n- name: x\n  rules:\n  - match: a\n    risk: destroy\n") ==
        "4: a rule without a reason (say in 'why' what the command does)\n"
        "4: a rule without an example (give a command that it is for in 'example')\n");
  CHECK(problems("programs:\n- name: x\n  inner: -1\n  builtin: 1\n  values: [a]\n") ==
        "4: expected true or false, found a number (schemas/output/risk.json describes it)\n"
        "5: expected options, or options by subcommand, found a list (schemas/output/risk.json "
        "describes it)\n"
        "3: expected a number of operands, found a number (schemas/output/risk.json describes "
        "it)\n");
}

TEST_CASE("an entry that can never hold is refused") {
  CHECK(problems("programs:\n- name: x\n") ==
        "2: a program without rules (say under 'rules' what its commands do)\n");
  CHECK(problems("programs:\n- { name: x, rules: [] }\n") ==
        "2: a program without rules (say under 'rules' what its commands do)\n");
  CHECK(problems("programs:\n- { name: x, like: kubectl }\n").empty());
  CHECK(problems("programs:\n- { name: /opt/bin/fernctl, like: kubectl }\n") ==
        "2: '/opt/bin/fernctl' is a path, and programs are known by their names (write 'fernctl', "
        "which holds in every folder)\n");
  CHECK(problems("programs:\n- { name: \"/etc/init.d/*\", like: service }\n").empty());
  CHECK(problems("programs:\n- { name: x|y, like: kubectl }\n- { name: y, like: kubectl }\n") ==
        "3: 'y' has an entry already (put its rules into the entry in line 2)\n");
}

TEST_CASE("an option without its dashes is refused") {
  CHECK(problems("programs:\n- { name: x, like: kubectl, values: w }\n") ==
        "2: 'w' is no option (write it with its dashes: '-w')\n");
  CHECK(problems("programs:\n- name: x\n  like: kubectl\n  values: { run: \"-i shelf\" }\n"
                 "  switches: quiet\n") ==
        "5: 'quiet' is no option (write it with its dashes: '--quiet')\n"
        "4: 'shelf' is no option (write it with its dashes: '--shelf')\n");
  CHECK(problems("programs:\n- { name: x, like: kubectl, values: \"* -p?\" }\n").empty());
}

TEST_CASE("a misspelt run is one fault, and examples are texts") {
  CHECK(problems("programs:\n- name: x\n  rules:\n  - { match: a, run: wordz, example: x a }\n") ==
        "4: 'wordz' is no run (one of words, script, first, input, find)\n");
  CHECK(problems("programs:\n- name: x\n  rules:\n  - { match: a, risk: read, example: [{ a: b }], "
                 "not: 3 }\n") ==
        "4: expected a command, found an object (schemas/output/risk.json describes it)\n"
        "4: expected a command, or a list of them, found a number (schemas/output/risk.json "
        "describes it)\n");
}

TEST_CASE("a reason is written as sentences go on with it") {
  CHECK(reason_clause("Empties a warehouse.") == "empties a warehouse");
  CHECK(reason_clause("  empties a warehouse ") == "empties a warehouse");
  CHECK(reason_clause("AWS loses it") == "AWS loses it");
  CHECK(reason_clause("...").empty());
}

TEST_CASE("a program cannot be like one that nobody knows") {
  auto outcome = read("programs:\n- name: x\n  like: nowhere\n");
  REQUIRE(outcome.problems.empty());
  const auto table = RiskTable::build(std::move(outcome.programs));
  REQUIRE_FALSE(table);
  CHECK(table.error().message == "nothing is known of 'nowhere', which 'x' is said to be like");
}

}  // namespace runbookc
