// The completion scripts in their shells, and the manual page in the programs that read it.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

ProcessResult run_program(const std::string& program, const std::vector<std::string>& arguments,
                          const std::string& directory = "/") {
  ProcessOptions options;
  options.program = program;
  options.directory = directory;
  return run_tool(arguments, options);
}

bool is_installed(const std::string& program) {
  return run_program("sh", {"-c", "command -v " + program}).exit_code == 0;
}

std::string script_for(const std::string& shell) {
  const auto result = run_tool({"completions", shell});
  REQUIRE(result.exit_code == 0);
  REQUIRE(result.err.empty());
  return result.out;
}

// What bash offers for the last of `words`, one a line: it is called as readline calls it.
constexpr const char* kAsk = R"sh(source ./runbookc.bash
COMP_WORDS=(runbookc "$@")
COMP_CWORD=$#
"$(complete -p runbookc | sed 's/.*-F \([^ ]*\) .*/\1/')"
printf '%s\n' "${COMPREPLY[@]}")sh";

class BashCompletion {
 public:
  BashCompletion() {
    folder_.write("runbookc.bash", script_for("bash"));
    folder_.write("content/db/failover.md", "# Failover\n");
  }
  std::string offers(std::vector<std::string> words) const {
    words.insert(words.begin(), {"--norc", "-c", kAsk, "ask"});
    const auto result = run_program("bash", words, folder_.path());
    CAPTURE(words, result.err);
    REQUIRE(result.err.empty());
    return result.out;
  }

 private:
  TempFolder folder_;
};

}  // namespace

TEST_CASE("bash completes commands, options, their values and paths") {
  const BashCompletion bash;
  CHECK(bash.offers({"ch"}) == "check\n");
  CHECK(contains(bash.offers({""}), "init\nadopt\nnew\ncheck\nfix\nbuild\n"));
  CHECK(bash.offers({"check", "--fail"}) == "--fail-on\n");
  CHECK(bash.offers({"check", "--fail-on", ""}) == "error\nwarning\nnever\n");
  CHECK(bash.offers({"build", "--fail"}) == "\n");
  CHECK(bash.offers({"--colo"}) == "--color\n");
  CHECK(bash.offers({"--color", "al"}) == "always\n");
  CHECK(bash.offers({"explain", "target-"}) == "target-missing\n");
  CHECK(bash.offers({"new", "al"}) == "alert\n");
  CHECK(bash.offers({"new", "alert", "cont"}) == "content\n");
  CHECK(bash.offers({"check", "content/db/f"}) == "content/db/failover.md\n");
  CHECK(bash.offers({"check", "--today", ""}) == "\n");
  CHECK(bash.offers({"fix", "--rule", "target-"}) == "target-missing\n");
}

TEST_CASE("bash completes around the equals sign that it makes a word of") {
  const BashCompletion bash;
  CHECK(bash.offers({"check", "--format", "=", "js"}) == "json\n");
  CHECK(contains(bash.offers({"check", "--format", "="}), "json\n"));
  CHECK(bash.offers({"--config", "=", "x.yaml", "chec"}) == "check\n");
  CHECK(bash.offers({"-C", "cont"}) == "content\n");
}

TEST_CASE("a value is not taken for the command") {
  const BashCompletion bash;
  CHECK(bash.offers({"-C", "build", "ch"}) == "check\n");
  CHECK(bash.offers({"-j", "4", "check", "--fail-on", "w"}) == "warning\n");
}

TEST_CASE("shellcheck finds nothing in the bash script") {
  const TempFolder folder;
  folder.write("runbookc.bash", script_for("bash"));
  const auto result = run_program("shellcheck", {"--shell=bash", "runbookc.bash"}, folder.path());
  CHECK(result.out == "");
  CHECK(result.exit_code == 0);
}

TEST_CASE("zsh and fish parse their scripts, where they are installed") {
  const TempFolder folder;
  for (const std::string shell : {"zsh", "fish"}) {
    folder.write(shell + ".script", script_for(shell));
    if (!is_installed(shell)) {
      WARN(shell << " is not installed: its completion was not parsed");
      continue;
    }
    const auto result = run_program(shell, {"-n", shell + ".script"}, folder.path());
    CHECK(result.err == "");
    CHECK(result.exit_code == 0);
  }
}

TEST_CASE("fish completes rules and formats, and says what an option is for once") {
  if (!is_installed("fish")) {
    WARN("fish is not installed: what it completes was not asked");
    return;
  }
  const TempFolder folder;
  folder.write("runbookc.fish", script_for("fish"));
  const auto offers = [&](const std::string& line) {
    ProcessOptions options;
    options.program = "fish";
    options.directory = folder.path();
    options.environment = {{"HOME", folder.path()}};
    return run_tool({"-N", "-c", "source runbookc.fish; complete -C '" + line + "'"}, options).out;
  };
  CHECK(offers("runbookc fix --rule target-") == "target-missing\n");
  CHECK(offers("runbookc check --format js") == "json\n");
  CHECK(contains(offers("runbookc check --form"), "--format\tone of github, "));
}

TEST_CASE("a shell without completion is named, with the nearest one") {
  const auto result = run_tool({"completions", "bsh"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "did you mean 'bash'? it is one of bash, zsh, fish"));
}

TEST_CASE("the manual page is written without a warning of roff, and reads as text") {
  const TempFolder folder;
  const auto page = run_tool({"manual"});
  REQUIRE(page.exit_code == 0);
  folder.write("runbookc.1", page.out);
  CHECK(contains(page.out, ".TH RUNBOOKC 1 2026-11-21 "));  // SOURCE_DATE_EPOCH
  const auto shown = run_program("groff", {"-man", "-Tutf8", "-ww", "runbookc.1"}, folder.path());
  CHECK(shown.exit_code == 0);
  CHECK(shown.err == "");
  CHECK(contains(shown.out, "--fail-on"));
  if (is_installed("mandoc")) {
    const auto linted =
        run_program("mandoc", {"-T", "lint", "-W", "warning", "runbookc.1"}, folder.path());
    CHECK(linted.out == "");
  } else {
    WARN("mandoc is not installed: the manual page was read by groff alone");
  }
}

}  // namespace runbookc
