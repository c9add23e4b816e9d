#include "check/runner.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

namespace runbookc {
namespace {

using FileTexts = std::map<std::string, std::string, std::less<>>;

Corpus load(FileTexts files) {
  LoadOptions options;
  const auto project = files.find("runbookc.yaml");
  if (project != files.end()) {
    ConfigOutcome outcome = read_config(SourceFile(project->first, project->second));
    REQUIRE(outcome.problems.empty());
    options.config = std::move(outcome.config);
  }
  options.today = *parse_date("2026-06-01");
  options.render = false;
  Result<Corpus> corpus = load_corpus(MemoryFiles(std::move(files)), options);
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

std::vector<Diagnostic> of_rule(const std::vector<Diagnostic>& all, std::string_view code) {
  std::vector<Diagnostic> found;
  std::ranges::copy_if(all, std::back_inserter(found),
                       [code](const Diagnostic& one) { return one.code == code; });
  return found;
}

}  // namespace

TEST_CASE("a finding carries its rule, severity and path, and is finished") {
  const std::vector<Diagnostic> all =
      run_rules(load({{"db/a.md", "# A\n\nText.\n"}}), 1).diagnostics;
  const std::vector<Diagnostic> found = of_rule(all, "RB101");
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "front-matter-missing");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].path == "db/a.md");
  CHECK(found[0].fingerprint.size() == 16);
}

TEST_CASE("a file that could not be loaded is a finding of the rule of its problem") {
  const std::vector<Diagnostic> all =
      run_rules(load({{"a.md/b.md", "# B\n"}, {"c.md", "# C\n"}}), 1).diagnostics;
  const std::vector<Diagnostic> found = of_rule(all, "RB006");
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "a.md");
  CHECK(found[0].severity == Severity::error);
}

TEST_CASE("a file that could not be loaded obeys globs, too") {
  const Corpus corpus = load({{"runbookc.yaml", "rules:\n  \"old/**\": { unreadable-file: off }\n"},
                              {"old/a.md/b.md", "# B\n"},
                              {"a.md/b.md", "# B\n"}});
  const std::vector<Diagnostic> found = of_rule(run_rules(corpus, 1).diagnostics, "RB006");
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "a.md");
}

TEST_CASE("severity and options follow the page's path and type") {
  const Corpus corpus = load(
      {{"runbookc.yaml",
        "rules:\n  front-matter-missing: info\n  \"old/**\": { preset: legacy }\n"
        "  \"type:alert\": { front-matter-missing: error }\ntypes: { \"alerts/**\": alert }\n"},
       {"a.md", "# A\n"},
       {"old/a.md", "# A\n"},
       {"alerts/a.md", "# A\n"}});
  const std::vector<Diagnostic> found = of_rule(run_rules(corpus, 1).diagnostics, "RB101");
  REQUIRE(found.size() == 2);
  CHECK(found[0].path == "a.md");
  CHECK(found[0].severity == Severity::info);
  CHECK(found[1].path == "alerts/a.md");
  CHECK(found[1].severity == Severity::error);
}

TEST_CASE("what one rule has said of a page, another does not say again") {
  const std::string types = "types: { default: runbook }\n";
  const Corpus corpus = load({{"runbookc.yaml", types + "rules:\n  \"old/**\": { RB101: off }\n"},
                              {"a.md", "# A\n"},
                              {"old/a.md", "# A\n"},
                              {"c.md", "---\ntitle: C\n---\n"}});
  const std::vector<Diagnostic> all = run_rules(corpus, 1).diagnostics;
  for (const char* code : {"RB401", "RB501"}) {
    const std::vector<Diagnostic> found = of_rule(all, code);
    REQUIRE(found.size() == 2);
    CHECK(found[0].path == "c.md");
    CHECK(found[1].path == "old/a.md");
  }
}

TEST_CASE("a rule that leaves a page to another runs after it") {
  for (const Rule* rule : all_rules()) {
    if (rule->said_by.empty()) continue;
    const Rule* other = find_rule(rule->said_by);
    REQUIRE(other != nullptr);
    CHECK(other->code == rule->said_by);
    CHECK(other->code < rule->code);
    CHECK(other->check_page != nullptr);
    CHECK(rule->check_page != nullptr);
  }
}

TEST_CASE("the marks of a merge are told, and not what follows from them alone") {
  const auto codes = [](const std::string& page) {
    std::vector<std::string> found;
    for (const Diagnostic& one : run_rules(load({{"a.md", page}}), 1).diagnostics)
      found.emplace_back(one.code);
    return found;
  };
  const std::string sides =
      "<<<<<<< HEAD\n---\ntitle: A\n---\n=======\n---\ntitle: B\n---\n>>>>>>> b\n";
  CHECK(codes(sides + "\nText.\n") == std::vector<std::string>{"RB012"});
  CHECK(codes("---\ntitle: A\n<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> b\n---\n\nText.\n") ==
        std::vector<std::string>{"RB012"});
  CHECK(codes("---\ntitle: A\n---\n\n## A\n\n<<<<<<< HEAD\n## B\n\nText.\n=======\n## B\n\nMore.\n"
              ">>>>>>> b\n") == std::vector<std::string>{"RB012"});
}

TEST_CASE("findings do not depend on the number of threads") {
  FileTexts files;
  for (int i = 0; i < 200; ++i) {
    const std::string name = std::to_string(i);
    files["d" + std::to_string(i % 7) + "/" + name + ".md"] =
        "# " + name + "\n\n## Check\n\nTODO\n\n## Check\n\n[PHONE], [a](missing-" + name + ".md)\n";
  }
  const Corpus corpus = load(files);
  const std::vector<Diagnostic> one = run_rules(corpus, 1).diagnostics;
  CHECK(one.size() > 800);
  CHECK(run_rules(corpus, 8).diagnostics == one);
}

}  // namespace runbookc
