#include <catch2/catch.hpp>

#include "check/rule_settings.h"
#include "check/runner.h"

namespace runbookc {
namespace {

RuleSetting setting(std::string rule, Severity severity) {
  RuleSetting made;
  made.rule = std::move(rule);
  made.severity = severity;
  return made;
}

RuleSetting preset(Preset value) {
  RuleSetting made;
  made.preset = value;
  return made;
}

RuleSetting in(std::string_view glob, RuleSetting made) {
  made.glob = std::move(Glob::compile(glob)).value();
  return made;
}

RuleSetting of_type(std::string type, RuleSetting made) {
  made.type = std::move(type);
  return made;
}

RuleSetting with_option(std::string rule, std::string_view key) {
  RuleSetting made;
  made.rule = std::move(rule);
  made.options = object_value({{.key = std::string(key), .key_span = {}, .value = {}}});
  return made;
}

Severity severity_of(const std::vector<RuleSetting>& settings, std::string_view rule,
                     std::string_view path = "a.md", std::string_view type = "page") {
  ProjectConfig config;
  config.rules = settings;
  return effective_rule(*find_rule(rule), config, path, type).severity;
}

}  // namespace

TEST_CASE("a rule is found by code or name in any case, and nothing else is") {
  CHECK(find_rule("RB201") == find_rule("Section-Missing"));
  CHECK(find_rule("rb201") != nullptr);
  CHECK(find_rule("section_missing") == nullptr);
  CHECK(find_rule("") == nullptr);
}

TEST_CASE("legacy keeps errors, and strict raises everything by one") {
  CHECK(severity_of({preset(Preset::legacy)}, "RB201") == Severity::error);
  CHECK(severity_of({preset(Preset::legacy)}, "RB203") == Severity::off);
  CHECK(severity_of({preset(Preset::strict)}, "RB201") == Severity::error);
  CHECK(severity_of({preset(Preset::strict)}, "RB203") == Severity::error);
  CHECK(severity_of({preset(Preset::strict)}, "RB204") == Severity::warning);
  CHECK(severity_of({preset(Preset::strict)}, "RB208") == Severity::warning);
  CHECK(severity_of({}, "RB208") == Severity::off);
}

TEST_CASE("a rule's own setting wins over the project's preset, wherever that is written") {
  const RuleSetting off = setting("section-missing", Severity::off);
  CHECK(severity_of({off, preset(Preset::strict)}, "RB201") == Severity::off);
  CHECK(severity_of({preset(Preset::strict), off}, "RB201") == Severity::off);
}

TEST_CASE("the last of several settings wins") {
  CHECK(severity_of({setting("RB201", Severity::off), setting("section-missing", Severity::info)},
                    "RB201") == Severity::info);
}

TEST_CASE("a glob applies where it matches, in the order written") {
  const std::vector<RuleSetting> settings = {
      in("archive/**", preset(Preset::legacy)),
      in("archive/2026/**", setting("RB203", Severity::info))};
  CHECK(severity_of(settings, "RB203", "a.md") == Severity::warning);
  CHECK(severity_of(settings, "RB203", "archive/a.md") == Severity::off);
  CHECK(severity_of(settings, "RB203", "archive/2026/a.md") == Severity::info);
  const std::vector<RuleSetting> reversed = {settings[1], settings[0]};
  CHECK(severity_of(reversed, "RB203", "archive/2026/a.md") == Severity::off);
}

TEST_CASE("a glob may be relative to the content folder, too") {
  ProjectConfig config;
  config.content = "content";
  config.rules = {in("archive/**", setting("RB203", Severity::off))};
  const Rule& rule = *find_rule("RB203");
  CHECK(effective_rule(rule, config, "content/archive/a.md", "").severity == Severity::off);
  CHECK(effective_rule(rule, config, "contents/archive/a.md", "").severity == Severity::warning);
}

TEST_CASE("a type's setting holds for pages of that type") {
  const std::vector<RuleSetting> settings = {of_type("template", setting("RB203", Severity::off))};
  CHECK(severity_of(settings, "RB203", "a.md", "template") == Severity::off);
  CHECK(severity_of(settings, "RB203", "a.md", "runbook") == Severity::warning);
}

TEST_CASE("options come from the last setting that has some, and leave the severity alone") {
  ProjectConfig config;
  config.rules = {with_option("unknown-key", "allow"), setting("RB105", Severity::error)};
  const EffectiveRule effective = effective_rule(*find_rule("RB105"), config, "a.md", "page");
  CHECK(effective.severity == Severity::error);
  REQUIRE(effective.options != nullptr);
  CHECK(effective.options->find("allow") != nullptr);
  CHECK(effective_rule(*find_rule("RB104"), config, "a.md", "page").options == nullptr);
}

TEST_CASE("a misspelt rule in the configuration is a problem with a suggestion") {
  ProjectConfig config;
  config.rules = {setting("section-mising", Severity::off)};
  config.rules[0].span = {.start = {3, 5}, .end = {3, 19}};
  const std::vector<ConfigProblem> problems = check_rule_settings(config);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].span == config.rules[0].span);
  CHECK(problems[0].message == "there is no rule 'section-mising'");
  CHECK(problems[0].help == "did you mean 'section-missing'?");
}

TEST_CASE("an option that a rule does not have is a problem with a suggestion") {
  ProjectConfig config;
  config.rules = {with_option("unknown-key", "alow"), with_option("RB203", "depth"),
                  preset(Preset::strict)};
  const std::vector<ConfigProblem> problems = check_rule_settings(config);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].message == "the rule 'unknown-key' has no option 'alow'");
  CHECK(problems[0].help == "did you mean 'allow'?");
  CHECK(problems[1].help == "the rule has no options");
}

TEST_CASE("a text where an option is a list is a problem at its place") {
  ProjectConfig config;
  config.rules = {with_option("tool-undeclared", "known")};
  Value& value = config.rules[0].options.members[0].value;
  value.kind = Value::Kind::string;
  value.text = "fernctl";
  value.span = {.start = {2, 9}, .end = {2, 16}};
  const std::vector<ConfigProblem> problems = check_rule_settings(config);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].span == value.span);
  CHECK(problems[0].message == "'known' of the rule 'tool-undeclared' must be a list");
  CHECK(problems[0].help == "write [fernctl]");
}

TEST_CASE("a rule that is set twice in one place is a problem at the second") {
  ProjectConfig config;
  config.rules = {with_option("unknown-key", "allow"), setting("RB105", Severity::error),
                  setting("RB105", Severity::off)};
  config.rules[0].span.start.line = 4;
  config.rules[2].scope = "archive/**";
  const std::vector<ConfigProblem> problems = check_rule_settings(config);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "the rule 'unknown-key' is set already, as 'unknown-key' in line 4");
  CHECK(problems[0].span == config.rules[1].span);
}

TEST_CASE("a rule that is off is not asked for because of settings that leave it off") {
  const auto always_off = [](const std::vector<RuleSetting>& settings) {
    ProjectConfig config;
    config.rules = settings;
    return RuleSettings(*find_rule("RB507"), config).always_off();
  };
  CHECK(always_off({}));
  CHECK(always_off({in("archive/**", preset(Preset::legacy))}));
  CHECK(always_off({of_type("index", setting("RB507", Severity::off))}));
  CHECK(always_off({in("a/**", with_option("RB507", "x"))}));
  CHECK(always_off({preset(Preset::strict), in("a/**", preset(Preset::legacy)),
                    setting("RB507", Severity::off)}));
  CHECK_FALSE(always_off({in("archive/**", preset(Preset::strict))}));
  CHECK_FALSE(always_off({of_type("runbook", setting("RB507", Severity::info))}));
  CHECK_FALSE(always_off({preset(Preset::strict), in("a/**", setting("RB507", Severity::off))}));
}

}  // namespace runbookc
