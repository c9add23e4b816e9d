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
  CHECK(parsed({"check", "a.md", "-v", "--", "--b.md", "c.md"}).arguments.positionals ==
        std::vector<std::string>{"a.md", "--b.md", "c.md"});
  CHECK(parsed({"check", "a.md", "--", "--", "b.md"}).arguments.positionals ==
        std::vector<std::string>{"a.md", "--", "b.md"});
  const auto too_many = parse({"explain", "RB101", "--", "RB102"});
  REQUIRE_FALSE(too_many.ok());
  CHECK(too_many.error().message == "`runbookc explain` does not take 'RB102'");
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

TEST_CASE("help and version are understood as words, too") {
  const auto text = [](std::vector<const char*> words) {
    const auto result = parse(std::move(words));
    REQUIRE(result.ok());
    CHECK(get<Information>(*result).exit_code == kExitFine);
    return get<Information>(*result).text;
  };
  CHECK(text({"help"}) == text({"--help"}));
  CHECK(text({"help", "help"}) == text({"--help"}));
  CHECK(text({"help", "check"}) == text({"check", "--help"}));
  CHECK(text({"-q", "-C", "check", "help", "new"}) == text({"new", "--help"}));
  CHECK(text({"version"}) == text({"--version"}));
  CHECK(text({"-V"}) == text({"--version"}));
  CHECK(text({"check", "--version"}) == text({"--version"}));
  const auto unknown = parse({"help", "chekc"});
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.error().message == "'chekc' is not a command");
  CHECK(parsed({"check", "help", "version"}).arguments.positionals ==
        std::vector<std::string>{"help", "version"});
}

TEST_CASE("usage lines can be typed, and one empty line stands between the parts of the help") {
  const auto help = [](const char* command) {
    return get<Information>(*parse({command, "--help"})).text;
  };
  CHECK(help("check").find("\nUsage: runbookc check [OPTIONS] [PATH...]\n") != std::string::npos);
  CHECK(help("new").find("\nUsage: runbookc new [OPTIONS] TYPE PATH\n") != std::string::npos);
  CHECK(help("init").find("\nUsage: runbookc init [OPTIONS] [DIR]\n") != std::string::npos);
  for (const CliCommand* command : all_commands()) {
    const std::string text = help(command->name.data());
    CAPTURE(text);
    CHECK(text.find("\n\n\n") == std::string::npos);
    CHECK(text.find("REQUIRED") == std::string::npos);
  }
}

TEST_CASE("a value that is missing is named, with the option and the command") {
  const auto refusal = [](std::vector<const char*> words) {
    const auto result = parse(std::move(words));
    REQUIRE_FALSE(result.ok());
    return result.error();
  };
  CHECK(refusal({"check", "--changed-since"}) ==
        Error{"--changed-since needs a REV", "`runbookc check --help` lists the options"});
  CHECK(refusal({"check", "--changed-since", "--format", "json"}).message ==
        "--changed-since needs a REV");
  CHECK(refusal({"check", "--changed-since", "--format=json"}).message ==
        "--changed-since needs a REV");
  CHECK(refusal({"-j"}) == Error{"--jobs needs an N", "`runbookc --help` lists the options"});
  CHECK(refusal({"check", "--fail-on", "-v"}).help ==
        "it is one of error, warning, never; `runbookc check --help` lists the options");
  CHECK(parsed({"check", "--changed-since", "--", "--format"}).arguments.last("--changed-since") ==
        "--format");
}

TEST_CASE("words that are missing are named, with what they may be") {
  const auto refusal = [](std::vector<const char*> words) {
    const auto result = parse(std::move(words));
    REQUIRE_FALSE(result.ok());
    return result.error();
  };
  const Error nothing = refusal({"new"});
  CHECK(nothing.message == "`runbookc new` needs TYPE and PATH");
  CHECK(nothing.help.starts_with("the types are alert, "));
  CHECK(refusal({"new", "alert"}).message == "`runbookc new` needs PATH, too");
  CHECK(refusal({"explain"}) ==
        Error{"`runbookc explain` needs NAME",
              "NAME is a rule's code or name, or a document type; `runbookc explain --help` says "
              "more"});
  CHECK(refusal({"completions"}).help.starts_with("the shells are bash, zsh, fish; "));
}

TEST_CASE("every command has a summary and takes the common options") {
  for (const CliCommand* command : all_commands()) {
    CAPTURE(command->name);
    CHECK_FALSE(command->summary.empty());
    CHECK(parse({command->name.data(), "--help"}).ok());
  }
}

}  // namespace runbookc
