// Workflow commands of GitHub Actions, which make annotations on the lines of a pull request.
//
// GitHub shows ten annotations of each kind a step and drops the rest, so only those are written,
// the first ones of each kind. The rest are plain lines of the log below them, and the last line,
// which is no command either, counts them.
#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "report/annotation.h"
#include "report/reporter.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostOfAKind = 10;

struct Kind {
  Severity severity;
  std::string_view command;
  std::string_view noun;
};

constexpr std::array kKinds = {Kind{Severity::error, "error", "error"},
                               Kind{Severity::warning, "warning", "warning"},
                               Kind{Severity::info, "notice", "info"}};

// What follows `::`; the text is harmless already (report/safe_text.h).
std::string command_data(std::string_view text) {
  std::string out = replace_all(text, "%", "%25");
  out = replace_all(out, "\r", "%0D");
  return replace_all(out, "\n", "%0A");
}

std::string command_property(std::string_view text) {
  const std::string out = replace_all(command_data(text), ":", "%3A");
  return replace_all(out, ",", "%2C");
}

// GitHub refuses columns when the lines differ.
std::string place_properties(Span span) {
  const auto [start, end] = shown_span(span);
  const auto [first, last] = shown_lines(span);
  if (start.line == end.line) {
    return fmt::format("line={},col={},endLine={},endColumn={}", first, start.column, last,
                       end.column);
  }
  return fmt::format("line={},endLine={}", first, last);
}

std::string annotation(const Diagnostic& found, std::string_view command,
                       const ReportStyle& style) {
  const std::string path = safe_text(repository_path(style, found.path));
  const std::string title = safe_text(found.code + " " + found.name);
  std::string text = safe_text(found.message);
  if (!found.help.empty()) text += "\n" + safe_text(found.help);
  return fmt::format("::{} file={},{},title={}::{}\n", command, command_property(path),
                     place_properties(found.span), command_property(title), command_data(text));
}

// A line of the log. Made harmless as a whole: none begins with a command.
std::string plain_line(const Diagnostic& found, const ReportStyle& style) {
  const Position start = shown_span(found.span).start;
  return safe_path(fmt::format("{}:{}:{}: {} {}: {}", repository_path(style, found.path),
                               start.line, start.column, severity_name(found.severity), found.code,
                               found.message)) +
         "\n";
}

bool is_wanted(const Kind& kind, const ReportStyle& style) {
  if (kind.severity == Severity::info) return style.verbose && !style.quiet;
  return kind.severity == Severity::error || !style.quiet;
}

std::size_t count_of_kind(const DiagnosticCounts& counts, const Kind& kind) {
  if (kind.severity == Severity::error) return counts.errors;
  return kind.severity == Severity::warning ? counts.warnings : counts.infos;
}

std::string summary_line(const Report& report, const ReportStyle& style) {
  const DiagnosticCounts counts = count_by_severity(report.diagnostics);
  std::vector<std::string> found;
  std::vector<std::string> left_out;
  for (const Kind& kind : kKinds) {
    if (!is_wanted(kind, style)) continue;
    const std::size_t count = count_of_kind(counts, kind);
    found.push_back(count_of(count, kind.noun));
    if (count > kMostOfAKind) left_out.push_back(count_of(count - kMostOfAKind, kind.noun));
  }
  const std::string line =
      fmt::format("runbookc: {} in {}", join(found, ", "), count_of(report.files, "file"));
  if (left_out.empty()) return line + "\n";
  return line + fmt::format("; not annotated: {}, as GitHub shows {} of each kind a step\n",
                            join(left_out, ", "), kMostOfAKind);
}

std::string render_github(const Report& report, const ReportStyle& style) {
  std::string annotations;
  std::string lines;
  for (const Kind& kind : kKinds) {
    if (!is_wanted(kind, style)) continue;
    std::size_t written = 0;
    for (const Diagnostic& found : report.diagnostics) {
      if (found.severity != kind.severity) continue;
      if (written++ < kMostOfAKind) {
        annotations += annotation(found, kind.command, style);
      } else {
        lines += plain_line(found, style);
      }
    }
  }
  return annotations + lines + summary_line(report, style);
}

}  // namespace

const ReportFormat& github_format() {
  static constexpr ReportFormat kFormat = {
      .name = "github",
      .description = "for GitHub Actions: annotations on the changed lines",
      .render = render_github};
  return kFormat;
}

}  // namespace runbookc
