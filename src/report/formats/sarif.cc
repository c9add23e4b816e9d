// SARIF 2.1.0, in the form that GitHub's code scanning wants: rules with all their texts, regions
// with all four numbers, paths that are relative URIs, and our fingerprint under the name that it
// reads. One result a line.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/path.h"
#include "base/text.h"
#include "base/version.h"
#include "report/annotation.h"
#include "report/json_text.h"
#include "report/reporter.h"

namespace runbookc {
namespace {

using Json = nlohmann::ordered_json;
using Findings = std::vector<const Diagnostic*>;
using RuleIndexes = std::map<std::string_view, std::size_t>;  // by code

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view kBase = "%SRCROOT%";
constexpr std::size_t kMostResults = 25'000;  // GitHub refuses a file with more

std::string_view level(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

// In a message, `[text](target)` is a link (section 3.11.6): not for a document to make.
std::string message_text(std::string_view text) {
  std::string out = replace_all(text, "\\", "\\\\");
  out = replace_all(out, "[", "\\[");
  return replace_all(out, "]", "\\]");
}

Json region(Span span) {
  const auto [start, end] = shown_span(span);
  return {{"startLine", start.line},
          {"startColumn", start.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json artifact_location(const Diagnostic& found, const ReportStyle& style) {
  return {{"uri", percent_encode_path(repository_path(style, found.path))}, {"uriBaseId", kBase}};
}

Json fix_json(const Fix& fix, const Json& location) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    replacements.push_back(
        {{"deletedRegion", region(edit.range)}, {"insertedContent", {{"text", edit.text}}}});
  }
  Json change = {{"artifactLocation", location}, {"replacements", std::move(replacements)}};
  return {{"description", {{"text", message_text(fix.description)}}},
          {"artifactChanges", Json::array({std::move(change)})}};
}

Json result_json(const Diagnostic& found, std::size_t rule_index, const ReportStyle& style) {
  const Json location = artifact_location(found, style);
  const Json physical = {{"artifactLocation", location}, {"region", region(found.span)}};
  Json out = {{"ruleId", found.code},
              {"ruleIndex", rule_index},
              {"level", level(found.severity)},
              {"message", {{"text", message_text(fact_and_remedy(found))}}},
              {"locations", Json::array({{{"physicalLocation", physical}}})},
              {"partialFingerprints", {{"primaryLocationLineHash", found.fingerprint}}}};
  if (found.fix && !found.fix->edits.empty()) {
    out["fixes"] = Json::array({fix_json(*found.fix, location)});
  }
  return out;
}

RuleSummary summary_of(const Diagnostic& found, const Report& report) {
  const auto at = std::ranges::lower_bound(report.rules, found.code, {}, &RuleSummary::code);
  if (at != report.rules.end() && at->code == found.code) return *at;
  return {found.code, found.name, found.name, found.name, found.severity};
}

// A rule that is off by default is a warning once a project turns it on.
std::string_view default_level(Severity recommended) {
  return level(recommended == Severity::off ? Severity::warning : recommended);
}

std::string_view problem_severity(Severity recommended) {
  return recommended == Severity::info ? "recommendation" : default_level(recommended);
}

Json rule_json(const RuleSummary& rule) {
  const std::string why = collapse_space(rule.why.substr(0, rule.why.find("\n\n")));
  const std::string ask = fmt::format("runbookc explain {}", rule.code);
  return {{"id", rule.code},
          {"name", rule.name},
          {"shortDescription", {{"text", rule.summary}}},
          {"fullDescription", {{"text", why}}},
          {"help",
           {{"text", fmt::format("{}\n\n{} shows examples.", rule.why, ask)},
            {"markdown", fmt::format("{}\n\n`{}` shows examples.", rule.why, ask)}}},
          {"defaultConfiguration", {{"level", default_level(rule.recommended)}}},
          {"properties",
           {{"tags", {"documentation", "runbook"}},
            {"problem.severity", problem_severity(rule.recommended)}}}};
}

// Of the rules that found something, by code.
RuleIndexes index_rules(const Findings& findings) {
  RuleIndexes indexes;
  for (const Diagnostic* found : findings) indexes[found->code];
  std::size_t next = 0;
  for (auto& [code, index] : indexes) index = next++;
  return indexes;
}

Json rules_json(const Findings& findings, const RuleIndexes& indexes, const Report& report) {
  std::vector<const Diagnostic*> first_of(indexes.size());
  for (const Diagnostic* found : findings) first_of[indexes.at(found->code)] = found;
  Json out = Json::array();
  for (const Diagnostic* found : first_of) out.push_back(rule_json(summary_of(*found, report)));
  return out;
}

Json invocation_json(std::size_t kept, std::size_t all) {
  Json out = {{"executionSuccessful", true}};
  if (kept < all) {
    const std::string text =
        fmt::format("{} findings are left out, the least severe ones: a report holds {}",
                    all - kept, kMostResults);
    out["toolExecutionNotifications"] =
        Json::array({{{"level", "warning"}, {"message", {{"text", text}}}}});
  }
  return out;
}

std::string render_sarif(const Report& report, const ReportStyle& style) {
  Findings findings = worst_first(report.diagnostics);
  findings.resize(std::min(findings.size(), kMostResults));
  const RuleIndexes indexes = index_rules(findings);
  const Json driver = {{"name", "runbookc"},
                       {"version", tool_version()},
                       {"semanticVersion", tool_version()},
                       {"rules", rules_json(findings, indexes, report)}};
  const Json base = {{"description", {{"text", "the top folder of the repository"}}}};
  std::string out = fmt::format(
      "{{\"$schema\": \"{}\",\n\"version\": \"2.1.0\",\n\"runs\": [{{\n"
      "\"tool\": {},\n\"invocations\": {},\n"
      "\"originalUriBaseIds\": {},\n"
      "\"columnKind\": \"unicodeCodePoints\",\n\"results\": [",
      kSchema, json_text({{"driver", driver}}),
      json_text(Json::array({invocation_json(findings.size(), report.diagnostics.size())})),
      json_text({{kBase, base}}));
  const char* separator = "\n";
  for (const Diagnostic* found : findings) {
    out += separator + json_text(result_json(*found, indexes.at(found->code), style));
    separator = ",\n";
  }
  return out + "\n]}]}\n";
}

}  // namespace

const ReportFormat& sarif_format() {
  static constexpr ReportFormat kFormat = {
      .name = "sarif",
      .description = "for GitHub code scanning and editors: SARIF 2.1.0",
      .render = render_sarif};
  return kFormat;
}

}  // namespace runbookc
