#include "cli/manual_page.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

std::string page() { return manual_page(all_command_set(), "1.2.3", *parse_date("2026-09-01")); }

}  // namespace

TEST_CASE("the manual page has the sections that a reader looks for, in their order") {
  const std::string text = page();
  std::size_t at = text.find(".TH RUNBOOKC 1 2026-09-01 \"runbookc 1.2.3\"");
  for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS",
                              "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES", "SEE ALSO"}) {
    CAPTURE(section);
    REQUIRE(at != std::string::npos);
    at = text.find("\n.SH " + std::string(section) + "\n", at);
  }
  CHECK(at != std::string::npos);
}

TEST_CASE("the manual page names every command and every option of the table") {
  const std::string text = page();
  const auto names = [&](const OptionSpec& option) {
    for (const std::string& name : option_names(option)) {
      CAPTURE(name);
      CHECK(text.find("\\fB" + roff_text(name) + "\\fR") != std::string::npos);
    }
  };
  for (const CliCommand* command : all_commands()) {
    CAPTURE(command->name);
    CHECK(text.find("\n.SS \\fB" + roff_text(command->name) + "\\fR") != std::string::npos);
    for (const OptionSpec& option : command->options) names(option);
  }
  for (const OptionSpec& option : common_options()) names(option);
}

TEST_CASE("text is no request and no escape of roff") {
  CHECK(roff_text(".TH evil\n.so file\n'x") == "\\&.TH evil\n\\&.so file\n\\&\\(aqx");
  CHECK(roff_text("a\\fB -j ~ ^") == "a\\efB \\-j \\(ti \\(ha");
  CHECK(roff_text("run `check` and `open") == "run \\fBcheck\\fR and \\fBopen\\fR");
}

}  // namespace runbookc
