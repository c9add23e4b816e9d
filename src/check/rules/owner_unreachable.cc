// RB404: an owner whom nobody can call.
#include "base/text.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<std::vector<Index>> pages_by_owner(const Corpus& corpus) {
  std::vector<std::vector<Index>> pages(corpus.owners.owners().size());
  for (Index index = 0; index < corpus.pages.size(); ++index) {
    for (const Index owner : corpus.pages[index].owners) {
      if (owner != kNone) {
        pages[owner].push_back(index);
      }
    }
  }
  return pages;
}

// A document that the owner was given since makes the finding new.
std::vector<Reference> references_to(const Corpus& corpus, const std::vector<Index>& pages) {
  std::vector<Reference> references;
  for (const Index page : pages) {
    references.push_back(
        {ReferenceKind::front_matter, corpus.documents.outline(page).path, {}, {}});
  }
  return references;
}

std::vector<Finding> check(const CorpusContext& context) {
  const OwnerDirectory& directory = context.corpus.owners;
  const std::vector<std::vector<Index>> pages = pages_by_owner(context.corpus);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Owner& owner = directory.owners()[i];
    if (pages[i].empty() || !owner.active || !owner.contacts.empty()) {
      continue;
    }
    findings.push_back({.span = owner.span,
                        .message = "the owner '" + owner.id + "' has no contact, and owns " +
                                   count_of(pages[i].size(), "document"),
                        .help = "add 'contacts:' with slack, email, pager, phone or url",
                        .subject = owner.id,
                        .fix = std::nullopt,
                        .path = directory.path(),
                        .references = references_to(context.corpus, pages[i])});
  }
  return findings;
}

}  // namespace

const Rule& owner_unreachable_rule() {
  static const Rule rule = {
      .code = "RB404",
      .name = "owner-unreachable",
      .recommended = Severity::warning,
      .summary = "an owner of documents has no contact",
      .why =
          "A runbook's page shows how to reach its owner. With nothing in the directory "
          "it shows a name, and the person on call starts to search a chat for it.\n\n"
          "The finding stands at the owner's entry, once, whatever the number of "
          "documents.",
      .bad = {"=== owners.yaml\n"
              "owners:\n"
              "  - id: data-platform\n"
              "=== failover.md\n"
              "---\n"
              "owner: data-platform\n"
              "---\n"
              "# Fail over\n"},
      .good = {"=== owners.yaml\n"
               "owners:\n"
               "  - id: data-platform\n"
               "    name: Data Platform\n"
               "    contacts: { slack: \"#data-platform\" }\n"
               "=== failover.md\n"
               "---\n"
               "owner: data-platform\n"
               "---\n"
               "# Fail over\n"},
      .check_corpus = check,
      .reach = {.owners = true}};
  return rule;
}

}  // namespace runbookc
