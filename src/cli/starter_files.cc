#include "cli/starter_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/text.h"
#include "cli/ci_files.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

constexpr std::string_view kConfig =
    R"(# The project file of runbookc. Every setting has a default; a misspelt one is an error.
site:
  title: Our runbooks
  # edit_url: "https://git.example.com/ops/runbooks/edit/main/{path}"

# The folder that holds the runbooks.
content: @CONTENT@
@DIALECT@@OWNERS@
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

constexpr std::string_view kCodeOwnersNote =
    "\n# Who answers for what: every team and user in it is an owner, and has the documents of its "
    "paths.\n";

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
@OWNER@last_reviewed: @TODAY@
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

// A name as YAML takes it for one, whatever it holds.
std::string yaml_quoted(std::string_view name) {
  const bool is_plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '-' || c == '_';
  });
  return is_plain || name == "." ? std::string(name) : "'" + replace_all(name, "'", "''") + "'";
}

// "" if owners.yaml is found by itself.
std::string owners_line(const Surroundings& around) {
  return around.codeowners.empty() ? "" : fmt::format("owners: {}\n", around.codeowners);
}

std::string dialect_lines(const DialectRules& dialect) {
  if (&dialect == &default_dialect()) return "";
  return fmt::format(
      "\n# What publishes them: its links, anchors, tags and front matter are read as it does.\n"
      "dialect: {}\n",
      dialect.name);
}

std::string config_for(const SiteSetup& setup, const Surroundings& around) {
  const bool is_new = setup.existing.count == 0;
  std::string config = replace_all(kConfig, "@TYPES@", is_new ? kNewTypes : kOldTypes);
  config = replace_all(config, "@BASELINE@", is_new ? "" : kBaseline);
  config = replace_all(
      config, "@OWNERS@",
      around.codeowners.empty() ? "" : std::string(kCodeOwnersNote) + owners_line(around));
  config = replace_all(config, "@DIALECT@", dialect_lines(*setup.dialect));
  return replace_all(config, "@CONTENT@", yaml_quoted(setup.existing.folder));
}

// Where nothing is yet, and a file of its name is a document.
bool takes_first_document(const SiteSetup& setup) {
  return setup.existing.count == 0 &&
         std::ranges::any_of(setup.dialect->extensions, [](std::string_view extension) {
           return kFirstDocument.ends_with(extension);
         });
}

std::string runbook_for(Date today, const Surroundings& around) {
  std::string owner = "owner: on-call\n";
  if (!around.codeowners.empty()) {
    owner = around.first_owner.empty() ? "" : "owner: " + yaml_scalar(around.first_owner) + "\n";
  }
  return replace_all(replace_all(kRunbook, "@OWNER@", owner), "@TODAY@", format_date(today));
}

// What runs the check, at the top of the repository; nothing if its folder cannot be named there.
std::vector<StarterFile> ci_files(const Surroundings& around) {
  const std::string& below = around.below;
  if (!is_plain_path(below)) return {};
  const std::string program = "runbookc";
  std::vector<StarterFile> files = {{.path = std::string(kPreCommitPath),
                                     .purpose = "a check before each commit",
                                     .text = pre_commit_config(below),
                                     .at_top = true,
                                     .addition = pre_commit_hook(below),
                                     .place = "under 'repos:', for a check before each commit",
                                     .sign = program}};
  if (around.uses_gitlab) {
    files.push_back(
        {.path = std::string(kGitlabPath),
         .purpose = "a check of each merge request",
         .text = gitlab_jobs(below),
         .at_top = true,
         .addition = gitlab_jobs(below),
         .place = "as jobs whose image has runbookc on its PATH, for a check of each merge request",
         .sign = program});
  } else {
    files.push_back({.path = std::string(kWorkflowPath),
                     .purpose = "a check of each pull request",
                     .text = github_workflow(below),
                     .at_top = true,
                     .addition = github_steps(below),
                     .place =
                         "under 'steps:' of a job whose checkout has 'fetch-depth: 0', for a check "
                         "of each pull request",
                     .sign = program,
                     .groundwork = github_groundwork()});
  }
  return files;
}

}  // namespace

std::vector<StarterFile> starter_files(Date today, const SiteSetup& setup,
                                       const Surroundings& around) {
  const ExistingDocuments& existing = setup.existing;
  const std::string folder = existing.folder == "." ? "" : existing.folder + "/";
  std::vector<StarterFile> files = {
      {.path = "runbookc.yaml",
       .purpose = "the project file",
       .text = config_for(setup, around),
       .addition = owners_line(around),
       .place = "at the left margin, so that its teams are the owners",
       .sign = "owners:"}};
  if (around.codeowners.empty()) {
    files.push_back({.path = (around.owners_at_root ? "" : folder) + "owners.yaml",
                     .purpose = "who answers for what: put your teams in",
                     .text = std::string(kOwners)});
  }
  if (takes_first_document(setup)) {
    files.push_back({.path = folder + std::string(kFirstDocument),
                     .purpose = "a first runbook",
                     .text = runbook_for(today, around)});
  }
  std::ranges::move(ci_files(around), std::back_inserter(files));
  return files;
}

}  // namespace runbookc
