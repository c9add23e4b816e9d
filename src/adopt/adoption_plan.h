// What there is to adopt in a corpus. Pure: what the disk, git and the clock know is handed in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "adopt/alert_rules.h"
#include "adopt/alias_proposal.h"
#include "adopt/approver_lists.h"
#include "adopt/folder_types.h"
#include "adopt/section_convention.h"
#include "base/date.h"
#include "corpus/corpus.h"

namespace runbookc {

struct AdoptionFacts {
  std::vector<bool> selected;  // parallel to the pages: those that may be changed
  bool assume_reviewed = false;
  // A project file is about to be drafted: what holds for a folder goes there.
  bool drafts_project = false;
  std::vector<AlertRule> alert_rules;
  std::vector<ApproverList> approvers;
  // By path: the day of the last commit.
  std::map<std::string, Date, std::less<>> commit_days;
};

// Front matter that a project file gives to all documents below a folder.
struct FolderOwners {
  std::string glob;                 // of the folder, or of one document in it
  std::vector<std::string> owners;  // ids
  std::string path;                 // of the file that says so
};

struct AdoptionPlan {
  std::vector<DocumentAdoption> documents;  // of the selected pages, in their order
  std::vector<Owner> owners;                // whom no directory knows, sorted by id
  std::vector<FolderType> folder_types;     // only with drafts_project
  std::vector<FolderOwners> folder_owners;  // likewise; deeper folders later
  std::vector<AliasProposal> aliases;
  std::vector<SectionConvention> conventions;  // only with drafts_project
  std::vector<OpenPoint> open;                 // of no one document
};

AdoptionPlan plan_adoption(const Corpus& corpus, const AdoptionFacts& facts);

}  // namespace runbookc
