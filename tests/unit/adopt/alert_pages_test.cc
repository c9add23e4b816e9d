#include "adopt/alert_pages.h"

#include <catch2/catch.hpp>

#include "base/files.h"
#include "unit/adopt/load_options.h"

namespace runbookc {
namespace {

Corpus corpus_of(std::map<std::string, std::string, std::less<>> files) {
  const MemoryFiles memory(std::move(files));
  auto corpus = load_corpus(memory, adoption_options({}));
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

// "path: alerts", then "? stray".
std::string pages_of(const Corpus& corpus, const std::vector<AlertRule>& rules) {
  std::string out;
  const AlertPages pages = find_alert_pages(corpus, rules);
  for (const auto& [page, alerts] : pages.by_page) {
    out += corpus.documents[page].path + ":";
    for (const PageAlert& alert : alerts) out += " " + alert.name;
    out += "\n";
  }
  for (const AlertRule& rule : pages.stray) out += "? " + rule.name + "\n";
  return out;
}

AlertRule rule(std::string name, std::string runbook = "") {
  return {.name = std::move(name), .runbook = std::move(runbook), .path = "r.yaml", .line = 1};
}

}  // namespace

TEST_CASE("an annotation names a page by the end of its path") {
  const Corpus corpus = corpus_of({{"docs/db/README.md", "# Db\n"},
                                   {"docs/queue/README.md", "# Queue\n"},
                                   {"docs/queue/full.md", "# Full\n"},
                                   {"other/full.md", "# Full\n"}});
  CHECK(pages_of(corpus, {rule("A", "https://w.example/x/docs/queue/full.md#top"),
                          rule("B", "docs/db/README.md"), rule("C", "queue/")}) ==
        "docs/db/README.md: B\ndocs/queue/full.md: A\n? C\n");
  CHECK(pages_of(corpus, {rule("A", "full.md"), rule("B", "README.md")}) == "? A\n? B\n");
}

TEST_CASE("without an annotation, a page is found by its name or its heading") {
  const Corpus corpus =
      corpus_of({{"QueueIsFull.md", "# The queue\n"}, {"b.md", "# DepotIsDown\n"}});
  CHECK(pages_of(corpus, {rule("QueueIsFull"), rule("DepotIsDown"), rule("QueueIsFull")}) ==
        "QueueIsFull.md: QueueIsFull\nb.md: DepotIsDown\n");
}

TEST_CASE("a document is named after an alert if its heading and its type or a rule say so") {
  const Corpus corpus = corpus_of({{"QueueIsFull.md", "# QueueIsFull\n"},
                                   {"etcdNoLeader.md", "# No leader\n"},
                                   {"README.md", "# README\n"},
                                   {"GitLab.md", "# GitLab\n"},
                                   {"high-cpu.md", "# high-cpu\n"}});
  const auto named = [&](std::string_view path, bool is_alert) {
    return alert_in_name(corpus.documents[find_page(corpus, path)], is_alert, {"high-cpu"});
  };
  CHECK(named("QueueIsFull.md", true) == "QueueIsFull");
  CHECK(named("QueueIsFull.md", false).empty());
  CHECK(named("etcdNoLeader.md", true).empty());
  CHECK(named("README.md", true).empty());
  CHECK(named("GitLab.md", true).empty());
  CHECK(named("high-cpu.md", false) == "high-cpu");
}

}  // namespace runbookc
