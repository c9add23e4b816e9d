// Asking git: one process for each question, whatever the number of files, without a shell and with
// everything off that could run another program: file-system monitors, hooks, external diffs, text
// conversion, clean filters, signature checks, fetching what a partial clone lacks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/process.h"
#include "base/result.h"
#include "git/change_set.h"
#include "git/edit_history.h"
#include "git/object_reader.h"

namespace runbookc {

struct GitAccess {
  std::string folder;       // to ask about: absolute, without symbolic links
  std::string search_path;  // where git is looked for, as PATH
  // "NAME=value" of what git needs to know of its user (HOME), and nothing else of our environment.
  std::vector<std::string> environment;
};

class Git {
 public:
  // An Error if there is no git, or the folder lies in no repository.
  static Result<Git> open(GitAccess access);

  bool is_shallow() const { return shallow_; }

  // What changed in the folder since the merge base of `revision` and HEAD, the working tree and
  // untracked files included. Hunks are read of the files that `pathspecs` (of git, relative to the
  // folder) match. Since HEAD all is new where no commit is yet. An Error for an unknown revision,
  // and for a shallow clone that lacks the base.
  Result<ChangeSet> changes_since(const std::string& revision,
                                  const std::vector<std::string>& pathspecs) const;

  // What commits since `since`, and what is not committed, changed of the files in `folder`
  // (relative; "" for all). Nothing where there is no commit yet, nor of files that the next commit
  // would add.
  Result<EditHistory> edits_since(const std::string& folder, Date since) const;

  // Calls `take` with the text of each of these objects, by their hashes. An Error if any is
  // missing.
  Status read_objects(const std::vector<std::string>& hashes, ObjectReader::Take take) const;

 private:
  Git(GitAccess access, std::string program)
      : access_(std::move(access)), program_(std::move(program)) {}

  ProgramCall call_for(std::vector<std::string> question) const;
  Result<ProgramOutput> ask(std::vector<std::string> question) const;
  // The same; anything but exit code 0 is an Error.
  Result<std::string> answer(std::vector<std::string> question) const;
  // Whether HEAD is a branch without a commit, as after `git init`.
  Result<bool> is_unborn() const;
  Result<std::string> merge_base(const std::string& revision) const;
  Status switch_filters_off();
  Result<ChangeSet> everything(const std::string& revision) const;
  std::vector<std::string> revision_names() const;
  Error unknown_revision(const std::string& revision, const std::string& complaint) const;

  GitAccess access_;
  std::string program_;
  std::vector<std::string> settings_;  // GIT_CONFIG_…, which switch filters off
  bool shallow_ = false;
};

// A pathspec that matches exactly this path.
std::string literal_pathspec(std::string_view path);
// One for what ends in `ending`, in any folder.
std::string ending_pathspec(std::string_view ending);

}  // namespace runbookc
