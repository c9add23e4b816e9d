// Which fixes `fix --changed-since REV` makes: those of the findings that the check shows.
#pragma once

#include <set>
#include <string>
#include <tuple>

#include "base/overlay_files.h"
#include "fix/fix_rounds.h"
#include "git/change_set.h"

namespace runbookc {

// The change speaks of lines as they are on disk. So old debt is told by its place in files as they
// are there, and by rule, path and subject in those that fixes have changed already: where old and
// new debt are alike there, neither is touched.
class FixSelection {
 public:
  // Both must outlive it; `files` are those of the project, as they are on disk.
  FixSelection(const ChangeSet& changes, const Files& files) : changes_(changes), files_(files) {}

  // `checked` without the fixes of findings that the change has not caused. What only a fix brings
  // to light keeps its fix. The first call must be with the files as they are, and sets the rule.
  CheckedCorpus narrowed(CheckedCorpus checked, const FileBytes& overlay);

 private:
  using Concern = std::tuple<std::string, std::string, std::string>;
  using Place = std::tuple<Concern, std::uint32_t, std::uint32_t>;
  static Concern concern_of(const Diagnostic& found);
  static Place place_of(const Diagnostic& found);
  void learn(const CheckedCorpus& checked);

  const ChangeSet& changes_;
  const Files& files_;
  bool learnt_ = false;
  std::set<Concern> old_concerns_;
  std::set<Place> old_places_;
};

}  // namespace runbookc
