// Hostile inputs: each must come to an end soon, be diagnosed, and lose no text. (Times are
// measured by the benchmark; a run that does not end fails by CTest's timeout.)
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "unit/parse/markdown_reading.h"

namespace runbookc {
namespace {

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() + text.size() <= bytes) result += text;
  return result;
}

// Paragraphs that are each just under the cap.
std::string paragraphs(std::string_view text) {
  std::string paragraph = repeat(text, 8000) + "\n\n";
  return repeat(paragraph, 512 * 1024);
}

constexpr std::size_t kMost = 512 * 1024;

std::size_t count_limits(const Document& document) {
  return static_cast<std::size_t>(
      std::ranges::count(document.problems, ProblemKind::limit_exceeded, &Problem::kind));
}

}  // namespace

TEST_CASE("Ten thousand nested lists or quotes are one finding") {
  for (const std::string_view marker : {"- ", "> ", "1. ", "* > "}) {
    const Reading page = read_markdown(repeat(marker, 10'000 * marker.size()) + "end\n\nafter\n");
    INFO(marker);
    CHECK(count_limits(page.document) == 1);
    CHECK(page.document.problems[0].span.start.line == 1);
    const auto is_after = [](const Block& block) { return block.text == "after"; };
    CHECK(std::ranges::any_of(page.document.blocks, is_after));
    const auto has_end = [](const Block& block) { return block.text.ends_with("end"); };
    CHECK(std::ranges::any_of(page.document.blocks, has_end));
  }
}

TEST_CASE("Ten thousand nested footnotes are one finding") {
  const Reading page = read_markdown(repeat("[^a]: ", 60'000) + "end\n\nafter [^a]\n");
  CHECK(count_limits(page.document) == 1);
}

TEST_CASE("Lists nested line by line are capped too") {
  std::string text;
  for (std::size_t depth = 0; depth < 200; ++depth) text += std::string(2 * depth, ' ') + "- a\n";
  CHECK(count_limits(read_markdown(text).document) == 1);
}

TEST_CASE("Ordinary nesting and long thematic breaks are below the cap") {
  std::string text;
  for (std::size_t depth = 0; depth < 12; ++depth) text += std::string(2 * depth, ' ') + "- a\n";
  text += "\n" + repeat("* ", 400) + "\n\n" + repeat("> ", 40) + "a\n";
  CHECK(read_markdown(text).document.problems.empty());
}

TEST_CASE("A paragraph over the cap is shown whole, as plain text") {
  const std::string words = repeat("a *b* [c](d) ", 9000);
  const Reading page = read_markdown("x\n\n" + words + "END\n\n[e](f)\n");
  REQUIRE(count_limits(page.document) == 1);
  CHECK(page.document.problems[0].span.start == Position{3, 1});
  CHECK(page.document.links.size() == 1);
  CHECK(page.document.links[0].span.start == Position{5, 1});
  CHECK(page.document.html.find("a *b* [c](d) END") != std::string::npos);
}

TEST_CASE("The cap holds for paragraphs of many lines, headings and cells, not for fences") {
  const std::string line = repeat("word ", 70) + "\n";
  CHECK(count_limits(read_markdown(repeat(line, 9000)).document) == 1);
  CHECK(count_limits(read_markdown("# " + repeat("word ", 9000) + "\n").document) == 1);
  CHECK(count_limits(read_markdown("|a|b|\n|-|-|\n|" + repeat("w ", 9000) + "|x|\n").document) ==
        1);
  CHECK(count_limits(read_markdown("```\n" + repeat(line, 20'000) + "```\n").document) == 0);
  std::string items;
  for (int count = 0; count < 300; ++count) items += "- " + line;
  CHECK(count_limits(read_markdown(items).document) == 0);
}

TEST_CASE("A table with too many columns is shown as plain text") {
  const std::string text =
      repeat("|a", 80) + "|\n" + repeat("|-", 80) + "|\n" + repeat("|\n", 2000);
  const Reading page = read_markdown(text);
  CHECK(count_limits(page.document) == 1);
  CHECK(page.document.html.find("<table>") == std::string::npos);
  CHECK(page.document.html.find("|a|a|") != std::string::npos);
}

TEST_CASE("Rows past the most cells are shown as plain text") {
  ParseOptions options;
  options.limits.table_cells = 10;
  const Reading page = read_markdown("|a|b|\n|-|-|\n" + repeat("|c|d|\n", 60) + "|e|f|\n", options);
  CHECK(count_limits(page.document) == 1);
  CHECK(page.document.problems[0].span.start.line == 7);
  CHECK(page.document.html.find("|e|f|") != std::string::npos);
}

TEST_CASE("Links past the most are shown as plain text") {
  ParseOptions options;
  options.limits.links = 2;
  const Reading page =
      read_markdown("[a](b) [c](d) [e](f) https://x.org <a href=\"g\">h</a>\n", options);
  CHECK(page.document.links.size() == 2);
  CHECK(count_limits(page.document) == 1);
  CHECK(page.document.html.find("[e](f)") != std::string::npos);
  CHECK(page.document.relocations.size() == 2);
}

TEST_CASE("A page over the output cap is shown as plain text") {
  ParseOptions options;
  options.limits.output_bytes = 100;
  const Reading page = read_markdown(repeat("[a](b) ", 200) + "\n", options);
  CHECK(count_limits(page.document) == 1);
  CHECK(page.document.html.starts_with("<pre"));
  CHECK(page.document.relocations.empty());
}

TEST_CASE("Long destinations that are used often do not fill the memory") {
  const Reading page = read_markdown("[a]: " + std::string(8000, 'u') + "\n\n" + paragraphs("[a]"));
  CHECK(count_limits(page.document) >= 1);
  CHECK(page.document.html.size() < 2 * kMost);
}

TEST_CASE("No hostile document makes cmark or us run away") {
  const std::vector<std::string> inputs{repeat("[", kMost),
                                        paragraphs("["),
                                        paragraphs("![["),
                                        paragraphs("*t _t*_ "),
                                        paragraphs("*a _a "),
                                        paragraphs("a**b"),
                                        paragraphs("<?"),
                                        repeat("<?", kMost),
                                        paragraphs("<!A"),
                                        paragraphs("<!--"),
                                        paragraphs("<![CDATA["),
                                        repeat("<!--\n\n", kMost),
                                        paragraphs("`a``b"),
                                        repeat("> ", kMost),
                                        repeat("- ", kMost),
                                        repeat("- ", 120'000) + repeat("\n", 300'000),
                                        repeat("|", kMost),
                                        "a|b\n-|-\n" + repeat("|", kMost - 9),
                                        repeat("-|-|-\n-|-\n", kMost),
                                        paragraphs("-|-|-\n-|-\n"),
                                        repeat("[a](b) ", kMost),
                                        paragraphs("[a]("),
                                        paragraphs("[a](<b"),
                                        repeat("[a]: u\n", kMost),
                                        paragraphs("[a][b]"),
                                        repeat("# a\n", kMost),
                                        paragraphs("www.a_"),
                                        paragraphs("http://a "),
                                        paragraphs("a@"),
                                        repeat("<a b=\"", kMost),
                                        repeat("<div>", kMost),
                                        repeat("<b>", kMost),
                                        paragraphs("<b>"),
                                        repeat("<p></b>", kMost),
                                        paragraphs("~~a~b"),
                                        repeat("a\n=\n", kMost),
                                        std::string(kMost, '\0'),
                                        repeat("\r", kMost),
                                        repeat("\t", kMost),
                                        repeat("<details>\n\n", kMost),
                                        paragraphs("&#x41;"),
                                        repeat("\\", kMost),
                                        repeat("|a|b\n|-|-\n", kMost),
                                        repeat("> ```\n", kMost),
                                        repeat("```\n", kMost),
                                        "- a\n" + repeat("\n", kMost - 4)};
  for (const std::string& input : inputs) {
    const Reading page = read_markdown(input);
    INFO(input.substr(0, 20));
    CHECK(page.document.html.size() <= ParseLimits{}.output_bytes);
    CHECK(page.document.links.size() <= ParseLimits{}.links);
    CHECK(page.document.problems.size() < 150);
  }
}

}  // namespace runbookc
