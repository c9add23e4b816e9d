#include "shell/rule_examples.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "parse/yaml.h"

namespace runbookc {
namespace {

// The faults of programs in YAML as a project file would have them, with their places.
std::string faults(std::string text) {
  const SourceFile file("runbookc.yaml", std::move(text));
  const YamlOutcome yaml = parse_yaml(file, {0, static_cast<std::uint32_t>(file.bytes().size())});
  REQUIRE(yaml.valid);
  const Value& list = *yaml.root.find("programs");
  const RiskProgramsOutcome outcome = read_risk_program_list(list);
  REQUIRE(outcome.problems.empty());
  std::string all;
  for (const RiskProblem& problem : check_project_programs(list, outcome.programs))
    all += std::to_string(problem.span.start.line) + ":" +
           std::to_string(problem.span.start.column) + " " + problem.message + " (" + problem.help +
           ")\n";
  return all;
}

// The same of one rule of fernctl, in line 3.
std::string rule_faults(const std::string& rule) {
  return faults("programs:\n- name: fernctl\n  rules: [{ " + rule + " }]\n");
}

}  // namespace

TEST_CASE("rules that do what their examples say have no faults") {
  CHECK(faults(R"(programs:
  - name: fernctl
    values: -w
    inner: { run: 1, exec: 2 }
    rules:
      - { match: -i -t, interactive: true, example: fernctl exec -it shelf -- ls, not: fernctl list }
      - { match: wipe !--dry-run, risk: destroy, why: empties a warehouse, example: fernctl -w 3 wipe x, not: fernctl wipe x --dry-run }
      - { match: wipe|list, risk: read, example: [fernctl list, sudo -u ann fernctl wipe x --dry-run, "fernctl wipe <name> --dry-run"] }
      - { match: exec|run, run: words, example: [fernctl run -- rm x, fernctl exec shelf rm x] }
      - { match: "load <", run: input, language: sql, example: "echo 'select 1' | fernctl load", not: fernctl load }
      - { match: load, risk: unknown, why: loads what is not shown, example: /opt/bin/fernctl load }
  - { name: fc, like: fernctl }
)")
            .empty());
}

TEST_CASE("an example that its rule does not match is a fault at its place") {
  CHECK(rule_faults("match: wipe, risk: destroy, why: w, example: fernctl list") ==
        "3:58 the rule does not match its example 'fernctl list' (correct 'match', or write a "
        "command that it is for)\n");
  CHECK(
      rule_faults("match: wipe, risk: destroy, why: w, example: [fernctl wipe x, otherctl wipe]") ==
      "3:75 'otherctl wipe' does not run 'fernctl' (write a command of this program)\n");
  CHECK(rule_faults("match: -i, interactive: true, example: fernctl wipe") ==
        "3:52 the rule does not match its example 'fernctl wipe' (correct 'match', or write a "
        "command that it is for)\n");
}

TEST_CASE("a counter-example that its rule matches is a fault at its place") {
  CHECK(rule_faults(
            "match: wipe, risk: destroy, why: w, example: fernctl wipe, not: fernctl wipe x") ==
        "3:77 the rule is for 'fernctl wipe x', and says that it is not (narrow 'match', for "
        "instance with !--option, or correct 'not')\n");
  CHECK(rule_faults("match: a, risk: read, example: fernctl a, not: otherctl b") ==
        "3:60 'otherctl b' does not run 'fernctl' (write a command of this program)\n");
}

TEST_CASE("a rule behind one that takes its examples is a fault") {
  CHECK(
      faults("programs:\n- name: fernctl\n  rules:\n"
             "  - { match: \"\", risk: read, example: fernctl list }\n"
             "  - { match: wipe, risk: destroy, why: w, example: fernctl wipe }\n") ==
      "5:52 another rule decides 'fernctl wipe' before this one (move this rule up, or narrow the "
      "other one)\n");
}

TEST_CASE("an example that only a later rule decides is not matched by its own") {
  CHECK(faults("programs:\n- name: fernctl\n  rules:\n"
               "  - { match: wipe, risk: destroy, why: w, example: fernctl list }\n"
               "  - { match: \"\", risk: read, example: fernctl show }\n") ==
        "4:52 the rule does not match its example 'fernctl list' (correct 'match', or write a "
        "command that it is for)\n");
}

TEST_CASE("an option that is to hold a script has to take a value") {
  CHECK(rule_faults("match: -c, run: -c, language: sql, example: \"fernctl -c 'select 1'\"") ==
        "3:29 '-c' takes no value to run (add '-c' to the program's 'values')\n");
  CHECK(faults("programs:\n- name: fernctl\n  values: -c\n  rules:\n"
               "  - { match: -c, run: -c, language: sql, example: \"fernctl -c 'select 1'\" }\n")
            .empty());
}

TEST_CASE("what a project adds to a known program has that one's options") {
  CHECK(
      faults("programs:\n- name: kubectl\n  rules:\n"
             "  - { match: rollout restart deploy/pay, risk: destroy, why: w, example: kubectl -n "
             "shop rollout restart deploy/pay }\n")
          .empty());
}

TEST_CASE("a program that is like one that nobody knows is a fault at its place") {
  CHECK(faults("programs:\n- { name: fernctl, like: nosuch }\n") ==
        "2:26 nothing is known of 'nosuch' (name a program that has an entry)\n");
}

}  // namespace runbookc
