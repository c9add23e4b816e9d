// A git repository for one test, whose hooks and scripts find the program under test as `runbookc`.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "e2e/process.h"
#include "e2e/temp_folder.h"

namespace runbookc {

class GitRepository {
 public:
  GitRepository() {
    for (const char* name : {"bin", "work", "home", "tmp"}) {
      std::filesystem::create_directories(folder_.path(name));
    }
    std::filesystem::create_symlink(RUNBOOKC_BINARY, folder_.path("bin/runbookc"));
    REQUIRE(run("git init -q -b main").exit_code == 0);
  }

  std::string path() const { return folder_.path("work"); }
  void write(const std::string& name, std::string_view bytes) const {
    folder_.write("work/" + name, bytes);
  }
  std::string read(const std::string& name) const { return folder_.read("work/" + name); }
  bool has(const std::string& name) const { return folder_.has("work/" + name); }

  // Runs `script` by sh in the work tree, with a home of its own.
  ProcessResult run(const std::string& script,
                    std::vector<std::pair<std::string, std::string>> environment = {}) const {
    ProcessOptions options;
    options.program = "sh";
    options.directory = path();
    options.environment = {
        {"HOME", folder_.path("home")}, {"TMPDIR", folder_.path("tmp")},
        {"BIN", folder_.path("bin")},   {"GIT_CONFIG_NOSYSTEM", "1"},
        {"GIT_AUTHOR_NAME", "a"},       {"GIT_AUTHOR_EMAIL", "a@example.invalid"},
        {"GIT_COMMITTER_NAME", "a"},    {"GIT_COMMITTER_EMAIL", "a@example.invalid"}};
    options.environment.insert(options.environment.end(), environment.begin(), environment.end());
    return run_tool({"-c", "PATH=$BIN:$PATH\n" + script}, options);
  }

  // Commits everything; hooks may refuse.
  ProcessResult commit() const { return run("git add -A && git commit -q -m 'A change'"); }

  // Commits everything, as what the branch holds that requests go to.
  void become_target() const {
    const auto result =
        run("git add -A && git commit -q --no-verify -m all && "
            "git update-ref refs/remotes/origin/main HEAD");
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
  }

 private:
  TempFolder folder_;
};

}  // namespace runbookc
