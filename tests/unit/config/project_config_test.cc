#include "config/project_config.h"

#include <algorithm>

#include "base/embedded.h"
#include "parse/json.h"

namespace runbookc {
namespace {

ConfigOutcome read(std::string_view text) {
  return read_config(SourceFile("runbookc.yaml", std::string(text)));
}

ProjectConfig good(std::string_view text) {
  const ConfigOutcome outcome = read(text);
  for (const ConfigProblem& problem : outcome.problems) FAIL_CHECK(problem.message);
  return outcome.config;
}

// `line:column message (help)` of the only problem.
std::string fault(std::string_view text) {
  const ConfigOutcome outcome = read(text);
  if (outcome.problems.size() != 1) return std::to_string(outcome.problems.size()) + " problems";
  const ConfigProblem& problem = outcome.problems[0];
  return std::to_string(problem.span.start.line) + ":" + std::to_string(problem.span.start.column) +
         " " + problem.message + " (" + problem.help + ")";
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the defaults that the schema shows for limits are those in force") {
  const SourceFile file("config.json", std::string(*find_embedded("schemas/output/config.json")));
  const Result<Value> schema = parse_json(file);
  REQUIRE(schema.ok());
  const Value* limits = schema->find("properties")->find("limits")->find("properties");
  std::string yaml = "limits:\n";
  for (const Member& limit : limits->members) {
    yaml += "  " + limit.key + ": " + limit.value.find("default")->text + "\n";
  }
  CHECK(limits->members.size() == 12);
  CHECK(good(yaml).limits == ParseLimits{});
  CHECK(good(yaml).findings_per_rule == ProjectConfig{}.findings_per_rule);
  CHECK(good("limits: { findings_per_rule: 5 }\n").findings_per_rule == 5);
}

TEST_CASE("an empty project file means the defaults") {
  const ProjectConfig config = good("# nothing yet\n");
  CHECK(config.path == "runbookc.yaml");
  CHECK(config.site.title == "Runbooks");
  CHECK(config.output == "site");
  CHECK(config.extensions == std::vector<std::string>{".md", ".markdown"});
  CHECK(config.default_type == "page");
  CHECK(config.fail_on == Severity::error);
  CHECK(config.site.publish_contacts);
  REQUIRE(config.severities.size() == 4);
  CHECK(config.severities[0].name == "P1");
  CHECK(config.limits == ParseLimits{});
}

TEST_CASE("every setting is read") {
  const ProjectConfig config = good(R"(
site: { title: T, base_url: "https://x.example/r", edit_url: "https://g.example/{path}",
        language: de, publish_contacts: false, publish_drafts: true }
content: ./docs/
output: out/site
include: "**/*.md"
exclude: [drafts/**, "*.tmp.md"]
extensions: [.md]
dialect: github
types: { default: runbook, "**/README.md": index, "alerts/**": alert }
owners: docs/owners.yaml
review: { every: 6 months, due_soon: 21, maximum: 1 year }
severities:
  - { name: SEV1, description: All is down, response_time: 15 minutes }
  - { name: SEV2 }
fail_on: never
baseline: .baseline.json
danger: ["drop database", { pattern: "rm -rf", reason: deletes }]
parameters: [{ name: ns, default: orders }]
defaults: { "db/**": { owner: data } }
limits: { document_bytes: 1000, links: 5 }
requires: ">=0.1, <2"
)");
  CHECK(config.site.title == "T");
  CHECK(config.site.base_url == "https://x.example/r/");
  CHECK(config.site.language == "de");
  CHECK_FALSE(config.site.publish_contacts);
  CHECK(config.site.publish_drafts);
  CHECK(config.content == "docs");
  CHECK(config.output == "out/site");
  REQUIRE(config.include.size() == 1);
  REQUIRE(config.exclude.size() == 2);
  CHECK(config.exclude[0].matches("drafts/a.md"));
  CHECK(config.extensions == std::vector<std::string>{".md"});
  CHECK(config.default_type == "runbook");
  REQUIRE(config.types_by_glob.size() == 2);
  CHECK(config.types_by_glob[1].second == "alert");
  CHECK(config.owners_file == "docs/owners.yaml");
  CHECK(config.review.default_interval == Interval{.months = 6, .days = 0});
  CHECK(config.review.due_soon == Interval{.months = 0, .days = 21});
  CHECK(config.review.maximum.has_value());
  REQUIRE(config.severities.size() == 2);
  CHECK(config.severities[0].response_time == "15 minutes");
  CHECK(config.fail_on == Severity::off);
  CHECK(config.baseline == ".baseline.json");
  REQUIRE(config.danger.size() == 2);
  CHECK(config.danger[1].reason == "deletes");
  CHECK(config.parameters.at(0).find("name")->text == "ns");
  REQUIRE(config.defaults.size() == 1);
  CHECK(config.limits.document_bytes == 1000);
  CHECK(config.limits.links == 5);
  CHECK(config.requires_version == ">=0.1, <2");
}

TEST_CASE("severities may be a map from name to response time") {
  const ProjectConfig config = good("severities: { S1: 15 minutes, S2: }\n");
  REQUIRE(config.severities.size() == 2);
  CHECK(config.severities[0].name == "S1");
  CHECK(config.severities[0].response_time == "15 minutes");
}

TEST_CASE("rules are kept in order, with globs, types and options") {
  const ProjectConfig config = good(R"(
rules:
  preset: strict
  expected-output-missing: warning
  RB205: off
  section-empty: { severity: info, words: [TODO] }
  heading-skip: { depth: 3 }
  "archive/**": { preset: legacy, RB301: info }
  type:alert: { owner-missing: error }
)");
  REQUIRE(config.rules.size() == 8);
  CHECK(config.rules[0].preset == Preset::strict);
  CHECK(config.rules[1].rule == "expected-output-missing");
  CHECK(config.rules[1].severity == Severity::warning);
  CHECK(config.rules[1].span.start == Position{4, 3});
  CHECK(config.rules[2].severity == Severity::off);
  CHECK(config.rules[3].severity == Severity::info);
  CHECK(config.rules[3].options.find("words") != nullptr);
  CHECK(config.rules[3].options.find("severity") == nullptr);
  CHECK_FALSE(config.rules[4].severity.has_value());
  CHECK(config.rules[4].options.find("depth") != nullptr);
  REQUIRE(config.rules[5].glob.has_value());
  CHECK(config.rules[5].glob->matches("archive/a/b.md"));
  CHECK(config.rules[5].preset == Preset::legacy);
  CHECK(config.rules[6].rule == "RB301");
  CHECK(config.rules[7].type == "alert");
  CHECK(config.rules[1].options.is_null());
}

TEST_CASE("a misspelt key is an error at its line with a suggestion") {
  const std::string message = fault("site:\n  title: T\nreveiw: { every: 1 year }\n");
  CHECK(message.substr(0, 4) == "3:1 ");
  CHECK(holds(message, "review"));
  const std::string inner = fault("site:\n  titel: T\n");
  CHECK(inner.substr(0, 4) == "2:3 ");
  CHECK(holds(inner, "title"));
}

TEST_CASE("a wrong preset, severity or kind is an error at the value") {
  const std::string preset = fault("rules: { preset: recomended }\n");
  CHECK(preset.substr(0, 5) == "1:18 ");
  CHECK(holds(preset, "recommended"));
  const std::string severity = fault("rules:\n  RB301: warnig\n");
  CHECK(severity.substr(0, 4) == "2:10");
  CHECK(holds(severity, "warning"));
  CHECK(fault("fail_on: warnings\n").substr(0, 5) == "1:10 ");
  CHECK(fault("output: [a]\n").substr(0, 4) == "1:9 ");
  CHECK(fault("- a\n").substr(0, 4) == "1:1 ");
}

TEST_CASE("the help says what was meant") {
  CHECK(holds(fault("fail_on: warn\n"), "did you mean 'warning'?"));
  CHECK(holds(fault("rules: { target-missing: warn }\n"), "did you mean 'warning'?"));
  CHECK(holds(fault("rules: { target-missing: { severity: err } }\n"), "did you mean 'error'?"));
  CHECK(holds(fault("extensions: [md]\n"), "with its dot; for example '.md'"));
  CHECK(holds(fault("severities: [P1]\n"), "{ name: P1, response_time: 15 minutes }"));
  const std::string preset = fault("rules: { presets: strict }\n");
  CHECK(preset.starts_with("1:10 there is no rule 'presets'"));
  CHECK(holds(preset, "did you mean 'preset'?"));
  CHECK(holds(fault("base_url: https://x.example/\n"), "it stands under 'site'"));
  CHECK(holds(fault("due_soon: 3 days\n"), "it stands under 'review'"));
  CHECK_FALSE(holds(fault("no_such_key: 1\n"), "it stands under"));
}

TEST_CASE("what a schema cannot say is checked at its place, too") {
  CHECK(holds(fault("review: { every: six moons }\n"), "1:18 'six moons' is no interval"));
  CHECK(fault("exclude: [\"a[\"]\n").substr(0, 5) == "1:11 ");
  CHECK(fault("types: { \"{a\": alert }\n").substr(0, 5) == "1:10 ");
  CHECK(fault("defaults: { \"[\": { a: b } }\n").substr(0, 5) == "1:13 ");
  CHECK(fault("rules: { \"x/[\": { preset: strict } }\n").substr(0, 5) == "1:10 ");
  CHECK(holds(fault("content: ../other\n"), "1:10 '../other' leaves the project"));
  CHECK(holds(fault("output: /srv/site\n"), "1:9 '/srv/site' leaves the project"));
  CHECK(holds(fault("output: .\n"), "the output folder is the project itself"));
  CHECK(holds(fault("content: site/x\noutput: site\n"), "2:9 the output folder holds the content"));
  CHECK(holds(fault("site: { edit_url: \"https://x.example/\" }\n"), "where the path goes"));
  CHECK(holds(fault("site: { edit_url: \"javascript:{path}\" }\n"), "no web address"));
  CHECK(
      holds(fault("severities: [{ name: A }, { name: A }]\n"), "1:35 severity 'A' is there twice"));
}

TEST_CASE("a version range is held against this program") {
  CHECK(holds(fault("requires: \">=99\"\n"), "1:11 this project needs runbookc >=99"));
  CHECK(holds(fault("requires: soon\n"), "is no range of versions"));
}

TEST_CASE("what a project's own programs do is read as the shipped tables are") {
  const ProjectConfig config = good(R"(
programs:
  - name: fernctl
    rules:
      - { match: wipe, risk: destroy, why: empties a warehouse, example: fernctl wipe x }
)");
  REQUIRE(config.programs.size() == 1);
  CHECK(config.programs[0].rules.at(0).reason == "empties a warehouse");
  CHECK(fault("programs:\n- name: x\n  rulse: []\n") ==
        "3:3 'rulse' is no key here (did you mean 'rules'?)");
  CHECK(fault("programs: {}\n").substr(0, 5) == "1:11 ");
}

TEST_CASE("a pattern of danger that is none is a fault at its place") {
  CHECK(fault("danger:\n- ok\n- \"(\"\n").substr(0, 4) == "3:3 ");
  CHECK(fault("danger:\n- { pattern: \"a(\", reason: r }\n").substr(0, 5) == "2:14 ");
  CHECK(
      fault("danger: [\"fernctl (\"]\n") ==
      "1:10 'fernctl (' is no regular expression: missing ) (write a backslash before a character "
      "that stands for itself, as in '\\(')");
}

TEST_CASE("a reason of danger is read as sentences go on with it") {
  CHECK(good("danger: [{ pattern: a, reason: Empties a warehouse. }]\n").danger.at(0).reason ==
        "empties a warehouse");
}

TEST_CASE("a rule that does not do what its example says is a fault at its place") {
  CHECK(
      fault("programs:\n- name: x\n  rules:\n"
            "  - { match: wipe, risk: read, example: x list }\n") ==
      "4:41 the rule does not match its example 'x list' (correct 'match', or write a command that "
      "it is for)");
  CHECK(fault("programs:\n- { name: x, like: nosuch }\n") ==
        "2:20 nothing is known of 'nosuch' (name a program that has an entry)");
}

TEST_CASE("all faults are found in one pass, in order") {
  const ConfigOutcome outcome = read("titel: x\nreview: { every: never }\nfail_on: often\n");
  REQUIRE(outcome.problems.size() == 3);
  CHECK(outcome.problems[0].span.start.line == 1);
  CHECK(outcome.problems[1].span.start.line == 2);
  CHECK(outcome.problems[2].span.start.line == 3);
}

TEST_CASE("YAML faults are config faults") {
  CHECK(holds(fault("site: {title: x\n"), "never closed"));
  CHECK(holds(fault("output: a\noutput: b\n"), "2:1 key 'output' was already given in line 1"));
}

TEST_CASE("a dialect brings its endings and keys, which the project file goes before") {
  const ProjectConfig config = good(R"(
dialect: tech-docs
front_matter_keys: { owner_slack: null, on_call: owner, review_in: review_every }
)");
  CHECK(config.dialect->name == "tech-docs");
  CHECK(config.extensions == std::vector<std::string>{".html.md.erb", ".html.md"});
  const auto meaning = [&](const std::string& key) {
    const auto found = std::ranges::find(config.front_matter_keys, key, &KeyMeaning::foreign);
    return found == config.front_matter_keys.end() ? "none" : found->own;
  };
  CHECK(meaning("owner_slack").empty());
  CHECK(meaning("on_call") == "owner");
  CHECK(meaning("last_reviewed_on") == "last_reviewed");
  CHECK(meaning("title") == "none");
}

TEST_CASE("endings that the project file names replace the dialect's") {
  const ProjectConfig config = good("dialect: tech-docs\nextensions: [.md]\n");
  CHECK(config.extensions == std::vector<std::string>{".md"});
}

TEST_CASE("a dialect that does not exist is a problem") {
  CHECK_FALSE(read_config(SourceFile("runbookc.yaml", "dialect: sphinx\n")).problems.empty());
}

}  // namespace runbookc
