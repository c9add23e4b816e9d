// reviewdog's DiagnosticResult, for review comments on any code host. Its columns count bytes of
// UTF-8, ours code points.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/annotation.h"
#include "report/finding_source.h"
#include "report/json_text.h"
#include "report/reporter.h"

namespace runbookc {
namespace {

using Json = nlohmann::ordered_json;

std::string_view rdjson_severity(Severity severity) {
  if (severity == Severity::error) return "ERROR";
  return severity == Severity::warning ? "WARNING" : "INFO";
}

Json place(Position position, const SourceFile& source) {
  const std::uint32_t column = source.offset(position) - source.line_start(position.line) + 1;
  return {{"line", position.line}, {"column", column}};
}

// Whole lines, if the text is not at hand to count bytes in.
Json range(Span span, const SourceFile* source) {
  if (source == nullptr) {
    const auto [first, last] = shown_lines(span);
    return {{"start", {{"line", first}}}, {"end", {{"line", last}}}};
  }
  const auto [start, end] = shown_span(span);
  return {{"start", place(start, *source)}, {"end", place(end, *source)}};
}

Json location(const Diagnostic& found, const SourceFile* source, const ReportStyle& style) {
  Json out = {{"path", repository_path(style, found.path)}};
  if (found.span.valid()) out["range"] = range(found.span, source);
  return out;
}

Json finding_json(const Diagnostic& found, const Report& report, const ReportStyle& style) {
  const SourceFile* source = find_source(report.corpus, found.path);
  Json out = {{"message", fact_and_remedy(found)},
              {"location", location(found, source, style)},
              {"severity", rdjson_severity(found.severity)},
              {"code", {{"value", found.code + " " + found.name}}}};
  // Suggestions are alternatives that a reviewer takes one at a time, so that a fix in several
  // places is none.
  if (found.fix && found.fix->edits.size() == 1 && source != nullptr) {
    const Edit& edit = found.fix->edits.front();
    out["suggestions"] = Json::array({{{"range", range(edit.range, source)}, {"text", edit.text}}});
  }
  return out;
}

std::string render_rdjson(const Report& report, const ReportStyle& style) {
  std::string out = "{\"source\": " + json_text({{"name", "runbookc"}});
  const auto worst = std::ranges::max_element(report.diagnostics, {}, &Diagnostic::severity);
  if (worst != report.diagnostics.end()) {
    out += ",\n\"severity\": " + json_text(rdjson_severity(worst->severity));
  }
  out += ",\n\"diagnostics\": [";
  const char* separator = "\n";
  for (const Diagnostic& found : report.diagnostics) {
    out += separator + json_text(finding_json(found, report, style));
    separator = ",\n";
  }
  return out + "\n]}\n";
}

}  // namespace

const ReportFormat& rdjson_format() {
  static constexpr ReportFormat kFormat = {
      .name = "rdjson",
      .description = "for reviewdog: review comments with suggestions",
      .render = render_rdjson};
  return kFormat;
}

}  // namespace runbookc
