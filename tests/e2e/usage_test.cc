// What is wrong with the command line or the configuration: exit code 2, and the remedy.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {

TEST_CASE("help and version are results") {
  const auto help = run_tool({"--help"});
  CHECK(help.exit_code == 0);
  for (const char* command :
       {"init", "new", "check", "build", "index", "commands", "rules", "explain"}) {
    CHECK(contains(help.out, command));
  }
  CHECK(help.err.empty());
  const auto version = run_tool({"--version"});
  CHECK(version.exit_code == 0);
  CHECK(version.out.starts_with("runbookc "));
  const auto of_check = run_tool({"check", "--help"});
  CHECK(of_check.exit_code == 0);
  CHECK(contains(of_check.out, "--fail-on"));
  CHECK(contains(of_check.out, "--today"));
}

TEST_CASE("no command at all shows the help and is a usage error") {
  const auto result = run_tool({});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "check"));
}

TEST_CASE("a misspelt command is named, with the nearest one") {
  const auto result = run_tool({"chekc", "--format", "json"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "'chekc' is not a command"));
  CHECK(contains(result.err, "did you mean 'check'?"));
}

TEST_CASE("a misspelt option is named, with the nearest one") {
  const auto own = run_tool({"check", "--fromat", "json"});
  CHECK(own.exit_code == 2);
  CHECK(contains(own.err, "'--fromat'"));
  CHECK(contains(own.err, "did you mean '--format'?"));
  const auto common = run_tool({"build", "--colour=always"});
  CHECK(common.exit_code == 2);
  CHECK(contains(common.err, "did you mean '--color'?"));
  const auto before = run_tool({"--tody", "2026-01-01", "check"});
  CHECK(before.exit_code == 2);
  CHECK(contains(before.err, "did you mean '--today'?"));
}

TEST_CASE("an option of another command is not taken, and its opposite not advised") {
  const auto opposite = run_tool({"fix", "--baseline", "old.json"});
  CHECK(opposite.exit_code == 2);
  CHECK(contains(opposite.err, "leave it out: fix mends what the baseline accepts, too"));
  for (const char* option : {"--no-format", "--no-changed-since"}) {
    const auto denied = run_tool({"check", option});
    CHECK(denied.exit_code == 2);
    CHECK_FALSE(contains(denied.err, "did you mean"));
  }
  CHECK(run_tool({"build", "--format", "json"}).exit_code == 2);
  CHECK(run_tool({"index", "extra"}).exit_code == 2);
}

TEST_CASE("values that are none of the possible ones are refused with the list") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto refused = [&](const std::vector<std::string>& arguments, const std::string& word) {
    const auto result = run_in(folder.path(), arguments);
    CAPTURE(arguments, result.err);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, word));
  };
  refused({"check", "--format", "jason"}, "did you mean 'json'?");
  refused({"check", "--format", "json="}, "names no file");
  refused({"check", "--format", "json", "--format", "text"}, "cannot share standard output");
  refused({"check", "--fail-on", "info"}, "error, warning, never");
  refused({"check", "--color", "sometimes"}, "auto, always, never");
  refused({"check", "-j", "0"}, "whole number");
  refused({"check", "-j", "many"}, "whole number");
  refused({"check", "--today", "2026-02-30"}, "'2026-02-30' is not a date");
  refused({"check", "--today", "tomorrow"}, "2026-09-01");
  refused({"commands", "--format", "yaml"}, "text, json");
  refused({"rules", "--format", "yaml"}, "markdown");
  refused({"-C", folder.path("nowhere"), "check"}, "cannot start in");
  refused({"--config", folder.path("none.yaml"), "check"}, "cannot read the project file");
}

TEST_CASE("an option without its value is a usage error, and so is a command without its words") {
  const auto value = run_tool({"check", "--changed-since"});
  CHECK(value.exit_code == 2);
  CHECK(value.err ==
        "error: --changed-since needs a REV\n  help: `runbookc check --help` lists the options\n");
  const auto words = run_tool({"new"});
  CHECK(words.exit_code == 2);
  CHECK(contains(words.err, "error: `runbookc new` needs TYPE and PATH\n"));
  CHECK(contains(words.err, "the types are alert, "));
  CHECK(run_tool({"explain"}).exit_code == 2);
}

TEST_CASE("help and version may be asked for as other programs are asked") {
  const auto help = run_tool({"help", "check"});
  CHECK(help.exit_code == 0);
  CHECK(help.out == run_tool({"check", "--help"}).out);
  CHECK(contains(help.out, "\nUsage: runbookc check [OPTIONS] [PATH...]\n"));
  CHECK(run_tool({"help"}).out == run_tool({"--help"}).out);
  CHECK(run_tool({"version"}).out == run_tool({"--version"}).out);
  CHECK(run_tool({"-V"}).out == run_tool({"--version"}).out);
  CHECK(run_tool({"help", "chekc"}).exit_code == 2);
}

TEST_CASE("an option of another tool is told what does the same") {
  const auto help = [](const std::vector<std::string>& words) {
    const auto result = run_tool(words);
    CHECK(result.exit_code == 2);
    return result.err;
  };
  CHECK(contains(help({"check", "--fix"}), "help: `runbookc fix` mends"));
  CHECK(contains(help({"check", "--select", "RB301"}), "help: 'rules:' in runbookc.yaml"));
  CHECK(contains(help({"fix", "--dry-run"}), "help: --diff shows the fixes"));
  CHECK(contains(help({"check", "--output-format=json"}), "help: --format says"));
}

TEST_CASE("a misspelt key of the project file is an error at its place, with the nearest one") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "site: { title: Sample }\nreveiw: { every: 6 months }\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "runbookc.yaml:2:1: error: "));
  CHECK(contains(result.err, "did you mean 'review'?"));
}

TEST_CASE("a misspelt rule in the project file is an error at its place") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "rules:\n  preset: recommended\n  target-mising: off\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:3:3: error: "));
  CHECK(contains(result.err, "target-missing"));
}

TEST_CASE("every problem of the project file is told at once") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "reveiw: {}\noutptu: x\n");
  const auto result = run_in(folder.path(), {"build"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:1:1: error: "));
  CHECK(contains(result.err, "runbookc.yaml:2:1: error: "));
}

TEST_CASE("a fault in a project's own risk rules is told at its place") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml",
               "danger: [\"a(\"]\nprograms:\n- name: fernctl\n  rules:\n"
               "  - { match: wipe, risk: destory, why: x, example: fernctl wipe }\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:1:10: error: "));
  CHECK(contains(result.err, "runbookc.yaml:5:26: error: 'destory' is no risk"));
}

TEST_CASE("a project's own risk rule that does not do what its example says is told at its place") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml",
               "programs:\n- name: fernctl\n  rules:\n"
               "  - { match: wipe, risk: destroy, why: x, example: fernctl list }\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err,
                 "runbookc.yaml:4:52: error: the rule does not match its example 'fernctl list'"));
}

TEST_CASE("a project file that is no YAML is an error at its place") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "site: [\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:"));
}

TEST_CASE("an unknown rule to explain comes with the nearest one") {
  const auto result = run_tool({"explain", "target-mising"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "did you mean 'target-missing'?"));
}

TEST_CASE("a SOURCE_DATE_EPOCH that is no number is refused") {
  const TempFolder folder;
  write_sample_project(folder);
  ProcessOptions options;
  options.directory = folder.path();
  options.environment = {{"SOURCE_DATE_EPOCH", "yesterday"}};
  const auto result = run_tool({"check"}, options);
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "SOURCE_DATE_EPOCH is 'yesterday'"));
}

}  // namespace runbookc
