// RB009: two files that want to be the same page.
#include <algorithm>

#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::string others(const UrlConflict& conflict, std::string_view path) {
  std::string names;
  for (const std::string& other : conflict.paths) {
    if (other != path) {
      names += (names.empty() ? "'" : ", '") + other + "'";
    }
  }
  return names;
}

void describe_obstacle(const UrlConflict& conflict, Finding& finding) {
  finding.message = "its URL '" + conflict.url + "' ";
  finding.help = "rename the file or its folder; it is not published";
  if (conflict.kind == UrlConflictKind::ours) {
    finding.message += "is one that the site itself uses";
  } else if (conflict.kind == UrlConflictKind::too_long) {
    finding.message += "is too long a name for a page";
    finding.help = "shorten it: a name may have 255 bytes, the whole URL 1024; it is not published";
  } else if (conflict.winner.empty()) {
    finding.message += "lies below '" + conflict.above + "', a file that the site itself uses";
  } else {
    finding.message += "lies below '" + conflict.above + "', which '" + conflict.winner + "' has";
    finding.help = "rename one of them; '" + conflict.winner + "' is published until then";
  }
}

// Of many sources the first few: each finding would refer to all, and a new one has its own.
std::vector<Reference> references_of(const UrlConflict& conflict) {
  constexpr std::size_t kMost = 16;
  std::vector<Reference> references;
  for (const std::string& path : conflict.paths) {
    if (references.size() == kMost) break;
    references.push_back({ReferenceKind::front_matter, path, {}, {}});
  }
  if (!conflict.winner.empty()) {
    references.push_back({ReferenceKind::front_matter, conflict.winner, {}, {}});
  }
  return references;
}

Finding finding_for(const UrlConflict& conflict, const std::string& path) {
  Finding finding;
  finding.span = kFileStart;
  finding.subject = conflict.url;
  finding.path = path;
  finding.references = references_of(conflict);
  finding.references.push_back({ReferenceKind::own_path, {}, {}, {}});
  if (conflict.kind != UrlConflictKind::shared) {
    describe_obstacle(conflict, finding);
    return finding;
  }
  finding.message = others(conflict, path) + " has the same URL, '" + conflict.url + "'";
  finding.help = "rename one of them; '" + conflict.winner + "' is published until then";
  return finding;
}

std::vector<Finding> check(const CorpusContext& context) {
  std::vector<Finding> findings;
  for (const UrlConflict& conflict : context.corpus.url_conflicts) {
    for (const std::string& path : conflict.paths) {
      findings.push_back(finding_for(conflict, path));
    }
  }
  return findings;
}

}  // namespace

const Rule& output_conflict_rule() {
  static const Rule rule = {
      .code = "RB009",
      .name = "output-conflict",
      .recommended = Severity::error,
      .summary = "two sources have one URL",
      .why =
          "`README.md` and `index.md` of one folder both become `index.html`, and "
          "`Failover.md` and `failover.md` are one file on many a laptop. Only one of "
          "them can be shown, so the other one is lost to readers without a trace.\n\n"
          "URLs that start with `_/`, and the data files of the site (`index.json` and "
          "so on), belong to the site itself.",
      .bad = {"=== db/README.md\n"
              "# Databases\n"
              "=== db/index.md\n"
              "# Databases, the other page\n"},
      .good = {"=== db/README.md\n"
               "# Databases\n"
               "=== db/overview.md\n"
               "# Databases, the other page\n"},
      .check_corpus = check};
  return rule;
}

}  // namespace runbookc
