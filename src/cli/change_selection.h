// Which findings a change may have caused (PRODUCT section 3, `--changed-since`;
// docs/pull-requests.md says it in words).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "cli/change_facts.h"
#include "corpus/corpus.h"
#include "diag/diagnostic.h"
#include "git/change_set.h"

namespace runbookc {

class ChangeSelection {
 public:
  // Both must outlive it.
  ChangeSelection(const Corpus& corpus, const ChangeSet& changes);

  // The finding's own lines, its document's front matter, or what it refers to changed.
  bool selects(const Diagnostic& finding) const;
  // Whether anything of the file at `path` changed.
  bool is_changed(std::string_view path) const { return facts_at(path) != nullptr; }

 private:
  const FileFacts* facts_at(std::string_view path) const;
  void note_existence(std::string_view path);
  bool exists_anew(std::string_view path) const;
  bool schema_changed(std::string_view path) const;
  bool mention_is_gone(const FileFacts* own, const Reference& reference) const;
  bool holds(const FileFacts* own, const Reference& reference) const;

  const ChangeSet& changes_;
  std::map<std::string, FileFacts, std::less<>> facts_;
  // Paths that came or went and the folders above them; documents without their endings. In lower
  // case.
  std::set<std::string, std::less<>> came_or_went_;
  std::set<std::string, std::less<>> stems_;
  std::set<std::string, std::less<>> removed_words_;   // of every document
  std::set<std::string, std::less<>> removed_fields_;  // of every document's front matter
  bool common_schema_changed_ = false;
};

}  // namespace runbookc
