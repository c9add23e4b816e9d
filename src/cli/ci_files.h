// How a repository runs the check: what `init` writes, or gives to be added to what is there.
// `below` is the project's folder relative to the top of the repository, "" for the top itself; it
// satisfies is_plain_path().
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

inline constexpr std::string_view kPreCommitPath = ".pre-commit-config.yaml";
inline constexpr std::string_view kGitlabPath = ".gitlab-ci.yml";
// The workflow, and its step that a team has to fill in: nobody else knows how the program comes to
// their runners.
inline constexpr std::string_view kWorkflowPath = ".github/workflows/runbooks.yml";
inline constexpr std::string_view kInstallStep = "Install runbookc";

// The item of `repos:` in pre-commit's configuration, and the whole file.
std::string pre_commit_hook(std::string_view below);
std::string pre_commit_config(std::string_view below);

// The steps of a job on GitHub that check, those that have to come before, and the whole workflow.
std::string github_steps(std::string_view below);
std::string github_groundwork();
std::string github_workflow(std::string_view below);

// The jobs of ci/gitlab.yml.
std::string gitlab_jobs(std::string_view below);

}  // namespace runbookc
