// Documents made to cost: what is four times as long may cost little more than four times as much,
// from reading to the pages of the site, makes no more than so many bytes, and nothing of it goes
// without a word.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "artifacts/shipped_look.h"
#include "check/finding_cap.h"
#include "check/runner.h"
#include "corpus/corpus.h"
#include "emit/artifact.h"
#include "hostile/work_counter.h"

using namespace runbookc;

namespace {

constexpr std::size_t kLittle = 30U << 10U;
constexpr std::size_t kMost = 500U
                              << 10U;  // with what stands around it, just under `document_bytes`

// Where what repeats ends, which is what a limit cuts off first, and behind it.
constexpr std::string_view kWithin = "WITHINWORD";
constexpr std::string_view kLast = "LASTWORD";

std::string filled(std::string_view repeated, std::size_t size) {
  std::string text;
  while (text.size() + repeated.size() <= size) text += repeated;
  return text;
}

// Paragraphs that are each just under `inline_block_bytes`.
std::string paragraphs(std::string_view repeated, std::size_t size) {
  return filled(filled(repeated, 8'000) + "\n\n", size);
}

std::string indented_list(std::size_t size) {
  std::string text;
  for (std::size_t depth = 0; text.size() < size; ++depth)
    text += std::string(depth, ' ') + "- a\n";
  return text;
}

std::string growing_backticks(std::size_t size) {
  std::string text;
  for (std::size_t count = 1; text.size() < size; ++count) {
    text += std::string(count % 120, '`') + "a ";
    if (count % 120 == 0) text += "\n\n";
  }
  return text;
}

std::string wide_table(std::size_t columns, std::size_t size) {
  const auto row = [&](std::string_view cell) {
    return filled(cell, cell.size() * columns) + "|\n";
  };
  return row("|a") + row("|-") + filled(row("|b"), size);
}

std::string definitions(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; text.size() < size / 2; ++i) {
    text += "[a" + std::to_string(i) + "]: http://example.com/" + std::string(60, 'u') + "\n";
  }
  return text + "\n" + paragraphs("[a1]", size / 2);
}

std::string front_matter(const std::string& text) {
  return "---\n" + text + "\nz: " + std::string(kWithin) + "\n---\n# A\n";
}

std::string shell_block(const std::string& text) {
  return "```bash\n" + text + "\n" + std::string(kWithin) + "\n```\n";
}

std::string flow(std::string_view opener, std::size_t size) {
  return front_matter("a: " + filled(opener, size));
}

// Each level names the one before it ten times.
std::string alias_bomb(std::size_t size) {
  std::string text = "a0: &a0 [x, x]\n";
  for (std::size_t i = 1; text.size() < std::min<std::size_t>(size, 60'000); ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
            filled(before + ", ", 60) + before + "]\n";
  }
  return front_matter(text);
}

struct Hostile {
  const char* name;
  std::string (*make)(std::size_t size);
};

#define REPEATED(text) {text, [](std::size_t size) { return filled(text, size); }}
#define PARAGRAPHS(text) \
  {"paragraphs of " text, [](std::size_t size) { return paragraphs(text, size); }}
#define SHELL(text) \
  {"shell " text, [](std::size_t size) { return shell_block(filled(text, size)); }}
#define FLOW(text) {"front matter " text, [](std::size_t size) { return flow(text, size); }}

constexpr Hostile kInputs[] = {
    REPEATED("<?"),
    REPEATED("<<<<<<< a\n=======\n>>>>>>> a\n"),
    REPEATED("<<<<<<< a\n=======\n"),
    REPEATED("["),
    REPEATED("![["),
    REPEATED("*t _t*_ "),
    REPEATED("> "),
    REPEATED("- "),
    REPEATED("<!--\n\n"),
    REPEATED("<a b=\""),
    REPEATED("<div>"),
    REPEATED("<b>"),
    REPEATED("<details>\n\n"),
    REPEATED("</x "),
    REPEATED("|"),
    REPEATED("|a|b\n|-|-\n"),
    REPEATED("- a\n\n  b\n"),
    REPEATED("[a](b) "),
    REPEATED("[a]: b\n"),
    REPEATED("## a\n"),
    REPEATED("## a\n\n[x](gone.md#a)\n\n"),
    REPEATED("[^a]: "),
    REPEATED("x"),
    REPEATED("\xff"),
    REPEATED("\r"),
    REPEATED("a\xc2\xa0"),
    REPEATED("<NAME> "),
    REPEATED("TODO "),
    REPEATED("<!-- runbookc-disable RB301 -->\n"),
    REPEATED("```\n"),
    REPEATED("    $ ls\n\n"),
    PARAGRAPHS("<?"),
    PARAGRAPHS("["),
    PARAGRAPHS("![["),
    PARAGRAPHS("[a]("),
    PARAGRAPHS("[a](<b"),
    PARAGRAPHS("*t _t*_ "),
    PARAGRAPHS("a**b"),
    PARAGRAPHS("~~a~b"),
    PARAGRAPHS("<![CDATA["),
    PARAGRAPHS("<b>"),
    PARAGRAPHS("www.a_"),
    PARAGRAPHS("a@"),
    {"a footnote of footnotes, which is referred to",
     [](std::size_t size) { return "[^a]\n\n" + filled("[^a]: ", size); }},
    {"a list, each level in the one before", indented_list},
    {"backticks, ever more", growing_backticks},
    {"a table of 2,000 columns", [](std::size_t size) { return wide_table(2'000, size); }},
    {"a table of many rows", [](std::size_t size) { return wide_table(2, size); }},
    {"a table at the most columns", [](std::size_t size) { return wide_table(32, size); }},
    {"definitions that are used often", definitions},
    SHELL("x"),
    SHELL("$("),
    SHELL("`"),
    SHELL("${a:-"),
    SHELL("((("),
    SHELL("'a' \"b\" "),
    SHELL("<<A "),
    SHELL("if a; then "),
    SHELL("a | "),
    SHELL("sudo "),
    SHELL("ls \\\n"),
    SHELL("ls a\n"),
    SHELL("<A> {{b}} "),
    FLOW("["),
    FLOW("{a: "),
    FLOW("[a, "),
    FLOW("&a "),
    FLOW("x"),
    FLOW("\"\\u00e9"),
    {"front matter of keys",
     [](std::size_t size) {
       std::string text;
       for (std::size_t i = 0; text.size() < size; ++i) text += "k" + std::to_string(i) + ": a\n";
       return front_matter(text);
     }},
    {"front matter of aliases", alias_bomb},
};

// What is refused in front matter is not read; a footnote that nothing refers to is not shown.
bool may_be_left_out(const Hostile& hostile) {
  const std::string_view name = hostile.name;
  return name.starts_with("front matter ") || name == "[^a]: ";
}

struct Outcome {
  std::size_t html = 0;     // bytes of the document
  std::size_t largest = 0;  // file of the site
  bool shows_within = false;
  bool shows_last = false;
  bool tells_limit = false;
};

std::size_t size_of(const PlannedArtifact& planned) {
  if (!planned.copy_from.empty()) return 0;
  if (!planned.stream) return planned.render().size();
  std::size_t size = 0;
  planned.stream([&](std::string_view piece) { size += piece.size(); });
  return size;
}

// Not in the head, where the beginning of the text is the page's description.
bool shows(const std::string& page, std::string_view word) {
  return page.find(word, page.find("<main")) != std::string::npos;
}

// Over a limit, or front matter that is refused. Others, such as RB101, each document has.
bool is_of_limit(const Diagnostic& diagnostic) {
  return diagnostic.code == "RB004" || diagnostic.code == "RB005" || diagnostic.code == "RB102";
}

Outcome compile(const std::string& text) {
  LoadOptions options;
  options.today = *parse_date("2026-11-26");
  options.threads = 1;
  const auto corpus = load_corpus(MemoryFiles({{"a.md", text}}), options);
  REQUIRE(corpus);
  REQUIRE(corpus->documents.size() == 1);
  const Report report{.corpus = *corpus,
                      .diagnostics = cap_findings(run_rules(*corpus, 1).diagnostics,
                                                  corpus->config.findings_per_rule)};
  Outcome outcome;
  outcome.html = corpus->documents[0].html.size();
  outcome.tells_limit = std::ranges::any_of(report.diagnostics, is_of_limit);
  const SiteInput input{*corpus, report, shipped_templates(), shipped_assets(), 1};
  for (const PlannedArtifact& planned : plan_site(input)) {
    if (planned.path != "a.html") {
      outcome.largest = std::max(outcome.largest, size_of(planned));
      continue;
    }
    const std::string page = planned.render();
    outcome.largest = std::max(outcome.largest, page.size());
    outcome.shows_within = shows(page, kWithin);
    outcome.shows_last = shows(page, kLast);
  }
  return outcome;
}

std::string ending_in_last(const Hostile& hostile, std::size_t size) {
  std::string text = hostile.make(size);
  if (text.find(kWithin) == std::string::npos) text += kWithin;
  return text + "\n\n" + std::string(kLast) + "\n";
}

// `floor` is what is spent on nothing: four times as much of it is no growth.
bool grows_evenly(std::uint64_t little, std::uint64_t much, std::uint64_t floor) {
  return much <= 5 * std::max(little, floor);
}

}  // namespace

TEST_CASE("what is four times as long costs little more than four times as much") {
  const Work nothing = work_of([] { compile("# A\n"); });
  for (const Hostile& hostile : kInputs) {
    const std::string little_text = ending_in_last(hostile, kLittle);
    const std::string much_text = ending_in_last(hostile, 4 * kLittle);
    const Work little = work_of([&] { compile(little_text); });
    const Work much = work_of([&] { compile(much_text); });
    CAPTURE(hostile.name, little.bytes, much.bytes, little.comparisons, much.comparisons);
    CHECK(grows_evenly(little.bytes, much.bytes, nothing.bytes));
    CHECK(grows_evenly(little.comparisons, much.comparisons, nothing.comparisons));
  }
}

TEST_CASE("half a megabyte of it stays within bounds and is shown, or told") {
  for (const Hostile& hostile : kInputs) {
    const Outcome outcome = compile(ending_in_last(hostile, kMost));
    CAPTURE(hostile.name, outcome.html, outcome.largest, outcome.shows_within, outcome.shows_last);
    CHECK(outcome.html <= ParseLimits{}.output_bytes);
    CHECK(outcome.largest <= 2 * ParseLimits{}.output_bytes);
    CHECK((outcome.shows_within || (may_be_left_out(hostile) && outcome.tells_limit)));
    CHECK(outcome.shows_last);
  }
}
