#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <mutex>
#include <random>
#include <string>

#include "base/files.h"
#include "base/overlay_files.h"
#include "base/work_pool.h"
#include "check/runner.h"
#include "corpus/corpus.h"
#include "emit/artifact.h"
#include "emit/templates.h"
#include "fix/fix_rounds.h"
#include "fix/unified_diff.h"
#include "report/reporter.h"

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
  for (const char* name :
       {"db/Index", "db/index2", "db/deep/i", "Web/I", "Web/a b", "Web/\xC3\xA4", "Web/-"}) {
    files["content/" + std::string(name) + ".md"] = document_text(files.size());
  }
  return MemoryFiles(std::move(files));
}

// Lists each folder in another order at each call, as no system promises one.
class ShuffledFiles final : public Files {
 public:
  ShuffledFiles(const Files& below, std::uint32_t seed) : below_(below), random_(seed) {}

  ReadOutcome read(std::string_view path, std::uint64_t limit) const override {
    return below_.read(path, limit);
  }
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override {
    auto entries = below_.list(folder);
    const std::lock_guard lock(mutex_);
    if (entries) std::ranges::shuffle(*entries, random_);
    return entries;
  }
  FileKind kind(std::string_view path) const override { return below_.kind(path); }

 private:
  const Files& below_;
  mutable std::mutex mutex_;
  mutable std::mt19937 random_;
};

struct Outcome {
  std::vector<Diagnostic> diagnostics;
  std::map<std::string, std::string> site;
  std::string json;
  std::string diff;
};

Result<CheckedCorpus> check(const Files& files, unsigned threads, bool render) {
  LoadOptions options;
  options.today = *parse_date("2026-06-01");
  options.threads = threads;
  options.render = render;
  auto corpus = load_corpus(files, options);
  if (!corpus) return corpus.error();
  std::vector<Diagnostic> found = run_rules(*corpus, threads).diagnostics;
  return CheckedCorpus{*std::move(corpus), std::move(found)};
}

std::map<std::string, std::string> render_site(const SiteInput& input, unsigned threads) {
  const std::vector<PlannedArtifact> plan = plan_site(input);
  std::vector<std::string> rendered(plan.size());
  for_each_index(plan.size(), threads, [&](std::size_t i) {
    if (plan[i].render) rendered[i] = plan[i].render();
  });
  std::map<std::string, std::string> site;
  for (std::size_t i = 0; i < plan.size(); ++i) site[plan[i].path] = rendered[i];
  return site;
}

// Shuffled above what lies on top: that finds its place in sorted lists.
std::string fix_diff(const Files& files, unsigned threads, std::uint32_t seed) {
  const auto outcome = apply_fixes(
      [&](const FileBytes& over) {
        const OverlayFiles mended(files, over);
        return check(ShuffledFiles(mended, seed), threads, false);
      },
      [](const Diagnostic&) { return true; });
  REQUIRE(outcome);
  std::string diff;
  for (const auto& [path, before] : outcome->before) {
    diff += unified_diff(path, before, outcome->after.at(path));
  }
  return diff;
}

Outcome compile(const Files& sorted_files, unsigned threads, std::uint32_t seed) {
  const ShuffledFiles files(sorted_files, seed);
  auto checked = check(files, threads, true);
  REQUIRE(checked);
  const Corpus& corpus = checked->corpus;
  const Result<Templates> templates = Templates::load(files);
  REQUIRE(templates);
  const Result<Assets> assets = load_assets(files, templates->words(corpus.config.site.language));
  REQUIRE(assets);
  const Report report{.corpus = corpus, .diagnostics = checked->diagnostics};
  return {.diagnostics = checked->diagnostics,
          .site = render_site({corpus, report, *templates, *assets, threads}, threads),
          .json = find_report_format("json")->render(report, {}),
          .diff = fix_diff(sorted_files, threads, seed)};
}

}  // namespace

TEST_CASE("threads and the order of folders change no finding and no byte", "[threads]") {
  const MemoryFiles files = project();
  const Outcome one = compile(files, 1, 0);
  CHECK(one.diagnostics.size() > kDocuments);
  CHECK(one.site.size() > kDocuments);
  CHECK(std::ranges::count(one.diff, '@') > 100);
  std::uint32_t seed = 0;
  for (const unsigned threads : {1U, 2U, 8U, 8U}) {
    const Outcome other = compile(files, threads, ++seed);
    CAPTURE(threads, seed);
    // Compared in brackets, since nobody reads a megabyte of differences.
    CHECK((other.diagnostics == one.diagnostics));
    CHECK((other.site == one.site));
    CHECK((other.json == one.json));
    CHECK((other.diff == one.diff));
  }
}
