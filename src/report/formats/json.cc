// diagnostics.json (PRODUCT section 6, schemas/output/diagnostics.json): one finding a line, so
// that two runs compare well.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/version.h"
#include "report/json_text.h"
#include "report/reporter.h"

namespace runbookc {
namespace {

using Json = nlohmann::ordered_json;

// A finding about a file that has no places (it could not be read) points at its start.
Json place(Position position) {
  return {{"line", std::max(position.line, 1U)}, {"column", std::max(position.column, 1U)}};
}

Json fix_json(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    edits.push_back(
        {{"start", place(edit.range.start)}, {"end", place(edit.range.end)}, {"text", edit.text}});
  }
  return {{"description", fix.description}, {"edits", std::move(edits)}};
}

Json diagnostic_json(const Diagnostic& found) {
  Json out = {{"code", found.code},
              {"name", found.name},
              {"severity", severity_name(found.severity)},
              {"message", found.message},
              {"help", found.help},
              {"path", found.path},
              {"start", place(found.span.start)},
              {"end", place(found.span.end)},
              {"fingerprint", found.fingerprint}};
  if (found.fix) out["fix"] = fix_json(*found.fix);
  return out;
}

Json summary_json(const Report& report) {
  const DiagnosticCounts counts = count_by_severity(report.diagnostics);
  return {{"files", report.files},           {"errors", counts.errors},
          {"warnings", counts.warnings},     {"infos", counts.infos},
          {"suppressed", report.suppressed}, {"baselined", report.baselined},
          {"fixed", report.fixed.size()},    {"gone", report.gone.size()}};
}

std::string entries_json(const std::vector<BaselineEntry>& entries) {
  std::string out = "[";
  const char* separator = "\n";
  for (const BaselineEntry& entry : entries) {
    out +=
        separator +
        json_text({{"path", entry.path}, {"rule", entry.rule}, {"fingerprint", entry.fingerprint}});
    separator = ",\n";
  }
  return out + (entries.empty() ? "]" : "\n]");
}

std::string render_json(const Report& report, const ReportStyle& /*style*/) {
  const Json tool = {{"name", "runbookc"}, {"version", tool_version()}};
  std::string out = "{\"$schema\": \"https://runbookc.dev/schemas/output/diagnostics.json\",\n";
  out += "\"version\": 1,\n\"tool\": " + json_text(tool);
  out += ",\n\"today\": " + json_text(Json(format_date(report.corpus.today)));
  out += ",\n\"summary\": " + json_text(summary_json(report)) + ",\n\"diagnostics\": [";
  const char* separator = "\n";
  for (const Diagnostic& found : report.diagnostics) {
    out += separator + json_text(diagnostic_json(found));
    separator = ",\n";
  }
  return out + "\n],\n\"fixed\": " + entries_json(report.fixed) +
         ",\n\"gone\": " + entries_json(report.gone) + "}\n";
}

}  // namespace

const ReportFormat& json_format() {
  static constexpr ReportFormat kFormat = {
      .name = "json",
      .description = "for programs: the same document as diagnostics.json in the site",
      .render = render_json};
  return kFormat;
}

}  // namespace runbookc
