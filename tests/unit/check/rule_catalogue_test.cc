#include "check/rule_catalogue.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {

TEST_CASE("docs/rules.md is what the registry says") {
  const std::string path = std::string(RUNBOOKC_SOURCE_DIR) + "/docs/rules.md";
  if (std::getenv("RUNBOOKC_ACCEPT") != nullptr) {
    std::ofstream(path, std::ios::binary) << rules_markdown();
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream committed;
  committed << in.rdbuf();
  // Not CHECK(a == b): the whole file twice helps nobody.
  const bool is_current = committed.str() == rules_markdown();
  INFO("RUNBOOKC_ACCEPT=1 ctest -R check writes docs/rules.md anew");
  CHECK(is_current);
}

TEST_CASE("the catalogue lists every rule once, with its anchor") {
  const std::string markdown = rules_markdown();
  for (const Rule* rule : all_rules()) {
    INFO(rule->name);
    const std::string heading = std::string(rule->code) + " " + std::string(rule->name) + "\n";
    CHECK(markdown.find("### " + heading) != std::string::npos);
    CHECK(markdown.find("(#" + lower_ascii(rule->code) + "-" + std::string(rule->name) + ")") !=
          std::string::npos);
  }
  CHECK(is_valid_utf8(markdown));
  CHECK(!markdown.ends_with("\n\n"));
}

TEST_CASE("invisible characters of an example are shown as escapes") {
  const std::string explanation = explain_rule(*find_rule("invisible-character"));
  CHECK(explanation.find("\\u{200b}") != std::string::npos);
  CHECK(explanation.find("\u200b") == std::string::npos);
  CHECK(explain_rule(*find_rule("danger-unmarked")).find("⚠️ Every key") != std::string::npos);
  CHECK(explain_rule(*find_rule("not-utf8")).find("\\xe9") != std::string::npos);
}

TEST_CASE("an explanation fits a terminal of 80 columns") {
  for (const Rule* rule : all_rules()) {
    const std::string explanation = explain_rule(*rule);
    INFO(explanation);
    // Examples are as they are; prose is wrapped.
    const std::string_view prose =
        std::string_view(explanation).substr(0, explanation.find("\nBad:"));
    for (const std::string_view line : split_lines(prose)) {
      CHECK((line.starts_with("  ") || line.starts_with("Severity:") || display_width(line) <= 80));
    }
  }
}

}  // namespace runbookc
