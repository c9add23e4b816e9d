#include "cli/completion_script.h"

#include <array>
#include <catch2/catch.hpp>

#include "base/text.h"
#include "check/rule.h"

namespace runbookc {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// fish writes `-l format` for `--format`.
std::string_view as_written(std::string_view option, std::string_view shell) {
  return shell == "fish" ? option.substr(option.find_first_not_of('-')) : option;
}

// A command whose words would break a script that does not quote them.
const CliCommand& hostile_command() {
  static const CliCommand command = {
      .name = "odd",
      .summary = "it's [here]: a \\ summary",
      .details = "",
      .options = {{"-x,--ex", "WHAT", "it's [one]: or `two`",
                   [] { return std::vector<std::string>{"it's", "$(two)"}; }},
                  {"--into", "DIR", "a folder"}},
      .positionals = {{"FIRST", "", 1, 1, [] { return std::vector<std::string>{"a", "b"}; }},
                      {"PATH", "", 0, -1}},
      .run = nullptr};
  return command;
}

CommandSet hostile_set() {
  static const std::array<const CliCommand*, 1> commands = {&hostile_command()};
  return {.commands = commands, .common = {}};
}

}  // namespace

TEST_CASE("every command, option and word of the table is in every script") {
  for (const std::string& name : shell_names()) {
    const std::string script = completion_script(*find_shell(name), all_command_set());
    CAPTURE(name);
    for (const CliCommand* command : all_commands()) {
      CHECK(has(script, command->name));
      for (const OptionSpec& option : command->options) {
        for (const std::string& option_name : option_names(option)) {
          CAPTURE(option_name);
          CHECK(has(script, as_written(option_name, name)));
        }
        if (option.words != nullptr) CHECK(has(script, join(option.words(), " ")));
      }
    }
    for (const OptionSpec& option : common_options()) {
      CHECK(has(script, as_written(option_names(option).back(), name)));
    }
  }
}

TEST_CASE("a shell is found by its name only") {
  CHECK(find_shell("zsh") == Shell::zsh);
  CHECK_FALSE(find_shell("").has_value());
  CHECK_FALSE(find_shell("Bash").has_value());
  CHECK(shell_names() == std::vector<std::string>{"bash", "zsh", "fish"});
}

TEST_CASE("words and help are quoted for the shell that reads them") {
  CHECK(has(bash_completion(hostile_set()), R"(words='it'\''s $(two)')"));
  CHECK(has(zsh_completion(hostile_set()), R"('*--ex=[it'\''s \[one\]\: or `two`]:WHAT:(it'\''s)"));
  CHECK(has(zsh_completion(hostile_set()), R"('odd:it'\''s \[here\]\: a \\ summary')"));
  CHECK(has(fish_completion(hostile_set()), "-s x -l ex -x -d 'it\\'s [one]: or `two`'\n"));
  CHECK(has(fish_completion(hostile_set()), "-s x -l ex -x -a 'it\\'s $(two)'\n"));
}

TEST_CASE("each place is completed by what may stand in it") {
  const std::string bash = bash_completion(hostile_set());
  CHECK(has(bash, "odd:-x | odd:--ex) words="));
  CHECK(has(bash, "odd:--into) kind=folders ;;"));
  CHECK(has(bash, "odd:0) words='a b' ;;"));
  CHECK(has(bash, "odd:*) kind=files ;;"));
  const std::string zsh = zsh_completion(hostile_set());
  CHECK(has(zsh, "'*--into=[a folder]:DIR:_files -/'"));
  CHECK(has(zsh, "'1:FIRST:(a b)'"));
  CHECK(has(zsh, "'*:PATH:_files'"));
}

TEST_CASE("the rules complete the option that takes one") {
  CHECK(has(bash_completion(all_command_set()), "fix:--rule) words='"));
  for (const std::string& shell : shell_names()) {
    CHECK(has(completion_script(*find_shell(shell), all_command_set()), " target-missing RB301 "));
  }
}

TEST_CASE("words that the help names are the ones that are completed") {
  for (const CliCommand* command : all_commands()) {
    for (const OptionSpec& option : command->options) {
      // The rules are too many for it.
      if (option.words == nullptr || option.words == rule_names) continue;
      CAPTURE(command->name, option.names);
      for (const std::string& word : option.words()) CHECK(has(option.help, word));
    }
  }
}

}  // namespace runbookc
