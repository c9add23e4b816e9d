#include "cli/live_commands.h"

#include <catch2/catch.hpp>
#include <memory>

#include "parse/document_parser.h"
#include "parse/risk_data.h"

namespace runbookc {
namespace {

const RiskTable& table() {
  static const RiskTable shipped = load_risk_table().value();
  return shipped;
}

// "runs|destroys": of each command of the page, blocks apart by `/`.
std::string plan(const std::string& page, std::size_t leave_out = std::string::npos) {
  const auto judge = std::make_shared<CommandJudge>(CommandJudge{table(), {}});
  const SourceFile file("a.md", page);
  const Document document = parse_document(file, "a.md", {.limits = {}, .judge = judge});
  const Page place;
  std::vector<PlacedCommand> chosen;
  for (std::size_t i = 0; i < document.commands.size(); ++i)
    if (i != leave_out) chosen.push_back({&place, &document, &document.commands[i], ""});
  std::string out;
  for (const ScriptBlock& block : script_blocks(chosen, table())) {
    if (!out.empty()) out += " / ";
    for (const ScriptCommand& command : block.commands) {
      if (&command != block.commands.data()) out += "|";
      out += obstacle_name(command.obstacle);
    }
  }
  return out;
}

std::string fence(const std::string& text) { return "```bash\n" + text + "\n```\n\n"; }

}  // namespace

TEST_CASE("commands run or have an obstacle, block by block") {
  CHECK(plan(fence("date\nrm -rf x") + fence("uptime")) == "runs|destroys / runs");
  CHECK(plan(fence("kubectl logs <POD>")) == "to be filled in");
  CHECK(plan(fence("grep “a b” f")) == "not valid");
  CHECK(plan(fence("cat <<EOF")) == "not valid");
  CHECK(plan(fence("mysql -pvX9-quince")) == "holds a secret");
  CHECK(plan(fence("printf 'a\x1bz'")) == "holds what a terminal would obey");
  CHECK(plan(fence(std::string("cat a\0z", 7))) == "holds what a terminal would obey");
  CHECK(plan(fence("f() { rm -rf x; }")) == "destroys");
  CHECK(plan(fence("alias k='rm -rf x'")) == "destroys");
  CHECK(plan(fence("alias k=kubectl")) == "runs");
  CHECK(plan(fence("$X a")) == "runs what nobody has seen");
}

TEST_CASE("no command of a page runs that was merged by half") {
  const std::string sides = fence("<<<<<<< HEAD\nuptime\n=======\ndate\n>>>>>>> b");
  const std::string found = plan(fence("uptime") + sides);
  CHECK(found.starts_with("not valid / not valid"));
  CHECK(found.find("runs") == std::string::npos);
  CHECK(plan(fence("uptime") + "```text\n<<<<<<< HEAD\n```\n") == "runs");
}

TEST_CASE("what ends a block ends it for the rest") {
  CHECK(plan(fence("date\nexit\ndate")) == "runs|leaves the shell|relies on what does not run");
  CHECK(plan(fence("ssh db\ndate")) == "waits or never ends|relies on what does not run");
  CHECK(plan(fence("tail -f x\ndate")) == "waits or never ends|runs");
}

TEST_CASE("what was not chosen may be what a command relies on") {
  const std::string page = fence("cd /srv\nmake all");
  CHECK(plan(page) == "runs|runs");
  CHECK(plan(page, 0) == "relies on what does not run");
  CHECK(plan(page, 1) == "runs");
}

TEST_CASE("a script runs as a whole or not at all") {
  CHECK(plan(fence("#!/bin/sh\ndate\nuptime")) == "runs|runs");
  CHECK(plan(fence("#!/bin/sh\ndate\nrm -rf x")) == "relies on what does not run|destroys");
}

TEST_CASE("what nobody has seen does not run, however bad the rest is") {
  const std::string text =
      GENERATE("touch a; sudo $X -rf /x", "touch a; eval \"$X\"", "touch a; xargs $X < b",
               ". <(echo rm -rf /x)", "awk 'BEGIN{system(\"rm\")}'", "git -c alias.x='!rm' x",
               "f() { touch a; $X; }", "alias k='sudo $X'", "LD_PRELOAD=x ls");
  CAPTURE(text);
  CHECK(plan(fence(text)) == "runs what nobody has seen");
}

TEST_CASE("a command that may end its shell does not run") {
  const std::string text =
      GENERATE("ls -l; exit", "exit || true", "if true; then exit; fi", "eval exit",
               "trap exit EXIT", "kill -9 -$$", "pkill -P $$", "set +e", "command set +eu",
               "set +o errexit", "shopt -uo errexit", "builtin exit", "set -n", "(kill $$)");
  CAPTURE(text);
  CHECK(plan(fence(text)) == "leaves the shell");
}

TEST_CASE("what ends another shell than its own runs") {
  const std::string text =
      GENERATE("(exit 3)", "f() { exit; }", "bash -c exit", "echo a | { read x; exit; }",
               "echo $(exit)", "set -euo pipefail", "trap - EXIT", "eval ls", "command -v exit");
  CAPTURE(text);
  CHECK(plan(fence(text)) == "runs");
}

TEST_CASE("what starts itself without end, or never ends, does not run") {
  CHECK(plan(fence(":(){ :|:& };:")) == "destroys");
  CHECK(plan(fence(":(){ :|:& }")) == "destroys");
  CHECK(plan(fence("for ((;;)); do ls; done")) == "waits or never ends");
  CHECK(plan(fence("yes > f")) == "waits or never ends");
}

TEST_CASE("an alias is read however long it is, and behind builtin") {
  CHECK(plan(fence("builtin alias k='rm -rf x'")) == "destroys");
  CHECK(plan(fence("alias k='" + std::string(2000, ' ') + "rm -rf x'")) == "destroys");
}

}  // namespace runbookc
