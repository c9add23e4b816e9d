// RB404: an owner whom nobody can call.
#include "base/text.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<std::size_t> pages_by_owner(const Corpus& corpus) {
  std::vector<std::size_t> pages(corpus.owners.owners().size(), 0);
  for (const Page& page : corpus.pages) {
    for (const Index owner : page.owners) {
      if (owner != kNone) {
        ++pages[owner];
      }
    }
  }
  return pages;
}

std::vector<Finding> check(const CorpusContext& context) {
  const OwnerDirectory& directory = context.corpus.owners;
  const std::vector<std::size_t> pages = pages_by_owner(context.corpus);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Owner& owner = directory.owners()[i];
    if (pages[i] == 0 || !owner.active || !owner.contacts.empty()) {
      continue;
    }
    findings.push_back({.span = owner.span,
                        .message = "the owner '" + owner.id + "' has no contact, and owns " +
                                   count_of(pages[i], "document"),
                        .help = "add 'contacts:' with slack, email, pager, phone or url",
                        .subject = owner.id,
                        .fix = std::nullopt,
                        .path = directory.path()});
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
      .check_corpus = check};
  return rule;
}

}  // namespace runbookc
