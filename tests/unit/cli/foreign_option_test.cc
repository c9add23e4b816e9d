#include "cli/foreign_option.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "cli/arguments.h"
#include "command_lines.h"

namespace runbookc {
namespace {

bool is_taken(const std::vector<std::string>& words) {
  std::vector<const char*> arguments = {"runbookc"};
  for (const std::string& word : words) arguments.push_back(word.c_str());
  return parse_arguments(static_cast<int>(arguments.size()), arguments.data()).ok();
}

// Whether an option that a hint names is one of `command`, or of any if it is "".
bool is_option_of(const std::string& name, std::string_view command) {
  const auto has = [&](std::span<const OptionSpec> options) {
    for (const OptionSpec& option : options) {
      for (const std::string& one : option_names(option)) {
        if (one == name) return true;
      }
    }
    return false;
  };
  if (has(common_options())) return true;
  for (const CliCommand* one : all_commands()) {
    if ((command.empty() || one->name == command) && has(one->options)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what other tools call it leads to what it is called here") {
  CHECK(foreign_option_hint("--fix", "check").starts_with("`runbookc fix` "));
  for (const char* option : {"--rule", "--select", "--ignore", "--disable"}) {
    CHECK(foreign_option_hint(option, "check").starts_with("'rules:' in runbookc.yaml"));
  }
  CHECK(foreign_option_hint("--select", "fix").starts_with("--rule RULE"));
  CHECK(foreign_option_hint("--dry-run", "fix").starts_with("--diff "));
  CHECK(foreign_option_hint("--check", "fix").starts_with("--diff "));
  CHECK(foreign_option_hint("--exclude", "build").starts_with("'exclude:' in runbookc.yaml"));
  CHECK(foreign_option_hint("--output-format", "check").starts_with("--format "));
  CHECK(foreign_option_hint("--host", "serve").starts_with("leave it out: only this machine"));
  CHECK(foreign_option_hint("--fix", "build").empty());
  CHECK(foreign_option_hint("--no-such-thing", "check").empty());
}

TEST_CASE("no option in the table is one that the program takes") {
  for (const ForeignOption& entry : foreign_options()) {
    for (const std::string_view name : split(entry.names, ',')) {
      CAPTURE(entry.command, name);
      if (!entry.command.empty()) CHECK_FALSE(is_option_of(std::string(name), entry.command));
      const bool hinted = !foreign_option_hint(name, entry.command).empty();
      CHECK(hinted);
    }
  }
}

TEST_CASE("every hint names command lines and options that the program takes") {
  std::size_t count = 0;
  for (const ForeignOption& entry : foreign_options()) {
    CAPTURE(entry.hint);
    for (const WrittenCommand& command : commands_in_markdown(entry.hint)) {
      CHECK(is_taken(command.words));
      ++count;
    }
    const std::string first(entry.hint.substr(0, entry.hint.find(' ')));
    if (first.starts_with('-')) CHECK(is_option_of(first, entry.command));
  }
  CHECK(count > 4);
}

TEST_CASE("the hint takes the place of the nearest name") {
  const char* words[] = {"runbookc", "fix", "--dry-run"};
  const auto result = parse_arguments(3, words);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message == "there is no option '--dry-run' for `runbookc fix`");
  CHECK(result.error().help == "--diff shows the fixes and changes nothing");
}

}  // namespace runbookc
