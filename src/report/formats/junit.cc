// JUnit XML, for the test views of CI servers: a test for each file, so that a clean one passes.
//
// Jenkins and GitLab read one failure a test, so that all findings that fail a file share it, one a
// line. There is no time in it: the same input gives the same bytes.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "report/annotation.h"
#include "report/reporter.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

using Findings = std::vector<const Diagnostic*>;
using FindingsByPath = std::map<std::string_view, Findings>;

// Harmless text on one line. XML 1.0 has no control characters, which are visible by now, and
// neither U+FFFE nor U+FFFF (section 2.2).
std::string xml_text(std::string_view text) {
  std::string out = escape_html(text);
  out = replace_all(out, "\xef\xbf\xbe", "\xef\xbf\xbd");
  return replace_all(out, "\xef\xbf\xbf", "\xef\xbf\xbd");
}

std::string finding_line(const Diagnostic& found, const ReportStyle& style) {
  const Position start = shown_span(found.span).start;
  const std::string line = fmt::format(
      "{}:{}:{}: {}[{} {}]: {}", safe_path(repository_path(style, found.path)), start.line,
      start.column, severity_name(found.severity), found.code, found.name, fact_and_remedy(found));
  return xml_text(line) + "\n";
}

bool fails_file(const Diagnostic& found, const ReportStyle& style) {
  return style.fail_on != Severity::off && found.severity >= style.fail_on;
}

// "2 errors, 1 warning": what there is of each.
std::string count_words(const Findings& found) {
  std::vector<std::string> words;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const auto count = std::ranges::count(found, severity, &Diagnostic::severity);
    if (count > 0) {
      words.push_back(count_of(static_cast<std::size_t>(count), severity_name(severity)));
    }
  }
  return join(words, ", ");
}

std::string finding_lines(const Findings& found, const ReportStyle& style) {
  std::string out;
  for (const Diagnostic* one : found) out += finding_line(*one, style);
  return out;
}

// Its type is the worst severity.
std::string failure_element(const Findings& found, const ReportStyle& style) {
  const Severity worst = (*std::ranges::max_element(found, {}, &Diagnostic::severity))->severity;
  return fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>\n", severity_name(worst),
                     count_words(found), finding_lines(found, style));
}

struct TestCase {
  std::string xml;
  bool failed = false;
};

TestCase test_case(std::string_view path, const Findings& found, const ReportStyle& style) {
  Findings failing;
  Findings others;
  for (const Diagnostic* one : found) {
    (fails_file(*one, style) ? failing : others).push_back(one);
  }
  std::string xml = fmt::format(R"(<testcase classname="runbookc" name="{}")",
                                xml_text(safe_text(repository_path(style, path))));
  if (found.empty()) return {xml + "/>\n", false};
  xml += ">\n";
  if (!failing.empty()) xml += failure_element(failing, style);
  if (!others.empty()) xml += "<system-out>" + finding_lines(others, style) + "</system-out>\n";
  return {xml + "</testcase>\n", !failing.empty()};
}

// Findings may be about a file that is no document, such as the owners' directory.
FindingsByPath findings_by_path(const Report& report) {
  FindingsByPath out;
  for (const std::string_view path : report.paths) out[path];
  for (const Diagnostic& found : report.diagnostics) out[found.path].push_back(&found);
  return out;
}

std::string render_junit(const Report& report, const ReportStyle& style) {
  const FindingsByPath files = findings_by_path(report);
  std::string cases;
  std::size_t failures = 0;
  for (const auto& [path, found] : files) {
    const TestCase test = test_case(path, found, style);
    cases += test.xml;
    if (test.failed) ++failures;
  }
  const std::string counts =
      fmt::format(R"(tests="{}" failures="{}" errors="0")", files.size(), failures);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"runbookc\" {0}>\n"
      "<testsuite name=\"runbookc\" {0}>\n{1}</testsuite>\n</testsuites>\n",
      counts, cases);
}

}  // namespace

const ReportFormat& junit_format() {
  static constexpr ReportFormat kFormat = {.name = "junit",
                                           .description = "for CI servers: a test for each file",
                                           .render = render_junit};
  return kFormat;
}

}  // namespace runbookc
