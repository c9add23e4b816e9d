#include "adopt/alert_rules.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

using Texts = std::vector<std::string>;

// "name -> runbook @line"; the Error's message behind "! ".
Texts rules_in(std::string text) {
  const auto rules = read_alert_rules(SourceFile("r.yaml", std::move(text)));
  if (!rules) return {"! " + rules.error().message};
  Texts found;
  for (const AlertRule& rule : *rules) {
    found.push_back(rule.name + " -> " + rule.runbook + " @" + std::to_string(rule.line));
  }
  return found;
}

const std::string kRule =
    "- alert: QueueIsFull\n  expr: up == 0\n  annotations:\n    runbook_url: https://w/q.md\n";

}  // namespace

TEST_CASE("alerting rules are found at any depth, in any document of a file") {
  CHECK(rules_in(kRule) == Texts{"QueueIsFull -> https://w/q.md @1"});
  CHECK(rules_in("kind: PrometheusRule\nspec:\n  groups:\n    - name: q\n      rules:\n"
                 "        - { alert: A, expr: up }\n        - { record: b, expr: up }\n") ==
        Texts{"A ->  @6"});
  CHECK(rules_in("# x\n---\n" + kRule + "---\n- alert: B\n  expr: up\n") ==
        Texts{"QueueIsFull -> https://w/q.md @3", "B ->  @8"});
  CHECK(rules_in("a: 1\n").empty());
}

TEST_CASE("what Prometheus reads and YAML's readers do not agree on is read by its lines") {
  CHECK(rules_in("- alert: 'A'\n  expr: &x up\n  annotations:\n    runbook: docs/a.md # here\n") ==
        Texts{"A -> docs/a.md @1"});
  CHECK(rules_in("a: [\n").front().starts_with("! "));
}

}  // namespace runbookc
