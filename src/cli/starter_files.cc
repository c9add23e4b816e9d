#include "cli/starter_files.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kConfig =
    R"(# The project file of runbookc. Every setting has a default; a misspelt one is an error.
site:
  title: Our runbooks
  # edit_url: "https://git.example.com/ops/runbooks/edit/main/{path}"

# The folder that holds the runbooks.
content: @CONTENT@

# What a document is if its own `type` does not say so; also by glob.
types:
@TYPES@
# How often a runbook is reviewed if it does not say so itself.
review: { every: 6 months, due_soon: 14 days }

rules: { preset: recommended }
@BASELINE@)";

constexpr std::string_view kNewTypes = "  default: runbook\n";

constexpr std::string_view kOldTypes =
    R"(  # "alerts/**": alert
  # "procedures/**": runbook
  default: page # asks for no sections, owner or review: turn these on folder by folder
)";

constexpr std::string_view kBaseline =
    R"(
# To accept what is wrong today, so that only new findings count: take the '#' away, run
# `runbookc check --update-baseline`, and commit both files.
# baseline: runbookc-baseline.json
)";

constexpr std::string_view kOwners =
    R"(# Who answers for the runbooks. A runbook's `owner` names an id or an alias from here.
owners:
  - id: on-call
    name: On-call engineers
    kind: team
    contacts:
      slack: "#on-call"
)";

constexpr std::string_view kRunbook = R"(---
title: Restart a service
type: runbook
owner: on-call
last_reviewed: @TODAY@
review_every: 6 months
severity: [P3]
estimated_time: 10 minutes
approval_required: none
summary: Restart the pods of one service without downtime, and see that it serves again.
parameters:
  - name: NAMESPACE
    description: The Kubernetes namespace that the service runs in
  - name: SERVICE
    description: The name of its deployment
---

# Restart a service

## Purpose

A restart helps when a service hangs, leaks memory or holds on to an old secret. It hides the cause, so note what you saw
before you begin.

## Prerequisites

- [ ] `kubectl` works against the cluster, and you may restart deployments in the namespace.
- [ ] Nobody is releasing this service right now.

## Procedure

1. Look at what runs now.

   ```bash
   kubectl get pods --namespace <NAMESPACE> --selector app=<SERVICE>
   ```

   Expected output: every pod is there, and those that hang are easy to tell by their restarts or their age.

2. Restart the pods, one after the other.

   > [!WARNING]
   > Each pod is stopped as soon as its replacement is ready. With a single replica and a long start, requests fail meanwhile.

   ```bash
   kubectl rollout restart deployment/<SERVICE> --namespace <NAMESPACE>
   kubectl rollout status deployment/<SERVICE> --namespace <NAMESPACE> --timeout=300s
   ```

## Verification

1. Every pod is `Running`, `READY`, and young.

   ```bash
   kubectl get pods --namespace <NAMESPACE> --selector app=<SERVICE>
   ```

2. The error rate on the service's dashboard is back where it was before.

## Rollback

A restart changes no version. If the new pods do not become ready, go back to the release before:

```bash
kubectl rollout undo deployment/<SERVICE> --namespace <NAMESPACE>
```

## Post-Incident

Write down when the service hung, what its logs said and what the restart changed, and open a ticket for the cause.
)";

constexpr std::string_view kPreCommit =
    R"(# Checks the runbooks before each commit (https://pre-commit.com): all of them, because a commit can
# break a link in a file that it does not touch. Needs runbookc on the PATH.
repos:
  - repo: local
    hooks:
      - id: runbookc
        name: check the runbooks
        entry: runbookc check
        language: system
        files: '(\.(md|markdown)|(^|/)(runbookc|owners)\.ya?ml|(^|/)CODEOWNERS|(^|/)schemas/types/[^/]+\.json)$'
        pass_filenames: false
        require_serial: true
)";

constexpr std::string_view kWorkflow =
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
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # the base of the pull request has to be there
      - name: Install runbookc
        run: |
          # TODO: the command that brings it here, as in `sudo apt-get install -y ./tools/runbookc_*.deb`
          if ! command -v runbookc; then
            echo "::error file=.github/workflows/runbooks.yml::runbookc is not on this runner: write the command that installs it into the step 'Install runbookc'"
            exit 1
          fi
      - if: github.event_name == 'pull_request'
        run: runbookc check --format github --changed-since "origin/$GITHUB_BASE_REF"
      - if: github.event_name != 'pull_request'
        run: runbookc check --format github
      - run: runbookc build
)";

// A name as YAML takes it for one, whatever it holds.
std::string quoted(std::string_view name) {
  const bool is_plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '-' || c == '_';
  });
  return is_plain || name == "." ? std::string(name) : "'" + replace_all(name, "'", "''") + "'";
}

std::string config_for(const ExistingDocuments& existing) {
  const bool is_new = existing.count == 0;
  std::string config = replace_all(kConfig, "@TYPES@", is_new ? kNewTypes : kOldTypes);
  config = replace_all(config, "@BASELINE@", is_new ? "" : kBaseline);
  return replace_all(config, "@CONTENT@", quoted(existing.folder));
}

}  // namespace

std::vector<StarterFile> starter_files(Date today, const ExistingDocuments& existing) {
  const std::string folder = existing.folder == "." ? "" : existing.folder + "/";
  std::vector<StarterFile> files = {
      {"runbookc.yaml", "the project file", config_for(existing)},
      {folder + "owners.yaml", "who answers for what: put your teams in", std::string(kOwners)},
  };
  if (existing.count == 0) {
    files.push_back({folder + "restart-a-service.md", "a first runbook",
                     replace_all(kRunbook, "@TODAY@", format_date(today))});
  }
  files.push_back(
      {".pre-commit-config.yaml", "a check before each commit", std::string(kPreCommit)});
  files.push_back(
      {std::string(kWorkflowPath), "a check of each pull request", std::string(kWorkflow)});
  return files;
}

}  // namespace runbookc
