// Which findings a change may have caused (PRODUCT section 3, `--changed-since`;
// docs/pull-requests.md says it in words).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/files.h"
#include "cli/change_facts.h"
#include "cli/path_names.h"
#include "cli/rename_effect.h"
#include "corpus/corpus.h"
#include "diag/diagnostic.h"
#include "git/change_set.h"

namespace runbookc {

class ChangeSelection {
 public:
  // All must outlive it. `files` are those of the project, as they are now.
  ChangeSelection(const Corpus& corpus, const ChangeSet& changes, const Files& files);

  // The finding's own lines, its document's front matter, or what it refers to changed.
  bool selects(const Diagnostic& finding) const;
  // Whether anything of the file at `path` changed.
  bool is_changed(std::string_view path) const { return facts_at(path) != nullptr; }

 private:
  // What is known of the file that a finding lies in: null for nothing.
  struct Own {
    const FileFacts* facts = nullptr;
    const RenameEffect* rename = nullptr;
  };

  void enter(const std::string& path, const SourceFile* source, const Document* document);
  void enter_address(std::string_view path);
  void enter_rename(const std::string& path, const std::string& old_path, FileFacts& facts);
  void note_dead_links();
  const FileFacts* facts_at(std::string_view path) const;
  Own own_of(std::string_view path) const;
  bool exists_anew(std::string_view path) const;
  bool existed_or_exists(std::string_view path) const;
  bool led_somewhere(std::string_view target, const RenameEffect& rename) const;
  bool existence_changed(const Own& own, const Reference& reference) const;
  bool schema_changed(std::string_view path) const;
  bool owners_changed(const Own& own, std::string_view path) const;
  bool mention_is_gone(const Own& own, const Reference& reference) const;
  bool holds(const Own& own, const Reference& reference) const;
  bool is_raised(const Own& own, const Diagnostic& finding) const;

  const Corpus& corpus_;
  const ChangeSet& changes_;
  const Files& files_;
  std::map<std::string, FileFacts, std::less<>> facts_;
  std::map<std::string, RenameEffect, std::less<>> renames_;  // of documents, by the new path
  PathNames came_or_went_;
  PathNames documents_;     // that are there now; only if some document moved
  PathNames dead_targets_;  // of links; only if some document was renamed
  std::set<std::string, std::less<>> removed_words_;   // of every document
  std::set<std::string, std::less<>> removed_fields_;  // of every document's front matter
  bool common_schema_changed_ = false;
};

}  // namespace runbookc
