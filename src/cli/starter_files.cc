#include "cli/starter_files.h"

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
content: content

# What a document is if its own `type` does not say so; also by glob.
types:
  default: runbook

# How often a runbook is reviewed if it does not say so itself.
review: { every: 6 months, due_soon: 14 days }

rules: { preset: recommended }
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

}  // namespace

std::vector<StarterFile> starter_files(Date today) {
  return {
      {"runbookc.yaml", "the project file", std::string(kConfig)},
      {"content/owners.yaml", "who answers for what: put your teams in", std::string(kOwners)},
      {"content/restart-a-service.md", "a first runbook",
       replace_all(kRunbook, "@TODAY@", format_date(today))},
      {".pre-commit-config.yaml", "a check before each commit", std::string(kPreCommit)},
      {std::string(kWorkflowPath), "a check of each pull request", std::string(kWorkflow)},
  };
}

}  // namespace runbookc
