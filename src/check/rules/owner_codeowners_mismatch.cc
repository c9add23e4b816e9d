// RB405: one owner in the document, another one in CODEOWNERS.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

// Whether the page's owner number `index` is who the handle stands for.
bool is_owner(const Corpus& corpus, const Page& page, std::size_t index,
              const std::string& handle) {
  const Index known = page.owners[index];
  return (known != kNone && corpus.owners.find_handle(handle) == known) ||
         is_same_handle(page.metadata.owners[index].value, handle);
}

Finding finding_for(const Corpus& corpus, const Page& page, const Located<std::string>& owner,
                    const CodeOwnersLine& line) {
  std::vector<std::string> handles;
  for (const auto& name : line.owners) handles.push_back(name.value);
  const std::string place = corpus.code_owners.path() + ":" + std::to_string(line.line);
  return {
      .span = place_or_front_matter(owner.span, corpus.document_of(page)),
      .message =
          "the owner is '" + owner.value + "' here, and " + join(handles, ", ") + " in " + place,
      .help = "correct 'owner', or the line '" + line.pattern + "' of " + corpus.code_owners.path(),
      .subject = owner.value,
      .path = corpus.path_of(page)};
}

void check_page(const Corpus& corpus, const Page& page, std::vector<Finding>& findings) {
  if (page.code_owners_line == kNone) return;
  const CodeOwnersLine& line = corpus.code_owners.lines()[page.code_owners_line];
  if (line.owners.empty()) return;
  for (std::size_t i = 0; i < page.owners.size(); ++i) {
    const auto agrees = [&](const auto& name) { return is_owner(corpus, page, i, name.value); };
    if (std::ranges::none_of(line.owners, agrees)) {
      findings.push_back(finding_for(corpus, page, page.metadata.owners[i], line));
    }
  }
}

std::vector<Finding> check(const CorpusContext& context) {
  const Corpus& corpus = context.corpus;
  std::vector<Finding> findings;
  if (!corpus.code_owners.fault().empty()) {
    return {{.span = kFileStart,
             .message = "owners cannot be compared with this file: " + corpus.code_owners.fault(),
             .help = "name folders instead of single files",
             .subject = "",
             .path = corpus.code_owners.path()}};
  }
  for (const Page& page : corpus.pages) check_page(corpus, page, findings);
  return findings;
}

}  // namespace

const Rule& owner_codeowners_mismatch_rule() {
  static const Rule rule = {
      .code = "RB405",
      .name = "owner-codeowners-mismatch",
      .recommended = Severity::off,
      .summary = "a document's owner is not who CODEOWNERS names for it",
      .why =
          "The owner in a runbook is who answers at night; CODEOWNERS says who is asked to review "
          "its changes. If they differ, one of the two is out of date, and either a question or "
          "a review goes to the wrong people.\n\n"
          "The file is `.github/CODEOWNERS`, else `CODEOWNERS`, else `docs/CODEOWNERS`, read as "
          "GitHub does: the last pattern that matches decides, and one without owners clears. "
          "`@org/data-platform` is the owner with that id, alias or contact, or `data-platform`. "
          "CODEOWNERS may name more people than the document does; a path that it says nothing "
          "about is left alone.",
      .bad = {"=== CODEOWNERS\n"
              "/databases/ @example/storage\n"
              "=== databases/failover.md\n"
              "---\n"
              "owner: data-platform\n"
              "---\n"
              "# Fail over\n"},
      .good = {"=== CODEOWNERS\n"
               "/databases/ @example/data-platform @sam\n"
               "=== databases/failover.md\n"
               "---\n"
               "owner: data-platform\n"
               "---\n"
               "# Fail over\n"},
      .check_corpus = check,
      .reach = {.owners = true}};
  return rule;
}

}  // namespace runbookc
