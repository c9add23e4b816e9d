#include "parse/statement_judge.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"
#include "parse/risk_data.h"

namespace runbookc {
namespace {

std::shared_ptr<const CommandJudge> shipped() {
  static const auto judge = [] {
    Result<RiskTable> table = load_risk_table();
    REQUIRE(table);
    return std::make_shared<const CommandJudge>(CommandJudge{std::move(*table)});
  }();
  return judge;
}

std::vector<Command> commands_of(std::string_view document) {
  const SourceFile file("x.md", std::string(document));
  return parse_document(file, "x.md", {.limits = {}, .judge = shipped()}).commands;
}

// The risk of the last command of one block.
Risk last_risk(const std::string& block) {
  return commands_of("```bash\n" + block + "\n```\n").back().risk;
}

}  // namespace

TEST_CASE("a function stands for the program of its name, wherever it is defined") {
  CHECK(last_risk("cat() { rm -rf /x; }\ncat x") == Risk::destroy);
  CHECK(last_risk("if true; then cat() { rm -rf /x; }; fi\ncat x") == Risk::destroy);
  CHECK(last_risk("eval 'cat() { rm -rf /x; }'\ncat x") == Risk::destroy);
  CHECK(last_risk("rm() { echo \"$@\"; }\nrm x") == Risk::read);
  CHECK(last_risk("rm() { echo \"$@\"; }\nsudo rm x") == Risk::destroy);
  CHECK(last_risk("f() { fernctl x; }\nf") == Risk::unknown);
  CHECK(last_risk("f() { ls; }; f") == Risk::read);
}

TEST_CASE("a function may call one that is defined later, and itself") {
  CHECK(last_risk("main() { tidy_up; }\ntidy_up() { rm -rf /x; }\nmain") == Risk::destroy);
  CHECK(last_risk("main() { tidy_up; }\ntidy_up() { ls; }\nmain") == Risk::read);
  CHECK(last_risk("main() { cat x; }\ncat() { rm -rf /x; }\nmain") == Risk::destroy);
  CHECK(last_risk("a() { b; }\nb() { a; ls; }\na") == Risk::read);
  CHECK(last_risk("main() { tidy_up; }\nmain") == Risk::unknown);
}

TEST_CASE("an alias stands for its words, and takes those behind it") {
  CHECK(last_risk("alias cat='rm -rf'\ncat x") == Risk::destroy);
  CHECK(last_risk("alias k=kubectl\nk delete ns x") == Risk::destroy);
  CHECK(last_risk("alias k=kubectl\nk get pods") == Risk::read);
  CHECK(last_risk("alias ls='ls --color'\nls x") == Risk::read);
  CHECK(last_risk("alias a=b b=a\na x") == Risk::unknown);
  CHECK(last_risk("alias clean='cd /x; rm -rf'\nclean y") == Risk::destroy);
}

TEST_CASE("functions of an earlier block count in later ones, and values only in their own") {
  const auto commands = commands_of(
      "```bash\nclean() { rm -rf /x; }\nA=rm\n```\n\nThen:\n\n```bash\nclean\n$A x\n```\n");
  REQUIRE(commands.size() == 4);
  CHECK(commands[0].risk_reason == "defines a function");
  CHECK(commands[0].programs == std::vector<std::string>{"rm"});
  CHECK(commands[2].risk == Risk::destroy);
  CHECK(commands[3].risk == Risk::unknown);
}

TEST_CASE("a program that is not written out is what is assigned to it in the block") {
  CHECK(last_risk("A=rm\n$A -rf /x") == Risk::destroy);
  CHECK(last_risk("export K='kubectl -n shop'\n\"$K\" delete pvc x") == Risk::destroy);
  CHECK(last_risk("K=kubectl\n$K get pods") == Risk::unknown);
}

TEST_CASE("a temporary file that the block made is nothing that is lost") {
  CHECK(last_risk("D=$(mktemp -d)\nrm -rf \"$D\"") == Risk::mutate);
  CHECK(last_risk("D=$(mktemp -d); rm -rf \"${D}/x\" $D") == Risk::mutate);
  CHECK(last_risk("D=$(mktemp -d)\nD=/srv\nrm -rf \"$D\"") == Risk::destroy);
  CHECK(last_risk("D=$(mktemp -d)\nrm -rf \"$D\" /srv/x") == Risk::destroy);
  CHECK(last_risk("D=$(mktemp -d)\nrm -rf \"$D/../x\"") == Risk::destroy);
  CHECK(last_risk("D=\"$(mktemp -d)x\"; rm -rf $DX") == Risk::destroy);
  CHECK(last_risk("rm -rf \"$D\"") == Risk::destroy);
  CHECK(last_risk("D=$(mktemp)\nD+=/../srv\nrm -rf $D") == Risk::destroy);
  CHECK(last_risk("D=$(mktemp)\nD=/" + std::string(300, 'x') + "\nrm -rf $D") == Risk::destroy);
}

TEST_CASE("what the functions of a document cost is bounded, and what is over it is unknown") {
  std::string block;
  for (int i = 1; i < 3'000; ++i) {
    const std::string name = "f" + std::to_string(i);
    block += name + "() { /opt/x/p" + std::to_string(i) + "; f" + std::to_string(i - 1) + "; }\n";
    block += name + "\n";
  }
  ParseOptions options = {.limits = {}, .judge = shipped()};
  options.limits.commands = 6'000;
  const SourceFile file("x.md", "```bash\n" + block + "```\n");
  const auto commands = parse_document(file, "x.md", options).commands;
  REQUIRE(commands.size() == 5'998);
  std::size_t programs = 0;
  for (const Command& command : commands) programs += command.programs.size();
  CHECK(programs < 200'000);
  CHECK(commands.back().risk_reason == "calls more functions than are followed");
}

TEST_CASE("a function that starts itself in a pipe or the background destroys when called") {
  CHECK(last_risk(":(){ :|:& };:") == Risk::destroy);
  CHECK(last_risk("f() { f & }\nf") == Risk::destroy);
  CHECK(last_risk("f() { ls | wc -l; }\nf") == Risk::read);
}

}  // namespace runbookc
