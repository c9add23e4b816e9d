#include "cli/ci_files.h"

#include <fmt/format.h>

#include "base/embedded.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kPreCommitHead =
    R"(# Checks the runbooks before each commit (https://pre-commit.com): all of them, because a commit can
# break a link in a file that it does not touch. Needs runbookc on the PATH.
repos:
)";

constexpr std::string_view kHook =
    R"(  - repo: local
    hooks:
      - id: runbookc
        name: check the runbooks
        entry: runbookc check
@ARGS@        language: system
        files: @FILES@
        pass_filenames: false
        require_serial: true
)";

constexpr std::string_view kHookFiles =
    R"('(\.(md|markdown)|(^|/)(runbookc|owners)\.ya?ml|(^|/)CODEOWNERS|(^|/)schemas/types/[^/]+\.json)$')";

// Of a project in a folder: what lies elsewhere is not its business.
constexpr std::string_view kHookFilesBelow =
    R"('^@BELOW@/(.*/)?([^/]*\.(md|markdown)|(runbookc|owners)\.ya?ml|CODEOWNERS|schemas/types/[^/]+\.json)$')";

constexpr std::string_view kWorkflowHead =
    R"(# Checks what a pull request changes, and everything on the main branch.
# Before it can run: fill in the step "Install runbookc", since runners do not come with it.
name: runbooks
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
)";

constexpr std::string_view kGroundwork =
    R"(      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # the base of the pull request has to be there
      - name: Install runbookc
        run: |
          # TODO: the command that brings it here, as in `sudo apt-get install -y ./tools/runbookc_*.deb`
          if ! command -v runbookc; then
            echo "::error file=.github/workflows/runbooks.yml::runbookc is not on this runner: write the command that installs it into the step 'Install runbookc'"
            exit 1
          fi
)";

constexpr std::string_view kSteps =
    R"(      - if: github.event_name == 'pull_request'
        run: runbookc check --format github --changed-since "refs/remotes/origin/$GITHUB_BASE_REF"
      - if: github.event_name != 'pull_request'
        run: runbookc check --format github
)";

constexpr std::string_view kBuildStep = "      - run: runbookc build\n";

// The commands of `text`, started in the project's folder.
std::string started_in(std::string_view below, std::string_view text) {
  if (below.empty()) return std::string(text);
  const std::string there = fmt::format("runbookc -C {} ", below);
  return replace_all(replace_all(text, "runbookc check", there + "check"), "runbookc build",
                     there + "build");
}

}  // namespace

std::string pre_commit_hook(std::string_view below) {
  // A dot is the one plain character that regular expressions give a meaning.
  const std::string files = replace_all(kHookFilesBelow, "@BELOW@", replace_all(below, ".", "\\."));
  const std::string hook =
      replace_all(kHook, "@FILES@", below.empty() ? std::string(kHookFiles) : files);
  return replace_all(hook, "@ARGS@",
                     below.empty() ? "" : fmt::format("        args: [-C, {}]\n", below));
}

std::string pre_commit_config(std::string_view below) {
  return std::string(kPreCommitHead) + pre_commit_hook(below);
}

std::string github_steps(std::string_view below) { return started_in(below, kSteps); }

std::string github_groundwork() { return std::string(kGroundwork); }

std::string github_workflow(std::string_view below) {
  return std::string(kWorkflowHead) + github_groundwork() + github_steps(below) +
         started_in(below, kBuildStep);
}

std::string gitlab_jobs(std::string_view below) {
  const std::string_view file = find_embedded("ci/gitlab.yml").value_or("");
  // What the file says of itself comes first.
  std::string jobs = started_in(below, file.substr(file.find(".runbookc:")));
  if (below.empty()) return jobs;
  // Reports are written where the check starts, and collected from the top.
  return replace_all(jobs, ": runbookc-", fmt::format(": {}/runbookc-", below));
}

}  // namespace runbookc
