#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "check/rule_example.h"
#include "rules/fixture.h"
#include "rules/rule_run.h"

namespace runbookc::test {
namespace {

// What `rule` finds in a case as it stands. Several tests ask that of every case, and it is most of
// their time: each case is run once for all of them.
const std::vector<Diagnostic>& findings_of(const Rule& rule, const FixtureCase& example) {
  static std::map<std::tuple<std::string_view, std::string, FileTexts>, std::vector<Diagnostic>>
      known;
  const std::tuple<std::string_view, std::string, FileTexts> asked(rule.code, example.today,
                                                                   example.files);
  const auto found = known.find(asked);
  if (found != known.end()) return found->second;
  return known.emplace(asked, run_rule(rule, example.files, example.today)).first->second;
}

void accept_wanted() {
  for (const Fixture& fixture : read_fixtures()) {
    if (!is_accepting(fixture.rule)) {
      continue;
    }
    const Rule* rule = find_rule(fixture.rule);
    REQUIRE(rule != nullptr);
    std::vector<std::string> expectations;
    for (const FixtureCase& example : fixture.cases) {
      INFO(fixture.rule << ": " << example.title);
      expectations.push_back(
          describe(run_rule(*rule, example.files, example.today), example.files));
    }
    accept(fixture, expectations);
  }
}

// `text` with lines added after its front matter and, unless a construct is open there, at its end.
std::string with_lines_around(const std::string& text) {
  std::size_t body = 0;
  if (text.starts_with("---\n") || text.starts_with("+++\n")) {
    const std::size_t end = text.find("\n" + text.substr(0, 4), 3);
    if (end == std::string::npos) return text;
    body = end + 5;
  }
  return text.substr(0, body) + "\n\n" + text.substr(body) + "\n";
}

std::multiset<std::string> fingerprints(const std::vector<Diagnostic>& diagnostics) {
  std::multiset<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics) found.insert(diagnostic.fingerprint);
  return found;
}

}  // namespace

TEST_CASE("every case of every rule's fixture reports what it says") {
  accept_wanted();
  for (const Fixture& fixture : read_fixtures()) {
    const Rule* rule = find_rule(fixture.rule);
    INFO(fixture.path);
    REQUIRE(rule != nullptr);
    for (const FixtureCase& example : fixture.cases) {
      INFO(fixture.rule << ": " << example.title);
      CHECK(example.has_expectation);
      CHECK(describe(findings_of(*rule, example), example.files) == example.expected);
    }
  }
}

TEST_CASE("every rule has a fixture with a case that fires and one that is silent") {
  const std::vector<Fixture> fixtures = read_fixtures();
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const auto fixture = std::ranges::find(fixtures, rule->name, &Fixture::rule);
    REQUIRE(fixture != fixtures.end());
    CHECK(std::ranges::any_of(fixture->cases, &FixtureCase::is_silent));
    CHECK(!std::ranges::all_of(fixture->cases, &FixtureCase::is_silent));
  }
}

TEST_CASE("every rule's bad example is bad and its good example is good") {
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    CHECK(!run_rule(*rule, example_files(rule->bad), "2026-06-01").empty());
    CHECK(describe(run_rule(*rule, example_files(rule->good), "2026-06-01"), {}) == "silent\n");
  }
}

TEST_CASE("applying a fix removes its finding") {
  for (const Fixture& fixture : read_fixtures()) {
    const Rule* rule = find_rule(fixture.rule);
    REQUIRE(rule != nullptr);
    for (const FixtureCase& example : fixture.cases) {
      INFO(fixture.rule << ": " << example.title);
      const std::vector<Diagnostic>& before = findings_of(*rule, example);
      for (const Diagnostic& diagnostic : before) {
        if (diagnostic.fix) {
          const FileTexts fixed = apply_fix(diagnostic, example.files);
          CHECK(run_rule(*rule, fixed, example.today).size() < before.size());
        }
      }
    }
  }
}

TEST_CASE("docs/fixing.md names exactly the rules that fix") {
  std::ifstream file(std::string(RUNBOOKC_SOURCE_DIR) + "/docs/fixing.md");
  const std::string page((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const Fixture& fixture : read_fixtures()) {
    const Rule* rule = find_rule(fixture.rule);
    REQUIRE(rule != nullptr);
    const bool fixes = std::ranges::any_of(fixture.cases, [](const FixtureCase& example) {
      return example.expected.find("\n  fix: ") != std::string::npos;
    });
    INFO(rule->name);
    const std::string row = std::string(rule->code) + " " + std::string(rule->name);
    CHECK((page.find(row) != std::string::npos) == fixes);
  }
}

TEST_CASE("fingerprints survive lines that are added above and below") {
  for (const Fixture& fixture : read_fixtures()) {
    const Rule* rule = find_rule(fixture.rule);
    REQUIRE(rule != nullptr);
    if (fixture.rule == "file-too-large") continue;  // it counts the very bytes that are added
    for (const FixtureCase& example : fixture.cases) {
      INFO(fixture.rule << ": " << example.title);
      FileTexts moved = example.files;
      for (auto& [path, text] : moved) {
        if (path.ends_with(".md") && text.find_first_not_of(" \n") != std::string::npos) {
          text = with_lines_around(text);
        }
      }
      CHECK(fingerprints(run_rule(*rule, moved, example.today)) ==
            fingerprints(findings_of(*rule, example)));
    }
  }
}

TEST_CASE("findings have a place, and messages are lower-case facts without a full stop") {
  for (const Fixture& fixture : read_fixtures()) {
    const Rule* rule = find_rule(fixture.rule);
    REQUIRE(rule != nullptr);
    for (const FixtureCase& example : fixture.cases) {
      INFO(fixture.rule << ": " << example.title);
      for (const Diagnostic& diagnostic : findings_of(*rule, example)) {
        INFO(diagnostic.message);
        REQUIRE(!diagnostic.message.empty());
        CHECK((diagnostic.span.valid() || !example.files.contains(diagnostic.path)));
        CHECK(!(diagnostic.message[0] >= 'A' && diagnostic.message[0] <= 'Z'));
        CHECK(diagnostic.message.back() != '.');
      }
    }
  }
}

TEST_CASE("rules are well formed") {
  std::set<std::string_view> seen;
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    CHECK(seen.insert(rule->code).second);
    CHECK(seen.insert(rule->name).second);
    CHECK(rule->code.size() == 5);
    CHECK(rule->code.starts_with("RB"));
    CHECK(rule->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
          std::string_view::npos);
    CHECK((rule->check_page != nullptr) + (rule->check_corpus != nullptr) +
              (rule->check_directives != nullptr) ==
          1);
    CHECK(!rule->summary.empty());
    CHECK(!rule->summary.ends_with('.'));
    CHECK(rule->why.ends_with('.'));
  }
}

}  // namespace runbookc::test
