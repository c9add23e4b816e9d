#include "cli/arguments.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

auto parse(std::vector<const char*> words) {
  words.insert(words.begin(), "runbookc");
  return parse_arguments(static_cast<int>(words.size()), words.data());
}

CommandLine parsed(std::vector<const char*> words) {
  const auto result = parse(std::move(words));
  REQUIRE(result.ok());
  REQUIRE(std::holds_alternative<CommandLine>(*result));
  return get<CommandLine>(*result);
}

}  // namespace

TEST_CASE("a command with its options and paths is taken apart") {
  const CommandLine line = parsed({"check", "a", "--format", "json=x", "b", "--format=text", "-v"});
  CHECK(line.command->name == "check");
  CHECK(line.arguments.positionals == std::vector<std::string>{"a", "b"});
  CHECK(line.arguments.all("--format") == std::vector<std::string>{"json=x", "text"});
  CHECK(line.arguments.has("--verbose"));
  CHECK_FALSE(line.arguments.has("--quiet"));
  CHECK(line.arguments.last("--fail-on", "error") == "error");
}

TEST_CASE("common options before and after the command are one, and the last wins") {
  const CommandLine line = parsed({"--today", "2026-01-01", "-j4", "check", "--today=2026-02-02"});
  CHECK(line.arguments.last("--today") == "2026-02-02");
  CHECK(line.arguments.last("--jobs") == "4");
  CHECK(parsed({"-C", "x", "index"}).arguments.last("-C") == "x");
  CHECK(parsed({"index", "-Cx"}).arguments.last("-C") == "x");
}

TEST_CASE("what follows two hyphens is a path, whatever it looks like") {
  const CommandLine line = parsed({"check", "--", "--format"});
  CHECK(line.arguments.positionals == std::vector<std::string>{"--format"});
}

TEST_CASE("the first word that is not understood is the one to name") {
  const auto result = parse({"check", "--fromat", "json", "--colr"});
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message == "there is no option '--fromat' for `runbookc check`");
  CHECK(result.error().help ==
        "did you mean '--format'? `runbookc check --help` lists the options");
}

TEST_CASE("help for a command shows its own options and the common ones") {
  const auto result = parse({"build", "--help"});
  REQUIRE(result.ok());
  const std::string text = get<Information>(*result).text;
  CHECK(text.find("--strict") != std::string::npos);
  CHECK(text.find("--today") != std::string::npos);
  CHECK(text.find("--fail-on") == std::string::npos);
}

TEST_CASE("every command has a summary and takes the common options") {
  for (const CliCommand* command : all_commands()) {
    CAPTURE(command->name);
    CHECK_FALSE(command->summary.empty());
    CHECK(parse({command->name.data(), "--help"}).ok());
  }
}

}  // namespace runbookc
