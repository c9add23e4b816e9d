// runbookc rules: the catalogue.
#include <fmt/format.h>

#include "base/version.h"
#include "check/rule.h"
#include "check/rule_catalogue.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/session.h"
#include "emit/json_writer.h"

namespace runbookc {
namespace {

std::string rules_text() {
  std::string out;
  for (const Rule* rule : all_rules()) {
    out += fmt::format("{}  {:<28} {:<8} {}\n", rule->code, rule->name,
                       severity_name(rule->recommended), rule->summary);
  }
  return out + "\n`runbookc explain RULE` shows one of them with a bad and a good example\n";
}

void write_rule(JsonWriter& out, const Rule& rule) {
  out.begin_object();
  out.member("code", rule.code).member("name", rule.name).member("summary", rule.summary);
  out.key("severity").begin_object();
  out.member("legacy", severity_name(preset_severity(rule, Preset::legacy)));
  out.member("recommended", severity_name(rule.recommended));
  out.member("strict", severity_name(preset_severity(rule, Preset::strict)));
  out.end_object().key("options").begin_array();
  for (const RuleOption& option : rule.options) {
    out.begin_object().member("name", option.name).member("description", option.description);
    out.member("default", option.default_text).end_object();
  }
  out.end_array().end_object();
}

std::string rules_json() {
  JsonWriter out;
  out.begin_object().member_number("version", 1);
  out.key("tool").begin_object();
  out.member("name", "runbookc").member("version", tool_version()).end_object();
  out.key("rules").begin_array();
  for (const Rule* rule : all_rules()) write_rule(out, *rule);
  out.end_array().end_object();
  return out.take();
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string format = arguments.last("--format", "text");
  if (format == "text") {
    session.console.print(rules_text());
  } else if (format == "json") {
    session.console.print(rules_json());
  } else if (format == "markdown") {
    session.console.print(rules_markdown());
  } else {
    return Error{fmt::format("'{}' is no format of `runbookc rules`", format),
                 "it is one of text, json, markdown"};
  }
  return kExitFine;
}

}  // namespace

const CliCommand& rules_command() {
  static const CliCommand command = {
      .name = "rules",
      .summary = "list every rule, with its severity in the recommended preset",
      .details = "",
      .options = {{"--format", "FORMAT", "text (default), json or markdown",
                   [] { return std::vector<std::string>{"text", "json", "markdown"}; }}},
      .positionals = {},
      .run = run};
  return command;
}

}  // namespace runbookc
