#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "base/files.h"
#include "base/work_pool.h"
#include "check/runner.h"
#include "corpus/corpus.h"
#include "emit/artifact.h"
#include "emit/templates.h"

using namespace runbookc;

namespace {

constexpr std::size_t kDocuments = 120;

std::string name_of(std::size_t number) { return "r" + std::to_string(number % kDocuments); }

// Something for most rules to find, and links from each document to others.
std::string document_text(std::size_t number) {
  std::string text = "---\ntype: " + std::string(number % 3 == 0 ? "runbook" : "alert") +
                     "\nowner: team-" + std::to_string(number % 4) + "\nlast_reviewed: 2026-0" +
                     std::to_string(1 + number % 9) + "-01\nseverity: [P" +
                     std::to_string(number % 7) + "]\nsevices: [orders]\n---\n";
  text +=
      "# Runbook " + std::to_string(number) + "\n\n## Purpose\n\nSee [next](" +
      name_of(number + 1) + ".md#purpose), [gone](gone-" + std::to_string(number) +
      ".md) and <cluster-id>, ~~not~~ this.\n\n## Procedure\n\n1. Look:\n\n   ```bash\n   $ "
      "kubectl get "
      "pods -n <NAMESPACE>\n   a   1/1   Running\n   ```\n\n| A | B |\n| - | - |\n| 1 | ~~2~~ |\n";
  return text;
}

MemoryFiles project() {
  std::map<std::string, std::string, std::less<>> files;
  files["content/owners.yaml"] =
      "owners:\n  - { id: team-0, name: Team, kind: team, contacts: { slack: \"#t\" } }\n";
  for (std::size_t i = 0; i < kDocuments; ++i) {
    files["content/" + name_of(i) + ".md"] = document_text(i);
  }
  return MemoryFiles(std::move(files));
}

struct Outcome {
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, std::string> site;
};

Outcome compile(const Files& files, unsigned threads) {
  LoadOptions options;
  options.today = *parse_date("2026-06-01");
  options.threads = threads;
  const Result<Corpus> corpus = load_corpus(files, options);
  REQUIRE(corpus);
  Outcome outcome;
  outcome.diagnostics = run_rules(*corpus, threads).diagnostics;
  const Result<Templates> templates = Templates::load(files);
  REQUIRE(templates);
  const Result<Assets> assets = load_assets(files, templates->words(corpus->config.site.language));
  REQUIRE(assets);
  const Report report{.corpus = *corpus, .diagnostics = outcome.diagnostics};
  const SiteInput input{*corpus, report, *templates, *assets, threads};
  const std::vector<PlannedArtifact> plan = plan_site(input);
  std::vector<std::string> rendered(plan.size());
  for_each_index(plan.size(), threads, [&](std::size_t i) {
    if (plan[i].render) rendered[i] = plan[i].render();
  });
  for (std::size_t i = 0; i < plan.size(); ++i) outcome.site[plan[i].path] = rendered[i];
  return outcome;
}

}  // namespace

TEST_CASE("findings and site are the same on one thread and on eight", "[threads]") {
  const MemoryFiles files = project();
  const Outcome one = compile(files, 1);
  const Outcome eight = compile(files, 8);
  CHECK(one.diagnostics.size() > kDocuments);
  CHECK(one.diagnostics == eight.diagnostics);
  CHECK(one.site.size() > kDocuments);
  CHECK(one.site == eight.site);
}
