// RB106: one name for two documents.
#include <map>

#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

using PagesById = std::map<std::string_view, std::vector<const Page*>>;

PagesById pages_by_id(const Corpus& corpus) {
  PagesById pages;
  for (const Page& page : corpus.pages) {
    pages[page.id].push_back(&page);
  }
  return pages;
}

std::string place_of(const Corpus& corpus, const Page& page) {
  const Span& span = page.metadata.id.span;
  const std::string& path = corpus.path_of(page);
  return span.valid() ? path + ":" + std::to_string(span.start.line) : path;
}

// Without `id` it comes from the path.
std::vector<Reference> references_of(const Corpus& corpus, const Page& page, const Page& other) {
  std::vector<Reference> references = {
      {ReferenceKind::front_matter, corpus.path_of(other), {}, {}}};
  if (page.metadata.id.value.empty()) references.push_back({ReferenceKind::own_path, {}, {}, {}});
  return references;
}

Finding finding_for(const Corpus& corpus, const Page& page, const Page& other) {
  const bool written = page.metadata.id.span.valid();
  return {.span = written ? page.metadata.id.span : kFileStart,
          .message = "the id '" + page.id + "' is also that of " + place_of(corpus, other),
          .help = written ? "give one of them another id"
                          : "give the other one another id; this one has it from its path",
          .subject = page.id,
          .fix = std::nullopt,
          .path = corpus.path_of(page),
          .references = references_of(corpus, page, other)};
}

std::vector<Finding> check(const CorpusContext& context) {
  std::vector<Finding> findings;
  for (const auto& [id, pages] : pages_by_id(context.corpus)) {
    if (pages.size() < 2) {
      continue;
    }
    for (const Page* page : pages) {
      const Page& other = page == pages.front() ? *pages[1] : *pages.front();
      findings.push_back(finding_for(context.corpus, *page, other));
    }
  }
  return findings;
}

}  // namespace

const Rule& duplicate_id_rule() {
  static const Rule rule = {
      .code = "RB106",
      .name = "duplicate-id",
      .recommended = Severity::error,
      .summary = "two documents have the same id",
      .why =
          "The index, the commands and whatever is built on them refer to a runbook by "
          "its id. With two of one id, a tool that asks for one gets the other.\n\n"
          "A copied runbook is the usual cause. Give the copy its own `id`, or leave "
          "the key out: then the path is the id.",
      .bad = {"=== db/failover.md\n"
              "---\n"
              "id: failover\n"
              "---\n"
              "# Fail over the database\n"
              "=== web/failover.md\n"
              "---\n"
              "id: failover\n"
              "---\n"
              "# Fail over the gateway\n"},
      .good = {"=== db/failover.md\n"
               "---\n"
               "id: db-failover\n"
               "---\n"
               "# Fail over the database\n"
               "=== web/failover.md\n"
               "---\n"
               "id: web-failover\n"
               "---\n"
               "# Fail over the gateway\n"},
      .check_corpus = check};
  return rule;
}

}  // namespace runbookc
