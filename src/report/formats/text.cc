// For people: each finding with the line that it is about, then a summary.
#include <fmt/format.h>

#include "report/finding_source.h"
#include "report/reporter.h"
#include "report/safe_text.h"
#include "report/snippet.h"
#include "report/text_summary.h"

namespace runbookc {
namespace {

constexpr std::size_t kSnippetWidth = 100;

// SGR codes (ECMA-48 8.3.117), or nothing.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  std::string bold(std::string_view text) const { return with("1", text); }
  std::string dim(std::string_view text) const { return with("2", text); }
  std::string severity(Severity severity, std::string_view text) const {
    if (severity == Severity::error) return with("1;31", text);
    return with(severity == Severity::warning ? "1;33" : "1;36", text);
  }

 private:
  std::string with(std::string_view code, std::string_view text) const {
    return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
  bool on_;
};

bool is_shown(const Diagnostic& found, const ReportStyle& style) {
  if (style.quiet) return found.severity == Severity::error;
  return found.severity >= (style.verbose ? Severity::info : Severity::warning);
}

std::string headline(const Diagnostic& found, const ReportStyle& style, const Paint& paint) {
  std::string place =
      safe_path(style.given_path.empty() ? style.paths(found.path) : style.given_path);
  if (found.span.valid()) {
    place += fmt::format(":{}:{}", found.span.start.line, found.span.start.column);
  }
  const std::string rule =
      fmt::format("{}[{} {}]", severity_name(found.severity), found.code, found.name);
  return fmt::format("{}: {}: {}\n", paint.bold(place), paint.severity(found.severity, rule),
                     safe_text(found.message));
}

std::string source_lines(const Diagnostic& found, const SourceFile& source,
                         const std::vector<Span>& hidden, const Paint& paint) {
  const Snippet snippet = make_snippet(source, found.span, kSnippetWidth, hidden);
  const std::string number = fmt::format("{:>5}", found.span.start.line);
  return fmt::format("{} {}\n{} {}{}\n", paint.dim(number + " |"), snippet.text,
                     paint.dim("      |"), std::string(snippet.indent, ' '),
                     paint.severity(found.severity, std::string(snippet.underline, '^')));
}

// `hidden`: what must not be shown of the finding's file.
std::string one_finding(const Diagnostic& found, const Corpus& corpus, const ReportStyle& style,
                        const std::vector<Span>& hidden, const Paint& paint) {
  std::string out = headline(found, style, paint);
  const SourceFile* source = find_source(corpus, found.path);
  if (source != nullptr && found.span.valid()) out += source_lines(found, *source, hidden, paint);
  if (!found.help.empty()) {
    out += fmt::format("{} {}\n", paint.dim("      = help:"), safe_text(found.help));
  }
  return out + "\n";
}

std::string render_text(const Report& report, const ReportStyle& style) {
  const Paint paint(style.color);
  std::string out;
  std::string_view path;
  std::vector<Span> hidden;
  for (const Diagnostic& found : report.diagnostics) {
    if (!is_shown(found, style)) continue;
    if (found.path != path) hidden = hidden_spans(report.corpus, found.path);
    path = found.path;
    out += one_finding(found, report.corpus, style, hidden, paint);
  }
  if (!style.quiet) out += text_summary(report, style);
  return out;
}

}  // namespace

const ReportFormat& text_format() {
  static constexpr ReportFormat kFormat = {
      .name = "text",
      .description = "for people: each finding with its line of source, and a summary",
      .render = render_text};
  return kFormat;
}

}  // namespace runbookc
