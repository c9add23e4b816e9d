// Where words go, and what happens when they cannot.
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

void write_many_broken_links(const TempFolder& folder) {
  write_sample_project(folder);
  std::string page = kGoodPage;
  for (int i = 0; i < 5'000; ++i) page += "\n[x](gone" + std::to_string(i) + ".md)\n";
  folder.write("content/good.md", page);
}

}  // namespace

TEST_CASE("a reader that goes away is no error") {
  const TempFolder folder;
  write_many_broken_links(folder);
  ProcessOptions options;
  options.directory = folder.path();
  options.close_stdout = true;
  const auto result = run_tool({"check"}, options);
  CHECK(result.exit_code == 1);
  CHECK(result.err.empty());
}

TEST_CASE("a full disk on standard output is told and is exit code 2") {
  const TempFolder folder;
  write_sample_project(folder);
  ProcessOptions options;
  options.directory = folder.path();
  options.stdout_file = "/dev/full";
  for (const char* command : {"check", "index", "rules", "commands", "build"}) {
    const auto result = run_tool({command}, options);
    CAPTURE(command);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "cannot write to standard output: No space left on device"));
  }
}

TEST_CASE("colour is for terminals, and for those who ask") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/good.md", kGoodPage + "\n[x](gone.md)\n");
  const auto colored = [&](const std::vector<std::string>& more,
                           std::vector<std::pair<std::string, std::string>> environment) {
    std::vector<std::string> arguments = {"check"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    ProcessOptions options;
    options.directory = folder.path();
    options.environment = std::move(environment);
    return contains(run_tool(arguments, options).out, "\x1b[");
  };
  CHECK_FALSE(colored({}, {}));
  CHECK(colored({"--color", "always"}, {}));
  CHECK(colored({"--color=always"}, {{"NO_COLOR", "1"}}));
  CHECK(colored({}, {{"CLICOLOR_FORCE", "1"}}));
  CHECK_FALSE(colored({}, {{"CLICOLOR_FORCE", "0"}}));
  CHECK_FALSE(colored({"--color", "never"}, {{"CLICOLOR_FORCE", "1"}}));
  CHECK_FALSE(colored({}, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}));
}

TEST_CASE("quiet leaves notices out, and errors in") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto fine = run_in(folder.path(), {"check", "-q"});
  CHECK(fine.exit_code == 0);
  CHECK(fine.out.empty());
  CHECK(fine.err.empty());
  const auto built = run_in(folder.path(), {"build", "-q"});
  CHECK(built.exit_code == 0);
  CHECK(built.out.empty());
  const auto wrong = run_in(folder.path(), {"check", "-q", "nowhere.md"});
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.err, "error:"));
}

TEST_CASE("errors never carry terminal escapes from the command line") {
  const auto result = run_tool({"\x1b[31mcheck"});
  CHECK(result.exit_code == 2);
  CHECK_FALSE(contains(result.err, "\x1b"));
}

}  // namespace runbookc
