// GitLab's Code Quality report: an array, one finding a line. GitLab reads `lines` in every
// version, so the columns are left out.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "report/annotation.h"
#include "report/json_text.h"
#include "report/reporter.h"

namespace runbookc {
namespace {

using Json = nlohmann::ordered_json;

// A page is no program: nothing that it lacks is a blocker.
std::string_view gitlab_severity(Severity severity) {
  if (severity == Severity::error) return "major";
  return severity == Severity::warning ? "minor" : "info";
}

// GitLab joins the reports of all jobs by fingerprint, and two projects in one repository can hold
// the same page.
std::string fingerprint_in_repository(const Diagnostic& found, const ReportStyle& style) {
  if (style.path_prefix.empty()) return found.fingerprint;
  return fmt::format("{:016x}", hash64(style.path_prefix + ":" + found.fingerprint));
}

Json finding_json(const Diagnostic& found, const ReportStyle& style) {
  const auto [first, last] = shown_lines(found.span);
  return {{"description", fact_and_remedy(found)},
          {"check_name", found.code + " " + found.name},
          {"fingerprint", fingerprint_in_repository(found, style)},
          {"severity", gitlab_severity(found.severity)},
          {"location",
           {{"path", repository_path(style, found.path)},
            {"lines", {{"begin", first}, {"end", last}}}}}};
}

std::string render_gitlab(const Report& report, const ReportStyle& style) {
  std::string out = "[";
  const char* separator = "\n";
  for (const Diagnostic& found : report.diagnostics) {
    out += separator + json_text(finding_json(found, style));
    separator = ",\n";
  }
  return out + "\n]\n";
}

}  // namespace

const ReportFormat& gitlab_format() {
  static constexpr ReportFormat kFormat = {.name = "gitlab",
                                           .description = "for GitLab: a Code Quality report",
                                           .render = render_gitlab};
  return kFormat;
}

}  // namespace runbookc
