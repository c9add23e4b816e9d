// A git repository for one test: a project on branch `main`.
#pragma once

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {

class GitProject {
 public:
  explicit GitProject(std::string folder = "") : folder_(std::move(folder)) {
    if (!folder_.empty()) std::filesystem::create_directories(temp_.path(folder_));
    git({"init", "-q", "-b", "main"});
  }

  const TempFolder& files() const { return temp_; }
  std::string path() const { return folder_.empty() ? temp_.path() : temp_.path(folder_); }

  // Runs git in the repository; the test fails if it does.
  std::string git(std::vector<std::string> arguments, const std::string& date = kDate) const {
    ProcessOptions options;
    options.program = "git";
    options.directory = path();
    options.environment = environment();
    options.environment.emplace_back("GIT_AUTHOR_DATE", date);
    options.environment.emplace_back("GIT_COMMITTER_DATE", date);
    const ProcessResult result = run_tool(arguments, options);
    CAPTURE(arguments, result.err);
    REQUIRE(result.exit_code == 0);
    return result.out;
  }

  // Everything in the working tree.
  void commit(const std::string& date = kDate) const {
    git({"add", "--all"});
    git({"commit", "-q", "--allow-empty", "-m", "x"}, date);
  }

  ProcessResult run(const std::vector<std::string>& arguments,
                    const std::string& folder = "") const {
    ProcessOptions options;
    options.directory = folder.empty() ? path() : folder;
    options.environment = environment();
    return run_tool(arguments, options);
  }

  // "path:line code" of each finding since `revision`.
  std::vector<std::string> since(const std::string& revision,
                                 const std::string& folder = "") const {
    const ProcessResult result =
        run({"check", "--changed-since", revision, "--format", "json"}, folder);
    CAPTURE(result.err);
    REQUIRE(result.exit_code < 2);
    std::vector<std::string> found;
    const auto report = nlohmann::json::parse(result.out);
    for (const auto& each : report["diagnostics"]) {
      found.push_back(each["path"].get<std::string>() + ":" +
                      std::to_string(each["start"]["line"].get<int>()) + " " +
                      each["code"].get<std::string>());
    }
    return found;
  }

  static constexpr const char* kDate = "2026-11-20T12:00:00Z";

 private:
  std::vector<std::pair<std::string, std::string>> environment() const {
    return {{"HOME", temp_.path()},         {"GIT_CONFIG_NOSYSTEM", "1"},
            {"GIT_AUTHOR_NAME", "Test"},    {"GIT_AUTHOR_EMAIL", "test@example.com"},
            {"GIT_COMMITTER_NAME", "Test"}, {"GIT_COMMITTER_EMAIL", "test@example.com"}};
  }

  TempFolder temp_;
  std::string folder_;
};

}  // namespace runbookc
