#include "adopt/adoption_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "adopt/channel_owners.h"
#include "adopt/document_adoption.h"
#include "adopt/folder_lookup.h"
#include "adopt/index_columns.h"
#include "adopt/named_owners.h"
#include "base/path.h"
#include "base/text.h"
#include "corpus/path_meaning.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostApprovers = 20;
constexpr std::size_t kMostStray = 20;
constexpr std::size_t kMostContacts = 8;
constexpr std::size_t kMostAliases = 8;

bool knows_contact(const Owner& owner, const Contact& contact) {
  return std::ranges::any_of(owner.contacts, [&](const Contact& other) {
    return other.kind == contact.kind && other.value == contact.value;
  });
}

// Glob characters in a folder's name would mean something else.
bool is_plain_folder(std::string_view folder) {
  return folder.find_first_of("*?[]{}!\\") == std::string_view::npos;
}

// One entry for what is named in several documents.
class OwnerCollection {
 public:
  void enter(const Owner& owner) {
    const auto [entry, is_new] = by_id_.try_emplace(owner.id, owner);
    if (is_new) return;
    for (const Contact& contact : owner.contacts) {
      std::vector<Contact>& known = entry->second.contacts;
      if (known.size() < kMostContacts && !knows_contact(entry->second, contact)) {
        known.push_back(contact);
      }
    }
    for (const std::string& alias : owner.aliases) {
      std::vector<std::string>& known = entry->second.aliases;
      const bool is_new_alias = std::ranges::find(known, alias) == known.end();
      if (is_new_alias && known.size() < kMostAliases) known.push_back(alias);
    }
  }

  bool empty() const { return by_id_.empty(); }

  std::vector<Owner> take() {
    std::vector<Owner> owners;
    for (auto& [id, owner] : by_id_) owners.push_back(std::move(owner));
    return owners;
  }

 private:
  std::map<std::string, Owner> by_id_;
};

class Planner {
 public:
  Planner(const Corpus& corpus, const AdoptionFacts& facts) : corpus_(corpus), facts_(facts) {}

  AdoptionPlan run() {
    adopt_documents();
    if (facts_.drafts_project) {
      plan_.folder_types = find_folder_types(corpus_, plan_.documents);
      adopt_conventions();
      keep_indexes();
      leave_types_to_folders();
    }
    plan_.aliases = find_alias_proposals(corpus_, plan_.documents);
    adopt_code_owners();
    adopt_approvers();
    plan_.owners = owners_.take();
    if (facts_.drafts_project) add_channels();
    return std::move(plan_);
  }

 private:
  void adopt_documents() {
    const ContractNames names(corpus_.types);
    const AlertPages alerts = find_alert_pages(corpus_, facts_.alert_rules);
    const ProjectTerms terms = project_terms();
    const PathRules rules(corpus_.config);
    const auto listed = find_index_columns(corpus_, terms);
    for (Index page = 0; page < corpus_.pages.size(); ++page) {
      if (!facts_.selected[page]) continue;
      const Document& outline = corpus_.outline_of(corpus_.pages[page]);
      const std::string& path = outline.path;
      DocumentFacts known;
      known.assume_reviewed = facts_.assume_reviewed;
      known.has_type_glob = rules.type_by_glob({path, outline.content_path}) != nullptr;
      if (const auto found = listed.find(page); found != listed.end()) known.listed = found->second;
      if (const auto found = alerts.by_page.find(page); found != alerts.by_page.end()) {
        known.alerts = found->second;
      }
      if (const auto day = facts_.commit_days.find(path); day != facts_.commit_days.end()) {
        known.last_commit = day->second;
      }
      DocumentAdoption adoption = adopt_document(corpus_, page, names, terms, known);
      for (const Owner& owner : adoption.owners) owners_.enter(owner);
      plan_.documents.push_back(std::move(adoption));
    }
    ask_about_stray(alerts.stray);
  }

  ProjectTerms project_terms() const {
    ProjectTerms terms;
    terms.today = corpus_.today;
    for (const SeverityLevel& level : corpus_.config.severities) {
      terms.severities.push_back(level.name);
    }
    for (const AlertRule& rule : facts_.alert_rules) terms.alert_names.insert(rule.name);
    return terms;
  }

  void ask_about_stray(const std::vector<AlertRule>& stray) {
    for (std::size_t i = 0; i < std::min(stray.size(), kMostStray); ++i) {
      plan_.open.push_back({"alerts",
                            {stray[i].path, stray[i].line, "'" + stray[i].name + "'"},
                            "it leads to no one document"});
    }
    if (stray.size() > kMostStray) {
      plan_.open.push_back(
          {"alerts",
           {stray.back().path, 0, "its rules"},
           fmt::format("{} more lead to no one document", stray.size() - kMostStray)});
    }
  }

  // Where a folder has a type already, its documents belong to that.
  void adopt_conventions() {
    FolderSet typed;
    for (const FolderType& folder : plan_.folder_types) {
      if (folder.type != "page") typed.emplace(folder_of_glob(folder.glob));
    }
    std::vector<FolderType> added;
    std::set<std::string, std::less<>> replaced;
    for (SectionConvention& convention : find_section_conventions(corpus_, plan_.documents)) {
      if (is_inside_any(convention.folder, typed)) continue;
      typed.insert(convention.folder);
      added.push_back({convention.folder + "/**", convention.type, 0, convention.documents});
      replaced.insert(added.back().glob);
      plan_.conventions.push_back(std::move(convention));
    }
    std::erase_if(plan_.folder_types,
                  [&](const FolderType& folder) { return replaced.contains(folder.glob); });
    std::ranges::move(added, std::back_inserter(plan_.folder_types));
  }

  void keep_indexes() {
    if (plan_.folder_types.empty()) return;
    const std::vector<FolderType> indexes = find_index_pages(corpus_, plan_.documents);
    plan_.folder_types.insert(plan_.folder_types.begin(), indexes.begin(), indexes.end());
  }

  void leave_types_to_folders() {
    const FolderLookup folders(plan_.folder_types);
    for (DocumentAdoption& adoption : plan_.documents) {
      const Document& document = corpus_.document_of(corpus_.pages[adoption.page]);
      const FolderType* folder = folders.find(document.content_path);
      const std::string type = folder == nullptr ? "page" : folder->type;
      if (adoption.type.empty() || type != adoption.type) continue;
      std::erase_if(adoption.fields, [](const AdoptedField& field) { return field.key == "type"; });
      std::erase_if(adoption.open,
                    [](const OpenPoint& point) { return point.key == "type" && point.is_hint; });
    }
  }

  bool has_owner(const DocumentAdoption& adoption) const {
    const Page& page = corpus_.pages[adoption.page];
    return !page.metadata.owners.empty() ||
           std::ranges::find(adoption.fields, "owner", &AdoptedField::key) != adoption.fields.end();
  }

  bool drafts_owners() const {
    return !owners_.empty() ||
           (facts_.drafts_project && !channel_owners(corpus_, std::vector<Owner>()).empty());
  }

  // A file of handles has no channels: who is named by one needs an entry to be found by it.
  void add_channels() {
    std::ranges::move(channel_owners(corpus_, plan_.owners), std::back_inserter(plan_.owners));
    std::ranges::sort(plan_.owners, {}, &Owner::id);
  }

  // Where owners are named in prose, or by channels, a file of handles can no longer be the
  // directory: what it says is written into the documents that say nothing.
  void adopt_code_owners() {
    const CodeOwners& file = corpus_.code_owners;
    const bool is_directory = corpus_.owners.path() == file.path();
    if (!file.exists() || is_directory || !drafts_owners()) return;
    for (DocumentAdoption& adoption : plan_.documents) {
      const Document& document = corpus_.document_of(corpus_.pages[adoption.page]);
      const Index line = file.match(document.path);
      const bool names = line != kNone && !file.lines()[line].owners.empty();
      if (names && !has_owner(adoption) && !is_refused(adoption)) {
        enter_handles(adoption, file.lines()[line], file.path());
      }
    }
  }

  static bool doubts_owner(const DocumentAdoption& adoption) {
    return std::ranges::any_of(adoption.open, [](const OpenPoint& point) {
      return point.key == "owner" && !point.is_hint;
    });
  }

  // It is not written to, or says who owns it in doubtful words.
  static bool is_refused(const DocumentAdoption& adoption) {
    return doubts_owner(adoption) ||
           std::ranges::find(adoption.open, "", &OpenPoint::key) != adoption.open.end();
  }

  void enter_handles(DocumentAdoption& adoption, const CodeOwnersLine& line,
                     const std::string& path) {
    std::vector<Owner> owners;
    for (const auto& handle : line.owners) {
      NamedOwners named = read_named_owners(handle.value);
      if (named.owners.size() != 1) return;
      owners.push_back(std::move(named.owners.front()));
    }
    std::vector<Value> ids;
    for (const Owner& owner : owners) {
      ids.push_back(string_value(owner.id));
      owners_.enter(owner);
    }
    std::erase_if(adoption.open, [](const OpenPoint& point) { return point.key == "owner"; });
    adoption.fields.push_back({.key = "owner",
                               .value = ids.size() == 1 ? ids.front() : array_value(std::move(ids)),
                               .from = {path, line.line, "'" + line.pattern + "'"}});
  }

  void adopt_approvers() {
    const FolderSet ownerless = ownerless_folders();
    for (const ApproverList& list : facts_.approvers) {
      const FoundAt at{list.path, 0, "its approvers"};
      const bool too_many = list.approvers.size() > kMostApprovers;
      const bool has_ownerless = ownerless.contains(list.folder);
      if (too_many && has_ownerless) {
        plan_.open.push_back(
            {"owner", at, fmt::format("{} are too many to answer for it", list.approvers.size())});
      } else if (!facts_.drafts_project && has_ownerless) {
        plan_.open.push_back(
            {"owner", at,
             "name them in `defaults` of runbookc.yaml: " + join(list.approvers, ", ")});
      }
      if (facts_.drafts_project && is_plain_folder(list.folder)) {
        enter_folder_owners(list, too_many);
      }
    }
    if (facts_.drafts_project && !plan_.folder_owners.empty()) keep_doubtful_owners_open();
  }

  // Nobody for a document whose own words are in doubt: those of its folder do not answer for it.
  void keep_doubtful_owners_open() {
    FolderSet approved;
    for (const ApproverList& list : facts_.approvers) approved.insert(list.folder);
    for (const DocumentAdoption& adoption : plan_.documents) {
      const std::string& path = corpus_.path_of(corpus_.pages[adoption.page]);
      if (!doubts_owner(adoption) || has_owner(adoption) || !is_plain_folder(path)) continue;
      if (is_inside_any(path, approved)) plan_.folder_owners.push_back({path, {}, path});
    }
  }

  // Those that hold a document, at any depth, that has no owner.
  FolderSet ownerless_folders() const {
    FolderSet folders;
    for (const DocumentAdoption& adoption : plan_.documents) {
      if (has_owner(adoption)) continue;
      std::string_view folder = corpus_.path_of(corpus_.pages[adoption.page]);
      do folder = parent_path(folder);
      while (folders.emplace(folder).second && !folder.empty());
    }
    return folders;
  }

  // Too many to name: nobody, so that those of the folder above are not taken for it.
  void enter_folder_owners(const ApproverList& list, bool too_many) {
    const std::vector<std::string> names = too_many ? std::vector<std::string>() : list.approvers;
    plan_.folder_owners.push_back(
        {list.folder.empty() ? "**" : list.folder + "/**", names, list.path});
    for (const std::string& name : names) enter_approver(name);
  }

  void enter_approver(const std::string& name) {
    Owner owner;
    owner.id = name;
    owner.name = name;
    owner.kind = OwnerKind::person;
    owners_.enter(owner);
  }

  const Corpus& corpus_;
  const AdoptionFacts& facts_;
  OwnerCollection owners_;
  AdoptionPlan plan_;
};

}  // namespace

AdoptionPlan plan_adoption(const Corpus& corpus, const AdoptionFacts& facts) {
  return Planner(corpus, facts).run();
}

}  // namespace runbookc
