#include <catch2/catch.hpp>

#include "base/text.h"
#include "formats/sample_report.h"

namespace runbookc {
namespace {

const std::string kPage = "# Title\n\nsee [x](y.md)\n";

Diagnostic broken_link() {
  Diagnostic found = sample_diagnostic(Severity::error, "a.md", {{3, 9}, {3, 13}},
                                       "the link leads to 'y.md', which does not exist");
  found.help = "did you mean 'z.md'?";
  return found;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a finding is shown with its place, rule, line, mark and remedy") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  CHECK(render("text", corpus, {broken_link()}) ==
        "a.md:3:9: error[RB301 target-missing]: the link leads to 'y.md', which does not exist\n"
        "    3 | see [x](y.md)\n"
        "      |         ^^^^\n"
        "      = help: did you mean 'z.md'?\n"
        "\n"
        "1 error, 0 warnings in 1 file\n"
        "`runbookc explain RB301` says what target-missing means and how to remedy it\n");
}

TEST_CASE("a report without findings is one line") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}, {"b.md", ""}});
  CHECK(render("text", corpus, {}) == "no errors or warnings in 2 files\n");
}

TEST_CASE("infos are hidden, counted, and shown with -v") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  const auto info = sample_diagnostic(Severity::info, "a.md", {{1, 1}, {1, 2}}, "an info");
  const std::string plain = render("text", corpus, {info});
  CHECK(plain == "no errors or warnings in 1 file\n`runbookc check -v` shows 1 info\n");
  ReportStyle verbose;
  verbose.verbose = true;
  CHECK(contains(render("text", corpus, {info}, verbose), "info[RB203 section-empty]: an info"));
}

TEST_CASE("quiet shows errors and no summary") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  ReportStyle quiet;
  quiet.quiet = true;
  const auto warning = sample_diagnostic(Severity::warning, "a.md", {{1, 1}, {1, 2}}, "a warning");
  CHECK(render("text", corpus, {warning}, quiet).empty());
  const std::string text = render("text", corpus, {warning, broken_link()}, quiet);
  CHECK(contains(text, "RB301"));
  CHECK_FALSE(contains(text, "a warning"));
  CHECK_FALSE(contains(text, "in 1 file"));
}

TEST_CASE("colours appear only when asked for") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  CHECK_FALSE(contains(render("text", corpus, {broken_link()}), "\x1b"));
  ReportStyle style;
  style.color = true;
  CHECK(contains(render("text", corpus, {broken_link()}, style), "\x1b[1;31m"));
}

TEST_CASE("hostile documents cannot forge terminal escapes or workflow commands") {
  const std::string hostile = "::error::x \x1b[2J ##[error]\r::set-output";
  const Corpus corpus = sample_corpus({{"::error::a.md", hostile + "\n"}});
  Diagnostic found = sample_diagnostic(Severity::error, "::error::a.md", {{1, 1}, {1, 5}},
                                       hostile + "\n" + hostile);
  found.help = "\n::warning::" + hostile;
  const std::string text = render("text", corpus, {found});
  CHECK_FALSE(contains(text, "\x1b"));
  CHECK_FALSE(contains(text, "\r"));
  CHECK_FALSE(contains(text, "##["));
  for (const std::string_view line : split_lines(text)) {
    CHECK_FALSE(trim(line).starts_with("::"));
  }
}

TEST_CASE("a finding of a file that could not be read has no line to show") {
  const Corpus corpus = sample_corpus({});
  const auto found = sample_diagnostic(Severity::error, "pipe.md", {}, "this is a named pipe");
  CHECK(contains(render("text", corpus, {found}),
                 "pipe.md: error[RB301 target-missing]: this is a named pipe\n\n"));
}

TEST_CASE("many findings are tallied by rule, worst first") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  std::vector<Diagnostic> found = {broken_link()};
  for (std::uint32_t i = 1; i < 15; ++i) {
    found.push_back(sample_diagnostic(Severity::warning, "a.md", {{1, i}, {1, i + 1}}, "empty"));
  }
  const std::string text = render("text", corpus, found);
  CHECK(contains(text,
                 "1 error, 14 warnings in 1 file\n"
                 "      1 × RB301 target-missing\n"
                 "     14 × RB203 section-empty\n"
                 "`runbookc explain RB301`"));
}

TEST_CASE("a check that fails on warnings says so") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  ReportStyle style;
  style.fail_on = Severity::warning;
  const auto warning = sample_diagnostic(Severity::warning, "a.md", {{1, 1}, {1, 2}}, "a warning");
  CHECK(contains(render("text", corpus, {warning}, style), "warnings fail this check"));
  CHECK_FALSE(contains(render("text", corpus, {warning}), "warnings fail this check"));
}

TEST_CASE("what the baseline knows is told, and a team with old debt is told of baselines") {
  const Corpus corpus = sample_corpus({{"a.md", "# A\n"}});
  std::vector<Diagnostic> many;
  for (std::uint32_t line = 1; line <= 100; ++line) {
    many.push_back(sample_diagnostic(Severity::error, "a.md", {{line, 1}, {line, 2}},
                                     "message " + std::to_string(line)));
  }
  CHECK(render("text", corpus, many).find("--update-baseline` accepts") != std::string::npos);
  many.pop_back();
  CHECK(render("text", corpus, many).find("baseline") == std::string::npos);

  Report report{.corpus = corpus, .diagnostics = {}, .files = 1};
  report.suppressed = 2;
  report.baselined = 3;
  report.fixed = {{"\x1b[31m.md", "target-missing", "0"}};
  const ReportFormat* text = find_report_format("text");
  CHECK(text->render(report, {}) ==
        "no errors or warnings in 1 file (2 suppressed, 3 in the baseline, 1 of the baseline "
        "fixed)\n`runbookc check --update-baseline` drops what is fixed from the baseline\n");
  const std::string verbose = text->render(report, {.verbose = true});
  CHECK(verbose.find("fixed: \\u{1b}[31m.md: target-missing\n") != std::string::npos);

  report.gone = {{"\x1b[32m.md", "target-missing", "0"}};
  CHECK(text->render(report, {}) ==
        "no errors or warnings in 1 file (2 suppressed, 3 in the baseline, 1 of the baseline "
        "fixed, 1 gone with its file)\n`runbookc check --update-baseline` drops what is no longer "
        "found from the baseline\n");
  CHECK(text->render(report, {.verbose = true})
            .find("gone with its file: \\u{1b}[32m.md: target-missing\n") != std::string::npos);
}

TEST_CASE("the baseline is not to be updated while new findings would be accepted with it") {
  const Corpus corpus = sample_corpus({{"a.md", kPage}});
  Report report{.corpus = corpus, .diagnostics = {}, .files = 1};
  report.fixed = {{"a.md", "target-missing", "0"}};
  report.any_new = true;
  const std::string text = find_report_format("text")->render(report, {});
  CHECK(contains(text, "1 of the baseline fixed"));
  CHECK_FALSE(contains(text, "--update-baseline"));
}

TEST_CASE("paths and tips are those of the person who reads them") {
  const Corpus corpus = sample_corpus({{"docs/a.md", "# A\n"}});
  Report report{
      .corpus = corpus,
      .diagnostics = {sample_diagnostic(Severity::error, "docs/a.md", {{1, 1}, {1, 2}}, "broken")},
      .files = 1};
  report.fixable = 3;
  ReportStyle style{.paths = ShownPaths("/srv/ops", "/srv/ops/docs")};
  style.tips.fix = "runbookc fix --diff a.md";
  const auto render_it = [&] { return find_report_format("text")->render(report, style); };
  CHECK(render_it().starts_with("a.md:1:1: error"));
  CHECK(contains(render_it(), "`runbookc fix --diff a.md` shows how 3 of them may be mended\n"));
  report.fixable_baselined = 2;
  CHECK(contains(render_it(), " shows how 3 of them may be mended, and 2 in the baseline\n"));
  style.tips.fix.clear();
  CHECK_FALSE(contains(render_it(), "may be mended"));
}

}  // namespace runbookc
