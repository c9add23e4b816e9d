#include <catch2/catch.hpp>
#include <regex>

#include "formats/hostile_report.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

const Corpus kCorpus = sample_corpus({{"a.md", "# T\n"}, {"b.md", "# B\n"}});

std::size_t count_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator()));
}

// Every `<` starts a tag of ours and every `&` an entity: text has neither.
bool holds_only_our_markup(const std::string& xml) {
  const std::size_t tags = count_matches(
      xml,
      R"(</?(testsuites?|testcase|failure|system-out)( [a-z]+="[^"<>]*")*/?>|<\?xml [^<>]*\?>)");
  return tags == count_matches(xml, "<") && tags == count_matches(xml, ">") &&
         count_matches(xml, "&(amp|lt|gt|quot);") == count_matches(xml, "&");
}

}  // namespace

TEST_CASE("each file is a test, and fails by what fails the check") {
  Diagnostic error = sample_diagnostic(Severity::error, "a.md", {{1, 3}, {1, 4}}, "gone & lost");
  error.help = "write it";
  const auto warning = sample_diagnostic(Severity::warning, "a.md", {{1, 1}, {1, 2}}, "empty");
  CHECK(render("junit", kCorpus, {error, warning}, {.path_prefix = "docs"}) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"runbookc\" tests=\"2\" failures=\"1\" errors=\"0\">\n"
        "<testsuite name=\"runbookc\" tests=\"2\" failures=\"1\" errors=\"0\">\n"
        "<testcase classname=\"runbookc\" name=\"docs/a.md\">\n"
        "<failure type=\"error\" message=\"1 error\">docs/a.md:1:3: error[RB301 target-missing]: "
        "gone "
        "&amp; lost; write it\n</failure>\n"
        "<system-out>docs/a.md:1:1: warning[RB203 section-empty]: empty\n</system-out>\n"
        "</testcase>\n"
        "<testcase classname=\"runbookc\" name=\"docs/b.md\"/>\n"
        "</testsuite>\n</testsuites>\n");
}

TEST_CASE("a test fails by warnings if the check does, and never if it never fails") {
  const auto error = sample_diagnostic(Severity::error, "a.md", {{1, 3}, {1, 4}}, "gone");
  const auto warning = sample_diagnostic(Severity::warning, "b.md", {{1, 1}, {1, 2}}, "empty");
  const auto failures = [&](Severity fail_on) {
    return count_matches(render("junit", kCorpus, {error, warning}, {.fail_on = fail_on}),
                         "<failure ");
  };
  CHECK(failures(Severity::error) == 1);
  CHECK(failures(Severity::warning) == 2);
  CHECK(failures(Severity::off) == 0);
}

TEST_CASE("a finding of a file that is no document is a test of its own") {
  const auto found = sample_diagnostic(Severity::error, "owners.yaml", {}, "gone");
  const std::string xml = render("junit", kCorpus, {found});
  CHECK(count_matches(xml, "<testcase ") == 3);
  CHECK(xml.find("owners.yaml:1:1: error[RB301") != std::string::npos);
}

TEST_CASE("hostile text is no markup, and every finding is there once") {
  const HostileReport report;
  const std::string xml = report.render("junit");
  CHECK(holds_only_our_markup(xml));
  CHECK(count_matches(xml, R"(:\d+:\d+: (error|warning|info)\[RB\d\d\d )") ==
        report.diagnostics().size());
  CHECK(count_matches(xml, "<testcase ") == 3);
  CHECK(xml.find("\xef\xbf\xbe") == std::string::npos);
  CHECK(holds_only_our_markup("<failure message=\"a\">&amp;</failure>"));
  CHECK_FALSE(holds_only_our_markup("<script>"));
  CHECK_FALSE(holds_only_our_markup("<failure>]]></failure>"));
  CHECK_FALSE(holds_only_our_markup("a & b"));
}

}  // namespace runbookc
